/**
The head of a message: where it ends, and the fields of it that tell something of a post.
*/

export type Head = {
	/** Fields by their name in lower case, unfolded, a unit a byte. Of a field that stands twice, the first. */
	readonly fields: ReadonlyMap<string, string>;
	/** Where the body begins. */
	readonly body: number;
	/** Whether a blank line ends it. */
	readonly closed: boolean;
};

const wanted = new Set([
	...['from', 'date', 'subject', 'message-id', 'in-reply-to', 'references'],
	...['mime-version', 'content-type', 'content-transfer-encoding', 'content-disposition'],
]);
const longestName = 'content-transfer-encoding'.length;
/** A field is read up to here, in bytes. */
const longestField = 1 << 16;

/** What a few archives have made of the From_ line: a second From field, before the real one. */
const envelope = /\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/;

/**
Read the head of a message.

@param text - Head, blank line and body; a unit a byte, line ends as `\n`.
@returns Its fields. A line that can be no part of a head ends it, and the body begins with that line. Never throws.
*/
export function readHead(text: string): Head {
	const fields = new Map<string, string>();
	let start = 0;
	while (start < text.length) {
		const end = lineEnd(text, start);
		if (end === start) return {fields, body: start + 1, closed: true};
		const colon = fieldColon(text, start, end);
		if (colon === -1 && !isMangledFromLine(text, start)) return {fields, body: start, closed: start > 0};
		const next = foldedEnd(text, end);
		if (colon !== -1 && colon - start <= longestName) {
			const name = text.slice(start, colon).trimEnd().toLowerCase();
			if (wanted.has(name)) {
				const value = unfold(text.slice(colon + 1, Math.min(next, colon + longestField)));
				const known = fields.get(name);
				if (known === undefined || (name === 'from' && envelope.test(known))) fields.set(name, value);
			}
		}
		start = next + 1;
	}
	return {fields, body: text.length, closed: false};
}

/** @returns Where the colon behind the name of a field stands if a line begins with one, else -1. */
function fieldColon(text: string, start: number, end: number): number {
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x3a) return at > start ? at : -1;
		// Spaces before the colon are obsolete and allowed (RFC 5322, 4.5).
		if (code === 0x20 || code === 0x09) return at > start ? colonBehindSpaces(text, at) : -1;
		if (code < 0x21 || code > 0x7e) return -1;
	}
	return -1;
}

function colonBehindSpaces(text: string, start: number): number {
	let at = start;
	while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) at++;
	return text.charCodeAt(at) === 0x3a ? at : -1;
}

/** A From_ line that went through an mbox before stands in the head as `>From …`. */
function isMangledFromLine(text: string, start: number): boolean {
	return text.startsWith('>From ', start) || text.startsWith('From ', start);
}

function lineEnd(text: string, start: number): number {
	const end = text.indexOf('\n', start);
	return end === -1 ? text.length : end;
}

/** Where the last line ends that goes on with the field whose first line ends at `end`. */
function foldedEnd(text: string, end: number): number {
	let last = end;
	while (text.charCodeAt(last + 1) === 0x20 || text.charCodeAt(last + 1) === 0x09) {
		const next = lineEnd(text, last + 1);
		// White space alone is no continuation: to a reader it looks like the blank line.
		if (text.slice(last + 1, next).trim() === '') break;
		last = next;
	}
	return last;
}

function unfold(value: string): string {
	return (value.includes('\n') ? value.replace(/\n[ \t]*/g, ' ') : value).trim();
}
