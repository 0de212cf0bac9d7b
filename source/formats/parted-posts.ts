/**
Parted posts: text that heads part into posts, most often with a rule behind each.

The shared ground of the Discourse formats that are text with heads of their own. A rule parts
nothing, for bodies hold such lines too; it is dropped where a head, a title or the end follows.
*/
import type {DumpBuilder} from '../thread/dump.ts';
import type {PostId} from '../thread/post.ts';
import type {Parser} from './format.ts';

/** How a format writes its posts. */
export type Parting<Head> = {
	/** What stands in every head and in few other lines; found sooner if its first character, too, is a rare one. */
	readonly mark: string;
	/** The head that a line is, or `null`. */
	readonly readHead: (line: string) => Head | null;
	/** Whether a line may be the rule behind a body. */
	readonly isRule: (line: string) => boolean;
	/** Whether the last post, too, has a rule behind it. */
	readonly endsWithRule: () => boolean;
	/** Whether a head begins another topic; `before` is what stands behind the last rule. */
	readonly startsTopic: (head: Head, before: string) => boolean;
	/** What stands before the first post of a topic, from line `at` on. */
	readonly preamble: (text: string, at: number) => void;
	/** A post, its head at line `at`. */
	readonly post: (head: Head, body: string, at: number) => PostId;
	/** The input has ended, its last post written. */
	readonly end: () => void;
};

/** A body longer than this is cut into several posts, in UTF-16 units. */
const longestBody = 1 << 24;
/** A line longer than this is no head, in UTF-16 units. */
const longestLine = 1 << 20;
/** A title stands at most so many lines behind a rule. */
const farthestRule = 12;

/** @returns Writes posts by way of `parting`. No word goes missing in silence. Never throws by itself. */
export function readParted<Head>(builder: DumpBuilder, parting: Parting<Head>): Parser {
	/** What came since the last head: whole lines, most often, and the beginning of the next one. */
	let pieces: string[] = [];
	let units = 0;
	let rest = '';
	let isLineStart = true;
	let open: {readonly head: Head; readonly at: number} | null = null;
	/** The line that the next piece begins on, and the one that the first piece did. */
	let line = 1;
	let firstLine = 1;
	let hasRules = false;

	function warn(message: string, post: PostId | null): void {
		builder.problem({level: 'warning', line: open?.at ?? firstLine, post, message});
	}

	function take(piece: string): void {
		if (piece === '') return;
		pieces.push(piece);
		units += piece.length;
		line += breaksIn(piece);
	}

	function taken(): string {
		return pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('');
	}

	function start(): void {
		pieces = [];
		units = 0;
		firstLine = line;
	}

	/** What was taken is all that came before a head, or before the end. */
	function close(next: Head | null): void {
		const text = taken();
		if (open === null) {
			parting.preamble(text, firstLine);
			return;
		}
		const rule = findRule(text, parting.isRule);
		const behind = rule === null ? '' : text.slice(rule.end);
		const startsTopic = next !== null && parting.startsTopic(next, behind);
		const isEnd = rule !== null && (behind.trim() === '' || startsTopic);
		if (isEnd) hasRules = true;
		const post = parting.post(open.head, isEnd ? text.slice(0, rule.start) : text, open.at);
		if (startsTopic) parting.preamble(behind, line - breaksIn(behind));
		if (next === null && !isEnd && hasRules && parting.endsWithRule()) {
			warn('the dump breaks off inside its last post: the rule behind it is missing', post);
		}
	}

	/** A bound for memory: what has come of an endless body is a post, the rest another. */
	function spill(): void {
		const post = open === null ? null : parting.post(open.head, taken(), open.at);
		if (open === null) parting.preamble(taken(), firstLine);
		warn('more words than one post can hold: they go on in the next', post);
		start();
	}

	/** @param text - Whole lines, but for the first where `isLineStart` is false. */
	function readLines(text: string): void {
		let from = 0;
		let at = text.indexOf(parting.mark);
		while (at !== -1) {
			const lineStart = text.lastIndexOf('\n', at) + 1;
			const lineEnd = endOfLine(text, at);
			const head = lineStart > 0 || isLineStart ? parting.readHead(text.slice(lineStart, lineEnd)) : null;
			if (head !== null) {
				take(text.slice(from, lineStart));
				close(head);
				open = {head, at: line};
				line++;
				start();
				from = lineEnd + 1;
			}
			at = text.indexOf(parting.mark, lineEnd);
		}
		take(text.slice(from));
		isLineStart = true;
		if (units > longestBody) spill();
	}

	return {
		push(chunk) {
			// The line at the border goes by itself: what is put together is copied.
			const start = rest === '' ? 0 : chunk.indexOf('\n') + 1;
			if (start > 0) {
				readLines(rest + chunk.slice(0, start));
				rest = '';
			}
			const end = Math.max(start, chunk.lastIndexOf('\n') + 1);
			if (end > start) readLines(chunk.slice(start, end));
			rest += chunk.slice(end);
			if (rest.length < longestLine) return;
			take(rest);
			rest = '';
			isLineStart = false;
			if (units > longestBody) spill();
		},
		end() {
			if (rest !== '') readLines(rest);
			close(null);
			parting.end();
		},
	};
}

/** The last rule of a body, and where its line begins and ends; `null` if no rule stands near its end. */
function findRule(
	text: string,
	isRule: (line: string) => boolean,
): {readonly start: number; readonly end: number} | null {
	let end = text.trimEnd().length;
	for (let count = 0; count < farthestRule && end > 0; count++) {
		const start = text.lastIndexOf('\n', end - 1) + 1;
		if (isRule(text.slice(start, end))) return {start, end: endOfLine(text, end)};
		end = start - 1;
	}
	return null;
}

function endOfLine(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end === -1 ? text.length : end;
}

function breaksIn(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
	return count;
}

/** A body without the blank lines around it. */
export function trimBody(text: string): string {
	const first = text.search(/\S/);
	return first === -1 ? '' : text.slice(text.lastIndexOf('\n', first) + 1).trimEnd();
}
