/**
Facts of a whole dump that the screen needs at every frame: counted once a snapshot.
*/
import {cellWidth} from '../text/cells.ts';
import type {Dump} from '../thread/dump.ts';
import type {Post} from '../thread/post.ts';

export type ThreadFacts = {
	/** Posts people wrote: actions and missing ones left out. */
	readonly posts: number;
	/** All likes known, or `null` where the dump tells none. */
	readonly likes: number | null;
	/** Distinct authors, 0 where the dump names none. */
	readonly people: number;
	readonly mostLikes: number;
	/** Cells of the widest number, author and likes count. */
	readonly numberWidth: number;
	readonly authorWidth: number;
	readonly likesWidth: number;
	readonly firstDate: string | null;
	readonly lastDate: string | null;
};

const known = new WeakMap<Dump, Map<string | null, ThreadFacts>>();

/** @param topic - Count this topic only; `null` counts the whole dump. */
export function threadFacts(dump: Dump, topic: string | null = null): ThreadFacts {
	let byTopic = known.get(dump);
	if (byTopic === undefined) {
		byTopic = new Map();
		known.set(dump, byTopic);
	}
	let facts = byTopic.get(topic);
	if (facts === undefined) {
		facts = countFacts(dump.posts, topic);
		byTopic.set(topic, facts);
	}
	return facts;
}

function countFacts(all: readonly Post[], topic: string | null): ThreadFacts {
	let posts = 0;
	let likes: number | null = null;
	let mostLikes = 0;
	let numberWidth = 1;
	let authorWidth = 0;
	let firstDate: string | null = null;
	let lastDate: string | null = null;
	const people = new Set<string>();
	for (const post of all) {
		if (topic !== null && post.topic !== topic) continue;
		if (post.kind !== 'action' && post.kind !== 'missing') posts++;
		if (post.likes !== null) {
			likes = (likes ?? 0) + post.likes;
			mostLikes = Math.max(mostLikes, post.likes);
		}
		numberWidth = Math.max(numberWidth, String(post.number ?? '').length);
		if (post.author !== null && !people.has(post.author)) {
			people.add(post.author);
			authorWidth = Math.max(authorWidth, cellWidth(post.author));
		}
		if (post.date !== null) {
			if (firstDate === null || post.date < firstDate) firstDate = post.date;
			if (lastDate === null || post.date > lastDate) lastDate = post.date;
		}
	}
	return {
		posts,
		likes,
		people: people.size,
		mostLikes,
		numberWidth,
		authorWidth,
		likesWidth: mostLikes === 0 ? 0 : String(mostLikes).length,
		firstDate,
		lastDate,
	};
}
