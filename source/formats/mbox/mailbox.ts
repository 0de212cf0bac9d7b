/**
Mailboxes: who wrote a message, as `Ada L. <ada@garden.example>`, `ada at garden.example (Ada L.)`
and whatever else stands in From fields.
*/
import {decodeHeader} from '../../markup/mail/encoded-words.ts';
import {safeLine} from '../../text/safe-text.ts';

/** So much of a field is looked at, in bytes. */
const longest = 2000;

/** `Ada L. <ada@garden.example>`: most are so, and ASCII in every charset. */
const usualMailbox = /^([A-Za-z0-9_](?:[\w .'-]{0,98}[\w.'-])?) ?<[^<>"]{1,200}>$/;

/**
Read a From field.

@param value - Unfolded, a unit a byte.
@param charset - What raw bytes in it are in, or `null`.
@returns The display name of the first mailbox, else the name beside it in parentheses, else the address as it
	stands (archives rewrite addresses); `null` if there is none. Never throws.
*/
export function readAuthor(value: string, charset: string | null): string | null {
	const usual = usualMailbox.exec(value);
	if (usual !== null) return safeLine(usual[1] ?? '');
	const {phrase, comment, address} = partsOf(value.slice(0, longest));
	const names = address === null ? [comment, phrase] : [phrase, comment, address];
	for (const name of names) {
		const shown = safeLine(decodeHeader(name, charset));
		if (shown !== '') return shown;
	}
	return null;
}

type Parts = {
	/** What stands outside of brackets: a display name, or an address without one. */
	readonly phrase: string;
	/** What stands in parentheses. */
	readonly comment: string;
	/** What stands in angle brackets. */
	readonly address: string | null;
};

/** RFC 5322, 3.4: quoted strings, addresses, words; comments nest and are read apart. */
const token = /"(?<quoted>(?:[^"\\]|\\.)*)"?|<(?<address>[^>]*)>?|(?<words>[^"<(,]+)|[(,]/y;

function partsOf(value: string): Parts {
	let phrase = '';
	let address: string | null = null;
	const comments: string[] = [];
	token.lastIndex = 0;
	for (let match = token.exec(value); match !== null; match = token.exec(value)) {
		const {quoted, address: found, words} = match.groups ?? {};
		if (match[0] === '(') {
			const end = commentEnd(value, match.index);
			comments.push(unescaped(value.slice(match.index + 1, end)));
			token.lastIndex = end + 1;
		} else if (address !== null && match[0] === ',') {
			break;
		} else if (address === null) {
			if (found !== undefined) address = found.trim();
			else phrase += quoted === undefined ? (words ?? match[0]) : unescaped(quoted);
		}
	}
	return {phrase: phrase.trim(), comment: comments.join(' ').trim(), address};
}

/** Where the comment ends that begins at an index. */
function commentEnd(value: string, start: number): number {
	let depth = 0;
	for (let at = start; at < value.length; at++) {
		if (value[at] === '\\') at++;
		else if (value[at] === '(') depth++;
		else if (value[at] === ')' && --depth === 0) return at;
	}
	return value.length;
}

function unescaped(text: string): string {
	return text.replace(/\\(.)/g, '$1');
}
