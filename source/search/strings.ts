/**
Strings: many short strings, each kept once and known by its number, in a few flat arrays.

A string is looked up where it stands in a longer text, so that splitting a dump into
words makes no object a word. A hash table finds it (open addressing); all of them
behind each other, parted by line feeds, can be scanned as one text.
*/
import {Growable} from './growable.ts';

const firstHash = 0x811c9dc5;

/** The hash of the empty text, to begin with. */
export const emptyHash: number = firstHash | 0;

/** The hash of a text and one more UTF-16 unit (FNV-1a, a unit a step). */
export function hashWith(hash: number, unit: number): number {
	return Math.imul(hash ^ unit, 0x01000193);
}

/** The hash of a whole text. */
export function hashOf(text: string): number {
	let hash = emptyHash;
	for (let at = 0; at < text.length; at++) hash = hashWith(hash, text.charCodeAt(at));
	return hash;
}

const lineFeed = 10;

/* A slot: a number below 2^26 and six bits of a hash, which spare most comparisons with other strings. */
const numberMask = (1 << 26) - 1;
const tagMask = ~numberMask;

/* Fits the processor's nearest cache, which the table of all strings does not. */
const recentMask = (1 << 13) - 1;

export class Strings {
	/** A line feed, then every string with a line feed behind it. */
	#units = new Uint16Array(1 << 12).fill(lineFeed, 0, 1);
	#length = 1;
	readonly #starts = new Growable();
	/** Numbers + 1, each with some bits of its string's hash; 0 is free. At most two thirds are taken. */
	#slots = new Int32Array(1 << 10);
	#free = 0;
	/** The slots that were found last, by other bits of the hash: nearly all words of a text are among a few thousand. */
	readonly #recent = new Int32Array(recentMask + 1);
	readonly #decoder = new TextDecoder('utf-16le');
	#scan = '';

	/** How many strings there are; they are numbered from 0 in the order they came. */
	get size(): number {
		return this.#starts.length;
	}

	/** How many bytes it takes. */
	get bytes(): number {
		return this.#units.byteLength + this.#slots.byteLength + this.#starts.bytes + this.#scan.length;
	}

	/**
	The number of a part of a text, new (then it is `size` - 1) or known. It may hold no line feed.

	@param hash - The part's.
	*/
	add(text: string, start: number, end: number, hash: number): number {
		const known = this.#numberOf(text, start, end, hash);
		return known >= 0 ? known : this.#enter(text, start, end, hash);
	}

	#enter(text: string, start: number, end: number, hash: number): number {
		const number = this.size;
		const length = this.#length + end - start + 1;
		if (length > this.#units.length) {
			const units = new Uint16Array(Math.max(length, Math.ceil(this.#units.length * 1.25)));
			units.set(this.#units);
			this.#units = units;
		}
		this.#starts.push(this.#length);
		for (let at = start; at < end; at++) this.#units[this.#length++] = text.charCodeAt(at);
		this.#units[this.#length++] = lineFeed;
		this.#slots[this.#free] = (hash & tagMask) | (number + 1);
		if (this.size * 3 > this.#slots.length * 2) this.#grow();
		return number;
	}

	/** Give back the room for more. */
	trim(): void {
		this.#units = this.#units.slice(0, this.#length);
		this.#starts.trim();
	}

	/** The number of a string, or -1. */
	find(text: string): number {
		return this.#numberOf(text, 0, text.length, hashOf(text));
	}

	/** The number of a part of a text, or -1. @param hash - The part's. */
	findPart(text: string, start: number, end: number, hash: number): number {
		return this.#numberOf(text, start, end, hash);
	}

	/** A string by its number; empty if there is none. */
	get(number: number): string {
		const start = this.#starts.cells[number] ?? 0;
		return number < this.size ? this.scan().slice(start, this.endOf(number)) : '';
	}

	/** Where a string begins in `scan()` and `units`. */
	startOf(number: number): number {
		return this.#starts.cells[number] ?? 0;
	}

	/** Where it ends: there stands a line feed. */
	endOf(number: number): number {
		return (number + 1 < this.size ? (this.#starts.cells[number + 1] ?? 0) : this.#length) - 1;
	}

	/** Where in `scan()` a text begins that stands in a string, the line feed behind it included, or -1. */
	placeIn(number: number, text: string): number {
		const units = this.#units;
		const {length} = text;
		const first = text.charCodeAt(0);
		for (let place = this.startOf(number), last = this.endOf(number) + 1 - length; place <= last; place++) {
			if (units[place] !== first) continue;
			let at = 1;
			while (at < length && units[place + at] === text.charCodeAt(at)) at++;
			if (at === length) return place;
		}
		return -1;
	}

	/** Line feed, string, line feed, string, …, line feed. */
	scan(): string {
		if (this.#scan.length < this.#length) {
			this.#scan += this.#decoder.decode(this.#units.subarray(this.#scan.length, this.#length));
		}
		return this.#scan;
	}

	/** The same as UTF-16 units. Good until the next `add`. */
	get units(): Uint16Array {
		return this.#units;
	}

	/** The string that stands at a place of `scan()`, not before another one. */
	at(place: number, from: number): number {
		const starts = this.#starts.cells;
		let step = 1;
		let low = from;
		while (low + step < this.size && (starts[low + step] ?? 0) <= place) {
			low += step;
			step *= 2;
		}
		let high = Math.min(this.size, low + step) - 1;
		while (low < high) {
			const middle = (low + high + 1) >>> 1;
			if ((starts[middle] ?? 0) <= place) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	/** The number of a part of a text, or -1: then `#free` is the slot where it would go. */
	#numberOf(text: string, start: number, end: number, hash: number): number {
		const spreadHash = spread(hash);
		const tag = hash & tagMask;
		const recent = this.#recent[spreadHash & recentMask] ?? 0;
		if (recent !== 0 && (recent & tagMask) === tag && this.#is((recent & numberMask) - 1, text, start, end)) {
			return (recent & numberMask) - 1;
		}
		const slots = this.#slots;
		const mask = slots.length - 1;
		for (let slot = spreadHash & mask; ; slot = (slot + 1) & mask) {
			const taken = slots[slot] ?? 0;
			if (taken === 0) {
				this.#free = slot;
				return -1;
			}
			if ((taken & tagMask) !== tag || !this.#is((taken & numberMask) - 1, text, start, end)) continue;
			this.#recent[spreadHash & recentMask] = taken;
			return (taken & numberMask) - 1;
		}
	}

	#is(number: number, text: string, start: number, end: number): boolean {
		const units = this.#units;
		let unit = this.#starts.cells[number] ?? 0;
		let at = start;
		while (at < end && units[unit] === text.charCodeAt(at)) {
			unit++;
			at++;
		}
		return at === end && units[unit] === lineFeed;
	}

	#grow(): void {
		const slots = new Int32Array(this.#slots.length * 2);
		const mask = slots.length - 1;
		for (let number = 0, unit = 1; number < this.size; number++, unit++) {
			let hash = emptyHash;
			for (; this.#units[unit] !== lineFeed; unit++) hash = hashWith(hash, this.#units[unit] ?? 0);
			let slot = spread(hash) & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = (hash & tagMask) | (number + 1);
		}
		this.#slots = slots;
	}
}

/** The low bits of the hash of short texts vary too little. */
function spread(hash: number): number {
	return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 12;
}
