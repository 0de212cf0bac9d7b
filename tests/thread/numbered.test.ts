import fc from 'fast-check';
import {expect, test} from 'vitest';
import {Numbered} from '../../source/thread/numbered.ts';

test('it is a map, whatever the numbers are', () => {
	const number = fc.oneof(fc.nat(40), fc.nat(5000), fc.integer(), fc.maxSafeInteger());
	fc.assert(
		fc.property(fc.array(fc.tuple(number, fc.nat())), fc.array(number), (entries, others) => {
			const numbered = new Numbered();
			const map = new Map<number, number>();
			for (const [key, position] of entries) {
				numbered.set(key, position);
				map.set(key, position);
			}
			for (const key of [...map.keys(), ...others]) expect(numbered.get(key)).toBe(map.get(key));
		}),
	);
});
