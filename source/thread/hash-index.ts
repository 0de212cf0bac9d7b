/**
A hash index: which posts hold a word or a run of words, told by a hash of 32 bits.

Numbers side by side in typed arrays: a dump of a gigabyte has more words than a `Map` can take.
*/

export type HashIndex = {
	/** Note that a post holds what this hash stands for; posts come in order. */
	readonly add: (hash: number, post: number) => void;
	/** Note that whatever holds this is no evidence, as if too many posts did. */
	readonly fill: (hash: number) => void;
	/** How many posts are noted for a hash; none where there are too many. */
	readonly count: (hash: number) => number;
	/** These posts, in order. */
	readonly posts: (hash: number) => readonly number[];
};

/** A power of two. Each part of the table grows by itself, so that growing never takes long. */
const shardCount = 256;

const none: readonly number[] = [];

/**
@param mostPosts - Posts kept for one hash; what more of them hold is no evidence, and none is kept.
@returns An index of nothing, for about 14 bytes a hash. Never throws.
*/
export function createHashIndex(mostPosts: number): HashIndex {
	const shards = Array.from({length: shardCount}, () => new Shard(mostPosts));
	return {
		add: (hash, post) => shards[hash & (shardCount - 1)]?.add(hash | 0 || 1, post),
		fill: hash => shards[hash & (shardCount - 1)]?.add(hash | 0 || 1, full),
		count: hash => shards[hash & (shardCount - 1)]?.count(hash | 0 || 1) ?? 0,
		posts: hash => shards[hash & (shardCount - 1)]?.posts(hash | 0 || 1) ?? none,
	};
}

/** Stands for posts that are too many. */
const full = -0x8000_0000;

/**
A table of hashes, found by probing. A slot is two numbers side by side, so that finding it mostly costs one look at
memory: the hash, 0 if free; and its only post, or of several, below zero, where the chain of them is.
*/
class Shard {
	readonly #mostPosts: number;
	#slots = new Int32Array(32);
	#used = 0;
	/** A post, how many it is of, where the one before it is (the first one: -1). */
	#chains = new Int32Array(48);
	#chained = 0;

	constructor(mostPosts: number) {
		this.#mostPosts = mostPosts;
	}

	add(hash: number, post: number): void {
		const slot = this.#slotOf(hash);
		if (this.#slots[slot] === 0) {
			this.#slots[slot] = hash;
			this.#slots[slot + 1] = post;
			if (++this.#used * 3 >= this.#slots.length) this.#grow();
			return;
		}
		const head = this.#slots[slot + 1] ?? 0;
		if (head === full || head === post) return;
		if (head >= 0) {
			this.#slots[slot + 1] = ~this.#chain(post, 2, this.#chain(head, 1, -1));
			return;
		}
		if (this.#chains[~head] === post) return;
		const count = this.#chains[~head + 1] ?? 0;
		this.#slots[slot + 1] = count < this.#mostPosts ? ~this.#chain(post, count + 1, ~head) : full;
	}

	count(hash: number): number {
		const slot = this.#slotOf(hash);
		const head = this.#slots[slot + 1] ?? 0;
		if (this.#slots[slot] === 0 || head === full) return 0;
		return head >= 0 ? 1 : (this.#chains[~head + 1] ?? 0);
	}

	posts(hash: number): readonly number[] {
		const slot = this.#slotOf(hash);
		const head = this.#slots[slot + 1] ?? 0;
		if (this.#slots[slot] === 0 || head === full) return none;
		if (head >= 0) return [head];
		const posts: number[] = [];
		for (let at = ~head; at >= 0; at = this.#chains[at + 2] ?? -1) posts.push(this.#chains[at] ?? 0);
		return posts.reverse();
	}

	#chain(post: number, count: number, before: number): number {
		const at = this.#chained;
		if (at === this.#chains.length) {
			const chains = new Int32Array(at * 2);
			chains.set(this.#chains);
			this.#chains = chains;
		}
		this.#chains[at] = post;
		this.#chains[at + 1] = count;
		this.#chains[at + 2] = before;
		this.#chained = at + 3;
		return at;
	}

	/** Where a hash stands, or would. */
	#slotOf(hash: number): number {
		const slots = this.#slots;
		const last = slots.length - 1;
		let slot = (hash >>> 7) & last & ~1;
		while (slots[slot] !== hash && slots[slot] !== 0) slot = (slot + 2) & last;
		return slot;
	}

	#grow(): void {
		const before = this.#slots;
		this.#slots = new Int32Array(before.length * 2);
		for (let from = 0; from < before.length; from += 2) {
			const hash = before[from] ?? 0;
			if (hash === 0) continue;
			const slot = this.#slotOf(hash);
			this.#slots[slot] = hash;
			this.#slots[slot + 1] = before[from + 1] ?? 0;
		}
	}
}
