/**
Apparatus: what lists and mail programs put into a body that are nobody's words. What was left of
attachments, the list's footer, the head above a message that was answered or forwarded whole.
*/
import type {Block} from '../../thread/body.ts';
import {readName} from './attribution.ts';

/** A piece of apparatus and the line behind it. */
export type Found<Piece> = {readonly piece: Piece; readonly end: number};

/** A file that a message carries: its name, how large it is, where it can be had. */
export type Attachment = {readonly name: string; readonly size: string | null; readonly url: string | null};

/** @returns The paragraph that stands for a file: `[attachment: seeds.pdf, 12 KB]`. */
export function attachmentBlock({name, size, url}: Attachment): Block {
	const text = `[attachment: ${size === null ? name : `${name}, ${size}`}]`;
	const words = {type: 'text', text} as const;
	return {type: 'paragraph', children: url === null ? [words] : [{type: 'link', url, children: [words]}]};
}

const nextPart = /^-{14} next part -{14}$/;
const scrubbed = /\bwas\s+scrubbed\b/i;
const partField = /^(Name|Type|Size|Desc|URL|Url)\s*: ?(.*)$/;

/** What Mailman's archives leave of an attachment. */
export function readScrubbed(lines: readonly string[], start: number): Found<Attachment> | null {
	const first = lines[start] ?? '';
	if (/^\s*\[\[alternative HTML version deleted\]\]\s*$/.test(first)) {
		return {piece: {name: 'alternative HTML version', size: 'deleted', url: null}, end: start + 1};
	}
	if (!nextPart.test(first)) return null;
	const notice = lines.slice(start + 1, start + 3).join(' ');
	if (!scrubbed.test(notice) && !partField.test(lines[start + 1] ?? '')) return null;
	const fields = new Map<string, string>();
	let end = start + 1;
	while (end < lines.length && fields.size === 0 && end < start + 4 && !partField.test(lines[end] ?? '')) end++;
	for (; end < lines.length; end++) {
		const [, name = '', value = ''] = partField.exec(lines[end] ?? '') ?? [];
		if (name === '') break;
		fields.set(name.toLowerCase(), value.trim());
	}
	const kind = /^An? (.+?)\s+(?:attachment\s+)?was\s+scrubbed/i.exec(notice)?.[1] ?? 'file';
	const url = /https?:\/\/[^\s<>]+/.exec(fields.get('url') ?? '')?.[0] ?? null;
	const name = fields.get('name') ?? '';
	const named = name === '' || name === 'not available' ? kind : name;
	return {piece: {name: named, size: fields.get('size') ?? null, url}, end};
}

/** The footer that a list puts below each message: a rule, and where to go. */
export function readFooter(lines: readonly string[], start: number): Found<readonly string[]> | null {
	if (!/^[-_.=*+]{20,}$/.test(lines[start]?.trimEnd() ?? '')) return null;
	let end = start + 1;
	while (end < lines.length && end < start + 8 && lines[end]?.trim() !== '' && !nextPart.test(lines[end] ?? '')) end++;
	const footer = lines.slice(start, end);
	return /mailing list|unsubscribe|listinfo|mailman|mailto:|\/lists?[./]/i.test(footer.slice(1).join(' '))
		? {piece: footer, end}
		: null;
}

const separator =
	/^\s*-{2,}\s?(?:Original Message|Original-Nachricht|Urspr.{1,2}ngliche Nachricht|Message d['’]origine|Mensaje original|Mensagem original|Messaggio originale|Oorspronkelijk bericht|Forwarded message|Forwarded Message|Weitergeleitete Nachricht|Message transf.r.)\s?-{2,}\s*$|^Begin forwarded message:\s*$|^_{20,}$/i;
const fromField = /^\s*\*?(?:From|Von|De|Da|Van|Från|Fra|Od|От)\*?\??\s?: *(.+)$/i;
const dateField =
	/^\s*\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado(?: el)?|Fecha|Data|Inviato|Verzonden|Skickat)\*?\s?:/i;
const anyField = /^\s*\*?[\p{L}?][\p{L}?-]{1,20}(?: \p{L}{1,10})?\*?\s?:(?:\s|$)/u;
const mostFields = 12;

/**
The head of a message that stands whole below the words that answer it.

@returns Whose message it is, and the line where its words begin.
*/
export function readForwardHead(lines: readonly string[], start: number): Found<string | null> | null {
	const parted = separator.test(lines[start] ?? '');
	if (!parted && !fromField.test(lines[start] ?? '')) return null;
	let at = parted ? start + 1 : start;
	while (parted && lines[at]?.trim() === '' && at < start + 3) at++;
	if (at >= lines.length) return null;
	const head: string[] = [];
	for (; at < lines.length && head.length < mostFields; at++) {
		const line = lines[at] ?? '';
		if (line.trim() === '' || !(anyField.test(line) || (head.length > 0 && /^[ \t]/.test(line)))) break;
		head.push(line);
	}
	const from = head.map(line => fromField.exec(line)?.[1]).find(value => value !== undefined);
	if (from === undefined || !(parted || head.some(line => dateField.test(line))) || head.length < 2) return null;
	return {piece: readName(from), end: at};
}
