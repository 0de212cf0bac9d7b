/** What the browser is started with. */
import type {SettingsStore} from '../settings/settings-store.ts';
import type {Dump} from '../thread/dump.ts';

export type BrowseOptions = {
	/**
	Snapshots of the dump as it is read, each holding what the one before held. It throws where the input cannot be
	read or recognised; the browser then leaves the terminal as it found it and rejects with the same error.
	*/
	readonly dumps: AsyncGenerator<Dump>;
	/** The names of the files that it is read from: they are not written over. None for standard input. */
	readonly files: readonly string[];
	/**
	Whole snapshots of the dump, read anew whenever its file has changed since; `null` where it cannot change, as what
	comes through a pipe.
	*/
	readonly follow: (() => AsyncGenerator<Dump>) | null;
	/**
	The whole dump, its files read anew; `null` where they cannot be, as what came through a pipe. It rejects where
	that cannot be done, with a message of one line.
	*/
	readonly reload: (() => Promise<Dump>) | null;
	/** The query to start with. */
	readonly search: string | null;
	/** The number of the post to start at. */
	readonly post: number | null;
	readonly settings: SettingsStore;
	readonly color: boolean;
	readonly ascii: boolean;
	readonly mouse: boolean;
	readonly theme: string;
	/** `terminal`: keys come from the controlling terminal, as standard input is not one or is the dump. */
	readonly keyboard: 'stdin' | 'terminal';
};
