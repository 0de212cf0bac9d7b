/**
List lines: where rows stand on the lines of the list.

A row is a post. Where a listing has two sections, a rule stands between them on a line of its
own: no row, so that the cursor, counts and jumps know nothing of it. Whatever scrolls, draws
or is clicked reckons with lines.
*/
import type {Listing} from './listing.ts';

/** How many lines the list takes. */
export function lineCount({count, similarFrom}: Listing): number {
	return similarFrom === null ? count : count + 1;
}

/** The line of a row. */
export function lineOf({similarFrom}: Listing, row: number): number {
	return similarFrom !== null && row >= similarFrom ? row + 1 : row;
}

/** The line where a row begins: that of the rule where one stands over it. */
export function firstLineOf(listing: Listing, row: number): number {
	return row === listing.similarFrom ? row : lineOf(listing, row);
}

/** The row on a line; `null` where the rule stands, or nothing. */
export function rowOn({count, similarFrom}: Listing, line: number): number | null {
	if (line === similarFrom) return null;
	const row = similarFrom !== null && line > similarFrom ? line - 1 : line;
	return row >= 0 && row < count ? row : null;
}

/** The first row on a line or below it; `null` at the end. `firstLineOf` leads back to the line, or to the rule over it. */
export function rowFrom(listing: Listing, line: number): number | null {
	return rowOn(listing, line) ?? rowOn(listing, line + 1);
}
