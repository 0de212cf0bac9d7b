/**
Escaping: text as CommonMark that shows the same text.

A character gets its backslash only where it would be read as a sign. Rules:
CommonMark 0.31, sections 2.4 (escapes), 2.5 (entities), 4 and 5 (what starts a line)
and 6 (what marks words); GitHub's `~` and table rows beside them.
*/

/**
Escape what would be a sign within a line.

@param text - One line or more. Signs that count at the start of a line only are left: `guardLine` is for those.
*/
export function escapeInline(text: string): string {
	return text
		.replace(/\\(?=[!-/:-@[-`{-~]|\s|$)|[`*[\]~]/g, '\\$&')
		.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
		.replace(/<(?=[A-Za-z/!?])/g, '\\<')
		.replace(/&(?=#?[A-Za-z0-9]+;)/g, '\\&');
}

/** Escape text whose lines stand by themselves. Empty lines go: they would part it. */
export function escapeBlock(text: string): string {
	const lines = escapeInline(text).split('\n').map(guardLine);
	return lines.filter(line => line !== '').join('\n');
}

/**
Guard a line against being read as the start of a heading, list, quote, rule or table, and take away the spaces at
its ends, which would mean code or a hard break and nothing else.

@param line - Already escaped within.
*/
export function guardLine(line: string): string {
	return line
		.replace(/^[ \t]+|[ \t]+$/g, '')
		.replace(/^(?:#{1,6}(?=[ \t]|$)|\+(?=[ \t]|$)|[-=>|]|:(?=-))/, '\\$&')
		.replace(/^(\d{1,9})(?=[.)](?:[ \t]|$))/, '$1\\');
}
