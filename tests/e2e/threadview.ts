/**
The built command, opened in a terminal.
*/
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {openTerminal, shellCommand, type Terminal, type TerminalOptions} from './terminal.ts';

const root = path.join(import.meta.dirname, '../..');

/** The words that run the command. */
export const threadview: readonly [string, string] = [process.execPath, path.join(root, 'dist/threadview.js')];

/** A thread of 24 posts and one action, with authors, likes and quotes. */
export const garden = path.join(root, 'fixtures/discourse-text/seeds-over-winter.txt');

type Size = Partial<Pick<TerminalOptions, 'columns' | 'rows' | 'env' | 'cwd'>>;

/** Runs `threadview` with arguments; 120 by 30 cells unless said. */
export const openThreadview = (args: readonly string[], options: Size = {}): Terminal => {
	const [command, program] = threadview;
	return openTerminal({columns: 120, rows: 30, ...options, command, args: [program, ...args]});
};

/** Runs a line of a shell, in which `$threadview` stands for the command; 120 by 30 cells unless said. */
export const openLine = (line: string, options: Size = {}): Terminal =>
	openTerminal({
		columns: 120,
		rows: 30,
		...options,
		command: 'sh',
		args: ['-c', line.replaceAll('$threadview', () => shellCommand(...threadview))],
	});

/** A shell with job control. Its prompt is `ready> `. */
export const openShell = (options: Size = {}): Terminal =>
	openTerminal({
		columns: 120,
		rows: 30,
		...options,
		command: 'bash',
		args: ['--norc', '--noprofile', '--noediting', '-i'],
		env: {PS1: 'ready> ', threadview: shellCommand(...threadview), ...options.env},
	});

/** The footer says where one is: `12/25  48 %`, and with hits `7/9  78 %`. */
export const at = (place: string) => (screen: readonly string[]) =>
	new RegExp(`(?:^| )${place}  \\d+ %$`).test(screen.at(-1) ?? '');

/** Whether the screen is whole: its last row is the footer. */
export const isWhole = (screen: readonly string[]): boolean => / \d+ %$/.test(screen.at(-1) ?? '');

/** A folder for one test. */
export const temporaryFolder = (): string => {
	const folder = mkdtempSync(path.join(tmpdir(), 'threadview-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
};
