/**
However the program ends or stops, the terminal is as it was found.
*/
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {type Terminal, untouched} from './terminal.ts';
import {at, garden, openLine, openShell, openThreadview} from './threadview.ts';

/** A shell that says where the terminal differs from how it was, and the exit status, when a command is over. */
const openWatched = async (options: Parameters<typeof openShell>[0] = {}): Promise<Terminal> => {
	const shell = openShell(options);
	await shell.waitFor('ready>');
	shell.type('stty -a > "$HOME/before"; clear; echo "what was"" here"\r');
	await shell.waitFor(/what was here\nready>/);
	return shell;
};

/** Runs the browser in the shell, and says whether all is as before when it is over. */
const browse = async (shell: Terminal, words = ''): Promise<void> => {
	shell.type(
		`eval $threadview ${words} '${garden}'; echo "status $?"; stty -a | diff - "$HOME/before" && echo 'as ''before'\r`,
	);
	await shell.waitFor(at('1/25'));
	expect(shell.modes()).toMatchObject({alternateScreen: true, cursor: false, autowrap: false, bracketedPaste: true});
};

/** The rows below the command line that ran the browser. */
const below = async (shell: Terminal): Promise<readonly string[]> => {
	await shell.waitFor(/^as before\nready>/m);
	const rows = shell.screen().filter(row => row !== '');
	expect(rows[0]).toBe('what was here');
	expect(shell.modes()).toEqual(untouched);
	const command = rows.findLastIndex(row => row.includes('as ') && row.includes('before') && !row.startsWith('as '));
	return rows.slice(command + 1, -1);
};

/** At the second post. What came of it is known only when the whole thread has been read, which may be a frame later. */
const settled = (rows: readonly string[]): boolean =>
	at('2/25')(rows) && rows.join('\n').includes('#4 tomasz             exact');

describe('the browser left', () => {
	test.each([
		['q', ['q']],
		['Q', ['Q']],
		['Ctrl-C', ['ctrl+c']],
		['Ctrl-C in the prompt', ['/', 'a', 'ctrl+c']],
		['q with the mouse on', ['M', 'q']],
	])('by %s', async (_name, keys) => {
		const shell = await openWatched();
		await browse(shell);
		shell.press(...keys);
		expect(await below(shell)).toEqual(['status 0', 'as before']);
	});

	test.each([
		['TERM', 143],
		['HUP', 129],
		['INT', 130],
		['QUIT', 131],
	])('by SIG%s', async (signal, status) => {
		const shell = await openWatched();
		await browse(shell);
		const killer = openLine(`pkill -${signal} -P ${shell.pid}`);
		await killer.exit;
		expect(await below(shell)).toEqual([`status ${status}`, 'as before']);
	});
});

describe('a fault of the program', () => {
	test.each([
		['exception', /^threadview: internal error: a fault of two lines$/],
		['rejection', /^threadview: internal error: nobody catches this$/],
		['drawing', /^threadview: internal error: no more padding$/],
	])('(%s) is one line, and the terminal is as it was', async (fault, line) => {
		const faults = path.join(import.meta.dirname, 'faults.mjs');
		const shell = await openWatched({env: {FAULT: fault, NODE_OPTIONS: `--import=${faults}`}});
		await browse(shell);
		const killer = openLine(`pkill -USR2 -P ${shell.pid}`);
		await killer.exit;
		const [first, ...rest] = await below(shell);
		expect(first).toMatch(line);
		expect(rest).toEqual(['status 70', 'as before']);
	});

	test('comes with its stack for whoever wants to mend it', async () => {
		const faults = path.join(import.meta.dirname, 'faults.mjs');
		const env = {FAULT: 'rejection', NODE_OPTIONS: `--import=${faults}`, THREADVIEW_DEBUG: '1'};
		const terminal = openThreadview([garden, '--no-state'], {env});
		await terminal.waitFor(at('1/25'));
		terminal.kill('SIGUSR2');
		expect(await terminal.exit).toEqual({code: 70, signal: 0});
		expect(terminal.screen().join('\n')).toMatch(
			/internal error: nobody catches this\nRangeError: .*\n {4}at .*faults\.mjs/,
		);
	});
});

