import fc from 'fast-check';
import {expect, test} from 'vitest';
import {fieldBits, Postings} from '../../source/search/postings.ts';
import type {Field} from '../../source/search/search.ts';

function withLists(count: number): Postings {
	const postings = new Postings();
	for (let list = 0; list < count; list++) postings.open();
	return postings;
}

function add(postings: Postings, lists: readonly number[], post: number, field: Field): void {
	postings.add(Uint32Array.from(lists), lists.length, post, fieldBits[field]);
}

function read(postings: Postings, list: number): readonly number[] {
	return [...postings.read(list).subarray(0, postings.count(list))];
}

/** What `lower` has to come to, by way of `read`. */
function lowered(postings: Postings, list: number, byFields: Uint16Array, numbers: Uint16Array): Uint16Array {
	const expected = numbers.slice();
	for (const posting of read(postings, list)) {
		const number = byFields[posting % 8] ?? 0;
		if (number < (expected[Math.floor(posting / 8)] ?? 0)) expected[Math.floor(posting / 8)] = number;
	}
	return expected;
}

test('lists give back what was added, in order, a post once with all its fields, whenever they are asked', () => {
	const field = fc.constantFrom<Field>('author', 'quote', 'text');
	const lists = fc.array(fc.nat(5), {maxLength: 6});
	const step = fc.oneof({weight: 9, arbitrary: fc.nat(2)}, {weight: 1, arbitrary: fc.nat(1_000_000)});
	const addition = fc.record({type: fc.constant('add' as const), lists, step, field});
	const action = fc.oneof(
		{weight: 8, arbitrary: addition},
		{weight: 1, arbitrary: fc.record({type: fc.constant('read' as const), list: fc.nat(5)})},
		{weight: 1, arbitrary: fc.record({type: fc.constant('settle' as const)})},
	);
	fc.assert(
		fc.property(fc.array(action, {maxLength: 600, size: 'max'}), actions => {
			const postings = withLists(6);
			const model = Array.from({length: 6}, () => new Map<number, number>());
			const expected = (list: number) => [...(model[list] ?? [])].map(([post, bits]) => post * 8 + bits);
			let post = 0;
			for (const action of actions) {
				if (action.type === 'settle') postings.settle(() => true);
				if (action.type === 'read') expect(read(postings, action.list)).toEqual(expected(action.list));
				if (action.type !== 'add') continue;
				post = Math.min(post + action.step, 2 ** 29 - 1);
				add(postings, action.lists, post, action.field);
				for (const list of action.lists) {
					model[list]?.set(post, (model[list]?.get(post) ?? 0) | fieldBits[action.field]);
				}
			}
			const byFields = Uint16Array.of(9, 1, 7, 3, 0xffff, 5, 2, 6);
			for (let list = 0; list < 6; list++) {
				expect(read(postings, list)).toEqual(expected(list));
				const numbers = new Uint16Array(400).fill(4, 0, 200).fill(0xffff, 200);
				const after = lowered(postings, list, byFields, numbers);
				postings.lower(list, byFields, numbers);
				expect(numbers).toEqual(after);
			}
		}),
		{numRuns: 60},
	);
}, 60_000);

test('a list longer than a batch stays whole, before and after it is settled', () => {
	const postings = withLists(2);
	for (let post = 0; post < 200_000; post++) add(postings, [post % 3 === 0 ? 0 : 1], post * 1000, 'text');
	const isWhole = () => read(postings, 1).every((posting, at) => posting === (at + (at >> 1) + 1) * 8000 + 4);
	expect(postings.count(1)).toBe(133_333);
	expect(isWhole()).toBe(true);
	while (!postings.settle(() => true));
	expect(isWhole()).toBe(true);
});

test('settling takes turns with reading and adding, and gives room back', () => {
	const postings = withLists(3000);
	const lists = Array.from({length: 3000}, (_, list) => list);
	for (let post = 0; post < 200; post++) add(postings, lists, post, 'text');
	const scattered = postings.bytes;
	let post = 200;
	for (let done = false; !done; post++) {
		done = postings.settle(() => true);
		add(postings, [0, 2999], post, 'author');
	}
	expect(post).toBeGreaterThan(205);
	for (const list of [0, 1, 2998, 2999]) {
		const all = Array.from({length: list % 2999 === 0 ? post : 200}, (_, at) => at * 8 + (at < 200 ? 4 : 1));
		expect(read(postings, list)).toEqual(all);
	}
	expect(postings.bytes).toBeLessThan(scattered);
});
