/**
A list that grows, of which snapshots are taken that never change.

It consists of the last snapshot and what came since. So a snapshot costs one copy, and growing none: a long array
that grows is copied again and again into memory that has to be fetched from the system.
*/

export class SnapshotList<Item> {
	#last: readonly Item[] = [];
	#since: Item[] = [];

	get length(): number {
		return this.#last.length + this.#since.length;
	}

	at(index: number): Item | undefined {
		return index < this.#last.length ? this.#last[index] : this.#since[index - this.#last.length];
	}

	push(item: Item): void {
		this.#since.push(item);
	}

	/** @param index - Of an item that is there. */
	replace(index: number, item: Item): void {
		if (index < this.#last.length) {
			this.#since = [...this.#last, ...this.#since];
			this.#last = [];
		}
		this.#since[index - this.#last.length] = item;
	}

	/** Forget all items from a length on. */
	cut(length: number): void {
		this.#since = this.snapshot().slice(0, length);
		this.#last = [];
	}

	/** The items so far; what is done to the list later does not change it. */
	snapshot(): readonly Item[] {
		if (this.#since.length > 0) {
			this.#last = this.#last.length === 0 ? this.#since : this.#last.concat(this.#since);
			this.#since = [];
		}
		return this.#last;
	}
}
