/**
Telling mail: by From_ lines with heads below them, or by the head of a single message.
*/
import type {Sample} from '../format.ts';
import {isFromLine} from './split-messages.ts';

/** Fields that are found in mail, and seldom together elsewhere. */
const mailFields = new Set([
	...['from', 'to', 'cc', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'sender', 'reply-to'],
	...['return-path', 'received', 'delivered-to', 'mime-version', 'content-type', 'content-transfer-encoding'],
	...['list-id', 'x-mailer', 'user-agent', 'precedence', 'newsgroups', 'path'],
]);
const mostLines = 200;
const messageId = /^message-id:/gim;
/** A field, or what goes on with the one above. */
const headLine = /^(?:[!-9;-~]+:|[ \t]+\S)/;
const longestHeadLine = 1000;
/** So many are looked at: they are few where they are heads. */
const mostIds = 64;
/** Heads of messages have at least these: From, Date, Subject and the id. */
const fewestFields = 4;

/** How sure it is that this is mail; see `Format.detect`. */
export function detectMail({text}: Sample): number {
	const lines = text.slice(0, 1 << 16).split('\n');
	const start = lines.findIndex(line => line.trim() !== '');
	const opening = lines[start] ?? '';
	if (isFromLine(opening)) return fieldsFrom(lines, start + 1) > 0 ? 0.98 : 0.7;
	if (opening.startsWith('From ')) return fieldsFrom(lines, start + 1) > 0 ? 0.5 : 0;
	const fields = fieldsFrom(lines, start);
	if (fields > 1) return fields > 2 ? 0.95 : 0.6;
	// An mbox whose beginning is lost.
	return lines.some((line, index) => isFromLine(line) && fieldsFrom(lines, index + 1) > 1) ? 0.7 : 0;
}

/** Where the head of a message begins that was saved alone, in UTF-16 units: behind blank lines, if it is a head; else 0. */
export function headStart(text: string): number {
	const blank = text.lastIndexOf('\n', text.search(/\S/)) + 1;
	return blank > 0 && fieldsFrom(text.slice(blank, blank + (1 << 16)).split('\n'), 0) > 1 ? blank : 0;
}

/**
Where another head begins in the body of a message, in UTF-16 units, as where files were joined; `null` if none does.
It has an id and other fields besides: people paste less of a head.
*/
export function headInside(text: string, body: number): number | null {
	messageId.lastIndex = body;
	for (let ids = 0; ids < mostIds; ids++) {
		const found = messageId.exec(text);
		if (found === null) return null;
		let start = found.index;
		for (let lines = 0; start > body && lines < mostLines; lines++) {
			const above = text.lastIndexOf('\n', start - 2) + 1;
			if (above < body || !headLine.test(text.slice(above, Math.min(start, above + longestHeadLine)))) break;
			start = above;
		}
		const head = text.slice(start, start + (1 << 16)).split('\n', mostLines);
		if (fieldsFrom(head, 0) >= fewestFields) return start;
	}
	return null;
}

/** How many different fields of mail the head has that begins at a line, 0 if that is no head. */
function fieldsFrom(lines: readonly string[], start: number): number {
	const found = new Set<string>();
	for (const line of lines.slice(start, start + mostLines)) {
		if (line.trim() === '') break;
		if (/^[ \t]/.test(line) && found.size > 0) continue;
		const name = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1]?.toLowerCase();
		if (name === undefined) {
			if (/^>?From /.test(line)) continue;
			break;
		}
		if (mailFields.has(name)) found.add(name);
	}
	return found.size;
}
