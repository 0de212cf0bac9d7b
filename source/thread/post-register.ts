/**
The register: where in the dump the posts of a topic, of a number, of an author are.

Positions are indexes of `Dump.posts`; lists are in thread order. It grows with the dump.
*/
import type {Dump} from './dump.ts';

export type PostRegister = {
	/** Take the posts that a newer snapshot adds. */
	readonly extend: (dump: Dump) => void;
	/** Whether any post states its parent. */
	readonly statesParents: boolean;
	/** The post of this number in a topic, or -1. Of several the last one. */
	readonly numbered: (topic: string, number: number) => number;
	/** Whether a topic of this id is in the dump. */
	readonly hasTopic: (topic: string) => boolean;
	/** Whether somebody of this name, in whatever case, has a post in the topic before this position. */
	readonly hasPosted: (topic: string, name: string, before: number) => boolean;
	/** The posts of a name (user name or display name) before a position, the latest first, so many at most. */
	readonly byAuthor: (topic: string, name: string, before: number, most: number) => readonly number[];
	/** The posts of a topic before a position, the latest first, so many at most. */
	readonly preceding: (topic: string, before: number, most: number) => readonly number[];
	/** The first post of a topic, or -1. */
	readonly first: (topic: string) => number;
};

/** @returns A register of no posts. Never throws. */
export function createPostRegister(): PostRegister {
	const topics = new Map<string, number[]>();
	const authors = new Map<string, number[]>();
	const numbers = new Map<string, number>();
	let known = 0;
	let statesParents = false;

	const authorsOf = (topic: string, name: string): readonly number[] =>
		authors.get(key(topic, name.toLowerCase())) ?? [];

	return {
		extend: dump => {
			for (; known < dump.posts.length; known++) {
				const post = dump.posts[known];
				if (post === undefined) continue;
				append(topics, post.topic, known);
				if (post.parent !== null) statesParents = true;
				if (post.number !== null) numbers.set(key(post.topic, String(post.number)), known);
				for (const name of [post.author, post.name]) {
					if (name !== null) append(authors, key(post.topic, name.toLowerCase()), known);
				}
			}
		},
		get statesParents() {
			return statesParents;
		},
		numbered: (topic, number) => numbers.get(key(topic, String(number))) ?? -1,
		hasTopic: topic => topics.has(topic),
		hasPosted: (topic, name, before) => (authorsOf(topic, name)[0] ?? before) < before,
		byAuthor: (topic, name, before, most) => latestBefore(authorsOf(topic, name), before, most),
		preceding: (topic, before, most) => latestBefore(topics.get(topic) ?? [], before, most),
		first: topic => topics.get(topic)?.[0] ?? -1,
	};
}

function key(topic: string, part: string): string {
	return `${topic}\n${part}`;
}

function append(lists: Map<string, number[]>, at: string, value: number): void {
	const list = lists.get(at);
	if (list === undefined) lists.set(at, [value]);
	else if (list.at(-1) !== value) list.push(value);
}

/** The last numbers of a rising list that are below a limit, the greatest first. */
function latestBefore(list: readonly number[], limit: number, most: number): readonly number[] {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((list[middle] ?? limit) < limit) low = middle + 1;
		else high = middle;
	}
	return list.slice(Math.max(0, low - most), low).reverse();
}
