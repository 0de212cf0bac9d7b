import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	createInputParser,
	escapeDelay,
	type InputEvent,
	pasteDelay,
	pasteLimit,
	sequenceDelay,
	sequenceLimit,
} from '../../../source/terminal/keyboard/parse-input.ts';

/** Everything `input` says, with nothing left held. */
const parse = (...chunks: readonly string[]): readonly InputEvent[] => {
	const parser = createInputParser();
	return [...chunks.flatMap(chunk => parser.push(chunk)), ...parser.flush()];
};

/** Chords by name, other events by type: short enough to read in a table. */
const brief = (events: readonly InputEvent[]): readonly string[] =>
	events.map(event => (event.type === 'key' ? event.chord : `<${event.type}>`));

describe('one key', () => {
	test.each([
		// What a key types.
		['j', 'j'],
		['J', 'J'],
		['+', '+'],
		[' ', 'space'],
		['é', 'é'],
		['e\u0301', 'e\u0301'],
		['👍', '👍'],
		['👍🏽', '👍🏽'],
		['👩‍👧', '👩‍👧'],
		['字', '字'],
		// Controls.
		['\r', 'enter'],
		['\n', 'ctrl+j'],
		['\t', 'tab'],
		['\x7f', 'backspace'],
		['\x08', 'ctrl+h'],
		['\0', 'ctrl+space'],
		['\x01', 'ctrl+a'],
		['\x03', 'ctrl+c'],
		['\x1a', 'ctrl+z'],
		['\x1c', 'ctrl+\\'],
		['\x1d', 'ctrl+]'],
		['\x1e', 'ctrl+^'],
		['\x1f', 'ctrl+_'],
		['\x1b', 'esc'],
		// ESC and a key.
		['\x1bb', 'alt+b'],
		['\x1bB', 'alt+B'],
		['\x1bé', 'alt+é'],
		['\x1b👍', 'alt+👍'],
		['\x1b ', 'alt+space'],
		['\x1b\x7f', 'alt+backspace'],
		['\x1b\r', 'alt+enter'],
		['\x1b\x01', 'ctrl+alt+a'],
		['\x1b[', 'alt+['],
		['\x1bO', 'alt+O'],
		['\x1b]', 'alt+]'],
		['\x1bP', 'alt+P'],
		['\x1b_', 'alt+_'],
		// Arrows: normal, application mode, with modifiers, rxvt.
		['\x1b[A', 'up'],
		['\x1bOB', 'down'],
		['\x1b[1C', 'right'],
		['\x1b[1;5D', 'ctrl+left'],
		['\x1b[1;2A', 'shift+up'],
		['\x1b[1;3B', 'alt+down'],
		['\x1b[1;9B', 'alt+down'],
		['\x1b[1;8C', 'ctrl+alt+shift+right'],
		['\x1bO5C', 'ctrl+right'],
		['\x1bO1;5C', 'ctrl+right'],
		['\x1b[a', 'shift+up'],
		['\x1bOd', 'ctrl+left'],
		['\x1b\x1b[A', 'alt+up'],
		['\x1b\x1bOA', 'alt+up'],
		['\x1b\x1b[1;5A', 'ctrl+alt+up'],
		// The block above them.
		['\x1b[H', 'home'],
		['\x1b[F', 'end'],
		['\x1bOH', 'home'],
		['\x1b[1~', 'home'],
		['\x1b[4~', 'end'],
		['\x1b[7~', 'home'],
		['\x1b[8~', 'end'],
		['\x1b[7$', 'shift+home'],
		['\x1b[8^', 'ctrl+end'],
		['\x1b[5@', 'ctrl+shift+pageup'],
		['\x1b[2~', 'insert'],
		['\x1b[3~', 'delete'],
		['\x1b[3;5~', 'ctrl+delete'],
		['\x1b\x1b[3~', 'alt+delete'],
		['\x1b[5~', 'pageup'],
		['\x1b[6~', 'pagedown'],
		['\x1b[6;2~', 'shift+pagedown'],
		['\x1b[Z', 'shift+tab'],
		['\x1b[1;5Z', 'ctrl+shift+tab'],
		// Function keys: xterm, VT, Linux console, kitty.
		['\x1bOP', 'f1'],
		['\x1bOR', 'f3'],
		['\x1b[P', 'f1'],
		['\x1b[1;2S', 'shift+f4'],
		['\x1b[11~', 'f1'],
		['\x1b[13;5~', 'ctrl+f3'],
		['\x1b[15~', 'f5'],
		['\x1b[24~', 'f12'],
		['\x1b[[A', 'f1'],
		['\x1b[[E', 'f5'],
		// Keypad in application mode.
		['\x1bOM', 'enter'],
		['\x1bOj', '*'],
		['\x1bOo', '/'],
		['\x1bOp', '0'],
		['\x1bOy', '9'],
		// The kitty protocol.
		['\x1b[27u', 'esc'],
		['\x1b[13;2u', 'shift+enter'],
		['\x1b[9;5u', 'ctrl+tab'],
		['\x1b[127;3u', 'alt+backspace'],
		['\x1b[97u', 'a'],
		['\x1b[97;5u', 'ctrl+a'],
		['\x1b[97;6u', 'ctrl+shift+a'],
		['\x1b[97;3u', 'alt+a'],
		['\x1b[97;4u', 'alt+A'],
		['\x1b[49:33;4u', 'alt+!'],
		['\x1b[49;4u', 'alt+shift+1'],
		['\x1b[32;5u', 'ctrl+space'],
		['\x1b[233;5u', 'ctrl+é'],
		['\x1b[97;5:1u', 'ctrl+a'],
		['\x1b[97;5:2u', 'ctrl+a'],
		['\x1b[97;69u', 'ctrl+a'],
		['\x1b[57400u', '1'],
		['\x1b[57421u', 'pageup'],
		// xterm's modifyOtherKeys.
		['\x1b[27;5;97~', 'ctrl+a'],
		['\x1b[27;6;65~', 'ctrl+shift+a'],
		['\x1b[27;4;33~', 'alt+!'],
		['\x1b[27;2;13~', 'shift+enter'],
		['\x1b[27;5;9~', 'ctrl+tab'],
	])('%j is %s', (bytes, chord) => {
		expect(parse(bytes)).toEqual([{type: 'key', chord, bytes}]);
	});
});

