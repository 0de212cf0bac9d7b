/**
Aligning: where in a text do given words stand?

Texts are compared as sequences of folded words, so that spaces, quotation marks,
dashes, case and formatting do not count.
*/
import {fold, words} from '../text/words.ts';

/** Folded words of a text parted by single spaces, and where each began. */
export type Aligned = {
	/** ` w1 w2 … wn `: a space before, between and after, so that a phrase is found at word borders. */
	readonly text: string;
	/** For the n-th word: where it starts and ends in the source (UTF-16 units). */
	readonly spans: readonly (readonly [start: number, end: number])[];
};

export type Found = {
	/** `exact`: word for word. `close`: shortened, edited or joined. */
	readonly basis: 'exact' | 'close';
	/** Where it stands in the searched text, UTF-16 units; for `close` from the first to the last part. */
	readonly span: readonly [number, number];
};

/** Where a writer left words out: `…`, `...`, `[...]`, `(…)`, `[snip]`. */
const elision = /\s*(?:[[(]\s*(?:…|\.{3,}|snip)\s*[\])]|…|\.{3,})\s*/i;

/** A part of a shortened quote counts as found only when it is at least this many words. */
const partWords = 2;

/** The share of an edited quote's word pairs that must stand in the source. */
const closeShare = 0.7;

/** Prepare a text for aligning. Linear in its length. */
export function aligned(text: string): Aligned {
	const spans: [number, number][] = [];
	let joined = ' ';
	for (const word of words(text)) {
		joined += `${fold(word.text)} `;
		spans.push([word.start, word.end]);
	}
	return {text: joined, spans};
}

/** How many words a prepared text has. */
export function wordCount(text: Aligned): number {
	return text.spans.length;
}

/**
Find a quote's words in a text.

@param quote - The quote's own words, as written.
@param source - The text that may hold them, prepared.
@returns How and where they stand there, or `null`. Never throws.
*/
export function findQuote(quote: string, source: Aligned): Found | null {
	const whole = aligned(quote);
	if (wordCount(whole) === 0) return null;
	const at = phraseAt(whole, source, 0);
	if (at !== null) return {basis: 'exact', span: at.span};
	return findParts(quote, source) ?? findEdited(whole, source);
}

function phraseAt(phrase: Aligned, source: Aligned, from: number): {span: [number, number]; next: number} | null {
	const start = source.text.indexOf(phrase.text, from);
	if (start === -1) return null;
	const first = wordIndexAt(source.text, start);
	const begin = source.spans[first];
	const end = source.spans[first + phrase.spans.length - 1];
	if (begin === undefined || end === undefined) return null;
	return {span: [begin[0], end[1]], next: start + phrase.text.length - 1};
}

function wordIndexAt(text: string, offset: number): number {
	let count = 0;
	for (let index = text.indexOf(' '); index !== -1 && index < offset; index = text.indexOf(' ', index + 1)) count++;
	return count;
}

/** A quote with gaps, or of several paragraphs: every part stands in the source, in order. */
function findParts(quote: string, source: Aligned): Found | null {
	const parts = quote
		.split('\n')
		.flatMap(line => line.split(elision))
		.map(aligned)
		.filter(part => wordCount(part) > 0);
	if (parts.length < 2 || !parts.some(part => wordCount(part) >= partWords)) return null;
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
	return {basis: 'close', span: [begin, end]};
}

/** An edited quote: most of its pairs of neighbouring words stand in the source. */
function findEdited(quote: Aligned, source: Aligned): Found | null {
	const own = quote.text.trim().split(' ');
	if (own.length < 5) return null;
	let found = 0;
	let begin = Number.POSITIVE_INFINITY;
	let end = -1;
	for (let index = 0; index + 1 < own.length; index++) {
		const at = source.text.indexOf(` ${own[index]} ${own[index + 1]} `);
		if (at === -1) continue;
		found++;
		const first = wordIndexAt(source.text, at);
		begin = Math.min(begin, source.spans[first]?.[0] ?? begin);
		end = Math.max(end, source.spans[first + 1]?.[1] ?? end);
	}
	return found / (own.length - 1) >= closeShare ? {basis: 'close', span: [begin, end]} : null;
}
