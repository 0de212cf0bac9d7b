/**
Listings: which posts the list shows, by row. Every post, the posts of a topic, the hits
of a search, or, where a dump holds several topics and none is open, a row a topic, which
stands for its first post.
*/
import type {Results} from '../search/search.ts';
import type {Context} from '../thread/context.ts';
import type {Dump} from '../thread/dump.ts';
import type {PostId} from '../thread/post.ts';
import {type Forest, forestOf} from './forest.ts';
import {type Lens, lensFilter} from './lens.ts';
import type {State} from './state.ts';

export type Listing = {
	readonly count: number;
	/** The index in `dump.posts` of a row. */
	readonly at: (row: number) => number;
	/** The row of a post's index, or -1. */
	readonly rowOf: (index: number) => number;
	/** Where exact hits are parted from similar ones: the row of the first that is only similar. Else `null`. */
	readonly similarFrom: number | null;
};

/** What listings are made of; a model is one. */
type Known = {readonly dump: Dump; readonly context: Context; readonly state: State};

/** Whether the list shows topics to choose from. */
export function choosesTopic({dump, state}: Known): boolean {
	return dump.topics.length > 1 && state.place.topic === null && !narrows(state);
}

/** The topic that is open where a dump holds several; else `null`. */
export function openTopic({dump, state}: Known): string | null {
	return dump.topics.length > 1 ? state.place.topic : null;
}

/** The rows of the list. */
export function listing(known: Known): Listing {
	const {dump, state} = known;
	const {search} = state;
	if (search?.results && narrows(state)) return hitListing(search.results, search.order, known);
	if (choosesTopic(known)) return topicListing(dump);
	const topic = openTopic(known);
	return state.tree || state.lens !== null ? arrangedListing(known, topic) : postListing(dump, topic);
}

/** Whether the list is drawn as trees. */
export function showsTree(known: Known): boolean {
	return known.state.tree && !narrows(known.state) && !choosesTopic(known);
}

/** The hits of the search at hand, whether or not it narrows the list; `null` without a search. */
export function hits(known: Known): Listing | null {
	const {search} = known.state;
	if (search === null || search.results === null || search.query.trim() === '') return null;
	return hitListing(search.results, search.narrowed ? search.order : 'thread', known);
}

