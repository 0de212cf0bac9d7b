/**
Effects: what the view wants done outside of it, as data.
*/
import type {Results, SearchMode} from '../search/search.ts';
import type {PostId} from '../thread/post.ts';

export type Effect =
	/** Find posts; the answer comes back as a `found` event. */
	| {readonly type: 'search'; readonly query: string; readonly mode: SearchMode}
	| {readonly type: 'copy'; readonly text: string}
	| {readonly type: 'open'; readonly url: string}
	/** Let a key through to the text input. */
	| {readonly type: 'let-through'; readonly bytes: string}
	| {readonly type: 'mouse'; readonly on: boolean}
	/** Read the file anew whenever it changes, or no longer. */
	| {readonly type: 'follow'; readonly on: boolean}
	/** Read the file anew, now; what is new comes back as a notice. */
	| {readonly type: 'reload'}
	/** Leave a post unread although the reader has been at it, or no longer. */
	| {readonly type: 'unread'; readonly post: PostId; readonly on: boolean}
	/** Show posts in the reader's editor. */
	| {readonly type: 'edit'; readonly posts: readonly PostId[]}
	/** Give posts to a shell command and show what it answers. */
	| {readonly type: 'pipe'; readonly posts: readonly PostId[]; readonly command: string}
	| Save
	| {readonly type: 'redraw'}
	| {readonly type: 'suspend'}
	| {readonly type: 'quit'};

/** Write posts to a file; one that is there is asked about first, unless it may be overwritten. */
export type Save = {
	readonly type: 'save';
	readonly posts: readonly PostId[];
	readonly file: string;
	readonly form: SaveForm;
	readonly overwrite: boolean;
};

export type SaveForm = 'text' | 'markdown' | 'json' | 'jsonl';

/** What happens to the view. */
export type Event =
	| {readonly type: 'key'; readonly chord: string; readonly bytes: string}
	| {readonly type: 'paste'; readonly text: string}
	| {readonly type: 'wheel'; readonly column: number; readonly row: number; readonly rows: number}
	| {readonly type: 'click'; readonly column: number; readonly row: number}
	/** The text input edited the words before its cursor by itself. */
	| {readonly type: 'typed'; readonly before: string}
	| {readonly type: 'resize'; readonly columns: number; readonly rows: number}
	/** Begin where the reader left off. */
	| {
			readonly type: 'resume';
			readonly post: PostId;
			readonly scroll: number;
			readonly marks: Readonly<Record<string, PostId>>;
	  }
	/** Begin at the post with this number. */
	| {readonly type: 'start'; readonly post: number}
	/** Queries of earlier runs, the latest last. */
	| {readonly type: 'queries'; readonly queries: readonly string[]}
	/** Begin with a search. */
	| {readonly type: 'query'; readonly query: string}
	/** More of the dump, or of its context, is known. */
	| {readonly type: 'progress'}
	/** The dump had so many posts before. */
	| {readonly type: 'grown'; readonly from: number}
	/** The dump was read anew: what was known by an id is now known by another, or by none (`null`). In the order of before. */
	| {readonly type: 'renewed'; readonly ids: ReadonlyMap<PostId, PostId | null>}
	/** The file cannot be followed. */
	| {readonly type: 'unfollowed'; readonly why: string}
	/** Something is to be done only if the reader agrees. */
	| {readonly type: 'ask'; readonly question: string; readonly yes: Effect}
	| {readonly type: 'found'; readonly results: Results}
	| {readonly type: 'notice'; readonly level: 'note' | 'warning'; readonly text: string};
