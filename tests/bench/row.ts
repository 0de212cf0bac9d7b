/**
A row: one figure of the benchmark, what it stands beside, and whether it is as it should be.
*/
import type {Spread} from './spread.ts';

export type Row = {
	readonly id: string;
	/** In words for people. */
	readonly what: string;
	/** `null` where it could not be taken; `note` then says why. */
	readonly value: number | null;
	readonly unit: string;
	/** What `ratio` compares with, or `null`. */
	readonly against: string | null;
	readonly ratio: number | null;
	/** As `value ≤ 16` or `ratio ≥ 200`, several joined by a comma; `null` where nothing is promised. */
	readonly target: string | null;
	/** Whether the target is met; `null` without a target. */
	readonly holds: boolean | null;
	/** How the single figures behind `value` lie, in its unit. */
	readonly spread: Spread | null;
	readonly note: string | null;
};

/** At most, or at least. */
export type Limit = {readonly of: 'value' | 'ratio'; readonly sign: '≤' | '≥'; readonly than: number};

type Figure = Pick<Row, 'id' | 'what' | 'unit'> &
	Partial<Pick<Row, 'value' | 'against' | 'ratio' | 'spread' | 'note'>> & {readonly limits?: readonly Limit[]};

/** Make a row. A limit on what could not be taken is no target. */
export function row({
	id,
	what,
	unit,
	value = null,
	against = null,
	ratio = null,
	spread = null,
	note = null,
	limits = [],
}: Figure): Row {
	const figures = {value, ratio};
	const kept = limits.filter(limit => figures[limit.of] !== null);
	const isMet = ({of, sign, than}: Limit) => {
		const figure = figures[of] ?? Number.NaN;
		return sign === '≤' ? figure <= than : figure >= than;
	};
	return {
		id,
		what,
		value,
		unit,
		against,
		ratio,
		target: kept.length === 0 ? null : kept.map(({of, sign, than}) => `${of} ${sign} ${than}`).join(', '),
		holds: kept.length === 0 ? null : kept.every(isMet),
		spread,
		note,
	};
}

/** A figure that cannot be taken here. */
export function missing(id: string, what: string, unit: string, note: string): Row {
	return row({id, what, unit, note});
}

/** At most this much. */
export function atMost(than: number, of: Limit['of'] = 'ratio'): Limit {
	return {of, sign: '≤', than};
}

/** At least this much. */
export function atLeast(than: number, of: Limit['of'] = 'ratio'): Limit {
	return {of, sign: '≥', than};
}
