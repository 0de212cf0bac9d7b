/**
Other programs: the reader's editor, and commands for their shell.

They are run to their end at one go. Run beside the browser, a program would lose keys to it: Node keeps reading the
terminal for a while after it was told to stop.
*/
import {type SpawnSyncReturns, spawnSync} from 'node:child_process';
import {closeSync, openSync} from 'node:fs';

/** Where keys come from: standard input, or the terminal where that is the dump. */
export type ProgramInput = 'stdin' | 'terminal';

/** Output of a command is kept up to here, in bytes. */
const mostOutput = 16 << 20;

const isWindows = process.platform === 'win32';

/**
Open a file in the editor that `VISUAL` or else `EDITOR` names, which may be a command with options; else in `vi`.

@returns What went wrong, in words, or `null`. Throws where there is no terminal.
*/
export function runEditor(
	file: string,
	input: ProgramInput,
	env: Readonly<Record<string, string | undefined>>,
): string | null {
	const named = env.VISUAL?.trim() || env.EDITOR?.trim();
	const editor = named || (isWindows ? 'notepad' : 'vi');
	const terminal = input === 'terminal' && !isWindows ? openSync('/dev/tty', 'r') : null;
	try {
		const stdio = [terminal ?? 'inherit', 'inherit', 'inherit'] as const;
		// The file's name is a word of its own, whatever it holds.
		const ended = isWindows
			? spawnSync(`${editor} "${file}"`, {shell: true, stdio: [...stdio]})
			: spawnSync('/bin/sh', ['-c', `${editor} "$@"`, 'sh', file], {stdio: [...stdio]});
		if (ended.status === 127 || ended.status === 126) {
			return `${editor}: this editor cannot be run: set $VISUAL or $EDITOR to another`;
		}
		return problemOf(editor, ended);
	} finally {
		if (terminal !== null) closeSync(terminal);
	}
}

/** Run a shell command with a text on its standard input. @returns All it wrote, and what went wrong or `null`. */
export function runCommand(command: string, text: string): {readonly output: string; readonly problem: string | null} {
	// Both its outputs in the order in which it wrote them.
	const line = isWindows ? command : `exec 2>&1\n${command}`;
	const ended = spawnSync(line, {shell: true, input: text, encoding: 'utf8', maxBuffer: mostOutput});
	const output = `${ended.stdout ?? ''}${ended.stderr ?? ''}`;
	return {output, problem: problemOf(command, ended)};
}

function problemOf(command: string, {error, status, signal}: SpawnSyncReturns<string | Buffer>): string | null {
	const code = error !== undefined && 'code' in error ? String(error.code) : null;
	if (code === 'ENOBUFS') return `${command}: stopped, it says too much to show`;
	// It need not read all of its input: `head` does not.
	if (code !== null && code !== 'EPIPE') return `${command}: it cannot be run (${code})`;
	if (signal !== null) return `${command}: ended by ${signal}`;
	return status === 0 || status === null ? null : `${command}: ended with status ${status}`;
}