describe('the browser stopped', () => {
	test('by Ctrl-Z is back after fg, twice, at the same place', async () => {
		const shell = await openWatched();
		await browse(shell);
		shell.press('j');
		const before = await shell.waitFor(settled);
		for (const round of ['first', 'second']) {
			shell.press('ctrl+z');
			await shell.waitFor('Stopped');
			expect(shell.modes()).toEqual(untouched);
			shell.type(`clear; stty -a | diff - "$HOME/before" && echo "${round}" time\r`);
			await shell.waitFor(`${round} time`);
			shell.type('fg\r');
			await shell.waitFor(rows => rows.join('\n') === before.join('\n'));
			expect(shell.modes().alternateScreen).toBe(true);
		}
		shell.press('j');
		await shell.waitFor(at('3/25'));
		shell.press('q');
		await shell.waitFor('ready>');
		expect(shell.modes()).toEqual(untouched);
	});

	test('by Ctrl-Z typed twice at one go is stopped twice', async () => {
		const shell = await openWatched();
		await browse(shell);
		shell.type('\x1a\x1a');
		await shell.waitFor('Stopped');
		shell.type('clear; echo on"ce"; fg\r');
		await shell.waitFor(/^once\n[\s\S]*Stopped/m);
		shell.type('fg\r');
		await shell.waitFor(at('1/25'));
		shell.press('j');
		await shell.waitFor(at('2/25'));
		shell.press('q');
		await shell.waitForModes(untouched);
	});

	test('by a SIGTSTP from outside gives the terminal back, and goes on in a window of another size', async () => {
		const shell = await openWatched();
		await browse(shell);
		await openLine(`pkill -TSTP -P ${shell.pid}`).exit;
		await shell.waitFor('Stopped');
		expect(shell.modes()).toEqual(untouched);
		shell.resize(90, 20);
		shell.type('fg\r');
		const screen = await shell.waitFor(rows => rows.length === 20 && at('1/25')(rows));
		expect(screen.every(row => row.length <= 90)).toBe(true);
		expect(screen[1]).toMatch(/^╭ posts ─+╮╭ #1 wren .*─╮$/);
		shell.press('Q');
		await shell.waitFor('ready>');
		expect(shell.modes()).toEqual(untouched);
	});

	test('by SIGSTOP, which nobody can see coming, draws all anew when it goes on', async () => {
		const shell = await openWatched();
		await browse(shell);
		await openLine(`pkill -STOP -P ${shell.pid}`).exit;
		await shell.waitFor('Stopped');
		shell.type('echo something; fg\r');
		const screen = await shell.waitFor(at('1/25'));
		expect(screen[1]).toMatch(/^╭ posts ─+╮╭ #1 wren /);
		shell.press('j');
		await shell.waitFor(at('2/25'));
		shell.press('q');
		await shell.waitForModes(untouched);
	});

	test('without a shell to go back to goes on at once', async () => {
		const terminal = openThreadview([garden, '--no-state']);
		await terminal.waitFor(at('1/25'));
		terminal.press('ctrl+z');
		await terminal.waitForModes({alternateScreen: true});
		terminal.press('j');
		await terminal.waitFor(at('2/25'));
		terminal.press('q');
		expect(await terminal.exit).toEqual({code: 0, signal: 0});
		expect(terminal.modes()).toEqual(untouched);
	});
});

test('Ctrl-L draws the screen anew', async () => {
	const terminal = openThreadview([garden, '--no-state']);
	await terminal.waitFor(at('1/25'));
	terminal.press('j');
	const before = await terminal.waitFor(settled);
	const written = terminal.bytes().length;
	terminal.press('ctrl+l');
	await terminal.waitFor(() => terminal.bytes().slice(written).includes('How do you store'));
	await terminal.waitFor(rows => rows.join('\n') === before.join('\n'));
});
