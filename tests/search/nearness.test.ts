import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {allowedErrors, near} from '../../source/search/nearness.ts';

test('short words allow no error, long ones two', () => {
	expect([1, 3, 4, 7, 8, 20].map(allowedErrors)).toEqual([0, 0, 1, 1, 2, 2]);
});

describe('near', () => {
	test.each([
		['seed', 'seed', 0, 'seed'],
		['sede', 'seed', 1, 'seed'],
		['sed', 'seed', null, ''],
		['seedd', 'seed', 1, 'seed'],
		['sead', 'seed', 1, 'seed'],
		['eseds', 'seed', null, ''],
		['gardne', 'gardening', 1, 'garden'],
		['gardx', 'gardening', null, ''],
		['grad', 'gardening', null, ''],
		['gardenning', 'gardening', 1, 'gardening'],
		['agrdneing', 'gardening', 2, 'gardening'],
		['agrdneign', 'gardening', null, ''],
		['winter', 'printer', null, ''],
		['winter', 'winner', 1, 'winner'],
	])('%s and %s', (asked, word, errors, part) => {
		const found = near(asked, word);
		expect(found?.errors ?? null).toBe(errors);
		expect(word.slice(0, found?.end ?? 0)).toBe(part);
	});
});

/** Optimal string alignment, written out. */
function distance(a: string, b: string): number {
	const cost = Array.from({length: a.length + 1}, (_, i) =>
		Array.from({length: b.length + 1}, (_, j) => (i === 0 ? j : i)),
	);
	const at = (i: number, j: number) => cost[i]?.[j] ?? Number.POSITIVE_INFINITY;
	for (let i = 1; i <= a.length; i++) {
		for (let j = 1; j <= b.length; j++) {
			let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
			if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
			(cost[i] ?? [])[j] = best;
		}
	}
	return at(a.length, b.length);
}

test('a whole word is near exactly if its distance is allowed, and no beginning is taken that is farther', () => {
	// Some words are longer than a number has bits, and some letters have low bits in common: á and a, ł and B.
	const unit = fc.constantFrom('a', 'b', 'c', 'á', 'B', 'ł');
	const word = fc.oneof(
		{weight: 9, arbitrary: fc.string({unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12})},
		{weight: 3, arbitrary: fc.string({unit, minLength: 1, maxLength: 12})},
		{weight: 1, arbitrary: fc.string({unit, minLength: 29, maxLength: 34})},
	);
	fc.assert(
		fc.property(word, word, (asked, other) => {
			const allowed = allowedErrors(asked.length);
			const whole = distance(asked, other);
			const found = near(asked, other);
			if (allowed > 0 && whole <= allowed) expect(found?.errors).toBeLessThanOrEqual(whole);
			if (found === null) return;
			expect(found.errors).toBeGreaterThanOrEqual(distance(asked, other.slice(0, found.end)));
			if (found.end === other.length) expect(found.errors).toBe(whole);
			expect(found.errors).toBeLessThanOrEqual(allowed);
			if (found.end < other.length) expect(asked.length).toBeGreaterThanOrEqual(5);
		}),
		{numRuns: 3000},
	);
});

test('words of any length are compared without an error thrown', () => {
	expect(near('a'.repeat(5000), 'a'.repeat(5000))).toBeNull();
	expect(near('seeds', 'weedz'.repeat(5000))).toBeNull();
	expect(near('a'.repeat(150), `${'a'.repeat(148)}ba`)?.errors).toBe(1);
});
