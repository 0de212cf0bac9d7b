/**
Chance that is the same for the same seed.
*/

export type Random = {
	/** 0 … 1, 1 left out. */
	readonly next: () => number;
	/** A whole number of 0 … below - 1. */
	readonly below: (below: number) => number;
};

/** mulberry32, by Tommy Ettinger; public domain. */
export function createRandom(seed: number): Random {
	let state = seed;
	function next(): number {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}
	return {next, below: below => Math.floor(next() * below)};
}
