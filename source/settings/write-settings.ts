/**
Writing settings, through conf, which replaces a file in one step so that no reader meets half of one.

conf is loaded at the first write: it costs more than a frame. Two of its traps are kept
away from it here: it takes a file that is no JSON object as empty or throws, and where
a directory cannot be made (below /proc) it waits forever.
*/
import {accessSync, constants, mkdirSync, renameSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {readJson} from './read-settings.ts';

export type Written =
	| {readonly type: 'written'; readonly warning: string | null}
	/** Nothing was written; `why` says what stands in the way, in words. */
	| {readonly type: 'refused'; readonly why: string};

/**
Change the JSON object in a file.

@param name - The file's name in the directory, ending in `.json`.
@param change - What the file holds (`{}` for none) → what it shall hold. Other processes may have written since it
was last read, so it is read again. It must not throw.
@returns Whether it was written. A file that holds no JSON object was moved aside as `NAME.broken`; the warning says
so. Never throws.
*/
export async function writeJson(
	directory: string,
	name: `${string}.json`,
	change: (value: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Promise<Written> {
	try {
		makeDirectory(directory);
		accessSync(directory, constants.W_OK);
		const path = join(directory, name);
		const file = readJson(path);
		if (file.type === 'closed') return {type: 'refused', why: `${path} ${file.why}`};
		if (file.type === 'broken') renameSync(path, `${path}.broken`);
		const {default: Conf} = await import('conf');
		const conf = new Conf<Record<string, unknown>>({
			cwd: directory,
			configName: name.slice(0, -'.json'.length),
			accessPropertiesByDotNotation: false,
		});
		conf.store = {...change(file.type === 'object' ? file.value : {})};
		const warning = file.type === 'broken' ? `${path} ${file.why}: moved to ${name}.broken` : null;
		return {type: 'written', warning};
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		return {type: 'refused', why: `${directory} cannot be written (${code})`};
	}
}

/* One level at a time: `mkdir` with `recursive` never returns below /proc (Node 20, 22, 24). */
function makeDirectory(directory: string): void {
	if (statSync(directory, {throwIfNoEntry: false}) !== undefined) return;
	const parent = dirname(directory);
	if (parent !== directory) makeDirectory(parent);
	mkdirSync(directory);
}
