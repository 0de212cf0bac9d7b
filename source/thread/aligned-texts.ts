/**
Prepared texts: the words of the posts looked at last, ready for aligning.

Preparing them again costs less than keeping all of them: a dump can hold a million posts. They stand side by side in
two rooms; when one is full, the other is written anew.
*/
import {type HashedWords, passingWords} from '../text/hashed-words.ts';
import type {Body} from './body.ts';
import type {Dump} from './dump.ts';
import type {Post} from './post.ts';

/** Words kept at most, over all texts; three megabytes. */
const mostWords = 1 << 18;

/**
Of a longer text only its beginning is compared, UTF-16 units: a log or a book pasted into one
post must not hold up a key.
*/
const mostUnits = 1 << 16;

/** Texts side by side. */
class Room {
	readonly #hashes = new Int32Array(mostWords / 2);
	readonly #starts = new Uint32Array(mostWords / 2);
	readonly #ends = new Uint32Array(mostWords / 2);
	/** Where each text begins, in the order they came, and where the next one will. */
	#bounds: number[] = [0];
	/** Dropped as a whole: V8 keeps what was in a map alive for long if it is deleted bit by bit (see `Recent`). */
	#texts = new Map<Post, number>();

	has(post: Post): boolean {
		return this.#texts.has(post);
	}

	/** A view is larger than most texts: it is made anew for whoever asks. */
	get(post: Post): HashedWords | undefined {
		const text = this.#texts.get(post);
		if (text === undefined) return undefined;
		const from = this.#bounds[text];
		const to = this.#bounds[text + 1];
		return {
			hashes: this.#hashes.subarray(from, to),
			starts: this.#starts.subarray(from, to),
			ends: this.#ends.subarray(from, to),
		};
	}

	/** @returns Whether there was room for them. */
	put(post: Post, {hashes, starts, ends}: HashedWords): boolean {
		const from = this.#bounds.at(-1) ?? 0;
		const to = from + hashes.length;
		if (to > this.#hashes.length) return false;
		this.#hashes.set(hashes, from);
		this.#starts.set(starts, from);
		this.#ends.set(ends, from);
		this.#texts.set(post, this.#bounds.length - 1);
		this.#bounds.push(to);
		return true;
	}

	clear(): void {
		this.#texts = new Map();
		this.#bounds = [0];
	}
}

export class AlignedTexts {
	#newer: Room | null = null;
	#older: Room | null = null;

	/** Whether the words of a post can be told now. If not, its body begins to be read. */
	canRead(post: Post, dump: Dump): boolean {
		return this.has(post) || dump.prepare(post) === null;
	}

	/** Whether the words of a post are kept. */
	has(post: Post): boolean {
		return this.#newer?.has(post) === true || this.#older?.has(post) === true;
	}

	/**
	The post's own words; none while its body cannot be read. Good until other texts have been asked for: whoever goes on
	with them later asks again.
	*/
	of(post: Post, dump: Dump): HashedWords {
		const known = this.#known(post);
		if (known !== undefined) return known;
		const words = passingWords(compared(dump.body(post).text));
		if (dump.prepare(post) !== null) return words;
		this.#keep(post, words);
		// What passes is good until the next text; what is kept, for longer.
		return this.#known(post) ?? words;
	}

	/** What the post shows: its own words and those of its quotes, in their order. Good until the next text. */
	shown(post: Post, dump: Dump): HashedWords {
		return passingWords(compared(shownText(dump.body(post))));
	}

	/** Keep none of them any longer. */
	forget(): void {
		this.#newer = null;
		this.#older = null;
	}

	#known(post: Post): HashedWords | undefined {
		return this.#newer?.get(post) ?? this.#older?.get(post);
	}

	#keep(post: Post, words: HashedWords): void {
		this.#newer ??= new Room();
		if (this.#newer.put(post, words)) return;
		const room = this.#older ?? new Room();
		room.clear();
		this.#older = this.#newer;
		this.#newer = room;
		room.put(post, words);
	}
}

/** The part of a text that is compared, never cut within a word. */
export function compared(text: string): string {
	if (text.length <= mostUnits) return text;
	const end = text.slice(0, mostUnits).search(/\s\S*$/);
	return text.slice(0, end === -1 ? mostUnits : end);
}

/** A body's words with those of its quotes where these stand. */
function shownText({text, quotes}: Body): string {
	/** For each text, what of it was taken so far; the body's own is the last. */
	const taken = [...quotes.map(() => 0), 0];
	const pieces: string[] = [];

	function take(holder: number, until: number): void {
		const at = holder === -1 ? quotes.length : holder;
		const words = (holder === -1 ? text : (quotes[holder]?.text ?? '')).slice(taken[at], until);
		if (words !== '') pieces.push(words);
		taken[at] = until;
	}

	/** The quotes that are open where one stands, the innermost last. */
	const open: number[] = [];
	for (const [index, {place}] of quotes.entries()) {
		while (open.length > 0 && open.at(-1) !== place.quote) take(open.pop() ?? -1, Number.POSITIVE_INFINITY);
		take(place.quote, place.start);
		open.push(index);
	}
	while (open.length > 0) take(open.pop() ?? -1, Number.POSITIVE_INFINITY);
	take(-1, Number.POSITIVE_INFINITY);
	return pieces.join('\n\n');
}