/** How many hits hold every word as typed; the similar ones follow them in the order of relevance. */
export function exactCount({hits: found}: Results): number {
	let low = 0;
	for (let high = found.count; low < high; ) {
		const middle = (low + high) >>> 1;
		if (found.at(middle)?.exact === true) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Whether the post at an index is a similar hit listed among exact ones, with nothing else to tell them apart. */
export function isSimilarAmongExact(known: Known, index: number): boolean {
	const {search} = known.state;
	if (!search?.results || !narrows(known.state) || search.order === 'relevance') return false;
	const {similarFrom, rowOf} = hitListing(search.results, 'relevance', known);
	return similarFrom !== null && rowOf(index) >= similarFrom;
}

function narrows({search}: State): boolean {
	return search !== null && search.results !== null && search.narrowed;
}

/** The posts of a topic, or of the whole dump. */
export function postListing(dump: Dump, topic: string | null): Listing {
	if (topic === null) {
		const count = dump.posts.length;
		const rowOf = (index: number) => (index >= 0 && index < count ? index : -1);
		return {count, at: row => row, rowOf, similarFrom: null};
	}
	return kept(dump, `posts ${topic}`, () => {
		const indices: number[] = [];
		dump.posts.forEach((post, index) => {
			if (post.topic === topic) indices.push(index);
		});
		return ofIndices(indices);
	});
}

type Arrangement = {
	readonly forest: Forest;
	readonly topic: string | null;
	readonly lens: Lens | null;
	readonly folded: ReadonlySet<PostId> | null;
	readonly listing: Listing;
};

const arrangements = new WeakMap<Dump, Arrangement>();

/** The posts seen through a lens, in the order of the dump or as trees with their folds. */
function arrangedListing({dump, context, state}: Known, topic: string | null): Listing {
	const {lens} = state;
	const folded = state.tree ? state.folded : null;
	const forest = forestOf(dump, context);
	const last = arrangements.get(dump);
	if (last?.forest === forest && last.topic === topic && last.lens === lens && last.folded === folded) {
		return last.listing;
	}
	const isAll = topic === null && lens === null && folded?.size === 0;
	const made = isAll ? ofOrder(forest) : arrange(dump, forest, {topic, lens, folded});
	arrangements.set(dump, {forest, topic, lens, folded, listing: made});
	return made;
}

/** Every post in its tree. */
function ofOrder({order, position}: Forest): Listing {
	return {
		count: order.length,
		at: row => order[row] ?? -1,
		rowOf: index => position[index] ?? -1,
		similarFrom: null,
	};
}

function arrange(
	dump: Dump,
	forest: Forest,
	{topic, lens, folded}: Pick<Arrangement, 'topic' | 'lens' | 'folded'>,
): Listing {
	const {posts} = dump;
	const seen = lens === null ? null : lensFilter(lens, dump, forest);
	const closed = new Uint8Array(posts.length);
	for (const id of folded ?? []) closed[dump.indexOf(id)] = 1;
	const listed = new Int32Array(posts.length);
	// Answers folded away are found in the row of the post they are folded into.
	const rows = new Int32Array(posts.length).fill(-1);
	let count = 0;
	for (let at = 0; at < posts.length; at++) {
		const index = folded === null ? at : (forest.order[at] ?? -1);
		if ((topic !== null && posts[index]?.topic !== topic) || seen?.(index) === false) continue;
		rows[index] = count;
		listed[count] = index;
		if (closed[index] === 1) {
			const end = at + (forest.descendants[index] ?? 0);
			while (at < end) rows[forest.order[++at] ?? -1] = count;
		}
		count++;
	}
	const indices = listed.subarray(0, count);
	return {
		count,
		at: row => indices[row] ?? -1,
		rowOf: index => rows[index] ?? -1,
		similarFrom: null,
	};
}

/** A row a topic: its first post. Every post of a topic is found in its row. */
function topicListing(dump: Dump): Listing {
	return kept(dump, 'topics', () => {
		const rows = new Map(dump.topics.map((topic, row) => [topic.id, row]));
		const firsts = dump.topics.map(() => -1);
		dump.posts.forEach((post, index) => {
			const row = rows.get(post.topic) ?? -1;
			if (firsts[row] === -1) firsts[row] = index;
		});
		return {
			count: firsts.length,
			at: row => firsts[row] ?? -1,
			rowOf: index => rows.get(dump.posts[index]?.topic ?? '') ?? -1,
			similarFrom: null,
		};
	});
}

function hitListing(results: Results, order: 'thread' | 'relevance', known: Known): Listing {
	const {dump} = known;
	const topic = openTopic(known);
	return kept(results, `${order} ${topic ?? ''}`, () => {
		const all = order === 'thread' ? results.hits.inOrder(dump) : results.hits.positions(dump);
		const listed = ofIndices(topic === null ? all : all.filter(index => dump.posts[index]?.topic === topic));
		if (order === 'thread') return listed;
		return {...listed, similarFrom: similarFrom(results, dump, listed)};
	});
}

/** The row behind the last exact hit that is listed: an answer may know of posts that the list lacks. */
function similarFrom(results: Results, dump: Dump, {count, rowOf}: Listing): number | null {
	const exact = exactCount(results);
	if (exact === results.hits.count) return null;
	for (let rank = exact - 1; rank >= 0; rank--) {
		const row = rowOf(dump.indexOf(results.hits.at(rank)?.post ?? ''));
		if (row !== -1) return row + 1 < count ? row + 1 : null;
	}
	return null;
}

/** A first letter finds nearly every post: rows are looked up in a flat array, made when the first one is asked for. */
function ofIndices(indices: ArrayLike<number>): Listing {
	let rows: Int32Array | null = null;
	const rowOf = (index: number) => {
		rows ??= rowsOf(indices);
		return rows[index] ?? -1;
	};
	return {count: indices.length, at: row => indices[row] ?? -1, rowOf, similarFrom: null};
}

function rowsOf(indices: ArrayLike<number>): Int32Array {
	let last = -1;
	for (let row = 0; row < indices.length; row++) last = Math.max(last, indices[row] ?? -1);
	const rows = new Int32Array(last + 1).fill(-1);
	for (let row = indices.length - 1; row >= 0; row--) rows[indices[row] ?? -1] = row;
	return rows;
}

const listings = new WeakMap<object, Map<string, Listing>>();

/** Made once for each snapshot or answer, which never change. */
function kept(owner: object, key: string, make: () => Listing): Listing {
	let known = listings.get(owner);
	if (known === undefined) {
		known = new Map();
		listings.set(owner, known);
	}
	let listed = known.get(key);
	if (listed === undefined) {
		listed = make();
		known.set(key, listed);
	}
	return listed;
}
