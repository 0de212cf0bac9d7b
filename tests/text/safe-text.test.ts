import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {isSafeThroughout, safeLine, safeText} from '../../source/text/safe-text.ts';

/** Text made of everything a hostile dump would try, in any order. */
const hostile: fc.Arbitrary<string> = fc
	.array(
		fc.oneof(
			fc.string({unit: 'binary', maxLength: 4}),
			fc.integer({min: 0, max: 0xffff}).map(unit => String.fromCharCode(unit)),
			fc.constantFrom(
				...[
					'\x1b',
					'\x1b[',
					'\x1b]',
					'\x1bP',
					'\x1b\\',
					'\x07',
					'\x9b',
					'\x9d',
					'\x9c',
					'31',
					';',
					'm',
					'c',
					'\r',
					'\r\n',
				],
				...['\u200d', '\u200c', '\ufe0f', '\ufe0e', '\u{e0100}', '\u202e', '\u2066', '\ufeff', '\u3164', '\u{e0041}'],
				...[
					'👩',
					'❤',
					'🏽',
					'🇩',
					'م',
					'क',
					'्',
					'র',
					'a',
					'\u0301',
					'\u0301\u0301\u0301\u0301\u0301',
					'\ud83d',
					'\ude00',
					'\u2800',
				],
			),
		),
		{maxLength: 40},
	)
	.map(parts => parts.join(''));

const forbidden: readonly (readonly [string, RegExp])[] = [
	['control', /[^\P{Cc}\t\n]/u],
	['surrogate', /\p{Cs}/u],
	['noncharacter', /\p{Noncharacter_Code_Point}/u],
	['separator', /[\u2028\u2029\u2800]/],
	['invisible', /(?![\u200c\u200d]|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/u],
	['stray selector', /(?:^|[^\p{L}\p{N}\p{P}\p{S}])\p{Variation_Selector}/u],
	['joiner between Latin letters', /[a-z][\u200c\u200d]/i],
	['two joiners', /[\u200c\u200d]{2}/],
	['emoji joined to nothing', /\p{Extended_Pictographic}\u200d(?!\p{Extended_Pictographic})/u],
	['too many marks', /[\p{M}\u200c\u200d]{9}/u],
];

describe('safeText', () => {
	test.each([
		['plain text\n\tstays', 'plain text\n\tstays', 0],
		['Größe “x” … 中文', 'Größe “x” … 中文', 0],
		['a\r\nb\rc', 'a\nb\nc', 0],
		['a\x1b[1;31mb\x1b[0m', 'ab', 2],
		['a\x1b]0;title\x07b', 'ab', 1],
		['a\x1b]8;;http://x\x1b\\b\x1b]8;;\x1b\\', 'ab', 2],
		['a\x1bPq#0\x1b\\b\x1b_x\x9cc\x1b^x\x07d\x1bXx\x07', 'abcd', 4],
		['a\x1b]52;c;AAAA rest', 'a52;c;AAAA rest', 1],
		['a\x1b]52;c;AA\nrest\x07', 'a52;c;AA\nrest␇', 2],
		['a\x1b[1;2', 'a1;2', 1],
		['a\x1bcb\x1b(Bd\x1b7', 'abd', 3],
		['a\x9b31mb\x9d0;t\x9cc', 'abc', 2],
		['“mis\x93read\x94”', '“mis\ufffdread\ufffd”', 2],
		['\x00\x08\x1b', '␀␈␛', 3],
		['a\x7fb', 'a␡b', 1],
		['a\u202eb\u202c\u2066c\u2069\u200e\u200f\u061c', 'abc', 7],
		['a\u200bb\ufeffc\xadd\u2060e', 'abcde', 4],
		['flag 🏴\u{e0067}\u{e0062}\u{e007f}', 'flag 🏴', 3],
		['\u3164\u115f\u1160\uffa0x', 'x', 4],
		['a\ufff9b\ufffac\ufffb', 'abc', 3],
		['a\u2028b\u2029c', 'a\nb\nc', 2],
		['⠁\u2800⠂', '⠁ ⠂', 1],
		['a\ud83d\u200b\ude00b', 'a\ufffd\ufffdb', 3],
		['a\ud83d\x1b[m\ude00b', 'a\ufffd\ufffdb', 3],
		['❤️ and ©️ and 1️⃣', '❤️ and ©️ and 1️⃣', 0],
		[' \ufe0fa\ufe0f\ufe0f', ' a\ufe0f', 2],
		['👩‍❤️‍💋‍👨 🏳️‍🌈 🧑🏽‍🚀', '👩‍❤️‍💋‍👨 🏳️‍🌈 🧑🏽‍🚀', 0],
		['👩\u200d x\u200dy', '👩 xy', 2],
		['می\u200cخواهم क्\u200dष র\u200d্য അവന്\u200d', 'می\u200cخواهم क्\u200dष র\u200d্য അവന്\u200d', 0],
		[`e${'\u0301'.repeat(30)}x`, `e${'\u0301'.repeat(8)}x`, 22],
	])('%j', (source, text, removed) => {
		expect(safeText(source)).toEqual({text, removed});
	});

	test('leaves nothing forbidden, and nothing to do a second time', () => {
		fc.assert(
			fc.property(hostile, source => {
				const {text, removed} = safeText(source);
				expect(forbidden.filter(([, shape]) => shape.test(text)).map(([name]) => name)).toEqual([]);
				expect(safeText(text)).toEqual({text, removed: 0});
				if (text !== source.replace(/\r\n?/g, '\n')) expect(removed).toBeGreaterThan(0);
			}),
			{numRuns: 3000},
		);
	});

	test('keeps every visible character of text without tricks', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[\n\t -~à-ÿА-я中-文가-힣“”…]*$/), source => {
				expect(safeText(source)).toEqual({text: source, removed: 0});
			}),
		);
	});

	test.each([
		'\x1b]',
		'\x1b[1',
		'\x9d',
		'\x1bP\x1b',
		'\u0301',
		'\u200d',
		'\ufe0f',
		'👩\u200d',
		'\ud83d',
		'م\u200c\u200d',
		`\x1b[${'1'.repeat(300)}`,
	])('a megabyte of %j ends', unit => {
		const {removed} = safeText(unit.repeat(Math.ceil(1_000_000 / unit.length)));
		expect(removed).toBeGreaterThan(0);
	});
});

