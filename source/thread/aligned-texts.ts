/**
Prepared texts: the words of the posts looked at last, ready for aligning.

Preparing them again costs less than keeping all of them: a dump can hold a million posts.
*/
import {type HashedWords, hashedWords} from '../text/hashed-words.ts';
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

export class AlignedTexts {
	/** In the order of their last use, the oldest first. */
	readonly #kept = new Map<Post, HashedWords>();
	#words = 0;

	/** Whether the words of a post can be told now. If not, its body begins to be read. */
	canRead(post: Post, dump: Dump): boolean {
		return this.#kept.has(post) || dump.prepare(post) === null;
	}

	/** Whether the words of a post are kept. */
	has(post: Post): boolean {
		return this.#kept.has(post);
	}

	/** The post's own words; none while its body cannot be read. */
	of(post: Post, dump: Dump): HashedWords {
		const kept = this.#kept.get(post);
		if (kept !== undefined) {
			this.#kept.delete(post);
			this.#kept.set(post, kept);
			return kept;
		}
		const text = hashedWords(compared(dump.body(post).text));
		if (dump.prepare(post) === null) this.#keep(post, text);
		return text;
	}

	/** What the post shows: its own words and those of its quotes, in their order. Not kept. */
	shown(post: Post, dump: Dump): HashedWords {
		return hashedWords(compared(shownText(dump.body(post))));
	}

	#keep(post: Post, text: HashedWords): void {
		this.#kept.set(post, text);
		this.#words += text.hashes.length + 1;
		for (const [oldest, {hashes}] of this.#kept) {
			if (this.#words <= mostWords || oldest === post) break;
			this.#kept.delete(oldest);
			this.#words -= hashes.length + 1;
		}
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
