import fc from 'fast-check';
import {expect, test} from 'vitest';
import {Recent} from '../../source/thread/recent.ts';

test('the oldest go when there is no more room, whatever was asked for', () => {
	const recent = new Recent<string, number>(3);
	for (const [value, key] of ['a', 'b', 'c'].entries()) recent.set(key, value);
	expect(recent.get('a')).toBe(0);
	recent.set('d', 3);
	expect(['a', 'b', 'c', 'd'].map(key => recent.get(key))).toEqual([undefined, 1, 2, 3]);
	expect(['a', 'b', 'x'].map(key => recent.has(key))).toEqual([false, true, false]);
});

test('what is set again is new, and what weighs too much stands alone', () => {
	const recent = new Recent<string, number>(10);
	recent.set('a', 1, 4);
	recent.set('b', 2, 4);
	recent.set('a', 3, 2);
	recent.set('c', 4, 5);
	expect(['a', 'b', 'c'].map(key => recent.get(key))).toEqual([3, undefined, 4]);
	recent.set('d', 5, 100);
	expect(['a', 'c', 'd'].map(key => recent.get(key))).toEqual([undefined, undefined, 5]);
	recent.set('e', 6, 1);
	expect(['d', 'e'].map(key => recent.get(key))).toEqual([undefined, 6]);
});

test('it keeps the newest that weigh no more than it may keep', () => {
	const entry = fc.record({key: fc.nat(60), weight: fc.integer({min: 1, max: 9})});
	fc.assert(
		fc.property(fc.array(entry, {maxLength: 300}), fc.integer({min: 1, max: 120}), (entries, most) => {
			const recent = new Recent<number, number>(most);
			let kept: {key: number; weight: number; value: number}[] = [];
			for (const [value, {key, weight}] of entries.entries()) {
				recent.set(key, value, weight);
				kept = [...kept.filter(one => one.key !== key), {key, weight, value}];
				while (kept.length > 1 && kept.reduce((sum, one) => sum + one.weight, 0) > most) kept.shift();
			}
			for (let key = 0; key <= 60; key++) {
				expect(recent.get(key)).toBe(kept.find(one => one.key === key)?.value);
			}
		}),
	);
});
