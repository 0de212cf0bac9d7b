/**
Passages: which earlier posts share a run of words with a given text?

Of every run of a few words a hash is taken, and of every few hashes the least is kept
(winnowing, after Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
fingerprinting", 2003): a quarter of the hashes are enough to find every long passage again.
*/

import {hashOf, mixed} from '../text/hash.ts';
import {createHashIndex} from './hash-index.ts';

/** Words in a run. */
const runWords = 4;

/** Of so many neighbouring runs one is kept. */
const windowRuns = 7;

/** A passage of so many words is certain to be found, unless it stands in more than `mostPosts`. */
export const certainWords = runWords + windowRuns - 1;

/** What more posts share is no evidence. */
const mostPosts = 16;

/** What the hash of a run is multiplied by a word, and what its oldest word has become by then. */
const factor = 0x9e3779b1 | 0;
const oldestFactor = Math.imul(Math.imul(factor, factor), Math.imul(factor, factor));

export type PassageIndex = {
	/** Note the post at this index of the dump, by the hashes of its words. Posts come in order. */
	readonly add: (post: number, topic: string, hashes: Int32Array) => void;
	/** How many posts are noted. */
	readonly known: number;
	/** Forget them all, once: if they have to be noted anew, a dump is growing that will grow again. */
	readonly forget: () => void;
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
	let index = createHashIndex(mostPosts);
	let known = 0;
	let wasForgotten = false;

	return {
		add: (post, topic, hashes) => {
			eachFingerprint(topic, hashes, hash => index.add(hash, post));
			known = post + 1;
		},
		get known() {
			return known;
		},
		forget: () => {
			if (wasForgotten) return;
			wasForgotten = true;
			index = createHashIndex(mostPosts);
			known = 0;
		},
		sharing: (topic, hashes, most) => {
			const counts = new Map<number, number>();
			const looked = new Set<number>();
			eachFingerprint(topic, hashes, hash => {
				if (index.count(hash) === 0 || looked.has(hash)) return;
				looked.add(hash);
				for (const post of index.posts(hash)) counts.set(post, (counts.get(post) ?? 0) + 1);
			});
			return [...counts]
				.sort(([a, left], [b, right]) => right - left || b - a)
				.slice(0, most)
				.map(([post]) => post);
		},
	};
}

/** The kept hashes of a text, in order. A text shorter than a window gives its least one. */
function eachFingerprint(topic: string, hashes: Int32Array, visit: (hash: number) => void): void {
	const seed = hashOf(topic);
	const runs = hashes.length - runWords + 1;
	/** The hashes of the runs in the window, by their number modulo its size. */
	const window = new Int32Array(windowRuns);
	let run = 0;
	for (let at = 0; at < Math.min(runWords - 1, hashes.length); at++) run = Math.imul(run, factor) + (hashes[at] ?? 0);
	let least = -1;
	for (let at = 0; at < runs; at++) {
		const oldest = at === 0 ? 0 : (hashes[at - 1] ?? 0);
		run = (Math.imul(run, factor) + (hashes[at + runWords - 1] ?? 0) - Math.imul(oldest, oldestFactor)) | 0;
		const hash = mixed(run ^ seed);
		window[at % windowRuns] = hash;
		if (at < Math.min(windowRuns, runs) - 1) continue;
		const begin = Math.max(0, at - windowRuns + 1);
		if (least >= begin) {
			if (hash > (window[least % windowRuns] ?? 0)) continue;
			least = at;
		} else {
			least = begin;
			for (let other = begin + 1; other <= at; other++) {
				if ((window[other % windowRuns] ?? 0) <= (window[least % windowRuns] ?? 0)) least = other;
			}
		}
		visit(window[least % windowRuns] ?? 0);
	}
}
