/**
Renewal: a dump read anew beside what it was, post by post, so that whoever stands at a post finds it again.

A post is told by its id. Where ids are no more than places in the dump, a post that came in before others moves their
ids on: then it is told by its author and its words.
*/
import type {Dump} from './dump.ts';
import type {Post, PostId} from './post.ts';

export type Renewal = {
	/** Every post of before, in its order → its id now, or `null` where it is gone. */
	readonly ids: ReadonlyMap<PostId, PostId | null>;
	/** Posts that were not there before, in their order. */
	readonly added: readonly Post[];
	/** How many say other words now. */
	readonly edited: number;
	/** How many say the same, and have other likes or dates. */
	readonly revised: number;
	readonly gone: number;
};

/** Compare a dump with itself read anew; takes a look or two at every post. Never throws. */
export function renewalOf(before: Dump, now: Dump): Renewal {
	const ids = new Map<PostId, PostId | null>(before.posts.map(post => [post.id, null]));
	const added = new Set(now.posts);
	let edited = 0;
	let revised = 0;
	const pair = (post: Post, found: Post) => {
		ids.set(post.id, found.id);
		added.delete(found);
		if (!saysSame(post, found)) edited++;
		else if (isRevised(post, found)) revised++;
	};
	const namesake = (post: Post) => now.posts[now.indexOf(post.id)];

	const moved = before.posts.filter(post => {
		const found = namesake(post);
		if (found === undefined || !saysSame(post, found)) return true;
		pair(post, found);
		return false;
	});
	const byWords = moved.length === 0 ? new Map<string, Post[]>() : groupedFromLast(added);
	const unlike = moved.filter(post => {
		const found = post.raw === '' ? undefined : byWords.get(wordsOf(post))?.pop();
		if (found !== undefined) pair(post, found);
		return found === undefined;
	});
	for (const post of unlike) {
		const found = namesake(post);
		if (found !== undefined && added.has(found) && post.author === found.author) pair(post, found);
	}
	let gone = 0;
	for (const id of ids.values()) if (id === null) gone++;
	return {ids, added: [...added], edited, revised, gone};
}

function saysSame(one: Post, other: Post): boolean {
	return one.raw === other.raw && one.author === other.author && one.kind === other.kind && one.action === other.action;
}

function isRevised(one: Post, other: Post): boolean {
	return one.likes !== other.likes || one.edited !== other.edited || one.date !== other.date;
}

/** Posts by their words, the first of each group last: there it is taken from. */
function groupedFromLast(posts: Iterable<Post>): Map<string, Post[]> {
	const groups = new Map<string, Post[]>();
	for (const post of [...posts].reverse()) {
		const words = wordsOf(post);
		const group = groups.get(words);
		if (group === undefined) groups.set(words, [post]);
		else group.push(post);
	}
	return groups;
}

function wordsOf({author, raw}: Post): string {
	return `${author ?? ''}\n${raw}`;
}
