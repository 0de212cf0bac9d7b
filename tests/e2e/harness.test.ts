import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {openTerminal, shellCommand, untouched} from './terminal.ts';

const program = path.join(import.meta.dirname, 'sample-program.mjs');
const sample = [process.execPath, program] as const;
const openSample = () => openTerminal({command: process.execPath, args: [program], columns: 100, rows: 10});

/** A shell with job control, which says `ready` when it waits for a command. */
const openShell = () =>
	openTerminal({command: 'bash', args: ['--norc', '--noprofile', '--noediting', '-i'], env: {PS1: 'ready> '}});

describe('a program in a terminal', () => {
	test('is seen, gets keys, and its exit status and what it leaves behind are told', async () => {
		const terminal = openSample();
		await terminal.waitFor('keys:');
		expect(terminal.screen()).toEqual(['piped: nothing', 'size: 100x10', 'keys:', '', '', '', '', '', '', '']);
		expect(terminal.modes()).toEqual({
			alternateScreen: true,
			cursor: false,
			autowrap: false,
			mouse: true,
			sgrMouse: true,
			focusReports: true,
			bracketedPaste: true,
			synchronized: false,
			kittyKeyboard: 1,
		});
		terminal.press('ctrl+left');
		await terminal.waitFor('"\\u001b[1;5D"');
		terminal.press('q');
		expect(await terminal.exit).toEqual({code: 7, signal: 0});
		expect(terminal.modes()).toEqual(untouched);
		expect(terminal.bytes()).toContain('\x1b[?1049l');
	});

	test('sees a resize', async () => {
		const terminal = openSample();
		await terminal.waitFor('size: 100x10');
		terminal.resize(60, 30);
		await terminal.waitFor('size: 60x30');
		expect(terminal.screen()).toHaveLength(30);
	});

	test('gets answers to what it asks', async () => {
		const terminal = openSample();
		await terminal.waitFor('keys:');
		terminal.press('?');
		await terminal.waitFor(/\[3;\d+R/);
	});

	test('gets pastes in brackets, clicks and the wheel', async () => {
		const terminal = openSample();
		await terminal.waitFor('keys:');
		terminal.paste('two words');
		await terminal.waitFor('[200~two words\\u001b[201~"');
		terminal.wheel('down', 4, 2);
		await terminal.waitFor('[<65;5;3M');
		terminal.click(0, 0);
		await terminal.waitFor('[<0;1;1m"');
	});

	test('ended by a signal leaves behind what it set', async () => {
		const terminal = openSample();
		await terminal.waitFor('keys:');
		terminal.kill('SIGKILL');
		expect(await terminal.exit).toEqual({code: 0, signal: 9});
		expect(terminal.modes()).not.toEqual(untouched);
	});

	test('that does not show what is awaited fails the test, with its screen', async () => {
		const terminal = openSample();
		await terminal.waitFor('keys:');
		await expect(terminal.waitFor('no such text', 1)).rejects.toThrow(
			/1 ms went by while waiting for no such text. The screen:\n│piped: nothing {86}│/,
		);
		terminal.press('q');
		await expect(terminal.waitFor('no such text')).rejects.toThrow('The program exited (code 7, signal 0)');
	});
});

test('a program at the end of a pipe reads its keys from the terminal', async () => {
	const terminal = openTerminal({command: 'sh', args: ['-c', `echo 'two words' | ${shellCommand(...sample)}`]});
	await terminal.waitFor('piped: two words');
	terminal.press('j');
	await terminal.waitFor('keys: "j"');
	terminal.press('q');
	expect(await terminal.exit).toEqual({code: 7, signal: 0});
});

test('a program is suspended to its shell and comes back, and the shell finds its terminal as it was', async () => {
	const terminal = openShell();
	await terminal.waitFor('ready>');
	terminal.type('stty -g > "$HOME/before"\r');
	terminal.type(`${shellCommand(...sample)}\r`);
	await terminal.waitFor('piped: nothing');
	terminal.press('j');
	await terminal.waitFor('keys: "j"');
	terminal.press('ctrl+z');
	await terminal.waitFor('Stopped');
	expect(terminal.modes()).toEqual(untouched);
	terminal.type('fg\r');
	await terminal.waitFor('keys: "j"');
	expect(terminal.modes().alternateScreen).toBe(true);
	terminal.press('k');
	await terminal.waitFor('keys: "j" "k"');
	terminal.press('q');
	await terminal.waitForModes(untouched);
	terminal.type('echo "status $?"; stty -g | diff - "$HOME/before" && echo "as be"fore\r');
	await terminal.waitFor('status 7');
	await terminal.waitFor('as before');
});
