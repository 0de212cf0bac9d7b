/**
Bytes in pages: stores that grow without copying what they hold, which would hold up a key.
*/
import {newBuffer} from '../thread/buffer.ts';
import {Growable} from './growable.ts';

const addressBits = 20;
const pageSize = 1 << addressBits;
const empty = new Uint8Array(0);

/** Bytes behind each other, known by their addresses from 0. */
export class Bytes {
	readonly #pages: Uint8Array[] = [];
	#page = empty;
	/** Where the next byte goes in the last page. */
	#next = 0;
	/** How many pages at the beginning are no longer held. */
	#forgotten = 0;

	/** How many bytes it takes: of a page's room, the system gives only what is written. */
	get bytes(): number {
		return Math.max(0, this.length - this.#forgotten * pageSize);
	}

	/** The address of the next byte. */
	get length(): number {
		return this.#pages.length === 0 ? 0 : (this.#pages.length - 1) * pageSize + this.#next;
	}

	/** Add the bytes that stand at the beginning of an array. */
	append(from: Uint8Array, count: number): void {
		for (let at = 0; at < count; ) {
			if (this.#next === this.#page.length) {
				this.#page = new Uint8Array(newBuffer(pageSize), 0, pageSize);
				this.#pages.push(this.#page);
				this.#next = 0;
			}
			const taken = Math.min(count - at, pageSize - this.#next);
			copy(from, at, this.#page, this.#next, taken);
			this.#next += taken;
			at += taken;
		}
	}

	/** The byte at an address; 0 if there is none. */
	at(address: number): number {
		return this.#pages[address >>> addressBits]?.[address & (pageSize - 1)] ?? 0;
	}

	/** Copy bytes to a place in an array that has room for them. */
	read(address: number, count: number, into: Uint8Array, to: number): void {
		for (let at = 0; at < count; ) {
			const offset = (address + at) & (pageSize - 1);
			const taken = Math.min(count - at, pageSize - offset);
			copy(this.#pages[(address + at) >>> addressBits] ?? empty, offset, into, to + at, taken);
			at += taken;
		}
	}

	/** Hold no longer what stands before an address, as far as it fills pages. */
	forget(address: number): void {
		for (; this.#forgotten < address >>> addressBits; this.#forgotten++) this.#pages[this.#forgotten] = empty;
	}
}

/** A view costs more than copying a few bytes. */
function copy(from: Uint8Array, start: number, into: Uint8Array, to: number, count: number): void {
	if (count > 64) into.set(from.subarray(start, start + count), to);
	else for (let at = 0; at < count; at++) into[to + at] = from[start + at] ?? 0;
}

/** A number takes at most so many bytes (LEB128, seven bits a byte). */
const longestNumber = 5;

/**
Runs of small numbers, known by the order they came in. A number takes a byte for every
seven bits (LEB128).
*/
export class Runs {
	readonly #store = new Bytes();
	readonly #ends = new Growable();
	#bytes = new Uint8Array(1024);
	#numbers = new Uint32Array(1024);

	/** How many runs have been closed. */
	get size(): number {
		return this.#ends.length;
	}

	/** How many bytes it takes. */
	get bytes(): number {
		return this.#store.bytes + this.#ends.bytes;
	}

	/**
	Add numbers to the run that is open.

	@param numbers - They stand at the beginning.
	*/
	push(numbers: Uint32Array, count: number): void {
		if (this.#bytes.length < count * longestNumber) this.#bytes = new Uint8Array(count * longestNumber);
		const bytes = this.#bytes;
		let length = 0;
		for (let at = 0; at < count; at++) {
			let rest = numbers[at] ?? 0;
			for (; rest > 0x7f; rest >>>= 7) bytes[length++] = (rest & 0x7f) | 0x80;
			bytes[length++] = rest;
		}
		this.#store.append(bytes, length);
	}

	/** Close the run; the next number begins another. */
	close(): void {
		this.#ends.push(this.#store.length);
	}

	/** The numbers of a run, from 0; empty if there is none. Good until the next `get`. */
	get(run: number): Uint32Array {
		if (run >= this.size) return this.#numbers.subarray(0, 0);
		const start = run === 0 ? 0 : (this.#ends.cells[run - 1] ?? 0);
		const count = (this.#ends.cells[run] ?? 0) - start;
		if (this.#bytes.length < count) this.#bytes = new Uint8Array(count * 2);
		if (this.#numbers.length < count) this.#numbers = new Uint32Array(count * 2);
		this.#store.read(start, count, this.#bytes, 0);
		let length = 0;
		for (let at = 0; at < count; ) {
			let byte = this.#bytes[at++] ?? 0;
			let number = byte & 0x7f;
			for (let shift = 7; byte > 0x7f; shift += 7) {
				byte = this.#bytes[at++] ?? 0;
				number |= (byte & 0x7f) << shift;
			}
			this.#numbers[length++] = number;
		}
		return this.#numbers.subarray(0, length);
	}
}
