import fc from 'fast-check';
import {expect, test} from 'vitest';
import {Blocks, Runs} from '../../source/search/pages.ts';

test('blocks never overlap, and each stands in one page', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({min: 1, max: 65_536}), {maxLength: 40}), sizes => {
			const pages = new Blocks();
			const blocks = sizes.map(size => ({size, address: pages.reserve(size)}));
			blocks.forEach(({size, address}, number) => {
				const start = pages.offset(address);
				pages.page(address).fill(number + 1, start, start + size);
			});
			blocks.forEach(({size, address}, number) => {
				const start = pages.offset(address);
				const block = pages.page(address).subarray(start, start + size);
				expect(block).toHaveLength(size);
				expect(block.every(byte => byte === number + 1)).toBe(true);
			});
		}),
		{numRuns: 30},
	);
});

test('runs come back as they were added, also over the end of a page', () => {
	const runs = new Runs();
	const added = [
		[1, 2],
		[],
		[0, 0x7f, 0x80, 0x3fff, 0x4000, 0x1f_ffff, 0x20_0000, 0xfff_ffff],
		Array.from({length: 70_000}, (_, at) => at * 7),
		[3],
		Array.from({length: 65_536}, () => 200),
	];
	for (const run of added) {
		for (const number of run) runs.push(number);
		runs.close();
	}
	expect(runs.size).toBe(6);
	expect(added.map((run, number) => runs.get(number).join() === run.join())).toEqual(added.map(() => true));
	expect(runs.get(6)).toHaveLength(0);
});
