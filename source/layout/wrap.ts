/**
Wrapping: runs of styled text → lines no wider than a width.

Every piece of a line knows which units of its source it shows, so that highlights are
laid on lines afterwards and a place in a text keeps its meaning at every width.
*/
import {cellWidth, clusters, isEven} from '../text/cells.ts';
import {shortCodes} from '../text/emoji.ts';
import type {Look} from './span.ts';

/** Text of one look, from one leaf of a body. */
export type Run = {
	readonly text: string;
	readonly look: Look;
	/** The leaf it shows, or `null` for words of our own (footnote marks, labels). */
	readonly leaf: object | null;
};

/** A stretch of a line. */
export type Piece = {
	readonly run: Run;
	/** What is written to the terminal. */
	readonly shown: string;
	readonly width: number;
	/** The units of `run.text` it stands for. */
	readonly from: number;
	readonly to: number;
	/** Whether each unit shown is the unit of the source: then it may be cut anywhere. */
	readonly exact: boolean;
};

export type Line = readonly Piece[];

/**
A piece that grows while its line is put together. `shown` is `null` as long as it shows its source as it is: an object
or a text for every word of a screen would be most of what a key makes.
*/
type Stretch = {readonly run: Run; readonly from: number; to: number; width: number; readonly shown: string | null};

type Kind = 'word' | 'space' | 'wide' | 'break';
/** Told of the words, the blanks and the line ends of a run. */
type Take = (kind: Kind, run: Run, from: number, to: number, width: number, shown: string | null) => void;

/**
Wrap runs into lines.

Words are kept whole where they fit on a line of their own; longer ones are cut between
graphemes. White space at a line's end is dropped. Scripts written without spaces break
between any two wide characters.

@param runs - In reading order. A newline in a run's text begins a new line.
@param width - Cells, at least 1. A single grapheme wider than that is left out of the line it would burst.
@returns At least one line; none wider than `width`.
*/
export function wrap(runs: readonly Run[], width: number): readonly Line[] {
	const lines: Line[] = [];
	let line: Stretch[] = [];
	let used = 0;
	const spaces: Stretch[] = [];
	let spacesWidth = 0;
	const word: Stretch[] = [];
	let wordWidth = 0;

	function newLine(): void {
		lines.push(line.map(pieceOf));
		line = [];
		used = 0;
		dropSpaces();
	}

	function dropSpaces(): void {
		spaces.length = 0;
		spacesWidth = 0;
	}

	/** A new line for words; where only blanks stand on this one, they give way. */
	function nextLine(): void {
		if (used > 0) newLine();
		dropSpaces();
	}

	function placeSpaces(): void {
		for (const space of spaces) add(line, space);
		used += spacesWidth;
		dropSpaces();
	}

	function flush(): void {
		if (word.length === 0) return;
		if (wordWidth > width) {
			// A word longer than a line starts where the line has room and is cut.
			if (used + spacesWidth >= width) nextLine();
			for (const stretch of word) eachGrapheme(stretch, cut);
		} else {
			if (used + spacesWidth + wordWidth > width) nextLine();
			placeSpaces();
			for (const stretch of word) add(line, stretch);
			used += wordWidth;
		}
		word.length = 0;
		wordWidth = 0;
	}

	function cut(part: Stretch): void {
		if (part.width > width) return;
		if (used + spacesWidth + part.width > width) nextLine();
		placeSpaces();
		add(line, part);
		used += part.width;
	}

	const take: Take = (kind, run, from, to, cells, shown) => {
		if (kind !== 'word') flush();
		if (kind === 'break') {
			newLine();
		} else if (kind === 'space') {
			grow(spaces, run, from, to, cells, shown);
			spacesWidth += cells;
		} else {
			grow(word, run, from, to, cells, shown);
			wordWidth += cells;
			if (kind === 'wide') flush();
		}
	};

	for (const run of runs) readRun(run, take);
	flush();
	lines.push(line.map(pieceOf));
	return lines;
}

