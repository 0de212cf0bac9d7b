/**
The first value of a sample, as far as the sample goes: what formats in JSON are told by.
*/
import type {Sample} from '../format.ts';
import {asList, asObject, type Json, type JsonObject, listAt} from './json.ts';
import {recoverJson} from './recover-json.ts';

/** Several formats ask about one sample. */
const known = new WeakMap<Sample, Json>();

/** @returns The value, perhaps cut off; `null` if the sample begins with none. Never throws. */
export function sampleValue(sample: Sample): Json {
	const cached = known.get(sample);
	if (cached !== undefined) return cached;
	const value = /^\s*[[{]/.test(sample.text.slice(0, 200)) ? recoverJson(sample.text).value : null;
	known.set(sample, value);
	return value;
}

/** The object that the sample begins with, or the first one of its list, or of the list under one of these keys. */
export function sampleObject(sample: Sample, ...keys: readonly string[]): JsonObject | null {
	const value = sampleValue(sample);
	const object = firstObject(value);
	for (const key of keys) {
		const inner = firstObject(listAt(object, key));
		if (inner !== null) return inner;
	}
	return object;
}

function firstObject(value: Json): JsonObject | null {
	return asObject(value) ?? asObject(asList(value).find(element => asObject(element) !== null));
}
