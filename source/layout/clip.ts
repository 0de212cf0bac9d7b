/**
Clipping: lines that are cut at a width instead of wrapped.

The sign at the cut stands for the words that are left out, so that a hit among them is found on its line and lights
the sign.
*/
import {cellWidth, clusters} from '../text/cells.ts';
import type {Glyphs} from './glyphs.ts';
import {cutLines, type Line, type Piece, type Run} from './wrap.ts';

/** Cells that no line of a dump takes. */
export const unlimited = 1_000_000_000;

/** Code as it stands, no line wider than `room`. */
export function codeLines(
	run: Run,
	room: number,
	{clipped, glyphs}: {readonly clipped?: boolean; readonly glyphs: Glyphs},
): readonly Line[] {
	return clipped ? clipLines(cutLines([run], unlimited), room, glyphs) : cutLines([run], room);
}

export function clipLines(lines: readonly Line[], width: number, {ellipsis}: Glyphs): readonly Line[] {
	return lines.map(line => clipLine(line, width, ellipsis));
}

/** Cut a line to at most `width` cells, ending it with `ellipsis` where something was cut. */
export function clipLine(line: Line, width: number, ellipsis: string): Line {
	if (lineWidth(line) <= width) return line;
	// Blanks at the end are not missed.
	const worded = line.slice(0, line.findLastIndex(piece => piece.shown.trim() !== '') + 1);
	if (lineWidth(worded) <= width) return worded;
	const room = Math.max(0, width - cellWidth(ellipsis));
	const kept: Piece[] = [];
	let used = 0;
	let at = 0;
	for (let piece = worded[at]; piece !== undefined && used + piece.width <= room; piece = worded[++at]) {
		kept.push(piece);
		used += piece.width;
	}
	const across = worded[at];
	if (across === undefined) return kept;
	const head = beginning(across, room - used);
	if (head.width > 0) kept.push(head);
	const mark = used + head.width + cellWidth(ellipsis) <= width ? ellipsis : '';
	kept.push({...across, shown: mark, width: cellWidth(mark), from: head.to, exact: false});
	// What follows has no room, and still its place.
	for (const rest of worded.slice(at + 1)) kept.push({...rest, shown: '', width: 0, exact: false});
	return kept;
}

function lineWidth(line: Line): number {
	return line.reduce((sum, piece) => sum + piece.width, 0);
}

/** As much of a piece as fits; all or nothing of one that shows something else than it stands for. */
function beginning(piece: Piece, room: number): Piece {
	let [shown, width, length] = ['', 0, 0];
	if (piece.exact) {
		for (const cluster of clusters(piece.shown)) {
			if (width + cluster.width > room) break;
			shown += cluster.shown;
			width += cluster.width;
			length = cluster.end;
		}
	}
	return {...piece, shown, width, to: piece.from + length};
}
