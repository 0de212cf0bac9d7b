/**
Following: while the reader wants it, what the file has become is taken whenever it has changed.
*/
import type {Dump} from '../thread/dump.ts';
import {keepPosts} from '../thread/keep-posts.ts';
import type {Store} from '../view/store.ts';
import type {Reading} from './reading.ts';

export type Following = {
	/** Follow, or no longer. */
	readonly turn: (on: boolean) => void;
	/** The file has been read to its end for the first time: nothing is followed before. */
	readonly begin: () => void;
};

/** @param follow - See `BrowseOptions.follow`. */
export function createFollowing(
	store: Store,
	reading: Reading,
	follow: (() => AsyncGenerator<Dump>) | null,
): Following {
	let wanted = false;
	let begun = false;
	let dumps: AsyncGenerator<Dump> | null = null;

	async function run(own: AsyncGenerator<Dump>): Promise<void> {
		try {
			for await (const next of own) {
				if (own !== dumps) return;
				const {dump, goesOn} = keepPosts(reading.latest(), next);
				reading.take(dump);
				const text = 'the file was not only added to: it has been read anew';
				if (!goesOn) store.dispatch({type: 'notice', level: 'note', text});
			}
		} catch (error) {
			const why = `it cannot be followed: ${error instanceof Error ? error.message : String(error)}`;
			if (own === dumps) store.dispatch({type: 'unfollowed', why});
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
			if (on && follow === null) {
				const why = 'this is no file: what comes through a pipe is shown as it comes';
				store.dispatch({type: 'unfollowed', why});
			}
			settle();
		},
		begin: () => {
			begun = true;
			settle();
		},
	};
}
