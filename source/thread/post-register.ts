/**
The register: where in the dump the posts of a topic, of a number, of an author are.

Positions are indexes of `Dump.posts`; lists are in thread order. It grows with the dump.
*/
import type {Dump} from './dump.ts';
import {Numbered} from './numbered.ts';
import type {Markup} from './post.ts';

export type PostRegister = {
	/** Take the posts up to a position that are not known yet. */
	readonly extend: (dump: Dump, end: number) => void;
	/** How many posts are known. */
	readonly known: number;
	/** Whether any of them that is written in this markup, and so read from a dump of the same kind, states its parent. */
	readonly statesParents: (markup: Markup) => boolean;
	/** The post of this number in a topic, or -1. Of several the last one. */
	readonly numbered: (topic: string, number: number) => number;
	/** Whether somebody of this name, in whatever case, has a post in the topic before this position. */
	readonly hasPosted: (topic: string, name: string, before: number) => boolean;
	/** The posts of a name (user name or display name) before a position, the latest first, so many at most. */
	readonly byAuthor: (topic: string, name: string, before: number, most: number) => readonly number[];
	/** The posts of a topic before a position, the latest first, so many at most. */
	readonly preceding: (topic: string, before: number, most: number) => readonly number[];
	/** The first post of a topic, or -1. */
	readonly first: (topic: string) => number;
};

/** Positions, in thread order. */
type TopicPosts = {
	readonly all: number[];
	readonly numbered: Numbered;
	/** By name in lower case. */
	readonly named: Map<string, number[]>;
};

const none: readonly number[] = [];

/** @returns A register of no posts. Never throws. */
export function createPostRegister(): PostRegister {
	const topics = new Map<string, TopicPosts>();
	let known = 0;
	const stating = new Set<Markup>();

	function topicOf(id: string): TopicPosts {
		let topic = topics.get(id);
		if (topic === undefined) {
			topic = {all: [], numbered: new Numbered(), named: new Map()};
			topics.set(id, topic);
		}
		return topic;
	}

	const postsBy = (topic: string, name: string): readonly number[] =>
		topics.get(topic)?.named.get(name.toLowerCase()) ?? none;

	return {
		extend: (dump, end) => {
			for (; known < Math.min(end, dump.posts.length); known++) {
				const post = dump.posts[known];
				if (post === undefined) continue;
				const topic = topicOf(post.topic);
				topic.all.push(known);
				if (post.parentBasis === 'stated') stating.add(post.markup);
				if (post.number !== null) topic.numbered.set(post.number, known);
				if (post.author !== null) noteName(topic, post.author, known);
				if (post.name !== null && post.name !== post.author) noteName(topic, post.name, known);
			}
		},
		get known() {
			return known;
		},
		statesParents: markup => stating.has(markup),
		numbered: (topic, number) => topics.get(topic)?.numbered.get(number) ?? -1,
		hasPosted: (topic, name, before) => (postsBy(topic, name)[0] ?? before) < before,
		byAuthor: (topic, name, before, most) => latestBefore(postsBy(topic, name), before, most),
		preceding: (topic, before, most) => latestBefore(topics.get(topic)?.all ?? none, before, most),
		first: topic => topics.get(topic)?.all[0] ?? -1,
	};
}

function noteName({named}: TopicPosts, name: string, at: number): void {
	const folded = name.toLowerCase();
	const posts = named.get(folded);
	if (posts === undefined) named.set(folded, [at]);
	else if (posts.at(-1) !== at) posts.push(at);
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
