/**
The markup `crawl-text`: what text extractors leave of a Discourse post.

Quotes lose their marks but keep a line `name:`; images keep their alt text; lists are
indented; emphasis, links' targets and code's bounds are gone. What is read here is only
what still can be told.
*/
import type {Block} from '../thread/body.ts';
import type {Dump} from '../thread/dump.ts';
import type {Post} from '../thread/post.ts';
import {readBrokenText} from './broken-text.ts';
import {readFlowingText} from './flowing-text.ts';
import {type ThreadWords, threadWords} from './thread-words.ts';

/** A quote in a quote in a quote: deeper ones are read as text. */
const deepest = 8;

/** Read the raw body of a post as blocks; see `BodyReader`. */
export function readCrawlText(post: Post, dump: Dump): readonly Block[] {
	if (post.raw === '') return [];
	const position = dump.indexOf(post.id);
	const words = threadWords(dump, position);
	const broken = words.broken(dump);
	const lines = post.raw.split('\n');
	const isHeaded = post.author !== null;
	if (!isHeaded || position < 1) return broken ? readBrokenText(lines) : readFlowingText(lines);
	return readParts(partQuotes(lines, broken, {words, position}), broken, {words, position}, 0);
}

type Scene = {readonly words: ThreadWords; readonly position: number};

/** A run of lines that is quoted as a whole or not at all; `quotes` names the author of what follows. */
type Part = {readonly lines: readonly string[]; readonly quotes: string | null};

/** Part lines at their paragraphs, broken text at each line, and at every line that names a quoted author. */
function partQuotes(lines: readonly string[], broken: boolean, scene: Scene): readonly Part[] {
	const parts: Part[] = [];
	let open: string[] | null = null;
	for (const line of lines) {
		const quotes = quotedAuthor(line, scene);
		if (quotes !== null) {
			parts.push({lines: [line], quotes});
			open = null;
		} else if (open === null || (broken && line.trim() !== '')) {
			open = [line];
			parts.push({lines: open, quotes: null});
		} else {
			open.push(line);
		}
		if (line.trim() === '') open = open?.every(blank => blank.trim() === '') ? open : null;
	}
	return parts.filter(part => part.lines.some(line => line.trim() !== ''));
}

/** Whom a line `name:` names, if they wrote an earlier post of this dump. */
function quotedAuthor(line: string, {words, position}: Scene): string | null {
	const text = line.trim();
	if (text.length > 80 || !text.endsWith(':')) return null;
	return words.authorBefore(text.slice(0, -1).trim(), position);
}

function readParts(parts: readonly Part[], broken: boolean, scene: Scene, depth: number): Block[] {
	const blocks: Block[] = [];
	let own: string[] = [];

	function write(): void {
		blocks.push(...(broken ? readBrokenText(own) : readFlowingText(own)));
		own = [];
	}

	for (let index = 0; index < parts.length; ) {
		const part = parts[index];
		if (part === undefined) break;
		const author = depth < deepest ? part.quotes : null;
		const length = author === null ? 0 : quoteLength(parts, index + 1, author, scene);
		if (author === null || length === 0) {
			own.push(...part.lines, ...(broken ? [] : ['']));
			index++;
			continue;
		}
		write();
		const quoted = parts.slice(index + 1, index + 1 + length);
		const source = {author, number: null, topic: null};
		blocks.push({type: 'quote', source, children: readParts(quoted, broken, scene, depth + 1)});
		index += 1 + length;
	}
	write();
	return blocks;
}

/**
How many parts a quote holds: the first in any case, and those that stand behind it
in an earlier post of its author. A quote that opens with a quote holds that one whole.
*/
function quoteLength(parts: readonly Part[], start: number, author: string, scene: Scene): number {
	const first = parts[start];
	if (first === undefined) return 0;
	if (first.quotes !== null) {
		const inner = quoteLength(parts, start + 1, first.quotes, scene);
		return inner === 0 ? 0 : 1 + inner + ownLength(parts, start + 1 + inner, author, scene);
	}
	return Math.max(1, ownLength(parts, start, author, scene));
}

function ownLength(parts: readonly Part[], start: number, author: string, {words, position}: Scene): number {
	let end = start;
	while (end < parts.length && end - start < 200 && parts[end]?.quotes === null) end++;
	const texts = parts.slice(start, end).map(part => part.lines.join('\n'));
	return words.quotedParts(author, position, texts);
}
