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
	/\b(?<day>\d{1,2})[ -](?<month>[a-z]{3})[a-z]*\.?,?[ -](?<year>\d{2,4})\s+(?<hour>\d{1,2})[:.](?<minute>\d\d)(?:[:.](?<second>\d\d))?(?:\s*(?<zone>[+-]\d{4}|[a-z]{1,5}\b))?/i;
/** As in From_ lines, `Fri May  3 09:14:02 2024`. */
const ctime =
	/\b(?<month>[a-z]{3}) +(?<day>\d{1,2}) (?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d))?(?: +(?<zone>[+-]\d{4}|[a-z]{3,4}))? +(?<year>\d{4})\b/i;

/**
Read a Date field.

@returns ISO 8601 with the zone as stated, none where the name of the zone is not a sure one; `null` if there
	is no such date. Never throws.
*/
export function readMailDate(value: string): string | null {
	const text = value.slice(0, 200).replace(/\s+/g, ' ');
	const groups = (mailDate.exec(text) ?? ctime.exec(text))?.groups;
	if (groups === undefined) return null;
	const month = months.indexOf(groups.month?.toLowerCase() ?? '') + 1;
	const day = Number(groups.day);
	const hour = Number(groups.hour);
	const minute = Number(groups.minute);
	const second = groups.second === undefined ? null : Math.min(Number(groups.second), 59);
	if (month === 0 || day === 0 || day > 31 || hour > 23 || minute > 59 || Number(groups.second ?? 0) > 60) {
		return null;
	}
	const time = [hour, minute, ...(second === null ? [] : [second])].map(two).join(':');
	return `${fullYear(groups.year ?? '')}-${two(month)}-${two(day)}T${time}${readZone(groups.zone)}`;
}

/** RFC 5322, 4.3: two digits mean 1950 to 2049, three count from 1900. */
function fullYear(digits: string): string {
	const year = Number(digits);
	if (digits.length >= 4) return digits;
	return String(digits.length === 3 || year >= 50 ? 1900 + year : 2000 + year);
}

function readZone(zone: string | undefined): string {
	if (zone === undefined) return '';
	const offset = /^([+-])(\d\d)([0-5]\d)$/.exec(zone);
	if (offset === null) return zones[zone.toLowerCase()] ?? '';
	const [, sign, hours, minutes] = offset;
	if (Number(hours) > 23) return '';
	// `-0000` is universal time too, from a sender who does not say where.
	return hours === '00' && minutes === '00' ? 'Z' : `${sign}${hours}:${minutes}`;
}

function two(part: number): string {
	return String(part).padStart(2, '0');
}
