/**
Spans and rows: what the screen is made of before it has colours.

A span says what its words are (a tone) and never how that looks; a theme decides
that when a row is painted.
*/
import {cellWidth, clusters, cutText, shownOf} from '../text/cells.ts';

/** What a span is. Themes map each to a look. */
export type Tone =
	| 'text'
	| 'faint'
	| 'title'
	| 'author'
	| 'likes'
	| 'number'
	| 'quote'
	| 'code'
	| 'link'
	| 'mention'
	| 'image'
	| 'heading'
	| 'border'
	| 'border-focus'
	| 'key'
	| 'accent'
	| 'good'
	| 'warning'
	| 'error';

/** What lies under a span: the cursor's row, a search hit, the words somebody quoted, a link's label. */
export type Ground = 'cursor' | 'cursor-idle' | 'hit' | 'hit-current' | 'quoted' | 'hint';

export type Look = {
	readonly tone: Tone;
	readonly bold?: boolean;
	readonly italic?: boolean;
	readonly underline?: boolean;
	readonly strike?: boolean;
	readonly ground?: Ground;
};

/** Words as they go to the terminal. Their width in cells is known once and kept. */
export type Span = Look & {readonly text: string; readonly width: number};

export type Row = readonly Span[];

/** A row of the screen: what each pane shows in it, and in which column of the screen that begins, from 0. */
export type ScreenRow = readonly {readonly column: number; readonly row: Row}[];

const plain: Look = {tone: 'text'};

/** Make a span of text; what the terminal cannot show alike everywhere is simplified. */
export function span(text: string, look: Look | Tone = 'text'): Span {
	const {shown, width} = shownOf(text);
	// Most spans: a copy of whatever shape takes many times as long.
	return typeof look === 'string' ? {tone: look, text: shown, width} : {...look, text: shown, width};
}

export function rowWidth(row: Row): number {
	let width = 0;
	for (const part of row) width += part.width;
	return width;
}

/** The words of a row without their looks. */
export function rowText(row: Row): string {
	return row.map(part => part.text).join('');
}

/** Cut a row to at most `width` cells, ending it with `ellipsis` where something was cut. */
export function cutRow(row: Row, width: number, ellipsis = '…'): Row {
	if (rowWidth(row) <= width) return row;
	const mark = cellWidth(ellipsis) <= width ? ellipsis : '';
	const room = Math.max(0, width - cellWidth(mark));
	const kept: Span[] = [];
	let used = 0;
	let last: Look = plain;
	for (const part of row) {
		last = part;
		if (used + part.width <= room) {
			kept.push(part);
			used += part.width;
			continue;
		}
		const {shown, width: cells} = cutText(part.text, room - used, '');
		if (shown !== '') kept.push({...part, text: shown, width: cells});
		break;
	}
	if (mark !== '') kept.push({...span(mark, 'faint'), ...(last.ground === undefined ? {} : {ground: last.ground})});
	return kept;
}

/** Make a row exactly `width` cells wide: cut or filled up with blanks. */
export function fitRow(row: Row, width: number, ellipsis = '…', ground?: Ground): Row {
	const cut = cutRow(row, Math.max(0, width), ellipsis);
	const missing = Math.max(0, width) - rowWidth(cut);
	if (missing <= 0) return cut;
	const blank: Span = {tone: 'text', text: ' '.repeat(missing), width: missing};
	return [...cut, ground === undefined ? blank : {...blank, ground}];
}

/** A row with something at either end; the left gives way. Exactly `width` cells wide. */
export function spreadRow(left: Row, right: Row, width: number, ellipsis = '…'): Row {
	const end = cutRow(right, width, ellipsis);
	const gap = rowWidth(end) > 0 && width - rowWidth(end) > 0 ? 1 : 0;
	return [...fitRow(left, width - rowWidth(end) - gap, ellipsis), ...(gap ? [span(' ')] : []), ...end];
}

/** Cover a row's cells from a column on; a wide character of which half is covered becomes a blank. The row stays as wide. */
export function coverRow(row: Row, column: number, cover: Row): Row {
	const end = column + rowWidth(cover);
	const before: Span[] = [];
	const after: Span[] = [];
	let at = 0;
	for (const part of row) {
		const from = at;
		at += part.width;
		if (at <= column) before.push(part);
		else if (from >= end) after.push(part);
		else {
			let [left, right] = ['', ''];
			let cell = from;
			for (const cluster of clusters(part.text)) {
				const next = cell + cluster.width;
				if (next <= column) left += cluster.shown;
				else if (cell >= end) right += cluster.shown;
				else {
					left += ' '.repeat(Math.max(0, column - cell));
					right += ' '.repeat(Math.max(0, next - end));
				}
				cell = next;
			}
			if (left !== '') before.push({...part, text: left, width: cellWidth(left)});
			if (right !== '') after.push({...part, text: right, width: cellWidth(right)});
		}
	}
	return [...before, ...cover, ...after];
}

/** Lay a ground under every span of a row that has none of its own. */
export function ground(row: Row, under: Ground, bold = false): Row {
	return row.map(part => ({...part, ground: part.ground ?? under, ...(bold ? {bold: true} : {})}));
}
