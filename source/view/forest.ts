/**
The forest: posts as trees of answers, derived from the context and kept flat, in arrays
by the post's index, so that folding and filtering are single passes.
*/
import type {Context} from '../thread/context.ts';
import type {Dump} from '../thread/dump.ts';
import type {PostId} from '../thread/post.ts';
import {type Ahead, type Known, makeAhead, postsAStep, type Steps} from './ahead.ts';

export type Forest = Arrays & {
	/** The roots that have answers. */
	readonly answeredRoots: ReadonlySet<PostId>;
};

type Arrays = {
	/** The index of the post that a post answers, -1 for a root. */
	readonly parent: Int32Array;
	/** Indices in pre-order: every post before its answers, answers in the order of the dump. */
	readonly order: Int32Array;
	/** Where a post stands in `order`. */
	readonly position: Int32Array;
	readonly depth: Int32Array;
	/** How many posts came of a post, itself left out. They follow it in `order`. */
	readonly descendants: Int32Array;
};

/** The forest of a dump, as far as its context has been read. A post in a ring of answers becomes a root. */
export function forestOf(dump: Dump, context: Context): Forest {
	return forests.of({dump, context}, null);
}

/** See `Ahead`. Depends on no topic: no post answers one of another. */
export const forests: Ahead<Forest> = makeAhead(plant);

function* plant({dump, context}: Known, _: string | null, covered: number): Steps<Forest> {
	const count = dump.posts.length;
	const parent = new Int32Array(count).fill(-1);
	for (let index = 0; index < covered; index++) {
		if (index % postsAStep === 0) yield;
		const post = dump.posts[index];
		const answered = post === undefined ? null : context.parentOf(post);
		if (post === undefined || answered === null) continue;
		const at = dump.indexOf(answered.post);
		if (at !== index && dump.posts[at]?.topic === post.topic) parent[index] = at;
	}
	yield* cutRings(parent);
	const arrays = yield* grow(parent);
	return {...arrays, answeredRoots: yield* findAnsweredRoots(dump, arrays)};
}

function* findAnsweredRoots({posts}: Dump, {parent, descendants}: Arrays): Steps<ReadonlySet<PostId>> {
	const found = new Set<PostId>();
	for (let index = 0; index < parent.length; index++) {
		if (index % postsAStep === 0) yield;
		const post = posts[index];
		if (post !== undefined && parent[index] === -1 && descendants[index] !== 0) found.add(post.id);
	}
	return found;
}

/** Where answers go round in a ring, the earliest of them becomes a root. */
function* cutRings(parent: Int32Array): Steps<void> {
	// On which walk up, from which post, a post was met first.
	const met = new Int32Array(parent.length).fill(-1);
	for (let from = 0; from < parent.length; from++) {
		if (from % postsAStep === 0) yield;
		let at = from;
		for (; at !== -1 && met[at] === -1; at = parent[at] ?? -1) met[at] = from;
		if (at === -1 || met[at] !== from) continue;
		let earliest = at;
		for (let other = parent[at] ?? at; other !== at; other = parent[other] ?? at) earliest = Math.min(earliest, other);
		parent[earliest] = -1;
	}
}

/** @param parent - Without rings. */
function* grow(parent: Int32Array): Steps<Arrays> {
	const count = parent.length;
	// Children as linked lists in two arrays: the first child of a post, the next one of its parent. So are the roots.
	const firstChild = new Int32Array(count).fill(-1);
	const nextSibling = new Int32Array(count).fill(-1);
	let firstRoot = -1;
	for (let index = count - 1; index >= 0; index--) {
		if (index % postsAStep === 0) yield;
		const above = parent[index] ?? -1;
		nextSibling[index] = (above === -1 ? firstRoot : firstChild[above]) ?? -1;
		if (above === -1) firstRoot = index;
		else firstChild[above] = index;
	}
	const order = new Int32Array(count);
	const position = new Int32Array(count);
	const depth = new Int32Array(count);
	for (let placed = 0, index = firstRoot; index !== -1; placed++) {
		if (placed % postsAStep === 0) yield;
		const above = parent[index] ?? -1;
		depth[index] = above === -1 ? 0 : (depth[above] ?? 0) + 1;
		position[index] = placed;
		order[placed] = index;
		// Down to its first answer, else to the next answer to the same post, or to the nearest above that has a next one.
		let next = firstChild[index] ?? -1;
		for (let at = index; next === -1 && at !== -1; at = parent[at] ?? -1) next = nextSibling[at] ?? -1;
		index = next;
	}
	const descendants = yield* countDescendants(order, parent);
	return {parent, order, position, depth, descendants};
}

function* countDescendants(order: Int32Array, parent: Int32Array): Steps<Int32Array> {
	const descendants = new Int32Array(order.length);
	for (let at = order.length - 1; at >= 0; at--) {
		if (at % postsAStep === 0) yield;
		const index = order[at] ?? -1;
		const above = parent[index] ?? -1;
		if (above !== -1) descendants[above] = (descendants[above] ?? 0) + (descendants[index] ?? 0) + 1;
	}
	return descendants;
}
