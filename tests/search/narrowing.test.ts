import fc from 'fast-check';
import {expect, test} from 'vitest';
import {Narrowing} from '../../source/search/narrowing.ts';
import {near} from '../../source/search/nearness.ts';

test('no near word is lost', () => {
	const word = fc.string({unit: fc.constantFrom(...'abcde'), minLength: 3, maxLength: 14});
	fc.assert(
		fc.property(word, fc.array(word, {minLength: 1, maxLength: 30}), (asked, words) => {
			// Words of the same letters in another order are near far more often than chance has it.
			const kin = words.flatMap(other => [other, asked.slice(0, 3) + other, asked.slice(0, -1) + other.charAt(0)]);
			const narrowing = new Narrowing(number => kin[number]?.length ?? 0);
			for (const other of kin) narrowing.add(other);
			const narrowed = new Set(narrowing.narrow(asked));
			kin.forEach((other, number) => {
				if (near(asked, other) !== null) expect(narrowed.has(number), `${asked} ${other}`).toBe(true);
			});
		}),
		{numRuns: 2000},
	);
});

test('most others are', () => {
	const words = ['cellar', 'collar', 'envelope', 'seedling', 'allergic', 'rallce', 'c'];
	const narrowing = new Narrowing(number => words[number]?.length ?? 0);
	for (const word of words) narrowing.add(word);
	expect(narrowing.narrow('cellar')).toEqual([0, 1]);
	expect(narrowing.narrow('jar')).toEqual([]);
});
