/**
Emoji by name: the short codes that forums and chats write, `:thinking:` or `:+1:t3:`.

Names are GitHub's (Discourse uses them), then Slack's, then JoyPixels', with
Discourse's own spellings beside them; `emoji-table.ts` holds them.
*/
import {emojiTable} from './emoji-table.ts';

export type ShortCode = {
	/** From the first colon to behind the last, UTF-16 units. */
	readonly start: number;
	readonly end: number;
	readonly emoji: string;
};

/* Lightest first. */
const tones = ['\u{1f3fb}', '\u{1f3fc}', '\u{1f3fd}', '\u{1f3fe}', '\u{1f3ff}'];

let table: ReadonlyMap<string, string> | null = null;

/**
The emoji of a short code.

@param name - Without colons. A skin tone behind it as Discourse writes it, `+1:t2` to `+1:t6`, or as JoyPixels does,
`thumbsup_tone1` to `thumbsup_tone5`.
@returns The emoji, or `null` for a name that is not known or takes no skin tone. Never throws.
*/
export function emoji(name: string): string | null {
	table ??= readTable();
	const known = table.get(name);
	if (known !== undefined) return known;
	const [, base = '', fromTwo, fromOne] = /^(.+)(?::t([2-6])|_tone([1-5]))$/.exec(name) ?? [];
	const plain = table.get(base);
	const tone = tones[fromTwo === undefined ? Number(fromOne) - 1 : Number(fromTwo) - 2];
	return plain === undefined || tone === undefined ? null : withTone(plain, tone);
}

/* A colon that ends a word or a path opens no code, nor is one closed inside a word; scripts without case need no space. */
const candidate = /(?<![\p{Lu}\p{Ll}\p{N}/]):([a-z0-9_+-]+(?::t[2-6])?):(?![\p{Lu}\p{Ll}\p{N}])/gu;

/**
Find every known short code in a text, in order of place.

Times (`10:30:45`), addresses and `a::b::c` hold none. Never throws.
*/
export function shortCodes(text: string): readonly ShortCode[] {
	const codes: ShortCode[] = [];
	let behind = -1;
	for (const {0: code, 1: name = '', index: start} of text.matchAll(candidate)) {
		const end = start + code.length;
		const found = text[start - 1] === ':' && start !== behind ? null : emoji(name);
		if (found !== null) codes.push({start, end, emoji: found});
		behind = end;
	}
	return codes;
}

/* Read at first use: few screens show a short code. */
function readTable(): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const line of emojiTable.split('\n')) {
		const words = line.split(' ');
		const found = words.shift() ?? '';
		for (const name of words) names.set(name, found);
	}
	return names;
}

function withTone(plain: string, tone: string): string | null {
	const toned = plain.replace(/^(\p{Emoji_Modifier_Base})\ufe0f?/u, `$1${tone}`);
	return toned === plain ? null : toned;
}
