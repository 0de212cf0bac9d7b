/**
Layouts: how the text of a page was laid out, told from its beginning.

Heads with name and date beat numbers alone, these beat likes lines, and these gaps.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import type {LineReader} from '../lines.ts';
import {readHeaded} from './headed.ts';
import {readHeadless} from './headless.ts';
import {readLikesLine} from './likes-line.ts';
import {readNumbered} from './numbered.ts';
import {readDateLine, readNumberLine, readWhoBefore} from './post-heads.ts';

export type Layout = {
	readonly name: 'headed' | 'numbered' | 'likes' | 'gaps';
	/** How sure it is that this is scraped Discourse text at all, 0 … 1. */
	readonly sureness: number;
	readonly likesPrinted: boolean;
};

/**
Tell the layout.

@param text - The beginning of the dump.
@param whole - Whether that is all of it.
@returns The layout that fits best, its sureness 0 if none does. Never throws.
*/
export function tellLayout(text: string, whole: boolean): Layout {
	const lines = text.split('\n');
	if (!whole) lines.pop();
	const likes = lines.filter(line => readLikesLine(line) !== null).length;
	const likesPrinted = likes > 0;
	const heads = findHeads(lines);
	if (heads.count > 0) {
		const sureness = heads.count > 1 ? 0.95 : 0.8;
		return {name: 'headed', sureness, likesPrinted: likesPrinted || heads.latest >= likesPrintedSince};
	}
	const numbers = countNumbers(lines);
	if (numbers > 2 || (numbers > 1 && likesPrinted)) {
		return {name: 'numbered', sureness: likesPrinted ? 0.9 : 0.6, likesPrinted};
	}
	if (likesPrinted) return {name: 'likes', sureness: likes > 1 ? 0.9 : 0.7, likesPrinted};
	const partings = text.match(/\n\s*\n/g)?.length ?? 0;
	const gaps = text.trim().match(/\n[ \t]*\n[ \t]*\n/g)?.length ?? 0;
	return {name: 'gaps', sureness: gaps > 0 && gaps * 30 > partings ? 0.05 : 0, likesPrinted};
}

/** @returns The reader of a layout, which writes into the builder. */
export function readLayout(layout: Layout, builder: DumpBuilder): LineReader {
	switch (layout.name) {
		case 'headed':
			return readHeaded(builder, layout.likesPrinted);
		case 'numbered':
			return readNumbered(builder, layout.likesPrinted);
		case 'likes':
		case 'gaps':
			return readHeadless(builder, layout.sureness === 0 ? 'likes' : layout.name);
	}
}

/**
Pages for crawlers print the likes a post has since April 2019 (Discourse pull request 7413). A page with a later
post was crawled later still: no likes line there means no likes.
*/
const likesPrintedSince = '2019-05';

function findHeads(lines: readonly string[]): {readonly count: number; readonly latest: string} {
	let count = 0;
	let latest = '';
	lines.forEach((line, index) => {
		const found = readDateLine(line, 0);
		if (found === null) return;
		const number =
			found.number ?? readNumberLine(lines.slice(index + 1, index + 4).find(next => next.trim() !== '') ?? '');
		if (number === null) return;
		if (found.who === null && readWhoBefore(lines, index, false) === null) return;
		count++;
		if (found.date !== null && found.date > latest) latest = found.date;
	});
	return {count, latest};
}

/** How many numbers alone on a line follow each other, at most a few missing between two. */
function countNumbers(lines: readonly string[]): number {
	let count = 0;
	let last: number | null = null;
	for (const [index, line] of lines.entries()) {
		const number = readNumberLine(line);
		if (number === null || (lines[index + 1]?.trim() ?? '') !== '') continue;
		if (last === null || (number > last && number <= last + 5)) {
			last = number;
			count++;
		}
	}
	return count;
}
