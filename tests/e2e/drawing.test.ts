/**
What is written at a key: no more than the panes that it changes, and nothing that the terminal's screen is left wrong by.
*/
import {expect, test} from 'vitest';
import {at, garden, isWhole, openThreadview} from './threadview.ts';

/** Keys, and where one is after them. */
const steps = [
	['jj', '16/25'],
	['kkkk', '12/25'],
	['Tjj', '14/25'],
	['cj', '15/25'],
	['ck', '14/25'],
	['tG', '25/25'],
	['tg', '1/25'],
	['+jjj', '4/25'],
] as const;

test.each([
	[200, 60],
	[120, 30],
	[80, 24],
])('after any keys the screen is what Ctrl-L draws, at %ix%i', async (columns, rows) => {
	const terminal = openThreadview([garden, '--no-state', '--post', '14'], {columns, rows});
	await terminal.waitFor(isWhole);
	for (const [keys, place] of steps) {
		terminal.type(keys);
		await terminal.waitFor(at(place));
	}
	terminal.type('?');
	await terminal.waitFor(screen => screen[1]?.includes('keys') === true);
	terminal.type('?/mice\r');
	const kept = await terminal.waitFor(screen => / mice \d of \d/.test(screen.at(-1) ?? ''));
	const written = terminal.bytes().length;
	terminal.press('ctrl+l');
	await terminal.waitFor(() => terminal.bytes().slice(written).includes('How do you store'));
	expect(await terminal.waitFor(screen => screen.join() === kept.join())).toEqual(kept);
});

test('a key that changes the post alone leaves the list unwritten', async () => {
	const terminal = openThreadview([garden, '--no-state', '--post', '14'], {columns: 200, rows: 40});
	const before = await terminal.waitFor(at('14/25'));
	const written = terminal.bytes().length;
	terminal.press('T');
	const after = await terminal.waitFor(screen => screen.join() !== before.join());
	const bytes = terminal.bytes().slice(written);
	const list = (screen: readonly string[]) => screen.map(row => row.slice(0, 40));
	expect(list(after)).toEqual(list(before));
	expect(bytes).toMatch(/\u001b\[\d+G\u001b\[K/);
	expect(bytes).not.toContain('marigold');
});
