/**
The preamble: what stands before the first post. A site's header, the title, the
category and the tags; on later pages nothing, in a cut file the rest of a post.
*/
import {isSiteHeader} from './furniture.ts';

export type Preamble = {
	readonly title: string | null;
	readonly url: string | null;
	/** Words that are neither title nor post: the site's name, category, tags. */
	readonly rest: readonly string[];
};

/** Discourse allows titles of 255 characters (site setting max_topic_title_length). */
const longestTitle = 255;
const mostLines = 16;

/** On a later page: the title, the category, its parent, tags. */
const mostLaterLines = 6;
const longestLaterLine = 60;

/**
Read the lines before the first head.

@param isLater - Whether that head is not that of the thread's first post: then they may be the rest of another.
@returns What they say, or `null` if they are no preamble but the body of a post whose head is lost.
*/
export function readPreamble(lines: readonly string[], isLater = false): Preamble | null {
	const words = lines.map(line => line.trim()).filter(line => line !== '');
	if (words.length > mostLines || words.some(line => line.length > longestTitle)) return null;
	let first = words.findIndex(line => /^#\s+\S/.test(line));
	if (first === -1) first = words.findLastIndex(isSiteHeader) + 1;
	if (isLater && !isLaterPreamble(words.slice(first))) return null;
	const line = words[first];
	if (line === undefined) return {title: null, url: null, rest: words};
	const rest = words.filter((_, index) => index !== first);
	return {...readTitle(line), rest};
}

function isLaterPreamble(words: readonly string[]): boolean {
	const [title = '', ...rest] = words;
	if (words.length > mostLaterLines || (title !== '' && !looksLikeTitle(title))) return false;
	return rest.every(line => line.length <= longestLaterLine && !/[.;:!?…]$/.test(line));
}

/** A title as text, as a Markdown heading or as a link to the thread. */
export function readTitle(line: string): {readonly title: string; readonly url: string | null} {
	const bare = line.trim().replace(/^#{1,6}\s+/, '');
	const link = /^\[(.+)\]\((https?:\/\/\S+?\/t\/[^\s)]+)\)$/.exec(bare);
	return link === null ? {title: bare, url: null} : {title: link[1] ?? bare, url: link[2] ?? null};
}

/** Whether a line can be the title of a thread rather than the first words of a post. */
export function looksLikeTitle(line: string): boolean {
	const text = line.trim();
	if (text.length > longestTitle || !/\p{L}/u.test(text)) return false;
	return !/[.,;:…]$/.test(text) && !/^(?:@|https?:|[>•:*\-–"“„«]|\d+\. |\()/.test(text) && !isList(line);
}

/**
Whether a paragraph is the category and the tags that extractors leave behind a title:
capitalised words, then perhaps a line of tags.
*/
export function looksLikeCategory(paragraph: readonly string[]): boolean {
	const [category = '', tags] = paragraph.map(line => line.trim());
	if (paragraph.length > 2 || category.length > 60 || /[.,;:!?…)]$/.test(category)) return false;
	if (/^(?:hi|hello|hey|dear|thanks|yes|no|ok|good)\b/i.test(category)) return false;
	const capitalised = category.split(/\s+/).every(word => /^[\p{Lu}\p{N}&/+-]/u.test(word));
	return capitalised && (tags === undefined || /^[\p{Ll}\p{N}-]+(?:[ ,]+[\p{Ll}\p{N}-]+){0,7}$/u.test(tags));
}

/** The address behind `Originally published at:`, with which Discourse opens the thread of an article. */
export function readSource(lines: readonly string[]): string | null {
	for (const line of lines) {
		if (line.trim() === '') continue;
		return /^\s*Originally published at:?\s*(?:\[.*\]\()?(https?:\/\/[^\s)]+)/i.exec(line)?.[1] ?? null;
	}
	return null;
}

function isList(line: string): boolean {
	return /^\s+(?:•|\d+\.)\s/.test(line);
}
