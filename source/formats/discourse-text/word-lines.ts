/**
Word lines: lines in a post that can be nothing but words.

Told by their ends, before they are cut out of the input: most lines of a dump are such lines.
*/
import {mayEndDate} from './dates.ts';
import {mayBeFurniture} from './furniture.ts';
import {mayBeLikesLine} from './likes-line.ts';

/**
@returns Whether the line from `start` to `end` of a text is neither date nor number, likes line, link nor furniture.
	A line of which this is not known is not. Never throws.
*/
export function isWords(text: string, start: number, end: number): boolean {
	let from = start;
	let last = end - 1;
	while (from <= last && text.charCodeAt(from) <= 32) from++;
	if (from > last) return true;
	while (text.charCodeAt(last) <= 32) last--;
	const opening = text.charCodeAt(from);
	const closing = text.charCodeAt(last);
	const length = last - from + 1;
	return !(
		opening === 0x5b ||
		isWideSpace(opening) ||
		isWideSpace(closing) ||
		mayEndDate(text, last) ||
		mayBeLikesLine(length, opening, closing) ||
		mayBeFurniture(length, opening, closing)
	);
}

/** White space beyond ASCII, as `trim` takes it away: what stands before or behind it is not looked for. */
function isWideSpace(unit: number): boolean {
	return (
		(unit >= 0x80 && '\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff'.includes(String.fromCharCode(unit))) ||
		(unit >= 0x2000 && unit <= 0x200a)
	);
}
