/**
What was asked for last: values by key, of which those not asked for for the longest time are dropped by and by.

They stand in two maps, a newer and an older one: when the newer is full, the older one is dropped as a whole. To
delete one key after the other would be as right, but V8 copies the table of a map now and then, and everything in
such a copy is kept until the next big collection, however small the map is.
*/
export class Recent<Key, Value> {
	readonly #most: number;
	#newer = new Map<Key, Value>();
	#older = new Map<Key, Value>();
	#weight = 0;

	/** @param most - How much is kept: at least half of it, whatever is asked for. */
	constructor(most: number) {
		this.#most = most;
	}

	has(key: Key): boolean {
		return this.#newer.has(key) || this.#older.has(key);
	}

	get(key: Key): Value | undefined {
		return this.#newer.get(key) ?? this.#older.get(key);
	}

	/** @param weight - How much it is of what is kept. */
	set(key: Key, value: Value, weight = 1): void {
		if (this.#weight + weight > this.#most / 2) {
			this.#older = this.#newer;
			this.#newer = new Map();
			this.#weight = 0;
		}
		this.#newer.set(key, value);
		this.#weight += weight;
	}
}
