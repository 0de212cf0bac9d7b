/**
Dates of mail: `Fri, 3 May 2024 09:14:02 +0200` and its obsolete forms (RFC 5322, 3.3 and 4.3).
*/

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The names that mean a zone to RFC 5322, 4.3; others, the military letters with them, say nothing sure. */
const zones: Readonly<Record<string, string>> = {
	...{z: 'Z', ut: 'Z', utc: 'Z', gmt: 'Z'},
	...{est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00'},
	...{mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00'},
};

const mailDate =
	/\b(\d{1,2})[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{2,4})\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?:\s*([+-]\d{4}|[a-z]{1,5}\b))?/i;
/** As in From_ lines, `Fri May  3 09:14:02 2024`. */
const ctime = /\b([a-z]{3}) +(\d{1,2}) (\d\d):(\d\d)(?::(\d\d))?(?: +([+-]\d{4}|[a-z]{3,4}))? +(\d{4})\b/i;

/**
Read a Date field.

@returns ISO 8601 with the zone as stated, none where the name of the zone is not a sure one; `null` if there
	is no such date. Never throws.
*/
export function readMailDate(value: string): string | null {
	const start = value.slice(0, 200);
	const text = /\s\s|[^\S ]/.test(start) ? start.replace(/\s+/g, ' ') : start;
	const parts = readParts(text);
	if (parts === null) return null;
	const month = months.indexOf(parts.month.toLowerCase()) + 1;
	const day = Number(parts.day);
	const hour = Number(parts.hour);
	const second = parts.second === undefined ? null : Number(parts.second);
	if (month === 0 || day === 0 || day > 31 || hour > 23 || parts.minute > '59' || (second ?? 0) > 60) return null;
	const seconds = second === null ? '' : `:${two(Math.min(second, 59))}`;
	return `${fullYear(parts.year)}-${two(month)}-${two(day)}T${two(hour)}:${parts.minute}${seconds}${readZone(parts.zone)}`;
}

type Parts = {
	readonly day: string;
	readonly month: string;
	readonly year: string;
	readonly hour: string;
	/** Two digits. */
	readonly minute: string;
	readonly second: string | undefined;
	readonly zone: string | undefined;
};

/* The groups of the patterns have no names: a match with names takes twice as long, and each message has a date. */
function readParts(text: string): Parts | null {
	const usual = mailDate.exec(text);
	if (usual !== null) {
		const [, day = '', month = '', year = '', hour = '', minute = '', second, zone] = usual;
		return {day, month, year, hour, minute, second, zone};
	}
	const other = ctime.exec(text);
	if (other === null) return null;
	const [, month = '', day = '', hour = '', minute = '', second, zone, year = ''] = other;
	return {day, month, year, hour, minute, second, zone};
}

/** RFC 5322, 4.3: two digits mean 1950 to 2049, three count from 1900. */
function fullYear(digits: string): string {
	const year = Number(digits);
	if (digits.length >= 4) return digits;
	return String(digits.length === 3 || year >= 50 ? 1900 + year : 2000 + year);
}

function readZone(zone: string | undefined): string {
	if (zone === undefined) return '';
	if (zone === '+0000') return 'Z';
	const offset = /^([+-])(\d\d)([0-5]\d)$/.exec(zone);
	if (offset === null) return zones[zone.toLowerCase()] ?? '';
	const [, sign, hours, minutes] = offset;
	if (Number(hours) > 23) return '';
	// `-0000` is universal time too, from a sender who does not say where.
	return hours === '00' && minutes === '00' ? 'Z' : `${sign}${hours}:${minutes}`;
}

function two(part: number): string {
	return part < 10 ? `0${part}` : String(part);
}
