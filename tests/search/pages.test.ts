import fc from 'fast-check';
import {expect, test} from 'vitest';
import {Bytes, Runs} from '../../source/search/pages.ts';

test('bytes stand at their addresses until they are forgotten', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(1_000_000), {minLength: 1, maxLength: 8}), fc.nat(3_000_000), (sizes, forgotten) => {
			const store = new Bytes();
			const parts = sizes.map((size, number) => {
				const address = store.length;
				store.append(new Uint8Array(size + 1).fill(number + 1), size);
				return {size, address};
			});
			const before = store.bytes;
			store.forget(Math.min(forgotten, store.length));
			expect(before - store.bytes).toBe(Math.floor(Math.min(forgotten, store.length) / 2 ** 20) * 2 ** 20);
			parts.forEach(({size, address}, number) => {
				if (address < forgotten) return;
				const read = new Uint8Array(size + 2);
				store.read(address, size, read, 1);
				expect(read.indexOf(number + 1)).toBe(size === 0 ? -1 : 1);
				expect(read.lastIndexOf(number + 1)).toBe(size === 0 ? -1 : size);
				expect(read.every((byte, at) => byte === (at > 0 && at <= size ? number + 1 : 0))).toBe(true);
				if (size > 0) expect(store.at(address + size - 1)).toBe(number + 1);
			});
		}),
		{numRuns: 60},
	);
});

test('runs come back as they were added, also over the end of a page', () => {
	const runs = new Runs();
	const added = [
		Array.from({length: 600_000}, (_, at) => at),
		[1, 2],
		[],
		[0, 0x7f, 0x80, 0x3fff, 0x4000, 0x1f_ffff, 0x20_0000, 0xfff_ffff],
		Array.from({length: 70_000}, (_, at) => at * 7),
		[3],
		Array.from({length: 65_536}, () => 200),
	];
	for (const run of added) {
		runs.push(Uint32Array.from(run).subarray(0, 2), Math.min(2, run.length));
		runs.push(Uint32Array.from(run.slice(2)), Math.max(0, run.length - 2));
		runs.close();
	}
	expect(runs.size).toBe(7);
	expect(added.map((run, number) => runs.get(number).join() === run.join())).toEqual(added.map(() => true));
	expect(runs.get(7)).toHaveLength(0);
});
