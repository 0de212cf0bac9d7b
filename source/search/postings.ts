/**
Posting lists: for every form the posts it stands in, in order, each with its fields.

The lists grow together while posts come. What was added last to a list stands in a
number of its own, because another field of the same post may follow. The postings before
it are bytes in a chain of blocks, the later ones longer:
the distance to the next post, seven bits a byte, and before it the fields where they are not the text alone.
*/
import {Blocks} from './pages.ts';
import type {Field} from './search.ts';

export const fieldBits: Readonly<Record<Field, number>> = {author: 1, quote: 2, text: 4};
export const allFields = 7;
const fieldWidth = 3;

/** The post's index in a posting. */
export function postOf(posting: number): number {
	return posting >>> fieldWidth;
}

/** The fields in a posting, as `fieldBits`. */
export function fieldsOf(posting: number): number {
	return posting & allFields;
}

/** How long the blocks of a chain are, one after the other; the last size goes on. */
const blockSizes = [16, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024] as const;

function blockSize(place: number): number {
	return blockSizes[Math.min(place, blockSizes.length - 1)] ?? 1024;
}

/** A block ends with its place in the chain, counted from 1 as far as sizes differ, and the address of the next one. */
const linkSize = 5;

/** Stands before the fields of a posting: no distance is 0. */
const otherFields = 0;

/** Of a list: its first block, where its next byte goes, its last posting, and how many it has. */
const cells = {first: 0, next: 1, last: 2, count: 3, all: 4} as const;

export class Postings {
	readonly #blocks = new Blocks();
	/* Of every list, side by side because they are read together: see `cells`. */
	#lists = new Uint32Array(1024);
	#size = 0;
	#bytes = new Uint8Array(1024);
	#postings = new Uint32Array(1024);

	/** How many lists there are. */
	get size(): number {
		return this.#size;
	}

	/** How many bytes they take. */
	get bytes(): number {
		return this.#blocks.bytes + this.#lists.byteLength;
	}

	/** Start an empty list; lists are numbered from 0. */
	open(): void {
		this.#size++;
		if (this.#size * cells.all <= this.#lists.length) return;
		const lists = new Uint32Array(Math.ceil(this.#size * 1.25) * cells.all);
		lists.set(this.#lists);
		this.#lists = lists;
	}

	/** In how many posts the form of a list stands. */
	count(list: number): number {
		return this.#lists[list * cells.all + cells.count] ?? 0;
	}

	/** Add a post, not before those already there. The same post again adds its fields. */
	add(list: number, post: number, fields: number): void {
		const lists = this.#lists;
		const cell = list * cells.all;
		const last = lists[cell + cells.last] ?? 0;
		const count = lists[cell + cells.count] ?? 0;
		if (count > 0) {
			if (last >>> fieldWidth === post) {
				lists[cell + cells.last] = last | fields;
				return;
			}
			if (count === 1) {
				const block = this.#reserve(0);
				lists[cell + cells.first] = block;
				lists[cell + cells.next] = block;
			}
			this.#settle(cell, fieldsOf(last), post - postOf(last));
		}
		lists[cell + cells.last] = (post << fieldWidth) | fields;
		lists[cell + cells.count] = count + 1;
	}

	/** Write the fields of a list's last posting, and how far the next one is. */
	#settle(cell: number, fields: number, distance: number): void {
		if (fields !== fieldBits.text) {
			this.#write(cell, otherFields);
			this.#write(cell, fields);
		}
		let rest = distance;
		for (; rest > 0x7f; rest >>>= 7) this.#write(cell, (rest & 0x7f) | 0x80);
		this.#write(cell, rest);
	}

	#write(cell: number, byte: number): void {
		let next = this.#lists[cell + cells.next] ?? 0;
		let page = this.#blocks.page(next);
		let offset = this.#blocks.offset(next);
		if (page[offset] !== 0) {
			// Free bytes are 0.
			next = this.#reserve(page[offset] ?? 0);
			for (let at = 1, rest = next; at < linkSize; at++, rest >>>= 8) page[offset + at] = rest & 0xff;
			page = this.#blocks.page(next);
			offset = this.#blocks.offset(next);
		}
		page[offset] = byte;
		this.#lists[cell + cells.next] = next + 1;
	}

	/** The block at a place of its chain, from 0. */
	#reserve(place: number): number {
		const size = blockSize(place);
		const address = this.#blocks.reserve(size);
		const end = this.#blocks.offset(address) + size - linkSize;
		this.#blocks.page(address)[end] = Math.min(place + 1, blockSizes.length);
		return address;
	}

	/**
	Gather a list's postings.

	@returns They stand at the beginning, as many as `count` says. Good until the next `read`.
	*/
	read(list: number): Uint32Array {
		const count = this.count(list);
		if (this.#postings.length < count) this.#postings = new Uint32Array(count * 2);
		const postings = this.#postings;
		if (count === 0) return postings;
		if (count > 1) this.#gather(list);
		const bytes = this.#bytes;
		// The first post is known once all distances to the last one are.
		let post = 0;
		let at = 0;
		for (let to = 0; to < count - 1; to++) {
			let byte = bytes[at++] ?? 0;
			let fields: number = fieldBits.text;
			if (byte === otherFields) {
				fields = bytes[at++] ?? 0;
				byte = bytes[at++] ?? 0;
			}
			postings[to] = (post << fieldWidth) | fields;
			post += byte & 0x7f;
			for (let shift = 7; byte > 0x7f; shift += 7) {
				byte = bytes[at++] ?? 0;
				post += (byte & 0x7f) << shift;
			}
		}
		const last = this.#lists[list * cells.all + cells.last] ?? 0;
		postings[count - 1] = last;
		const first = (postOf(last) - post) << fieldWidth;
		if (first > 0) for (let to = 0; to < count - 1; to++) postings[to] = (postings[to] ?? 0) + first;
		return postings;
	}

	/** Put the bytes of a list's blocks behind each other. */
	#gather(list: number): void {
		const end = this.#lists[list * cells.all + cells.next] ?? 0;
		let block = this.#lists[list * cells.all + cells.first] ?? 0;
		let length = 0;
		for (let place = 0; ; place++) {
			const size = blockSize(place);
			const page = this.#blocks.page(block);
			const start = this.#blocks.offset(block);
			const isLast = end >= block && end <= block + size - linkSize;
			const taken = isLast ? end - block : size - linkSize;
			if (length + taken > this.#bytes.length) {
				const bytes = new Uint8Array((length + taken) * 2);
				bytes.set(this.#bytes);
				this.#bytes = bytes;
			}
			// Most lists are short, and a view costs more than a few bytes.
			if (taken > 64) this.#bytes.set(page.subarray(start, start + taken), length);
			else for (let at = 0; at < taken; at++) this.#bytes[length + at] = page[start + at] ?? 0;
			length += taken;
			if (isLast) return;
			const link = start + size - linkSize + 1;
			block = 0;
			for (let at = linkSize - 2; at >= 0; at--) block = (block << 8) | (page[link + at] ?? 0);
			block >>>= 0;
		}
	}
}
