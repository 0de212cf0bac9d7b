/**
MIME: messages of several parts and other encodings, taken apart by postal-mime.

It is loaded when the first such message is read: most dumps hold none.
*/
import {asWestern, decodeCharset} from './charset.ts';
import {plainOfEnriched} from './enriched.ts';
import type {Field} from './fields.ts';

/** A file that came with the message. */
export type Part = {readonly name: string; readonly bytes: number};

export type Message = {
	/** The words, or `null` where there are none but those of a page. */
	readonly text: string | null;
	readonly html: string | null;
	readonly files: readonly Part[];
	/** Whether a part says that its lines flow; they come as they are. */
	readonly flowed: Flowed | null;
};

export type Flowed = {readonly deletesSpace: boolean};

/** Fields of the parts that say what they are, folded lines with them. */
const contentType = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*/gim;
/** What makes a part a message, and the line above each part of a digest (RFC 2046, 5.1.5 and 5.2.1). */
const messageType = /^content-type:\s*message\/rfc822/im;
const bareBoundary = /(?:^|\n)--[^\n]*$/;
/** RFC 2046 forbids it for messages, and programs do it. */
const encoding = /^content-transfer-encoding:[ \t]*base64[ \t]*$/im;
const plainEncoding = 'Content-Transfer-Encoding: binary';
const dateField = /^date:[^\n]*(?:\n[ \t][^\n]*)*/im;
/**
postal-mime prints the date of a message within a message as the clock of this machine would have shown it, but leaves
one alone that it cannot read. A noncharacter behind the date, which Unicode keeps for such uses, makes it unreadable.
*/
const asStated = '\ufdd0';
const asStatedBytes = '\xef\xb7\x90';

const flowedParameter = /;?\s*format\s*=\s*"?flowed\b"?/i;

/**
Take a message apart.

@param raw - Head, blank line and body; a unit a byte, line ends as `\n`.
@param content - Its Content-Type.
@returns Its words and files. A broken boundary is guessed. Rejects where the message is no MIME message at all.
*/
export async function readMime(raw: string, content: Field): Promise<Message> {
	const {default: PostalMime} = await import('postal-mime');
	const {told, flowed} = withoutFlowed(withStatedDates(withBoundary(raw, content)));
	const email = await PostalMime.parse(Buffer.from(told, 'latin1'), {attachmentEncoding: 'arraybuffer'});
	const files: Part[] = [];
	let text = withoutMarks(email.text ?? '');
	for (const {filename, mimeType, content: bytes} of email.attachments) {
		if (typeof bytes === 'string') continue;
		if (text.trim() === '' && mimeType === 'text/enriched') text = plainOfEnriched(decodeCharset(latin1(bytes), null));
		else files.push({name: filename ?? mimeType, bytes: bytes.byteLength});
	}
	const html = email.html?.trim() ? asWestern(withoutMarks(email.html)) : null;
	return {text: text.trim() === '' && html !== null ? null : asWestern(text), html, files, flowed};
}

/** postal-mime joins flowing lines without regard to quote marks: it is not told of them. */
function withoutFlowed(raw: string): {readonly told: string; readonly flowed: Flowed | null} {
	if (!/flowed/i.test(raw)) return {told: raw, flowed: null};
	let flowed: Flowed | null = null;
	const told = raw.replace(contentType, field => {
		if (!flowedParameter.test(field)) return field;
		flowed = {deletesSpace: /delsp\s*=\s*"?yes/i.test(field)};
		return field.replace(flowedParameter, '');
	});
	return {told, flowed};
}

/** Where the boundary that the head names does not occur, the first that looks like one takes its place. */
function withBoundary(raw: string, content: Field): string {
	if (!content.value.startsWith('multipart/')) return raw;
	const boundary = content.parameters.get('boundary') ?? '';
	if (boundary !== '' && raw.includes(`\n--${boundary}`)) return raw;
	const found = /\n--([^\s"]{1,200})[ \t]*\ncontent-/i.exec(raw)?.[1];
	const field = `Content-Type: ${content.value}; boundary="${found}"`;
	return found === undefined
		? raw
		: raw.replace(contentType, (old, at: number) => (at < raw.indexOf('\n\n') ? field : old));
}

/** The dates in the heads of messages within the message are marked to be shown as they are stated. */
function withStatedDates(raw: string): string {
	if (!/message\/rfc822|multipart\/digest/i.test(raw)) return raw;
	let isHead = false;
	let isEncoded = false;
	return raw
		.split('\n\n')
		.map(block => {
			const head = block.slice(block.lastIndexOf('\n--') + 1);
			const isMessage = messageType.test(head) && !/^content-disposition:\s*attachment/im.test(head);
			let told = isEncoded ? decoded(block) : block;
			isEncoded = isMessage && encoding.test(head);
			if (isEncoded) told = told.slice(0, told.length - head.length) + head.replace(encoding, plainEncoding);
			if (isHead) told = told.replace(dateField, `$&${asStatedBytes}`);
			isHead = isMessage || bareBoundary.test(block);
			return told;
		})
		.join('\n\n');
}

/** What a block of base64 says, up to the boundary. */
function decoded(block: string): string {
	const boundary = block.indexOf('\n--');
	const end = boundary === -1 ? block.length : boundary;
	const text = Buffer.from(block.slice(0, end), 'base64').toString('latin1').replaceAll('\r\n', '\n');
	return text + block.slice(end);
}

function withoutMarks(text: string): string {
	return text.replaceAll(asStated, '');
}

function latin1(bytes: ArrayBuffer | Uint8Array): string {
	return Buffer.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)).toString('latin1');
}
