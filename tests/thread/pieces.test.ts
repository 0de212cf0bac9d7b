import {expect, test} from 'vitest';
import {Pieces} from '../../source/thread/pieces.ts';

test.each([0, 1, 4095, 4096, 4097, 10_000])('of %i items each stands where it was pushed', count => {
	const items = Array.from({length: count}, (_, index) => `${index}`);
	const pieces = new Pieces(items);
	expect(pieces.length).toBe(count);
	expect([...pieces]).toEqual(items);
	expect([0, 1, 4095, 4096, count - 1, count].map(index => pieces.at(index))).toEqual(
		[0, 1, 4095, 4096, count - 1, count].map(index => items[index]),
	);
});

test('an item that is there gives way to another', () => {
	const pieces = new Pieces(Array.from({length: 5000}, (_, index) => index));
	pieces.set(0, -1);
	pieces.set(4096, -2);
	expect([pieces.at(0), pieces.at(1), pieces.at(4095), pieces.at(4096), pieces.length]).toEqual([
		-1, 1, 4095, -2, 5000,
	]);
});
