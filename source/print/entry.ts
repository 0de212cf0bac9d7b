/**
Entries: which posts of a dump are printed, and in what order.

Without a query they are its posts in their order. With one they are the hits, best
first, each with its score and the places that matched.
*/
import type {Engine, Match} from '../search/search.ts';
import type {Dump} from '../thread/dump.ts';
import type {Post} from '../thread/post.ts';

export type Entry = {
	readonly post: Post;
	/** How it answers the query, or `null` when nothing was searched for. */
	readonly hit: {readonly score: number; readonly matches: readonly Match[]} | null;
};

export type Selection =
	| {readonly type: 'entries'; readonly entries: readonly Entry[]}
	/** The query cannot be read; `message` says why. */
	| {readonly type: 'faulty-query'; readonly message: string};

export type Wanted = {
	/** A query, or `null` for every post. */
	readonly search: string | null;
	/** Only the posts of this number (one in each topic at most), or `null`. */
	readonly post: number | null;
};

/**
Select what to print.

@param engine - Makes the engine; it is made only when there is a query.
@returns The entries, none where nothing answers. Never throws.
*/
export function select(dump: Dump, wanted: Wanted, engine: () => Engine): Selection {
	const {post: number} = wanted;
	const isWanted = (post: Post) => number === null || (post.number === number && post.kind !== 'missing');
	if (wanted.search === null) {
		const entries = dump.posts.filter(isWanted).map(post => ({post, hit: null}));
		return {type: 'entries', entries};
	}
	const found = engine();
	const results = found.once(dump, wanted.search);
	if (results.error !== null) return {type: 'faulty-query', message: results.error};
	const entries: Entry[] = [];
	for (const hit of results.hits) {
		const post = dump.posts[dump.indexOf(hit.post)];
		if (post === undefined || !isWanted(post)) continue;
		entries.push({post, hit: {score: hit.score, matches: found.matches(wanted.search, post)}});
	}
	return {type: 'entries', entries};
}
