import {PassThrough} from 'node:stream';
import {describe, expect, test, vi} from 'vitest';
import type {InputEvent} from '../../../source/terminal/keyboard/input-event.ts';
import {createKeyboard} from '../../../source/terminal/keyboard/keyboard.ts';
import {escapeDelay, sequenceDelay} from '../../../source/terminal/keyboard/parse-input.ts';

/** A started keyboard on a stream that stands for a terminal, and what it told. */
const openKeyboard = () => {
	const modes: boolean[] = [];
	const source = Object.assign(new PassThrough(), {setRawMode: (raw: boolean) => modes.push(raw)});
	const keyboard = createKeyboard(source);
	const told: string[] = [];
	const tell = (event: InputEvent): void => {
		told.push(event.type === 'key' ? event.chord : `<${event.type}>`);
	};
	const unlisten = keyboard.listen(tell);
	keyboard.start();
	/** As the stream does when bytes arrive, in this turn of the event loop. */
	const arrive = (chunk: string | Uint8Array): void => {
		source.emit('data', typeof chunk === 'string' ? chunk : Buffer.from(chunk));
	};
	return {source, keyboard, modes, told, unlisten, arrive};
};

/** Runs `body` on a clock of our own. */
const onFakeClock = (body: () => void): void => {
	vi.useFakeTimers();
	try {
		body();
	} finally {
		vi.useRealTimers();
	}
};

describe('the keyboard', () => {
	test('reads a stream in raw mode, and leaves it as it was', async () => {
		const {source, keyboard, modes, told} = openKeyboard();
		source.write('j');
		await vi.waitUntil(() => told.length > 0);
		keyboard.start();
		expect(modes).toEqual([true]);
		keyboard.stop();
		keyboard.stop();
		expect(modes).toEqual([true, false]);
		expect(source.isPaused()).toBe(true);
		expect(source.listenerCount('data')).toBe(0);
		keyboard.start();
		source.write('k');
		await vi.waitUntil(() => told.length > 1);
		expect(told).toEqual(['j', 'k']);
	});

	test('puts together a character that came in two chunks', () => {
		const {arrive, told} = openKeyboard();
		const bytes = Buffer.from('a👍b');
		arrive(bytes.subarray(0, 3));
		arrive(bytes.subarray(3));
		expect(told).toEqual(['a', '👍', 'b']);
	});

	test('takes an ESC for the Esc key only when nothing follows in time', () => {
		onFakeClock(() => {
			const {arrive, told} = openKeyboard();
			arrive('\x1b');
			vi.advanceTimersByTime(escapeDelay - 1);
			expect(told).toEqual([]);
			vi.advanceTimersByTime(2);
			expect(told).toEqual(['esc']);
			arrive('\x1b');
			vi.advanceTimersByTime(escapeDelay - 1);
			arrive('[');
			vi.advanceTimersByTime(sequenceDelay - 1);
			arrive('A');
			vi.advanceTimersByTime(sequenceDelay * 2);
			expect(told).toEqual(['esc', 'up']);
		});
	});

	test('reads what lies there before it takes an overdue ESC for the Esc key', () => {
		onFakeClock(() => {
			const {arrive, told} = openKeyboard();
			arrive('\x1b');
			// The timer fires first, as after a long computation; then the rest is read.
			setTimeout(() => arrive('[B'), escapeDelay);
			vi.advanceTimersByTime(escapeDelay + 1);
			expect(told).toEqual(['down']);
		});
	});

	test('drops a broken report, and forgets what is half typed when it stops', () => {
		onFakeClock(() => {
			const {arrive, told, keyboard} = openKeyboard();
			arrive('\x1b[<64;1');
			vi.advanceTimersByTime(sequenceDelay + 1);
			expect(told).toEqual(['<reply>']);
			arrive('\x1b[');
			keyboard.stop();
			keyboard.start();
			arrive('A');
			vi.advanceTimersByTime(sequenceDelay * 2);
			expect(told).toEqual(['<reply>', 'A']);
		});
	});

	test('tells every listener, until it leaves', () => {
		const {arrive, told, keyboard, unlisten} = openKeyboard();
		const others: string[] = [];
		keyboard.listen(event => others.push(event.type));
		arrive('j');
		unlisten();
		arrive('k');
		expect(told).toEqual(['j']);
		expect(others).toEqual(['key', 'key']);
	});

	test('says when the terminal has gone, be it by an error', async () => {
		const ended = openKeyboard();
		ended.source.end();
		await expect(ended.keyboard.closed).resolves.toBeUndefined();
		const broken = openKeyboard();
		broken.source.destroy(new Error('read EIO'));
		await expect(broken.keyboard.closed).resolves.toBeUndefined();
	});
});
