/**
Posting lists: for every form the posts it stands in, in order, each with its fields.

The lists grow together while posts come. What is new waits as entries of a few lists' chains
in one batch, where adding costs no more than a look at the list's newest entry, and is then written, list by list, as
chunks of bytes. A chunk tells its postings from the newest to the oldest, each with the distance to the one
before it, and leads to the chunk before it. `settle` writes every list as a single chunk.
*/
import {newBuffer, resized} from '../thread/buffer.ts';
import {Bytes} from './pages.ts';
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

/* So many postings wait at most before they are written, which takes a few milliseconds. */
const batchSize = 1 << 17;

/** Stands before the fields of a posting where they are not the text alone: no distance is 0. */
const otherFields = 0;
/** The most bytes of a posting: mark, fields, distance. */
const longestPosting = 7;
/** The most bytes before a chunk's postings: the distance to the chunk before it, and how many bytes follow. */
const longestHead = 10;

/** Of a list: its newest posting that has been written, how many those are, and its newest chunk's address + 1. */
const cells = {last: 0, count: 1, chunk: 2, all: 3} as const;

/* Lists are settled again once what came since is a quarter as long. */
const scatteredPart = 4;
/* So many lists are settled between two looks at the clock. */
const listsAtOnce = 256;

export class Postings {
	readonly #store = new Bytes();
	#lists = new Uint32Array(1024 * cells.all);
	#size = 0;
	/** Of every list its newest waiting entry, or 0. */
	#newest = new Uint32Array(0);
	/** The waiting entries, from 1: postings, and the list's entry before each. */
	#waiting = new Uint32Array(1024);
	#before = new Uint32Array(1024);
	#next = 1;
	/** The lists with waiting entries. */
	#touched = new Uint32Array(1024);
	#touchedCount = 0;
	/** The post whose postings were being added when they were written. */
	#parted = -1;
	#bytes = new Uint8Array(4096);
	#postings = new Uint32Array(1024);
	#address = 0;
	/** Where what was settled begins and ends. */
	#settled = {from: 0, end: 0};
	/** While that is being done: which list is next, and where the new chunks begin. */
	#settling: {next: number; readonly from: number} | null = null;

	/** How many lists there are. */
	get size(): number {
		return this.#size;
	}

	/** How many bytes they take. */
	get bytes(): number {
		const waiting = this.#waiting.byteLength + this.#before.byteLength + this.#touched.byteLength;
		return this.#store.bytes + this.#lists.byteLength + this.#newest.byteLength + waiting;
	}

