/**
Aligning: where in a text do given words stand?

Texts are compared as sequences of folded words, so that spaces, quotation marks,
dashes, case and formatting do not count.
*/
import {mixed} from '../text/hash.ts';
import {type HashedWords, hashedWords} from '../text/hashed-words.ts';

export type Found = {
	/** `exact`: word for word. `close`: shortened, edited or joined. */
	readonly basis: 'exact' | 'close';
	/** Where it stands in the searched text, UTF-16 units; for `close` from the first to the last part. */
	readonly span: readonly [start: number, end: number];
	/** How much of the quote stands there: 1 for all of it. */
	readonly share: number;
};

/** Words to look for without a gap. */
export type Phrase = {
	readonly hashes: Int32Array;
	/**
	For every word how many before it, up to it, are the first words over again: where a place turns out wrong, looking
	goes on from there (Knuth, Morris and Pratt, "Fast pattern matching in strings", 1977).
	*/
	readonly borders: Int32Array;
};

/** A quote made ready to be looked for in many texts. */
export type Sought = {
	readonly words: HashedWords;
	readonly whole: Phrase;
	/** What is left of it between elisions and line breaks. */
	readonly parts: readonly Phrase[];
	/** Whether its writer says that words were left out. */
	readonly elided: boolean;
	readonly pairs: () => Pairs;
};

/** The pairs of neighbouring words of a quote. */
type Pairs = {
	/** A number for each different pair. */
	readonly ids: ReadonlyMap<number, number>;
	/** By these numbers: how often each comes. */
	readonly counts: Int32Array;
	/** A bit for some bits of each pair's hash: most pairs of a text are told from these by one look. */
	readonly bits: Int32Array;
};

/** Where a writer left words out: `…`, `...`, `[...]`, `(…)`, `[snip]`, `<cut>`. */
const elision = /\s*(?:[[(<{]\s*(?:…|\.{3,}|snip(?:ped)?|cut|trimmed)\s*[\])>}]|…|\.{3,})\s*/i;

/** Of a shortened quote at least one part must have so many words. */
const partWords = 2;

/** An edited quote of fewer words cannot be told from chance. */
const editedWords = 5;

/** The share of an edited quote's pairs of neighbouring words that must stand in the source. */
const closeShare = 0.7;

/** Prepare words for being looked for without a gap. Linear. */
export function phraseOf(hashes: Int32Array): Phrase {
	const borders = new Int32Array(hashes.length);
	for (let at = 1, same = 0; at < hashes.length; at++) {
		while (same > 0 && hashes[at] !== hashes[same]) same = borders[same - 1] ?? 0;
		if (hashes[at] === hashes[same]) same++;
		borders[at] = same;
	}
	return {hashes, borders};
}

/** Prepare a quote for being looked for. @param quote - Its own words, as written. */
export function sought(quote: string): Sought {
	const pieces = quote.split('\n').map(line => line.split(elision));
	const words = hashedWords(quote);
	const whole = phraseOf(words.hashes);
	let pairs: Pairs | null = null;
	return {
		words,
		whole,
		parts:
			pieces.length === 1 && pieces[0]?.length === 1
				? [whole]
				: pieces.flat().flatMap(piece => {
						const part = phraseOf(hashedWords(piece).hashes);
						return part.hashes.length > 0 ? [part] : [];
					}),
		elided: pieces.some(line => line.length > 1),
		pairs: () => {
			pairs ??= pairsOf(words.hashes);
			return pairs;
		},
	};
}

/** How many words a quote has. */
export function wordCount(quote: Sought): number {
	return quote.words.hashes.length;
}

/**
Find a quote's words in a text.

@param quote - The quote's own words, as written.
@param source - The text that may hold them, prepared.
@returns How and where they stand there, or `null`. Never throws.
*/
export function findQuote(quote: string, source: HashedWords): Found | null {
	const prepared = sought(quote);
	return findExact(prepared.whole, source) ?? findClose(prepared, source);
}

/** Find words where they stand without a gap. The first place counts. Linear in the source. */
export function findExact(phrase: Phrase, source: HashedWords): Found | null {
	const first = phraseAt(phrase, source, 0);
	if (first === -1) return null;
	return {basis: 'exact', span: spanOf(source, first, first + phrase.hashes.length), share: 1};
}

/** Find a quote that was shortened, joined or edited. Linear in quote and source. */
export function findClose(quote: Sought, source: HashedWords): Found | null {
	return findParts(quote, source) ?? findEdited(quote, source);
}

