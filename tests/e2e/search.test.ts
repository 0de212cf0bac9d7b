/**
Searching, in the real terminal: what Tab, history, modes and faulty queries come to.
*/
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {Terminal} from './terminal.ts';
import {at, garden, openThreadview, temporaryFolder} from './threadview.ts';

/** Whether the last row is the prompt with such words, and such a note at its end. */
const prompt = (words: string, note: RegExp) => {
	const rest = new RegExp(`^ +(?:Tab \\d+/\\d+ +)?${note.source}$`, 'u');
	return (screen: readonly string[]) => {
		const row = screen.at(-1) ?? '';
		return row.startsWith(` ${words} `) && rest.test(row.slice(words.length + 1));
	};
};

const anyHits = /(?:[\d ]+ of )?\d+(?: similar|, \d+ similar)?/u;

/** At #5, once it is known what answers it: from then on nothing changes by itself. */
const settledAtFive = (screen: readonly string[]): boolean =>
	at('5/25')(screen) && screen.some(row => row.includes('answered by'));

const openedGarden = async (...args: readonly string[]): Promise<Terminal> => {
	const terminal = openThreadview([garden, '--no-state', ...args]);
	await terminal.waitFor(at('\\d+/25'));
	return terminal;
};

test('Tab completes a field and the name of an author', async () => {
	const terminal = await openedGarden();
	terminal.type('/auth');
	terminal.press('tab');
	await terminal.waitFor(screen => screen.at(-1)?.startsWith(' / author:') === true);
	terminal.type('jun');
	terminal.press('tab');
	const screen = await terminal.waitFor(prompt('/ author:juniper', anyHits));
	expect(screen[1]).toContain(' juniper ');
	terminal.press('enter');
	await terminal.waitFor(last => /^ author:juniper \d+ of \d+ /u.test(last.at(-1) ?? ''));
});

test('up and down walk the queries of an earlier run', async () => {
	const config = temporaryFolder();
	const open = async (): Promise<Terminal> => {
		const terminal = openThreadview([garden], {env: {XDG_CONFIG_HOME: config}});
		await terminal.waitFor(at('\\d+/25'));
		return terminal;
	};
	const first = await open();
	for (const query of ['mice', 'paper']) {
		first.type(`/${query}\r`);
		await first.waitFor(screen => screen.at(-1)?.startsWith(` ${query} `) === true);
	}
	first.press('Q');
	expect(await first.exit).toEqual({code: 0, signal: 0});

	const again = openThreadview([garden, '--post', '1'], {env: {XDG_CONFIG_HOME: config}});
	await again.waitFor(at('1/25'));
	again.press('/', 'up');
	await again.waitFor(prompt('/ paper', anyHits));
	again.press('up');
	await again.waitFor(prompt('/ mice', anyHits));
	again.press('up', 'down');
	await again.waitFor(prompt('/ paper', anyHits));
	again.press('down');
	await again.waitFor(prompt('/', /fuzzy .*text:/u));
});

test('Ctrl-R goes from mode to mode and says which', async () => {
	const terminal = await openedGarden();
	terminal.type('/mice');
	await terminal.waitFor(prompt('/ mice', anyHits));
	for (const mode of ['words /', 'exact /', 'regex /', '/']) {
		terminal.press('ctrl+r');
		await terminal.waitFor(prompt(`${mode} mice`, anyHits));
	}
});

test('a faulty query says what is wrong with it, and can be mended', async () => {
	const terminal = await openedGarden();
	terminal.type('/has:frogs');
	const faulty = await terminal.waitFor(prompt('/ has:frogs', /"has:frogs" is not known: write has:link or .*/u));
	expect(faulty.join('\n')).not.toContain('▸');
	terminal.type('\x15has:link');
	await terminal.waitFor(prompt('/ has:link', anyHits));
	terminal.press('ctrl+r', 'ctrl+r', 'ctrl+r');
	terminal.type('\x15mi(');
	await terminal.waitFor(prompt('regex / mi(', /.*group.*/iu));
	terminal.type('ce)');
	await terminal.waitFor(prompt('regex / mi(ce)', anyHits));
});

test('a regular expression that takes for ever is stopped and says so, and keys still work', async () => {
	const file = path.join(temporaryFolder(), 'long-words.txt');
	const long = `${'a'.repeat(60)}!`;
	writeFileSync(file, `A first paragraph.\n\nThen ${long} and ${long}.\n\nThe last one.\n`);
	const terminal = openThreadview([file, '--no-state']);
	await terminal.waitFor(at('1/\\d+'));
	terminal.press('/', 'ctrl+r', 'ctrl+r', 'ctrl+r');
	terminal.type('(a+)+$');
	await terminal.waitFor(prompt('regex / (a+)+$', /this regular expression takes too long \(in post .*\): stopped/u));
	terminal.type('\x15first');
	await terminal.waitFor(prompt('regex / first', anyHits));
	terminal.press('esc');
	await terminal.waitFor(at('1/\\d+'));
	terminal.press('j');
	await terminal.waitFor(at('2/\\d+'));
});

test('nonsense finds nothing and says so; Esc and Enter lead back', async () => {
	const terminal = await openedGarden('--post', '5');
	const before = await terminal.waitFor(settledAtFive);
	terminal.type('/zqxjkvw');
	const nothing = await terminal.waitFor(prompt('/ zqxjkvw', /no match/u));
	expect(nothing.join('\n')).toContain('nothing matches');
	terminal.press('esc');
	expect(await terminal.waitFor(settledAtFive)).toEqual(before);
	terminal.type('/zqxjkvw\r');
	const back = await terminal.waitFor(screen => screen.at(-1)?.startsWith(' nothing matches zqxjkvw ') === true);
	expect(back.slice(1, -1)).toEqual(before.slice(1, -1));
});

test('& lists all posts and back, s puts the best hits first, Esc restores', async () => {
	const terminal = await openedGarden('--post', '5');
	const before = await terminal.waitFor(settledAtFive);
	terminal.type('/jars\r');
	const hits = await terminal.waitFor(screen => / jars \d+ of \d+/u.test(screen.at(-1) ?? ''));
	expect(hits[1]).toContain('hits');
	terminal.press('&');
	const all = await terminal.waitFor(screen => screen[1]?.includes('posts, hits lit') === true);
	expect(all.join('\n')).toContain('◀');
	expect(all.at(-1)).toMatch(/^ all posts, the hits lit .*\/25 /u);
	terminal.press('&');
	await terminal.waitFor(screen => screen.at(-1)?.startsWith(' only the hits ') === true);
	terminal.press('s');
	await terminal.waitFor(screen => screen[1]?.includes('hits, best first') === true);
	terminal.press('esc');
	expect(await terminal.waitFor(settledAtFive)).toEqual(before);
});

test('* finds the author in the list, and offers the words of the post in its pane', async () => {
	const terminal = await openedGarden('--post', '5');
	terminal.press('*');
	await terminal.waitFor(screen => screen.at(-1)?.startsWith(' author:hazel ') === true);
	terminal.press('esc');
	await terminal.waitFor(at('5/25'));
	terminal.press('enter', '*');
	await terminal.waitFor(prompt("/ 'what", anyHits));
	terminal.press('tab');
	await terminal.waitFor(prompt("/ 'after", anyHits));
});
