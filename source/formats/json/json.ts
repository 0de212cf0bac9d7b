/**
JSON values of unknown shape, and how to ask them for facts.

Nothing in a dump is what it should be: every question has an answer for a value of the
wrong kind, and that answer is `null`.
*/

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = {readonly [key: string]: Json};

/** Whether a value can be what `JSON.parse` made; its inside is not looked at. */
export function isJson(value: unknown): value is Json {
	return value === null || ['boolean', 'number', 'string', 'object'].includes(typeof value);
}

/** The value if it is an object, else `null`. */
export function asObject(value: Json | undefined): JsonObject | null {
	return typeof value === 'object' && value !== null && !isList(value) ? value : null;
}

/** The value if it is a list, else an empty one. */
export function asList(value: Json | undefined): readonly Json[] {
	return value !== undefined && isList(value) ? value : [];
}

/** A text that says something: neither empty nor blank. Else `null`. */
export function asWords(value: Json | undefined): string | null {
	return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A whole number that is exact, else `null`. */
export function asInteger(value: Json | undefined): number | null {
	return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** @param key - Not one that every object has, as `toString`: these are no facts, and are not looked for. */
export function at(object: JsonObject | null, key: string): Json | undefined {
	return object?.[key];
}

export function objectAt(object: JsonObject | null, key: string): JsonObject | null {
	return asObject(at(object, key));
}

export function listAt(object: JsonObject | null, key: string): readonly Json[] {
	return asList(at(object, key));
}

/** The objects in a list; other elements are passed over. */
export function objectsAt(object: JsonObject | null, key: string): readonly JsonObject[] {
	const objects: JsonObject[] = [];
	for (const value of listAt(object, key)) {
		const element = asObject(value);
		if (element !== null) objects.push(element);
	}
	return objects;
}

export function stringAt(object: JsonObject | null, key: string): string | null {
	const value = at(object, key);
	return typeof value === 'string' ? value : null;
}

export function wordsAt(object: JsonObject | null, key: string): string | null {
	return asWords(at(object, key));
}

export function integerAt(object: JsonObject | null, key: string): number | null {
	return asInteger(at(object, key));
}

/** An id, which some write as a number and some as text. */
export function idAt(object: JsonObject | null, key: string): string | null {
	const value = at(object, key);
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export function isTrue(object: JsonObject | null, key: string): boolean {
	return at(object, key) === true;
}

function isList(value: Json): value is readonly Json[] {
	return Array.isArray(value);
}
