/**
A row of 32-bit numbers that grows at the end: a few for each post or word, packed.
*/
import {resized} from '../thread/buffer.ts';

export class Growable {
	#cells = new Uint32Array(256);
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** How many bytes it takes. */
	get bytes(): number {
		return this.#cells.byteLength;
	}

	/** The numbers so far, and room for more. Good until the next `push`. */
	get cells(): Uint32Array {
		return this.#cells;
	}

	push(value: number): void {
		if (this.#length === this.#cells.length) this.#cells = resized(this.#cells, Math.ceil(this.#length * 1.25) + 16);
		this.#cells[this.#length++] = value;
	}

	/** Give back the room for more. What is left stands in usual memory, where it is read faster. */
	trim(): void {
		this.#cells = this.#cells.slice(0, this.#length);
	}
}
