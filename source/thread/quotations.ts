/**
Quotations: words that a text sets in quotation marks.
*/
import {words} from '../text/words.ts';

export type Quotation = {
	readonly text: string;
	/** Where the words between the marks stand, UTF-16 units. */
	readonly start: number;
	readonly end: number;
};

/** Fewer words are a term, a title or irony rather than words of somebody else. */
const leastWords = 4;

/** A path, a name in code: no words that anybody says, however many there are between its signs. */
const token = /^[\x21-\x7e]+$/;

/** The pairs of marks. The last one closes where an apostrophe within a word does not. */
const marks = [
	'“([^“”]{1,2000})”',
	'„([^„“”]{1,2000})[“”]',
	'«([^«»]{1,2000})»',
	'"([^"\\n]{1,2000})"',
	'(?<![\\p{L}\\p{N}])‘((?:[^‘’]|’(?=\\p{L})){1,2000})’(?!\\p{L})',
];
const quotation = new RegExp(marks.join('|'), 'gdu');

/** Passages in quotation marks that are long enough to be somebody else's words, in order. Never throws. */
export function quotationsIn(text: string): readonly Quotation[] {
	return Array.from(text.matchAll(quotation)).flatMap(match => {
		const group = match.slice(1).findIndex(part => part !== undefined) + 1;
		const passage = match[group] ?? '';
		const start = (match.indices?.[group]?.[0] ?? 0) + (passage.length - passage.trimStart().length);
		const trimmed = passage.trim();
		if (token.test(trimmed) || !hasWords(trimmed, leastWords)) return [];
		return [{text: trimmed, start, end: start + trimmed.length}];
	});
}

/** The same passages without their places. */
export function quotedPassages(text: string): readonly string[] {
	return quotationsIn(text).map(passage => passage.text);
}

function hasWords(text: string, least: number): boolean {
	let count = 0;
	for (const _ of words(text)) if (++count >= least) return true;
	return false;
}
