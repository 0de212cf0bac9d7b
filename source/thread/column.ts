/**
A column: numbers of 32 bits by position, 0 where none was set.

It stands in pieces, so that growing copies nothing, and what is kept of a million posts takes four bytes a number
instead of an object each.
*/

/** A piece holds 2 to the power of so many. */
const pieceBits = 12;
const inPiece = (1 << pieceBits) - 1;

export class Column {
	readonly #pieces: Int32Array[] = [];
	#length = 0;

	/** One more than the last position that was set. */
	get length(): number {
		return this.#length;
	}

	at(position: number): number {
		return this.#pieces[position >> pieceBits]?.[position & inPiece] ?? 0;
	}

	/** @param value - Kept as a signed integer of 32 bits. */
	set(position: number, value: number): void {
		const at = position >> pieceBits;
		while (this.#pieces.length <= at) this.#pieces.push(new Int32Array(inPiece + 1));
		const piece = this.#pieces[at];
		if (piece !== undefined) piece[position & inPiece] = value;
		if (position >= this.#length) this.#length = position + 1;
	}

	push(value: number): void {
		this.set(this.#length, value);
	}
}
