/**
Wrapping: runs of styled text → lines no wider than a width.

Every piece of a line knows which units of its source it shows, so that highlights are
laid on lines afterwards and a place in a text keeps its meaning at every width.
*/
import {cellWidth, clusters} from '../text/cells.ts';
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

type Kind = 'word' | 'space' | 'wide' | 'break';
type Atom = {readonly kind: Kind; readonly piece: Piece};

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
	let line: Piece[] = [];
	let used = 0;
	let spaces: Piece[] = [];
	let spacesWidth = 0;
	let word: Piece[] = [];
	let wordWidth = 0;

	function newLine(): void {
		lines.push(line);
		line = [];
		used = 0;
		spaces = [];
		spacesWidth = 0;
	}

	/** A new line for words; where only blanks stand on this one, they give way. */
	function nextLine(): void {
		if (used > 0) newLine();
		spaces = [];
		spacesWidth = 0;
	}

	function place(pieces: readonly Piece[], piecesWidth: number): void {
		line.push(...spaces, ...pieces);
		used += spacesWidth + piecesWidth;
		spaces = [];
		spacesWidth = 0;
	}

	function flush(): void {
		if (word.length === 0) return;
		if (used + spacesWidth + wordWidth <= width) {
			place(word, wordWidth);
		} else if (wordWidth <= width) {
			nextLine();
			place(word, wordWidth);
		} else {
			// A word longer than a line starts where the line has room and is cut.
			if (used + spacesWidth >= width) nextLine();
			for (const piece of word) cut(piece);
		}
		word = [];
		wordWidth = 0;
	}

	function cut(piece: Piece): void {
		for (const part of graphemes(piece)) {
			if (part.width > width) continue;
			if (used + spacesWidth + part.width > width) nextLine();
			place([part], part.width);
		}
	}

	for (const run of runs) {
		for (const {kind, piece} of atoms(run)) {
			switch (kind) {
				case 'word':
					word.push(piece);
					wordWidth += piece.width;
					break;
				case 'wide':
					flush();
					word.push(piece);
					wordWidth += piece.width;
					flush();
					break;
				case 'space':
					flush();
					spaces.push(piece);
					spacesWidth += piece.width;
					break;
				case 'break':
					flush();
					newLine();
					break;
			}
		}
	}
	flush();
	lines.push(line);
	return lines.map(joinPieces);
}

/**
Cut runs into lines as they stand: line ends are kept, longer lines are cut between graphemes.
For code and other text whose spacing means something.
*/
export function cutLines(runs: readonly Run[], width: number): readonly Line[] {
	const lines: Line[] = [];
	let line: Piece[] = [];
	let used = 0;
	for (const run of runs) {
		for (const {kind, piece} of atoms(run)) {
			if (kind === 'break') {
				lines.push(line);
				line = [];
				used = 0;
				continue;
			}
			if (used + piece.width <= width) {
				line.push(piece);
				used += piece.width;
				continue;
			}
			for (const part of graphemes(piece)) {
				if (part.width > width) continue;
				if (used + part.width > width) {
					lines.push(line);
					line = [];
					used = 0;
				}
				line.push(part);
				used += part.width;
			}
		}
	}
	lines.push(line);
	return lines.map(joinPieces);
}

const printable = /^[\x20-\x7e]*$/;

function* atoms(run: Run): Generator<Atom> {
	const codes = run.text.includes(':') && run.look.tone !== 'code' ? shortCodes(run.text) : [];
	let from = 0;
	for (const code of codes) {
		yield* textAtoms(run, from, code.start);
		const width = cellWidth(code.emoji);
		const shown = [...clusters(code.emoji)].map(cluster => cluster.shown).join('');
		yield {kind: 'word', piece: {run, shown, width, from: code.start, to: code.end, exact: false}};
		from = code.end;
	}
	yield* textAtoms(run, from, run.text.length);
}

function* textAtoms(run: Run, start: number, end: number): Generator<Atom> {
	const pattern = /\n|\t|[ \u00a0]+|[^\n\t \u00a0]+/g;
	pattern.lastIndex = start;
	for (let match = pattern.exec(run.text); match !== null && match.index < end; match = pattern.exec(run.text)) {
		const from = match.index;
		const text = match[0].slice(0, end - from);
		const to = from + text.length;
		if (text === '\n') {
			yield {kind: 'break', piece: {run, shown: '', width: 0, from, to, exact: true}};
		} else if (text === '\t') {
			yield {kind: 'space', piece: {run, shown: '    ', width: 4, from, to, exact: false}};
		} else if (text[0] === ' ' || text[0] === '\u00a0') {
			yield {kind: 'space', piece: {run, shown: ' '.repeat(text.length), width: text.length, from, to, exact: true}};
		} else if (printable.test(text)) {
			yield {kind: 'word', piece: {run, shown: text, width: text.length, from, to, exact: true}};
		} else {
			yield* clusterAtoms(run, text, from);
		}
		pattern.lastIndex = to;
	}
}

function* clusterAtoms(run: Run, text: string, offset: number): Generator<Atom> {
	for (const cluster of clusters(text)) {
		const piece: Piece = {
			run,
			shown: cluster.shown,
			width: cluster.width,
			from: offset + cluster.start,
			to: offset + cluster.end,
			exact: cluster.shown === cluster.text,
		};
		yield {kind: cluster.width === 2 ? 'wide' : 'word', piece};
	}
}

function* graphemes(piece: Piece): Generator<Piece> {
	if (!piece.exact) {
		yield piece;
		return;
	}
	for (const cluster of clusters(piece.shown)) {
		const from = piece.from + cluster.start;
		const exact = cluster.shown === cluster.text;
		yield {...piece, shown: cluster.shown, width: cluster.width, from, to: piece.from + cluster.end, exact};
	}
}

/** Neighbours that continue each other become one piece: fewer spans to draw. */
function joinPieces(line: Line): Line {
	const joined: Piece[] = [];
	for (const piece of line) {
		const last = joined.at(-1);
		if (last?.exact && piece.exact && last.run === piece.run && last.to === piece.from) {
			const shown = last.shown + piece.shown;
			joined[joined.length - 1] = {...last, shown, width: last.width + piece.width, to: piece.to};
		} else {
			joined.push(piece);
		}
	}
	return joined;
}
