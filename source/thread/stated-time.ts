/**
Stated times: whether a post was written when a quote says that its words were.

Mail programs write that time by the clock of whoever quotes, of whoever wrote, or of nobody said whom: where the
zone is not stated, every zone on earth is as good as the others.
*/

const minute = 60_000;
const hour = 60 * minute;
/** Zones differ from universal time by whole quarters of an hour, and by no more than this; two of them by 26 hours. */
const quarter = 15 * minute;
const widest = 14 * hour;
const widestApart = 26 * hour;
/** Seconds are cut off or rounded, and some programs write when a message arrived. */
const latest = 3 * minute;
/** More days, with the gap that a short month leaves, than times that are the same can be apart. */
const farDays = 6;
const form = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/;

/**
@param stated - ISO 8601 as far as the quote states it: a day, a time to the minute, a zone.
@param written - When the post was written, ISO 8601; `null` where that is not known.
@returns Whether it may be the same time. Never throws.
*/
export function isSameTime(stated: string, written: string | null): boolean {
	if (written === null || Math.abs(roughDay(stated) - roughDay(written)) > farDays) return false;
	const said = read(stated);
	const was = read(written);
	if (said === null || was === null) return false;
	const apart = was.at - said.at;
	const most = said.hasZone || was.hasZone ? widest : widestApart;
	if (!said.hasTime || !was.hasTime) return Math.abs(apart) <= most + 12 * hour;
	if (said.hasZone && was.hasZone) return apart >= -latest && apart < minute;
	const offClock = (((apart + latest) % quarter) + quarter) % quarter;
	return Math.abs(apart) <= most && offClock < latest + minute;
}

/** Days as if every month had 31 of them: what tells most times apart in no time. */
function roughDay(date: string): number {
	return Number(date.slice(0, 4)) * 372 + Number(date.slice(5, 7)) * 31 + Number(date.slice(8, 10));
}

type Time = {readonly at: number; readonly hasTime: boolean; readonly hasZone: boolean};

/** A time without a zone is taken for universal time; a day for its noon. */
function read(text: string): Time | null {
	const [, day, clock, seconds = ':00', zone] = form.exec(text) ?? [];
	if (day === undefined) return null;
	const at = Date.parse(`${day}T${clock ?? '12:00'}${clock === undefined ? ':00' : seconds}${zone ?? 'Z'}`);
	return Number.isNaN(at) ? null : {at, hasTime: clock !== undefined, hasZone: zone !== undefined};
}
