/**
Scanning: the words of a text as `words` (text/words.ts) gives them, and the runs of signs
between them, without an object a word.

What a character is to a word is asked of `words` itself, once a character. Scripts
that write no spaces, and letters beyond the basic plane, are left to it altogether.
*/
import {type Word, words} from '../text/words.ts';
import {emptyHash, hashOf, hashWith} from './strings.ts';

/** What a UTF-16 unit is to words: `other` is left to `words`, a mark or an apostrophe goes on with one. */
const kinds = {unknown: 0, letter: 1, mark: 2, apostrophe: 3, other: 4, space: 5, sign: 6, surrogate: 7} as const;

const kindOf = new Uint8Array(0x10000);
/* Letters beyond the basic plane are few in any dump. */
const astral = new Map<number, boolean>();

function learn(unit: number): number {
	const kind = classify(unit);
	kindOf[unit] = kind;
	return kind;
}

function classify(unit: number): number {
	const character = String.fromCharCode(unit);
	if (unit >= 0xd800 && unit < 0xdc00) return kinds.surrogate;
	if (/\s/u.test(character)) return kinds.space;
	const between = [...words(`a${character}a`)].length === 1;
	if ([...words(character)].length > 0) return between ? kinds.letter : kinds.other;
	if (/[\p{M}\u200c\u200d]/u.test(character)) return between ? kinds.mark : kinds.other;
	return between ? kinds.apostrophe : kinds.sign;
}

/** Where parts of a text stand, UTF-16 units, and their hashes (strings.ts). */
export class Cuts {
	readonly starts: Uint32Array;
	readonly ends: Uint32Array;
	readonly hashes: Int32Array;
	count = 0;

	/** @param room - For so many. */
	constructor(room: number) {
		this.starts = new Uint32Array(room);
		this.ends = new Uint32Array(room);
		this.hashes = new Int32Array(room);
	}
}

export class WordScanner {
	/** Whether `next` came to a word, not to signs. */
	isWord = false;
	/** Where it stands, UTF-16 units of the text, and its hash (strings.ts). */
	start = 0;
	end = 0;
	hash = 0;
	/** The text that is scanned. */
	text = '';
	#at = 0;
	#run: Iterator<Word> | null = null;
	#runStart = 0;

	/** Begin with a text. */
	open(text: string): void {
		this.text = text;
		this.#at = 0;
		this.#run = null;
	}

