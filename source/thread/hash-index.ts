/**
A hash index: which posts hold a word or a run of words, told by a hash of 32 bits.

Numbers side by side in typed arrays: a dump of a gigabyte has more words than a `Map` can take.
*/

export type HashIndex = {
	/** Note that a post holds what this hash stands for; posts come in order. What most hold already is let go. */
	readonly add: (hash: number, post: number) => void;
	/** The posts noted for a hash, in order, as many as are kept at most. */
	readonly posts: (hash: number) => readonly number[];
};

/** A power of two. Each part of the table grows by itself, so that growing never takes long. */
const shardCount = 256;

/**
@param mostPosts - Posts kept for one hash, the first ones; at most 255.
@returns An index of nothing, for about 18 bytes a hash. Never throws.
*/
export function createHashIndex(mostPosts: number): HashIndex {
	const shards = Array.from({length: shardCount}, () => new Shard(mostPosts));
	const shardOf = (hash: number): Shard | undefined => shards[hash & (shardCount - 1)];
	return {
		add: (hash, post) => shardOf(hash)?.add(hash | 0 || 1, post),
		posts: hash => shardOf(hash)?.posts(hash | 0 || 1) ?? [],
	};
}

/** A hash of each word. */
export function wordHashes(words: readonly string[]): Int32Array {
	const hashes = new Int32Array(words.length);
	for (let index = 0; index < words.length; index++) hashes[index] = hashOf(words[index] ?? '');
	return hashes;
}

/** FNV-1a over UTF-16 units, its bits mixed as at the end of MurmurHash3. */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return mixed(hash);
}

/** Make every bit of a number move every bit of the answer. Signed, as V8 keeps such numbers without a box. */
export function mixed(hash: number): number {
	let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return bits ^ (bits >>> 16);
}

/** A table of hashes, found by probing. The post of a hash stands in the table; of several they are chained. */
class Shard {
	readonly #mostPosts: number;
	/** 0 is free. */
	#hashes = new Int32Array(16);
	/** How many posts a hash has. */
	#counts = new Uint8Array(16);
	/** The only post, or where in the chains the latest one is. */
	#heads = new Uint32Array(16);
	#used = 0;
	/** Pairs of a post and where the one before it is; of the first post that is its own place. */
	readonly #chains: number[] = [];

	constructor(mostPosts: number) {
		this.#mostPosts = mostPosts;
	}

	add(hash: number, post: number): void {
		const slot = this.#slotOf(hash);
		const count = this.#counts[slot] ?? 0;
		if (count >= this.#mostPosts) return;
		const head = this.#heads[slot] ?? 0;
		if (count === 0) {
			this.#hashes[slot] = hash;
			this.#heads[slot] = post;
			this.#used++;
		} else if ((count === 1 ? head : this.#chains[head]) === post) {
			return;
		} else {
			this.#heads[slot] = this.#chain(post, count === 1 ? this.#chain(head, null) : head);
		}
		this.#counts[slot] = count + 1;
		if (this.#used * 3 >= this.#hashes.length * 2) this.#grow();
	}

	posts(hash: number): readonly number[] {
		const slot = this.#slotOf(hash);
		const count = this.#counts[slot] ?? 0;
		let at = this.#heads[slot] ?? 0;
		if (count < 2) return count === 0 ? [] : [at];
		const posts: number[] = [];
		for (let index = 0; index < count; index++) {
			posts.push(this.#chains[at] ?? 0);
			at = this.#chains[at + 1] ?? 0;
		}
		return posts.reverse();
	}

	#chain(post: number, before: number | null): number {
		const place = this.#chains.length;
		this.#chains.push(post, before ?? place);
		return place;
	}

	/** Where a hash stands, or would. */
	#slotOf(hash: number): number {
		const last = this.#hashes.length - 1;
		let slot = (hash >>> 8) & last;
		while (this.#hashes[slot] !== hash && this.#hashes[slot] !== 0) slot = (slot + 1) & last;
		return slot;
	}

	#grow(): void {
		const hashes = this.#hashes;
		const counts = this.#counts;
		const heads = this.#heads;
		this.#hashes = new Int32Array(hashes.length * 2);
		this.#counts = new Uint8Array(hashes.length * 2);
		this.#heads = new Uint32Array(hashes.length * 2);
		for (let from = 0; from < hashes.length; from++) {
			const hash = hashes[from] ?? 0;
			if (hash === 0) continue;
			const slot = this.#slotOf(hash);
			this.#hashes[slot] = hash;
			this.#counts[slot] = counts[from] ?? 0;
			this.#heads[slot] = heads[from] ?? 0;
		}
	}
}
