import {expect, test} from 'vitest';
import {rowText, rowWidth} from '../../source/layout/span.ts';
import {footer} from '../../source/view/screen/footer.ts';
import {press} from './press.ts';
import {modelOf, shed} from './sample.ts';

test('hints stand whole or not at all, as many as fit', () => {
	let longest = 0;
	for (let columns = 40; columns <= 160; columns++) {
		for (const keys of ['j', 'G tab', '/ "silica" enter']) {
			const row = footer(press(modelOf(shed, {columns}), keys).model);
			expect(rowWidth(row)).toBe(columns);
			const said = rowText(row).trim();
			expect(said).not.toContain('…');
			longest = Math.max(longest, said.split(/ {2,}/).length);
		}
	}
	expect(rowText(footer(modelOf(shed, {columns: 80}))).trim()).toBe(
		'/ search   Enter open   Space read on   Tab pane   ? help   q quit   1/8  13 %',
	);
	expect(longest).toBeGreaterThan(6);
});
