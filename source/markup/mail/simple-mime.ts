/**
Simple MIME: one text in quoted-printable or base64, alone or beside a page that says the same.

Most mail that is not plain is of this kind, and taking it apart leaves nothing to judgement. It gives what postal-mime
would give, in a fraction of the time; whatever could be read in two ways is left to that library.
*/
import {asWestern, decodeStated} from './charset.ts';
import {type Field, readField} from './fields.ts';
import type {Message} from './mime.ts';
import {partHead} from './part-head.ts';

type Fields = ReadonlyMap<string, string>;

/** A part that is shown as it is: a text or a page. */
type Leaf = {readonly content: Field; readonly text: string};

/** A type and its parameters without comments, escapes and continuations (RFC 2045, 5.1; RFC 2231). */
const typed = /^[\w.+-]+\/[\w.+-]+(?:[ \t]*;[ \t]*[\w.-]{1,100}=(?:"[^"\\]*"|[^\s"\\();]+))*;?$/;
/** What a part is that does not say it (RFC 2045, 5.2). */
const unstated: Field = {value: 'text/plain', parameters: new Map()};
/** RFC 2046, 5.1.1. */
const boundaryForm = /^[\w'()+,./:=? -]{1,70}$/;
const delimiterEnd = /^[ \t]*\n/;
const closingEnd = /^--[ \t]*(?:\n|$)/;
/** Nothing but fields in ASCII, each on its line. */
const plainHead = /^(?:[!-9;-~]+:[\t -~]*\n)*$/;
/** In UTF-16 units; a longer head and more parts are nothing simple. */
const longestHead = 2000;
const mostParts = 100;

/**
Take a simple message apart.

@param fields - Its own head.
@param body - A unit a byte, line ends as `\n`.
@returns Its words, or `null` if it is not simple or has none. Never throws.
*/
export function readSimpleMime(fields: Fields, body: string): Message | null {
	const content = contentOf(fields);
	if (content === null || body.includes('\r')) return null;
	const boundary = content.parameters.get('boundary') ?? '';
	if (content.value === 'multipart/alternative') {
		return boundaryForm.test(boundary) ? readAlternatives(`\n${body}`.split(`\n--${boundary}`, mostParts)) : null;
	}
	const leaf = readLeaf(fields, body === '' || body.endsWith('\n') ? body : `${body}\n`);
	return leaf === null ? null : messageOf(leaf);
}

/** @param pieces - What stands between the delimiters, each with the rest of the delimiter's line before it. */
function readAlternatives([, ...pieces]: readonly string[]): Message | null {
	let words: Leaf | null = null;
	for (const piece of pieces) {
		if (closingEnd.test(piece)) return words === null ? null : messageOf(words);
		const leaf = readPart(piece);
		if (leaf === null) return null;
		if (leaf.content.value === 'text/html') {
			if (leaf.content.parameters.has('format')) return null;
		} else {
			if (words !== null) return null;
			words = leaf;
		}
	}
	return null;
}

function readPart(piece: string): Leaf | null {
	const start = piece.indexOf('\n') + 1;
	const end = piece.indexOf('\n\n', start - 1) + 1;
	if (!delimiterEnd.test(piece) || end === 0 || end - start > longestHead) return null;
	const head = piece.slice(start, end).replace(/\n(?=[ \t])/g, '');
	// The line end before a delimiter is the delimiter's (RFC 2046, 5.1.1), but postal-mime leaves it to the part.
	return plainHead.test(head) ? readLeaf(partHead(head).fields, `${piece.slice(end + 1)}\n`) : null;
}

function readLeaf(fields: Fields, body: string): Leaf | null {
	const content = contentOf(fields);
	if (content === null || (content.value !== 'text/plain' && content.value !== 'text/html')) return null;
	if (!/^(?:inline[ \t]*(?:;|$)|$)/i.test(fields.get('content-disposition') ?? '')) return null;
	const bytes = decodeTransfer(body, fields.get('content-transfer-encoding') ?? '');
	const text = bytes === null ? null : decodeStated(bytes, content.parameters.get('charset') || 'utf-8');
	return text === null ? null : {content, text: asWestern(text)};
}

function contentOf(fields: Fields): Field | null {
	const stated = fields.get('content-type');
	if (stated === undefined) return unstated;
	return typed.test(stated) ? readField(stated) : null;
}

function messageOf({content, text}: Leaf): Message | null {
	const format = content.parameters.get('format')?.toLowerCase() ?? 'fixed';
	if (text.trim() === '' || (format !== 'flowed' && format !== 'fixed')) return null;
	const flowed = format === 'flowed' ? {deletesSpace: content.parameters.get('delsp')?.toLowerCase() === 'yes'} : null;
	const isPage = content.value === 'text/html';
	return {text: isPage ? null : text, html: isPage ? text : null, files: [], flowed};
}

/** @returns The bytes that were encoded, or `null` where that is in doubt. */
function decodeTransfer(body: string, encoding: string): string | null {
	switch (encoding.toLowerCase()) {
		case '':
		case '7bit':
		case '8bit':
		case 'binary':
			return body;
		case 'quoted-printable':
			return fromQuotedPrintable(body);
		case 'base64':
			return fromBase64(body);
		default:
			return null;
	}
}

/**
RFC 2045, 6.7; a `=` that encodes nothing stays, and so does white space at the end of a line. Byte by byte: where most
letters are encoded, a pattern takes twenty times as long.
*/
function fromQuotedPrintable(text: string): string {
	const bytes = Buffer.from(text, 'latin1');
	let end = 0;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		const next = byte === 0x3d ? bytes[at + 1] : undefined;
		const encoded = next === undefined ? -1 : hexDigit(next) * 16 + hexDigit(bytes[at + 2]);
		if (next === 0x0a) at++;
		else bytes[end++] = encoded < 0 ? byte : encoded;
		if (encoded >= 0) at += 2;
	}
	return bytes.toString('latin1', 0, end);
}

/** @returns The value of a digit, or a number so low that nothing with it is positive. */
function hexDigit(code = 0): number {
	if (code >= 0x30 && code <= 0x39) return code - 0x30;
	const letter = code & ~0x20;
	return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -256;
}

/** @returns `null` where something stands in or behind it that is not base64, as the footer of a list. */
function fromBase64(text: string): string | null {
	const padding = text.search(/[^A-Za-z0-9+/\n\t ]/);
	if (padding !== -1 && /[^=\n\t ]/.test(text.slice(padding))) return null;
	return Buffer.from(padding === -1 ? text : text.slice(0, padding), 'base64').toString('latin1');
}
