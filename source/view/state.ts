/**
State: what the person looking at a dump has done. Plain data.

It holds ids and places in texts, never row numbers, so that it means the same after a
resize, a filter, or when more of the file has arrived.
*/
import type {PaneName, Size} from '../layout/panes.ts';
import type {Results, SearchMode} from '../search/search.ts';
import type {PostId} from '../thread/post.ts';
import type {CommandId} from './commands.ts';
import type {Effect} from './effects.ts';
import type {Lens} from './lens.ts';
import type {Line} from './line-editor.ts';

/** Where somebody is in a dump. */
export type Place = {
	/** The topic that is open, where a dump holds several; `null` while one is being chosen. */
	readonly topic: string | null;
	readonly post: PostId | null;
	/** The post in the list's first row. */
	readonly top: PostId | null;
	/** How far the post is scrolled: the position of the first body line shown. */
	readonly scroll: number;
	readonly focus: PaneName;
};

/** A place and what the list showed there: all that it takes to come back to the same rows. */
export type Visit = {
	readonly place: Place;
	/** The entry chosen in the context pane, by its key. */
	readonly entry: string | null;
	readonly tree: boolean;
	readonly folded: ReadonlySet<PostId>;
	readonly lens: Lens | null;
	/** How the hits were listed, where there was a search. */
	readonly hits: Pick<Search, 'narrowed' | 'order' | 'match'> | null;
};

export type Prompt = {
	/** What is typed: a query, a command of ours, a command for the shell. */
	readonly kind: 'search' | 'command' | 'shell';
	readonly line: Line;
	/** Grows with every edit that the text input did not make itself. */
	readonly revision: number;
	/** In the palette: which of the commands found is chosen. */
	readonly chosen: number;
	/** How far back in the lines of before, of the same kind, the line was taken from; 0 where it was typed. */
	readonly recalled: number;
	/** Tab's choices for what was typed, and which of them stands in the line. */
	readonly completion: {readonly texts: readonly string[]; readonly index: number} | null;
	/** What leaving the prompt by Esc comes back to. */
	readonly before: {readonly visit: Visit; readonly search: Search | null};
};

export type Search = {
	readonly query: string;
	readonly mode: SearchMode;
	/** `null` until the first answer has come. */
	readonly results: Results | null;
	readonly order: 'thread' | 'relevance';
	/** Whether posts that are no hits are left out of the list. */
	readonly narrowed: boolean;
	/** Where the search was begun; leaving it leads back there. */
	readonly origin: Visit;
	/** The match that stands out, counted over the matches of the post at the cursor. */
	readonly match: number;
};

export type Overlay = {readonly type: 'help' | 'info'; readonly top: number};

export type Notice = {readonly level: 'note' | 'warning'; readonly text: string};

export type State = {
	readonly size: Size;
	readonly place: Place;
	/** The entry chosen in the context pane, by its key. */
	readonly entry: string | null;
	readonly back: readonly Visit[];
	readonly forward: readonly Visit[];
	readonly prompt: Prompt | null;
	readonly search: Search | null;
	/** Queries of before, the latest last. */
	readonly queries: readonly string[];
	/** Shell commands of before, the latest last. */
	readonly shellCommands: readonly string[];
	readonly overlay: Overlay | null;
	/** The jump that `.` repeats. */
	readonly jump: CommandId | null;
	/** What is done if the reader types `y` now. */
	readonly question: {readonly text: string; readonly yes: Effect} | null;
	/** What was typed of a link's label while links have labels; else `null`. */
	readonly hints: string | null;
	/** Keys typed of a command that is not complete: a count, a prefix such as `y`. */
	readonly pending: {readonly count: string; readonly prefix: string};
	/** Whether the list shows the posts as trees of answers. */
	readonly tree: boolean;
	/** Posts whose answers are folded away in the tree. */
	readonly folded: ReadonlySet<PostId>;
	/** The part of the conversation that is looked at alone. */
	readonly lens: Lens | null;
	readonly marks: Readonly<Record<string, PostId>>;
	/** Posts that are copied, piped, edited and saved together, in place of the one at the cursor. */
	readonly selected: ReadonlySet<PostId>;
	readonly notice: Notice | null;
	/** Steps of 5 % by which the list was made wider. */
	readonly share: number;
	readonly contextShown: boolean;
	readonly quotesFolded: boolean;
	/** Whether spoilers, details and signatures are open. */
	readonly revealed: boolean;
	/** Whether long lines of code and tables are cut; else they are wrapped. */
	readonly clipped: boolean;
	/** Whether the post is shown as the dump wrote it. */
	readonly raw: boolean;
	readonly mouse: boolean;
	/** Whether the file is read anew when it changes; the cursor then stays at the last post where it is there. */
	readonly following: boolean;
};

/** Start at the first post, unless a place is known. */
export function initialState(size: Size, options: Partial<Pick<State, 'place' | 'marks' | 'mouse'>> = {}): State {
	return {
		size,
		place: {topic: null, post: null, top: null, scroll: 0, focus: 'list'},
		entry: null,
		back: [],
		forward: [],
		prompt: null,
		search: null,
		queries: [],
		shellCommands: [],
		overlay: null,
		jump: null,
		question: null,
		hints: null,
		pending: {count: '', prefix: ''},
		tree: false,
		folded: new Set(),
		lens: null,
		marks: {},
		selected: new Set(),
		notice: null,
		share: 0,
		contextShown: true,
		quotesFolded: false,
		revealed: false,
		clipped: false,
		raw: false,
		mouse: false,
		following: false,
		...options,
	};
}
