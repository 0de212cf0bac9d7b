import {describe, expect, test} from 'vitest';
import type {InputEvent} from '../../source/terminal/keyboard/input-event.ts';
import {createQuestions, isDarkReply} from '../../source/terminal/questions.ts';

const cursorAt = (column: number): InputEvent => ({type: 'cursor', column, row: 0});
const reply = (bytes: string): InputEvent => ({type: 'reply', bytes});
const key: InputEvent = {type: 'key', chord: 'j', bytes: 'j'};

/** Whether a promise has been resolved by now. */
const isResolved = (promise: Promise<void>): Promise<boolean> =>
	Promise.race([promise.then(() => true), Promise.resolve().then(() => false)]);

describe('the width of ambiguous signs', () => {
	test.each([
		[1, null],
		[2, {type: 'wide-signs'}],
	])('that leave the cursor in column %i', async (column, answer) => {
		const {bytes, hear, answered} = createQuestions({background: false, width: true});
		expect(bytes).toBe('\r♥\x1b[6n\r\x1b[K');
		expect(hear(key)).toBeNull();
		expect(await isResolved(answered)).toBe(false);
		expect(hear(cursorAt(column))).toEqual(answer);
		expect(await isResolved(answered)).toBe(true);
	});

	test('is answered once: a later report is a key of xterm', () => {
		const {hear} = createQuestions({background: true, width: true});
		expect(hear(cursorAt(1))).toBeNull();
		expect(hear(cursorAt(4))).toBeNull();
	});
});

test('the background is asked for before the cursor, so that the end of the answers is seen', async () => {
	const {bytes, hear, answered} = createQuestions({background: true, width: false});
	expect(bytes).toBe('\x1b]11;?\x1b\\\x1b[6n\r\x1b[K');
	expect(hear(reply('\x1b]11;rgb:ffff/ffff/ffff\x1b\\'))).toEqual({type: 'background', dark: false});
	expect(await isResolved(answered)).toBe(false);
	expect(hear(cursorAt(9))).toBeNull();
	expect(await isResolved(answered)).toBe(true);
});

test('nothing is asked when nothing is wanted', async () => {
	const {bytes, hear, answered} = createQuestions({background: false, width: false});
	expect(bytes).toBe('');
	expect(await isResolved(answered)).toBe(true);
	expect(hear(reply('\x1b]11;rgb:0/0/0\x07'))).toBeNull();
});

test.each([
	['\x1b]11;rgb:1d1d/1f1f/2121\x1b\\', true],
	['\x1b]11;rgb:ff/ff/f0\x07', false],
	['\x1b]11;rgba:0000/0000/0000/ffff\x1b\\', true],
	['\x1b]11;rgb:0/f/0\x07', false],
	['\x1b]10;rgb:ff/ff/ff\x07', null],
	['\x1b[?1;2c', null],
])('%j tells whether the background is dark', (bytes, dark) => {
	expect(isDarkReply(bytes)).toBe(dark);
});
