/**
A box: rows inside a border, with words set into its top edge.
*/
import type {Glyphs} from './glyphs.ts';
import type {Size} from './panes.ts';
import {cutRow, fitRow, type Row, rowWidth, type Span, span} from './span.ts';

/** A border with words set into its top edge. */
export type Frame = {
	/** The whole box, border included. */
	readonly size: Size;
	readonly title: Row;
	/** Set into the top edge at the right; left out where it does not fit. */
	readonly corner?: Row;
	readonly focused: boolean;
};

/** What stands in it. */
export type Box = Frame & {
	/** At most as many as fit; missing ones are blank. */
	readonly rows: readonly Row[];
	/** What stands in the right edge beside each inner row instead of the border. */
	readonly edge?: readonly (Span | null)[];
};

/** @returns Exactly `size.rows` rows, each exactly `size.columns` wide. */
export function drawBox(box: Box, glyphs: Glyphs): readonly Row[] {
	const edges = box.edge ?? [];
	const count = Math.max(box.rows.length, edges.length);
	const lines = Array.from({length: count}, (_, index) =>
		enclose(box, box.rows[index] ?? [], edges[index] ?? null, glyphs),
	);
	return drawFrame(box, lines, glyphs);
}

/**
Draw a border around rows.

@param lines - Rows as `enclose` gives them; missing ones are blank, and what does not fit is left out.
@returns As `drawBox`.
*/
export function drawFrame(frame: Frame, lines: readonly Row[], glyphs: Glyphs): readonly Row[] {
	const {columns, rows} = frame.size;
	const [topLeft, topRight, bottomRight, bottomLeft, horizontal] = glyphs.box;
	const tone = toneOf(frame);
	if (columns < 2 || rows < 2) return Array.from({length: rows}, () => fitRow([], columns));
	const inner = columns - 2;
	const blank = enclose(frame, [], null, glyphs);
	return [
		[span(topLeft, tone), ...edgeRow(frame, inner, glyphs, tone), span(topRight, tone)],
		...Array.from({length: rows - 2}, (_, index) => lines[index] ?? blank),
		[span(bottomLeft, tone), span(horizontal.repeat(inner), tone), span(bottomRight, tone)],
	];
}

/**
An inner row between the sides of its box.

@param edge - What stands in the right one instead of the border.
*/
export function enclose(frame: Frame, row: Row, edge: Span | null, glyphs: Glyphs): Row {
	const side = span(glyphs.box[5], toneOf(frame));
	return [side, ...fitRow(row, frame.size.columns - 2, glyphs.ellipsis), edge ?? side];
}

function toneOf({focused}: Frame): 'border' | 'border-focus' {
	return focused ? 'border-focus' : 'border';
}

function edgeRow(frame: Frame, inner: number, glyphs: Glyphs, tone: 'border' | 'border-focus'): Row {
	const horizontal = glyphs.box[4];
	if (inner < 4) return [span(horizontal.repeat(inner), tone)];
	const corner = frame.corner ?? [];
	const cornerRoom = rowWidth(corner) > 0 ? rowWidth(corner) + 3 : 0;
	const fits = inner - rowWidth(frame.title) - 3 >= cornerRoom;
	const end = fits && cornerRoom > 0 ? [span(' ', tone), ...corner, span(` ${horizontal}`, tone)] : [];
	const title = cutRow(frame.title, inner - 3, glyphs.ellipsis);
	const start = rowWidth(title) > 0 ? [span(' ', tone), ...title, span(' ', tone)] : [];
	const line = inner - rowWidth(start) - rowWidth(end);
	return [...start, span(horizontal.repeat(Math.max(0, line)), tone), ...end];
}
