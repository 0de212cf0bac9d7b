/**
A box: rows inside a border, with words set into its top edge.
*/
import type {Glyphs} from './glyphs.ts';
import type {Size} from './panes.ts';
import {cutRow, fitRow, type Row, rowWidth, type Span, span} from './span.ts';

export type Box = {
	/** The whole box, border included. */
	readonly size: Size;
	readonly title: Row;
	/** Set into the top edge at the right; left out where it does not fit. */
	readonly corner?: Row;
	readonly focused: boolean;
	/** At most as many as fit; missing ones are blank. */
	readonly rows: readonly Row[];
	/** What stands in the right edge beside each inner row instead of the border. */
	readonly edge?: readonly (Span | null)[];
};

/** @returns Exactly `size.rows` rows, each exactly `size.columns` wide. */
export function drawBox(box: Box, glyphs: Glyphs): readonly Row[] {
	const {columns, rows} = box.size;
	const [topLeft, topRight, bottomRight, bottomLeft, horizontal, vertical] = glyphs.box;
	const tone = box.focused ? 'border-focus' : 'border';
	if (columns < 2 || rows < 2) return Array.from({length: rows}, () => fitRow([], columns));
	const inner = columns - 2;
	const side = span(vertical, tone);
	const lines: Row[] = [[span(topLeft, tone), ...edgeRow(box, inner, glyphs, tone), span(topRight, tone)]];
	for (let index = 0; index < rows - 2; index++) {
		lines.push([side, ...fitRow(box.rows[index] ?? [], inner, glyphs.ellipsis), box.edge?.[index] ?? side]);
	}
	lines.push([span(bottomLeft, tone), span(horizontal.repeat(inner), tone), span(bottomRight, tone)]);
	return lines;
}

function edgeRow(box: Box, inner: number, glyphs: Glyphs, tone: 'border' | 'border-focus'): Row {
	const horizontal = glyphs.box[4];
	if (inner < 4) return [span(horizontal.repeat(inner), tone)];
	const corner = box.corner ?? [];
	const cornerRoom = rowWidth(corner) > 0 ? rowWidth(corner) + 3 : 0;
	const fits = inner - rowWidth(box.title) - 3 >= cornerRoom;
	const end = fits && cornerRoom > 0 ? [span(' ', tone), ...corner, span(` ${horizontal}`, tone)] : [];
	const title = cutRow(box.title, inner - 3, glyphs.ellipsis);
	const start = rowWidth(title) > 0 ? [span(' ', tone), ...title, span(' ', tone)] : [];
	const line = inner - rowWidth(start) - rowWidth(end);
	return [...start, span(horizontal.repeat(Math.max(0, line)), tone), ...end];
}
