/**
What is kept from one run to the next.
*/
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {Terminal} from './terminal.ts';
import {at, garden, openThreadview, temporaryFolder} from './threadview.ts';

const openWith = (config: string, ...args: readonly string[]): Terminal =>
	openThreadview([garden, ...args], {env: {XDG_CONFIG_HOME: config}, rows: 14});

const folderIn = (config: string): string => {
	const folder = path.join(config, 'threadview');
	mkdirSync(folder, {recursive: true});
	return folder;
};

const left = async (terminal: Terminal, key = 'Q'): Promise<readonly string[]> => {
	terminal.press(key);
	expect(await terminal.exit).toEqual({code: 0, signal: 0});
	return terminal.screen().filter(row => row !== '');
};

/** What the post pane shows in its first row. */
const postPane = (screen: readonly string[]): string => screen[2]?.slice(38, 86) ?? '';

test('a dump opened again is where it was left: post, scroll and marks', async () => {
	const config = temporaryFolder();
	const first = openWith(config);
	await first.waitFor(at('1/25'));
	first.type('3Gmx5G');
	const top = postPane(await first.waitFor(at('5/25')));
	first.type('JJJ');
	const scrolled = postPane(await first.waitFor(screen => postPane(screen) !== top));
	expect(await left(first)).toEqual([]);
	const again = openWith(config);
	await again.waitFor(screen => at('5/25')(screen) && postPane(screen) === scrolled);
	again.type("'x");
	await again.waitFor(at('3/25'));
});

test('a signal keeps the place, too', async () => {
	const config = temporaryFolder();
	const first = openWith(config, '--post', '7');
	await first.waitFor(at('7/25'));
	first.kill('SIGHUP');
	expect(await first.exit).toEqual({code: 129, signal: 0});
	await openWith(config).waitFor(at('7/25'));
});

test('what the command line says comes before the place', async () => {
	const config = temporaryFolder();
	const first = openWith(config, '--post', '7');
	await first.waitFor(at('7/25'));
	await left(first);
	await openWith(config, '--post', '9').waitFor(at('9/25'));
});

test('--no-state reads nothing and leaves nothing', async () => {
	const config = temporaryFolder();
	const terminal = openWith(config, '--no-state', '--post', '7');
	await terminal.waitFor(at('7/25'));
	await left(terminal);
	expect(readdirSync(config)).toEqual([]);
});

test('settings that cannot be read are one warning, and are left as they are', async () => {
	const config = temporaryFolder();
	const file = path.join(folderIn(config), 'config.json');
	writeFileSync(file, '{"theme": dark');
	const terminal = openWith(config);
	await terminal.waitFor(/settings: .*not JSON/);
	terminal.press('j');
	await terminal.waitFor(at('2/25'));
	await left(terminal);
	expect(readFileSync(file, 'utf8')).toBe('{"theme": dark');
});

test('a theme that is none, and whatever else is wrong, is one warning', async () => {
	const config = temporaryFolder();
	writeFileSync(path.join(folderIn(config), 'config.json'), '{"theme": "solarised", "thme": 1}');
	const terminal = openWith(config);
	terminal.resize(220, 30);
	await terminal.waitFor(/settings: .*"thme" is no setting; there is no theme "solarised": auto, plain, neutral/);
	await left(terminal);
});

// Root may write everywhere.
test.skipIf(process.getuid?.() === 0)('places that cannot be written are one warning after the end', async () => {
	const config = temporaryFolder();
	chmodSync(config, 0o500);
	const terminal = openWith(config);
	await terminal.waitFor(at('1/25'));
	const [line, ...more] = await left(terminal);
	expect(line).toMatch(/^threadview: .*your place is not kept/);
	expect(more).toEqual([]);
	chmodSync(config, 0o700);
	expect(existsSync(path.join(config, 'threadview'))).toBe(false);
});

test('a file where the folder of the settings should be is one warning after the end', async () => {
	const config = temporaryFolder();
	writeFileSync(path.join(config, 'threadview'), '');
	const terminal = openWith(config);
	await terminal.waitFor(at('1/25'));
	const rows = await left(terminal);
	expect(rows.join('')).toMatch(/^threadview: .*your place is not kept/);
});
