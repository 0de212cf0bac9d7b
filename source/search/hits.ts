/**
Hits: the answer to a query as two rows of numbers, made into hits one by one.

A first letter finds nearly every post, and nobody looks at more than a screen of them.
*/
import type {Dump} from '../thread/dump.ts';
import type {PostId} from '../thread/post.ts';
import {gradeOf, type Order, scoreOf} from './rank.ts';
import {scratchRow} from './scratch.ts';
import type {Hit, Hits} from './search.ts';
import {isExact} from './word-match.ts';

/** @param order - Posts by their place in the dump. Kept. */
export function makeHits(dump: Dump, {posts, orders}: Order): Hits {
	const at = (rank: number): Hit | undefined => {
		const post = dump.posts[posts[rank] ?? -1];
		const order = orders[rank] ?? 0;
		return post && {post: post.id, score: scoreOf(order), exact: isExact(gradeOf(order))};
	};
	return {
		count: posts.length,
		at,
		has: (post: PostId) => {
			const place = dump.indexOf(post);
			return place >= 0 && posts.includes(place);
		},
		positions: other => (other === dump ? posts : inOther(dump, posts, other)),
		inOrder: other => rising(other === dump ? posts : inOther(dump, posts, other), other.posts.length),
		*[Symbol.iterator]() {
			for (let rank = 0; rank < posts.length; rank++) {
				const hit = at(rank);
				if (hit !== undefined) yield hit;
			}
		},
	};
}

export const noHits: Hits = {
	count: 0,
	at: () => undefined,
	has: () => false,
	positions: () => new Uint32Array(0),
	inOrder: () => new Uint32Array(0),
	*[Symbol.iterator]() {},
};

/** Snapshots that follow each other nearly always hold a post in the same place. */
function inOther(dump: Dump, posts: Uint32Array, other: Dump): Uint32Array {
	const found = new Uint32Array(posts.length);
	let count = 0;
	for (const post of posts) {
		const id = dump.posts[post]?.id ?? '';
		const place = other.posts[post]?.id === id ? post : other.indexOf(id);
		if (place >= 0) found[count++] = place;
	}
	return found.subarray(0, count);
}

/* Where at least one post in so many is a hit, looking at every post takes less time than sorting. */
const sparse = 32;

const isInRow = scratchRow(length => new Uint8Array(length));

/** Numbers below a limit, none of them twice, the least first. */
function rising(numbers: Uint32Array, limit: number): Uint32Array {
	if (numbers.length * sparse < limit) return numbers.toSorted();
	const isIn = isInRow(limit).fill(0);
	for (let at = 0; at < numbers.length; at++) isIn[numbers[at] ?? 0] = 1;
	// One more than there are: a number is written before it is known whether it stays, which no processor has to guess.
	const sorted = new Uint32Array(numbers.length + 1);
	let count = 0;
	for (let number = 0; number < limit; number++) {
		sorted[count] = number;
		count += isIn[number] ?? 0;
	}
	return sorted.subarray(0, count);
}
