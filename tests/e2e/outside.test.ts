/**
Posts that leave the browser: to an editor, to a shell command, to a file. The terminal is lent and taken back whole.
*/
import {execFileSync} from 'node:child_process';
import {chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {untouched} from './terminal.ts';
import {at, garden, openLine, openShell, openThreadview, temporaryFolder, threadview} from './threadview.ts';

/** What `--print` writes. */
const printed = (form: string, ...words: readonly string[]) =>
	execFileSync(threadview[0], [threadview[1], '--print', form, ...words, garden], {
		encoding: 'utf8',
		env: {LANG: 'C.UTF-8'},
	});

/** An editor made of shell lines; `$1` is the file. @returns Its name. */
const editorOf = (folder: string, ...lines: readonly string[]): string => {
	const file = path.join(folder, 'my editor');
	writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'));
	chmodSync(file, 0o755);
	return `'${file}'`;
};

const backAt = (place: string) => (screen: readonly string[]) =>
	at(place)(screen) && screen[0]?.includes('24 posts') === true;

describe('the editor', () => {
	test('gets a copy of the post and the whole terminal, and loses no key', async () => {
		const folder = temporaryFolder();
		const EDITOR = editorOf(
			folder,
			'cp "$1" copy; ls -l "$1" | cut -c1-10 > mode; echo "$1" > name',
			'echo in the editor; read -r line; echo "$line" > typed',
		);
		const terminal = openThreadview([garden, '--no-state', '--post', '4'], {
			env: {EDITOR, TMPDIR: folder},
			cwd: folder,
		});
		await terminal.waitFor(at('4/25'));
		for (const line of ['one', 'two', 'three']) {
			terminal.press('e');
			await terminal.waitFor('in the editor');
			expect(terminal.modes()).toEqual(untouched);
			terminal.type(`${line}\r`);
			await terminal.waitForModes({alternateScreen: true, cursor: false, autowrap: false, bracketedPaste: true});
			await terminal.waitFor(backAt('4/25'));
			expect(readFileSync(path.join(folder, 'typed'), 'utf8')).toBe(`${line}\n`);
		}
		expect(readFileSync(path.join(folder, 'copy'), 'utf8')).toBe(printed('text', '--post', '4'));
		expect(readFileSync(path.join(folder, 'mode'), 'utf8')).toBe('-rw-------\n');
		const name = readFileSync(path.join(folder, 'name'), 'utf8').trim();
		expect([path.basename(name), existsSync(name)]).toEqual(['post-4.txt', false]);
		expect(readdirSync(folder).sort()).toEqual(['copy', 'mode', 'my editor', 'name', 'typed']);
		terminal.press('j');
		await terminal.waitFor(at('5/25'));
		terminal.press('q');
		expect(await terminal.exit).toEqual({code: 0, signal: 0});
		expect(terminal.modes()).toEqual(untouched);
	});

	test.each([
		['no-such-editor', [], 'no-such-editor: this editor cannot be run: set $VISUAL or $EDITOR to another'],
		[null, ['exit 3'], 'ended with status 3'],
		[null, ['echo more >> "$1"'], 'what you changed in the copy is not kept'],
	])('that is %o %o is told of', async (named, lines, said) => {
		const VISUAL = named ?? editorOf(temporaryFolder(), ...lines);
		const terminal = openThreadview([garden, '--no-state'], {env: {VISUAL, EDITOR: 'false'}});
		await terminal.waitFor(at('1/25'));
		terminal.press('e');
		await terminal.waitFor(screen => screen.at(-1)?.includes(said) === true);
	});

	test('has the terminal also where the dump came through a pipe', async () => {
		const folder = temporaryFolder();
		const EDITOR = editorOf(folder, 'echo in the editor; read -r line; echo "$line" > typed');
		const terminal = openLine(`cat '${garden}' | $threadview --no-state`, {env: {EDITOR}, cwd: folder});
		await terminal.waitFor(at('1/25'));
		terminal.press('e');
		await terminal.waitFor('in the editor');
		terminal.type('four\r');
		await terminal.waitFor(backAt('1/25'));
		expect(readFileSync(path.join(folder, 'typed'), 'utf8')).toBe('four\n');
		terminal.press('j');
		await terminal.waitFor(backAt('2/25'));
	});

	test('asked for twice at one go is opened twice', async () => {
		const folder = temporaryFolder();
		const EDITOR = editorOf(folder, 'echo x >> times');
		const terminal = openThreadview([garden, '--no-state'], {env: {EDITOR}, cwd: folder});
		await terminal.waitFor(at('1/25'));
		terminal.type('ee');
		await terminal.waitFor(
			() => existsSync(path.join(folder, 'times')) && readFileSync(path.join(folder, 'times'), 'utf8') === 'x\nx\n',
		);
		await terminal.waitForModes({alternateScreen: true});
		terminal.press('j');
		await terminal.waitFor(backAt('2/25'));
	});

	test('Ctrl-Z in it stops the whole job, fg goes on', async () => {
		const EDITOR = editorOf(
			temporaryFolder(),
			'echo in the editor; read -r line; kill -TSTP 0; echo going on; read -r line',
		);
		const shell = openShell({env: {EDITOR}});
		await shell.waitFor('ready>');
		shell.type(`clear; eval $threadview --no-state '${garden}'\r`);
		await shell.waitFor(at('1/25'));
		shell.press('e');
		await shell.waitFor('in the editor');
		shell.type('\r');
		await shell.waitFor(/Stopped[^\n]*\n(?:[^\n]*\n)*ready> *(?:\n|$)/);
		shell.type('fg\r');
		await shell.waitFor('going on');
		shell.type('\r');
		await shell.waitFor(backAt('1/25'));
		shell.press('q');
		await shell.waitFor(screen => screen.filter(Boolean).at(-1)?.startsWith('ready>') === true);
	});
});

describe('a shell command', () => {
	test('reads the post; what it says stands on the plain screen until a key', async () => {
		const terminal = openThreadview([garden, '--no-state', '--post', '4']);
		await terminal.waitFor(at('4/25'));
		terminal.type('|cat; echo also >&2; exit 3\r');
		await terminal.waitFor('[press a key]');
		expect(terminal.modes()).toMatchObject({alternateScreen: false, cursor: true});
		const rows = terminal.screen().filter(row => row !== '');
		expect(rows[0]).toBe('How do you store your seeds over winter?');
		expect(rows.slice(-3)).toEqual(['also', 'cat; echo also >&2; exit 3: ended with status 3', '[press a key]']);
		terminal.press('j');
		await terminal.waitFor(backAt('4/25'));
		terminal.press('|', 'up');
		await terminal.waitFor(' | cat; echo also');
		terminal.press('esc');
		await terminal.waitFor(backAt('4/25'));
	});

	test('that says nothing is told of in the footer', async () => {
		const folder = temporaryFolder();
		const terminal = openThreadview([garden, '--no-state', '--post', '4'], {cwd: folder});
		await terminal.waitFor(at('4/25'));
		terminal.type('|cat > kept.txt\r');
		await terminal.waitFor('cat > kept.txt: done, it says nothing');
		expect(readFileSync(path.join(folder, 'kept.txt'), 'utf8')).toBe(printed('text', '--post', '4'));
		terminal.type('|no-such-command-at-all\r');
		await terminal.waitFor('ended with status 127');
		terminal.press('j');
		await terminal.waitFor(backAt('4/25'));
	});

	test('whose output is on the screen when the program is killed leaves the terminal as it was', async () => {
		const terminal = openThreadview([garden, '--no-state']);
		await terminal.waitFor(at('1/25'));
		terminal.type('|wc -l\r');
		await terminal.waitFor('[press a key]');
		terminal.kill('SIGTERM');
		expect(await terminal.exit).toEqual({code: 143, signal: 0});
		expect(terminal.modes()).toEqual(untouched);
	});

	test('Ctrl-C ends it and not the browser', async () => {
		const terminal = openThreadview([garden, '--no-state']);
		await terminal.waitFor(at('1/25'));
		// A single process that says it has begun: pressed while dash turns from one command to the next, the key is lost.
		const command = `node -e 'setInterval(() => {}, 1e6); fs.writeFileSync("/dev/tty", "be" + "gun")'`;
		terminal.type(`|${command}\r`);
		await terminal.waitFor('begun');
		terminal.press('ctrl+c');
		await terminal.waitFor('ended by SIGINT');
		await terminal.waitForModes({alternateScreen: true});
		terminal.press('j');
		await terminal.waitFor(backAt('2/25'));
		terminal.press('ctrl+c');
		expect(await terminal.exit).toEqual({code: 0, signal: 0});
	});
});

describe('saving', () => {
	test('what is listed, in the form of the ending; a file that is there is asked about', async () => {
		const folder = temporaryFolder();
		const inFolder = (name: string) => readFileSync(path.join(folder, name), 'utf8');
		const terminal = openThreadview([garden, '--no-state'], {cwd: folder});
		await terminal.waitFor(at('1/25'));
		for (const [name, form] of [
			['all.txt', 'text'],
			['all.md', 'markdown'],
			['all.json', 'json'],
			['all.jsonl', 'jsonl'],
		] as const) {
			terminal.type(`:w ${name}\r`);
			await terminal.waitFor(`25 posts saved to ${name}`);
			expect(inFolder(name)).toBe(printed(form));
		}
		const before = statSync(path.join(folder, 'all.md')).mtimeMs;
		terminal.type('/author:hazel\r');
		await terminal.waitFor('author:hazel');
		terminal.type(':w all.md\r');
		await terminal.waitFor('all.md is there already: overwrite it? y/n');
		terminal.press('n');
		await terminal.waitFor('left as it was');
		expect(statSync(path.join(folder, 'all.md')).mtimeMs).toBe(before);
		terminal.type(':w all.md\r');
		await terminal.waitFor('all.md is there already: overwrite it? y/n');
		terminal.press('y');
		await terminal.waitFor(/ \d posts saved to all\.md/);
		expect(
			inFolder('all.md')
				.match(/^### #\d+ \S+/gm)
				?.every(head => head.endsWith(' hazel')),
		).toBe(true);
		terminal.type(':w! none/all.md\r');
		await terminal.waitFor('none/all.md: there is no such directory');
		terminal.type(':w all.doc\r');
		await terminal.waitFor('all.doc: end its name in .txt, .md, .json or .jsonl');
	});

	test('never over the dump that is read', async () => {
		const folder = temporaryFolder();
		const file = path.join(folder, 'dump.txt');
		writeFileSync(file, readFileSync(garden));
		const terminal = openThreadview([file, '--no-state'], {cwd: folder});
		await terminal.waitFor(at('1/25'));
		for (const w of ['w', 'w!']) {
			terminal.type(`:${w} dump.txt\r`);
			await terminal.waitFor('dump.txt is what is being read: name another');
			terminal.press('j', 'k');
			await terminal.waitFor(backAt('1/25'));
		}
		expect(readFileSync(file)).toEqual(readFileSync(garden));
	});
});
