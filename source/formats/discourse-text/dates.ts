/**
Dates as forums print them at the end of a post's head: `August 8, 2019,  8:27am`.

Discourse prints them in the language of the site, to the minute, without a zone.
*/

export type EndingDate = {
	/** What stands before it on the line. */
	readonly before: string;
	/** ISO 8601, no more precise than it is stated: `2019-08-08T08:27`, `2025-11`. */
	readonly date: string;
	/** The post number behind it, if there is one. */
	readonly number: number | null;
};

/** Before the hours where East Asian languages write it, behind the minutes in the others. */
const halfBefore = '(?:(上午|下午|午前|午後|오전|오후)\\s*)?';
const clock = String.raw`(\d{1,2}):(\d\d)(?::\d\d)?`;
/** A number glued to a time is told from it only behind am or pm. */
const end = String.raw`(?:\s*([ap]\.?m\.?)\s*(?:#?(\d{1,8}))?|(?:[\s,]+#?(\d{1,8})|\s*#(\d{1,8}))?)\s*$`;
const before = String.raw`(?<=^|[\s)])`;

/** Which groups of a pattern hold the parts of the day. Those behind them are the same in all. */
type DatePattern = {readonly pattern: RegExp; readonly year: number; readonly month: number; readonly day: number};

function endingDate(date: string, year: number, month: number, day: number): DatePattern {
	return {pattern: new RegExp(before + date + halfBefore + clock + end, 'iu'), year, month, day};
}

/* Groups have no names: a match with names takes twice as long, and each post of a thread has a date. */
const endingDates: readonly DatePattern[] = [
	endingDate(String.raw`(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4}),?\s+(?:at\s+)?`, 3, 1, 2),
	endingDate(
		String.raw`(\d{1,2})(?:\.|er|º)?\s+(?:de\s+|d[’'])?(\p{L}{3,})\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?:\s?г\.?|\s?р\.?|\s?r\.?)?,?\s+(?:[–-]\s*)?(?:\p{L}{1,4}\s+){0,2}`,
		3,
		2,
		1,
	),
	endingDate(String.raw`(\d{4})\s?[年년./-]\s?(\d{1,2})\s?[月월./-]\s?(\d{1,2})\s?[日일.]?,?\s*`, 1, 2, 3),
];

