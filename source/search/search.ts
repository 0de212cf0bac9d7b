/**
What search is, apart from how it is done: the query, its hits, and the engine that
finds them. The view knows only this file's names.
*/

import type {Dump} from '../thread/dump.ts';
import type {Post, PostId} from '../thread/post.ts';

export type Field = 'author' | 'quote' | 'text';

/** Where a post matched, in UTF-16 units of the field's text. */
export type Match = {
	readonly field: Field;
	/** Which of the body's quotes, for `quote`; for `author` 0 is the user name and 1 the display name; else 0. */
	readonly index: number;
	readonly start: number;
	readonly end: number;
};

/** What the reader has done with a post; known outside of the dump. */
export type ReadingState = 'unread' | 'marked';

/** Whether a post is in a reading state, for `is:unread` and `is:marked`. */
export type ReadingStates = (state: ReadingState, post: Post) => boolean;

export type Hit = {
	readonly post: PostId;
	/** 0 best … 1 worst. */
	readonly score: number;
	/** Whether every word of the query stands in the post as it was typed, not only nearly. */
	readonly exact: boolean;
};

/** The posts that answer, best first: all exact hits before the similar ones. Each is made when it is asked for. */
export type Hits = Iterable<Hit> & {
	readonly count: number;
	/** The hit of a rank, from 0. */
	readonly at: (rank: number) => Hit | undefined;
	readonly has: (post: PostId) => boolean;
	/** Where the hits stand in `dump.posts`, best first; those that this snapshot does not have are left out. */
	readonly positions: (dump: Dump) => Uint32Array;
	/** The same in the order of the dump. */
	readonly inOrder: (dump: Dump) => Uint32Array;
};

export type Results = {
	/** The query as it was typed. */
	readonly query: string;
	readonly mode: SearchMode;
	readonly hits: Hits;
	/** What is wrong with the query, in words, or `null`. A faulty query has no hits. */
	readonly error: string | null;
	/**
	Whether every post of the dump was looked at. If not, the same search asked again goes on: it finds
	more once more is indexed, and a regular expression looks at more posts each time.
	*/
	readonly complete: boolean;
};

/**
How the plain words of a query are looked for: nearly as typed, as whole words, letter for letter,
or the whole query as a regular expression.
*/
export type SearchMode = 'fuzzy' | 'words' | 'exact' | 'regex';

export const searchModes: readonly SearchMode[] = ['fuzzy', 'words', 'exact', 'regex'];

export type Engine = {
	/** Posts already in the index. */
	readonly indexed: number;
	/**
	Index a newer snapshot's posts for about this long.
	@returns Whether every post of the snapshot is in the index now. If not, the next one may have to be
		prepared first.
	*/
	readonly index: (dump: Dump, budgetMs: number) => boolean;
	/**
	Find the posts that answer a query: among those indexed, and for a few milliseconds, as typed, among
	those that are not yet. Never throws.
	*/
	readonly search: (query: string, mode?: SearchMode) => Results;
	/**
	Find what answers a single query in a whole dump, bodies read: nothing is indexed that this query does
	not need, nothing is kept. Takes as long as it takes. Never throws.
	*/
	readonly once: (dump: Dump, query: string, mode?: SearchMode) => Results;
	/** Where a post matches a query, in order of place; empty if it does not. Cheap: for posts on screen. */
	readonly matches: (query: string, post: Post, mode?: SearchMode) => readonly Match[];
};
