/**
Settings: what a person prefers, and where they were in each dump, as plain data.

Both come from files that anybody may have edited, so both are checked value by value;
what is wrong is said in words and replaced by the default.
*/

export type Settings = {
	/** `auto` asks the terminal, `mono` uses no colour; others are the themes' names. */
	readonly theme: string;
	/** Whether to keep to ASCII; `null` asks the locale. */
	readonly ascii: boolean | null;
	readonly mouse: boolean;
	/** Command id → the chords that run it, in place of its own. */
	readonly keys: Readonly<Record<string, readonly string[]>>;
};

export const defaultSettings: Settings = {theme: 'auto', ascii: null, mouse: false, keys: {}};

/** Where a reader was in one dump. */
export type Place = {
	/** The id of the selected post. */
	readonly post: string;
	/** How far that post was scrolled, in rows. */
	readonly scroll: number;
	/** The posts that were read, by their index in the dump: `0-12,15`. */
	readonly read: string;
	/** Letter → the id of the post it marks. */
	readonly marks: Readonly<Record<string, string>>;
	/** The dump's title, for people who read the file. */
	readonly title: string | null;
	/** When it was left, ISO 8601. */
	readonly when: string;
};

export type Places = ReadonlyMap<string, Place>;

/**
Check what `config.json` holds.

@param value - Parsed JSON: an object; other keys than ours are named as problems, conf's own is not.
@returns Settings, defaults in place of what is wrong, and what was wrong, in words. Never throws.
*/
export function checkSettings(value: Readonly<Record<string, unknown>>): {
	readonly settings: Settings;
	readonly problems: readonly string[];
} {
	const problems: string[] = [];
	let {theme, ascii, mouse, keys} = defaultSettings;
	for (const [name, setting] of Object.entries(value)) {
		switch (name) {
			case 'theme':
				if (typeof setting === 'string' && setting !== '') theme = setting;
				else problems.push('"theme" must be a name');
				break;
			case 'ascii':
				if (typeof setting === 'boolean' || setting === null) ascii = setting;
				else problems.push('"ascii" must be true, false or null');
				break;
			case 'mouse':
				if (typeof setting === 'boolean') mouse = setting;
				else problems.push('"mouse" must be true or false');
				break;
			case 'keys':
				if (isRecord(setting)) keys = checkKeys(setting, problems);
				else problems.push('"keys" must be an object of command ids');
				break;
			case '__internal__':
				break;
			default:
				problems.push(`${JSON.stringify(name)} is no setting`);
		}
	}
	return {settings: {theme, ascii, mouse, keys}, problems};
}

function checkKeys(value: Readonly<Record<string, unknown>>, problems: string[]): Settings['keys'] {
	const keys: [string, readonly string[]][] = [];
	for (const [command, chords] of Object.entries(value)) {
		if (Array.isArray(chords) && chords.every(chord => typeof chord === 'string')) keys.push([command, chords]);
		else problems.push(`"keys": ${JSON.stringify(command)} must be a list of keys`);
	}
	return Object.fromEntries(keys);
}

/** Check what `places.json` holds; an entry that is no place is left out. Never throws. */
export function checkPlaces(value: Readonly<Record<string, unknown>>): Places {
	const places = new Map<string, Place>();
	for (const [key, entry] of Object.entries(value)) {
		const place = isRecord(entry) ? checkPlace(entry) : null;
		if (place !== null) places.set(key, place);
	}
	return places;
}

function checkPlace({post, scroll, read, marks, title, when}: Readonly<Record<string, unknown>>): Place | null {
	if (typeof post !== 'string' || typeof when !== 'string') return null;
	const kept = Object.entries(isRecord(marks) ? marks : {}).flatMap(([letter, marked]): [string, string][] =>
		typeof marked === 'string' ? [[letter, marked]] : [],
	);
	return {
		post,
		scroll: typeof scroll === 'number' && Number.isSafeInteger(scroll) && scroll >= 0 ? scroll : 0,
		read: typeof read === 'string' && /^[\d,-]*$/.test(read) ? read : '',
		marks: Object.fromEntries(kept),
		title: typeof title === 'string' ? title : null,
		when,
	};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
