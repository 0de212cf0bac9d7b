/**
The benchmark's arithmetic: what is said to hold holds.
*/
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {withinOneEdit} from './inside/queries.ts';
import {atLeast, atMost, missing, row} from './row.ts';
import {percentile, ratioInTurn} from './spread.ts';
import {rounded} from './table.ts';

test.each([
	[0.5, 50],
	[0.95, 95],
	[0.99, 99],
	[1, 100],
])('the value that a share of %d lies at or below', (share, expected) => {
	const values = Array.from({length: 100}, (_, at) => 100 - at);
	expect(percentile(values, share)).toBe(expected);
});

test('a machine that is slower for a while changes no ratio of works that are timed in turn', () => {
	expect(ratioInTurn([2, 20, 2, 20, 2], [1, 10, 1, 10, 1])).toBe(2);
	expect(ratioInTurn([2, 2, 20], [1, 10, 10])).toBe(2);
	expect(ratioInTurn([], [])).toBeNaN();
});

test('a row holds when all its limits are kept, and has no target where it has no figure', () => {
	const figure = {id: 'key', what: 'a key', unit: 'ms', value: 12, ratio: 1.3};
	expect(row({...figure, limits: [atMost(16, 'value')]})).toMatchObject({target: 'value ≤ 16', holds: true});
	expect(row({...figure, limits: [atMost(16, 'value'), atMost(1.2)]})).toMatchObject({
		target: 'value ≤ 16, ratio ≤ 1.2',
		holds: false,
	});
	expect(row({...figure, limits: [atLeast(1.3)]}).holds).toBe(true);
	expect(missing('search', 'a search', 'ms', 'fzf is not installed')).toMatchObject({target: null, holds: null});
});

test('figures are rounded to what counts', () => {
	expect([null, 0.1234, 12.34, 1234.5, 5_000_000].map(rounded)).toEqual(['–', '0.12', '12.3', '1 235', '5 000 000']);
});

test('words within one edit', () => {
	const word = fc.stringMatching(/^[ab]{0,6}$/);
	fc.assert(
		fc.property(word, word, (one, other) => {
			expect(withinOneEdit(one, other)).toBe(edits(one, other) <= 1);
		}),
	);
});

/** Levenshtein's distance, by its definition. */
function edits(one: string, other: string): number {
	if (one === '' || other === '') return one.length + other.length;
	if (one[0] === other[0]) return edits(one.slice(1), other.slice(1));
	return 1 + Math.min(edits(one.slice(1), other), edits(one, other.slice(1)), edits(one.slice(1), other.slice(1)));
}
