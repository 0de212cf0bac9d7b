import {describe, expect, test} from 'vitest';
import {drawBox} from '../../source/layout/box.ts';
import {ascii, unicode} from '../../source/layout/glyphs.ts';
import {inside, type PaneName, paneAt, panes, type Rect, smallest} from '../../source/layout/panes.ts';
import {fitRow, rowText, rowWidth, span, spreadRow} from '../../source/layout/span.ts';

const names: readonly PaneName[] = ['list', 'post', 'context'];

function rectsOf(all: ReturnType<typeof panes>): readonly Rect[] {
	return names.flatMap(name => all[name] ?? []);
}

describe('panes', () => {
	test('fill every size from the least one on, without a gap and without overlapping', () => {
		for (let columns = 1; columns <= 250; columns++) {
			for (let rows = 1; rows <= 80; rows++) {
				for (const shown of [true, false]) {
					const all = panes({columns, rows}, 'post', 0, shown);
					const isSmall = columns < smallest.columns || rows < smallest.rows;
					if (isSmall !== (all.arrangement === 'small')) expect.fail(`${columns}x${rows} is ${all.arrangement}`);
					if (isSmall) continue;
					const area = rectsOf(all).reduce((sum, rect) => sum + rect.columns * rect.rows, 0);
					if (area !== columns * (rows - 2) || !apart(rectsOf(all), columns, rows)) {
						expect.fail(`${columns}x${rows}: ${JSON.stringify(all)}`);
					}
				}
			}
		}
	});

	test('hold for every share of the list', () => {
		for (let columns = 20; columns <= 250; columns++) {
			for (let share = -6; share <= 6; share++) {
				const all = panes({columns, rows: 24}, 'list', share, true);
				if (!apart(rectsOf(all), columns, 24)) expect.fail(`${columns} ${share}: ${JSON.stringify(all)}`);
			}
		}
	});

	test.each<[columns: number, rows: number, arrangement: string]>([
		[19, 30, 'small'],
		[20, 5, 'narrow'],
		[79, 30, 'narrow'],
		[80, 30, 'medium'],
		[119, 30, 'medium'],
		[120, 30, 'wide'],
		[250, 80, 'wide'],
		[120, 9, 'narrow'],
		[120, 4, 'small'],
	])('%d x %d is %s', (columns, rows, arrangement) => {
		expect(panes({columns, rows}, 'list', 0, true).arrangement).toBe(arrangement);
	});

	test('a wider list takes its room from the post', () => {
		const widths = [-6, 0, 3, 6].map(share => panes({columns: 160, rows: 30}, 'list', share, true).list?.columns ?? 0);
		expect(widths).toEqual([...widths].sort((a, b) => a - b));
		expect(new Set(widths).size).toBe(4);
	});

	test('narrow, the pane in use is the only one', () => {
		for (const focus of names) {
			const all = panes({columns: 60, rows: 20}, focus, 0, true);
			expect(names.filter(name => all[name] !== null)).toEqual([focus]);
			expect(all[focus]).toEqual({column: 0, row: 1, columns: 60, rows: 18});
		}
	});

	test('every cell of a pane is found in it, its inner rows counted from 0', () => {
		const all = panes({columns: 100, rows: 24}, 'list', 0, true);
		for (const name of names) {
			const rect = all[name];
			if (rect === null) expect.fail(`no ${name}`);
			expect(paneAt(all, rect.column, rect.row + 1)).toEqual({pane: name, row: 0});
			const end = {column: rect.column + rect.columns - 1, row: rect.row + rect.rows - 2};
			expect(paneAt(all, end.column, end.row)).toEqual({pane: name, row: inside(rect).rows - 1});
		}
		expect(paneAt(all, 0, 0)).toBeNull();
		expect(paneAt(all, 0, 23)).toBeNull();
	});
});

/** Whether rectangles lie between header and footer, are not empty, and share no cell. */
function apart(rects: readonly Rect[], columns: number, rows: number): boolean {
	const inScreen = rects.every(
		rect =>
			rect.column >= 0 &&
			rect.row >= 1 &&
			rect.columns >= 2 &&
			rect.rows >= 2 &&
			rect.column + rect.columns <= columns &&
			rect.row + rect.rows <= rows - 1,
	);
	const overlap = rects.some((a, index) =>
		rects
			.slice(index + 1)
			.some(
				b =>
					a.column < b.column + b.columns &&
					b.column < a.column + a.columns &&
					a.row < b.row + b.rows &&
					b.row < a.row + a.rows,
			),
	);
	return inScreen && !overlap;
}

describe('drawBox', () => {
	const title = [span('#12 道具 and a long title')];
	const corner = [span('more')];
	const rows = [[span('short')], [span('a row that is much too long for most boxes 字字字字')], []];

	test.each([
		['unicode', unicode],
		['ascii', ascii],
	])('is exact at every size (%s)', (_, glyphs) => {
		for (let columns = 0; columns <= 60; columns++) {
			for (let height = 0; height <= 12; height++) {
				const box = drawBox({size: {columns, rows: height}, title, corner, focused: true, rows}, glyphs);
				expect(box).toHaveLength(height);
				for (const row of box) expect(rowWidth(row), `${columns}x${height}`).toBe(columns);
			}
		}
	});

	test('sets title and corner into its edge, and what was asked for into its right side', () => {
		const size = {columns: 24, rows: 5};
		const edge = [null, span('#')];
		const box = drawBox({size, title: [span('posts')], corner, focused: false, rows, edge}, unicode);
		expect(box.map(rowText)).toEqual([
			'╭ posts ──────── more ─╮',
			'│short                 │',
			'│a row that is much to…#',
			'│                      │',
			'╰──────────────────────╯',
		]);
	});

	test('a corner that does not fit gives way to the title', () => {
		const box = drawBox({size: {columns: 14, rows: 2}, title: [span('a title')], corner, focused: false, rows}, ascii);
		expect(box.map(rowText)).toEqual(['+ a title ---+', '+------------+']);
	});
});

test('a row is fitted to exactly its width, and keeps the ground of what was cut', () => {
	const row = [span('ab'), {...span('字字'), ground: 'hit' as const}];
	expect(rowText(fitRow(row, 8))).toBe('ab字字  ');
	expect(rowText(fitRow(row, 5))).toBe('ab字…');
	expect(rowText(fitRow(row, 4))).toBe('ab… ');
	expect(fitRow(row, 5).at(-1)).toMatchObject({text: '…', ground: 'hit'});
	expect(rowText(fitRow(row, 0))).toBe('');
});

test.each([
	['left', 'right', 12, 'left   right'],
	['left', '', 8, 'left    '],
	['a longer left', 'right', 12, 'a lon… right'],
	['left', 'right', 5, 'right'],
	['left', 'right', 3, 'ri…'],
	['字字字', '右', 7, '字…  右'],
	['', '', 3, '   '],
	['left', 'right', 0, ''],
])('%j and %j are spread over %d cells, the left gives way', (left, right, width, expected) => {
	const row = spreadRow([span(left)], right === '' ? [] : [span(right)], width);
	expect(rowText(row)).toBe(expected);
	expect(rowWidth(row)).toBe(width);
});