/**
Cut runs into lines as they stand: line ends are kept, longer lines are cut between graphemes.
For code and other text whose spacing means something.
*/
export function cutLines(runs: readonly Run[], width: number): readonly Line[] {
	const lines: Line[] = [];
	let line: Stretch[] = [];
	let used = 0;

	function newLine(): void {
		lines.push(line.map(pieceOf));
		line = [];
		used = 0;
	}

	function cut(part: Stretch): void {
		if (part.width > width) return;
		if (used + part.width > width) newLine();
		add(line, part);
		used += part.width;
	}

	const take: Take = (kind, run, from, to, cells, shown) => {
		if (kind === 'break') {
			newLine();
		} else if (used + cells <= width) {
			grow(line, run, from, to, cells, shown);
			used += cells;
		} else {
			eachGrapheme({run, from, to, width: cells, shown}, cut);
		}
	};

	for (const run of runs) readRun(run, take);
	newLine();
	return lines;
}

/** Add to a row of stretches, to the last one where it goes on from there. */
function grow(row: Stretch[], run: Run, from: number, to: number, width: number, shown: string | null): void {
	const last = row[row.length - 1];
	if (last !== undefined && shown === null && last.shown === null && last.run === run && last.to === from) {
		last.to = to;
		last.width += width;
	} else {
		row.push({run, from, to, width, shown});
	}
}

function add(row: Stretch[], {run, from, to, width, shown}: Stretch): void {
	grow(row, run, from, to, width, shown);
}

function pieceOf({run, from, to, width, shown}: Stretch): Piece {
	return {run, shown: shown ?? sourceOf(run, from, to), width, from, to, exact: shown === null};
}

/** A part of a run as it is shown, unit by unit. */
function sourceOf({text}: Run, from: number, to: number): string {
	return text.slice(from, to).replaceAll('\u00a0', ' ');
}

function readRun(run: Run, take: Take): void {
	const codes = run.text.includes(':') && run.look.tone !== 'code' ? shortCodes(run.text) : [];
	let from = 0;
	for (const code of codes) {
		readText(run, from, code.start, take);
		const shown = [...clusters(code.emoji)].map(cluster => cluster.shown).join('');
		take('word', run, code.start, code.end, cellWidth(code.emoji), shown);
		from = code.end;
	}
	readText(run, from, run.text.length, take);
}

const lineFeed = 10;
const tab = 9;
const blank = 32;
const hardBlank = 160;

function readText(run: Run, start: number, end: number, take: Take): void {
	const {text} = run;
	for (let at = start; at < end; ) {
		const from = at;
		const unit = text.charCodeAt(at++);
		if (unit === lineFeed) {
			take('break', run, from, at, 0, null);
		} else if (unit === tab) {
			take('space', run, from, at, 4, '    ');
		} else if (isBlank(unit)) {
			while (at < end && isBlank(text.charCodeAt(at))) at++;
			take('space', run, from, at, at - from, null);
		} else {
			while (at < end && isOfWord(text.charCodeAt(at))) at++;
			readWord(run, from, at, take);
		}
	}
}

function isBlank(unit: number): boolean {
	return unit === blank || unit === hardBlank;
}

function isOfWord(unit: number): boolean {
	return !isBlank(unit) && unit !== lineFeed && unit !== tab;
}

function readWord(run: Run, from: number, to: number, take: Take): void {
	const word = run.text.slice(from, to);
	if (isEven(word)) {
		take('word', run, from, to, to - from, null);
		return;
	}
	for (const {text, shown, width, start, end} of clusters(word)) {
		take(width === 2 ? 'wide' : 'word', run, from + start, from + end, width, shown === text ? null : shown);
	}
}

/** Part a stretch that shows its source as it is; another one stays whole. */
function eachGrapheme(stretch: Stretch, take: (part: Stretch) => void): void {
	const {run, from, to} = stretch;
	if (stretch.shown !== null) {
		take(stretch);
		return;
	}
	for (const {text, shown, width, start, end} of clusters(sourceOf(run, from, to))) {
		take({run, from: from + start, to: from + end, width, shown: shown === text ? null : shown});
	}
}
