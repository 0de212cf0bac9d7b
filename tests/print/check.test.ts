import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {checkDump, numberGaps} from '../../source/print/check.ts';
import {DumpBuilder} from '../../source/thread/dump.ts';
import {dumpOf, garden} from './garden.ts';

describe('check', () => {
	test('says what a dump holds and lacks', () => {
		expect(checkDump(garden)).toEqual({
			lines: [
				'How do you store your seeds over winter?',
				'format: discourse-text',
				'posts: 2, 1 actions, 1 hidden',
				'threads: 1',
				'authors: 4',
				'likes: 15 in all, known for 2 of 2 posts',
				'dates: 2024-05-02 to 2024-05-04T10:00:05Z',
				'gaps in the numbers: none',
				'missing: 2 posts that the dump names and does not hold',
				'problems: 1',
				'  warning, line 12, post 2: a quote without an end',
				'Something is lost.',
			],
			lost: true,
		});
	});

	test('nothing known, nothing lost', () => {
		const dump = dumpOf([
			{id: 'a', blocks: []},
			{id: 'b', author: 'ada', blocks: []},
		]);
		expect(checkDump(dump)).toEqual({
			lines: [
				'(no title)',
				'format: discourse-text',
				'posts: 2',
				'threads: 1',
				'authors: 1; not stated for 1 post',
				'likes: none stated',
				'dates: none stated',
				'gaps in the numbers: none',
				'missing: no posts that the dump names',
				'problems: none',
				'Nothing is lost that the dump speaks of.',
			],
			lost: false,
		});
	});

	test.each([
		['a problem that loses words', 'error', true],
		['a guess', 'warning', false],
	] as const)('%s', (_, level, lost) => {
		const dump = dumpOf([{id: '1', number: 1, blocks: []}], builder =>
			builder.problem({level, line: null, post: null, message: 'the end is cut off'}),
		);
		expect(checkDump(dump).lost).toBe(lost);
		expect(checkDump(dump).lines).toContain(`  ${level}: the end is cut off`);
	});

	test('input that was not read to its end', () => {
		const dump = new DumpBuilder('text', () => []).snapshot(false);
		expect(checkDump(dump).lost).toBe(true);
		expect(checkDump(dump).lines).toContain('The input was not read to its end.');
	});

	test('gaps are named with their thread where there are several', () => {
		const dump = dumpOf([
			{id: 'a', topic: 'x', number: 2, blocks: []},
			{id: 'b', topic: 'y', number: 1, blocks: []},
			{id: 'c', topic: 'y', number: 5, blocks: []},
		]);
		expect(checkDump(dump).lines).toContain('gaps in the numbers: #1 of thread x, #2 to #4 of thread y');
	});

	test('dates are ordered by time, not by their letters', () => {
		const dates = ['2024-05-02T23:30:00-05:00', '2024-05-03T01:00:00Z', '2024-05-03T02:00'];
		const dump = dumpOf(dates.map((date, index) => ({id: `${index}`, date, blocks: []})));
		expect(checkDump(dump).lines).toContain('dates: 2024-05-03T01:00:00Z to 2024-05-02T23:30:00-05:00');
	});
});

describe('gaps', () => {
	const post = (number: number | null, count: number | null = null) => ({
		id: `${number}`,
		number,
		count,
		kind: count === null ? ('post' as const) : ('missing' as const),
		blocks: [],
	});

	test.each([
		['none', [post(1), post(2), post(3)], []],
		['the beginning', [post(20), post(21)], [[1, 19]]],
		[
			'one and several',
			[post(1), post(3), post(7)],
			[
				[2, 2],
				[4, 6],
			],
		],
		['in any order, some twice', [post(4), post(1), post(4), post(2)], [[3, 3]]],
		['what is named as missing is no gap', [post(1), post(2, 3), post(6)], [[5, 5]]],
		['what has no number says nothing', [post(null), post(2)], [[1, 1]]],
	])('%s', (_, posts, gaps) => {
		expect(numberGaps(dumpOf(posts).posts)).toEqual(gaps);
	});

	test('gaps and numbers make up everything up to the highest', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.integer({min: 1, max: 60}), {minLength: 1}), numbers => {
				const gaps = numberGaps(dumpOf(numbers.map(number => post(number))).posts);
				const left = gaps.flatMap(([first, last]) =>
					Array.from({length: last - first + 1}, (_, index) => first + index),
				);
				const all = [...numbers, ...left].sort((a, b) => a - b);
				expect(all).toEqual(Array.from({length: Math.max(...numbers)}, (_, index) => index + 1));
			}),
		);
	});
});
