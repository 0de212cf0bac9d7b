/**
Fields with parameters: `text/plain; charset="utf-8"; format=flowed` (RFC 2045, 5.1).
*/

export type Field = {
	/** What stands before the first semicolon, in lower case. */
	readonly value: string;
	/** By their name in lower case; of a name that stands twice, the first. */
	readonly parameters: ReadonlyMap<string, string>;
};

const parameter = /;\s*([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.){0,2000})"?|([^\s;"]{0,2000}))/g;

const none: Field = {value: '', parameters: new Map()};

/** @param text - The value of a field, unfolded. Never throws. */
export function readField(text: string): Field {
	if (text === '') return none;
	const parameters = new Map<string, string>();
	for (const [, name = '', quoted, token = ''] of text.matchAll(parameter)) {
		const key = name.toLowerCase();
		if (!parameters.has(key)) parameters.set(key, quoted?.replace(/\\(.)/g, '$1') ?? token);
	}
	return {value: (/^[^;(]*/.exec(text)?.[0] ?? '').trim().toLowerCase(), parameters};
}
