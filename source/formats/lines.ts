/**
Lines: text that comes in chunks, cut anywhere, handed on line by line.

The shared ground of the line-shaped formats. Only the line at the border of two
chunks is ever held.
*/
import type {Parser} from './format.ts';

/** What takes the lines of an input in order, with their numbers from 1. */
export type LineReader = {
	readonly line: (text: string, at: number) => void;
	/** The input has ended. */
	readonly end: () => void;
};

/** A line longer than this comes in pieces, in UTF-16 units: no single line can fill the memory. */
const longestLine = 1 << 20;

/**
Split chunks into lines.

@param onLine - Called for each line in order, without its `\n`. A last line without `\n` counts, an empty one does not.
@returns A parser to push the chunks into. Never throws by itself.
*/
export function readLines(onLine: (line: string) => void): Parser {
	let rest = '';

	function cutLongLine(): void {
		while (rest.length > longestLine) {
			const last = rest.charCodeAt(longestLine - 1);
			const cut = last >= 0xd800 && last < 0xdc00 ? longestLine - 1 : longestLine;
			onLine(rest.slice(0, cut));
			rest = rest.slice(cut);
		}
	}

	return {
		push(chunk) {
			let start = 0;
			for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
				const piece = chunk.slice(start, end);
				start = end + 1;
				if (rest === '' && piece.length <= longestLine) {
					onLine(piece);
				} else {
					rest += piece;
					cutLongLine();
					const line = rest;
					rest = '';
					onLine(line);
				}
			}
			rest += start === 0 ? chunk : chunk.slice(start);
			cutLongLine();
		},
		end() {
			if (rest !== '') onLine(rest);
			rest = '';
		},
	};
}
