/**
Narrowing: which words are worth comparing with the one asked for. A few machine
instructions a word leave some hundreds of a hundred thousand; none that is near by the
rule of nearness.ts is lost.

With at most `k` errors, a letter of the asked word stands in the other one at most `k`
places away, or it is one of the errors. So letters are kept as sets (bits of a number,
which some letters share) by the part of the word they stand in, and compared by part.
*/
import {Growable} from './growable.ts';
import {allowedErrors, shortestBeginning} from './nearness.ts';

/* The asked word's parts, and where their letters may stand with two errors. */
const partEnd = [4, 8, Number.POSITIVE_INFINITY] as const;
const slack = 2;

export class Narrowing {
	readonly #lengthOf: (word: number) => number;
	readonly #head = new Growable();
	readonly #first = new Growable();
	readonly #second = new Growable();
	readonly #all = new Growable();

	/** @param lengthOf - How many UTF-16 units a word has, by its number. */
	constructor(lengthOf: (word: number) => number) {
		this.#lengthOf = lengthOf;
	}

	/** How many bytes it takes. */
	get bytes(): number {
		return 4 * this.#all.bytes;
	}

	/** Give back the room for more. */
	trim(): void {
		for (const row of [this.#head, this.#first, this.#second, this.#all]) row.trim();
	}

	/** Add the next word; words are numbered from 0. */
	add(word: string): void {
		const head = letters(word, 0, partEnd[0]);
		const first = head | letters(word, partEnd[0], partEnd[0] + slack);
		const second = letters(word, partEnd[0] - slack, partEnd[1] + slack);
		this.#head.push(head);
		this.#first.push(first);
		this.#second.push(second);
		this.#all.push(first | second | letters(word, partEnd[1] + slack, partEnd[2]));
	}

	/** The numbers of the words that may be near, among them all that are. Never throws. */
	narrow(asked: string): readonly number[] {
		const allowed = allowedErrors(asked.length);
		const found: number[] = [];
		if (allowed === 0) return found;
		const around = letters(asked, 0, partEnd[0] + slack);
		const first = letters(asked, 0, partEnd[0]);
		const second = letters(asked, partEnd[0], partEnd[1]);
		const rest = letters(asked, partEnd[1], partEnd[2]);
		const shortest = asked.length - allowed;
		const longest = asked.length < shortestBeginning ? asked.length + allowed : Number.POSITIVE_INFINITY;
		const heads = this.#head.cells;
		const firsts = this.#first.cells;
		const seconds = this.#second.cells;
		const alls = this.#all.cells;
		const words = this.#all.length;
		for (let word = 0; word < words; word++) {
			// Nearly every word fails the first test: letters are left when as many as may be missing are taken away.
			let left = first & ~(firsts[word] ?? 0);
			left &= left - 1;
			if (allowed === 2) left &= left - 1;
			if (left !== 0) continue;
			const length = this.#lengthOf(word);
			if (length < shortest || length > longest) continue;
			const missing =
				count(first & ~(firsts[word] ?? 0)) + count(second & ~(seconds[word] ?? 0)) + count(rest & ~(alls[word] ?? 0));
			if (missing <= allowed && count((heads[word] ?? 0) & ~around) <= allowed) found.push(word);
		}
		return found;
	}
}

/** The letters of a part of a word as bits. */
function letters(word: string, from: number, to: number): number {
	let bits = 0;
	for (let at = from; at < word.length && at < to; at++) bits |= 1 << (word.charCodeAt(at) & 31);
	return bits;
}

/** How many bits are set. */
function count(bits: number): number {
	const pairs = bits - ((bits >>> 1) & 0x55555555);
	const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
	return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
