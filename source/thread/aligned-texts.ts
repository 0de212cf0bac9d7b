/**
Prepared texts: the words of the posts looked at last, ready for aligning.

Preparing them again costs less than keeping all of them: a dump can hold a million posts. They stand one behind the
other in a ring of memory, the newest where the oldest stood.
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

type Kept = {readonly words: HashedWords; readonly start: number};

export class AlignedTexts {
	/** The oldest first. `start` counts all words ever kept before. */
	readonly #kept = new Map<Post, Kept>();
	#ring: HashedWords | null = null;
	/** Where the next text begins, counted as `start` is. */
	#next = 0;

	/** Whether the words of a post can be told now. If not, its body begins to be read. */
	canRead(post: Post, dump: Dump): boolean {
		return this.#kept.has(post) || dump.prepare(post) === null;
	}

	/** Whether the words of a post are kept. */
	has(post: Post): boolean {
		return this.#kept.has(post);
	}

	/**
	The post's own words; none while its body cannot be read. Good until other texts have been asked for: whoever goes on
	with them later asks again.
	*/
	of(post: Post, dump: Dump): HashedWords {
		const kept = this.#kept.get(post);
		if (kept !== undefined) return kept.words;
		const words = passingWords(compared(dump.body(post).text));
		return dump.prepare(post) === null ? this.#keep(post, words) : words;
	}

	/** What the post shows: its own words and those of its quotes, in their order. Good until the next text. */
	shown(post: Post, dump: Dump): HashedWords {
		return passingWords(compared(shownText(dump.body(post))));
	}

	/** Keep none of them any longer. */
	forget(): void {
		this.#kept.clear();
		this.#ring = null;
	}

	#keep(post: Post, words: HashedWords): HashedWords {
		const count = words.hashes.length;
		// A text is never parted: what is too short for it at the end of the ring stays free.
		const left = mostWords - (this.#next % mostWords);
		const start = this.#next + (count > left ? left : 0);
		this.#next = start + count;
		for (const [oldest, kept] of this.#kept) {
			if (kept.start >= this.#next - mostWords) break;
			this.#kept.delete(oldest);
		}
		this.#ring ??= {
			hashes: new Int32Array(mostWords),
			starts: new Uint32Array(mostWords),
			ends: new Uint32Array(mostWords),
		};
		const at = start % mostWords;
		const own = {
			hashes: this.#ring.hashes.subarray(at, at + count),
			starts: this.#ring.starts.subarray(at, at + count),
			ends: this.#ring.ends.subarray(at, at + count),
		};
		own.hashes.set(words.hashes);
		own.starts.set(words.starts);
		own.ends.set(words.ends);
		this.#kept.set(post, {words: own, start});
		return own;
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
