/**
BBCode around blocks: quotes, lists, details, code and polls are cut out of the text first, so
that each part between them is Markdown of its own.

Tags in code fences and code spans are text, as are those that find no partner.
*/
import {blockTag, makeTag, type Tag} from './bbcode-tags.ts';

export type Piece =
	| {readonly type: 'text'; readonly text: string}
	| {readonly type: 'code'; readonly language: string | null; readonly text: string}
	| {readonly type: 'tag'; readonly name: string; readonly value: string; readonly pieces: readonly Piece[]};

/** A pair of tags: where it begins and ends, and where what it holds does. */
type Pair = {
	readonly tag: Tag;
	readonly start: number;
	readonly innerStart: number;
	readonly innerEnd: number;
	readonly end: number;
	readonly pairs: readonly Pair[];
};

/** An open tag; `pairsBefore` is how many pairs had been closed before it. */
type Open = {readonly tag: Tag; readonly start: number; readonly innerStart: number; readonly pairsBefore: number};

/** Tags deeper than this are text. */
const deepest = 32;

const token = new RegExp(String.raw`(?<fence>^[ \t]*(?:\`{3,}(?=[^\`\n]*$)|~{3,}))|(?<ticks>\`+)|${blockTag}`, 'gim');
const lists = new Set(['list', 'ul', 'ol']);
const items = new Set(['*', 'li']);
/** Tags that may as well stand among words on one line; then they hold no blocks. */
const amongWords = new Set(['spoiler', 'blur']);