/** Where in the source, counted in words from its first one, a phrase begins, or -1. */
function phraseAt({hashes, borders}: Phrase, source: HashedWords, from: number): number {
	const length = hashes.length;
	if (length === 0) return -1;
	const text = source.hashes;
	const first = hashes[0];
	for (let at = from, same = 0; at < text.length; at++) {
		const word = text[at];
		if (same === 0) {
			if (word !== first) continue;
		} else {
			while (same > 0 && word !== hashes[same]) same = borders[same - 1] ?? 0;
			if (word !== hashes[same]) continue;
		}
		if (++same === length) return at - length + 1;
	}
	return -1;
}

/** From the start of one word to the end of the one before another. */
function spanOf({starts, ends}: HashedWords, from: number, to: number): Found['span'] {
	return [starts[from] ?? 0, ends[to - 1] ?? 0];
}

/** A quote with gaps, or of several paragraphs: every part stands in the source, in order. */
function findParts({parts, elided}: Sought, source: HashedWords): Found | null {
	if (parts.length < (elided ? 1 : 2) || !parts.some(part => part.hashes.length >= partWords)) return null;
	let begin = -1;
	let end = 0;
	for (const part of parts) {
		const at = phraseAt(part, source, end);
		if (at === -1) return null;
		if (begin === -1) begin = at;
		end = at + part.hashes.length;
	}
	return {basis: 'close', span: spanOf(source, begin, end), share: 1};
}

/** An edited quote: most of its pairs of neighbouring words stand close together in the source. */
function findEdited(quote: Sought, source: HashedWords): Found | null {
	const length = wordCount(quote);
	const needed = Math.ceil((length - 1) * closeShare);
	if (length < editedWords || source.hashes.length <= needed) return null;
	const {ids, counts, bits} = quote.pairs();
	const text = source.hashes;
	const hits: {readonly at: number; readonly id: number}[] = [];
	for (let at = 0; at + 1 < text.length; at++) {
		const pair = pairHash(text[at] ?? 0, text[at + 1] ?? 0);
		if (((bits[(pair >>> 5) & (pairBitWords - 1)] ?? 0) & (1 << (pair & 31))) === 0) continue;
		const id = ids.get(pair);
		if (id !== undefined) hits.push({at, id});
	}
	if (hits.length < needed) return null;
	const best = densest(hits, counts.slice(), length + Math.max(4, length >> 1));
	if (best.count < needed) return null;
	return {basis: 'close', span: spanOf(source, best.first, best.last + 2), share: best.count / (length - 1)};
}

/** So many times 32 bits tell pairs apart. A power of two. */
const pairBitWords = 64;

function pairHash(first: number, second: number): number {
	return mixed(Math.imul(first, 0x9e3779b1) + second);
}

function pairsOf(hashes: Int32Array): Pairs {
	const ids = new Map<number, number>();
	const counts = new Int32Array(Math.max(0, hashes.length - 1));
	const bits = new Int32Array(pairBitWords);
	for (let at = 0; at + 1 < hashes.length; at++) {
		const pair = pairHash(hashes[at] ?? 0, hashes[at + 1] ?? 0);
		const id = ids.get(pair) ?? ids.size;
		ids.set(pair, id);
		counts[id] = (counts[id] ?? 0) + 1;
		const word = (pair >>> 5) & (pairBitWords - 1);
		bits[word] = (bits[word] ?? 0) | (1 << (pair & 31));
	}
	return {ids, counts, bits};
}

/** The stretch of at most so many words that holds most of the wanted pairs, each as often as it is wanted. */
function densest(
	hits: readonly {readonly at: number; readonly id: number}[],
	left: Int32Array,
	width: number,
): {count: number; first: number; last: number} {
	let best = {count: 0, first: 0, last: 0};
	let count = 0;
	let from = 0;
	for (const {at, id} of hits) {
		for (let oldest = hits[from]; oldest !== undefined && at - oldest.at > width; oldest = hits[++from]) {
			const free = (left[oldest.id] ?? 0) + 1;
			left[oldest.id] = free;
			if (free > 0) count--;
		}
		const free = (left[id] ?? 0) - 1;
		left[id] = free;
		if (free >= 0) count++;
		if (count > best.count) best = {count, first: hits[from]?.at ?? at, last: at};
	}
	return best;
}
