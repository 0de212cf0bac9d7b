/**
A hash index: which posts hold a word or a run of words, told by a hash of 32 bits.

Numbers side by side in typed arrays: a dump of a gigabyte has more words than a `Map` can take.
*/
import {newBuffer} from './buffer.ts';
import {Column} from './column.ts';

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
	const lists = new PostLists(mostPosts);
	const shards = Array.from({length: shardCount}, () => new Shard(lists));
	return {
		add: (hash, post) => shards[hash & (shardCount - 1)]?.add(hash | 0 || 1, post),
		fill: hash => shards[hash & (shardCount - 1)]?.add(hash | 0 || 1, full),
		count: hash => shards[hash & (shardCount - 1)]?.count(hash | 0 || 1) ?? 0,
		posts: hash => shards[hash & (shardCount - 1)]?.posts(hash | 0 || 1) ?? none,
	};
}

/** Stands for posts that are too many. */
const full = -0x8000_0000;

/** A list has room for two posts at first, and whenever that is full for twice as many. */
const leastRoom = 2;

/**
Lists of several posts, told by where they stand: how many there are, then the posts. The room that a list has left is
the next one's that needs as much.
*/
class PostLists {
	readonly #mostPosts: number;
	readonly #cells = new Column();
	/** By the size of a room: where the last one that was left stands, -1 for none; it holds where the one before it does. */
	readonly #left: number[] = [];

	constructor(mostPosts: number) {
		this.#mostPosts = mostPosts;
	}

	/** @returns Where a list of these two stands. */
	start(first: number, second: number): number {
		const list = this.#room(leastRoom);
		this.#cells.set(list, 2);
		this.#cells.set(list + 1, first);
		this.#cells.set(list + 2, second);
		return list;
	}

	/** @returns Where the list stands now, or -1 if it was full and is no more. */
	add(list: number, post: number): number {
		const count = this.count(list);
		if (this.#cells.at(list + count) === post) return list;
		if (count === this.#mostPosts) {
			this.#leave(list, roomFor(count));
			return -1;
		}
		const to = roomFor(count) > count ? list : this.#moved(list, count);
		this.#cells.set(to, count + 1);
		this.#cells.set(to + count + 1, post);
		return to;
	}

	count(list: number): number {
		return this.#cells.at(list);
	}

	posts(list: number): readonly number[] {
		return Array.from({length: this.count(list)}, (_, at) => this.#cells.at(list + 1 + at));
	}

	#moved(list: number, count: number): number {
		const to = this.#room(count * 2);
		for (let at = 1; at <= count; at++) this.#cells.set(to + at, this.#cells.at(list + at));
		this.#leave(list, count);
		return to;
	}

	#room(size: number): number {
		const left = this.#left[size] ?? -1;
		if (left === -1) {
			const end = this.#cells.length;
			this.#cells.set(end + size, 0);
			return end;
		}
		this.#left[size] = this.#cells.at(left);
		return left;
	}

	#leave(list: number, size: number): void {
		this.#cells.set(list, this.#left[size] ?? -1);
		this.#left[size] = list;
	}
}

/** How much room a list of so many has. */
function roomFor(count: number): number {
	let room = leastRoom;
	while (room < count) room *= 2;
	return room;
}

/**
A table of hashes, found by probing. A slot is two numbers side by side, so that finding it mostly costs one look at
memory: the hash, 0 if free; and its only post, or of several, below zero, where their list stands.
*/
class Shard {
	readonly #lists: PostLists;
	#slots = new Int32Array(32);
	#used = 0;

	constructor(lists: PostLists) {
		this.#lists = lists;
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
		if (post === full) {
			this.#slots[slot + 1] = full;
			return;
		}
		const list = head >= 0 ? this.#lists.start(head, post) : this.#lists.add(~head, post);
		this.#slots[slot + 1] = list === -1 ? full : ~list;
	}

	count(hash: number): number {
		const slot = this.#slotOf(hash);
		const head = this.#slots[slot + 1] ?? 0;
		if (this.#slots[slot] === 0 || head === full) return 0;
		return head >= 0 ? 1 : this.#lists.count(~head);
	}

	posts(hash: number): readonly number[] {
		const slot = this.#slotOf(hash);
		const head = this.#slots[slot + 1] ?? 0;
		if (this.#slots[slot] === 0 || head === full) return none;
		return head >= 0 ? [head] : this.#lists.posts(~head);
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
		const length = before.length * 2;
		this.#slots = new Int32Array(newBuffer(length * Int32Array.BYTES_PER_ELEMENT), 0, length);
		for (let from = 0; from < before.length; from += 2) {
			const hash = before[from] ?? 0;
			if (hash === 0) continue;
			const slot = this.#slotOf(hash);
			this.#slots[slot] = hash;
			this.#slots[slot + 1] = before[from + 1] ?? 0;
		}
	}
}
