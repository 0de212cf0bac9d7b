/**
The order of a thread that several files tell: by its numbers where they are stated, else by date, else as the
files come. What one file misses and another one holds is not missing.
*/
import type {Post} from './post.ts';
import {hasGlobalId} from './same-thread.ts';

/** A post of one of the files; what the merged thread says differently stands beside it. */
export type Placed = {
	readonly post: Post;
	/** Which file it comes from. */
	readonly at: number;
	readonly number: number | null;
	readonly count: number | null;
};

/**
Put the posts of a thread in order.

@param posts - As the files come, no post twice. Where ids are not numbers, or every file counts its posts from 1,
	numbers are mere positions.
@param heldBy - How many posts of the thread each file holds, those that stand in another one as well included.
@returns The same posts in order, mere positions counted anew; runs of missing posts cut to what no file holds: none,
	one or several for one. Never throws.
*/
export function inThreadOrder<Entry extends Placed>(
	posts: readonly Entry[],
	heldBy: ReadonlyMap<number, number>,
): readonly Entry[] {
	const held = posts.filter(({post, number}) => post.kind !== 'missing' && number !== null);
	const numbers = new Set(held.flatMap(({number}) => number ?? []));
	const known = stubsLeft(posts, heldBy);
	if (numbers.size === held.length && !held.some(({post}) => hasGlobalId(post))) {
		return onceMissing(byNumber(known.flatMap(entry => stillMissing(entry, numbers))));
	}
	let position = 0;
	return byDate(known).map(entry => {
		if (entry.post.kind !== 'missing') position++;
		return entry.number === null ? entry : {...entry, number: position};
	});
}

/**
Missing posts that are only counted: below a post, less those that another file has as answers to it; in the whole
thread, what the file that knows most of it misses, less all that is here, said once.
*/
function stubsLeft<Entry extends Placed>(
	posts: readonly Entry[],
	heldBy: ReadonlyMap<number, number>,
): readonly Entry[] {
	const isCounted = ({post, number, count}: Entry) => post.kind === 'missing' && number === null && count !== null;
	const whole = posts.filter(entry => isCounted(entry) && entry.post.parent === null);
	const total = Math.max(...whole.map(({at, count}) => (heldBy.get(at) ?? 0) + (count ?? 0)));
	const answers = new Map<string, number[]>();
	for (const {post, at} of posts) {
		if (post.kind === 'missing' || post.parent === null) continue;
		const files = answers.get(post.parent) ?? [];
		files.push(at);
		answers.set(post.parent, files);
	}
	const here = posts.filter(({post}) => post.kind !== 'missing').length;
	return posts.flatMap(entry => {
		const {post, at, count} = entry;
		if (!isCounted(entry) || count === null) return [entry];
		if (post.parent === null && entry !== whole.at(-1)) return [];
		const found = answers.get(post.parent ?? '')?.filter(file => file !== at).length ?? 0;
		const left = post.parent === null ? total - here : count - found;
		if (post.parent !== null) answers.delete(post.parent);
		return left > 0 ? [{...entry, count: left}] : [];
	});
}

/** Posts without a number stay behind the one before them. */
function byNumber<Entry extends Placed>(posts: readonly Entry[]): readonly Entry[] {
	let last = 0;
	const keyed = posts.map((entry, index) => {
		if (index > 0 && posts[index - 1]?.at !== entry.at) last = 0;
		last = entry.number ?? last;
		return {entry, key: last};
	});
	return keyed.sort((a, b) => a.key - b.key).map(({entry}) => entry);
}

/** Only where every post has a date: else nothing says where the others belong. Missing ones stay behind the one before. */
function byDate<Entry extends Placed>(posts: readonly Entry[]): readonly Entry[] {
	let last = Number.NEGATIVE_INFINITY;
	const keyed = posts.map(entry => {
		if (entry.post.kind !== 'missing') last = Date.parse(entry.post.date ?? '');
		return {entry, time: last};
	});
	if (keyed.some(({time}) => Number.isNaN(time))) return posts;
	return keyed.sort((a, b) => a.time - b.time).map(({entry}) => entry);
}

/** Runs of missing posts, cut where they are what no file holds. */
function stillMissing<Entry extends Placed>(entry: Entry, held: ReadonlySet<number>): readonly Entry[] {
	const {number, count} = entry;
	if (entry.post.kind !== 'missing' || number === null || count === null) return [entry];
	const found = [...held].filter(one => one >= number && one < number + count).sort((a, b) => a - b);
	if (found.length === 0) return [entry];
	const runs: Entry[] = [];
	let start = number;
	for (const end of [...found, number + count]) {
		if (end > start) runs.push({...entry, number: start, count: end - start});
		start = end + 1;
	}
	return runs;
}

/** What several files miss is missing once. */
function onceMissing<Entry extends Placed>(posts: readonly Entry[]): readonly Entry[] {
	let end = 0;
	return posts.flatMap(entry => {
		const {number, count} = entry;
		if (entry.post.kind !== 'missing' || number === null || count === null) return [entry];
		const start = Math.max(number, end);
		const left = number + count - start;
		end = Math.max(end, number + count);
		return left > 0 ? [{...entry, number: start, count: left}] : [];
	});
}