describe('the mouse', () => {
	const none = {ctrl: false, alt: false, shift: false};
	test.each([
		['\x1b[<0;1;1M', {action: 'press', button: 0, column: 0, row: 0, ...none}],
		['\x1b[<2;200;50M', {action: 'press', button: 2, column: 199, row: 49, ...none}],
		['\x1b[<1;3;4m', {action: 'release', button: 1, column: 2, row: 3, ...none}],
		['\x1b[<32;3;4M', {action: 'drag', button: 0, column: 2, row: 3, ...none}],
		['\x1b[<64;3;4M', {action: 'wheel-up', button: null, column: 2, row: 3, ...none}],
		['\x1b[<65;3;4M', {action: 'wheel-down', button: null, column: 2, row: 3, ...none}],
		['\x1b[<20;3;4M', {action: 'press', button: 0, column: 2, row: 3, ctrl: true, alt: false, shift: true}],
		['\x1b[<8;3;4M', {action: 'press', button: 0, column: 2, row: 3, ctrl: false, alt: true, shift: false}],
		['\x1b[M !!', {action: 'press', button: 0, column: 0, row: 0, ...none}],
		['\x1b[M#"$', {action: 'release', button: null, column: 1, row: 3, ...none}],
		['\x1b[M`"$', {action: 'wheel-up', button: null, column: 1, row: 3, ...none}],
	])('%j', (bytes, event) => {
		expect(parse(bytes)).toEqual([{type: 'mouse', ...event}]);
	});

	test.each([
		['a pointer that only moves', '\x1b[<35;3;4M'],
		['a wheel that turns sideways', '\x1b[<66;3;4M'],
		['a fourth button', '\x1b[<128;3;4M'],
		['a cell before the first', '\x1b[<0;0;4M'],
		['a column lost in decoding', '\x1b[M \ufffd!'],
	])('%s is no event', (_, bytes) => {
		expect(parse(bytes)).toEqual([{type: 'reply', bytes}]);
	});
});

