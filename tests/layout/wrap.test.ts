import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {cutLines, type Line, type Run, wrap} from '../../source/layout/wrap.ts';
import {clusters} from '../../source/text/cells.ts';

function run(text: string): Run {
	return {text, look: {tone: 'text'}, leaf: {}};
}

function wordsOf(line: Line): string {
	return line.map(piece => piece.shown).join('');
}

/** Lines as text, after every width was compared with what a terminal shows. */
function texts(lines: readonly Line[], width: number): readonly string[] {
	return lines.map(line => {
		const text = wordsOf(line);
		const told = line.reduce((sum, piece) => sum + piece.width, 0);
		expect(stringWidth(text), text).toBe(told);
		expect(told, text).toBeLessThanOrEqual(width);
		return text;
	});
}

function wrapped(text: string, width: number): readonly string[] {
	return texts(wrap([run(text)], width), width);
}

describe('wrap', () => {
	test.each<[name: string, text: string, width: number, lines: readonly string[]]>([
		['nothing', '', 5, ['']],
		['a line that fits', 'one two', 7, ['one two']],
		['between words', 'one two three', 8, ['one two', 'three']],
		['blanks at the end of a line go', 'one   two', 4, ['one', 'two']],
		['blanks between words on a line stay', 'one   two', 9, ['one   two']],
		['blanks at the beginning stay', '  one', 6, ['  one']],
		['blanks that leave a word no room give way to it', '    word', 6, ['word']],
		['blanks alone', '    ', 2, ['']],
		['line ends', 'a\n\nb\n', 5, ['a', '', 'b', '']],
		['a word as long as the line', 'a abcde b', 5, ['a', 'abcde', 'b']],
		['a longer word begins where there is room', 'a abcdefgh', 4, ['a ab', 'cdef', 'gh']],
		['a longer word after a full line', 'abcd efghij', 4, ['abcd', 'efgh', 'ij']],
		['a tab is four cells', 'a\tb', 6, ['a    b']],
		['a tab that does not fit', 'a\tb', 5, ['a', 'b']],
		['characters of Han script part anywhere', '道具を乾かす', 5, ['道具', 'を乾', 'かす']],
		['words beside them stay whole', 'camellia油oil', 9, ['camellia', '油oil']],
		['a cell left over where a wide one does not fit', '字字字', 3, ['字', '字', '字']],
		['wide ones are left out where none fits', 'a字b', 1, ['a', 'b']],
		['only wide ones where none fits', '字字', 1, ['']],
		['marks stay on their letters', 'e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
		['a short code is one emoji', 'a :seedling: b', 4, ['a 🌱', 'b']],
		['a family is shown as the terminal counts it', '👩‍👧👩‍👧', 2, ['👩', '👩']],
	])('%s', (_, text, width, lines) => {
		expect(wrapped(text, width)).toEqual(lines);
	});

	test('a word of 400 characters is cut and nothing of it lost', () => {
		const word = 'abcdefghij'.repeat(40);
		for (let width = 1; width <= 30; width++) {
			const lines = wrapped(`x ${word} y`, width);
			expect(lines.join('').replaceAll(' ', '')).toBe(`x${word}y`);
			// Every line but the first and the last two is full.
			for (const line of lines.slice(1, -2)) expect(line).toHaveLength(width);
		}
	});

	test('a word may change its look and is still kept whole', () => {
		const runs = [run('see the '), run('bo'), run('ld'), run('er part')];
		expect(texts(wrap(runs, 9), 9)).toEqual(['see the', 'bolder', 'part']);
	});

	test('neighbours of one run are one piece, others are not', () => {
		const [first, second] = [run('two words '), run('more')];
		expect(wrap([first, second], 30)).toEqual([
			[
				{run: first, shown: 'two words ', width: 10, from: 0, to: 10, exact: true},
				{run: second, shown: 'more', width: 4, from: 0, to: 4, exact: true},
			],
		]);
	});

	test('what stands for other characters says which', () => {
		const only = run('a :seedling: \t👍🏽');
		expect(wrap([only], 20)[0]?.map(({shown, from, to, exact}) => [shown, only.text.slice(from, to), exact])).toEqual([
			['a ', 'a ', true],
			['🌱', ':seedling:', false],
			[' ', ' ', true],
			['    ', '\t', false],
			['👍', '👍🏽', false],
		]);
	});
});

describe('cutLines', () => {
	test.each<[name: string, text: string, width: number, lines: readonly string[]]>([
		['nothing', '', 5, ['']],
		['blanks stay as they are', '  if (dry)\n\n    store()', 20, ['  if (dry)', '', '    store()']],
		['longer lines are cut anywhere', 'abcdef\n  gh', 4, ['abcd', 'ef', '  gh']],
		['a tab is four cells', '\tx', 5, ['    x']],
		['wide ones that do not fit go on', 'a字字', 3, ['a字', '字']],
		['wide ones are left out where none fits', '字a字', 1, ['a']],
	])('%s', (_, text, width, lines) => {
		expect(texts(cutLines([run(text)], width), width)).toEqual(lines);
	});
});

const part = fc.constantFrom(
	...[
		'a',
		'word',
		'don’t',
		'é',
		'e\u0301',
		'字',
		'道具',
		'ｆｕｌｌ',
		'한글',
		'👍🏽',
		'👩‍👧',
		'🇩🇪',
		'1️⃣',
		'क्षि',
		'ไทย',
		'שלום',
	],
	...['-', '…', 'x'.repeat(40), ' ', '  ', '\n', '\t', '\u00a0'],
);
const anyText = fc.array(part, {maxLength: 40}).map(parts => parts.join(''));
const anyWidth = fc.integer({min: 1, max: 30});

describe.each([
	['wrap', wrap],
	['cutLines', cutLines],
])('%s, whatever the text', (_, cut) => {
	test('no line is too wide, and every character that fits survives in its order', () => {
		fc.assert(
			fc.property(fc.array(anyText, {maxLength: 4}), anyWidth, (parts, width) => {
				const lines = texts(cut(parts.map(run), width), width);
				const fitting = parts.map(text => [...clusters(text)].filter(one => one.width <= width));
				const kept = fitting.flat().map(one => one.shown);
				expect(lines.join('').replace(/\s/gu, '')).toBe(kept.join('').replace(/\s/gu, ''));
			}),
		);
	});

	test('pieces tell what they show of the source, in its order', () => {
		fc.assert(
			fc.property(anyText, anyWidth, (text, width) => {
				let at = 0;
				for (const piece of cut([run(text)], width).flat()) {
					expect(piece.from).toBeGreaterThanOrEqual(at);
					// What was passed over is white space, or as wide as no line.
					const passed = [...clusters(text.slice(at, piece.from))].filter(one => one.width <= width);
					expect(
						passed
							.map(one => one.shown)
							.join('')
							.trim(),
					).toBe('');
					const source = text.slice(piece.from, piece.to).replaceAll('\u00a0', ' ');
					if (piece.exact) expect(piece.shown).toBe(source);
					else expect(piece.shown).toBe([...clusters(source)].map(one => one.shown).join(''));
					at = piece.to;
				}
			}),
		);
	});
});
