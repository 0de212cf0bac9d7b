/**
Listings: which posts the list shows, by row. Every post, the posts of a topic, the hits
of a search, or, where a dump holds several topics and none is open, a row a topic, which
stands for its first post.
*/
import type {Results} from '../search/search.ts';
import type {Dump} from '../thread/dump.ts';
import type {State} from './state.ts';

export type Listing = {
	readonly count: number;
	/** The index in `dump.posts` of a row. */
	readonly at: (row: number) => number;
	/** The row of a post's index, or -1. */
	readonly rowOf: (index: number) => number;
};

/** What listings are made of; a model is one. */
type Known = {readonly dump: Dump; readonly state: State};

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
	return choosesTopic(known) ? topicListing(dump) : postListing(dump, openTopic(known));
}

/** The hits of the search at hand, whether or not it narrows the list; `null` without a search. */
export function hits(known: Known): Listing | null {
	const {search} = known.state;
	if (search === null || search.results === null || search.query.trim() === '') return null;
	return hitListing(search.results, search.narrowed ? search.order : 'thread', known);
}

function narrows({search}: State): boolean {
	return search !== null && search.results !== null && search.narrowed;
}

/** The posts of a topic, or of the whole dump. */
export function postListing(dump: Dump, topic: string | null): Listing {
	if (topic === null) {
		const count = dump.posts.length;
		return {count, at: row => row, rowOf: index => (index >= 0 && index < count ? index : -1)};
	}
	return kept(dump, `posts ${topic}`, () => {
		const indices: number[] = [];
		dump.posts.forEach((post, index) => {
			if (post.topic === topic) indices.push(index);
		});
		return ofIndices(indices);
	});
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
		};
	});
}

function hitListing(results: Results, order: 'thread' | 'relevance', known: Known): Listing {
	const {dump} = known;
	const topic = openTopic(known);
	return kept(results, `${order} ${topic ?? ''}`, () => {
		const indices = results.hits
			.map(hit => dump.indexOf(hit.post))
			.filter(index => index >= 0 && (topic === null || dump.posts[index]?.topic === topic));
		return ofIndices(order === 'thread' ? Array.from(Int32Array.from(indices).sort()) : indices);
	});
}

function ofIndices(indices: readonly number[]): Listing {
	const rows = new Map(indices.map((index, row) => [index, row]));
	return {count: indices.length, at: row => indices[row] ?? -1, rowOf: index => rows.get(index) ?? -1};
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