describe('what nobody typed', () => {
	test.each([
		['device attributes', '\x1b[?62;22c'],
		['secondary device attributes', '\x1b[>41;330;0c'],
		['kitty flags', '\x1b[?1u'],
		['a mode report', '\x1b[?2026;1$y'],
		['a size report', '\x1b[8;24;80t'],
		['a colour, ended by BEL', '\x1b]11;rgb:1d1d/1f1f/2121\x07'],
		['a colour, ended by ST', '\x1b]11;rgb:1d1d/1f1f/2121\x1b\\'],
		['a terminfo answer', '\x1bP1+r5463=31\x1b\\'],
		['a graphics answer', '\x1b_Gi=31;OK\x1b\\'],
		['a key let go', '\x1b[97;5:3u'],
		['an arrow let go', '\x1b[1;1:3A'],
		['Caps Lock', '\x1b[57358u'],
		['Super with a key', '\x1b[97;9u'],
		['an unknown function key', '\x1b[99~'],
		['the middle of the keypad', '\x1b[E'],
		['half a character by number', '\x1b[55357u'],
		['a number beyond Unicode', '\x1b[9999999999u'],
		['the end of a paste that never began', '\x1b[201~'],
		['a broken byte', '\ufffd'],
		['half a character', '\ud83d'],
		['an eight-bit control', '\x9b'],
		['a part of a mouse report', '\x1b[<64;1'],
		['a part of a colour', '\x1b]11;rgb:1d'],
	])('%s', (_, bytes) => {
		expect(parse(bytes)).toEqual([{type: 'reply', bytes}]);
	});

	test('focus and the place of the cursor are told', () => {
		expect(parse('\x1b[I\x1b[O\x1b[1;2R\x1b[?12;40R')).toEqual([
			{type: 'focus', focused: true},
			{type: 'focus', focused: false},
			{type: 'cursor', row: 0, column: 1},
			{type: 'cursor', row: 11, column: 39},
		]);
	});

	test('an endless sequence is dropped, and takes no memory', () => {
		const digits = '1'.repeat(sequenceLimit * 3);
		for (const [start, end] of [
			['\x1b[', 'A'],
			['\x1bO', 'A'],
			['\x1b]', '\x07'],
		]) {
			const [event, ...rest] = parse(`${start}${digits}${end}j`);
			expect(event).toEqual({type: 'reply', bytes: (start + digits).slice(0, sequenceLimit)});
			expect(brief(rest)).toEqual(['j']);
		}
	});
});

describe('many keys in one chunk', () => {
	test.each([
		['jjj', ['j', 'j', 'j']],
		['/foo\r', ['/', 'f', 'o', 'o', 'enter']],
		['a b\tc', ['a', 'space', 'b', 'tab', 'c']],
		['\x7f\x7f\x03', ['backspace', 'backspace', 'ctrl+c']],
		['ä\x1b[Ax', ['ä', 'up', 'x']],
		['\x1b[A\x1b[B\x1bOC', ['up', 'down', 'right']],
		['j\x1b[<64;3;4Mk', ['j', '<mouse>', 'k']],
		['\x1b\x1b', ['esc', 'esc']],
		['\x1b\x1b\x1b', ['esc', 'esc', 'esc']],
		['\x1b\x1bx', ['esc', 'alt+x']],
		['\x1b\x1b\x1b[A', ['esc', 'alt+up']],
		['\x1b\x1b[<64;3;4M', ['esc', '<mouse>']],
		['\x1b\x1b[200~x\x1b[201~', ['esc', '<paste>']],
		['\x1b\x1b]11;x\x07', ['esc', '<reply>']],
		['\x1b\x1b[', ['esc', 'alt+[']],
	])('%j', (bytes, expected) => {
		expect(brief(parse(bytes))).toEqual(expected);
	});

	test.each([
		['a control sequence', '\x1b[12\x03', ['<reply>', 'ctrl+c']],
		['a control sequence and its ESC', '\x1b[12\x1b[A', ['<reply>', 'up']],
		['an SS3', '\x1bO\x03', ['alt+O', 'ctrl+c']],
		['a mouse report', '\x1b[M \x03', ['<reply>', 'ctrl+c']],
		['a string', '\x1b]11;rgb\x03', ['<reply>', 'ctrl+c']],
		['a string by a new sequence', '\x1b]11;rgb\x1b[A', ['<reply>', 'up']],
		['a string by Esc', '\x1b]11;rgb\x1b', ['<reply>', 'esc']],
		['an introducer by Enter', '\x1b]\r', ['alt+]', 'enter']],
		['a sequence by a letter of no sequence', '\x1b[1é', ['<reply>', 'é']],
	])('a key breaks off %s', (_, bytes, expected) => {
		expect(brief(parse(bytes))).toEqual(expected);
	});
});

