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

const half = String.raw`(?<half>[ap]\.?m\.?)`;
const clock = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::\d\d)?`;
/** A number glued to a time is told from it only behind am or pm. */
const end = String.raw`(?:\s*${half}\s*(?:#?(?<number>\d{1,8}))?|(?:[\s,]+#?(?<number2>\d{1,8})|\s*#(?<number3>\d{1,8}))?)\s*$`;
const before = String.raw`(?<=^|[\s)])`;

const endingDates: readonly RegExp[] = [
	String.raw`(?<month>\p{L}{3,})\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4}),?\s+(?:at\s+)?${clock}`,
	String.raw`(?<day>\d{1,2})(?:\.|er|º)?\s+(?:de\s+|d[’'])?(?<month>\p{L}{3,})\.?,?\s+(?:de\s+|del\s+)?(?<year>\d{4})(?:\s?г\.?|\s?р\.?|\s?r\.?)?,?\s+(?:[–-]\s*)?(?:\p{L}{1,4}\s+){0,2}${clock}`,
	String.raw`(?<year>\d{4})\s?[年년./-]\s?(?<month>\d{1,2})\s?[月월./-]\s?(?<day>\d{1,2})\s?[日일.]?,?\s*(?<half2>上午|下午|午前|午後|오전|오후)?\s*${clock}`,
].map(date => new RegExp(before + date + end, 'iu'));

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
	for (const pattern of endingDates) {
		const match = pattern.exec(line);
		const groups = match?.groups;
		if (match === null || groups === undefined) continue;
		const day = isoDay(groups.year, groups.month, groups.day);
		const time = isoTime(groups.hour, groups.minute, groups.half ?? groups.half2);
		if (day === null || time === null) continue;
		const number = groups.number ?? groups.number2 ?? groups.number3;
		return {
			before: line.slice(0, match.index),
			date: `${day}T${time}`,
			number: number === undefined ? null : Number(number),
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

/** A cheap look that spares most lines the patterns: a time, and an end that is a digit or an `m`. */
function mayEndHead(line: string): boolean {
	let last = line.length - 1;
	while (last > 0 && isSpace(line.charCodeAt(last))) last--;
	if (line.charCodeAt(last) === 46) last--;
	const unit = line.charCodeAt(last);
	const isEnd = (unit >= 48 && unit <= 57) || unit === 109 || unit === 77;
	return isEnd && /\d:\d\d/.test(line);
}

function isSpace(unit: number): boolean {
	return unit <= 32 || unit === 0xa0 || unit === 0x202f;
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isoDay(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
	if (year === undefined || month === undefined) return null;
	const monthOfYear = /^\d/.test(month) ? Number(month) : monthNumber(month);
	if (monthOfYear < 1 || monthOfYear > 12) return null;
	const yearAndMonth = `${year}-${String(monthOfYear).padStart(2, '0')}`;
	if (day === undefined) return yearAndMonth;
	const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
	const days = monthOfYear === 2 && !leap ? 28 : (monthDays[monthOfYear - 1] ?? 0);
	return Number(day) < 1 || Number(day) > days ? null : `${yearAndMonth}-${day.padStart(2, '0')}`;
}

function isoTime(hour: string | undefined, minute: string | undefined, halfOfDay: string | undefined): string | null {
	if (hour === undefined || minute === undefined) return null;
	let hours = Number(hour);
	if (halfOfDay !== undefined) {
		if (hours < 1 || hours > 12) return null;
		hours = (hours % 12) + (/^p|下午|午後|오후/i.test(halfOfDay) ? 12 : 0);
	}
	return hours > 23 || Number(minute) > 59 ? null : `${String(hours).padStart(2, '0')}:${minute}`;
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
