/**
Splitting: an mbox as messages, one after the other, in whatever chunks it comes.

A message begins below a From_ line. Bodies can hold lines that begin with "From " and some
writers leave no blank line before a message, so it is the date in that line that tells
(as in `From ada@garden.example Fri May  3 09:14:02 2024`).
*/

export type RawMessage = {
	/** Head, blank line and body without the From_ line; a unit a byte, line ends as `\n`. */
	readonly text: string;
	/** The line of the From_ line, or of the first line where there is none; from 1. */
	readonly line: number;
	/** Whether a From_ line stands before it. */
	readonly parted: boolean;
	/** How many bytes of it were left out because there were too many. */
	readonly dropped: number;
};

export type Splitter = {
	/** @param chunk - A unit a byte, cut anywhere. */
	readonly push: (chunk: string) => void;
	/** @returns Whether the input ended with the end of a line. */
	readonly end: () => boolean;
};

const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const fromLine = new RegExp(
	String.raw`^From (?:.*[ \t])?${weekday},? +${month} +\d{1,2} +\d{1,2}:\d\d(?::\d\d)?(?: +[A-Za-z]{1,5}(?: DST)?| +[+-]\d{4})* +\d{4}(?!\d)`,
);
/** Some exporters write the date as the Date field has it, or as ISO 8601: then nothing but an address may stand before. */
const otherFromLine = new RegExp(
	String.raw`^From \S+ +(?:${weekday}, +\d{1,2} +${month} +\d{4} +\d{1,2}:\d\d(?::\d\d)?|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?: *(?:[A-Z]{1,5}|[+-]\d\d:?\d\d))?(?: \([^()]*\))?\s*$`,
);
/** What git writes above a patch: in a message that was saved alone it is part of an attachment. */
const patchLine = /^From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001/;
/** U+FEFF in UTF-8, a unit a byte. */
const byteOrderMark = '\xef\xbb\xbf';
/** No From_ line is longer, in bytes. */
const longestFromLine = 2000;
/** A message is kept up to here, in bytes: strings have a longest length, and memory an end. */
const longestMessage = 1 << 26;

/** @returns Whether a line, given without its end, begins a message of an mbox. */
export function isFromLine(line: string): boolean {
	if (!line.startsWith('From ')) return false;
	const start = line.slice(0, longestFromLine);
	return fromLine.test(start) || otherFromLine.test(start);
}

/**
Split the bytes of an mbox.

@param onMessage - Called with each message in order as soon as the next one begins. What stands before the
	first From_ line comes first, if it is not blank.
@returns Where to push the bytes. It holds one message and no more. Never throws by itself.
*/
export function splitMessages(onMessage: (message: RawMessage) => void): Splitter {
	let parts: string[] = [];
	let bytes = 0;
	let dropped = 0;
	let parted = false;
	let first = 1;
	let line = 1;
	let held = '';
	let carriageReturn = '';
	let atLineStart = true;
	let opened = false;
	/** The line ends of old Macs, in a file whose first line has one; `null` before that. */
	let loneReturns: boolean | null = null;

	/** @returns The text with line ends as `\n`. Its last `\r` is followed by something. */
	function unifyLines(text: string): string {
		if (loneReturns === null) {
			const first = /\n|\r[\s\S]/.exec(text)?.[0];
			if (first !== undefined) loneReturns = /\r[^\r\n]/.test(first);
		}
		if (!text.includes('\r')) return text;
		return loneReturns === true ? text.replace(/\r\n?/g, '\n') : text.replaceAll('\r\n', '\n');
	}

	function keep(text: string): void {
		line += countLines(text);
		const room = longestMessage - bytes;
		if (text.length > room) dropped += text.length - room;
		if (room > 0 && text !== '') parts.push(text.length > room ? text.slice(0, room) : text);
		bytes = Math.min(bytes + text.length, longestMessage);
	}

	function finish(): void {
		const text = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
		parts = [];
		bytes = 0;
		if (parted || text.trim() !== '') onMessage({text, line: first, parted, dropped});
		dropped = 0;
	}

	function begin(end: number): void {
		finish();
		parted = true;
		first = line;
		if (end !== -1) line++;
	}

	/** A patch inside a message that was saved alone is no message of its own. */
	function isParting(candidate: string, before: string): boolean {
		if (!isFromLine(candidate)) return false;
		return parted || !patchLine.test(candidate) || (parts.join('') + before).trim() === '';
	}

	/** @param last - Whether nothing follows: then nothing is held back. */
	function read(text: string, last: boolean): void {
		let kept = 0;
		let at = atLineStart && text.startsWith('From ') ? 0 : nextFrom(text, 0);
		while (at !== -1) {
			const end = text.indexOf('\n', at);
			if (end === -1 && !last && text.length - at <= longestFromLine) break;
			if (isParting(text.slice(at, end === -1 ? undefined : end), text.slice(kept, at))) {
				keep(text.slice(kept, at));
				begin(end);
				kept = end === -1 ? text.length : end + 1;
			}
			at = end === -1 ? -1 : nextFrom(text, end);
		}
		const until = at !== -1 ? at : last ? text.length : Math.max(kept, unfinished(text, atLineStart));
		keep(text.slice(kept, until));
		held = text.slice(until);
		atLineStart = held !== '' || text.endsWith('\n');
	}

	return {
		push(chunk) {
			let text = held + carriageReturn + chunk;
			held = '';
			if (!opened) {
				if (text.length < byteOrderMark.length) {
					held = text;
					return;
				}
				opened = true;
				if (text.startsWith(byteOrderMark)) text = text.slice(byteOrderMark.length);
			}
			carriageReturn = text.endsWith('\r') ? '\r' : '';
			if (carriageReturn !== '') text = text.slice(0, -1);
			text = unifyLines(text);
			if (text !== '') read(text, false);
		},
		end() {
			const text = held + (loneReturns === true && carriageReturn !== '' ? '\n' : carriageReturn);
			held = '';
			if (text !== '') read(text, true);
			finish();
			return atLineStart;
		},
	};
}

/** Where the next line begins that may be a From_ line, or -1. */
function nextFrom(text: string, from: number): number {
	const at = text.indexOf('\nFrom ', from);
	return at === -1 ? -1 : at + 1;
}

/** Where a last line begins that may become a From_ line with the next chunk; else the end. */
function unfinished(text: string, atLineStart: boolean): number {
	const start = text.lastIndexOf('\n') + 1;
	const begun = (start > 0 || atLineStart) && text.length - start <= 5 && 'From '.startsWith(text.slice(start));
	return begun ? start : text.length;
}

function countLines(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
	return count;
}
