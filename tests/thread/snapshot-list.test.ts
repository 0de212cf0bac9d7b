import fc from 'fast-check';
import {expect, test} from 'vitest';
import {SnapshotList} from '../../source/thread/snapshot-list.ts';

test('it is an array, and a snapshot is what the array was', () => {
	const step = fc.oneof(
		fc.record({what: fc.constant('push'), value: fc.nat()}),
		fc.record({what: fc.constantFrom('replace', 'cut'), value: fc.nat(40)}),
		fc.record({what: fc.constant('snapshot'), value: fc.constant(0)}),
	);
	fc.assert(
		fc.property(fc.array(step, {maxLength: 60}), steps => {
			const list = new SnapshotList<number>();
			let array: number[] = [];
			const snapshots: [readonly number[], readonly number[]][] = [];
			for (const {what, value} of steps) {
				if (what === 'push') {
					list.push(value);
					array.push(value);
				} else if (what === 'replace' && value < array.length) {
					list.replace(value, -1);
					array[value] = -1;
				} else if (what === 'cut') {
					list.cut(value);
					array = array.slice(0, value);
				} else if (what === 'snapshot') {
					snapshots.push([list.snapshot(), [...array]]);
				}
				expect(list.length).toBe(array.length);
				expect(array.map((_, index) => list.at(index))).toEqual(array);
				expect(list.at(array.length)).toBe(undefined);
			}
			for (const [taken, was] of snapshots) expect(taken).toEqual(was);
			expect(list.snapshot()).toEqual(array);
		}),
		{numRuns: 500},
	);
});
