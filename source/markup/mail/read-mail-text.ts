/**
The text of mail as blocks: words of the author, words of others, signatures, and what lists add.
*/
import type {Block, QuoteBlock} from '../../thread/body.ts';
import {attachmentBlock, readFooter, readForwardHead, readScrubbed} from './apparatus.ts';
import {findAttribution} from './attribution.ts';
import {barMark, findMarks, isBarred, type Marks, noMarks, quoteMark} from './quote-marks.ts';
import {pushCode, readVerse, readWords} from './words.ts';

/** Deeper quotes are read as text. */
const deepest = 16;
/** A longer text is a log or a table: what is behind this stays as it is. In UTF-16 units. */
const longestText = 1 << 20;
/** Behind a `--` without the space that belongs to it no more lines are a signature. */
const longestSignature = 10;

/**
Read the text of a message.

@param text - Decoded; line ends as `\n`.
@returns Blocks in reading order. Attributions become the sources of the quotes below them; the head of a message that
	is quoted whole stands above that quote; every other word stands in the blocks. Never throws.
*/
export function readMailText(text: string): readonly Block[] {
	const most = text.length > longestText ? text.lastIndexOf('\n', longestText) : text.length;
	const end = most > 0 ? most : longestText;
	const blocks = readLines(expandTabs(text.slice(0, end)).split('\n'), 0);
	const rest = text.slice(end);
	return rest.trim() === '' ? blocks : [...blocks, {type: 'code', language: null, text: rest.replace(/^\n/, '')}];
}

/** Tabs before words are indentation, to columns of eight. */
function expandTabs(text: string): string {
	return text.includes('\t')
		? text.replace(/^( {0,7}\t)+/gm, tabs => ' '.repeat(8 * (tabs.split('\t').length - 1)))
		: text;
}

function readLines(lines: readonly string[], depth: number): readonly Block[] {
	const blocks: Block[] = [];
	const marks = depth < deepest ? findMarks(lines) : noMarks;
	let own: string[] = [];
	/** Whether this message has quoted anything yet: from then on, marks mean quotes. */
	let quoting = false;
	/** What the last quote holds. */
	let quotedBlocks: Block[] = [];

	function flush(): void {
		for (const block of readOwn(own)) blocks.push(block);
		own = [];
	}

	/* Each of these reads what begins at a line and gives the line behind it, or `null` if it is something else. */

	function apparatus(at: number): number | null {
		const scrubbed = readScrubbed(lines, at);
		if (scrubbed !== null) {
			flush();
			blocks.push(attachmentBlock(scrubbed.piece));
			return scrubbed.end;
		}
		const footer = readFooter(lines, at);
		if (footer === null) return null;
		flush();
		pushSignature(blocks, footer.piece);
		return footer.end;
	}

	function forwarded(at: number): number | null {
		const head = depth < deepest ? readForwardHead(lines, at) : null;
		if (head === null) return null;
		flush();
		for (const block of readVerse(head.piece.lines)) blocks.push(block);
		blocks.push(quote(head.piece, lines.slice(head.end), depth));
		return lines.length;
	}

	function quoted(at: number): number | null {
		if (depth >= deepest) return null;
		const marked = quotedLines(lines, at, marks);
		const line = lines[at] ?? '';
		const attribution = marked.length > 0 || isIndented(line) || isBarred(line) ? findAttribution(own) : null;
		const inner = marked.length === 0 && attribution !== null ? attributedLines(lines, at) : marked;
		if (inner.length === 0) return null;
		const next = attribution === null ? attributedInside(inner, depth) : quote(attribution, inner, depth);
		if (!quoting && line.startsWith('>') && next.source === null && isSession(inner)) return session(at);
		quoting = true;
		if (attribution !== null) own.splice(own.length - attribution.lines);
		flush();
		pushQuote(next);
		return at + inner.length;
	}

	/** Blank lines inside of a quote often have no mark: what follows it goes on with it. */
	function pushQuote(next: QuoteBlock): void {
		if (next.source === null && next.children.length === 0) return;
		const last = blocks.at(-1);
		if (last?.type === 'quote' && last.children === quotedBlocks && next.source === null) {
			for (const block of next.children) quotedBlocks.push(block);
		} else {
			quotedBlocks = [...next.children];
			blocks.push({...next, children: quotedBlocks});
		}
	}

	/** A patch in the oldest form, whose lines carry `<` and `>`. */
	function plainDiff(at: number): number | null {
		if (!diffCommand.test(lines[at] ?? '')) return null;
		let end = at + 1;
		while (
			end < lines.length &&
			(diffCommand.test(lines[end] ?? '') || /^(?:[<>](?: |$)|---$|\\ )/.test(lines[end] ?? ''))
		)
			end++;
		if (end === at + 1) return null;
		flush();
		blocks.push({type: 'code', language: 'diff', text: lines.slice(at, end).join('\n')});
		return end;
	}

	/** What was typed at a prompt, with what came of it. */
	function session(at: number): number {
		flush();
		let end = at;
		while (end < lines.length && lines[end]?.trim() !== '') end++;
		pushCode(blocks, lines.slice(at, end), true);
		return end;
	}

	for (let at = 0; at < lines.length; ) {
		const end = apparatus(at) ?? plainDiff(at) ?? forwarded(at) ?? quoted(at);
		if (end === null) own.push(lines[at] ?? '');
		at = end ?? at + 1;
	}
	flush();
	return blocks;
}

