import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createContext} from '../../source/thread/context.ts';
import {DumpBuilder} from '../../source/thread/dump.ts';
import {threadFacts} from '../../source/view/thread-facts.ts';
import {shortCount} from '../../source/view/words.ts';

test.each([
	[0, '0'],
	[-42, '-42'],
	[9999, '9999'],
	[10_000, '10k'],
	[-10_499, '-10k'],
	[216_432, '216k'],
	[999_499, '999k'],
	[999_500, '1M'],
	[1_249_999, '1.2M'],
	[9_949_999, '9.9M'],
	[9_950_000, '10M'],
	[123_456_789, '123M'],
])('%i is short as %s', (count, short) => {
	expect(shortCount(count)).toBe(short);
});

test('a short count is at most five cells, and off by less than a twentieth', () => {
	fc.assert(
		fc.property(fc.integer({min: -999_499_999, max: 999_499_999}), count => {
			const short = shortCount(count);
			expect(short.length).toBeLessThanOrEqual(5);
			const unit = short.endsWith('M') ? 1e6 : short.endsWith('k') ? 1e3 : 1;
			expect(Math.abs(Number.parseFloat(short) * unit - count)).toBeLessThanOrEqual(Math.abs(count) / 20);
		}),
	);
});

test.each([
	[[3, -1234], 5],
	[[9999, 216_000], 4],
	[[0, null], 0],
])('likes of %j take a column of %i cells', (likes, width) => {
	const builder = new DumpBuilder('reddit', () => []);
	for (const [at, count] of likes.entries()) builder.add({id: String(at), likes: count, markup: 'plain', raw: ''});
	const dump = builder.snapshot(true);
	expect(threadFacts({dump, context: createContext(dump)}).likesWidth).toBe(width);
});
