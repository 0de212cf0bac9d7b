/**
What cannot be browsed is said in one line, with exit status 2, and the screen is never taken.
*/
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {garden, openThreadview, temporaryFolder} from './threadview.ts';

const refusal = async (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> => {
	const terminal = openThreadview(args, {columns: 250, env});
	expect(await terminal.exit).toEqual({code: 2, signal: 0});
	expect(terminal.bytes()).not.toContain('\x1b');
	const [line = '', ...more] = terminal.screen().filter(row => row !== '');
	expect(more).toEqual([]);
	return line;
};

test('a file that is not there, a folder, nothing, no text', async () => {
	const folder = temporaryFolder();
	const file = (name: string, content: string | Buffer): string => {
		writeFileSync(path.join(folder, name), content);
		return path.join(folder, name);
	};
	expect(await refusal([path.join(folder, 'none.txt')])).toMatch(/^threadview: .*none\.txt: there is no such file/);
	expect(await refusal([folder])).toMatch(/^threadview: .*: this is a directory/);
	expect(await refusal([file('empty', '')])).toMatch(/^threadview: .*empty: there is nothing in it/);
	expect(await refusal([file('blank', '\n \n')])).toMatch(/^threadview: .*blank: there is nothing in it/);
	const binary = Buffer.from(Array.from({length: 4096}, (_, index) => (index * 37) % 256));
	expect(await refusal([file('binary', binary)])).toMatch(/^threadview: .*binary: this is .*not text/);
});

test('a name with escape sequences is shown without them', async () => {
	expect(await refusal(['no\x1b[31m such\x07\nfile'])).toMatch(/^threadview: no.* such.*file: there is no such file/);
});

test('wrong words on the command line', async () => {
	expect(await refusal([garden, '--colour'])).toMatch(/^threadview: no option --colour/);
	expect(await refusal([garden, '--format', 'xml'])).toMatch(/^threadview: --format xml: /);
	expect(await refusal([garden, '--post', 'first'])).toMatch(/^threadview: --post first: /);
});

describe('settings that cannot be meant', () => {
	test.each([
		['one key on two commands', {keys: {help: ['j']}}, /j/],
		['a command that is none', {keys: {'post.nxt': ['j']}}, /post\.nxt/],
	])('%s', async (_name, settings, words) => {
		const config = temporaryFolder();
		mkdirSync(path.join(config, 'threadview'), {recursive: true});
		writeFileSync(path.join(config, 'threadview', 'config.json'), JSON.stringify(settings));
		expect(await refusal([garden], {XDG_CONFIG_HOME: config})).toMatch(words);
	});
});
