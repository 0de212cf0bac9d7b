/**
Files that grow, files that are packed, and several of them.
*/
import {appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {at, garden, openLine, openThreadview, temporaryFolder} from './threadview.ts';

const post = (number: number) => `ada May 3, 2024, 9:14am ${number}\n\nHive ${number} is full.\n\n2 Likes\n`;

test('F follows a file: what is added appears, and the cursor goes with it', async () => {
	const file = path.join(temporaryFolder(), 'hives.txt');
	writeFileSync(file, `Hives\n\n${post(1)}${post(2)}`);
	const terminal = openThreadview([file, '--no-state']);
	await terminal.waitFor(at('1/2'));
	terminal.press('F');
	await terminal.waitFor(screen => at('2/2')(screen) && screen.at(-1)?.includes('following  2/2') === true);
	appendFileSync(file, post(3) + post(4));
	expect((await terminal.waitFor(at('4/4')))[1]).toContain('#4 ada');
	terminal.press('k');
	await terminal.waitFor(at('3/4'));
	appendFileSync(file, post(5));
	await terminal.waitFor(at('3/5'));
	writeFileSync(file, `Wasps\n\n${post(1)}`);
	const anew = await terminal.waitFor(at('1/1'));
	expect(anew[0]).toContain('Wasps');
	await terminal.waitFor(screen => screen.at(-1)?.includes('read anew') === true);
	terminal.press('F');
	await terminal.waitFor(screen => screen.at(-1)?.includes('no longer following') === true);
	terminal.press('q');
	expect(await terminal.exit).toEqual({code: 0, signal: 0});
});

test('F on a pipe says that there is nothing to follow', async () => {
	const terminal = openLine(`cat '${garden}' | $threadview --no-state`);
	await terminal.waitFor(at('1/25'));
	terminal.press('F');
	await terminal.waitFor(screen => screen.at(-1)?.includes('this is no file') === true);
	terminal.press('q');
	await terminal.exit;
});

test('R reads a file anew: what is new is said, the place and the search stay, and a file that is gone is a message', async () => {
	const file = path.join(temporaryFolder(), 'hives.txt');
	writeFileSync(file, `Hives\n\n${post(1)}${post(2)}${post(3)}`);
	const terminal = openThreadview([file, '--no-state']);
	await terminal.waitFor(at('1/3'));
	terminal.press('j', 'R');
	await terminal.waitFor('read anew: nothing is new');
	terminal.type('/hive\r');
	await terminal.waitFor('hive 1 of 3');
	terminal.press('n');
	await terminal.waitFor('hive 2 of 3');
	appendFileSync(file, post(4) + post(5));
	terminal.press('R');
	await terminal.waitFor('2 new posts from #4 on');
	terminal.press('k', 'j');
	expect((await terminal.waitFor('hive 2 of 5'))[1]).toContain('#2 ada');
	rmSync(file);
	terminal.press('R');
	expect((await terminal.waitFor('there is no such file any more'))[1]).toContain('#2 ada');
	terminal.press('Q');
	expect(await terminal.exit).toEqual({code: 0, signal: 0});
});

test('the pages of a thread, packed and in a directory, are one thread', async () => {
	const folder = path.join(temporaryFolder(), 'pages');
	mkdirSync(folder);
	const [head = '', ...heads] = readFileSync(garden, 'utf8').split(/^(?=\S+ [A-Z][a-z]+ \d+, 2023, )/m);
	const page = (from: number, to: number) => heads.slice(from, to).join('');
	writeFileSync(path.join(folder, 'page1.txt.gz'), gzipSync(head + page(0, 12)));
	writeFileSync(path.join(folder, 'page2.txt.gz'), gzipSync(page(12, heads.length)));
	const terminal = openThreadview([folder, '--no-state']);
	const opened = await terminal.waitFor(at('1/25'));
	expect(opened[0]).toMatch(/^ How do you store your seeds over winter\? .*24 posts/);
	terminal.press('q');
	await terminal.exit;
});
