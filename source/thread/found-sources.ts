/**
Found sources: what the quotes of posts were found to be, packed into columns.

A screen asks for a few of them, and a dump can hold a million: they are made into objects when they are asked for.
*/
import {Column} from './column.ts';
import type {Source} from './sources.ts';

const bases = ['stated', 'exact', 'close'] as const;

/* What is known of a source stands in bits: 0 where none was found. */
const isFound = 1;
const isSole = 2;
const hasSpan = 4;
const hasThrough = 8;
const basisShift = 4;

export class FoundSources {
	/** By post: where its own begin, plus one. */
	readonly #begin = new Column();
	/** How many they are; then of each its bits, and behind these the post, where it stands and through which post. */
	readonly #cells = new Column();

	has(post: number): boolean {
		return this.#begin.at(post) > 0;
	}

	/** Note the sources of all quotes of a post, whose position in the dump this is. */
	set(post: number, sources: readonly (Source | null)[]): void {
		this.#cells.push(sources.length);
		this.#begin.set(post, this.#cells.length);
		for (const source of sources) this.#put(source);
	}

	/** @returns Those of the first quotes, so many at most; `null` where none were noted. */
	of(post: number, most = Number.POSITIVE_INFINITY): readonly (Source | null)[] | null {
		let at = this.#begin.at(post);
		if (at === 0) return null;
		const take = () => this.#cells.at(at++);
		const count = Math.min(this.#cells.at(at - 1), most);
		return Array.from({length: count}, () => read(take));
	}

	#put(source: Source | null): void {
		if (source === null) {
			this.#cells.push(0);
			return;
		}
		const {post, basis, span, through, sole} = source;
		const facts = (sole ? isSole : 0) | (span === null ? 0 : hasSpan) | (through === null ? 0 : hasThrough);
		this.#cells.push(isFound | facts | (bases.indexOf(basis) << basisShift));
		this.#cells.push(post);
		if (span !== null) for (const end of span) this.#cells.push(end);
		if (through !== null) this.#cells.push(through);
	}
}

/** @param take - Gives the numbers in the order in which they were put. */
function read(take: () => number): Source | null {
	const facts = take();
	if ((facts & isFound) === 0) return null;
	return {
		post: take(),
		basis: bases[facts >> basisShift] ?? 'close',
		span: (facts & hasSpan) === 0 ? null : [take(), take()],
		through: (facts & hasThrough) === 0 ? null : take(),
		sole: (facts & isSole) !== 0,
	};
}
