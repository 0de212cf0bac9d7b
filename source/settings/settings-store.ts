/**
The settings store: preferences, and the place in each dump, read once and written when a dump is left.

Losing a place is never worth more than one line: where nothing can be written, places
are kept as long as the program runs, and one warning says so.
*/
import {join} from 'node:path';
import {placesFile, queriesFile, settingsDirectory} from './paths.ts';
import {type JsonFile, readJson, readSettings} from './read-settings.ts';
import {checkPlaces, defaultSettings, type Place, type Settings} from './settings.ts';
import {writeJson} from './write-settings.ts';

export type SettingsStore = {
	readonly settings: Settings;
	/** What is wrong with the settings file, one line each. */
	readonly problems: readonly string[];
	/** Where a dump was left, or `null`. */
	readonly place: (key: string) => Place | null;
	/** Keep where a dump is left. @returns A warning to show, or `null`. Never rejects. */
	readonly savePlace: (key: string, place: Place) => Promise<string | null>;
	/** Queries of earlier runs, the latest last. */
	readonly queries: () => readonly string[];
	/** Keep the queries of this run behind those of earlier ones. Never rejects. */
	readonly saveQueries: (queries: readonly string[]) => Promise<void>;
};

/** Queries kept over all dumps. */
const keptQueries = 100;

/* The file is read whole at every start. */
const keptPlaces = 500;

/**
Open the settings.

@param options - `directory`: where they are kept, else the system's place. `noState`: read and write nothing.
@returns The store. The preferences have been read; places are read when first asked for. Never throws.
*/
export function openSettings({
	directory = settingsDirectory(),
	noState = false,
}: {
	readonly directory?: string;
	readonly noState?: boolean;
} = {}): SettingsStore {
	const {settings, problems} = noState ? {settings: defaultSettings, problems: []} : readSettings(directory);
	const saved = new Map<string, Place>();
	let writes = !noState;
	return {
		settings,
		problems,
		place: key => saved.get(key) ?? (noState ? null : readPlace(directory, key)),
		savePlace: async (key, place) => {
			saved.set(key, place);
			if (!writes) return null;
			const written = await writeJson(directory, placesFile, value => keepPlace(value, key, place));
			if (written.type === 'written') return written.warning;
			writes = false;
			return `${written.why}: your place is not kept`;
		},
		queries: () => (noState ? [] : readQueries(readJson(join(directory, queriesFile)))),
		saveQueries: async queries => {
			if (!writes || queries.length === 0) return;
			await writeJson(directory, queriesFile, value => {
				const others = checkQueries(value.queries).filter(query => !queries.includes(query));
				return {queries: [...others, ...queries].slice(-keptQueries)};
			});
		},
	};
}

/**
What tells a dump from others, wherever its file lies.

@param title - The dump's title.
@param text - The plain text of its first post.
@returns 16 hexadecimal digits; the same dump gives the same ones over runs.
*/
export function dumpKey(title: string | null, text: string): string {
	// The hash of Fowler, Noll and Vo (FNV-1a) from two starts: nothing here is secret, and to load a cryptographic one delays the first screen.
	const content = JSON.stringify([title, text]);
	let [one, other] = [0x811c9dc5, 0x01000193];
	for (let at = 0; at < content.length; at++) {
		one = Math.imul(one ^ content.charCodeAt(at), 0x01000193);
		other = Math.imul(other ^ content.charCodeAt(at), 0x01000193);
	}
	return [one, other].map(part => (part >>> 0).toString(16).padStart(8, '0')).join('');
}

function readPlace(directory: string, key: string): Place | null {
	const file = readJson(join(directory, placesFile));
	return file.type === 'object' ? (checkPlaces(file.value).get(key) ?? null) : null;
}

function readQueries(file: JsonFile): readonly string[] {
	return file.type === 'object' ? checkQueries(file.value.queries) : [];
}

function checkQueries(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter(query => typeof query === 'string').map(safeQuery) : [];
}

/** One line of printable text: the file is anybody's. */
function safeQuery(query: string): string {
	return query.replace(/[^\P{C}]/gu, '').slice(0, 500);
}

/** The new place and the latest of the others. */
function keepPlace(value: Readonly<Record<string, unknown>>, key: string, place: Place): Record<string, Place> {
	const others = [...checkPlaces(value)].filter(([other]) => other !== key);
	const latest = others.sort(([, a], [, b]) => (a.when < b.when ? 1 : a.when > b.when ? -1 : 0));
	return Object.fromEntries([[key, place], ...latest.slice(0, keptPlaces - 1)]);
}
