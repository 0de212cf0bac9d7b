/**
A real terminal for tests: the program runs in a pseudo-terminal, and an emulator keeps its screen.

Nothing here sleeps. A test presses keys, then waits for what it expects to see; it fails with a
picture of the screen. Queries that the program sends are answered as a terminal would.
*/

import {mkdtempSync, readSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {Duplex} from 'node:stream';
import {StringDecoder} from 'node:string_decoder';
import * as pty from '@lydell/node-pty';
import {Terminal as Emulator, type IUnicodeVersionProvider} from '@xterm/headless';
import stringWidth from 'string-width';
import {onTestFinished} from 'vitest';

export type TerminalOptions = {
	readonly command: string;
	readonly args?: readonly string[];
	/** In cells; 80 by 24 unless said. */
	readonly columns?: number;
	readonly rows?: number;
	/** Added to a bare environment: no variable of whoever runs the tests reaches the program but PATH. */
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
};

/** The modes that a program can leave behind. */
export type Modes = {
	readonly alternateScreen: boolean;
	readonly cursor: boolean;
	readonly autowrap: boolean;
	readonly mouse: boolean;
	readonly sgrMouse: boolean;
	readonly focusReports: boolean;
	readonly bracketedPaste: boolean;
	readonly synchronized: boolean;
	/** How often the kitty keyboard protocol was pushed and not popped. */
	readonly kittyKeyboard: number;
};

/** The modes of a terminal as every program finds it, and must leave it. */
export const untouched: Modes = {
	alternateScreen: false,
	cursor: true,
	autowrap: true,
	mouse: false,
	sgrMouse: false,
	focusReports: false,
	bracketedPaste: false,
	synchronized: false,
	kittyKeyboard: 0,
};

export type Exit = {readonly code: number; readonly signal: number};

export type Expected = string | RegExp | ((screen: readonly string[]) => boolean);

export type Terminal = {
	/** The rows on screen, without the blanks at their ends. */
	screen(): readonly string[];
	/**
	Resolves with the screen as soon as it holds what is expected: a text in one row, a match over all
	rows, or whatever a function says. Rejects, showing the screen, when the program has exited or
	`timeout` (ms) is over.
	*/
	waitFor(expected: Expected, timeout?: number): Promise<readonly string[]>;
	/** Resolves when `expected` holds of the modes; rejects as `waitFor`. */
	waitForModes(expected: Partial<Modes>, timeout?: number): Promise<void>;
	/**
	Presses keys, named as chords (`j`, `enter`, `ctrl+c`, `shift+tab`, `alt+b`). After `esc` no key may
	follow at once, for ESC and a key is that key with alt: wait for what Esc does.
	*/
	press(...chords: readonly string[]): void;
	/** Sends text or bytes as they are. */
	type(text: string): void;
	/** Pastes, within brackets if the program asked for them. */
	paste(text: string): void;
	/** Presses and releases the left button; cells from 0. */
	click(column: number, row: number): void;
	/** Turns the wheel one notch; cells from 0. */
	wheel(direction: 'up' | 'down', column: number, row: number): void;
	resize(columns: number, rows: number): void;
	modes(): Modes;
	/** All that the program wrote. */
	bytes(): string;
	/** Resolves when the program has exited and all that it wrote is on screen. */
	readonly exit: Promise<Exit>;
	readonly pid: number;
	kill(signal: NodeJS.Signals): void;
};

const keyBytes: ReadonlyMap<string, string> = new Map([
	['space', ' '],
	['enter', '\r'],
	['tab', '\t'],
	['shift+tab', '\x1b[Z'],
	['esc', '\x1b'],
	['backspace', '\x7f'],
	['alt+backspace', '\x1b\x7f'],
	['ctrl+space', '\0'],
	['up', '\x1b[A'],
	['down', '\x1b[B'],
	['right', '\x1b[C'],
	['left', '\x1b[D'],
	['home', '\x1b[H'],
	['end', '\x1b[F'],
	['insert', '\x1b[2~'],
	['delete', '\x1b[3~'],
	['pageup', '\x1b[5~'],
	['pagedown', '\x1b[6~'],
	['f1', '\x1bOP'],
	['f2', '\x1bOQ'],
	['f3', '\x1bOR'],
	['f4', '\x1bOS'],
	...[15, 17, 18, 19, 20, 21, 23, 24].map((code, index): [string, string] => [`f${index + 5}`, `\x1b[${code}~`]),
]);

/** The bytes that a terminal in its normal modes sends for a chord. */
const bytesOf = (chord: string): string => {
	const known = keyBytes.get(chord) ?? ([...chord].length === 1 ? chord : undefined);
	if (known !== undefined) return known;
	const arrow = /^(ctrl|alt|shift)\+(up|down|left|right|home|end)$/.exec(chord);
	if (arrow?.[1] && arrow[2]) {
		const modifier = {ctrl: 5, alt: 3, shift: 2}[arrow[1]];
		return `\x1b[1;${modifier}${bytesOf(arrow[2]).slice(-1)}`;
	}
	const control = /^ctrl\+([a-z@[\\\]^_])$/.exec(chord)?.[1];
	if (control) return String.fromCharCode(control.toUpperCase().charCodeAt(0) & 0x1f);
	const alt = /^alt\+(.)$/u.exec(chord)?.[1];
	if (alt) return `\x1b${alt}`;
	throw new Error(`No key is called ${chord}.`);
};

/** A command line for a shell, each word quoted. */
export const shellCommand = (...words: readonly string[]): string =>
	words.map(word => `'${word.replaceAll("'", "'\\''")}'`).join(' ');

const defaultTimeout = 30_000;

/** Widths as most terminals count them today; the emulator's own are those of Unicode 6, where emoji take one cell. */
const widths: IUnicodeVersionProvider = {
	version: 'today',
	wcwidth: codePoint => {
		if (codePoint < 0x300) return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0) ? 0 : 1;
		const width = stringWidth(String.fromCodePoint(codePoint));
		return width === 0 || width === 1 ? width : 2;
	},
	// As xterm.js packs them: whether the character joins the one before, and its width.
	charProperties: (codePoint, preceding) => {
		const width = widths.wcwidth(codePoint);
		const before = (preceding >> 1) & 3;
		const joins = width === 0 && before > 0;
		return (Math.max(width, joins ? before : 0) << 1) | (joins ? 1 : 0);
	},
};

