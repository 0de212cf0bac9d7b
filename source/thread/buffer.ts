/**
Buffers whose memory goes back to the system once nobody holds them.

V8 asks the system itself for a buffer that could be resized, and gives it back there. The memory of a usual one stays
with the program, in holes between what is still needed, and what grows by copying leaves many.
*/

/** In bytes: smaller ones fit into the holes that others leave. */
const smallest = 1 << 16;

/**
A buffer of this size, of zeros. Reading and writing one number of a large buffer takes about twice as long as usual where
it stands in the processor's nearest cache: it is for numbers that are too many to stand there.

@param size - In bytes. A view has to say how many numbers it has: otherwise V8 asks the buffer each time.
*/
export function newBuffer(size: number): ArrayBuffer {
	return size < smallest ? new ArrayBuffer(size) : new ArrayBuffer(size, {maxByteLength: size});
}

/** @returns The same numbers and zeros behind them, or as many of them as there is room for. */
export function resized(numbers: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
	const others = new Uint32Array(newBuffer(length * Uint32Array.BYTES_PER_ELEMENT), 0, length);
	others.set(numbers.subarray(0, length));
	return others;
}
