/**
A topic while it is being gathered: its posts, and what pages and posts have said of it.
*/
import {Pieces} from '../../thread/pieces.ts';
import type {Post} from '../../thread/post.ts';
import type {Json} from '../json/json.ts';
import type {Key} from './post-json.ts';

/** A post as it was shown, and what it takes to write it anew in its place. */
export type Gathered = {
	readonly post: Post;
	readonly key: Key | null;
	/** Before it was made safe. */
	readonly raw: string;
	/** Its words as they stand in the JSON. */
	readonly cooked: Json | undefined;
	/** The number of the post that it answers, in the same topic. */
	readonly answers: number | null;
	/** Whether it is a small action, shown or not. */
	readonly isAction: boolean;
};

export type Topic = {
	readonly id: string;
	title: string | null;
	slug: string | null;
	site: string | null;
	/** The same as its posts say it, where no page of it does. */
	titleOfPosts: string | null;
	slugOfPosts: string | null;
	siteOfPosts: string | null;
	source: string | null;
	/** The ids of all its posts in order, as Discourse lists them beside a page. */
	stream: readonly Key[];
	/** How many posts Discourse says it has. */
	count: number | null;
	/** Whether it came as a page of one topic, and not as a post among others. */
	isPage: boolean;
	posts: Pieces<Gathered>;
	/** Whether their numbers are 1, 2, 3 … */
	isConsecutive: boolean;
	/** The first post of each id; `null` until somebody has to ask. */
	byKey: Map<Key, Gathered> | null;
	/** The greatest number so far: a post with a greater one cannot have come before. */
	highest: number;
	doubles: number;
};

export function newTopic(id: string): Topic {
	return {
		id,
		title: null,
		slug: null,
		site: null,
		titleOfPosts: null,
		slugOfPosts: null,
		siteOfPosts: null,
		source: null,
		stream: [],
		count: null,
		isPage: false,
		posts: new Pieces(),
		isConsecutive: true,
		byKey: null,
		highest: 0,
		doubles: 0,
	};
}

/** The first post of each id. */
export function keysOf(topic: Topic): Map<Key, Gathered> {
	if (topic.byKey !== null) return topic.byKey;
	const byKey = new Map<Key, Gathered>();
	for (const post of topic.posts) if (post.key !== null && !byKey.has(post.key)) byKey.set(post.key, post);
	topic.byKey = byKey;
	return byKey;
}

/** The posts that the stream names and no page holds, in runs: each under the post that it stands before, or at the end. */
export function missingRuns(topic: Topic): {
	readonly before: ReadonlyMap<Key, readonly Key[]>;
	readonly atEnd: readonly Key[];
} {
	const before = new Map<Key, readonly Key[]>();
	let run: Key[] = [];
	const byKey = topic.stream.length === 0 ? null : keysOf(topic);
	for (const key of topic.stream) {
		if (byKey?.has(key) !== true) {
			run.push(key);
		} else if (run.length > 0) {
			before.set(key, run);
			run = [];
		}
	}
	return {before, atEnd: run};
}