	/**
	Go on to the next word, or to the next run of characters that are neither words nor blank.

	@returns Whether there is one. Never throws.
	*/
	next(): boolean {
		if (this.#run !== null && this.#nextOfRun()) return true;
		const text = this.text;
		for (;;) {
			let at = this.#at;
			let kind: number = kinds.space;
			let unit = 0;
			for (; at < text.length; at++) {
				unit = text.charCodeAt(at);
				kind = kindOf[unit] || learn(unit);
				if (kind !== kinds.space) break;
			}
			this.#at = at;
			if (at === text.length) return false;
			this.start = at;
			if (kind === kinds.surrogate) kind = this.#kindOfPair(at);
			if (kind !== kinds.other) return kind === kinds.letter ? this.#word(at, unit) : this.#signs();
			// A run may hold nothing but marks.
			if (this.#openRun(at)) return true;
		}
	}

	/**
	Go on as `next` does and gather.

	@param words - Gets the words; what it held is gone.
	@param signs - The same for the runs of signs; `null` if they are not wanted.
	@returns Whether the end was reached, not only the end of the room.
	*/
	gather(words: Cuts, signs: Cuts | null): boolean {
		const {starts, ends, hashes} = words;
		const room = starts.length;
		words.count = 0;
		if (signs !== null) signs.count = 0;
		while (words.count < room && (signs === null || signs.count < room)) {
			words.count = this.#plainWords(starts, ends, hashes, words.count);
			if (words.count === room) break;
			if (!this.next()) return true;
			const cuts = this.isWord ? words : signs;
			if (cuts === null) continue;
			cuts.starts[cuts.count] = this.start;
			cuts.ends[cuts.count] = this.end;
			cuts.hashes[cuts.count++] = this.hash;
		}
		return false;
	}

	/**
	Gather the words up to one that is not of letters alone, or to signs: nearly all, in one short loop.

	@returns How many there are then.
	*/
	#plainWords(starts: Uint32Array, ends: Uint32Array, hashes: Int32Array, from: number): number {
		const {text} = this;
		const {length} = text;
		let count = from;
		if (this.#run !== null) return count;
		let at = this.#at;
		while (count < starts.length) {
			while (at < length && kindOf[text.charCodeAt(at)] === kinds.space) at++;
			this.#at = at;
			const start = at;
			let hash = emptyHash;
			let unit = text.charCodeAt(at);
			while (at < length && kindOf[unit] === kinds.letter) {
				hash = hashWith(hash, unit);
				unit = text.charCodeAt(++at);
			}
			const kind = at < length ? kindOf[unit] : kinds.space;
			if (at === start || (kind !== kinds.space && kind !== kinds.sign)) break;
			starts[count] = start;
			ends[count] = at;
			hashes[count++] = hash;
			this.#at = at;
		}
		return count;
	}

	#word(start: number, first: number): boolean {
		const text = this.text;
		const length = text.length;
		let hash = hashWith(emptyHash, first);
		let at = start + 1;
		while (at < length) {
			const unit = text.charCodeAt(at);
			let kind = kindOf[unit] ?? 0;
			// Nearly always.
			if (kind === kinds.letter) {
				hash = hashWith(hash, unit);
				at++;
				continue;
			}
			if (kind === kinds.unknown) kind = learn(unit);
			if (kind === kinds.apostrophe) kind = this.#afterApostrophe(at + 1);
			if (kind === kinds.surrogate) kind = this.#kindOfPair(at);
			if (kind === kinds.other && this.#openRun(start)) return true;
			if (kind !== kinds.letter && kind !== kinds.mark) break;
			hash = hashWith(hash, unit);
			at++;
		}
		this.isWord = true;
		this.end = at;
		this.hash = hash;
		this.#at = at;
		return true;
	}

	/** An apostrophe belongs to a word if a letter follows. */
	#afterApostrophe(at: number): number {
		const unit = this.text.charCodeAt(at);
		if (Number.isNaN(unit)) return kinds.sign;
		const kind = kindOf[unit] || learn(unit);
		if (kind === kinds.surrogate) return this.#kindOfPair(at);
		return kind === kinds.letter || kind === kinds.other ? kind : kinds.sign;
	}

	#signs(): boolean {
		const text = this.text;
		let at = this.start;
		let hash = emptyHash;
		while (at < text.length) {
			const unit = text.charCodeAt(at);
			let kind = kindOf[unit] || learn(unit);
			if (kind === kinds.surrogate) kind = this.#kindOfPair(at);
			if (kind === kinds.letter || kind === kinds.other || kind === kinds.space) break;
			hash = hashWith(hash, unit);
			at++;
		}
		this.isWord = false;
		this.end = at;
		this.hash = hash;
		this.#at = at;
		return true;
	}

	#kindOfPair(at: number): number {
		const point = this.text.codePointAt(at) ?? 0;
		let isLetter = astral.get(point);
		if (isLetter === undefined) {
			isLetter = /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(point));
			astral.set(point, isLetter);
		}
		return isLetter ? kinds.other : kinds.sign;
	}

	/** Leave all that goes on from here without a gap to `words`. */
	#openRun(start: number): boolean {
		const text = this.text;
		let at = start;
		while (at < text.length) {
			const unit = text.charCodeAt(at);
			let kind = kindOf[unit] || learn(unit);
			if (kind === kinds.surrogate) {
				kind = this.#kindOfPair(at);
				if (kind === kinds.other) at++;
			}
			if (kind === kinds.space || kind === kinds.sign) break;
			at++;
		}
		this.#run = words(text.slice(start, at));
		this.#runStart = start;
		this.#at = at;
		return this.#nextOfRun();
	}

	#nextOfRun(): boolean {
		const next = this.#run?.next();
		if (next === undefined || next.done === true) {
			this.#run = null;
			return false;
		}
		this.isWord = true;
		this.start = this.#runStart + next.value.start;
		this.end = this.#runStart + next.value.end;
		this.hash = hashOf(next.value.text);
		return true;
	}
}
