/**
Painting: rows of spans → text with SGR sequences. The only place that writes escape sequences into text.
*/
import type {Row, ScreenRow, Span} from '../layout/span.ts';
import type {Theme} from './theme.ts';

/** Parameters that a blank shows, too: underlined, struck, reversed, with a ground. */
const seenOnBlanks = /(?:^|;)(?:[479]|4[0-8])(?:;|$)/;

/** More blanks than this are written in no look: so they can be leapt over (see build-changes.mjs). */
const fewBlanks = 7;

/**
@returns What paints the rows of one frame after the other. Where a pane begins, a row sets the cursor's column (CHA, ECMA-48
	8.3.9): a character that the terminal takes for wider moves nothing of it, and what stands before it may stay on the
	screen (see build-changes.mjs). Rows that were there in the last frame are not painted anew, and what they make is the
	same string, which whoever compares sees at once.
*/
export function createPainter(theme: Theme): (rows: readonly ScreenRow[]) => readonly string[] {
	let last: ReadonlyMap<Row, Painted> = new Map();
	let lines: readonly {readonly texts: readonly string[]; readonly whole: string}[] = [];
	return rows => {
		const painted = new Map<Row, Painted>();
		lines = rows.map((parts, index) => {
			const texts = parts.map(({column, row}) => {
				// Blank rows of a pane are one object.
				const known = painted.get(row) ?? last.get(row);
				const part = known?.column === column ? known : {column, text: placed(column, paint(row, theme))};
				painted.set(row, part);
				return part.text;
			});
			const before = lines[index];
			return before !== undefined && isSame(before.texts, texts) ? before : {texts, whole: texts.join('')};
		});
		last = painted;
		return lines.map(line => line.whole);
	};
}

type Painted = {readonly column: number; readonly text: string};

function placed(column: number, text: string): string {
	return column === 0 ? text : `\u001b[${column + 1}G${text}`;
}

function isSame(texts: readonly string[], others: readonly string[]): boolean {
	return texts.length === others.length && texts.every((text, at) => text === others[at]);
}

/**
@returns The row as the terminal is to get it; every look is ended where it ends. A few blanks, which look the same in
	any colour, are written in that of the words before them.
*/
export function paint(row: Row, theme: Theme): string {
	let text = '';
	let open = '';
	let isSeen = false;
	for (const span of row) {
		const sgr = sgrOf(span, theme);
		if (sgr !== open && (isSeen || !isFewBlanks(span.text) || seenOnBlanks.test(sgr))) {
			text += open === '' ? `\u001b[${sgr}m` : sgr === '' ? '\u001b[0m' : `\u001b[0;${sgr}m`;
			open = sgr;
			isSeen = seenOnBlanks.test(sgr);
		}
		text += span.text;
	}
	return open === '' ? text : `${text}\u001b[0m`;
}

function isFewBlanks(text: string): boolean {
	return text.length <= fewBlanks && text.charCodeAt(0) === 32 && text.trimEnd() === '';
}

function sgrOf(span: Span, theme: Theme): string {
	const under = span.ground === undefined ? undefined : theme.grounds[span.ground];
	let sgr = under?.lone ? '' : theme.tones[span.tone];
	const add = (more: string) => {
		if (more !== '') sgr = sgr === '' ? more : `${sgr};${more}`;
	};
	if (span.bold) add('1');
	if (span.italic) add('3');
	if (span.underline) add('4');
	if (span.strike) add('9');
	if (under !== undefined) add(under.sgr);
	return sgr;
}
