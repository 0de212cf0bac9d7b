/**
Painting: rows of spans → text with SGR sequences. The only place that writes escape sequences into text.
*/
import type {Row, Span} from '../layout/span.ts';
import type {Theme} from './theme.ts';

/** Parameters that a blank shows, too: underlined, struck, reversed, with a ground. */
const seenOnBlanks = /(?:^|;)(?:[479]|4[0-8])(?:;|$)/;

/** More blanks than this are written in no look: so they can be leapt over (see build-changes.mjs). */
const fewBlanks = 7;

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
