/**
The lane: a long list of objects alike, read without a scan.

Where the elements of a list begin with the same two keys, the place between two of them can be guessed from the
text. `JSON.parse` proves the guess: a text that begins behind an element and parses as the rest of a list ends
behind one. What cannot be proved is left to the scan.
*/
import {asList, type Json} from './json.ts';

/**
So much text is parsed in one go, in UTF-16 units: V8 takes what it makes of more than 100 KiB for long-lived, and
most of it is not.
*/
const pieceUnits = 90_000;
/** Less than this in a chunk is a slow input, whose elements should not wait for one another. */
const leastChunk = 1 << 14;
/** An element that is longer than this is not waited for. */
const longestElement = 1 << 17;
/** So many guesses are made in a chunk. */
const mostGuesses = 64;

const beginning =
	/^(\{\s*"(?:[^"\\]|\\.){1,40}"\s*:)\s*(?:"(?:[^"\\]|\\.){0,200}"|[^\s",{}[\]]{1,40})\s*,\s*"([\w-]{1,40})"\s*:/;

export class ListLane {
	/** What is not parsed yet, from behind an element. */
	text: string;
	/** How much was parsed in this lane, in UTF-16 units. */
	taken = 0;
	/** What ends an element and begins the next, up to the first key. */
	readonly #joint: string;
	/** What stands behind a joint: a plain value and the second key. */
	readonly #proof: RegExp;

	private constructor(text: string, joint: string, secondKey: string) {
		this.text = text;
		this.#joint = joint;
		this.#proof = new RegExp(
			String.raw`\s*(?:"(?:[^"\\]|\\.){0,200}"|[^\s",{}[\]]{1,40})\s*,\s*"${secondKey}"\s*:`,
			'y',
		);
	}

	/**
	@param end - Where in the chunk the last whole element of a list ends.
	@param start - Where the next one begins.
	@returns The lane for what follows; `null` if the elements are not of the kind. Never throws.
	*/
	static enter(chunk: string, end: number, start: number): ListLane | null {
		if (chunk.length < leastChunk || chunk[end - 1] !== '}') return null;
		const [, first, secondKey] = beginning.exec(chunk.slice(start, start + 400)) ?? [];
		if (first === undefined || secondKey === undefined) return null;
		return new ListLane(chunk.slice(end), chunk.slice(end - 1, start) + first, secondKey);
	}

	/**
	@param chunk - What follows.
	@returns The elements that are whole now; `null` if the lane ends here: then `text` is for somebody else. Never throws.
	*/
	push(chunk: string): readonly Json[] | null {
		const end = this.#lastJoint(chunk);
		if (end === -1) {
			this.text += chunk;
			return this.text.length > longestElement ? null : [];
		}
		const elements: Json[] = [];
		let held = this.text;
		let from = 0;
		while (from <= end) {
			const joint = end - from <= pieceUnits ? end : this.#nextJoint(chunk, from + pieceUnits, end);
			if (!addElements(held + chunk.slice(from, joint + 1), elements)) break;
			held = '';
			from = joint + 1;
		}
		if (from > 0) this.taken += this.text.length + from;
		this.text = held + chunk.slice(from);
		return from === 0 ? null : elements;
	}

	#lastJoint(chunk: string): number {
		let at = chunk.length;
		for (let guess = 0; guess < mostGuesses && at > 0; guess++) {
			at = chunk.lastIndexOf(this.#joint, at - 1);
			if (at === -1 || this.#isJoint(chunk, at)) return at;
		}
		return -1;
	}

	#nextJoint(chunk: string, from: number, last: number): number {
		for (let at = chunk.indexOf(this.#joint, from); at !== -1 && at < last; ) {
			if (this.#isJoint(chunk, at)) return at;
			at = chunk.indexOf(this.#joint, at + 1);
		}
		return last;
	}

	#isJoint(chunk: string, at: number): boolean {
		this.#proof.lastIndex = at + this.#joint.length;
		return this.#proof.test(chunk);
	}
}

/** @param text - From behind an element of a list to behind another. @returns Whether it is that. */
function addElements(text: string, elements: Json[]): boolean {
	try {
		const piece = asList(JSON.parse(`[null${text}]`));
		for (const [index, element] of piece.entries()) if (index > 0) elements.push(element);
		return true;
	} catch {
		return false;
	}
}
