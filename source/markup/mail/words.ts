/**
Words: the lines that the author of a message wrote, as paragraphs, lists, code and patches.

Mail breaks its lines at some width. Where the next word would not have fitted, the break
means nothing and goes; where it would, somebody meant it.
*/
import type {Block, Inline} from '../../thread/body.ts';
import {readInlines} from '../inlines.ts';

type List = Extract<Block, {type: 'list'}>;

/** Deeper lists are read as text. */
const deepest = 8;
/** Text that is not broken at all has lines longer than this. */
const widest = 100;
/** A paragraph whose longest line is shorter is a verse, an address, a column. */
const narrowest = 50;
/** People break a line before it is full, by up to so much. */
const ragged = 12;

/**
Read lines as blocks.

@param lines - One message's own words. Blank lines part paragraphs.
@returns Blocks in reading order; every word stands in them. Never throws.
*/
export function readWords(lines: readonly string[], depth = 0): readonly Block[] {
	const blocks: Block[] = [];
	let index = 0;
	while (index < lines.length) {
		if (lines[index]?.trim() === '') {
			index++;
			continue;
		}
		const end = partEnd(lines, index, depth);
		const part = lines.slice(index, end.at);
		if (end.kind === 'list') blocks.push(readList(part, depth));
		else if (end.kind === 'diff') blocks.push({type: 'code', language: 'diff', text: trimmed(part).join('\n')});
		else if (isRule(part)) blocks.push({type: 'rule'});
		else if (isCode(part)) pushCode(blocks, part, lines[index - 1]?.trim() === '');
		else blocks.push({type: 'paragraph', children: readParagraph(part)});
		index = end.at;
	}
	return blocks;
}

/** Read lines that stay as they are, as in a signature: a break after each. */
export function readVerse(lines: readonly string[]): readonly Block[] {
	const kept = trimmed(lines).filter(line => line.trim() !== '');
	return kept.length === 0 ? [] : [{type: 'paragraph', children: withBreaks(kept)}];
}

function partEnd(
	lines: readonly string[],
	start: number,
	depth: number,
): {readonly kind: 'list' | 'diff' | 'text'; readonly at: number} {
	if (isDiffStart(lines, start)) return {kind: 'diff', at: diffEnd(lines, start)};
	const list = depth < deepest ? listEnd(lines, start) : null;
	if (list !== null) return {kind: 'list', at: list};
	let at = start + 1;
	if (rule.test(lines[start] ?? '')) return {kind: 'text', at};
	while (at < lines.length && lines[at]?.trim() !== '' && !isDiffStart(lines, at) && !rule.test(lines[at] ?? '')) {
		if (depth < deepest && item.test(lines[at] ?? '') && listEnd(lines, at) !== null) break;
		at++;
	}
	return {kind: 'text', at};
}

