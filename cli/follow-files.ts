/**
Following: files that change are read anew, whenever they have changed or once.

Reading anew is right for every format: a mailbox that grows, a page that is saved again, a log that is cut off and
begins anew. Files are looked at every now and then, as `less` does: being told by the system fails on network disks
and for files that are replaced.
*/
import {setTimeout} from 'node:timers/promises';
import {type Dump, DumpError} from '../source/index.ts';
import {type FoundFile, findFiles, isThere} from './find-files.ts';

/* Milliseconds between two looks. */
const pauseMs = 500;

/* Reading takes at most one part in so many of the time, however large the files are. */
const share = 5;

export type Rereading = {
	/** The files as they were when they were last read. */
	readonly known: readonly FoundFile[];
	readonly read: (files: readonly FoundFile[]) => AsyncIterable<Dump>;
};

export type Following = Rereading & {
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

/**
Read files anew, once, whether or not they have changed.

@param names - As on the command line.
@throws {DumpError} A file that was there is there no longer, or what they hold now is no dump.
@throws What `read` throws.
*/
export async function rereadFiles(names: readonly string[], {known, read}: Rereading): Promise<Dump> {
	const files = await findFiles(names);
	const gone = files.find(file => !isThere(file) && known.some(one => one.name === file.name && isThere(one)));
	if (gone !== undefined) throw new DumpError('unreadable', `${gone.name}: there is no such file any more`);
	const dump = await lastOf(read(files));
	if (dump === null) throw new DumpError('empty', 'there is nothing in it any more');
	return dump;
}

function stampOf(files: readonly FoundFile[]): string {
	return files.map(({name, stamp}) => `${name} ${stamp}`).join('\n');
}

/** The last snapshot; `null` for files that cannot be read. */
async function whole(dumps: AsyncIterable<Dump>): Promise<Dump | null> {
	try {
		return await lastOf(dumps);
	} catch (error) {
		if (!(error instanceof DumpError)) throw error;
		return null;
	}
}

async function lastOf(dumps: AsyncIterable<Dump>): Promise<Dump | null> {
	let last: Dump | null = null;
	for await (const dump of dumps) last = dump;
	return last;
}
