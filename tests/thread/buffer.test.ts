import {describe, expect, it} from 'vitest';
import {newBuffer, resized} from '../../source/thread/buffer.ts';

describe('newBuffer', () => {
	it('holds zeros, as many bytes as were asked for', () => {
		for (const size of [0, 4, 65_532, 65_536, 1_000_000]) {
			const buffer = newBuffer(size);
			expect(buffer.byteLength).toBe(size);
			expect(new Uint8Array(buffer).every(byte => byte === 0)).toBe(true);
		}
	});

	it('asks the system for large ones alone', () => {
		expect(newBuffer(65_535).resizable).toBe(false);
		expect(newBuffer(65_536).resizable).toBe(true);
	});
});

describe('resized', () => {
	const numbers = Uint32Array.from({length: 20_000}, (_, at) => at + 1);

	it('keeps the numbers and adds zeros', () => {
		expect([...resized(numbers, 20_003).subarray(19_998)]).toEqual([19_999, 20_000, 0, 0, 0]);
		expect([...resized(numbers.subarray(0, 2), 4)]).toEqual([1, 2, 0, 0]);
	});

	it('drops what there is no room for', () => {
		expect([...resized(numbers, 3)]).toEqual([1, 2, 3]);
		expect(resized(numbers, 0)).toHaveLength(0);
	});

	it('leaves the numbers that it was given alone', () => {
		const others = resized(numbers, 20_000);
		others.fill(0);
		expect(numbers[7]).toBe(8);
	});
});
