import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {editLine, emptyLine, insertText, type Line, lineOf, lineText} from '../../source/view/line-editor.ts';

/** A line written with its cursor as `|`. */
function at(text: string, killed = ''): Line {
	const [before = '', after = ''] = text.split('|');
	return {before, after, killed};
}

describe('editLine', () => {
	test.each([
		['left', 'ab|c', 'a|bc'],
		['left', 'a👩‍👧|c', 'a|👩‍👧c'],
		['left', '|a', '|a'],
		['right', 'a|e\u0301c', 'ae\u0301|c'],
		['right', 'a|', 'a|'],
		['ctrl+b', 'ab|', 'a|b'],
		['ctrl+f', '|ab', 'a|b'],
		['home', 'ab|c', '|abc'],
		['ctrl+a', 'ab|c', '|abc'],
		['end', 'a|bc', 'abc|'],
		['ctrl+e', 'a|bc', 'abc|'],
		['alt+b', 'one two, |', 'one |two, '],
		['alt+b', '  |', '|  '],
		['ctrl+left', 'don’t|', '|don’t'],
		['alt+left', 'a-b|', 'a-|b'],
		['alt+f', 'one| two three', 'one two| three'],
		['ctrl+right', '|  one', '  one|'],
		['alt+right', 'one|  ', 'one  |'],
		['backspace', 'a👍🏽|b', 'a|b'],
		['backspace', 'e\u0301|', '|'],
		['backspace', '|b', '|b'],
		['ctrl+h', 'ab|', 'a|'],
		['delete', 'a|👩‍👧b', 'a|b'],
		['ctrl+d', 'a|bc', 'a|c'],
		['delete', 'a|', 'a|'],
		['ctrl+t', 'ab|c', 'acb|'],
		['ctrl+t', 'abc|', 'acb|'],
		['ctrl+t', '|ab', '|ab'],
		['ctrl+t', 'a|', 'a|'],
		['ctrl+t', 'a|👍🏽b', '👍🏽a|b'],
		['👍🏽', 'a|b', 'a👍🏽|b'],
	])('%s: %s → %s', (chord, from, to) => {
		expect(editLine(at(from), chord)).toEqual(at(to));
	});

	test.each([
		['ctrl+u', 'one two| x', '| x', 'one two'],
		['ctrl+k', 'one| two', 'one|', ' two'],
		['ctrl+w', 'one two-x  |y', 'one |y', 'two-x  '],
		['ctrl+w', 'one|', '|', 'one'],
		['ctrl+w', '  |', '|', '  '],
		['alt+backspace', 'one two-x|', 'one two-|', 'x'],
		['alt+d', 'one| two-x', 'one|-x', ' two'],
	])('%s: %s → %s keeps %j', (chord, from, to, killed) => {
		const line = editLine(at(from, 'old'), chord);
		expect(line).toEqual(at(to, killed));
	});

	test('what was cut comes back, as often as asked', () => {
		expect(editLine(at('a|b', 'xy'), 'ctrl+y')).toEqual(at('axy|b', 'xy'));
		expect(editLine(at('a|b'), 'ctrl+y')).toEqual(at('a|b'));
	});

	test.each(['ctrl+u', 'ctrl+w', 'alt+backspace', 'backspace', 'left', 'home'])(
		'%s at the start changes nothing',
		chord => {
			const line = at('|abc', 'kept');
			expect(editLine(line, chord)).toBe(line);
		},
	);

	test.each(['a', 'A', 'é', '中', '+', 'space', 'backspace'])('%s is left to the component', chord => {
		expect(editLine(at('ab|c'), chord)).toBe('plain');
	});

	test.each(['enter', 'esc', 'up', 'down', 'tab', 'ctrl+c', 'ctrl+p', 'alt+x', 'f1', 'pageup', '', '\r', '\x1b'])(
		'%j edits nothing',
		chord => {
			expect(editLine(at('ab|c'), chord)).toBeNull();
		},
	);
});

describe('insertText', () => {
	test.each([
		['a|b', 'x y', 'ax y|b'],
		['|', ' x ', ' x |'],
		['a|b', 'x\r\n\ty\n', 'ax y |b'],
		['a|b', '\x1b[31mx\x00\u202e\ud83d', 'ax␀\ufffd|b'],
	])('%s with %j → %s', (from, text, to) => {
		expect(insertText(at(from), text)).toEqual(at(to));
	});

	test('a line of text has its cursor at the end', () => {
		expect(lineOf('one\ntwo')).toEqual(at('one two|'));
		expect(emptyLine).toEqual(at('|'));
	});
});

const chords = [
	'left',
	'right',
	'home',
	'end',
	'alt+b',
	'alt+f',
	'backspace',
	'delete',
	'ctrl+u',
	'ctrl+k',
	'ctrl+w',
	'ctrl+y',
	'ctrl+t',
	'alt+d',
	'alt+backspace',
	'é',
	'👍🏽',
];
const moves = ['left', 'right', 'home', 'end', 'alt+b', 'alt+f'];
const typed = fc.string({unit: 'binary', maxLength: 12});

/** What the component and the editor make of a chord together. */
function press(line: Line, chord: string): Line {
	const result = editLine(line, chord);
	if (result === null) return line;
	if (result !== 'plain') return result;
	if (chord === 'backspace') return {...line, before: line.before.slice(0, -1)};
	return {...line, before: line.before + (chord === 'space' ? ' ' : chord)};
}

test('no sequence of chords leaves half a character', () => {
	fc.assert(
		fc.property(
			typed,
			typed,
			fc.array(fc.oneof(fc.constantFrom(...chords), typed), {maxLength: 30}),
			(before, after, keys) => {
				let line: Line = {...insertText(emptyLine, after), killed: ''};
				line = insertText({...line, before: '', after: line.before}, before);
				for (const key of keys) {
					line = press(line, key);
					expect([line.before, line.after, line.killed].every(text => !/\p{Cs}|\p{Cc}/u.test(text))).toBe(true);
				}
			},
		),
	);
});

test('a move leaves the text as it is', () => {
	fc.assert(
		fc.property(typed, fc.array(fc.constantFrom(...moves)), (text, keys) => {
			const start = lineOf(text);
			const end = keys.reduce(press, start);
			expect(lineText(end)).toBe(lineText(start));
		}),
	);
});
