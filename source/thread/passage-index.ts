/**
Passages: which earlier posts share a run of words with a given text?

Of every run of a few words a hash is taken, and of every few hashes the least is kept
(winnowing, after Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
fingerprinting", 2003): a quarter of the hashes are enough to find every long passage again.
*/
import {createHashIndex, hashOf, mixed} from './hash-index.ts';

/** Words in a run. */
const runWords = 4;

/** Of so many neighbouring runs one is kept. */
const windowRuns = 7;

/** A passage of so many words is certain to be found, unless it stands in more than `mostPosts`. */
export const certainWords = runWords + windowRuns - 1;

/** Posts kept for one run: what more posts share is no evidence. The first ones are kept. */
const mostPosts = 16;

export type PassageIndex = {
	/** Note the post at this index of the dump, by the hashes of its words. Posts come in order. */
	readonly add: (post: number, topic: string, hashes: Int32Array) => void;
	/**
	The noted posts of a topic that share runs of words.
	@param hashes - Those of the words.
	@param most - How many at most.
	@returns Indexes, those that share most first, of equal ones the latest.
	*/
	readonly sharing: (topic: string, hashes: Int32Array, most: number) => readonly number[];
};

/** @returns An index of nothing. Never throws. */
export function createPassageIndex(): PassageIndex {
	const index = createHashIndex(mostPosts);

	return {
		add: (post, topic, hashes) => {
			for (const hash of fingerprints(topic, hashes)) index.add(hash, post);
		},
		sharing: (topic, hashes, most) => {
			const counts = new Map<number, number>();
			for (const hash of new Set(fingerprints(topic, hashes))) {
				for (const post of index.posts(hash)) counts.set(post, (counts.get(post) ?? 0) + 1);
			}
			return [...counts]
				.sort(([a, left], [b, right]) => right - left || b - a)
				.slice(0, most)
				.map(([post]) => post);
		},
	};
}

/** The kept hashes of a text, in order. A text shorter than a window gives its least one. */
function fingerprints(topic: string, hashes: Int32Array): readonly number[] {
	const runs = runHashes(hashOf(topic), hashes);
	const kept: number[] = [];
	let least = -1;
	for (let end = Math.min(windowRuns, runs.length) - 1; end < runs.length; end++) {
		const begin = Math.max(0, end - windowRuns + 1);
		if (least >= begin) {
			if ((runs[end] ?? 0) > (runs[least] ?? 0)) continue;
			least = end;
		} else {
			least = begin;
			for (let at = begin + 1; at <= end; at++) if ((runs[at] ?? 0) <= (runs[least] ?? 0)) least = at;
		}
		kept.push(runs[least] ?? 0);
	}
	return kept;
}

function runHashes(seed: number, hashes: Int32Array): Int32Array {
	const runs = new Int32Array(Math.max(0, hashes.length - runWords + 1));
	for (let index = 0; index < runs.length; index++) {
		let hash = seed;
		for (let at = index; at < index + runWords; at++) hash = Math.imul(hash, 0x9e3779b1) + (hashes[at] ?? 0);
		runs[index] = mixed(hash);
	}
	return runs;
}
