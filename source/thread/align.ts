/**
Aligning: where in a text do given words stand?

Texts are compared as sequences of folded words, so that spaces, quotation marks,
dashes, case and formatting do not count.
*/
import {fold, words} from '../text/words.ts';

/** The folded words of a text and where each stands. */
export type Aligned = {
	/** ` w1 w2 … wn `: a space before, between and after, so that a phrase is found at word borders. */
	readonly text: string;
	readonly words: readonly string[];
	/** For the n-th word: where it starts and ends in the source (UTF-16 units). */
	readonly starts: readonly number[];
	readonly ends: readonly number[];
};

export type Found = {
	/** `exact`: word for word. `close`: shortened, edited or joined. */
	readonly basis: 'exact' | 'close';
	/** Where it stands in the searched text, UTF-16 units; for `close` from the first to the last part. */
	readonly span: readonly [start: number, end: number];
	/** How much of the quote stands there: 1 for all of it. */
	readonly share: number;
};

/** A quote made ready to be looked for in many texts. */
export type Sought = {
	readonly whole: Aligned;
	/** What is left of it between elisions and line breaks. */
	readonly parts: readonly Aligned[];
	/** Whether its writer says that words were left out. */
	readonly elided: boolean;
};

/** Where a writer left words out: `…`, `...`, `[...]`, `(…)`, `[snip]`, `<cut>`. */
const elision = /\s*(?:[[(<{]\s*(?:…|\.{3,}|snip(?:ped)?|cut|trimmed)\s*[\])>}]|…|\.{3,})\s*/i;

/** Of a shortened quote at least one part must have so many words. */
const partWords = 2;

/** An edited quote of fewer words cannot be told from chance. */
const editedWords = 5;

/** The share of an edited quote's pairs of neighbouring words that must stand in the source. */
const closeShare = 0.7;

const ascii = /^[\0-\x7f]*$/;

