/**
A row of 32-bit numbers that grows at the end: a few for each post, packed.
*/
export class Growable {
	#cells = new Uint32Array(1024);
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** The numbers so far, and room for more. Good until the next `push`. */
	get cells(): Uint32Array {
		return this.#cells;
	}

	push(value: number): void {
		if (this.#length === this.#cells.length) {
			const cells = new Uint32Array(this.#length * 2);
			cells.set(this.#cells);
			this.#cells = cells;
		}
		this.#cells[this.#length++] = value;
	}
}
