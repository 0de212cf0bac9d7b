/**
Dates of attributions: the `Tue, 3 May 2024 at 09:14` in the line above a quote.

A date that can be read in two ways, as 5/3/2024, says nothing sure and is not read.
*/

/** The beginnings of the names of months, in the languages of the attributions that are known. */
const months: readonly RegExp[] = [
	/^(?:jan|ene|gen)/i,
	/^(?:feb|fev|fév)/i,
	/^(?:mar|mär|mrt|maa)/i,
	/^(?:apr|avr|abr)/i,
	/^(?:may|mai|mei|mag)/i,
	/^(?:jun|juin|giu)/i,
	/^(?:jul|juil|lug)/i,
	/^(?:aug|aoû|aou|ago)/i,
	/^(?:sep|set)/i,
	/^(?:oct|okt|ott|out)/i,
	/^nov/i,
	/^(?:dec|dez|déc|dic)/i,
];

const forms: readonly RegExp[] = [
	/\b(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?!\d)/,
	/\b(?<day>\d{1,2})(?:st|nd|rd|th|\.|º)?[ -](?:de )?(?<month>\p{L}{3,10})\.?,?[ -](?:de )?(?<year>\d{4})\b/iu,
	/(?<!\p{L})(?<month>\p{L}{3,10})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})\b/iu,
	/\b(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4}|\d\d)(?!\d)/,
	// As ctime has it, the year behind the time.
	/(?<!\p{L})(?<month>\p{L}{3}) +(?<day>\d{1,2}) (?=\d\d:\d\d:\d\d (?<year>\d{4})\b)/iu,
	/\b(?<first>\d{1,2})\/(?<second>\d{1,2})\/(?<year>\d{4}|\d\d)(?!\d)/,
];
const time =
	/^(?:[\s,]|at|um|à|om|alle|a las|o)*(?<hour>\d{1,2})[:.h](?<minute>\d\d)(?:[:.]\d\d)?(?: \d{4})?[\s?]?(?<half>[ap]\.?m\b\.?)?(?:\s*\(?(?<zone>[+-]\d\d:?\d\d|UTC|GMT|Z)(?![\p{L}\d]))?/iu;

/**
Read the date in an attribution.

@returns `2024-05-03T09:14+02:00`, or as much of it as is stated: the zone and the time can be missing, a time is
	that of an unknown clock then. `null` if no date is stated. Never throws.
*/
export function readAttributionDate(text: string): string | null {
	for (const form of forms) {
		const match = form.exec(text);
		const day = match === null ? null : dayOf(match.groups ?? {});
		if (match === null || day === null) continue;
		return `${day}${clockOf(time.exec(text.slice(match.index + match[0].length))?.groups ?? {})}`;
	}
	return null;
}

type Groups = Readonly<Record<string, string | undefined>>;

function dayOf(groups: Groups): string | null {
	const {first, second} = groups;
	if (first !== undefined && second !== undefined) {
		const [one, other] = [Number(first), Number(second)];
		if (one === other || one > 12) return dateOf(groups.year, other, one);
		return other > 12 ? dateOf(groups.year, one, other) : null;
	}
	const name = groups.month ?? '';
	const month = /^\d/.test(name) ? Number(name) : months.findIndex(pattern => pattern.test(name)) + 1;
	return dateOf(groups.year, month, Number(groups.day));
}

function dateOf(digits: string | undefined, month: number, day: number): string | null {
	if (digits === undefined || month < 1 || month > 12 || day < 1 || day > 31) return null;
	const year = digits.length === 2 ? `${Number(digits) >= 70 ? '19' : '20'}${digits}` : digits;
	return `${year}-${two(month)}-${two(day)}`;
}

function clockOf({hour: digits, minute, half, zone}: Groups): string {
	if (digits === undefined || minute === undefined) return '';
	const isLate = half?.toLowerCase().startsWith('p') === true;
	const hour = half === undefined ? Number(digits) : (Number(digits) % 12) + (isLate ? 12 : 0);
	if (hour > 23 || Number(minute) > 59) return '';
	return `T${two(hour)}:${minute}${zoneOf(zone)}`;
}

function zoneOf(zone: string | undefined): string {
	const [, sign = '', hours = '', minutes = ''] = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '') ?? [];
	if (sign === '') return zone === undefined ? '' : 'Z';
	return Number(hours) > 14 || Number(minutes) > 59 ? '' : `${sign}${hours}:${minutes}`;
}

function two(part: number): string {
	return String(part).padStart(2, '0');
}
