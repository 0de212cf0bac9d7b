/**
Dates of feeds: RSS writes them as mail does, Atom in ISO 8601.
*/

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/;

/**
@returns A date after RFC 2822, `Mon, 19 Jan 2026 00:47:25 +0000`, in ISO 8601, or one that is so already; `null` for
	anything else. Never throws.
*/
export function readFeedDate(text: string): string | null {
	const match = /^(?:\w{3}, )?(\d{1,2}) (\w{3}) (\d{4}) (\d\d:\d\d(?::\d\d)?) (?:([+-]\d\d)(\d\d)|GMT|UTC|Z)$/.exec(
		text,
	);
	if (match === null) return isoDate.test(text) ? text : null;
	const [, day = '', name = '', year = '', time = '', hours, minutes] = match;
	const month = months.indexOf(name) + 1;
	if (month === 0) return null;
	const zone = hours === undefined || (Number(hours) === 0 && minutes === '00') ? 'Z' : `${hours}:${minutes}`;
	return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}T${time}${zone}`;
}
