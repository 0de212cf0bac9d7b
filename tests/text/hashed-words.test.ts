import fc from 'fast-check';
import {expect, test} from 'vitest';
import {hashOf} from '../../source/text/hash.ts';
import {hashedWords} from '../../source/text/hashed-words.ts';
import {fold, words} from '../../source/text/words.ts';

const piece = fc.oneof(
	fc.string({unit: 'binary', maxLength: 4}),
	fc.constantFrom(
		...[
			'a',
			'B7',
			'É',
			'e\u0301',
			'ß',
			'İ',
			'ﬁ',
			'Σ',
			'ς',
			'’',
			"'",
			'´',
			' ',
			'-',
			'\n',
			'…',
			'_',
			'Ж',
			'й',
			'ё',
			'한글',
		],
		...[
			'中',
			'文字',
			'คำ',
			'\u1112\u1161',
			'\u1100',
			'\u1161',
			'\u200d',
			'\u200c',
			'か\u3099',
			'ー',
			'😀',
			'𝐀',
			'𠀀',
			'٣',
			'ש\u05b8',
		],
	),
);
const anything = fc.array(piece, {maxLength: 12}).map(parts => parts.join(''));

test('are the words of a text, folded', () => {
	fc.assert(
		fc.property(anything, text => {
			const {hashes, starts, ends} = hashedWords(text);
			const expected = [...words(text)];
			expect([...starts]).toEqual(expected.map(word => word.start));
			expect([...ends]).toEqual(expected.map(word => word.end));
			expect([...hashes]).toEqual(expected.map(word => hashOf(fold(word.text))));
		}),
		{numRuns: 2000},
	);
}, 60_000);

test('of every single character, alone and within a word, they are the same', () => {
	for (let unit = 1; unit < 0x10000; unit += 1) {
		const character = String.fromCharCode(unit);
		for (const text of [character, `a${character}b`, `a${character}`]) {
			const expected = [...words(text)];
			const {hashes, ends} = hashedWords(text);
			const same =
				expected.length === hashes.length &&
				expected.every((word, at) => hashes[at] === hashOf(fold(word.text)) && ends[at] === word.end);
			if (!same) expect.fail(`U+${unit.toString(16)}`);
		}
	}
}, 60_000);

test('of a long text are as many as there are', () => {
	const text = 'Seeds in jars. '.repeat(20_000);
	expect(hashedWords(text).hashes).toHaveLength(60_000);
});