/**
Hands over all that a program writes, as bytes. When the program has exited, Node takes the first short
read of a pseudo-terminal for its end, and the library closes it 200 ms later at most: on a busy machine
what was written last would be lost. So what is left is read before it is closed.
*/
const onOutput = (program: pty.IPty, take: (bytes: Buffer) => void): void => {
	const fd: unknown = Reflect.get(program, 'fd');
	const socket: unknown = Reflect.get(program, '_socket');
	if (typeof fd !== 'number' || !(socket instanceof Duplex)) throw new Error('node-pty has changed inside.');
	const room = Buffer.alloc(65_536);
	const readOn = (): void => {
		try {
			for (let read = -1; read !== 0; ) {
				read = readSync(fd, room);
				take(Buffer.from(room.subarray(0, read)));
			}
		} catch {
			// EIO: all is read, and nobody is left to write. EAGAIN: all is read.
		}
	};
	socket.on('data', take);
	const destroy = socket.destroy.bind(socket);
	socket.destroy = error => {
		readOn();
		socket.destroy = destroy;
		return destroy(error);
	};
};

/** Runs a program in a new terminal, until it exits or the test is over. */
export const openTerminal = (options: TerminalOptions): Terminal => {
	const {command, args = [], columns = 80, rows = 24, env = {}, cwd = process.cwd()} = options;
	// What a program remembers stays in the test that made it.
	const home = mkdtempSync(path.join(tmpdir(), 'terminal-'));
	const emulator = new Emulator({cols: columns, rows, allowProposedApi: true});
	emulator.unicode.register(widths);
	emulator.unicode.activeVersion = widths.version;
	const program = pty.spawn(command, [...args], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd,
		encoding: null,
		env: {PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: home, ...env},
	});

	const privateModes = new Map<number, boolean>();
	let kittyKeyboard = 0;
	for (const [final, isSet] of [
		['h', true],
		['l', false],
	] as const) {
		emulator.parser.registerCsiHandler({prefix: '?', final}, parameters => {
			for (const mode of parameters.flat()) privateModes.set(mode, isSet);
			return false;
		});
	}
	for (const [prefix, step] of [
		['>', 1],
		['<', -1],
	] as const) {
		emulator.parser.registerCsiHandler({prefix, final: 'u'}, () => {
			kittyKeyboard += step;
			return false;
		});
	}

	let bytes = '';
	let exited: Exit | undefined;
	const waiting = new Set<() => void>();
	const lookAgain = (): void => {
		for (const look of [...waiting]) look();
	};

	const write = (data: string): void => {
		if (exited === undefined) program.write(data);
	};
	emulator.onData(write);
	const decoder = new StringDecoder('utf8');
	onOutput(program, data => {
		const text = decoder.write(data);
		bytes += text;
		// As text: of bytes cut within a character the emulator (6.0) loses some, such as the third of an ellipsis.
		emulator.write(text, lookAgain);
	});
	const exit = new Promise<Exit>(resolve => {
		program.onExit(({exitCode, signal}) => {
			emulator.write('', () => {
				exited = {code: exitCode, signal: signal ?? 0};
				resolve(exited);
				lookAgain();
			});
		});
	});

	const screen = (): readonly string[] => {
		const buffer = emulator.buffer.active;
		return Array.from(
			{length: emulator.rows},
			(_, row) =>
				buffer
					.getLine(buffer.baseY + row)
					?.translateToString()
					.trimEnd() ?? '',
		);
	};

	const isSet = (mode: number, initially = false): boolean => privateModes.get(mode) ?? initially;
	const modes = (): Modes => ({
		alternateScreen: emulator.buffer.active.type === 'alternate',
		cursor: isSet(25, true),
		autowrap: isSet(7, true),
		mouse: isSet(1000) || isSet(1002) || isSet(1003),
		sgrMouse: isSet(1006),
		focusReports: isSet(1004),
		bracketedPaste: isSet(2004),
		synchronized: isSet(2026),
		kittyKeyboard,
	});

	/** Waits until `holds`, looking whenever something was written. */
	const waitUntil = (holds: () => boolean, what: () => string, timeout: number): Promise<void> =>
		new Promise((resolve, reject) => {
			const end = (settle: () => void): void => {
				clearTimeout(timer);
				waiting.delete(look);
				settle();
			};
			const fail = (why: string): void => {
				const picture = screen()
					.map(row => `│${row.padEnd(emulator.cols)}│`)
					.join('\n');
				end(() => reject(new Error(`${why} while waiting for ${what()}. The screen:\n${picture}`)));
			};
			const timer = setTimeout(() => fail(`${timeout} ms went by`), timeout);
			const look = (): void => {
				// Half a frame is nothing that a reader sees.
				if (isSet(2026) && !exited) return;
				if (holds()) end(resolve);
				else if (exited) fail(`The program exited (code ${exited.code}, signal ${exited.signal})`);
			};
			waiting.add(look);
			look();
		});

	const mouse = (code: number, column: number, row: number, final: 'M' | 'm'): void =>
		write(`\x1b[<${code};${column + 1};${row + 1}${final}`);

	onTestFinished(async () => {
		if (exited === undefined) program.kill('SIGKILL');
		await exit;
		emulator.dispose();
		rmSync(home, {recursive: true, force: true});
	});

	return {
		screen,
		async waitFor(expected, timeout = defaultTimeout) {
			const holds = (): boolean => {
				if (typeof expected === 'function') return expected(screen());
				if (typeof expected === 'string') return screen().some(row => row.includes(expected));
				return expected.test(screen().join('\n'));
			};
			await waitUntil(holds, () => String(expected), timeout);
			return screen();
		},
		waitForModes(expected, timeout = defaultTimeout) {
			const wanted = Object.entries(expected);
			const holds = (): boolean => {
				const now: Readonly<Record<string, unknown>> = modes();
				return wanted.every(([mode, value]) => now[mode] === value);
			};
			return waitUntil(holds, () => `${JSON.stringify(expected)} in ${JSON.stringify(modes())}`, timeout);
		},
		press(...chords) {
			const esc = chords.indexOf('esc');
			if (esc !== -1 && esc !== chords.length - 1) throw new Error('Wait for what Esc does before the next key.');
			for (const chord of chords) write(bytesOf(chord));
		},
		type: write,
		paste(text) {
			write(modes().bracketedPaste ? `\x1b[200~${text}\x1b[201~` : text);
		},
		click(column, row) {
			mouse(0, column, row, 'M');
			mouse(0, column, row, 'm');
		},
		wheel(direction, column, row) {
			mouse(direction === 'up' ? 64 : 65, column, row, 'M');
		},
		resize(newColumns, newRows) {
			emulator.resize(newColumns, newRows);
			program.resize(newColumns, newRows);
		},
		modes,
		bytes: () => bytes,
		exit,
		pid: program.pid,
		kill(signal) {
			program.kill(signal);
		},
	};
};
