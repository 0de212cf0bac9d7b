/**
Pieces: a list that only grows, in pieces.

An array that grows is copied again and again, once it is long into memory that is fetched from the system each time.
Pieces stay where they are.
*/

/** A piece holds 2 to the power of so many. */
const pieceBits = 12;
const inPiece = (1 << pieceBits) - 1;

export class Pieces<Item> implements Iterable<Item> {
	readonly #pieces: Item[][] = [[]];
	#length = 0;

	constructor(items: Iterable<Item> = []) {
		for (const item of items) this.push(item);
	}

	get length(): number {
		return this.#length;
	}

	at(index: number): Item | undefined {
		return this.#pieces[index >> pieceBits]?.[index & inPiece];
	}

	push(item: Item): void {
		const at = this.#length++;
		if (at > 0 && (at & inPiece) === 0) this.#pieces.push([]);
		this.#pieces[at >> pieceBits]?.push(item);
	}

	/** @param index - Of an item that is there. */
	set(index: number, item: Item): void {
		const piece = this.#pieces[index >> pieceBits];
		if (piece !== undefined) piece[index & inPiece] = item;
	}

	*[Symbol.iterator](): Generator<Item, void> {
		for (const piece of this.#pieces) yield* piece;
	}
}
