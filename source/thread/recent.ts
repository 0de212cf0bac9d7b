/**
What was kept last: values by key, of which the oldest go when there is no more room.

The values stand in a ring, and the map tells only where: whatever V8 copies of a map that loses keys is kept until the
next big collection, and with it everything in it.
*/
export class Recent<Key, Value> {
	readonly #most: number;
	/** When a key came; its place in the ring is that, by the ring's size. */
	readonly #times = new Map<Key, number>();
	#ring: (Kept<Key, Value> | undefined)[] = Array.from({length: 16});
	#first = 0;
	#next = 0;
	#weight = 0;

	/** @param most - How much is kept. Something that weighs more is kept alone. */
	constructor(most: number) {
		this.#most = most;
	}

	has(key: Key): boolean {
		return this.#times.has(key);
	}

	get(key: Key): Value | undefined {
		const time = this.#times.get(key);
		return time === undefined ? undefined : this.#ring[time % this.#ring.length]?.value;
	}

	/** @param weight - How much it is of what is kept. */
	set(key: Key, value: Value, weight = 1): void {
		const known = this.#times.get(key);
		if (known !== undefined) this.#weight -= this.#take(known)?.weight ?? 0;
		if (this.#next - this.#first === this.#ring.length) this.#widen();
		this.#ring[this.#next % this.#ring.length] = {key, value, weight};
		this.#times.set(key, this.#next++);
		this.#weight += weight;
		while (this.#weight > this.#most && this.#first < this.#next - 1) {
			const oldest = this.#take(this.#first++);
			if (oldest === undefined) continue;
			this.#times.delete(oldest.key);
			this.#weight -= oldest.weight;
		}
	}

	#take(time: number): Kept<Key, Value> | undefined {
		const place = time % this.#ring.length;
		const taken = this.#ring[place];
		this.#ring[place] = undefined;
		return taken;
	}

	#widen(): void {
		const ring: (Kept<Key, Value> | undefined)[] = Array.from({length: this.#ring.length * 2});
		for (let time = this.#first; time < this.#next; time++)
			ring[time % ring.length] = this.#ring[time % this.#ring.length];
		this.#ring = ring;
	}
}

type Kept<Key, Value> = {readonly key: Key; readonly value: Value; readonly weight: number};