/** The lines from one on that carry a quote mark, without it. */
function quotedLines(lines: readonly string[], start: number, marks: Marks): readonly string[] {
	const quoted: string[] = [];
	for (let at = start; at < lines.length; at++) {
		const mark = quoteMark(lines, at, marks);
		if (mark === null) break;
		quoted.push((lines[at] ?? '').slice(mark.length));
	}
	return quoted;
}

/** As `3,4c3,5`. */
const diffCommand = /^\d+(?:,\d+)?[acd]\d+(?:,\d+)?$/;

function isIndented(line: string): boolean {
	return /^ {4,}\S/.test(line);
}

/** Below an attribution, one line behind a bar is enough; and some programs indent what they quote and use no mark. */
function attributedLines(lines: readonly string[], start: number): readonly string[] {
	let end = start;
	const first = lines[start] ?? '';
	if (isBarred(first)) return [first.slice(barMark(first).length)];
	for (let at = start; at < lines.length; at++) {
		if (lines[at]?.trim() === '') continue;
		if (!isIndented(lines[at] ?? '')) break;
		end = at + 1;
	}
	return lines.slice(start, end).map(line => line.slice(4));
}

/** Whether marked lines are what somebody typed at a prompt, as `> seeds <- sow(12)`. */
function isSession(lines: readonly string[]): boolean {
	const typed = lines.filter(line => line.trim() !== '');
	return (
		typed.some(line => /<-|\w\(|^\s*[\w.]+\s?=|[$[{]/.test(line)) &&
		typed.every(line => /[)}\]]\s*$|<-|^\s*[\w.]+(?:[($[]|\s*$|\s*=)|^\s*[#$%+]/.test(line) && !proseLike.test(line))
	);
}

const proseLike = /(?:^|\s)[a-z']{2,} [a-z']{2,} [a-z']{2,} [a-z']+(?:\s|[.,:?!]|$)/;

/** Some programs put the attribution behind the mark, on the level of the words that it is for. */
function attributedInside(lines: readonly string[], depth: number): QuoteBlock {
	const inside = attributionInside(lines);
	return inside === null ? quote(null, lines, depth) : quote(inside, lines.slice(inside.end), depth);
}

/** An attribution above a deeper quote is for that one, unless it has one inside of itself. */
function attributionInside(lines: readonly string[]): (Attributed & {readonly end: number}) | null {
	const first = lines.findIndex(line => line.trim() !== '');
	for (let count = 1; first !== -1 && count <= 3; count++) {
		const found = findAttribution(lines.slice(first, first + count));
		if (found?.lines !== count) continue;
		const end = first + count;
		const behind = lines.slice(end, end + 6).filter(line => line.trim() !== '');
		const deeper = behind.map(line => /^ *>(?: ?)(.*)$/.exec(line)?.[1] ?? '');
		if (!/^ *[>|]/.test(behind[0] ?? '>') || attributionInside(deeper) !== null)
			return {author: found.author, date: found.date, end};
	}
	return null;
}

/** Whose words they are, and when they wrote them. */
type Attributed = {readonly author: string | null; readonly date: string | null};

function quote(attributed: Attributed | null, lines: readonly string[], depth: number): QuoteBlock {
	const {author = null, date = null} = attributed ?? {};
	const source = author === null ? null : {author, number: null, topic: null, ...(date === null ? {} : {date})};
	return {type: 'quote', source, children: readLines(lines, depth + 1)};
}

/** The author's own lines up to a quote or the end: words, then a signature. */
function readOwn(lines: readonly string[]): readonly Block[] {
	const sign = lines.findIndex((line, index) => line.trimEnd() === '--' && isSignatureMark(line, lines, index + 1));
	if (sign === -1) return readWords(lines);
	const blocks = [...readWords(lines.slice(0, sign))];
	pushSignature(blocks, lines.slice(sign + 1));
	return blocks;
}

function isSignatureMark(mark: string, lines: readonly string[], start: number): boolean {
	let signed = 0;
	for (let at = start; at < lines.length && signed <= longestSignature; at++) if (lines[at]?.trim() !== '') signed++;
	return signed > 0 && (mark === '-- ' || signed <= longestSignature);
}

function pushSignature(blocks: Block[], lines: readonly string[]): void {
	const children = readVerse(lines);
	if (children.length > 0) blocks.push({type: 'signature', children});
}
