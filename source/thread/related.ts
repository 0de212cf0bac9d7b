/**
Related posts: earlier posts that share a post's rarest words.

The help of last resort, for dumps that lost their quotes: two posts that both use a
word hardly anybody else uses are likely about the same thing.
*/
import {fold, words} from '../text/words.ts';
import type {Dump} from './dump.ts';
import type {PostId} from './post.ts';

export type Related = {
	readonly post: PostId;
	/** The shared words as the later post writes them, the rarest first. */
	readonly shared: readonly string[];
};

/** A word that more posts than this use is no evidence, and its list is not kept. */
const mostPosts = 24;

/** Shorter words are mostly grammar. */
const leastLetters = 5;

/** Longer English words that say nothing of what a post is about; in a short thread even these are rare. */
const grammar = new Set(
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
);

/** One shared word is enough from this length on. */
const tellingLetters = 7;

/** A word counts as rare while at most this many of the posts use it. */
function rareIn(posts: number): number {
	return Math.max(3, Math.min(mostPosts, Math.floor(posts / 8)));
}

/** Gathers which posts use which words; posts come in thread order. */
export function createRelated() {
	const postings = new Map<string, number[] | 'common'>();

	return {
		/** Note the words of the post at this index of the dump. */
		add(index: number, text: string): void {
			for (const word of distinct(text).keys()) {
				const list = postings.get(word);
				if (list === undefined) postings.set(word, [index]);
				else if (list === 'common') continue;
				else if (list.length >= mostPosts) postings.set(word, 'common');
				else list.push(index);
			}
		},

		/** The earlier posts that share the rarest words, the closest first, at most `most`. */
		of(index: number, text: string, most: number, dump: Dump): readonly Related[] {
			const topic = dump.posts[index]?.topic;
			const shares = new Map<number, {weight: number; words: {word: string; posts: number}[]}>();
			for (const [word, written] of distinct(text)) {
				const list = postings.get(word);
				if (list === undefined || list === 'common' || list.length > rareIn(dump.posts.length)) continue;
				for (const other of list) {
					if (other >= index || dump.posts[other]?.topic !== topic) continue;
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
					const post = dump.posts[at];
					if (post === undefined) return [];
					const shared = share.words.sort((a, b) => a.posts - b.posts).map(word => word.word);
					return [{post: post.id, shared}];
				});
		},
	};
}

/** The distinct words worth comparing, folded, with the way they are first written. */
function distinct(text: string): Map<string, string> {
	const found = new Map<string, string>();
	for (const word of words(text)) {
		if (word.text.length < leastLetters) continue;
		const folded = fold(word.text);
		if (!found.has(folded) && !grammar.has(folded)) found.set(folded, word.text);
	}
	return found;
}