describe('a paste', () => {
	test('is one text, whatever stands in it and however it is cut', () => {
		const text = 'q\r\nd\x1b[A \x1b[<64;1;1M \x03 \x1b[20 \x1b[200~ 👍\t';
		expect(parse(`j\x1b[200~${text}\x1b[201~k`)).toEqual([
			{type: 'key', chord: 'j', bytes: 'j'},
			{type: 'paste', text},
			{type: 'key', chord: 'k', bytes: 'k'},
		]);
		expect(parse(...`\x1b[200~${text}\x1b[201~`)).toEqual([{type: 'paste', text}]);
	});

	test('that is empty is still a paste', () => {
		expect(parse('\x1b[200~\x1b[201~')).toEqual([{type: 'paste', text: ''}]);
	});

	test('is cut at its limit, and what follows is no keys', () => {
		const [event, ...rest] = parse(`\x1b[200~${'x'.repeat(pasteLimit + 5000)}\x1b[201~j`);
		expect(event).toEqual({type: 'paste', text: 'x'.repeat(pasteLimit)});
		expect(brief(rest)).toEqual(['j']);
	});

	test('whose end never comes is given when it is flushed, and keys are keys again', () => {
		const parser = createInputParser();
		expect(parser.push('\x1b[200~half\x1b[2')).toEqual([]);
		expect(parser.flush()).toEqual([{type: 'paste', text: 'half\x1b[2'}]);
		expect(brief(parser.push('j'))).toEqual(['j']);
	});
});

describe('what is held', () => {
	test.each([
		['', null],
		['j', null],
		['\x1b[A', null],
		['\x1b', escapeDelay],
		['\x1b\x1b', escapeDelay],
		['\x1b[', sequenceDelay],
		['\x1b[<64;', sequenceDelay],
		['\x1b[M!', sequenceDelay],
		['\x1bO', sequenceDelay],
		['\x1b]11;', sequenceDelay],
		['\x1b]11;\x1b', sequenceDelay],
		['\ud83d', sequenceDelay],
		['\x1b[200~text', pasteDelay],
		['\x1b[200~text\x1b[201~', null],
	])('after %j, flush in %s ms', (bytes, delay) => {
		const parser = createInputParser();
		parser.push(bytes);
		expect(parser.flushDelay).toBe(delay);
		parser.flush();
		expect(parser.flushDelay).toBeNull();
		expect(parser.flush()).toEqual([]);
	});
});

describe('any input', () => {
	const fragment = fc.oneof(
		{weight: 4, arbitrary: fc.string({unit: 'binary', maxLength: 6})},
		{
			weight: 4,
			arbitrary: fc.string({
				unit: fc.constantFrom(...'\x1b\x1b[]OPM<>?;:$~u0123456789ABCRZaI\x03\x07\r\\ '),
				maxLength: 8,
			}),
		},
		{
			weight: 1,
			arbitrary: fc.constantFrom('\x1b[200~', '\x1b[201~', '\x1b[M', '\x1b]', '👍🏽', 'e\u0301', '\ud83d', '\udc4d'),
		},
	);
	const input = fc.array(fragment, {maxLength: 12}).map(parts => parts.join(''));

	/** Typed text by code point: where one character of several code points was cut does not matter. */
	const byCodePoint = (events: readonly InputEvent[]): readonly InputEvent[] =>
		events.flatMap(event =>
			event.type === 'key' && event.chord === event.bytes
				? Array.from(event.bytes, char => ({...event, chord: char === ' ' ? 'space' : char, bytes: char}))
				: [event],
		);

	test('means the same however it is cut', () => {
		fc.assert(
			fc.property(input, fc.array(fc.nat({max: 60}), {maxLength: 20}), (text, places) => {
				const cuts = [0, ...places.filter(place => place < text.length).sort((a, b) => a - b), text.length];
				const chunks = cuts.slice(1).map((end, index) => text.slice(cuts[index], end));
				expect(byCodePoint(parse(...chunks))).toEqual(byCodePoint(parse(text)));
			}),
			{numRuns: 3000},
		);
	});

	test('makes no chord with a control or half a character, and leaves nothing held', () => {
		fc.assert(
			fc.property(input, text => {
				const parser = createInputParser();
				const events = [...parser.push(text), ...parser.flush()];
				for (const event of events) {
					if (event.type === 'key') expect(event.chord).toMatch(/^[^\p{Cc}\p{Cs}]+$/u);
				}
				expect(parser.flushDelay).toBeNull();
			}),
			{numRuns: 3000},
		);
	});

	test('is neither lost nor doubled, outside pastes and reports', () => {
		fc.assert(
			fc.property(input, text => {
				const events = parse(text);
				fc.pre(events.every(event => event.type === 'key' || event.type === 'reply'));
				expect(events.map(event => ('bytes' in event ? event.bytes : '')).join('')).toBe(text);
			}),
			{numRuns: 3000},
		);
	});
});
