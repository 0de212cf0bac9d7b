/**
Tables: columns as wide as their words where there is room, else shared out; cells wrap.
*/
import {type Line, type Run, wrap} from './wrap.ts';

/** The cells of a row, each as runs. */
export type TableRow = readonly (readonly Run[])[];

/** Cells between two columns. */
const gap = 2;

/** Columns narrower than this are no use. */
const leastColumn = 4;

/**
Share a table's room out among its columns.

@param cells - Row by row, each row with as many cells.
@param room - Cells of the terminal.
@returns The width of each column; `null` where there is no room for columns. With the gaps never wider than `room`.
*/
export function columnWidths(cells: readonly TableRow[], room: number): readonly number[] | null {
	const count = cells[0]?.length ?? 0;
	const left = room - gap * (count - 1);
	return left < count * leastColumn ? null : shareOut(naturalWidths(cells, count), left);
}

/** How wide each column is when nothing in it is wrapped. */
function naturalWidths(cells: readonly TableRow[], count: number): readonly number[] {
	return Array.from({length: count}, (_, column) =>
		cells.flatMap(row => wrap(row[column] ?? [], 10_000)).reduce((most, line) => Math.max(most, lineWidth(line)), 1),
	);
}

/** A table's row as lines, its cells wrapped side by side. */
export function tableLines(row: TableRow, widths: readonly number[]): readonly Line[] {
	const cells = widths.map((width, column) => wrap(row[column] ?? [], width));
	const height = cells.reduce((most, lines) => Math.max(most, lines.length), 1);
	return Array.from({length: height}, (_, at) =>
		cells.flatMap((lines, column) => {
			const pieces = lines[at] ?? [];
			const missing = (widths[column] ?? 0) - lineWidth(pieces) + (column < widths.length - 1 ? gap : 0);
			return [...pieces, ...blankPiece(missing)];
		}),
	);
}

/** Share `room` cells out: narrow columns keep what they need, wide ones divide the rest. */
function shareOut(natural: readonly number[], room: number): readonly number[] {
	const widths = natural.map(() => 0);
	let open = natural.map((_, index) => index);
	let left = room;
	while (open.length > 0) {
		const share = Math.max(1, Math.floor(left / open.length));
		const content = open.filter(index => (natural[index] ?? 0) <= share);
		const settled = content.length > 0 ? content : open;
		for (const index of settled) {
			widths[index] = Math.min(natural[index] ?? 0, share);
			left -= widths[index] ?? 0;
		}
		open = open.filter(index => !settled.includes(index));
	}
	return widths;
}

function lineWidth(line: Line): number {
	return line.reduce((sum, piece) => sum + piece.width, 0);
}

function blankPiece(width: number): Line {
	if (width <= 0) return [];
	const run: Run = {text: '', look: {tone: 'text'}, leaf: null};
	return [{run, shown: ' '.repeat(width), width, from: 0, to: 0, exact: false}];
}
