/**
The thread writer: parts the lines of a page whose posts have heads.

The readers of heads tell it where a head begins; it keeps the lines between two heads
and knows what they are: the preamble, a body with its likes line, the titles of
topics that link to a post, or the page's footer. No word is dropped in silence.
*/
import {goesOn} from '../../thread/absent-numbers.ts';
import type {DumpBuilder} from '../../thread/dump.ts';
import {createNumbers} from '../numbers.ts';
import {furniture} from './furniture.ts';
import {readLikesLine} from './likes-line.ts';
import type {Head} from './post-heads.ts';
import {readPreamble, readSource} from './preamble.ts';

export type ThreadWriter = {
	/** The lines since the last head or likes line, as they came. They are cut apart for it: `held` says how many there are. */
	readonly lines: () => readonly string[];
	readonly held: number;
	/** The number that the next post has if none is missing. */
	readonly expected: number;
	/** Whether the page has ended and what stands here is not a post's. */
	readonly ended: boolean;
	/** Whether what stands here is a post's, and `words` may be called. */
	readonly inPost: boolean;
	/** The next line, of which no reader knows that it belongs to a head. */
	readonly line: (text: string, at: number) => void;
	/** Lines that are nothing but words; see `WordLines.take`. */
	readonly words: (text: string, at: number, count: number) => void;
	/** A head has ended; it began at `lines()[start]`, which is line `at` of the dump. */
	readonly head: (head: Head, start: number, at: number) => void;
	readonly end: () => void;
};

type Part = 'preamble' | 'post' | 'after' | 'between';

const noHead: Head = {author: null, name: null, action: null, date: null, number: null};
/** A body longer than this is cut into several posts, in UTF-16 units. */
const longestBody = 1 << 24;
/** Titles of topics that link to a post: so many lines at most, none longer. */
const mostLinkbacks = 30;
const longestLinkback = 160;
/** Lines kept of a list of other topics: among them may stand the head of the next page's first post. */
const longestHead = 8;

