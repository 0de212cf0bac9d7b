/**
Dates as APIs write them: seconds since 1970, or ISO 8601.
*/
import {at, type Json, type JsonObject} from './json.ts';

const isoDate = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** @returns A date in ISO 8601, as it stands there; else `null`. Never throws. */
export function asDate(value: Json | undefined): string | null {
	if (typeof value !== 'string' || !isoDate.test(value)) return null;
	return value.includes(' ') ? value.replace(' ', 'T') : value;
}

export function dateAt(object: JsonObject | null, key: string): string | null {
	return asDate(at(object, key));
}

/**
@returns Seconds since 1970, as a number or in digits, as ISO 8601 to the second in UTC; `null` for
	anything else. Never throws.
*/
export function secondsAt(object: JsonObject | null, key: string): string | null {
	const value = at(object, key);
	const digits = typeof value === 'string' && /^\d{1,12}(?:\.\d+)?$/.test(value);
	return typeof value === 'number' || digits ? isoOfSeconds(Number(value)) : null;
}

/** The day that was asked for last: what stands together was mostly written on one. */
let lastDay = -1;
let lastDate = '';

/** Seconds since 1970 as ISO 8601 in UTC, or `null` where no calendar has them. Never throws. */
export function isoOfSeconds(seconds: number): string | null {
	// The four digits of a year in ISO 8601 end here.
	if (!(seconds > 0 && seconds < 253_402_300_800)) return null;
	const whole = Math.floor(seconds);
	const day = Math.floor(whole / 86_400);
	if (day !== lastDay) {
		lastDay = day;
		lastDate = new Date(day * 86_400_000).toISOString().slice(0, 11);
	}
	const time = whole - day * 86_400;
	return `${lastDate}${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}:${two(time % 60)}Z`;
}

function two(number: number): string {
	return number < 10 ? `0${number}` : String(number);
}