const rule = /^\s*(?:([-=_*~#])\1{2,}|[-=_*~#.]{20,})\s*$/;

/* Paragraphs */

/** What begins a line of a program's output or of a head, and hardly ever one in the middle of a sentence. */
const neverInside = /^\s*(?:[$[\]{}|+&;\\%#]|\.\.|(?:From|To|Cc|Date|Subject): )/;
/** `Signed-off-by: …`, `Phone: …`; several in a row are a list. */
const labelled = /^\s*\p{Lu}[\p{L}-]{1,30}: /u;
/** A name on a line of its own, as below "Best wishes,". */
const nameAlone = /^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,2}$/u;

function readParagraph(lines: readonly string[]): readonly Inline[] {
	const width = Math.max(...lines.map(line => line.trimEnd().length).filter(length => length <= widest), 0);
	const isColumns = lines.some((line, index) => index > 1 && Math.abs(indent(line) - indent(lines[1] ?? '')) > 1);
	const joined: string[] = [];
	for (const [index, line] of lines.entries()) {
		const before = lines[index - 1]?.trimEnd();
		if (before === undefined || isColumns || isBreak(before, line, width)) joined.push(line.trimEnd());
		else joined[joined.length - 1] += ` ${line.trim()}`;
	}
	return withBreaks(joined);
}

/** Whether the end of a line was meant: the next word would have had room. */
function isBreak(before: string, line: string, width: number): boolean {
	if (before.length > widest || width < narrowest || item.test(line) || neverInside.test(line)) return true;
	if (before.endsWith(',') && nameAlone.test(line.trim())) return true;
	if (line.slice(0, 6) === before.slice(0, 6) || (labelled.test(line) && labelled.test(before))) return true;
	const word = /^\S+/.exec(line.trimStart())?.[0].length ?? 0;
	return before.length + 1 + word <= width - ragged;
}

function withBreaks(lines: readonly string[]): readonly Inline[] {
	const inlines: Inline[] = [];
	for (const [index, line] of lines.entries()) {
		if (index > 0) inlines.push({type: 'break'});
		inlines.push(...readMailInlines(index === 0 || indent(line) < 2 ? line.trim() : line));
	}
	return inlines;
}

/** Addresses of pages become links, without the brackets that mail puts around them. Nobody is mentioned by `@`. */
function readMailInlines(text: string): readonly Inline[] {
	const inlines: Inline[] = [];
	for (const inline of readInlines(text.replace(/<(?:URL: ?)?((?:https?|ftp):\/\/[^\s<>]+)>/gi, '$1'))) {
		const last = inlines.at(-1);
		const words = inline.type === 'mention' ? `@${inline.name}` : inline.type === 'text' ? inline.text : null;
		if (words === null) inlines.push(inline);
		else if (last?.type === 'text') inlines[inlines.length - 1] = {type: 'text', text: last.text + words};
		else inlines.push({type: 'text', text: words});
	}
	return inlines;
}

function isRule(lines: readonly string[]): boolean {
	return lines.length === 1 && rule.test(lines[0] ?? '');
}

/* Lists */

const item = /^([ \t]{0,8})(?:([-*•·])|(\d{1,3})[.)])[ \t]+(?=\S)/;

/** Where a list of two items and more ends that begins at a line, or `null`. */
function listEnd(lines: readonly string[], start: number): number | null {
	let count = 0;
	let at = start;
	let last: RegExpExecArray | null = null;
	while (at < lines.length) {
		const match = item.exec(lines[at] ?? '');
		if (match === null || (last !== null && !follows(match, last))) break;
		last = match;
		count++;
		at = itemEnd(lines, at, match);
	}
	while (at > start && lines[at - 1]?.trim() === '') at--;
	return count > 1 ? at : null;
}

function follows(match: RegExpExecArray, last: RegExpExecArray): boolean {
	const [, space = '', bullet, number] = match;
	const [, lastSpace = '', lastBullet, lastNumber] = last;
	if (Math.abs(space.length - lastSpace.length) > 1) return false;
	return number === undefined ? bullet === lastBullet : Number(number) === Number(lastNumber) + 1;
}

/** Where an item ends: behind what is indented more than its mark, and behind a blank line just as far as its words. */
function itemEnd(lines: readonly string[], start: number, match: RegExpExecArray): number {
	const margin = (match[1]?.length ?? 0) + 1;
	let end = start + 1;
	for (let at = start + 1; at < lines.length; at++) {
		const line = lines[at] ?? '';
		if (line.trim() === '') {
			if (lines[at + 1]?.trim() === '') break;
			continue;
		}
		if (indent(line) <= margin || (lines[at - 1]?.trim() === '' && indent(line) > match[0].length)) break;
		end = at + 1;
	}
	return lines[end]?.trim() === '' && item.test(lines[end + 1] ?? '') ? end + 1 : end;
}

function readList(lines: readonly string[], depth: number): List {
	const items: (readonly Block[])[] = [];
	let start = 1;
	let ordered = false;
	let at = 0;
	while (at < lines.length) {
		const match = item.exec(lines[at] ?? '');
		if (match === null) break;
		const end = Math.max(itemEnd(lines, at, match), at + 1);
		const [mark, , , number] = match;
		if (items.length === 0 && number !== undefined) {
			ordered = true;
			start = Number(number);
		}
		const rest = lines.slice(at + 1, end).map(line => line.slice(Math.min(indent(line), mark.length)));
		items.push(readWords([(lines[at] ?? '').slice(mark.length), ...rest], depth + 1));
		at = end;
	}
	return {type: 'list', ordered, start, items};
}

/* Code and patches */

const codeSign = /[;{}=<>$#\\|]|\w\(|(?:^|\s)\/\w|\s--?\w|::/;

/** Words indented by four and more that do not read like a paragraph; and the table of what a patch changes. */
function isCode(lines: readonly string[]): boolean {
	if (lines.every(line => /^ \S.*\s\|\s+(?:\d+ ?[-+]*|Bin .*)$|^ \d+ files? changed/.test(line))) return true;
	if (!lines.every(line => indent(line) >= 4)) return false;
	const codeLike = lines.filter(line => codeSign.test(line)).length;
	return lines.length === 1
		? /[;{}=<>$\\|]|\w\(|::/.test(lines[0] ?? '')
		: codeLike * 3 >= lines.length || !isProse(lines);
}

function isProse(lines: readonly string[]): boolean {
	const first = indent(lines[0] ?? '');
	const words = lines.slice(0, -1).reduce((sum, line) => sum + line.trim().split(/\s+/).length, 0);
	return lines.every(line => indent(line) <= first) && words >= 5 * (lines.length - 1);
}

/** Code that holds blank lines is one block. */
export function pushCode(blocks: Block[], lines: readonly string[], afterBlank: boolean): void {
	const text = trimmed(lines).join('\n');
	const last = blocks.at(-1);
	if (last?.type === 'code' && last.language === null) {
		blocks[blocks.length - 1] = {...last, text: `${last.text}${afterBlank ? '\n\n' : '\n'}${text}`};
	} else {
		blocks.push({type: 'code', language: null, text});
	}
}

const diffStart = /^(?:diff -\S+ \S|Index: \S|--- \S)/;
const diffLine =
	/^(?:[-+ @\\]|diff |index |(?:new|deleted) file|(?:old|new) mode|similarity|rename |copy |Binary |GIT |Index: |={20,}|literal |delta |Only in )/;

function isDiffStart(lines: readonly string[], at: number): boolean {
	const line = lines[at] ?? '';
	if (!diffStart.test(line)) return false;
	return line.startsWith('---')
		? /^\+\+\+ \S/.test(lines[at + 1] ?? '')
		: lines
				.slice(at + 1, at + 8)
				.some(next => /^(?:--- |\+\+\+ |@@ |index |similarity|Binary |(?:new|deleted) file|GIT )/.test(next));
}

/** A patch goes on over blank lines and over a line that mail has broken. */
function diffEnd(lines: readonly string[], start: number): number {
	let end = start + 1;
	for (let at = start + 1; at < lines.length; at++) {
		const line = lines[at] ?? '';
		if (diffLine.test(line)) {
			if (line.trim() !== '') end = at + 1;
			continue;
		}
		if (line === '') continue;
		if (!/^[-+@]/.test(lines[at + 1] ?? '')) break;
	}
	return end;
}

function trimmed(lines: readonly string[]): readonly string[] {
	return lines.map(line => line.trimEnd());
}

/** The width of the white space before a line, a tab as one. */
function indent(line: string): number {
	return line.length - line.trimStart().length;
}
