/**
Painting: rows of spans → text with SGR sequences. The only place that writes escape sequences into text.
*/
import type {Row, Span} from '../layout/span.ts';
import type {Theme} from './theme.ts';

/** @returns The row as the terminal is to get it; every look is ended where it ends. */
export function paint(row: Row, theme: Theme): string {
	let text = '';
	let open = '';
	for (const span of row) {
		const sgr = sgrOf(span, theme);
		if (sgr !== open) {
			text += open === '' ? `\u001b[${sgr}m` : sgr === '' ? '\u001b[0m' : `\u001b[0;${sgr}m`;
			open = sgr;
		}
		text += span.text;
	}
	return open === '' ? text : `${text}\u001b[0m`;
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
