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
				postings.add(list, post, field);
				model.get(list)?.set(post, (model.get(list)?.get(post) ?? 0) | fieldBits[field]);
			}
			for (const [list, posts] of model) {
				const {postings: read, count} = postings.read(list);
				expect(count).toBe(posts.size);
				expect(postings.count(list)).toBe(posts.size);
				expect([...read.subarray(0, count)]).toEqual([...posts].map(([number, bits]) => number * 8 + bits));
			}
		}),
		{numRuns: 50},
	);
});

test('a list longer than its longest block stays whole', () => {
	const postings = new Postings();
	postings.open();
	postings.open();
	for (let post = 0; post < 30_000; post++) postings.add(post % 3 === 0 ? 0 : 1, post, 'text');
	const {postings: read, count} = postings.read(0);
	expect(count).toBe(10_000);
	expect(read.subarray(0, count).every((posting, at) => posting === at * 3 * 8 + fieldBits.text)).toBe(true);
});
