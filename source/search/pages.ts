/**
Bytes in pages: stores that grow without copying what they hold, which would hold up a key.
*/
import {Growable} from './growable.ts';

const addressBits = 16;
const pageSize = 1 << addressBits;
const empty = new Uint8Array(0);

/** Blocks of bytes, each in one page and known by the address of its first byte. */
export class Blocks {
	readonly #pages: Uint8Array[] = [];
	#free = pageSize;

	/** How many bytes it takes. */
	get bytes(): number {
		return this.#pages.length * pageSize;
	}

	/** Reserve a block of zeros, at most a page (65 536 bytes) long; returns its address. */
	reserve(count: number): number {
		if (this.#free + count > pageSize) {
			this.#pages.push(new Uint8Array(pageSize));
			this.#free = 0;
		}
		const address = (this.#pages.length - 1) * pageSize + this.#free;
		this.#free += count;
		return address;
	}

	/** The page that an address stands in; the byte is at `offset(address)` of it. */
	page(address: number): Uint8Array {
		return this.#pages[address >>> addressBits] ?? empty;
	}

	/** Where an address stands in its page. */
	offset(address: number): number {
		return address & (pageSize - 1);
	}
}

/**
Runs of small numbers, known by the order they came in. A number takes a byte for every
seven bits (LEB128).
*/
export class Runs {
	readonly #pages: Uint8Array[] = [];
	#page = empty;
	/** Where the next byte goes: in its page, and counted from the first one. */
	#next = 0;
	#length = 0;
	readonly #ends = new Growable();
	#bytes = new Uint8Array(1024);
	#numbers = new Uint32Array(1024);

	/** How many runs have been closed. */
	get size(): number {
		return this.#ends.length;
	}

	/** How many bytes it takes. */
	get bytes(): number {
		return this.#pages.length * pageSize + this.#ends.bytes;
	}

	/** Add a number to the run that is open. */
	push(number: number): void {
		let rest = number;
		for (; rest > 0x7f; rest >>>= 7) this.#byte((rest & 0x7f) | 0x80);
		this.#byte(rest);
	}

	/** Close the run; the next number begins another. */
	close(): void {
		this.#ends.push(this.#length);
	}

	/** The numbers of a run, from 0; empty if there is none. Good until the next `get`. */
	get(run: number): Uint32Array {
		if (run >= this.size) return this.#numbers.subarray(0, 0);
		const start = run === 0 ? 0 : (this.#ends.cells[run - 1] ?? 0);
		const count = (this.#ends.cells[run] ?? 0) - start;
		if (this.#bytes.length < count) {
			this.#bytes = new Uint8Array(count * 2);
			this.#numbers = new Uint32Array(count * 2);
		}
		for (let from = start; from < start + count; ) {
			const offset = from % pageSize;
			const taken = Math.min(pageSize - offset, start + count - from);
			const page = this.#pages[Math.floor(from / pageSize)] ?? empty;
			this.#bytes.set(page.subarray(offset, offset + taken), from - start);
			from += taken;
		}
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

	#byte(byte: number): void {
		if (this.#next === this.#page.length) {
			this.#page = new Uint8Array(pageSize);
			this.#pages.push(this.#page);
			this.#next = 0;
		}
		this.#page[this.#next++] = byte;
		this.#length++;
	}
}
