/**
Looking ahead: hits among the posts that are not indexed yet, so that the first key finds
something. The raw posts are scanned for the query's words as typed, and what may be a hit is
then read and compared by the rules of all hits. A query asked again goes on where it stopped.
*/
import type {Dump} from '../thread/dump.ts';
import {Highlighter} from './highlight.ts';
import type {Condition} from './query.ts';
import type {ReadingStates} from './search.ts';

/* So many raw posts are scanned between two looks at the clock. */
const postsAtOnce = 32;

export class Ahead {
	/** One for each clause that asks for words or signs as typed. */
	readonly #patterns: readonly RegExp[];
	readonly #highlighter: Highlighter;
	#next = 0;
	#found: number[] = [];

	constructor(clauses: readonly (readonly Condition[])[], states: ReadingStates | null) {
		this.#patterns = clauses.flatMap(literal);
		this.#highlighter = new Highlighter(clauses, states);
	}

	/**
	Go on.

	@param from - Where the posts begin that are not indexed.
	@param isOver - Whether the time for this is over.
	@returns The places of all hits found so far that are not indexed, in order. Never throws.
	*/
	scan(dump: Dump, from: number, isOver: () => boolean): readonly number[] {
		this.#found = this.#found.filter(place => place >= from);
		this.#next = Math.max(this.#next, from);
		// A query of nothing but facts and exclusions finds nearly all.
		if (this.#patterns.length === 0) return this.#found;
		for (; this.#next < dump.posts.length; this.#next++) {
			const post = dump.posts[this.#next];
			if (this.#next % postsAtOnce === 0 && isOver()) break;
			if (post === undefined) continue;
			const raw = () => `${post.author ?? ''}\n${post.name ?? ''}\n${post.raw}`;
			if (!this.#patterns.every(pattern => pattern.test(post.raw) || pattern.test(raw()))) continue;
			if (this.#highlighter.matches(post, dump.body(post)).length > 0) this.#found.push(this.#next);
			if (isOver()) {
				this.#next++;
				break;
			}
		}
		return this.#found;
	}
}

/** What must stand in a raw post for a clause, case aside; nothing where that cannot be said. */
function literal(clause: readonly Condition[]): readonly RegExp[] {
	const texts: string[] = [];
	for (const condition of clause) {
		if (condition.negated) return [];
		if (condition.type === 'word') texts.push(condition.word.folded);
		else if (condition.type === 'phrase') texts.push(condition.words[0]?.folded ?? '');
		else if (condition.type === 'signs') texts.push(condition.signs);
		else return [];
	}
	return [new RegExp(texts.map(text => text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)).join('|'), 'iu')];
}
