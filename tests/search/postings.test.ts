import fc from 'fast-check';
import {expect, test} from 'vitest';
import {fieldBits, Postings} from '../../source/search/postings.ts';
import type {Field} from '../../source/search/search.ts';

test('lists give back what was added, in order, a post once with all its fields', () => {
	const field = fc.constantFrom<Field>('author', 'quote', 'text');
	const addition = fc.record({list: fc.nat(5), step: fc.nat(2), field});
	fc.assert(
		fc.property(fc.array(addition, {maxLength: 3000, size: 'max'}), additions => {
			const postings = new Postings();
			const model = new Map<number, Map<number, number>>();
			for (let list = 0; list <= 5; list++) {
				postings.open();
				model.set(list, new Map());
			}
			let post = 0;
			for (const {list, step, field} of additions) {
				post += step;
				postings.add(list, post, fieldBits[field]);
				model.get(list)?.set(post, (model.get(list)?.get(post) ?? 0) | fieldBits[field]);
			}
			for (const [list, posts] of model) {
				expect(postings.count(list)).toBe(posts.size);
				expect([...postings.read(list).subarray(0, posts.size)]).toEqual(
					[...posts].map(([number, bits]) => number * 8 + bits),
				);
			}
		}),
		{numRuns: 50},
	);
});

test('a list longer than its longest block stays whole', () => {
	const postings = new Postings();
	postings.open();
	postings.open();
	for (let post = 0; post < 30_000; post++) postings.add(post % 3 === 0 ? 0 : 1, post * 1000, fieldBits.text);
	expect(postings.count(0)).toBe(10_000);
	const read = postings.read(0).subarray(0, 10_000);
	expect(read.every((posting, at) => posting === at * 3000 * 8 + fieldBits.text)).toBe(true);
});
