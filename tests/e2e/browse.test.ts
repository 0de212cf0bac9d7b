import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {at, garden, isWhole, openThreadview} from './threadview.ts';

const seeds = path.join(import.meta.dirname, '../../../shared/seeds');

/** The list's row of the cursor, as far as the number. */
const cursorRow = (screen: readonly string[]): string => screen.find(row => row.includes('▸'))?.slice(0, 40) ?? '';

test('opens with list, post and context, and moves', async () => {
	const terminal = openThreadview([garden, '--no-state']);
	const opened = await terminal.waitFor(at('1/25'));
	expect(opened[0]).toMatch(/^ How do you store your seeds over winter\? +24 posts · 379 ♥ · 11 people$/);
	expect(opened[1]).toMatch(/^╭ posts ─+╮╭ #1 wren · .* ♥ 12 ─+╮╭ context ─+╮$/);
	expect(opened[2]).toMatch(/^│▸ +1 wren +♥12 I emptied .*││ I emptied the shed today/);
	expect(opened.every(row => row.length <= 120)).toBe(true);
	terminal.press('j', 'j');
	expect((await terminal.waitFor(at('3/25')))[1]).toContain('#3 marigold');
	terminal.press('k', 'down');
	await terminal.waitFor(at('3/25'));
	terminal.press('G');
	expect(cursorRow(await terminal.waitFor(at('25/25')))).toContain('25 modera');
	terminal.type('12G');
	expect((await terminal.waitFor(at('12/25')))[1]).toContain('#12 juniper');
});

test('finds as one types, letter by letter, and Esc leads back', async () => {
	const terminal = openThreadview([garden, '--no-state', '--post', '5']);
	await terminal.waitFor(at('5/25'));
	terminal.press('/');
	await terminal.waitFor(screen => screen.at(-1)?.startsWith(' / ') === true);
	for (const typed of ['m', 'mi', 'mic', 'mice']) {
		terminal.type(typed.slice(-1));
		await terminal.waitFor(screen => new RegExp(`^ / ${typed} .*of \\d+`).test(screen.at(-1) ?? ''));
	}
	terminal.press('enter');
	const first = await terminal.waitFor(screen => / mice \d of \d+, \d similar /.test(screen.at(-1) ?? ''));
	expect(first.at(-1)).toMatch(/n\/N match/);
	expect(terminal.bytes()).toMatch(/48;5;80[;m]/);
	terminal.press('n');
	await terminal.waitFor(screen => screen.join() !== first.join());
	terminal.press('esc');
	expect(cursorRow(await terminal.waitFor(at('5/25')))).toContain(' 5 hazel');
});

test('a search typed in one write is read whole, whatever key follows it', async () => {
	const terminal = openThreadview([garden, '--no-state']);
	await terminal.waitFor(at('1/25'));
	terminal.type('/rice\r');
	await terminal.waitFor(screen => /^ rice \d of \d/.test(screen.at(-1) ?? ''));
	terminal.type('/wrong\x15jars');
	await terminal.waitFor(screen => /^ \/ jars .*of \d/.test(screen.at(-1) ?? ''));
});

test('follows a quote into the context and comes back to the same row', async () => {
	const terminal = openThreadview([garden, '--no-state', '--post', '14']);
	const before = await terminal.waitFor(screen => at('14/25')(screen) && screen.some(row => row.includes('↖ quotes')));
	terminal.press('enter', 'enter');
	await terminal.waitFor(screen => !screen.at(-1)?.includes('read on'));
	terminal.press('enter');
	expect((await terminal.waitFor(at('13/25')))[1]).toContain('#13 linnet');
	terminal.press('backspace');
	const after = await terminal.waitFor(at('14/25'));
	const rowOfPost = (screen: readonly string[]) => screen.findIndex(row => row.includes(' 14 tomasz'));
	expect(rowOfPost(after)).toBe(rowOfPost(before));
	expect(after[1]).toContain('#14 tomasz');
});

test('starts with a search, and at a post', async () => {
	const found = openThreadview([garden, '--no-state', '--search', 'mice']);
	const screen = await found.waitFor(rows => /^ mice \d of \d+, \d similar /.test(rows.at(-1) ?? ''));
	expect(screen[1]).toContain('hits');
	const started = openThreadview([garden, '--no-state', '-p', '12']);
	expect((await started.waitFor(at('12/25')))[1]).toContain('#12 juniper');
});

test('obeys each of 500 keys that come at once', async () => {
	const terminal = openThreadview([garden, '--no-state']);
	await terminal.waitFor(at('1/25'));
	terminal.type(`${'jk'.repeat(249)}jj`);
	await terminal.waitFor(at('3/25'));
	terminal.type(`/${'x'.repeat(498)}y`);
	await terminal.waitFor(screen => /x{20}y/.test(screen.at(-1) ?? ''));
	terminal.type(`\x15${'ab\x7f'.repeat(30)}`);
	await terminal.waitFor(screen => new RegExp(`^ / ${'a'.repeat(30)} `).test(screen.at(-1) ?? ''));
});

test('a paste types into the prompt as one line, and is nothing elsewhere', async () => {
	const terminal = openThreadview([garden, '--no-state']);
	await terminal.waitFor(at('1/25'));
	terminal.paste('jjq\nG\n');
	terminal.press('j');
	await terminal.waitFor(at('2/25'));
	terminal.press('/');
	terminal.paste('paper\nbags');
	await terminal.waitFor(screen => /^ \/ paper bags /.test(screen.at(-1) ?? ''));
});

test('f labels the links in sight; Shift and the letter copies one', async () => {
	const terminal = openThreadview([garden, '--no-state', '--post', '12']);
	await terminal.waitFor(at('12/25'));
	terminal.press('f');
	await terminal.waitFor('[a]ps://seedsavers.example/drying has a table');
	expect(terminal.bytes()).not.toContain('\x1b]52;');
	terminal.press('A');
	await terminal.waitFor('copied: https://seedsavers.example/drying');
	const address = Buffer.from('https://seedsavers.example/drying').toString('base64');
	expect(terminal.bytes()).toContain(`\x1b]52;c;${address}\x1b\\`);
	expect(terminal.screen().join('')).not.toContain('[a]');
	terminal.press('f');
	await terminal.waitFor('[a]ps://');
	terminal.press('esc');
	await terminal.waitFor(screen => at('12/25')(screen) && !screen.join('').includes('[a]'));
});

test('the mouse, once it is on, scrolls and selects', async () => {
	const terminal = openThreadview([garden, '--no-state']);
	await terminal.waitFor(at('1/25'));
	expect(terminal.modes().mouse).toBe(false);
	terminal.press('M');
	await terminal.waitForModes({mouse: true, sgrMouse: true});
	terminal.click(5, 6);
	await terminal.waitFor(at('5/25'));
	terminal.wheel('down', 5, 6);
	await terminal.waitFor(at('6/25'));
	terminal.wheel('up', 5, 6);
	await terminal.waitFor(at('5/25'));
	terminal.press('M');
	await terminal.waitForModes({mouse: false, sgrMouse: false});
});

describe('what the terminal tells', () => {
	test.each([
		['dark', '1d1d/1f1f/2121', '38;5;239'],
		['light', 'ffff/ffff/ffff', '38;5;250'],
	])('of a %s background chooses the theme', async (_name, color, border) => {
		const terminal = openThreadview([garden, '--no-state']);
		await terminal.waitFor(at('1/25'));
		expect(terminal.bytes()).toContain('\x1b]11;?\x1b\\');
		expect(terminal.bytes()).not.toContain(`\x1b[${border}m`);
		terminal.type(`\x1b]11;rgb:${color}\x1b\\`);
		await terminal.waitFor(() => terminal.bytes().includes(`\x1b[${border}m`));
		expect(terminal.screen().filter(row => row.includes('rgb:'))).toEqual([]);
	});

	test('is not shown, and is not asked again', async () => {
		const terminal = openThreadview([garden, '--no-state']);
		await terminal.waitFor(at('1/25'));
		terminal.type('\x1b[1;9R');
		terminal.press('j');
		expect((await terminal.waitFor(at('2/25')))[1]).toMatch(/^╭/);
		expect(terminal.bytes().split('\x1b[6n')).toHaveLength(2);
		expect(terminal.bytes()).not.toContain('R\x1b[?2026h');
	});
});

test('keeps to ASCII when asked to, and asks the terminal nothing about signs', async () => {
	const terminal = openThreadview([garden, '--no-state', '--ascii', '--no-color']);
	const screen = await terminal.waitFor(at('1/25'));
	expect(screen.join('')).not.toMatch(/[╭╮╰╯│─┃♥▸↖↘·]/);
	expect(terminal.bytes()).not.toContain('\x1b[6n');
});

describe.skipIf(!existsSync(seeds))('the seed', () => {
	test('opens, is read to its end and searched', async () => {
		const [file = ''] = existsSync(seeds) ? readdirSync(seeds) : [];
		const terminal = openThreadview([path.join(seeds, file), '--no-state']);
		await terminal.waitFor(isWhole);
		terminal.press('G');
		const last = await terminal.waitFor(screen => screen.at(-1)?.endsWith(' 100 %') === true);
		expect(last[1]).toMatch(/^╭ posts ─+╮╭ #\d+/);
		terminal.type('/the\r');
		await terminal.waitFor(screen => / the \d+ of \d+ /.test(screen.at(-1) ?? ''));
		terminal.press('Q');
		expect(await terminal.exit).toEqual({code: 0, signal: 0});
	});
});
