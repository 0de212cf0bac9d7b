/**
No byte of a dump commands the terminal.
*/
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {garden, isWhole, openThreadview, temporaryFolder} from './threadview.ts';

/** What a dump might say to a terminal, each with a word that shows that it was only shown, not obeyed. */
const commands = [
	'\x1b[2J',
	'\x1b[31m',
	'\x1b[8m',
	'\x1b[?1049l',
	'\x1b[?1000h',
	'\x1b[6n',
	'\x1b[3;3r',
	'\x1bc',
	'\x1b(0',
	'\x1b]0;a title\x07',
	'\x1b]52;c;ZXZpbA==\x1b\\',
	'\x1b]8;;file:///etc/passwd\x1b\\a link\x1b]8;;\x1b\\',
	'\x1b]52;c;ZXZpbA== without an end',
	'\x1bPtmux;\x1b\x1b]52;c;ZXZpbA==\x07\x1b\\',
	'\x1b_Gi=1;AAAA\x1b\\',
	'\x1b^a message\x1b\\',
	'\x9b2J',
	'\x9d0;a title\x9c',
	'\x90q\x9c',
	'\x85',
	'\x07\x08\x0b\x0c\x0e\x0f\x7f\x00',
	'over\rwritten',
	'\u202edrawkcab\u202c',
	'\u2066isolated\u2069',
	'\u200b\u200e\u2060\ufeff',
	'\u{e0041}\u{e007f}',
	`a${'\u0301'.repeat(80)}`,
	'\x1b',
];

/** All that the program itself has to say to a terminal: looks, the cursor, wiping, its modes, its questions. */
const ours = new RegExp(
	[
		'\\x1b\\[[\\d;]*m',
		'\\x1b\\[\\d*(?:;\\d*)?[ABCDEGHJK]',
		'\\x1b\\[\\?(?:7|25|1000|1006|1049|2004|2026)[hl]',
		'\\x1b\\[6n',
		'\\x1b\\]11;\\?\\x1b\\\\',
		'\\r?\\n',
		'\\r',
	].join('|'),
	'g',
);

/** Characters that command a terminal, or change what is shown without being seen. */
const forbidden = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

test('escape sequences in titles, names, dates, texts and links are not passed on', async () => {
	const lines = readFileSync(garden, 'utf8').split('\n');
	const hostile = lines.map((line, index) => {
		const command = commands[index % commands.length] ?? '';
		// Heads of posts are left alone but for their names, so that there are posts.
		const isHead = /\d{4}, \d+:\d\d[ap]m \d+$|^\d+ Likes?$/.test(line);
		const middle = isHead ? (/^[a-z]/.test(line) ? 2 : line.length) : (index * 7) % (line.length + 1);
		return line.slice(0, middle) + command + line.slice(middle);
	});
	const file = path.join(temporaryFolder(), 'dump.txt');
	const post = commands.map(command => `here${command}there`).join('\n\n');
	writeFileSync(file, `${hostile.join('\n')}\n\nmallory${commands[1]} May 1, 2024, 8:00am 26\n\n${post}\n\n3 Likes\n`);
	const terminal = openThreadview([file, '--no-state', '--format', 'discourse-text']);
	await terminal.waitFor(isWhole);
	const walk = async (keys: string): Promise<void> => {
		const written = terminal.bytes().length;
		// Drawing anew at the end makes the end visible.
		terminal.type(`${keys}\f`);
		await terminal.waitFor(screen => terminal.bytes().length > written && isWhole(screen));
	};
	for (const keys of ['jjjjj', 'i', 'i', 'G', 'JJJJJJJJ', '?', '?', 'yy', '/there\r', 'n', '\t']) await walk(keys);
	const copied = /\x1b\]52;c;([\w+/=]*)\x1b\\/g;
	for (const [, text = ''] of terminal.bytes().matchAll(copied)) {
		expect(Buffer.from(text, 'base64').toString().replaceAll('\n', '')).not.toMatch(forbidden);
	}
	expect(terminal.bytes().replace(copied, '').replace(ours, '')).not.toMatch(forbidden);
	expect(terminal.modes()).toMatchObject({alternateScreen: true, mouse: false, bracketedPaste: true});
	terminal.press('Q');
	expect(await terminal.exit).toEqual({code: 0, signal: 0});
});
