/**
Posting lists: for every word form the posts it stands in, in order, each with its fields.

The lists grow together while posts come, so each is a chain of blocks in shared pages,
every block twice as long as the one before up to a limit. The last cell of a block says where the
next begins. A posting packs the post's index and its fields as bits.
*/
import {Pages} from './pages.ts';
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

const firstBlock = 4;
const longestBlock = 4096;

type List = {
	/** The address of the first block. */
	readonly first: number;
	/** The page of the last block, where its next posting goes, where its link stands, and how long it is. */
	page: Uint32Array;
	next: number;
	link: number;
	size: number;
	count: number;
	/** The last posting, or 0. */
	last: number;
};

export class Postings {
	readonly #pages = new Pages();
	readonly #lists: List[] = [];
	#buffer = new Uint32Array(1024);

	/** How many lists there are. */
	get size(): number {
		return this.#lists.length;
	}

	/** Start an empty list; lists are numbered from 0. */
	open(): void {
		const first = this.#pages.reserve(firstBlock);
		const next = this.#pages.offset(first);
		const page = this.#pages.page(first);
		this.#lists.push({first, page, next, link: next + firstBlock - 1, size: firstBlock, count: 0, last: 0});
	}

	/** In how many posts the form of a list stands. */
	count(list: number): number {
		return this.#lists[list]?.count ?? 0;
	}

	/** Add a post, not before those already there. The same post again adds its field. */
	add(number: number, post: number, field: Field): void {
		const list = this.#lists[number];
		if (list === undefined) return;
		const bits = fieldBits[field];
		if (list.count > 0 && postOf(list.last) === post) {
			list.last |= bits;
			list.page[list.next - 1] = list.last;
			return;
		}
		if (list.next === list.link) {
			list.size = Math.min(list.size * 2, longestBlock);
			const block = this.#pages.reserve(list.size);
			list.page[list.link] = block;
			list.page = this.#pages.page(block);
			list.next = this.#pages.offset(block);
			list.link = list.next + list.size - 1;
		}
		list.last = (post << fieldWidth) | bits;
		list.page[list.next++] = list.last;
		list.count++;
	}

	/**
	Gather a list's postings at the beginning of `into`, which grows as needed.

	@returns The buffer, good until the next `read`, and how many postings it holds.
	*/
	read(number: number): {readonly postings: Uint32Array; readonly count: number} {
		const list = this.#lists[number];
		const count = list?.count ?? 0;
		if (this.#buffer.length < count) this.#buffer = new Uint32Array(count * 2);
		const buffer = this.#buffer;
		let size = firstBlock;
		let block = list?.first ?? 0;
		for (let to = 0; to < count; ) {
			const page = this.#pages.page(block);
			const start = this.#pages.offset(block);
			const end = Math.min(count, to + size - 1);
			for (let cell = start; to < end; cell++) buffer[to++] = page[cell] ?? 0;
			block = page[start + size - 1] ?? 0;
			size = Math.min(size * 2, longestBlock);
		}
		return {postings: buffer, count};
	}
}
