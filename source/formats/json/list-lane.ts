/**
The lane: a long list of objects alike, read without a scan.

Where the elements of a list begin with the same two keys, the place between two of them can be guessed from the
text. `JSON.parse` proves the guess: a text that begins behind an element and parses as the rest of a list ends
behind one. What cannot be proved is left to the scan.
*/
import {asList, type Json} from './json.ts';

/** Less than this in a chunk is a slow input, whose elements should not wait for one another. */
const leastChunk = 1 << 14;
/** An element that is longer than this is not waited for. */
const longestElement = 1 << 17;
/** So many guesses are made in a chunk. */
const mostGuesses = 64;

const quote = 0x22;
const slash = 0x2f;
const backslash = 0x5c;
const letterN = 0x6e;
const letterT = 0x74;

const beginning =
	/^(\{\s*"(?:[^"\\]|\\.){1,40}"\s*:)\s*(?:"(?:[^"\\]|\\.){0,200}"|[^\s",{}[\]]{1,40})\s*,\s*"([\w-]{1,40})"\s*:/;

export type Elements = {
	readonly values: readonly Json[];
	/** Whether strings in them hold, besides tabs and newlines, no character that the text does not hold as well. */
	readonly isPlain: boolean;
};

const none: Elements = {values: [], isPlain: true};

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
	push(chunk: string): Elements | null {
		const end = this.#lastJoint(chunk);
		if (end === -1) {
			this.text += chunk;
			return this.text.length > longestElement ? null : none;
		}
		// Flat once it is parsed: looking through it copies nothing then.
		const json = `[null${this.text}${chunk.slice(0, end + 1)}]`;
		const values = parseElements(json);
		if (values === null) {
			this.text += chunk;
			return null;
		}
		this.taken += this.text.length + end + 1;
		this.text = chunk.slice(end + 1);
		return {values, isPlain: isPlain(json)};
	}

	#lastJoint(chunk: string): number {
		let at = chunk.length;
		for (let guess = 0; guess < mostGuesses && at > 0; guess++) {
			at = chunk.lastIndexOf(this.#joint, at - 1);
			if (at === -1 || this.#isJoint(chunk, at)) return at;
		}
		return -1;
	}

	#isJoint(chunk: string, at: number): boolean {
		this.#proof.lastIndex = at + this.#joint.length;
		return this.#proof.test(chunk);
	}
}

/** @param json - A list, if it is one at all, its first element no matter. @returns The others; `null` if it is none. */
function parseElements(json: string): readonly Json[] | null {
	try {
		return asList(JSON.parse(json)).slice(1);
	} catch {
		return null;
	}
}

/** Whether nothing is escaped in a JSON text but quotes, backslashes, slashes, newlines and tabs. */
function isPlain(json: string): boolean {
	for (let at = json.indexOf('\\'); at !== -1; at = json.indexOf('\\', at + 2)) {
		const escaped = json.charCodeAt(at + 1);
		if (escaped !== quote && escaped !== letterN && escaped !== backslash && escaped !== slash && escaped !== letterT) {
			return false;
		}
	}
	return true;
}
