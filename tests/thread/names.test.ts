import fc from 'fast-check';
import {expect, test} from 'vitest';
import {safeLine} from '../../source/text/safe-text.ts';
import {Names} from '../../source/thread/names.ts';

test('a name is the same safe line, however many others came between', () => {
	const name = fc.oneof(fc.string(), fc.string({unit: 'binary'}), fc.nat(100_000).map(String));
	fc.assert(
		fc.property(fc.array(name, {maxLength: 200}), names => {
			const kept = new Names();
			for (const one of [...names, ...names]) expect(kept.safe(one)).toBe(safeLine(one));
		}),
	);
});

test('more names than there are places for are told apart', () => {
	const kept = new Names();
	const names = Array.from({length: 100_000}, (_, index) => `name ${index}`);
	for (const one of names) kept.safe(one);
	expect(names.every(one => kept.safe(one) === one)).toBe(true);
});
