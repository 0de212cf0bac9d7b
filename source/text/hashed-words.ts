/**
Hashed words: the words of a text as `words` gives them, each as a hash of its folded form
and its place, side by side in typed arrays.

Reading a dump's words makes no object a word. What a UTF-16 unit is to words, and how it
folds, is asked of `words` and `fold` themselves, once a unit; whatever is not told by its
units alone (scripts that write no spaces, combining marks, letters beyond the basic plane)
is left to them altogether.
*/
import {emptyHash, hashOf, hashWith, mixed} from './hash.ts';
import {fold, words} from './words.ts';

/** The n-th word of a text: its hash, and where it starts and ends (UTF-16 units). */
export type HashedWords = {
	/**
	`hashOf` of the folded word. Words with the same hash count as the same: of two different ones that holds by a
	chance of 1 in 4 thousand million.
	*/
	readonly hashes: Int32Array;
	readonly starts: Uint32Array;
	readonly ends: Uint32Array;
};

/** What a unit is to words. A `letter` folds to one unit, whatever stands beside it. */
const kinds = {unknown: 0, letter: 1, apostrophe: 2, sign: 3, other: 4, surrogate: 5} as const;

const kindOf = new Uint8Array(0x10000);
const foldOf = new Uint16Array(0x10000);

function learn(unit: number): number {
	const character = String.fromCharCode(unit);
	const kind = classify(unit, character);
	kindOf[unit] = kind;
	if (kind === kinds.letter || kind === kinds.apostrophe) foldOf[unit] = fold(character).charCodeAt(0);
	return kind;
}

function classify(unit: number, character: string): number {
	if (unit >= 0xd800 && unit < 0xe000) return kinds.surrogate;
	// Hangul letters fold together with their neighbours.
	if (unit >= 0x1100 && unit < 0x1200) return kinds.other;
	const count = (text: string) => [...words(text)].length;
	const isJoining = count(`a${character}a`) === 1;
	const isOneUnit = fold(character).length === 1 && fold(`a${character}a`) === `a${fold(character)}a`;
	if (count(character) > 0) return isJoining && isOneUnit ? kinds.letter : kinds.other;
	if (!isJoining) return kinds.sign;
	const endsWord = [...words(`a${character}`)][0]?.end === 1;
	return endsWord && isOneUnit ? kinds.apostrophe : kinds.other;
}

/** Letters beyond the basic plane are few in any dump. */
const astral = new Map<number, number>();

function kindOfPair(text: string, at: number): number {
	const point = text.codePointAt(at) ?? 0;
	let kind = astral.get(point);
	if (kind === undefined) {
		kind = /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(point)) ? kinds.other : kinds.sign;
		astral.set(point, kind);
	}
	return kind;
}

function kindAt(text: string, at: number): number {
	const unit = text.charCodeAt(at);
	const kind = kindOf[unit] || learn(unit);
	return kind === kinds.surrogate ? kindOfPair(text, at) : kind;
}

/* Where words are put while a text is read. It grows with the longest one. */
let hashes = new Int32Array(1 << 12);
let starts = new Uint32Array(1 << 12);
let ends = new Uint32Array(1 << 12);
let count = 0;

function put(hash: number, start: number, end: number): void {
	if (count === hashes.length) grow();
	hashes[count] = hash;
	starts[count] = start;
	ends[count] = end;
	count++;
}

function grow(): void {
	const before = {hashes, starts, ends};
	hashes = new Int32Array(count * 2);
	starts = new Uint32Array(count * 2);
	ends = new Uint32Array(count * 2);
	hashes.set(before.hashes);
	starts.set(before.starts);
	ends.set(before.ends);
}

/** @returns The words of a text, in order of place. Linear in its length. Never throws. */
export function hashedWords(text: string): HashedWords {
	const passing = passingWords(text);
	return {hashes: passing.hashes.slice(), starts: passing.starts.slice(), ends: passing.ends.slice()};
}

/**
The same for whoever needs them at once: they stand where those of the next text will. Memory of its own for every
text of a dump, however soon it is given back, would leave the process several times as large as it has to be.
*/
export function passingWords(text: string): HashedWords {
	count = 0;
	for (let at = 0; at < text.length; ) {
		const kind = kindAt(text, at);
		if (kind === kinds.letter) at = readWord(text, at);
		else if (kind === kinds.other) at = readRun(text, at);
		else at++;
	}
	return {hashes: hashes.subarray(0, count), starts: starts.subarray(0, count), ends: ends.subarray(0, count)};
}

/** A word of letters. @returns Where reading goes on. */
function readWord(text: string, start: number): number {
	let hash = emptyHash;
	let at = start;
	for (; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		let kind: number = kindOf[unit] || learn(unit);
		// An apostrophe belongs to a word if a letter follows.
		if (kind === kinds.apostrophe && at + 1 < text.length) {
			const next = kindAt(text, at + 1);
			if (next === kinds.letter || next === kinds.other) kind = next;
		}
		if (kind === kinds.surrogate) kind = kindOfPair(text, at);
		if (kind === kinds.other) return readRun(text, start);
		if (kind !== kinds.letter) break;
		hash = hashWith(hash, foldOf[unit] ?? 0);
	}
	put(mixed(hash), start, at);
	return at;
}

/** All that goes on from here without a sign, as `words` and `fold` read it. @returns Where reading goes on. */
function readRun(text: string, start: number): number {
	let end = start;
	while (end < text.length && kindAt(text, end) !== kinds.sign) end += isPair(text, end) ? 2 : 1;
	for (const word of words(text.slice(start, end))) put(hashOf(fold(word.text)), start + word.start, start + word.end);
	return Math.max(end, start + 1);
}

function isPair(text: string, at: number): boolean {
	return (text.codePointAt(at) ?? 0) > 0xffff;
}
