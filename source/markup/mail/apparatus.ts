/**
Apparatus: what lists and mail programs put into a body that are nobody's words. What was left of
attachments, the list's footer, the head above a message that was answered or forwarded whole.
*/
import type {Block} from '../../thread/body.ts';
import {footerEnd} from '../../thread/passage.ts';
import {readName} from './attribution.ts';
import {readAttributionDate} from './attribution-date.ts';

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
	const end = footerEnd(lines, start);
	return end === null ? null : {piece: lines.slice(start, end), end};
}

/** The rule that programs put above such a head; words in it say whether the message was answered or forwarded. */
const separator =
	/^\s*-{2,}\s?(?:Original Message|Original-Nachricht|Urspr.{1,2}ngliche Nachricht|Message d['’]origine|Mensaje original|Mensagem original|Messaggio originale|Oorspronkelijk bericht|Forwarded message|Forwarded Message|Weitergeleitete Nachricht|Message transf.r.)\s?-{2,}\s*$|^Begin forwarded message:\s*$|^_{20,}\s*$/i;
const fromField = /^\s*\*?(?:From|Von|De|Da|Van|Från|Fra|Od|От)\*?\??\s?: *(.+)$/i;
const dateField =
	/^\s*\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado(?: el)?|Fecha|Data|Inviato|Verzonden|Skickat)\*?\s?:/i;
const anyField = /^\s*\*?[\p{L}?][\p{L}?-]{1,20}(?: \p{L}{1,10})?\*?\s?:(?:\s|$)/u;
/** `Lists <lists@garden.example> On Behalf Of Ada Lind`: a program sent it, and this is whose words they are. */
const onBehalf = /^.*\bon behalf of\s+(?=\S)/i;
const mostFields = 12;
/** A field goes on over at most so many lines without a sign of it. */
const mostBroken = 2;

/** The head of a message that stands whole below the words that answer it. */
export type ForwardHead = {
	/** Whose message it is, as far as that is told. */
	readonly author: string | null;
	/** When it was sent, as `readAttributionDate` gives it; `null` where that is not stated. */
	readonly date: string | null;
	/** What the head says, a field each, and above them what kind of message it is. */
	readonly lines: readonly string[];
};

/** @returns The head that begins at a line and where the words below it begin, or `null`. */
export function readForwardHead(lines: readonly string[], start: number): Found<ForwardHead> | null {
	const opening = lines[start] ?? '';
	const parted = separator.test(opening);
	if (!parted && !fromField.test(opening)) return null;
	let at = parted ? start + 1 : start;
	while (parted && lines[at]?.trim() === '' && at < start + 3) at++;
	const {fields, end} = readFields(lines, at);
	const from = fields.map(field => fromField.exec(field)?.[1]).find(value => value !== undefined);
	if (from === undefined || !(parted || fields.some(field => dateField.test(field))) || fields.length < 2) return null;
	const kind = parted && /\p{L}/u.test(opening) ? [opening.trim()] : [];
	const date = readAttributionDate(fields.find(field => dateField.test(field)) ?? '');
	return {piece: {author: readName(from.replace(onBehalf, '')), date, lines: [...kind, ...fields]}, end};
}

/** Fields, each on one line: mail breaks long ones, with white space before the rest or without. */
function readFields(
	lines: readonly string[],
	start: number,
): {readonly fields: readonly string[]; readonly end: number} {
	const fields: string[] = [];
	let end = start;
	while (end < lines.length && fields.length < mostFields) {
		const line = lines[end] ?? '';
		const last = fields.at(-1);
		if (line.trim() === '') break;
		if (last !== undefined && (/^[ \t]/.test(line) ? !anyField.test(line) : isBroken(lines, end))) {
			fields[fields.length - 1] = `${last} ${line.trim()}`;
		} else if (anyField.test(line)) {
			fields.push(line.trim());
		} else {
			break;
		}
		end++;
	}
	return {fields, end};
}

/** Whether a line is the rest of a field: it looks like none, and another field stands close below. */
function isBroken(lines: readonly string[], at: number): boolean {
	for (let next = at; next <= at + mostBroken; next++) {
		const line = lines[next] ?? '';
		if (line.trim() === '') return false;
		if (anyField.test(line)) return next > at;
	}
	return false;
}
