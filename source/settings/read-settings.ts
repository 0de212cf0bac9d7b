/**
Reading settings: plain JSON, at once, as the first frame waits for it.

Nothing is written and nothing is loaded for it that writes.
*/
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {settingsFile} from './paths.ts';
import {checkSettings, defaultSettings, type Settings} from './settings.ts';

export type JsonFile =
	| {readonly type: 'absent'}
	| {readonly type: 'object'; readonly value: Readonly<Record<string, unknown>>}
	/** There is a file and it does not hold a JSON object; `why` says so in words. */
	| {readonly type: 'broken'; readonly why: string}
	/** There is a file and it cannot be read. */
	| {readonly type: 'closed'; readonly why: string};

/** Read a JSON object from a file. A byte order mark is allowed. Never throws. */
export function readJson(path: string): JsonFile {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
		return code === 'ENOENT' || code === 'ENOTDIR'
			? {type: 'absent'}
			: {type: 'closed', why: `cannot be read (${code})`};
	}
	if (text.trim() === '') return {type: 'broken', why: 'is empty'};
	try {
		const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			return {type: 'broken', why: 'does not hold an object'};
		}
		return {type: 'object', value: Object.fromEntries(Object.entries(value))};
	} catch {
		return {type: 'broken', why: 'is not JSON'};
	}
}

/**
Read the preferences.

@param directory - Where `config.json` is looked for.
@returns The settings, and one line for each thing that is wrong with the file. Never throws.
*/
export function readSettings(directory: string): {
	readonly settings: Settings;
	readonly problems: readonly string[];
} {
	const path = join(directory, settingsFile);
	const file = readJson(path);
	if (file.type === 'absent') return {settings: defaultSettings, problems: []};
	if (file.type !== 'object') return {settings: defaultSettings, problems: [`${path} ${file.why}: defaults are used`]};
	const {settings, problems} = checkSettings(file.value);
	return {settings, problems: problems.map(problem => `${path}: ${problem}`)};
}
