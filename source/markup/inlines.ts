/**
Inlines: what can be told inside a run of plain text. Addresses become links, `@name` a
mention, and a link or an image that a copy kept as Markdown is one again.
*/
import type {Inline} from '../thread/body.ts';

/* Without the flag `i`: it makes the classes of letters so large that the pattern takes milliseconds to build. */
const http = String.raw`[hH][tT][tT][pP][sS]?:\/\/`;
const token = new RegExp(
	[
		String.raw`(?<image>!?)\[(?<label>[^\]\n]{0,300})\]\((?<target>${http}[^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200})?)(?:\s+"[^"\n]{0,200}")?\)`,
		String.raw`(?<address>(?:${http}|(?<![\p{L}\p{N}.@/-])[wW]{3}\.(?=[\p{L}\p{N}-]+\.))[^\s<>"“”«»]+)`,
		String.raw`(?<![\p{L}\p{N}_.@/+-])@(?<name>[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,58}[\p{L}\p{N}_])?)(?!@)`,
	].join('|'),
	'gu',
);

/**
Turn one run of text into inlines.

@param text - Safe text without newlines.
@returns Inlines whose words are those of the text, in order; empty text gives none. Never throws.
*/
export function readInlines(text: string): Inline[] {
	if (text === '') return [];
	if (!text.includes('@') && !text.includes('://') && !text.includes('www.') && !text.includes('WWW.')) {
		return [{type: 'text', text}];
	}
	const inlines: Inline[] = [];
	let written = 0;

	function write(until: number): void {
		if (until > written) inlines.push({type: 'text', text: text.slice(written, until)});
		written = until;
	}

	for (const match of text.matchAll(token)) {
		const {image, label = '', target, address, name} = match.groups ?? {};
		if (match.index < written) continue;
		if (target !== undefined) {
			write(match.index);
			written += match[0].length;
			if (image === '!') inlines.push({type: 'image', alt: label, url: target});
			else inlines.push({type: 'link', url: target, children: [{type: 'text', text: label === '' ? target : label}]});
		} else if (address !== undefined) {
			const shown = withoutPunctuation(address);
			write(match.index);
			written += shown.length;
			const url = /^www\./i.test(shown) ? `https://${shown}` : shown;
			inlines.push({type: 'link', url, children: [{type: 'text', text: shown}]});
		} else if (name !== undefined) {
			write(match.index);
			written += match[0].length;
			inlines.push({type: 'mention', name});
		}
	}
	write(text.length);
	return inlines;
}

/**
Turn the lines of a paragraph into inlines with breaks between them.

@param lines - Safe text. Spaces at the ends go, indentation of two and more stays.
*/
export function readLinesAsInlines(lines: readonly string[]): Inline[] {
	const inlines: Inline[] = [];
	for (const line of lines) {
		const text = /^\s\S/.test(line) ? line.trim() : line.trimEnd();
		if (text === '') continue;
		if (inlines.length > 0) inlines.push({type: 'break'});
		inlines.push(...readInlines(inlines.length === 0 ? text.trimStart() : text));
	}
	return inlines;
}

/** An address without what ends the sentence around it. */
function withoutPunctuation(address: string): string {
	let round = count(address, ')') - count(address, '(');
	let square = count(address, ']') - count(address, '[');
	let end = address.length;
	for (; end > 0; end--) {
		const last = address[end - 1] ?? '';
		if (last === ')' && round > 0) round--;
		else if (last === ']' && square > 0) square--;
		else if (!/[.,;:!?'’…*]/.test(last)) break;
	}
	return address.slice(0, end);
}

function count(text: string, sign: string): number {
	return text.split(sign).length - 1;
}
