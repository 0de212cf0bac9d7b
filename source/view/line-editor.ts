/**
The line editor: a prompt's text under the keys a shell has. Pure.

Moves and deletions go by whole graphemes, and by words as Unicode parts them, so
that nothing half of a character is ever left behind.
*/
import {clusters} from '../text/cells.ts';
import {safeText} from '../text/safe-text.ts';
import {segments} from '../text/segments.ts';

/** A line with its cursor between `before` and `after`. */
export type Line = {
	readonly before: string;
	readonly after: string;
	/** What was last cut out, for `ctrl+y`. */
	readonly killed: string;
};

export const emptyLine: Line = {before: '', after: '', killed: ''};

/** A line with the cursor at its end; the text is made safe and put on one line. */
export function lineOf(text: string): Line {
	return insertText(emptyLine, text);
}

export function lineText(line: Line): string {
	return line.before + line.after;
}

/**
Insert typed or pasted text at the cursor.

@param text - Made safe; every run of white space in it becomes one space.
*/
export function insertText(line: Line, text: string): Line {
	return {...line, before: line.before + safeText(text).text.replace(/\s+/g, ' ')};
}

/**
Apply a chord.

@param chord - A typed character or a key's name: `a`, `space`, `left`, `ctrl+w`, `alt+backspace` …
@returns The line after it, the same object where it changes nothing; `'plain'` where an input
	that holds `before` with its cursor at the end, and counts in UTF-16 units, does the right
	thing by itself; `null` for a chord that edits nothing (`enter`, `up`, `ctrl+c` …).
*/
export function editLine(line: Line, chord: string): Line | 'plain' | null {
	if (chord === 'space') return 'plain';
	if (chord === 'backspace' && lastGrapheme(line.before).length === 1) return 'plain';
	const edit = edits.get(synonyms.get(chord) ?? chord);
	if (edit !== undefined) return edit(line);
	if (!isTyped(chord)) return null;
	return chord.length === 1 && safeText(chord).removed === 0 ? 'plain' : insertText(line, chord);
}

const synonyms: ReadonlyMap<string, string> = new Map([
	['ctrl+a', 'home'],
	['ctrl+e', 'end'],
	['ctrl+b', 'left'],
	['ctrl+f', 'right'],
	['ctrl+left', 'alt+b'],
	['alt+left', 'alt+b'],
	['ctrl+right', 'alt+f'],
	['alt+right', 'alt+f'],
	['ctrl+h', 'backspace'],
	['ctrl+d', 'delete'],
	['ctrl+backspace', 'alt+backspace'],
	['ctrl+delete', 'alt+d'],
	['alt+delete', 'alt+d'],
]);

const edits: ReadonlyMap<string, (line: Line) => Line> = new Map([
	['left', line => moveTo(line, line.before.length - lastGrapheme(line.before).length)],
	['right', line => moveTo(line, line.before.length + firstGrapheme(line.after).length)],
	['home', line => moveTo(line, 0)],
	['end', line => moveTo(line, lineText(line).length)],
	['alt+b', line => moveTo(line, wordStart(line.before))],
	['alt+f', line => moveTo(line, line.before.length + wordEnd(line.after))],
	['backspace', line => cutBack(line, line.before.length - lastGrapheme(line.before).length)],
	['delete', line => cutForward(line, firstGrapheme(line.after).length)],
	['ctrl+u', line => killed(line, cutBack(line, 0))],
	['ctrl+k', line => killed(line, cutForward(line, line.after.length))],
	['ctrl+w', line => killed(line, cutBack(line, spacedStart(line.before)))],
	['alt+backspace', line => killed(line, cutBack(line, wordStart(line.before)))],
	['alt+d', line => killed(line, cutForward(line, wordEnd(line.after)))],
	['ctrl+y', line => (line.killed === '' ? line : {...line, before: line.before + line.killed})],
	['ctrl+t', transpose],
]);

/** Put the cursor at a place in the whole text. */
function moveTo(line: Line, at: number): Line {
	if (at === line.before.length) return line;
	const text = lineText(line);
	return {...line, before: text.slice(0, at), after: text.slice(at)};
}

/** Take out what stands between a place in `before` and the cursor. */
function cutBack(line: Line, from: number): Line {
	return from === line.before.length ? line : {...line, before: line.before.slice(0, from)};
}

/** Take out what stands between the cursor and a place in `after`. */
function cutForward(line: Line, to: number): Line {
	return to === 0 ? line : {...line, after: line.after.slice(to)};
}

/** Keep for `ctrl+y` what a cut took out. */
function killed(line: Line, cut: Line): Line {
	if (cut === line) return line;
	const gone = line.before.slice(cut.before.length) + line.after.slice(0, line.after.length - cut.after.length);
	return {...cut, killed: gone};
}

/** Swap the graphemes on both sides of the cursor and step over them; at the end, the last two. */
function transpose(line: Line): Line {
	const right = firstGrapheme(line.after) || lastGrapheme(line.before);
	const rest = line.after === '' ? line.before.slice(0, line.before.length - right.length) : line.before;
	const left = lastGrapheme(rest);
	if (left === '') return line;
	const before = rest.slice(0, rest.length - left.length) + right + left;
	return {...line, before, after: line.after === '' ? '' : line.after.slice(right.length)};
}

/** A chord that is one printable character stands for itself; every other is a key's name. */
function isTyped(chord: string): boolean {
	return chord !== '' && firstGrapheme(chord) === chord && !/^\p{Cc}/u.test(chord);
}

function firstGrapheme(text: string): string {
	for (const cluster of clusters(text)) return cluster.text;
	return '';
}

function lastGrapheme(text: string): string {
	let last = '';
	for (const cluster of clusters(text)) last = cluster.text;
	return last;
}

/** Where the last word of a text begins, or 0. */
function wordStart(text: string): number {
	let start = 0;
	for (const {isWordLike, index} of segments(text, 'word')) if (isWordLike) start = index;
	return start;
}

/** Where the first word of a text ends, or its end. */
function wordEnd(text: string): number {
	for (const {isWordLike, index, segment} of segments(text, 'word')) {
		if (isWordLike) return index + segment.length;
	}
	return text.length;
}

/** Where the last run without white space begins, white space behind it left out: what a shell's Ctrl-W goes back to. */
function spacedStart(text: string): number {
	let start = text.trimEnd().length;
	while (start > 0 && !/\s/.test(text.charAt(start - 1))) start--;
	return start;
}