/** Prepare a text for aligning. Linear in its length. Never throws. */
export function aligned(text: string): Aligned {
	const folded: string[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	// Folding ASCII moves nothing, so the whole text is folded at once: most of them are ASCII.
	const plain = ascii.test(text);
	for (const word of words(plain ? fold(text) : text)) {
		folded.push(plain ? word.text : fold(word.text));
		starts.push(word.start);
		ends.push(word.end);
	}
	return {text: folded.length === 0 ? ' ' : ` ${folded.join(' ')} `, words: folded, starts, ends};
}

/** How many words a prepared text has. */
export function wordCount(text: Aligned): number {
	return text.words.length;
}

/** The words from one to before another, with their places in the whole text. */
export function excerpt(text: Aligned, from: number, to: number): Aligned {
	const own = text.words.slice(from, to);
	return {
		text: own.length === 0 ? ' ' : ` ${own.join(' ')} `,
		words: own,
		starts: text.starts.slice(from, to),
		ends: text.ends.slice(from, to),
	};
}

/** Prepare a quote for being looked for. @param quote - Its own words, as written. */
export function sought(quote: string): Sought {
	const pieces = quote.split('\n').map(line => line.split(elision));
	const parts = pieces.flat().map(aligned);
	return {
		whole: aligned(quote),
		parts: parts.filter(part => wordCount(part) > 0),
		elided: pieces.some(line => line.length > 1),
	};
}

/**
Find a quote's words in a text.

@param quote - The quote's own words, as written.
@param source - The text that may hold them, prepared.
@returns How and where they stand there, or `null`. Never throws.
*/
export function findQuote(quote: string, source: Aligned): Found | null {
	const prepared = sought(quote);
	return findExact(prepared.whole, source) ?? findClose(prepared, source);
}

/** Find words where they stand without a gap. The first place counts. */
export function findExact(phrase: Aligned, source: Aligned): Found | null {
	const at = wordCount(phrase) === 0 ? null : phraseAt(phrase, source, 0);
	return at === null ? null : {basis: 'exact', span: at.span, share: 1};
}

/** Find a quote that was shortened, joined or edited. Linear in quote and source. */
export function findClose(quote: Sought, source: Aligned): Found | null {
	return findParts(quote, source) ?? findEdited(quote.whole, source);
}

function phraseAt(phrase: Aligned, source: Aligned, from: number): {span: [number, number]; next: number} | null {
	const start = source.text.indexOf(phrase.text, from);
	if (start === -1) return null;
	const first = wordIndexAt(source.text, start);
	const begin = source.starts[first];
	const end = source.ends[first + phrase.words.length - 1];
	if (begin === undefined || end === undefined) return null;
	return {span: [begin, end], next: start + phrase.text.length - 1};
}

function wordIndexAt(text: string, offset: number): number {
	let count = 0;
	for (let index = text.indexOf(' '); index !== -1 && index < offset; index = text.indexOf(' ', index + 1)) count++;
	return count;
}

/** A quote with gaps, or of several paragraphs: every part stands in the source, in order. */
function findParts({parts, elided}: Sought, source: Aligned): Found | null {
	if (parts.length < (elided ? 1 : 2) || !parts.some(part => wordCount(part) >= partWords)) return null;
	let from = 0;
	let begin = -1;
	let end = -1;
	for (const part of parts) {
		const at = phraseAt(part, source, from);
		if (at === null) return null;
		if (begin === -1) begin = at.span[0];
		end = at.span[1];
		from = at.next;
	}
	return {basis: 'close', span: [begin, end], share: 1};
}

/** An edited quote: most of its pairs of neighbouring words stand close together in the source. */
function findEdited(quote: Aligned, source: Aligned): Found | null {
	const length = wordCount(quote);
	if (length < editedWords) return null;
	const needed = Math.ceil((length - 1) * closeShare);
	const wanted = pairsOf(quote);
	const hits: {readonly at: number; readonly key: number}[] = [];
	for (let at = 0, before = wanted.ids.get(source.words[0] ?? ''); at + 1 < source.words.length; at++) {
		const next = wanted.ids.get(source.words[at + 1] ?? '');
		const key = before === undefined || next === undefined ? -1 : before * wanted.ids.size + next;
		if (wanted.left.has(key)) hits.push({at, key});
		before = next;
	}
	if (hits.length < needed) return null;
	const best = densest(hits, wanted.left, length + Math.max(4, length >> 1));
	if (best.count < needed) return null;
	const begin = source.starts[best.first];
	const end = source.ends[best.last + 1];
	if (begin === undefined || end === undefined) return null;
	return {basis: 'close', span: [begin, end], share: best.count / (length - 1)};
}

/** A number for each word, and for each pair of neighbours (`first * ids + second`) how often it comes. */
function pairsOf({words: own}: Aligned): {ids: ReadonlyMap<string, number>; left: Map<number, number>} {
	const ids = new Map<string, number>();
	for (const word of own) if (!ids.has(word)) ids.set(word, ids.size);
	const left = new Map<number, number>();
	for (let index = 0; index + 1 < own.length; index++) {
		const key = (ids.get(own[index] ?? '') ?? 0) * ids.size + (ids.get(own[index + 1] ?? '') ?? 0);
		left.set(key, (left.get(key) ?? 0) + 1);
	}
	return {ids, left};
}

/** The stretch of at most so many words that holds most of the wanted pairs, each as often as it is wanted. */
function densest(
	hits: readonly {readonly at: number; readonly key: number}[],
	left: Map<number, number>,
	width: number,
): {count: number; first: number; last: number} {
	let best = {count: 0, first: 0, last: 0};
	let count = 0;
	let from = 0;
	for (const {at, key} of hits) {
		for (let oldest = hits[from]; oldest !== undefined && at - oldest.at > width; oldest = hits[++from]) {
			const free = (left.get(oldest.key) ?? 0) + 1;
			left.set(oldest.key, free);
			if (free > 0) count--;
		}
		const free = (left.get(key) ?? 0) - 1;
		left.set(key, free);
		if (free >= 0) count++;
		if (count > best.count) best = {count, first: hits[from]?.at ?? at, last: at};
	}
	return best;
}
