import fc from 'fast-check';
import {expect, test} from 'vitest';
import {hashOf, Strings} from '../../source/search/strings.ts';

const word = fc.string({unit: fc.constantFrom('a', 'b', 'é', '日', '\u{1f642}'), maxLength: 4});

test('every string is kept once, under the number it came with', () => {
	fc.assert(
		fc.property(fc.array(word, {maxLength: 2000, size: 'max'}), some => {
			const strings = new Strings();
			const numbers = new Map<string, number>();
			for (const text of some) {
				const known = numbers.get(text) ?? numbers.size;
				numbers.set(text, known);
				const within = `<${text}>`;
				expect(strings.add(within, 1, within.length - 1, hashOf(text))).toBe(known);
			}
			expect(strings.size).toBe(numbers.size);
			for (const [text, number] of numbers) {
				expect(strings.find(text)).toBe(number);
				expect(strings.get(number)).toBe(text);
			}
			expect(strings.find('c')).toBe(-1);
			expect(strings.scan()).toBe(['', ...numbers.keys(), ''].join('\n').replace(/^\n$/u, '\n'));
		}),
		{numRuns: 30},
	);
});

test('a place of the scan tells its string, searched from any one before', () => {
	const strings = new Strings();
	const some = Array.from({length: 500}, (_, at) => 'x'.repeat(1 + (at % 7)) + at);
	for (const text of some) strings.add(text, 0, text.length, hashOf(text));
	some.forEach((text, number) => {
		for (const from of [0, Math.floor(number / 2), number]) {
			expect(strings.at(strings.startOf(number), from)).toBe(number);
			expect(strings.at(strings.endOf(number) - 1, from)).toBe(number);
		}
		expect(strings.scan().slice(strings.startOf(number), strings.endOf(number))).toBe(text);
	});
});
