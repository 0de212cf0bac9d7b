import fc from 'fast-check';
import {expect, test} from 'vitest';
import {hashOf} from '../../source/search/strings.ts';
import {Cuts, WordScanner} from '../../source/search/word-scanner.ts';
import {words} from '../../source/text/words.ts';
import {anyText} from './small-dump.ts';

function scanned(text: string) {
	const scanner = new WordScanner();
	const found: {isWord: boolean; text: string; start: number; end: number}[] = [];
	scanner.open(text);
	while (scanner.next()) {
		const {isWord, start, end, hash} = scanner;
		expect(hash).toBe(hashOf(text.slice(start, end)));
		found.push({isWord, text: text.slice(start, end), start, end});
	}
	return found;
}

const pieces = fc
	.array(
		fc.constantFrom(
			...[
				"don't",
				'’',
				"'",
				'Cafe\u0301',
				'日本',
				'語',
				'ー',
				'กำ',
				'ไทย',
				'한국',
				'𝐀',
				'𠀀',
				'🙂',
				'👨‍👩‍👧',
				'\u200d',
				'\u0301',
				'\ud800',
				'\udc00',
			],
			...['a', 'B2', ' ', '\n', '\u00a0', '->', '!', '…', 'семена', 'كِتاب', 'नमस्ते', '½', '™', '_'],
		),
	)
	.map(parts => parts.join(''));

test('words are those of `words`, whatever the text', () => {
	fc.assert(
		fc.property(fc.oneof(pieces, anyText, fc.string({unit: 'grapheme'})), text => {
			const found = scanned(text).flatMap(({isWord, ...word}) => (isWord ? [word] : []));
			expect(found).toEqual([...words(text)]);
		}),
		{numRuns: 2000},
	);
});

test.each([
	['a -> b', ['->']],
	['well-known, "so" (yes)', ['-', ',', '"', '"', '(', ')']],
	['🙂👍 fine🎉', ['🙂👍', '🎉']],
	["rock 'n' roll's", ["'", "'"]],
	['種、を。', ['、', '。']],
	['nothing here', []],
])('signs of %j are %j', (text, expected) => {
	expect(scanned(text).flatMap(({isWord, text: signs}) => (isWord ? [] : [signs]))).toEqual(expected);
});

test('nothing but blanks and words is left out, and nothing twice', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[a-c'’ .🙂-]*$/u), text => {
			const found = scanned(text);
			expect(found.map(part => part.text).join('')).toBe(text.replace(/\s/gu, ''));
		}),
	);
});

test('gathering finds the same, whatever the room', () => {
	fc.assert(
		fc.property(fc.oneof(pieces, anyText), fc.integer({min: 1, max: 5}), fc.boolean(), (text, room, withSigns) => {
			const scanner = new WordScanner();
			const words = new Cuts(room);
			const signs = new Cuts(room);
			const found: ReturnType<typeof scanned> = [];
			const take = ({starts, ends, hashes, count}: Cuts, isWord: boolean) => {
				for (let at = 0; at < count; at++) {
					const [start = 0, end = 0] = [starts[at], ends[at]];
					expect(hashes[at]).toBe(hashOf(text.slice(start, end)));
					found.push({isWord, text: text.slice(start, end), start, end});
				}
			};
			scanner.open(text);
			for (let ended = false; !ended; ) {
				ended = scanner.gather(words, withSigns ? signs : null);
				take(words, true);
				if (withSigns) take(signs, false);
			}
			const expected = scanned(text).filter(({isWord}) => isWord || withSigns);
			expect(found.toSorted((a, b) => a.start - b.start)).toEqual(expected);
		}),
		{numRuns: 2000},
	);
}, 60_000);
