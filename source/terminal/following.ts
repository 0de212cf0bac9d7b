/**
Following and reloading: what the file has become is taken, whenever it has changed or once.
*/
import type {Dump} from '../thread/dump.ts';
import {keepPosts} from '../thread/keep-posts.ts';
import {type Renewal, renewalOf} from '../thread/renewal.ts';
import {postLabel} from '../view/model.ts';
import type {Store} from '../view/store.ts';
import {countLabel} from '../view/words.ts';
import type {BrowseOptions} from './browse-options.ts';
import type {Reading} from './reading.ts';

export type Following = {
	/** Follow, or no longer. */
	readonly turn: (on: boolean) => void;
	/** Read the files anew, now. */
	readonly reload: () => void;
	/** The file has been read to its end for the first time: nothing is followed or read anew before. */
	readonly begin: () => void;
};

const isPipe = 'this is no file: what comes through a pipe is shown as it comes';

export function createFollowing(
	store: Store,
	reading: Reading,
	{follow, reload}: Pick<BrowseOptions, 'follow' | 'reload'>,
): Following {
	let wanted = false;
	let begun = false;
	let reloading = false;
	let dumps: AsyncGenerator<Dump> | null = null;

	const tell = (level: 'note' | 'warning', text: string) => store.dispatch({type: 'notice', level, text});

	async function run(own: AsyncGenerator<Dump>): Promise<void> {
		try {
			for await (const next of own) {
				if (own !== dumps) return;
				if (!take(next)) tell('note', 'the file was not only added to: it has been read anew');
			}
		} catch (error) {
			if (own === dumps) store.dispatch({type: 'unfollowed', why: `it cannot be followed: ${reasonOf(error)}`});
		}
	}

	/** Show what the files hold now in place of what they held. @returns Whether it goes on from that. */
	function take(next: Dump, compared?: Renewal): boolean {
		const before = reading.latest();
		const {dump, goesOn} = keepPosts(before, next);
		if (goesOn) {
			reading.take(dump);
			return true;
		}
		const {ids} = compared ?? renewalOf(before, dump);
		const read = store.model().read.moved(index => dump.indexOf(ids.get(before.posts[index]?.id ?? '') ?? ''));
		reading.take(dump, {ids, read});
		return false;
	}

	async function readAnew(): Promise<void> {
		if (reload === null) return tell('warning', isPipe);
		if (!begun || reloading) return tell('note', 'it is still being read');
		reloading = true;
		try {
			const next = await reload();
			const compared = renewalOf(reading.latest(), next);
			take(next, compared);
			tell('note', whatIsNew(compared));
		} catch (error) {
			tell('warning', `not read anew: ${reasonOf(error)}`);
		} finally {
			reloading = false;
		}
	}

	function settle(): void {
		if (wanted && begun && dumps === null && follow !== null) {
			dumps = follow();
			void run(dumps);
		}
		if (!wanted && dumps !== null) {
			// Not awaited: it ends when it has looked at the file once more.
			dumps.return(undefined).catch(() => {});
			dumps = null;
		}
	}

	return {
		turn: on => {
			wanted = on;
			if (on && follow === null) store.dispatch({type: 'unfollowed', why: isPipe});
			settle();
		},
		reload: () => void readAnew(),
		begin: () => {
			begun = true;
			settle();
		},
	};
}

/** `3 new posts from #43 on, 1 edited, 2 gone`. */
function whatIsNew({added, edited, revised, gone}: Renewal): string {
	const [first] = added;
	const parts: string[] = [];
	if (first !== undefined) {
		const which = added.length === 1 ? `: ${postLabel(first)}` : ` from ${postLabel(first)} on`;
		parts.push(`${countLabel(added.length, 'new post')}${which}`);
	}
	if (edited > 0) parts.push(`${edited} edited`);
	if (revised > 0) parts.push(`${revised} with other likes or dates`);
	if (gone > 0) parts.push(`${gone} gone`);
	return parts.length === 0 ? 'read anew: nothing is new' : parts.join(', ');
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
