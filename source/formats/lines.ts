/**
Lines: text that comes in chunks, cut anywhere, handed on line by line.

The shared ground of the line-shaped formats. Only the line at the border of two
chunks is ever held.
*/
import type {Parser} from './format.ts';

/** What takes the lines of an input in order, with their numbers from 1. */
export type LineReader = {
	readonly line: (text: string, at: number) => void;
	/** For a reader to which most lines are nothing but words; without it, each comes by itself. */
	readonly words?: WordLines;
	/** The input has ended. */
	readonly end: () => void;
};

/** Lines that are told to be words without being cut out, and handed on together. */
export type WordLines = {
	/** Whether the line from `start` to `end` of `text` is nothing but words, after all lines before it. */
	readonly are: (text: string, start: number, end: number) => boolean;
	/**
	@param text - So many lines without the last one's `\n`: a slice of the input.
	@param at - The number of the first.
	*/
	readonly take: (text: string, at: number, count: number) => void;
};

/** A line longer than this comes in pieces, in UTF-16 units: no single line can fill the memory. */
const longestLine = 1 << 20;

/**
Split chunks into lines.

@param reader - Gets each line in order, without its `\n`. A last line without `\n` counts, an empty one does not.
	A piece of a line that is too long has a number of its own.
@returns A parser to push the chunks into; its end is the reader's. Never throws by itself.
*/
export function readLines(reader: LineReader): Parser {
	const {words} = reader;
	let rest = '';
	let at = 1;

	function cutLongLine(): void {
		while (rest.length > longestLine) {
			const last = rest.charCodeAt(longestLine - 1);
			const cut = last >= 0xd800 && last < 0xdc00 ? longestLine - 1 : longestLine;
			reader.line(rest.slice(0, cut), at++);
			rest = rest.slice(cut);
		}
	}

	/** The end of a line that other chunks began. */
	function endLine(end: string): void {
		rest += end;
		cutLongLine();
		const line = rest;
		rest = '';
		reader.line(line, at++);
	}

	/** @param from - Where the lines begin that are words; they end before `end`. */
	function handOn(chunk: string, from: number, end: number, count: number): void {
		if (count === 0) return;
		words?.take(chunk.slice(from, end - 1), at, count);
		at += count;
	}

	return {
		push(chunk) {
			let from = 0;
			let count = 0;
			let start = 0;
			for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
				const isWhole = rest === '' && end - start <= longestLine;
				if (isWhole && words?.are(chunk, start, end)) {
					count++;
				} else {
					handOn(chunk, from, start, count);
					if (isWhole) reader.line(chunk.slice(start, end), at++);
					else endLine(chunk.slice(start, end));
					from = end + 1;
					count = 0;
				}
				start = end + 1;
			}
			handOn(chunk, from, start, count);
			rest += start === 0 ? chunk : chunk.slice(start);
			cutLongLine();
		},
		end() {
			if (rest !== '') reader.line(rest, at++);
			rest = '';
			reader.end();
		},
	};
}
