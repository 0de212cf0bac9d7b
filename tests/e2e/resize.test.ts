import {expect, test} from 'vitest';
import {garden, isWhole, openThreadview} from './threadview.ts';

const sizes = [
	[200, 60],
	[80, 24],
	[40, 12],
	[10, 3],
	[100, 30],
] as const;

const isDrawn = (screen: readonly string[]): boolean => isWhole(screen) || /small/.test(screen[0] ?? '');

test('after each resize the screen is what a program started at that size shows', async () => {
	const resized = openThreadview([garden, '--post', '13', '--no-state'], {columns: 120, rows: 30});
	await resized.waitFor(isWhole);
	for (const [columns, rows] of sizes) {
		const fresh = openThreadview([garden, '--post', '13', '--no-state'], {columns, rows});
		await fresh.waitFor(isDrawn);
		resized.resize(columns, rows);
		const alike = () => resized.screen().join('\n') === fresh.screen().join('\n');
		await Promise.any([resized.waitFor(alike, 5000), fresh.waitFor(alike, 5000)]).catch(() => {});
		expect(resized.screen()).toEqual(fresh.screen());
		fresh.kill('SIGKILL');
	}
	resized.press('q');
	expect(await resized.exit).toEqual({code: 0, signal: 0});
});

test('a storm of resizes ends in the right screen', async () => {
	const fresh = openThreadview([garden, '--no-state'], {columns: 90, rows: 25});
	const stormy = openThreadview([garden, '--no-state'], {columns: 120, rows: 30});
	await fresh.waitFor(isWhole);
	await stormy.waitFor(isWhole);
	for (let step = 0; step < 40; step++) stormy.resize(20 + ((step * 37) % 160), 4 + ((step * 11) % 50));
	stormy.resize(90, 25);
	const alike = () => stormy.screen().join('\n') === fresh.screen().join('\n');
	await Promise.any([stormy.waitFor(alike, 5000), fresh.waitFor(alike, 5000)]).catch(() => {});
	expect(stormy.screen()).toEqual(fresh.screen());
});
