/**
BBCode tags: which names are tags, and what stands in their brackets.

Code is full of brackets (`a[i]`, `[x]`), so only the names listed here are tags, and one that
nothing closes is text. They are those of Discourse, its plugins, and the forums it imports.
*/
import type {QuoteSource} from '../../thread/body.ts';

/** Tags that hold blocks. */
const blockNames = 'quote chat code pre details spoiler blur hide poll list ul ol li wrap grid'.split(' ');

/** What a tag between words makes of them; `plain` is what a terminal cannot show, as a size. */
export type WordTag = 'strong' | 'emphasis' | 'strike' | 'spoiler' | 'link' | 'plain';

const wordTags: ReadonlyMap<string, WordTag> = new Map<string, WordTag>([
	['b', 'strong'],
	['i', 'emphasis'],
	['s', 'strike'],
	['strike', 'strike'],
	['spoiler', 'spoiler'],
	['blur', 'spoiler'],
	['url', 'link'],
	['email', 'link'],
	...'u color colour size font center left right justify align small big sub sup mark highlight bgcolor ins anchor'
		.split(' ')
		.map((name): [string, WordTag] => [name, 'plain']),
]);

/** Tags whose words are no prose: an address, code. */
const rawNames = new Set('code kbd tt img image youtube video media audio'.split(' '));

const quotedValue = String.raw`(?:[=\s](?:"[^"\n]{0,400}"|[^\]"\n]){0,200})`;
const value = String.raw`(?<value>${quotedValue}|[=\s][^\]\n]{0,400})?`;

/** Matches the tags that hold blocks, and `[*]`: groups `slash`, `name`, `value`. */
export const blockTag = String.raw`\[(?<slash>\/?)(?<name>${blockNames.join('|')}|\*)${value}\]`;

const wordNames = [...wordTags.keys(), ...rawNames, 'date-range', 'date'].join('|');
const wordTagAt = new RegExp(String.raw`\[(?<slash>\/?)(?<name>${wordNames})${value}\](?!\()`, 'iy');

export type Tag = {
	readonly name: string;
	readonly closes: boolean;
	/** What stands behind the name, without `=` and quotation marks; `''` if nothing. */
	readonly value: string;
	/** The tag as it is written. */
	readonly source: string;
};

/** Read the tag between words that begins at `at`, or `null`. Never throws. */
export function readWordTag(text: string, at: number): Tag | null {
	wordTagAt.lastIndex = at;
	const match = wordTagAt.exec(text);
	return match === null ? null : makeTag(match);
}

/** Make a tag of a match of `blockTag` or of a tag between words. */
export function makeTag(match: RegExpExecArray): Tag {
	const {slash, name = '', value: written = ''} = match.groups ?? {};
	return {name: name.toLowerCase(), closes: slash === '/', value: bare(written), source: match[0]};
}

/** What a tag between words makes of them, or `null` if it holds none. */
export function wordTagOf(name: string): WordTag | null {
	return wordTags.get(name) ?? null;
}

/** Whether what stands in this tag is no prose. */
export function holdsRaw(name: string): boolean {
	return rawNames.has(name);
}

/**
Read whom a quote names: `ada, post:4, topic:77, full:true`, or a name alone.

Discourse writes a display name first where the user name follows as `username:`.
@returns The source, or `null` if nothing is named. Never throws.
*/
export function readQuoteSource(value: string): QuoteSource | null {
	const [first = '', ...rest] = value.split(/\s*,\s*/);
	const facts = new Map<string, string>();
	for (const part of /^(?:post|topic|username|full):/.test(first) ? [first, ...rest] : rest) {
		const colon = part.indexOf(':');
		if (colon !== -1) facts.set(part.slice(0, colon).trim(), part.slice(colon + 1).trim());
	}
	// Some name a page instead, with a link around it.
	const named = facts.size > rest.length ? null : bare(first.replace(/\[\/?\w{1,12}(?:=[^\]\s]*)?\]/g, ''));
	const author = facts.get('username') || named || null;
	const number = readNumber(facts.get('post'));
	const topic = readNumber(facts.get('topic'));
	return author === null && number === null ? null : {author, number, topic: topic === null ? null : String(topic)};
}

/** `chat` quotes a message of Discourse's chat: `quote="ada;123;2024-05-03T09:14:00Z" channel="seeds"`. */
export function readChatSource(value: string): QuoteSource | null {
	const author = readAttribute(value, 'quote')?.split(';')[0]?.trim();
	return author ? {author, number: null, topic: null} : null;
}

/** An attribute of a tag's value, `name="words"` or `name=word`; `null` if it has none. */
export function readAttribute(value: string, name: string): string | null {
	const match = new RegExp(String.raw`(?:^|\s)${name}=(?:"([^"]*)"|(\S+))`, 'i').exec(value);
	return match?.[1] ?? match?.[2] ?? null;
}

function readNumber(text: string | undefined): number | null {
	return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function bare(text: string): string {
	const trimmed = text.replace(/^[=\s]+/, '').trim();
	return /^(["“'„«])(.*)(["”'“»])$/s.exec(trimmed)?.[2]?.trim() ?? trimmed;
}
