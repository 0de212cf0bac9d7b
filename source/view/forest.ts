/**
The forest: posts as trees of answers, derived from the context and kept flat, in arrays
by the post's index, so that folding and filtering are single passes.
*/
import type {Context} from '../thread/context.ts';
import type {Dump} from '../thread/dump.ts';

export type Forest = {
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

const forests = new WeakMap<Dump, {readonly covered: number; readonly forest: Forest}>();

/** The forest of a dump, as far as its context has been read. A post in a ring of answers becomes a root. */
export function forestOf(dump: Dump, context: Context): Forest {
	const kept = forests.get(dump);
	if (kept?.covered === context.covered) return kept.forest;
	const parent = Int32Array.from(dump.posts, (post, index) => {
		if (index >= context.covered) return -1;
		const answered = context.parentOf(post);
		const at = answered === null ? -1 : dump.indexOf(answered.post);
		return at === index || dump.posts[at]?.topic !== post.topic ? -1 : at;
	});
	const forest = grow(parent);
	forests.set(dump, {covered: context.covered, forest});
	return forest;
}

function grow(parent: Int32Array): Forest {
	const count = parent.length;
	// Children as linked lists in two arrays: the first child of a post, the next one of its parent.
	const firstChild = new Int32Array(count).fill(-1);
	const nextSibling = new Int32Array(count).fill(-1);
	for (let index = count - 1; index >= 0; index--) {
		const above = parent[index] ?? -1;
		if (above === -1) continue;
		nextSibling[index] = firstChild[above] ?? -1;
		firstChild[above] = index;
	}
	const order = new Int32Array(count);
	const position = new Int32Array(count).fill(-1);
	const depth = new Int32Array(count);
	const descendants = new Int32Array(count);
	let placed = 0;

	function place(root: number): void {
		const open = [root];
		for (let index = open.pop(); index !== undefined; index = open.pop()) {
			if (position[index] !== -1) continue;
			const above = parent[index] ?? -1;
			depth[index] = above === -1 ? 0 : (depth[above] ?? 0) + 1;
			position[index] = placed;
			order[placed++] = index;
			const children: number[] = [];
			for (let child = firstChild[index] ?? -1; child !== -1; child = nextSibling[child] ?? -1) children.push(child);
			open.push(...children.reverse());
		}
	}

	for (let index = 0; index < count; index++) if (parent[index] === -1) place(index);
	for (let index = 0; index < count; index++) {
		if (position[index] !== -1) continue;
		parent[index] = -1;
		place(index);
	}
	for (let at = count - 1; at >= 0; at--) {
		const index = order[at] ?? -1;
		const above = parent[index] ?? -1;
		if (above !== -1) descendants[above] = (descendants[above] ?? 0) + (descendants[index] ?? 0) + 1;
	}
	return {parent, order, position, depth, descendants};
}
