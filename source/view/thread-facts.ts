/**
Facts of a whole dump that the screen needs at every frame. Of a newer snapshot only the posts that are new are counted.
*/
import {cellWidth} from '../text/cells.ts';
import type {Post} from '../thread/post.ts';
import type {Known} from './ahead.ts';
import {shortCount} from './words.ts';

export type ThreadFacts = {
	/** Posts people wrote: actions and missing ones left out. */
	readonly posts: number;
	/** All likes known, or `null` where the dump tells none. */
	readonly likes: number | null;
	/** Distinct authors, 0 where the dump names none. */
	readonly people: number;
	readonly mostLikes: number;
	/** Where in `dump.posts` the posts with the most likes stand, most first, the earlier one first of equals. */
	readonly liked: readonly number[];
	/** Cells of the widest number, author and likes count (as `shortCount` writes it). */
	readonly numberWidth: number;
	readonly authorWidth: number;
	readonly likesWidth: number;
	readonly firstDate: string | null;
	readonly lastDate: string | null;
};

const mostLiked = 32;

/** @param topic - Count this topic only; `null` counts the whole dump. */
export function threadFacts({dump, context}: Known, topic: string | null = null): ThreadFacts {
	let byTopic = counts.get(context);
	if (byTopic === undefined) {
		byTopic = new Map();
		counts.set(context, byTopic);
	}
	let count = byTopic.get(topic);
	if (count === undefined || !goesOn(count.posts, dump.posts)) {
		count = new Count(topic);
		byTopic.set(topic, count);
	}
	if (count.posts !== dump.posts) count.add(dump.posts);
	return count.facts;
}

/** A context goes on with every snapshot of a dump. */
const counts = new WeakMap<Known['context'], Map<string | null, Count>>();

/** Whether a newer snapshot holds all posts of an older one as they were, at its beginning. */
function goesOn(before: readonly Post[], after: readonly Post[]): boolean {
	if (before === after) return true;
	for (let index = 0; index < before.length; index++) if (before[index] !== after[index]) return false;
	return true;
}

class Count {
	readonly #topic: string | null;
	readonly #people = new Set<string>();
	/** The posts counted. */
	posts: readonly Post[] = [];
	facts: ThreadFacts = {
		posts: 0,
		likes: null,
		people: 0,
		mostLikes: 0,
		liked: [],
		numberWidth: 1,
		authorWidth: 0,
		likesWidth: 0,
		firstDate: null,
		lastDate: null,
	};

	constructor(topic: string | null) {
		this.#topic = topic;
	}

	/** @param posts - Those counted already, and more. */
	add(posts: readonly Post[]): void {
		let {posts: written, likes, mostLikes, numberWidth, authorWidth, likesWidth, firstDate, lastDate} = this.facts;
		const liked = [...this.facts.liked];
		for (let index = this.posts.length; index < posts.length; index++) {
			const post = posts[index];
			if (post === undefined || (this.#topic !== null && post.topic !== this.#topic)) continue;
			if (post.kind !== 'action' && post.kind !== 'missing') written++;
			if (post.likes !== null) {
				likes = (likes ?? 0) + post.likes;
				mostLikes = Math.max(mostLikes, post.likes);
				if (post.likes !== 0) likesWidth = Math.max(likesWidth, shortCount(post.likes).length);
				keepLiked(liked, index, posts);
			}
			numberWidth = Math.max(numberWidth, String(post.number ?? '').length);
			authorWidth = Math.max(authorWidth, this.#newAuthorWidth(post.author));
			firstDate = earlier(firstDate, post.date);
			lastDate = later(lastDate, post.date);
		}
		this.posts = posts;
		const people = this.#people.size;
		const widths = {numberWidth, authorWidth, likesWidth};
		this.facts = {posts: written, likes, people, mostLikes, liked, ...widths, firstDate, lastDate};
	}

	/** 0 for an author already seen. */
	#newAuthorWidth(author: string | null): number {
		if (author === null || this.#people.has(author)) return 0;
		this.#people.add(author);
		return cellWidth(author);
	}
}

function keepLiked(liked: number[], index: number, posts: readonly Post[]): void {
	const likesOf = (at: number | undefined) => posts[at ?? -1]?.likes ?? 0;
	const likes = likesOf(index);
	if (likes <= 0 || (liked.length === mostLiked && likes <= likesOf(liked.at(-1)))) return;
	const place = liked.findIndex(other => likesOf(other) < likes);
	liked.splice(place === -1 ? liked.length : place, 0, index);
	if (liked.length > mostLiked) liked.pop();
}

function earlier(one: string | null, other: string | null): string | null {
	return one === null || (other !== null && other < one) ? other : one;
}

function later(one: string | null, other: string | null): string | null {
	return one === null || (other !== null && other > one) ? other : one;
}
