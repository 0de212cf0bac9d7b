/**
Finding the files that the command line names: a directory is the files in it.
*/
import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {byName} from './by-name.ts';

export type FoundFile = {
	/** '-' is standard input. */
	readonly name: string;
	/** The directory that was named instead of it, or `null`. */
	readonly directory: string | null;
	/** Changes whenever the file does. */
	readonly stamp: string;
};

const noStamp = 'none';

/**
Find files.

@param names - As on the command line.
@returns What is to be read, in order: of a directory the files right in it, by name, hidden ones left out; a
	directory without any is found itself. Files that do not exist are found, too: opening them says so. Never rejects.
*/
export async function findFiles(names: readonly string[]): Promise<readonly FoundFile[]> {
	const found: FoundFile[] = [];
	for (const name of names) found.push(...(await filesOf(name)));
	return found;
}

/** Whether there was such a file when it was found. */
export function isThere({stamp}: FoundFile): boolean {
	return stamp !== noStamp;
}

async function filesOf(name: string): Promise<readonly FoundFile[]> {
	const entries = name === '-' ? [] : await readdir(name).catch(() => []);
	const files = entries.filter(entry => !entry.startsWith('.')).sort(byName);
	const looks = await Promise.all(
		files.map(async file => ({name: path.join(name, file), ...(await look(path.join(name, file)))})),
	);
	const inside = looks.flatMap(({name: file, isFile, stamp}) => (isFile ? [{name: file, directory: name, stamp}] : []));
	return inside.length > 0 ? inside : [{name, directory: null, stamp: (await look(name)).stamp}];
}

async function look(name: string): Promise<{readonly isFile: boolean; readonly stamp: string}> {
	try {
		const stats = await stat(name);
		return {isFile: stats.isFile(), stamp: `${stats.ino} ${stats.size} ${stats.mtimeMs}`};
	} catch {
		return {isFile: false, stamp: noStamp};
	}
}
