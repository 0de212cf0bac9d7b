import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {safeText} from '../../source/text/safe-text.ts';
import {fold, foldWithMap, unfold, words} from '../../source/text/words.ts';

const anything = fc
	.array(
		fc.oneof(
			fc.string({unit: 'binary', maxLength: 4}),
			fc.constantFrom(
				'a',
				'É',
				'e\u0301',
				'ß',
				'İ',
				'ﬁ',
				'Σ',
				'’',
				'中',
				'คำ',
				'\u1112\u1161',
				'\u1100',
				'\u1161',
				'\u200d',
				"'",
				' ',
				'か\u3099',
			),
		),
	)
	.map(parts => parts.join(''));

describe('words', () => {
	test.each([
		["Don't stop, it’s 3.14!", ["Don't", 'stop', 'it’s', '3', '14']],
		["'quoted' rock'n'roll'", ['quoted', "rock'n'roll"]],
		['foo_bar-baz', ['foo', 'bar', 'baz']],
		['Größe e\u0301te\u0301', ['Größe', 'e\u0301te\u0301']],
		['中文字符', ['中文', '文字', '字符']],
		['我 you', ['我', 'you']],
		['iPhone手机15个', ['iPhone', '手机', '15', '个']],
		['สวัสดี', ['สวั', 'วัส', 'สดี']],
		['カナー', ['カナ', 'ナー']],
		['한글 단어', ['한글', '단어']],
		['می‌خواهم', ['می‌خواهم']],
		['… — !', []],
		['', []],
	])('%j', (text, expected) => {
		expect([...words(text)].map(word => word.text)).toEqual(expected);
	});

	test('stand where they say, in order', () => {
		fc.assert(
			fc.property(anything, text => {
				let last = -1;
				for (const word of words(text)) {
					expect(text.slice(word.start, word.end)).toBe(word.text);
					expect(word.text).toMatch(/^[\p{L}\p{N}]/u);
					expect(word.start).toBeGreaterThan(last);
					last = word.start;
				}
			}),
		);
	}, 60_000);

	test('no letter is left out', () => {
		fc.assert(
			fc.property(anything, text => {
				const covered = new Set(
					[...words(text)].flatMap(({start, end}) => Array.from({length: end - start}, (_, index) => start + index)),
				);
				for (const {index} of text.matchAll(/[\p{L}\p{N}]/gu)) expect(covered.has(index)).toBe(true);
			}),
		);
	}, 60_000);
});

describe('fold', () => {
	test.each([
		['PLAIN Text', 'plain text'],
		['Größe STRASSE straße', 'grosse strasse strasse'],
		['İstanbul ISPARTA ısı', 'istanbul isparta isi'],
		['ﬁne ＡＢ', 'fine ab'],
		['Ångström naïve E\u0301', 'angstrom naive e'],
		['Æsop Øre Łódź', 'aesop ore lodz'],
		['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
		['“x” «y» — ‘z’', '"x" "y" - \'z\''],
		['が か\u3099 か', 'が が か'],
		['한 \u1112\u1161\u11ab', '한 한'],
		['कि מָ مَر', 'कि מ مر'],
		['می\u200cخواهم', 'میخواهم'],
	])('%j', (text, folded) => {
		expect(fold(text)).toBe(folded);
	});

	test('once is enough', () => {
		fc.assert(
			fc.property(anything, source => {
				const {text} = safeText(source);
				expect(fold(fold(text))).toBe(fold(text));
			}),
			{numRuns: 1000},
		);
	}, 60_000);

	test('the map leads every folded unit to its source', () => {
		const folded = foldWithMap('aßﬁe\u0301z');
		expect(folded.text).toBe('assfiez');
		expect([...folded.starts]).toEqual([0, 1, 1, 2, 2, 3, 5, 6]);
		expect(unfold(folded, 1, 2)).toEqual({start: 1, end: 2});
		expect(unfold(folded, 3, 4)).toEqual({start: 2, end: 3});
		expect(unfold(folded, 5, 6)).toEqual({start: 3, end: 5});
		expect(unfold(folded, 0, 7)).toEqual({start: 0, end: 6});
		expect([...foldWithMap('Ab').starts]).toEqual([0, 1, 2]);
	});

	test('what a place unfolds to holds it when folded', () => {
		fc.assert(
			fc.property(anything, fc.nat(), fc.nat(), (text, from, length) => {
				const folded = foldWithMap(text);
				expect(folded.text).toBe(fold(text));
				expect(folded.starts).toHaveLength(folded.text.length + 1);
				expect([...folded.starts]).toEqual([...folded.starts].sort((a, b) => a - b));
				if (folded.text === '') return;
				const start = from % folded.text.length;
				const end = start + 1 + (length % (folded.text.length - start));
				const place = unfold(folded, start, end);
				expect(place.start).toBeLessThan(place.end);
				expect(fold(text.slice(place.start, place.end))).toContain(folded.text.slice(start, end));
			}),
			{numRuns: 1000},
		);
	}, 60_000);
});
