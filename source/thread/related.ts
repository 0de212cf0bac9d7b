/**
Related posts: earlier posts that share a post's rarest words.

The help of last resort, for dumps that lost their quotes: two posts that both use a
word hardly anybody else uses are likely about the same thing.
*/
import {hashOf} from '../text/hash.ts';
import {type HashedWords, passingWords} from '../text/hashed-words.ts';
import type {Dump} from './dump.ts';
import {createHashIndex} from './hash-index.ts';
import type {PostId} from './post.ts';

export type Related = {
	readonly post: PostId;
	/** The shared words as the later post writes them, the rarest first. */
	readonly shared: readonly string[];
};

/** A word that so many posts use is no evidence. */
const mostPosts = 24;

/** Shorter words are mostly grammar. */
const leastLetters = 5;

/** Longer English words that say nothing of what a post is about; in a short thread even these are rare. */
const grammar = new Set(
	Array.from(
		`about above across actually after again against almost alone along already although always among another
	anybody anyone anything anyway around because become before behind being below better between beyond cannot
	certainly could course definitely different doing during either enough especially every everybody everyone
	everything exactly finally first further getting given goes going great hardly having however indeed instead
	itself later least likely little looking maybe means might myself nearly needs neither never nobody nothing
	often other others otherwise ought ourselves perhaps please possible pretty probably quite rather really
	right second seems several shall should simply since somebody someone something sometimes somewhere still
	sure thank thanks their theirs themselves there therefore these thing things think third those though thought
	three through together tomorrow toward towards under understand unless until usually wanted wants where
	whether which while whole whose within without would wrong yesterday yourself years`.split(/\s+/),
		hashOf,
	),
);

/** One shared word is enough from this length on. */
const tellingLetters = 7;

/** A word counts as rare while at most this many of the posts use it. */
function rareIn(posts: number): number {
	return Math.max(3, Math.min(mostPosts, Math.floor(posts / 8)));
}

/** Gathers which posts use which words; posts come in thread order. */
export function createRelated() {
	const index = createHashIndex(mostPosts);
	for (const hash of grammar) index.fill(hash);

	return {
		/** Note the words of the post at this index of the dump. */
		add(post: number, {hashes, starts, ends}: HashedWords): void {
			for (let at = 0; at < hashes.length; at++) {
				if ((ends[at] ?? 0) - (starts[at] ?? 0) >= leastLetters) index.add(hashes[at] ?? 0, post);
			}
		},

		/**
		The noted posts that use the rarest of the words from one to before another, those of the rarest word first; of
		all topics.
		*/
		using(words: HashedWords, from: number, to: number, most: number): readonly number[] {
			const rare = new Map<number, number>();
			for (let at = from; at < to; at++) {
				if (!isTelling(words, at)) continue;
				const hash = words.hashes[at] ?? 0;
				const count = index.count(hash);
				if (count > 0) rare.set(hash, count);
			}
			const found: number[] = [];
			for (const [hash] of [...rare].sort(([, a], [, b]) => a - b)) {
				if (found.length >= most) break;
				found.push(...index.posts(hash));
			}
			return [...new Set(found.slice(0, most))];
		},

		/** The earlier posts that share the rarest words, the closest first, at most `most`. */
		of(post: number, text: string, most: number, dump: Dump): readonly Related[] {
			const topic = dump.posts[post]?.topic;
			const shares = new Map<number, {weight: number; words: {word: string; posts: number}[]}>();
			for (const [hash, written] of distinct(text)) {
				const list = index.posts(hash);
				if (list.length > rareIn(dump.posts.length)) continue;
				for (const other of list) {
					if (other >= post || dump.posts[other]?.topic !== topic) continue;
					let share = shares.get(other);
					if (share === undefined) {
						share = {weight: 0, words: []};
						shares.set(other, share);
					}
					share.weight += Math.log(1 + dump.posts.length / list.length);
					share.words.push({word: written, posts: list.length});
				}
			}
			const rareEnough = (share: {words: {word: string; posts: number}[]}) =>
				share.words.length >= 2 || share.words.some(({word, posts}) => posts <= 3 && word.length >= tellingLetters);
			return [...shares]
				.filter(([, share]) => rareEnough(share))
				.sort(([a, left], [b, right]) => right.weight - left.weight || b - a)
				.slice(0, most)
				.flatMap(([at, share]) => {
					const related = dump.posts[at];
					if (related === undefined) return [];
					const shared = share.words.sort((a, b) => a.posts - b.posts).map(word => word.word);
					return [{post: related.id, shared}];
				});
		},
	};
}

/** The hashes of the distinct words worth comparing, each with the way it is first written. */
function distinct(text: string): Map<number, string> {
	const words = passingWords(text);
	const found = new Map<number, string>();
	for (const [at, hash] of words.hashes.entries()) {
		if (isTelling(words, at) && !found.has(hash)) found.set(hash, text.slice(words.starts[at], words.ends[at]));
	}
	return found;
}

/** Whether the n-th word of a text can say what a post is about. */
export function isTelling({hashes, starts, ends}: HashedWords, at: number): boolean {
	return (ends[at] ?? 0) - (starts[at] ?? 0) >= leastLetters && !grammar.has(hashes[at] ?? 0);
}
