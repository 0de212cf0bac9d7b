/**
The table for people: a line a row, figures rounded to what they can say.
*/
import type {Row} from './row.ts';

/** Rows measured on one Node. */
export type Measured = {readonly node: string; readonly rows: readonly Row[]};

/** Three figures that count; a dash where there is none. */
export function rounded(value: number | null): string {
	if (value === null || Number.isNaN(value)) return '–';
	const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
	return value.toFixed(digits).replace(/\B(?=(?:\d{3})+$)/g, ' ');
}

/**
@param measured - The first Node's rows in full; of the others value, ratio and whether they hold, beside them.
@returns Lines, columns aligned.
*/
export function table([first, ...others]: readonly Measured[]): string {
	if (first === undefined) return '';
	const head = ['id', 'value', 'unit', 'p50 / p95 / p99', 'ratio', 'against', 'target', ''];
	const lines = first.rows.map(row => [
		row.id,
		rounded(row.value),
		row.unit,
		row.spread === null ? '' : [row.spread.p50, row.spread.p95, row.spread.p99].map(rounded).join(' / '),
		row.ratio === null ? '' : rounded(row.ratio),
		row.against ?? row.note ?? '',
		row.target ?? '',
		verdict(row),
		...others.flatMap(({rows}) => {
			const same = rows.find(({id}) => id === row.id);
			return same === undefined
				? ['', '', '']
				: [rounded(same.value), same.ratio === null ? '' : rounded(same.ratio), verdict(same)];
		}),
	]);
	return aligned([[...head, ...others.flatMap(({node}) => [`Node ${node}`, 'ratio', ''])], ...lines]);
}

function verdict({holds}: Row): string {
	return holds === null ? '' : holds ? 'holds' : 'MISSED';
}

function aligned(lines: readonly (readonly string[])[]): string {
	const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)));
	return lines
		.map(line =>
			line
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}
