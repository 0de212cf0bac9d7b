import fc from 'fast-check';
import {expect, test} from 'vitest';
import {Pages, Runs} from '../../source/search/pages.ts';

test('blocks never overlap, and each stands in one page', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({min: 1, max: 65_536}), {maxLength: 40}), sizes => {
			const pages = new Pages();
			const blocks = sizes.map(size => ({size, address: pages.reserve(size)}));
			blocks.forEach(({size, address}, number) => {
				const start = pages.offset(address);
				pages.page(address).fill(number + 1, start, start + size);
			});
			blocks.forEach(({size, address}, number) => {
				const start = pages.offset(address);
				const block = pages.page(address).subarray(start, start + size);
				expect(block).toHaveLength(size);
				expect(block.every(cell => cell === number + 1)).toBe(true);
			});
		}),
		{numRuns: 30},
	);
});

test('runs come back as they were added, also one longer than a page', () => {
	const runs = new Runs();
	const added = [[1, 2], [], Array.from({length: 70_000}, (_, at) => at), [3], Array.from({length: 65_536}, () => 7)];
	for (const run of added) runs.add(run);
	expect(runs.size).toBe(5);
	expect(added.every((run, number) => runs.get(number).join() === run.join())).toBe(true);
	expect(runs.get(5)).toHaveLength(0);
});
