/**
A session: a program in a real pseudo-terminal of 200 by 60 cells, its bytes timed as they come.

No screen is kept: reading one takes longer than what is timed. The questions that a program asks
are answered at once, as a terminal of today would.
*/
import {execFile} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {promisify} from 'node:util';
import * as pty from '@lydell/node-pty';

export type Session = {
	/**
	Milliseconds from the start of the program until these words had been written; rejects when it exits without, or after
	a minute.
	*/
	readonly shown: (words: string) => Promise<number>;
	/**
	Types keys, given as bytes: milliseconds until the last byte of what they change, and how many bytes that took.
	@param quiet - How long nothing may come until all has come, in milliseconds; longer where an answer comes in parts.
	*/
	readonly press: (keys: string, quiet?: number) => Promise<Answer>;
	/** Types without waiting. */
	readonly type: (keys: string) => void;
	readonly resize: (columns: number, rows: number) => Promise<Answer>;
	/** Resolves, when the program has stopped working, with its resident memory in bytes. */
	readonly settled: () => Promise<number>;
	readonly close: () => Promise<void>;
};

export type Answer = {readonly ms: number; readonly bytes: number};

export const columns = 200;
export const rows = 60;

/** A frame has ended when nothing has come for this long, in milliseconds. */
const quietMs = 30;
/** What has not come after this long does not come. */
const lostMs = 60_000;
/** A program that has used next to no processor time for this long has nothing left to do, in milliseconds … */
const settledMs = 3000;
/** … however little a busy machine gives it. */
const restMs = 50;

const answers: readonly (readonly [asked: string, reply: string])[] = [
	['\u001b]11;?', '\u001b]11;rgb:1d1d/1f1f/2121\u001b\\'],
	['\u001b[6n', '\u001b[1;2R'],
	['\u001b[c', '\u001b[?62;22c'],
];

export function openSession(command: string, args: readonly string[]): Session {
	// Nothing is remembered from one session to the next.
	const home = mkdtempSync(path.join(tmpdir(), 'threadview-session-'));
	const started = performance.now();
	const program = pty.spawn(command, [...args], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		env: {PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: home},
	});
	let written = '';
	let bytes = 0;
	let lastAt = started;
	let hear = () => {};
	let keeps = true;
	program.onData(data => {
		lastAt = performance.now();
		bytes += Buffer.byteLength(data);
		for (const [asked, reply] of answers) if (data.includes(asked)) program.write(reply);
		if (keeps) written += data;
		hear();
	});
	let hasExited = false;
	const exited = new Promise<void>(resolve => {
		program.onExit(() => {
			hasExited = true;
			resolve();
			hear();
		});
	});

	/** Calls `done` whenever something was written, until it says yes. */
	function until(done: () => boolean, what: string): Promise<void> {
		return new Promise((resolve, reject) => {
			const end = (settle: () => void) => {
				clearTimeout(timer);
				hear = () => {};
				settle();
			};
			const fail = () => end(() => reject(new Error(`${what} did not come:\n${written.slice(-4000)}`)));
			const timer = setTimeout(fail, lostMs);
			hear = () => {
				if (done()) end(resolve);
				else if (hasExited) fail();
			};
			hear();
		});
	}

	async function answer(act: () => void, what: string, quiet = quietMs): Promise<Answer> {
		const before = bytes;
		const start = performance.now();
		act();
		await until(() => bytes > before, `an answer to ${what}`);
		for (let left = quiet; left > 0; left = lastAt + quiet - performance.now()) await pause(left);
		return {ms: lastAt - start, bytes: bytes - before};
	}

	return {
		shown: async words => {
			await until(() => written.includes(words), words);
			keeps = false;
			return lastAt - started;
		},
		press: (keys, quiet) => answer(() => program.write(keys), JSON.stringify(keys), quiet),
		type: keys => program.write(keys),
		resize: (toColumns, toRows) => answer(() => program.resize(toColumns, toRows), 'a resize'),
		settled: () => settled(program.pid),
		close: async () => {
			if (!hasExited) program.kill('SIGKILL');
			await exited;
			rmSync(home, {recursive: true, force: true});
		},
	};
}

async function settled(pid: number): Promise<number> {
	let used = await processorTime(pid);
	let since = performance.now();
	for (;;) {
		await pause(250);
		const now = await processorTime(pid);
		if (now - used > restMs) {
			used = now;
			since = performance.now();
		}
		if (performance.now() - since >= settledMs) return (await resident(pid)) * 1024;
	}
}

/** Kibibytes. */
async function resident(pid: number): Promise<number> {
	return Number((await ps(pid, 'rss')).trim());
}

/** Milliseconds of processor time so far: Linux's `ps` tells no less than seconds, its files hundredths. */
async function processorTime(pid: number): Promise<number> {
	try {
		const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\)/, '')
			.trim()
			.split(' ')
			.slice(11, 13);
		return (Number(user) + Number(system)) * 10;
	} catch {
		const parts = (await ps(pid, 'time')).trim().split(/[:-]/).map(Number);
		return parts.reduce((sum, part) => sum * 60 + part, 0) * 1000;
	}
}

async function ps(pid: number, column: string): Promise<string> {
	return (await promisify(execFile)('ps', ['-o', `${column}=`, '-p', String(pid)])).stdout;
}