const plainDates: readonly RegExp[] = [
	/^(?<month>\p{L}{3,})\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})$/iu,
	/^(?<day>\d{1,2})\.?\s+(?<month>\p{L}{3,})\.?\s+(?<year>\d{4})$/iu,
	/^(?<month>\p{L}{3,})\.?\s+(?:(?<year>\d{4})|['’](?<short>\d\d))$/iu,
];

/** The longest line that may hold a head, in UTF-16 units. */
const longest = 320;

/**
Find a date with a time that ends a line, a post number perhaps behind it.

@returns What was found, or `null`. Never throws.
*/
export function readEndingDate(line: string): EndingDate | null {
	if (line.length > longest || line.length < 14 || !mayEndHead(line)) return null;
	for (const {pattern, year, month, day} of endingDates) {
		const match = pattern.exec(line);
		if (match === null) continue;
		const [, , , , early, hour, minute, late, behindHalf, apart, glued] = match;
		const date = isoDay(match[year], match[month], match[day]);
		const time = isoTime(hour, minute, late ?? early);
		if (date === null || time === null) continue;
		const number = behindHalf ?? apart ?? glued;
		return {
			before: line.slice(0, match.index),
			date: `${date}T${time}`,
			number: number === undefined ? null : worth(number),
		};
	}
	return null;
}

/**
Read a text that is nothing but a date without a time, as `Nov 2025` or `Dec 18, 2025`.

@returns ISO 8601 as precise as stated, or `null`. Never throws.
*/
export function readPlainDate(text: string): string | null {
	for (const pattern of plainDates) {
		const groups = pattern.exec(text.trim())?.groups;
		if (groups === undefined) continue;
		const year = groups.year ?? (groups.short === undefined ? undefined : `20${groups.short}`);
		const date = isoDay(year, groups.month, groups.day);
		if (date !== null) return date;
	}
	return null;
}

/** A cheap look that spares most lines the patterns. */
function mayEndHead(line: string): boolean {
	let last = line.length - 1;
	while (last > 0 && isSpace(line.charCodeAt(last))) last--;
	return mayEndDate(line, last) && line.includes(':');
}

/** @returns Whether a text may end, at `last`, with a time or with a number behind it: it is a digit, or am or pm behind one. */
export function mayEndDate(text: string, last: number): boolean {
	let at = last;
	if (text.charCodeAt(at) === 0x2e) at--;
	if (isDigit(text.charCodeAt(at))) return true;
	if ((text.charCodeAt(at) | 32) !== 0x6d) return false;
	at--;
	if (text.charCodeAt(at) === 0x2e) at--;
	const half = text.charCodeAt(at) | 32;
	if (half !== 0x61 && half !== 0x70) return false;
	at--;
	while (at > 0 && isSpace(text.charCodeAt(at))) at--;
	const before = text.charCodeAt(at);
	// Beyond ASCII it may be a space.
	return isDigit(before) || before >= 0x80;
}

function isDigit(unit: number): boolean {
	return unit >= 48 && unit <= 57;
}

function isSpace(unit: number): boolean {
	return unit <= 32 || unit === 0xa0 || unit === 0x202f;
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isoDay(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
	if (year === undefined || month === undefined) return null;
	const monthOfYear = isDigit(month.charCodeAt(0)) ? worth(month) : monthNumber(month);
	if (monthOfYear < 1 || monthOfYear > 12) return null;
	const yearAndMonth = `${year}-${two(monthOfYear)}`;
	if (day === undefined) return yearAndMonth;
	const dayOfMonth = worth(day);
	const days = monthOfYear === 2 && !isLeap(worth(year)) ? 28 : (monthDays[monthOfYear - 1] ?? 0);
	return dayOfMonth < 1 || dayOfMonth > days ? null : `${yearAndMonth}-${two(dayOfMonth)}`;
}

function isLeap(year: number): boolean {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isoTime(hour: string | undefined, minute: string | undefined, halfOfDay: string | undefined): string | null {
	if (hour === undefined || minute === undefined) return null;
	let hours = worth(hour);
	if (halfOfDay !== undefined) {
		if (hours < 1 || hours > 12) return null;
		hours = (hours % 12) + (/^p|下午|午後|오후/i.test(halfOfDay) ? 12 : 0);
	}
	return hours > 23 || worth(minute) > 59 ? null : `${two(hours)}:${minute}`;
}

/** What a few digits are worth. `Number` is slow with strings that were cut out of others. */
function worth(digits: string): number {
	let value = 0;
	for (let at = 0; at < digits.length; at++) value = value * 10 + digits.charCodeAt(at) - 48;
	return value;
}

function two(part: number): string {
	return part < 10 ? `0${part}` : String(part);
}

const english = 'January February March April May June July August September October November December'.split(' ');

/** English is at hand; the names of other languages are gathered when the first one comes. */
function monthNumber(name: string): number {
	const month = english.indexOf(name);
	return month === -1 ? (monthNumbers().get(foldMonth(name)) ?? 0) : month + 1;
}

const languages = 'en de fr es pt it nl pl ru uk cs sk sv da nb fi hu ro tr ca gl id vi el bg hr sl lt lv et'.split(
	' ',
);

let months: Map<string, number> | null = null;

/** Month names of many languages, as ICU has them, alone and beside a day. */
function monthNumbers(): Map<string, number> {
	if (months !== null) return months;
	months = new Map();
	for (const language of languages) {
		for (const width of ['long', 'short'] as const) {
			const alone = new Intl.DateTimeFormat(language, {month: width, timeZone: 'UTC'});
			const dated = new Intl.DateTimeFormat(language, {month: width, day: 'numeric', timeZone: 'UTC'});
			for (let month = 1; month <= 12; month++) {
				const day = new Date(Date.UTC(2021, month - 1, 15));
				const names = [alone.format(day), dated.formatToParts(day).find(part => part.type === 'month')?.value ?? ''];
				for (const name of names) {
					const folded = foldMonth(name);
					if (folded !== '' && !months.has(folded)) months.set(folded, month);
				}
			}
		}
	}
	return months;
}

function foldMonth(name: string): string {
	return name.toLowerCase().replaceAll('.', '');
}
