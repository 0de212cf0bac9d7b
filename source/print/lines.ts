/** Lines of print: wrapped at spaces for a terminal, put behind a prefix, parted into blocks. */
import {cellWidth, clusters} from '../text/cells.ts';

/**
Part a line into lines that fit. A word wider than a line is cut between graphemes; one of ASCII alone, as an address,
stays whole: the terminal breaks it by itself, and it can still be copied.

@param line - Without newlines.
@param columns - Terminal cells, or `null` for lines of any length.
@returns At least one line; none ends in a space that was not alone on the line.
*/
export function wrapLine(line: string, columns: number | null): readonly string[] {
	if (columns === null || cellWidth(line) <= columns) return [line];
	const lines: string[] = [];
	let current = '';
	let width = 0;
	let gap = '';
	for (const part of line.split(/( +)/)) {
		if (part.startsWith(' ')) {
			gap = part;
			continue;
		}
		for (const word of pieces(part, columns)) {
			const wordWidth = cellWidth(word);
			if (width > 0 && width + gap.length + wordWidth > columns) {
				lines.push(current);
				[current, width, gap] = ['', 0, ''];
			}
			if (width + gap.length + wordWidth > columns) gap = '';
			current += gap + word;
			width += gap.length + wordWidth;
			gap = '';
		}
	}
	return width > 0 || lines.length === 0 ? [...lines, current] : lines;
}

/** A word in pieces of at most so many cells; most words are one. */
function pieces(word: string, columns: number): readonly string[] {
	if (/^[!-~]*$/.test(word) || cellWidth(word) <= columns) return word === '' ? [] : [word];
	const found: string[] = [];
	let piece = '';
	let width = 0;
	for (const cluster of clusters(word)) {
		if (width > 0 && width + cluster.width > columns) {
			found.push(piece);
			[piece, width] = ['', 0];
		}
		piece += cluster.text;
		width += cluster.width;
	}
	found.push(piece);
	return found;
}

/** Put lines behind a prefix, as `> `; an empty line gets it without its spaces. */
export function prefixed(lines: readonly string[], rest: string, first = rest): readonly string[] {
	return lines.map((line, index) => {
		const prefix = index === 0 ? first : rest;
		return line === '' ? prefix.trimEnd() : prefix + line;
	});
}

/** Put blocks of lines under each other, an empty line between them; a block without lines is left out. */
export function stacked(blocks: readonly (readonly string[])[]): readonly string[] {
	return blocks.filter(lines => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}
