/**
Quote marks: what stands at the beginning of a line that somebody else wrote: `>`, `|`, or
the initials of supercite, `AL>`.
*/
import {citedMark, isCitationHead} from './attribution.ts';

/** The marks that a text uses besides `>`. */
export type Marks = {
	readonly initials: ReadonlySet<string>;
	/** Whether white space stands before `>`, too. */
	readonly indented: boolean;
};

export const noMarks: Marks = {initials: new Set(), indented: false};

/** Prompts of programs, which look like initials. */
const prompts = new Set(['SQL', 'PS', 'CMD', 'FTP', 'GDB', 'IRB', 'DB', 'OK']);
const initials = /^ {0,6}([A-Za-z]{1,12})>/;
const indented = /^ {1,6}> ?/;

/**
Find the marks of a text. Initials that an attribution gives are some; so are others that
stand before several lines, if they are capitals and no prompt that is known.
*/
export function findMarks(lines: readonly string[]): Marks {
	const counts = new Map<string, number>();
	const cited = new Set<string>();
	let indentedLines = 0;
	for (const [index, line] of lines.entries()) {
		if (!line.includes('>')) continue;
		if (indented.test(line)) indentedLines++;
		const letters = initials.exec(line)?.[1];
		if (letters !== undefined) counts.set(letters, (counts.get(letters) ?? 0) + 1);
		const mark = isCitationHead(lines, index) ? citedMark(line) : null;
		if (mark !== null) cited.add(mark);
	}
	for (const [letters, count] of counts) {
		if (count > 1 && /^[A-Z][A-Za-z]{1,3}$/.test(letters) && !prompts.has(letters.toUpperCase())) cited.add(letters);
	}
	return {initials: cited, indented: indentedLines > 1};
}

/**
The mark of one level at the beginning of a line.

@returns What to take off the line, or `null` if it is nobody else's.
*/
export function quoteMark(lines: readonly string[], index: number, marks: Marks): string | null {
	const line = lines[index] ?? '';
	if (line.startsWith('>')) return isCitationHead(lines, index) ? null : line.startsWith('> ') ? '> ' : '>';
	if (marks.indented && indented.test(line)) return indented.exec(line)?.[0] ?? null;
	const letters = marks.initials.size > 0 ? initials.exec(line)?.[1] : undefined;
	if (letters !== undefined && marks.initials.has(letters)) return /^ *[A-Za-z]+> ?/.exec(line)?.[0] ?? null;
	const around = [lines[index - 1] ?? '', lines[index + 1] ?? ''];
	return isBarred(line) && around.some(isBarred) ? barMark(line) : null;
}

/** A line behind a bar; one with more bars belongs to a table or a drawing. */
export function isBarred(line: string): boolean {
	return line.startsWith('|') && line.indexOf('|', 1) === -1;
}

/** @param line - One that `isBarred`. */
export function barMark(line: string): string {
	return line.startsWith('| ') ? '| ' : '|';
}
