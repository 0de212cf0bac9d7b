/**
Panes: where everything stands on a screen of a given size. Only arithmetic.
*/

export type Size = {readonly columns: number; readonly rows: number};

/** A rectangle of cells, its border included. */
export type Rect = {readonly column: number; readonly row: number; readonly columns: number; readonly rows: number};

/**
`wide`: list, post and context side by side. `medium`: list beside the post, context
below it. `narrow`: one pane at a time. `small`: too small to be of use.
*/
export type Arrangement = 'wide' | 'medium' | 'narrow' | 'small';

export type Panes = {
	readonly arrangement: Arrangement;
	readonly list: Rect | null;
	readonly post: Rect | null;
	readonly context: Rect | null;
};

export type PaneName = 'list' | 'post' | 'context';

export const smallest: Size = {columns: 20, rows: 5};
const wideFrom = 120;
const mediumFrom = 80;

/** Text is read best at about this many cells; the post pane takes no more while others can use the room. */
const readingColumns = 84;

/**
Divide a screen into panes.

@param size - The whole screen, in cells. The first row is the header, the last the footer.
@param focus - The pane in use; alone it is shown where there is room for one.
@param share - How far the user moved the border between list and post: steps of 5 %, 0 is the default.
@param contextShown - Whether the context pane is wanted beside or below the post.
@returns Rectangles that lie inside the screen and do not overlap.
*/
export function panes(size: Size, focus: PaneName, share: number, contextShown: boolean): Panes {
	const {columns} = size;
	const rows = size.rows - 2;
	if (columns < smallest.columns || size.rows < smallest.rows) {
		return {arrangement: 'small', list: null, post: null, context: null};
	}
	if (columns < mediumFrom || rows < 8) {
		const only: Rect = {column: 0, row: 1, columns, rows};
		const none = {list: null, post: null, context: null};
		return {arrangement: 'narrow', ...none, [focus]: only};
	}
	if (columns < wideFrom) {
		const listColumns = clamp(Math.round(columns * (0.4 + share * 0.05)), 24, columns - 32);
		const right = columns - listColumns;
		const contextRows = contextShown ? clamp(Math.round(rows * 0.32), 4, rows - 5) : 0;
		return {
			arrangement: 'medium',
			list: {column: 0, row: 1, columns: listColumns, rows},
			post: {column: listColumns, row: 1, columns: right, rows: rows - contextRows},
			context: contextShown
				? {column: listColumns, row: 1 + rows - contextRows, columns: right, rows: contextRows}
				: null,
		};
	}
	const contextColumns = contextShown ? clamp(Math.round(columns * 0.26), 32, 52) : 0;
	const rest = columns - contextColumns;
	const wanted = Math.round(rest * (0.42 + share * 0.05));
	const roomy = Math.max(wanted, share === 0 ? Math.min(rest - readingColumns, Math.round(rest * 0.55)) : 0);
	const listColumns = clamp(roomy, 24, rest - 32);
	return {
		arrangement: 'wide',
		list: {column: 0, row: 1, columns: listColumns, rows},
		post: {column: listColumns, row: 1, columns: rest - listColumns, rows},
		context: contextShown ? {column: rest, row: 1, columns: contextColumns, rows} : null,
	};
}

/** The cells inside a pane's border; never negative. */
export function inside(rect: Rect): Size {
	return {columns: Math.max(0, rect.columns - 2), rows: Math.max(0, rect.rows - 2)};
}

/** Which pane holds a cell, and which of its inner rows; for the mouse. */
export function paneAt(all: Panes, column: number, row: number): {pane: PaneName; row: number} | null {
	for (const pane of ['list', 'post', 'context'] as const) {
		const rect = all[pane];
		if (rect === null) continue;
		const inColumns = column >= rect.column && column < rect.column + rect.columns;
		if (inColumns && row >= rect.row && row < rect.row + rect.rows) return {pane, row: row - rect.row - 1};
	}
	return null;
}

export function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(value, Math.max(least, most)));
}
