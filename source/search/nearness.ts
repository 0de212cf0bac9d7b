/**
Nearness: how far a word may be from the one asked for and still be taken for it.

The rule that keeps noise out: words of up to 3 letters allow no error, of 4 to 7 one,
longer ones two. An error is a letter too many, too few, another, or two swapped
(Damerau's four, as optimal string alignment). Letters are UTF-16 units of folded words.
*/

/** How many errors a word of this length may have. */
export function allowedErrors(length: number): 0 | 1 | 2 {
	if (length <= 3) return 0;
	return length <= 7 ? 1 : 2;
}

/** From this length on, a word may also be near the beginning of a longer one: it may be half typed. */
export const shortestBeginning = 5;

export type Nearness = {
	readonly errors: number;
	/** Where the near part ends: the whole word, or the beginning that the asked word is near to. */
	readonly end: number;
};

/**
Compare a word with the one asked for.

The whole word is near if it is within the allowed errors. Its beginning is, if the
asked word has 5 letters or more and its last letter stands where the beginning ends:
`gardne` is near `gardening`, and `gardx` is not.

@param asked - Folded; more than 200 letters are near nothing.
@param word - Folded.
@returns The way with the fewest errors, then the longest part; `null` if it is not near. Never throws.
*/
export function near(asked: string, word: string): Nearness | null {
	const length = asked.length;
	const allowed = allowedErrors(length);
	const width = Math.min(word.length, length + allowed);
	if (allowed === 0 || length > longest || width < length - allowed) return null;
	if (length <= mostBits && fewestErrors(asked, word, width) > allowed) return null;
	for (let column = 0; column <= width; column++) rowOf(0)[column] = column;
	let least = 0;
	for (let at = 1; at <= length; at++) {
		const before = least;
		least = fillRow(asked, word, at, width);
		if (least > allowed && before > allowed) return null;
	}
	let errors = width === word.length ? cost(length, width) : allowed + 1;
	let end = width;
	for (let column = width; length >= shortestBeginning && column > 0; column--) {
		const anchored = Math.min(kept(asked, word, length, column), swapped(asked, word, length, column));
		if (anchored < errors) [errors, end] = [anchored, column];
	}
	return errors <= allowed ? {errors, end} : null;
}

/* The letters of the asked word as bits of a number that is no negative one. */
const mostBits = 31;
const letterMask = 127;
/** For a letter, or several that share their low bits, the places of it in the asked word. */
const places = new Int32Array(letterMask + 1);
let placed = '';

/**
The errors between the asked word and that beginning of the other that is nearest to it, or fewer: letters that share
a row of `places` count as the same. A column in a few instructions (Hyyrö, A bit-vector algorithm for computing
Levenshtein and Damerau edit distances, 2003): most words are refused by it, and the others counted exactly.
*/
function fewestErrors(asked: string, word: string, width: number): number {
	if (placed !== asked) {
		places.fill(0);
		for (let at = 0; at < asked.length; at++) {
			const row = asked.charCodeAt(at) & letterMask;
			places[row] = (places[row] ?? 0) | (1 << at);
		}
		placed = asked;
	}
	const last = 1 << (asked.length - 1);
	let more = -1;
	let fewer = 0;
	let same = 0;
	let before = 0;
	let errors = asked.length;
	let fewest = errors;
	for (let column = 0; column < width; column++) {
		const here = places[word.charCodeAt(column) & letterMask] ?? 0;
		const swapped = ((~same & here) << 1) & before;
		same = ((((here & more) + more) | 0) ^ more) | here | fewer | swapped;
		const up = fewer | ~(same | more);
		const down = same & more;
		if ((up & last) !== 0) errors++;
		else if ((down & last) !== 0) errors--;
		if (errors < fewest) fewest = errors;
		const above = (up << 1) | 1;
		more = (down << 1) | ~(same | above);
		fewer = same & above;
		before = here;
	}
	return fewest;
}

const longest = 200;
const never = 255;

/* Costs of the last three letters of the asked word against every beginning of the other: swaps look two back. */
const rows = [new Uint8Array(longest + 3), new Uint8Array(longest + 3), new Uint8Array(longest + 3)] as const;

function rowOf(at: number): Uint8Array {
	const number = at % 3;
	return number === 0 ? rows[0] : number === 1 ? rows[1] : rows[2];
}

function cost(at: number, column: number): number {
	return rowOf(at)[column] ?? never;
}

/** The cost if two letters are the same, and so nothing happens to them. */
function kept(asked: string, word: string, at: number, column: number): number {
	return asked.charCodeAt(at - 1) === word.charCodeAt(column - 1) ? cost(at - 1, column - 1) : never;
}

/** The cost if the last two letters of each are the same, swapped. */
function swapped(asked: string, word: string, at: number, column: number): number {
	if (at < 2 || column < 2) return never;
	const crossed =
		asked.charCodeAt(at - 1) === word.charCodeAt(column - 2) &&
		asked.charCodeAt(at - 2) === word.charCodeAt(column - 1);
	return crossed ? cost(at - 2, column - 2) + 1 : never;
}

/** Fill the row of a letter of the asked word; returns the least cost in it. */
function fillRow(asked: string, word: string, at: number, width: number): number {
	const row = rowOf(at);
	row[0] = at;
	let least = at;
	for (let column = 1; column <= width; column++) {
		const edited = 1 + Math.min(cost(at - 1, column), cost(at, column - 1), cost(at - 1, column - 1));
		const best = Math.min(edited, kept(asked, word, at, column), swapped(asked, word, at, column));
		row[column] = best;
		if (best < least) least = best;
	}
	return least;
}
