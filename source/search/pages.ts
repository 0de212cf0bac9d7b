/**
Many numbers of 32 bits in pages: the store grows without copying what it holds, which
would hold up a key. What is reserved together stands in one page.
*/
import {Growable} from './growable.ts';

const addressBits = 16;
const pageSize = 1 << addressBits;

/** Cells reserved by blocks, each known by the address of its first cell. */
export class Pages {
	readonly #pages: Uint32Array[] = [];
	#free = pageSize;

	/** Reserve a block of zeros, at most a page (65 536 cells) long; returns its address. */
	reserve(count: number): number {
		if (this.#free + count > pageSize) {
			this.#pages.push(new Uint32Array(pageSize));
			this.#free = 0;
		}
		const address = ((this.#pages.length - 1) << addressBits) | this.#free;
		this.#free += count;
		return address;
	}

	/** The page that an address stands in; the cell is at `offset(address)` of it. */
	page(address: number): Uint32Array {
		return this.#pages[address >>> addressBits] ?? empty;
	}

	/** Where an address stands in its page. */
	offset(address: number): number {
		return address & (pageSize - 1);
	}
}

const empty = new Uint32Array(0);

/** Runs of numbers, each whole, known by the order they came in. */
export class Runs {
	readonly #pages: Uint32Array[] = [];
	#free = 0;
	readonly #page = new Growable();
	readonly #start = new Growable();
	readonly #length = new Growable();

	/** How many runs there are. */
	get size(): number {
		return this.#page.length;
	}

	/** Add a run of any length. */
	add(run: readonly number[]): void {
		let page = this.#pages.at(-1);
		if (page === undefined || this.#free + run.length > page.length) {
			page = new Uint32Array(Math.max(pageSize, run.length));
			this.#pages.push(page);
			this.#free = 0;
		}
		page.set(run, this.#free);
		this.#page.push(this.#pages.length - 1);
		this.#start.push(this.#free);
		this.#length.push(run.length);
		this.#free += run.length;
	}

	/** A run by its number, from 0; empty if there is none. */
	get(run: number): Uint32Array {
		const start = this.#start.cells[run] ?? 0;
		return this.#pages[this.#page.cells[run] ?? -1]?.subarray(start, start + (this.#length.cells[run] ?? 0)) ?? empty;
	}
}