	/** Start an empty list; lists are numbered from 0. */
	open(): void {
		this.#size++;
		if (this.#size * cells.all <= this.#lists.length) return;
		this.#lists = resized(this.#lists, (Math.ceil(this.#size * 1.25) + 16) * cells.all);
	}

	/** In how many posts the form of a list stands. */
	count(list: number): number {
		this.#write();
		return this.#lists[list * cells.all + cells.count] ?? 0;
	}

	/**
	Add a post to lists, not before those already there. The same post again adds its fields.

	@param lists - They stand at the beginning; any of them may come again.
	*/
	add(lists: Uint32Array, count: number, post: number, fields: number): void {
		if (this.#next + count > this.#waiting.length) this.#makeRoom(count);
		if (this.#newest.length < this.#size) this.#newest = grown(this.#newest, Math.ceil(this.#size * 1.25) + 1024);
		const newest = this.#newest;
		const waiting = this.#waiting;
		const before = this.#before;
		let next = this.#next;
		for (let at = 0; at < count; at++) {
			const list = lists[at] ?? 0;
			const entry = newest[list] ?? 0;
			const posting = waiting[entry] ?? 0;
			if (entry === 0) {
				if (this.#parted === post && this.#isWritten(list, post, fields)) continue;
				this.#touch(list);
			} else if (posting >>> fieldWidth === post) {
				waiting[entry] = posting | fields;
				continue;
			}
			waiting[next] = (post << fieldWidth) | fields;
			before[next] = entry;
			newest[list] = next++;
		}
		this.#next = next;
		if (next > batchSize) this.#write();
	}

	/** Where a post's postings were written before it ended: whether the list has it, fields added. */
	#isWritten(list: number, post: number, fields: number): boolean {
		const cell = list * cells.all;
		const last = this.#lists[cell + cells.last] ?? 0;
		if (this.#lists[cell + cells.count] === 0 || postOf(last) !== post) return false;
		this.#lists[cell + cells.last] = last | fields;
		return true;
	}

	#touch(list: number): void {
		if (this.#touchedCount === this.#touched.length) {
			this.#touched = grown(this.#touched, this.#touchedCount * 2);
		}
		this.#touched[this.#touchedCount++] = list;
	}

	#makeRoom(count: number): void {
		const room = Math.max(this.#next + count, Math.min(this.#waiting.length * 2, batchSize + 4096));
		this.#waiting = grown(this.#waiting, room);
		this.#before = grown(this.#before, room);
	}

	/** Write what waits. */
	#write(): void {
		if (this.#touchedCount === 0) return;
		const base = this.#store.length;
		let length = 0;
		this.#reserve(this.#touchedCount * longestHead + this.#next * longestPosting);
		for (let at = 0; at < this.#touchedCount; at++) {
			const list = this.#touched[at] ?? 0;
			length = this.#writeChunk(list, base, length);
			this.#newest[list] = 0;
		}
		this.#store.append(this.#bytes, length);
		this.#parted = postOf(this.#waiting[this.#next - 1] ?? 0);
		this.#next = 1;
		this.#touchedCount = 0;
	}

	/**
	Write a list's waiting entries but the newest, and before them what was the newest so far.

	@param base - Where the bytes will stand.
	@param start - Where those of this chunk go in `#bytes`.
	@returns Where they end.
	*/
	#writeChunk(list: number, base: number, start: number): number {
		const cell = list * cells.all;
		const count = this.#lists[cell + cells.count] ?? 0;
		const last = this.#lists[cell + cells.last] ?? 0;
		const newest = this.#newest[list] ?? 0;
		const before = this.#before;
		const waiting = this.#waiting;
		this.#lists[cell + cells.last] = waiting[newest] ?? 0;
		let left = before[newest] ?? 0;
		if (left === 0 && count === 0) {
			this.#lists[cell + cells.count] = 1;
			return start;
		}
		const bytes = this.#bytes;
		// Most chunks are shorter than 128 bytes: their length takes one, and longer ones are moved.
		const chunk = this.#lists[cell + cells.chunk] ?? 0;
		const head = putNumber(bytes, start, chunk === 0 ? 0 : base + start + 1 - chunk);
		let at = head + 1;
		let post = postOf(waiting[newest] ?? 0);
		let written = 0;
		for (let isLast = false; !isLast; written++) {
			const posting = left === 0 ? last : (waiting[left] ?? 0);
			left = left === 0 ? 0 : (before[left] ?? 0);
			isLast = left === 0 && (count === 0 || posting === last);
			if (fieldsOf(posting) !== fieldBits.text) {
				bytes[at++] = otherFields;
				bytes[at++] = fieldsOf(posting);
			}
			let rest = post - postOf(posting);
			for (; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
			bytes[at++] = rest;
			post = postOf(posting);
		}
		this.#lists[cell + cells.count] = Math.max(1, count) + written;
		this.#lists[cell + cells.chunk] = base + start + 1;
		return closeChunk(bytes, head, at);
	}

	#reserve(length: number): void {
		if (length <= this.#bytes.length) return;
		const bytes = new Uint8Array(newBuffer(length * 2), 0, length * 2);
		bytes.set(this.#bytes);
		this.#bytes = bytes;
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
		this.#gather(list, 0);
		const bytes = this.#bytes;
		const last = this.#lists[list * cells.all + cells.last] ?? 0;
		postings[count - 1] = last;
		let post = postOf(last);
		let at = 0;
		for (let to = count - 2; to >= 0; to--) {
			let byte = bytes[at++] ?? 0;
			let fields: number = fieldBits.text;
			if (byte === otherFields) {
				fields = bytes[at++] ?? 0;
				byte = bytes[at++] ?? 0;
			}
			post -= byte & 0x7f;
			for (let shift = 7; byte > 0x7f; shift += 7) {
				byte = bytes[at++] ?? 0;
				post -= (byte & 0x7f) << shift;
			}
			postings[to] = (post << fieldWidth) | fields;
		}
		return postings;
	}

	/**
	Give every post of a list the number that belongs to the fields it stands there with, unless it has a lower one.

	The same as going over what `read` gathers, without gathering it.

	@param byFields - By a posting's fields the number.
	@param numbers - By post what it has. Posts that are beyond it are left out.
	*/
	lower(list: number, byFields: Uint16Array, numbers: Uint16Array): void {
		const count = this.count(list);
		if (count === 0) return;
		const last = this.#lists[list * cells.all + cells.last] ?? 0;
		let post = postOf(last);
		let number = byFields[fieldsOf(last)] ?? 0;
		if (number < (numbers[post] ?? 0)) numbers[post] = number;
		if (count === 1) return;
		const inText = byFields[fieldBits.text] ?? 0;
		const end = this.#gather(list, 0);
		const bytes = this.#bytes;
		for (let at = 0; at < end; ) {
			let byte = bytes[at++] ?? 0;
			number = inText;
			if (byte === otherFields) {
				number = byFields[bytes[at++] ?? 0] ?? 0;
				byte = bytes[at++] ?? 0;
			}
			post -= byte & 0x7f;
			for (let shift = 7; byte > 0x7f; shift += 7) {
				byte = bytes[at++] ?? 0;
				post -= (byte & 0x7f) << shift;
			}
			if (number < (numbers[post] ?? 0)) numbers[post] = number;
		}
	}

	/** Put the bytes of a list's chunks behind each other into `#bytes`. @returns Where they end. */
	#gather(list: number, start: number): number {
		let end = start;
		for (let chunk = this.#lists[list * cells.all + cells.chunk] ?? 0; chunk !== 0; ) {
			this.#address = chunk - 1;
			const back = this.#takeNumber();
			const length = this.#takeNumber();
			this.#reserve(end + length);
			this.#store.read(this.#address, length, this.#bytes, end);
			end += length;
			chunk = back === 0 ? 0 : chunk - back;
		}
		return end;
	}

	/** The number that stands at `#address`, which moves behind it. */
	#takeNumber(): number {
		let byte = this.#store.at(this.#address++);
		let number = byte & 0x7f;
		for (let shift = 7; byte > 0x7f; shift += 7) {
			byte = this.#store.at(this.#address++);
			number |= (byte & 0x7f) << shift;
		}
		return number >>> 0;
	}

	/**
	Write every list anew as one chunk where they have become scattered, which takes less memory and is read
	faster. Goes on where it stopped, a little further each time; lists may be read and added to meanwhile.

	@returns Whether that is done.
	*/
	settle(isOver: () => boolean): boolean {
		this.#write();
		if (this.#settling === null) {
			const {from, end} = this.#settled;
			const {length} = this.#store;
			if ((length - end) * scatteredPart <= end - from) return true;
			this.#settling = {next: 0, from: length};
		}
		const {from} = this.#settling;
		for (let first = true; this.#settling.next < this.#size; first = false) {
			if (!first && isOver()) return false;
			const base = this.#store.length;
			let end = 0;
			for (let some = 0; some < listsAtOnce && this.#settling.next < this.#size; some++) {
				end = this.#settleList(this.#settling.next++, base, end);
			}
			this.#store.append(this.#bytes, end);
		}
		this.#store.forget(from);
		this.#settled = {from, end: this.#store.length};
		this.#settling = null;
		this.#trim();
		return true;
	}

	/** Give back the room for more. */
	#trim(): void {
		this.#waiting = new Uint32Array(1024);
		this.#before = new Uint32Array(1024);
		this.#touched = new Uint32Array(1024);
		this.#bytes = new Uint8Array(4096);
		this.#newest = new Uint32Array(0);
		this.#lists = resized(this.#lists, this.#size * cells.all);
	}

	#settleList(list: number, base: number, start: number): number {
		const cell = list * cells.all + cells.chunk;
		if (this.#lists[cell] === 0) return start;
		this.#reserve(start + 2);
		// Nothing stands before it.
		this.#bytes[start] = 0;
		const end = this.#gather(list, start + 2);
		this.#reserve(end + longestHead);
		this.#lists[cell] = base + start + 1;
		return closeChunk(this.#bytes, start + 1, end);
	}
}

/** Write how long a chunk is: its bytes stand one behind `head`. @returns Where it ends. */
function closeChunk(bytes: Uint8Array, head: number, end: number): number {
	const length = end - head - 1;
	if (length <= 0x7f) {
		bytes[head] = length;
		return end;
	}
	const size = Math.ceil((32 - Math.clz32(length)) / 7);
	bytes.copyWithin(head + size, head + 1, end);
	return putNumber(bytes, head, length) + length;
}

/** Write a number, seven bits a byte. @returns Where it ends. */
function putNumber(bytes: Uint8Array, start: number, number: number): number {
	let at = start;
	let rest = number;
	for (; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
	bytes[at++] = rest;
	return at;
}

/** As `resized`, in usual memory: these are touched for every word that is added. */
function grown(cells: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
	const longer = new Uint32Array(length);
	longer.set(cells);
	return longer;
}