/**
@param likesPrinted - Whether this dump is known to print likes lines: then a post without one has 0.
*/
export function createThreadWriter(builder: DumpBuilder, likesPrinted: boolean): ThreadWriter {
	let part: Part = 'preamble';
	/** The lines of this part: each by itself, or inside a post many as one text. */
	let pieces: string[] = [];
	let held = 0;
	let units = 0;
	let firstLine = 1;
	let head = noHead;
	let headLine = 1;
	const numbers = createNumbers(builder);
	let unnumbered = 0;
	let nextPage: number | null = null;
	let skipping = false;
	let title: string | null = null;

	function warn(message: string, line: number | null, post: string | null = null): void {
		builder.problem({level: 'warning', line, post, message});
	}

	function startPart(next: Part): void {
		part = next;
		pieces = [];
		held = 0;
		units = 0;
	}

	function take(text: string, at: number, count: number): void {
		if (held === 0) firstLine = at;
		pieces.push(text);
		held += count;
		units += text.length;
		if (units > longestBody) spill();
	}

	function cutApart(): string[] {
		if (pieces.length !== held) pieces = pieces.join('\n').split('\n');
		return pieces;
	}

	function add(body: readonly string[], likes: number | null, line: number, facts: Head): void {
		const id = facts.number === null ? `unnumbered-${++unnumbered}` : String(facts.number);
		if (builder.count === 0) {
			const source = readSource(body.join('\n').split('\n'));
			if (source !== null) builder.head({source});
		}
		builder.add({
			id,
			number: facts.number,
			kind: facts.action === null ? 'post' : 'action',
			author: facts.author,
			name: facts.name,
			date: facts.date,
			action: facts.action,
			likes: likes ?? (likesPrinted ? 0 : null),
			line,
			markup: 'crawl-text',
			verbatim: true,
			raw: bodyOf(body),
		});
	}

	/** A post that begins where no head stands: nothing is known of it but its words. */
	function addHeadless(body: readonly string[], likes: number | null, why: string): void {
		add(body, likes, firstLine, noHead);
		warn(`${why}: shown as a post of its own, its author unknown`, firstLine, `unnumbered-${unnumbered}`);
	}

	/** @param next - The number of the post whose head follows. */
	function closePreamble(body: readonly string[], likes: number | null, next: number | null): void {
		if (!hasWords(body)) return;
		const preamble = likes === null ? readPreamble(body, next !== null && next > 1) : null;
		if (preamble === null) {
			addHeadless(body, likes, 'words before the first head');
			return;
		}
		title = preamble.title;
		if (title !== null) builder.head({title});
		if (preamble.url !== null) builder.head({url: preamble.url});
		if (preamble.rest.length > 0) warn(`before the first post, in none: ${preamble.rest.join(' · ')}`, firstLine);
	}

	function closeAfter(body: readonly string[]): void {
		if (!hasWords(body)) return;
		const words = trimBlank(body);
		const adjacent = (body[0]?.trim() ?? '') !== '' && words.every(line => line.trim() !== '');
		const short = words.length <= mostLinkbacks && words.every(line => line.length <= longestLinkback);
		if (adjacent && short) {
			const titles = words.map(line => line.trim()).join(' · ');
			warn(`behind the likes of this post, probably titles of topics that link to it: ${titles}`, firstLine, lastId());
		} else {
			addHeadless(body, null, 'words behind a likes line');
		}
	}

	/** A later page repeats the title. */
	function closeBetween(body: readonly string[]): void {
		const words = body.map(line => line.trim()).filter(line => line !== '' && line !== title);
		if (words.length > 0) warn(`between the pages, in no post: ${words.join(' · ')}`, firstLine);
	}

	function lastId(): string | null {
		return head.number === null ? null : String(head.number);
	}

	/** The lines up to a new head, or to the end, are all that their part has. */
	function close(body: readonly string[], next: number | null = null): void {
		if (part === 'preamble') closePreamble(body, null, next);
		else if (part === 'post') add(body, null, headLine, head);
		else if (part === 'after') closeAfter(body);
		else if (!skipping) closeBetween(body);
	}

	function likes(count: number): void {
		likesPrinted = true;
		if (part === 'post') add(pieces, count, headLine, head);
		else if (part === 'preamble') closePreamble(pieces, count, null);
		else if (hasWords(pieces)) addHeadless(pieces, count, 'words that a likes line ends');
		startPart('after');
	}

	/** The posts of the page have ended, before the furniture that stands loose above this line. */
	function endPage(at: number): void {
		if (part === 'between') return;
		const lines = cutApart();
		close(lines.slice(0, withoutLoose(lines)));
		startPart('between');
		firstLine = at;
	}

	/** A bound for memory: what has come of an endless body is a post, the rest another. */
	function spill(): void {
		if (part === 'post') {
			add(pieces, null, headLine, head);
			warn('this post is too long to be kept in one: it goes on in the next', headLine, lastId());
		} else {
			addHeadless(pieces, null, 'many words without a head');
		}
		startPart('post');
		head = noHead;
		headLine = firstLine;
	}

	return {
		lines: cutApart,
		get held() {
			return held;
		},
		get expected() {
			return numbers.expected();
		},
		get ended() {
			return part === 'between';
		},
		get inPost() {
			return part === 'post';
		},
		line(text, at) {
			const kind = furniture(text);
			if (kind === 'end' || kind === 'next' || (kind === 'list' && (part !== 'post' || text.includes('|')))) {
				endPage(at);
				if (kind === 'next') nextPage = at;
				if (kind === 'list') skipping = true;
				return;
			}
			if (part === 'between') {
				if (kind === 'maybe') return;
				if (skipping && held >= longestHead) {
					pieces.shift();
					held--;
				}
			}
			const count = readLikesLine(text);
			if (count !== null) {
				likes(count);
				firstLine = at + 1;
				return;
			}
			take(text, at, 1);
		},
		words: take,
		head(next, start, at) {
			close(start === held ? pieces : cutApart().slice(0, start), next.number);
			const {number} = next;
			if (number !== null) numbers.note(number, at);
			head = next;
			headLine = at;
			nextPage = null;
			skipping = false;
			startPart('post');
		},
		end() {
			const lines = cutApart();
			const kept = withoutLoose(lines);
			const isFooter = lines.slice(kept).filter(line => line.trim() !== '').length > 1;
			close(isFooter ? lines.slice(0, kept) : lines);
			if (nextPage !== null) warn(goesOn, nextPage);
			startPart('between');
		},
	};
}

/** The text of a body, without the blank lines around its words. Of one piece it is a slice. */
export function bodyOf(pieces: readonly string[]): string {
	const text = pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('\n');
	let start = 0;
	let end = text.length;
	while (start < end && text.charCodeAt(start) === 0x0a) start++;
	while (end > start && text.charCodeAt(end - 1) === 0x0a) end--;
	const lines = text.slice(start, end);
	return isVisible(lines.charCodeAt(0)) && isVisible(lines.charCodeAt(lines.length - 1))
		? lines
		: withoutBlankEnds(lines);
}

function isVisible(unit: number): boolean {
	return unit > 0x20 && unit < 0x7f;
}

function withoutBlankEnds(text: string): string {
	const words = text.trimStart();
	if (words === '') return '';
	const start = text.length - words.length;
	const end = text.indexOf('\n', start + words.trimEnd().length);
	return text.slice(start === 0 ? 0 : text.lastIndexOf('\n', start) + 1, end === -1 ? text.length : end);
}

function trimBlank(lines: readonly string[]): readonly string[] {
	let start = 0;
	let end = lines.length;
	while (start < end && lines[start]?.trim() === '') start++;
	while (end > start && lines[end - 1]?.trim() === '') end--;
	return end - start === lines.length ? lines : lines.slice(start, end);
}

function hasWords(lines: readonly string[]): boolean {
	return lines.some(line => line.trim() !== '');
}

/** How many lines stand before the blank ones at the end and the furniture that is told only by its company. */
function withoutLoose(lines: readonly string[]): number {
	let end = lines.length;
	for (; end > 0; end--) {
		const line = lines[end - 1] ?? '';
		if (line.trim() !== '' && furniture(line) !== 'maybe') break;
	}
	return end;
}