/**
Part a text at the BBCode tags that hold blocks.

@returns Its pieces in order; all but the tags themselves stands in them. Linear time. Never throws.
*/
export function partBlocks(text: string): readonly Piece[] {
	return /\[\/|\[\*\]/.test(text) ? piecesOf(text, 0, text.length, findPairs(text)) : [{type: 'text', text}];
}

function findPairs(text: string): readonly Pair[] {
	const fences = createFences(text);
	const spans = createSpans(text);
	const closers = createClosers(text);
	const opens: Open[] = [];
	const openCounts = new Map<string, number>();
	const pairs: Pair[] = [];
	let at = 0;

	function open(tag: Tag, start: number): void {
		opens.push({tag, start, innerStart: at, pairsBefore: pairs.length});
		openCounts.set(tag.name, (openCounts.get(tag.name) ?? 0) + 1);
	}

	/** Take the last open tag away; as a pair, if it ends here. */
	function close(innerEnd: number | null, end: number): Tag | null {
		const last = opens.pop();
		if (last === undefined) return null;
		openCounts.set(last.tag.name, (openCounts.get(last.tag.name) ?? 1) - 1);
		if (innerEnd === null) return last.tag;
		const inner = pairs.length > last.pairsBefore ? pairs.splice(last.pairsBefore) : [];
		const words = amongWords.has(last.tag.name) && inner.length === 0 && !standsAlone(text, last.start, end);
		if (!words)
			pairs.push({tag: last.tag, start: last.start, innerStart: last.innerStart, innerEnd, end, pairs: inner});
		return last.tag;
	}

	function closeTag(tag: Tag, start: number): void {
		if ((openCounts.get(tag.name) ?? 0) === 0) return;
		while (opens.length > 0) {
			const last = opens.at(-1);
			if (last === undefined || last.tag.name === tag.name) break;
			close(items.has(last.tag.name) && lists.has(tag.name) ? start : null, start);
		}
		close(start, at);
	}

	function item(tag: Tag, start: number): void {
		const last = opens.at(-1);
		if (last !== undefined && items.has(last.tag.name)) close(start, start);
		const list = opens.at(-1);
		if (list !== undefined && lists.has(list.tag.name)) open(tag, start);
	}

	function code(tag: Tag, start: number): void {
		const end = closers.after(tag.name, at);
		if (end === null) return;
		const innerEnd = end - tag.name.length - 3;
		if (standsAlone(text, start, end)) {
			pairs.push({tag, start, innerStart: at, innerEnd, end, pairs: []});
		}
		at = end;
	}

	for (;;) {
		token.lastIndex = at;
		const match = token.exec(text);
		if (match === null) break;
		const {fence, ticks} = match.groups ?? {};
		const start = match.index;
		at = start + match[0].length;
		if (fence !== undefined) {
			at = fences.endOf(start) ?? at;
		} else if (ticks !== undefined) {
			at = spans.endOf(start, ticks.length) ?? at;
		} else {
			const tag = makeTag(match);
			if (tag.closes) closeTag(tag, start);
			else if (tag.name === 'code' || tag.name === 'pre') code(tag, start);
			else if (tag.name === '*') item(tag, start);
			else if (opens.length < deepest) open(tag, start);
		}
	}
	return pairs;
}

/** Whether a pair of tags has lines of its own: it holds a line break, or nothing else stands beside it. */
function standsAlone(text: string, start: number, end: number): boolean {
	if (text.slice(start, end).includes('\n')) return true;
	let before = start - 1;
	while (text[before] === ' ' || text[before] === '\t') before--;
	let after = end;
	while (text[after] === ' ' || text[after] === '\t') after++;
	return (before < 0 || text[before] === '\n') && (after >= text.length || text[after] === '\n');
}

function piecesOf(text: string, start: number, end: number, pairs: readonly Pair[]): readonly Piece[] {
	const pieces: Piece[] = [];
	let at = start;

	function words(until: number): void {
		const part = text.slice(at, until);
		// What follows a tag on its line is no indented code.
		if (part.trim() !== '') pieces.push({type: 'text', text: at === 0 ? part : part.replace(/^[ \t]+/, '')});
	}

	for (const pair of pairs) {
		words(pair.start);
		at = pair.end;
		const {name, value} = pair.tag;
		if (name === 'code' || name === 'pre') {
			const code = text
				.slice(pair.innerStart, pair.innerEnd)
				.replace(/^[ \t]*\n/, '')
				.trimEnd();
			const language = /^[\w+#.-]{1,30}$/.test(value) ? value.toLowerCase() : null;
			pieces.push({type: 'code', language, text: code});
		} else {
			pieces.push({type: 'tag', name, value, pieces: piecesOf(text, pair.innerStart, pair.innerEnd, pair.pairs)});
		}
	}
	words(end);
	return pieces;
}

/** Where a code fence ends that begins at a place; `null` if it does not, and is none then. */
function createFences(text: string): {readonly endOf: (start: number) => number | null} {
	const marks = Array.from(text.matchAll(/^[ \t]*(`{3,}|~{3,})([^\n]*)(?:\n|$)/gm), match => ({
		start: match.index,
		end: match.index + match[0].length,
		sign: match[1]?.[0],
		length: match[1]?.length ?? 0,
		closes: match[2]?.trim() === '',
	}));
	const indexes = new Map(marks.map((mark, index) => [mark.start, index]));
	/** Of each sign, the length of the shortest fence that nothing closed: no longer one will be. */
	const unclosed = new Map<string | undefined, number>();
	return {
		endOf(start) {
			const index = indexes.get(start);
			const mark = index === undefined ? undefined : marks[index];
			if (index === undefined || mark === undefined) return null;
			if (mark.length >= (unclosed.get(mark.sign) ?? Number.POSITIVE_INFINITY)) return null;
			for (let next = index + 1; next < marks.length; next++) {
				const other = marks[next];
				if (other?.closes && other.sign === mark.sign && other.length >= mark.length) return other.end;
			}
			unclosed.set(mark.sign, mark.length);
			return null;
		},
	};
}

/** Where a code span ends, on its own line; `null` if nothing there closes it. */
function createSpans(text: string): {readonly endOf: (start: number, length: number) => number | null} {
	const runs = /`+|\n/g;
	return {
		endOf(start, length) {
			runs.lastIndex = start + length;
			for (let run = runs.exec(text); run !== null && run[0] !== '\n'; run = runs.exec(text)) {
				if (run[0].length === length) return run.index + length;
			}
			return null;
		},
	};
}

/** Where the next closing tag of a name ends; nothing is looked for again where it was not found. */
function createClosers(text: string): {readonly after: (name: string, at: number) => number | null} {
	const lower = text.toLowerCase();
	const none = new Set<string>();
	return {
		after(name, at) {
			if (none.has(name)) return null;
			const closing = `[/${name}]`;
			const found = lower.indexOf(closing, at);
			if (found !== -1) return found + closing.length;
			none.add(name);
			return null;
		},
	};
}
