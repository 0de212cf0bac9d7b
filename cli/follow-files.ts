/**
Following: files that change are read anew.

Reading anew is right for every format: a mailbox that grows, a page that is saved again, a log that is cut off and
begins anew. Files are looked at every now and then, as `less` does: being told by the system fails on network disks
and for files that are replaced.
*/
import {setTimeout} from 'node:timers/promises';
import {type Dump, DumpError} from '../source/index.ts';
import {type FoundFile, findFiles} from './find-files.ts';

/* Milliseconds between two looks. */
const pauseMs = 500;

/* Reading takes at most one part in so many of the time, however large the files are. */
const share = 5;

export type Following = {
	/** The files as they were when they were last read. */
	readonly known: readonly FoundFile[];
	readonly read: (files: readonly FoundFile[]) => AsyncIterable<Dump>;
	/** Resolves after so many milliseconds. */
	readonly wait?: (ms: number) => Promise<unknown>;
};

/**
Follow files.

@param names - As on the command line.
@yields The whole dump whenever a file has changed since it was read, at once if one has already. While the files
	cannot be read, as between being cut off and written again, nothing. Never ends by itself.
@throws What `read` throws, all but DumpErrors.
*/
export async function* followFiles(names: readonly string[], {known, read, wait}: Following): AsyncGenerator<Dump> {
	const pause = wait ?? (ms => setTimeout(ms, undefined, {ref: false}));
	let last = stampOf(known);
	while (true) {
		const files = await findFiles(names);
		const start = performance.now();
		if (stampOf(files) !== last) {
			last = stampOf(files);
			const dump = await whole(read(files));
			const took = performance.now() - start;
			if (dump !== null) yield dump;
			await pause(Math.max(pauseMs, took * (share - 1)));
		} else {
			await pause(pauseMs);
		}
	}
}

function stampOf(files: readonly FoundFile[]): string {
	return files.map(({name, stamp}) => `${name} ${stamp}`).join('\n');
}

/** The last snapshot; `null` for files that cannot be read. */
async function whole(dumps: AsyncIterable<Dump>): Promise<Dump | null> {
	let last: Dump | null = null;
	try {
		for await (const dump of dumps) last = dump;
	} catch (error) {
		if (!(error instanceof DumpError)) throw error;
		return null;
	}
	return last;
}
