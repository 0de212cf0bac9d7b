import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {cellWidth, clusters, fit as fitted, forTerminal, isEven, padEnd, truncate} from '../../source/text/cells.ts';
import {safeText} from '../../source/text/safe-text.ts';

const safe = fc
	.array(
		fc.oneof(
			fc.string({unit: 'grapheme', maxLength: 5}),
			fc.string({unit: 'binary', maxLength: 5}),
			fc.constantFrom(
				'a',
				' ',
				'中',
				'é',
				'e\u0301',
				'👩‍👧',
				'❤️',
				'1️⃣',
				'👍🏽',
				'🇩',
				'🇪',
				'한',
				'\u1112\u1161',
				'क्षि',
				'กำ',
				'ｶﾞ',
				'か\u3099',
			),
		),
		{maxLength: 20},
	)
	.map(parts => safeText(parts.join('')).text.replaceAll(/[\n\t]/g, ' '));

describe('cells', () => {
	test.each([
		['plain', 5, 'plain'],
		['“x” é', 5, '“x” é'],
		['中文', 4, '中文'],
		['ａ', 2, 'ａ'],
		['한글', 4, '한글'],
		['e\u0301', 1, 'e\u0301'],
		['a\tb', 6, 'a    b'],
		['❤️', 1, '❤'],
		['1️⃣', 1, '1'],
		['👍🏽', 2, '👍'],
		['🏽', 0, ''],
		['👩‍❤️‍💋‍👨', 2, '👩'],
		['🏳️‍🌈!', 2, '🏳!'],
		['🇩🇪', 2, '🇩🇪'],
		['क्‍ष', 1, 'क्‍ष'],
		['a\xadb\u0600', 2, 'ab'],
		['', 0, ''],
	])('%j is %i wide, shown as %j', (text, width, shown) => {
		expect(cellWidth(text)).toBe(width);
		expect(forTerminal(text)).toBe(shown);
	});

	test.each([
		['plain', true],
		['“don’t” │ ♥ Größe', true],
		['', true],
		['中', false],
		['e\u0301', false],
		['a\tb', false],
		['🌱', false],
		['a\xadb', false],
	])('%j is even: %s', (text, even) => {
		expect(isEven(text)).toBe(even);
	});

	test('of an even text each unit is a grapheme of one cell, shown as it is', () => {
		const text = fc.oneof(safe, fc.string({unit: fc.constantFrom(...'aé—│♥’ß中\u0301ж')}));
		fc.assert(
			fc.property(text, text => {
				const each = [...clusters(text)].every(
					({text, shown, width}) => text.length === 1 && shown === text && width === 1,
				);
				if (isEven(text)) expect(each).toBe(true);
			}),
		);
	});

	test('each grapheme says where it stands', () => {
		expect([...clusters('a❤️e\u0301中')]).toEqual([
			{text: 'a', start: 0, end: 1, shown: 'a', width: 1},
			{text: '❤️', start: 1, end: 3, shown: '❤', width: 1},
			{text: 'e\u0301', start: 3, end: 5, shown: 'e\u0301', width: 1},
			{text: '中', start: 5, end: 6, shown: '中', width: 2},
		]);
	});

	test('graphemes are those of Unicode, whichever way they were found', () => {
		const segmenter = new Intl.Segmenter();
		fc.assert(
			fc.property(safe, text => {
				expect([...clusters(text)].map(cluster => cluster.text)).toEqual(
					[...segmenter.segment(text)].map(({segment}) => segment),
				);
			}),
			{numRuns: 2000},
		);
	});

	test('what is shown is as wide as it is said to be, and stays as it is', () => {
		fc.assert(
			fc.property(safe, text => {
				const shown = forTerminal(text);
				expect(stringWidth(shown)).toBe(cellWidth(text));
				expect(forTerminal(shown)).toBe(shown);
				expect(shown).not.toMatch(/[\p{Variation_Selector}\p{Emoji_Modifier}]|\p{Extended_Pictographic}\u200d/u);
			}),
			{numRuns: 2000},
		);
	});
});

describe('fitting', () => {
	test.each([
		['hello', 5, 'hello'],
		['hello', 4, 'hel…'],
		['hello', 1, '…'],
		['hello', 0, ''],
		['hello', -1, ''],
		['中文字', 6, '中文字'],
		['中文字', 5, '中文…'],
		['中文字', 4, '中…'],
		['中文', 1, '…'],
		['👍🏽👍🏽', 3, '👍…'],
	])('%j in %i', (text, width, cut) => {
		expect(truncate(text, width)).toBe(cut);
	});

	test('other ellipses, and one that does not fit', () => {
		expect(truncate('hello world', 8, '...')).toBe('hello...');
		expect(truncate('hello world', 2, '...')).toBe('..');
		expect(truncate('hello', 3, '')).toBe('hel');
	});

	test('padding', () => {
		expect(padEnd('中', 4)).toBe('中  ');
		expect(padEnd('abc', 2)).toBe('abc');
		expect(fitted('中文字', 4)).toBe('中… ');
		expect(fitted('ab', 4)).toBe('ab  ');
	});

	test('never wider than asked, and exactly as wide when fitted', () => {
		fc.assert(
			fc.property(safe, fc.integer({min: 0, max: 30}), (text, width) => {
				const cut = truncate(text, width);
				expect(stringWidth(cut)).toBeLessThanOrEqual(width);
				expect(stringWidth(fitted(text, width))).toBe(width);
				if (cellWidth(text) <= width) expect(cut).toBe(forTerminal(text));
				else expect(cut.endsWith('…') || width === 0).toBe(true);
			}),
			{numRuns: 1000},
		);
	});
});