describe('isSafeThroughout', () => {
	const ascii = fc.string({unit: 'binary-ascii'});

	test.each(['', 'plain\twords\n', 'Grüße – «tea» ☕ お茶', '\u00a0'])('%j', text => {
		expect(isSafeThroughout(text, false)).toBe(true);
	});

	test('says yes only where safeText changes no cut of it', () => {
		fc.assert(
			fc.property(
				fc.oneof(hostile, ascii, fc.string({unit: 'grapheme'})),
				fc.nat(),
				fc.nat(),
				(source, from, length) => {
					const cut = source.slice(from % (source.length + 1)).slice(0, length);
					if (isSafeThroughout(source, false)) expect(safeText(cut)).toEqual({text: cut, removed: 0});
				},
			),
			{numRuns: 500},
		);
	});

	test('says the same of ASCII when it knows that it is', () => {
		for (let unit = 0; unit < 0x80; unit++) {
			const text = `words ${String.fromCharCode(unit)} words`;
			expect([unit, isSafeThroughout(text, true)]).toEqual([unit, isSafeThroughout(text, false)]);
			expect([unit, isSafeThroughout(text, true)]).toEqual([unit, safeText(text).removed === 0 && unit !== 13]);
		}
	});
});

describe('safeLine', () => {
	test.each([
		['as it is', 'as it is'],
		['  two\n\n lines\tand\u2028more ', 'two lines and more'],
		['\x1b[31mred\x1b[0m', 'red'],
		['\u200b', ''],
		['', ''],
	])('%j', (source, line) => {
		expect(safeLine(source)).toBe(line);
	});

	test('is one trimmed line, and nothing to do a second time', () => {
		fc.assert(
			fc.property(hostile, source => {
				const line = safeLine(source);
				expect(line).not.toMatch(/[\n\t]|\s\s|^\s|\s$/);
				expect(safeLine(line)).toBe(line);
			}),
		);
	});
});
