/**
The map bar: the whole list squeezed into the list's edge. It shows what part is on
screen, where hits, marks and liked posts lie, and which of the hits the cursor is on.
*/
import {type Span, span} from '../../layout/span.ts';
import type {Results} from '../../search/search.ts';
import {lineCount, lineOf} from '../list-lines.ts';
import {hits, type Listing, listing} from '../listing.ts';
import {cursorRow, type Model} from '../model.ts';
import {threadFacts} from '../thread-facts.ts';

/** The share of the posts that are shown as the liked ones, but no more than `ThreadFacts` names. */
const likedShare = 0.1;

/** So many likes are no reason to look. */
const fewLikes = 2;

/**
@param top - The list's first line on screen.
@param height - Rows of the bar, as many as the list shows.
@returns A span for each row, one cell wide; `null` where the border goes on.
*/
export function mapBar(model: Model, top: number, height: number): readonly (Span | null)[] {
	const rows = listing(model);
	if (rows.count === 0 || height < 1) return [];
	const count = lineCount(rows);
	const scale = Math.max(1, count / height);
	const cellOf = (line: number) => Math.min(height - 1, Math.floor(line / scale));
	const cell = (row: number) => cellOf(lineOf(rows, row));
	const bar: (Span | null)[] = Array.from({length: height}, () => null);
	const {view, hit, current, mark, liked} = model.glyphs.map;
	if (count > height) {
		for (const at of likedCells(model, rows, cell)) bar[at] = span(liked, 'likes');
		for (let at = cellOf(top); at <= cellOf(Math.min(count - 1, top + height - 1)); at++)
			bar[at] = span(view, 'accent');
	}
	const {search} = model.state;
	const found = hits(model);
	if (search?.results && found !== null && !search.narrowed) {
		for (const at of hitCells(search.results, found, rows, height, cell)) bar[at] = span(hit, 'warning');
	}
	for (const id of Object.values(model.state.marks)) {
		const row = rows.rowOf(model.dump.indexOf(id));
		if (row !== -1) bar[cell(row)] = span(mark, 'warning');
	}
	const cursor = cursorRow(model);
	const isSquashed = count > height || search?.narrowed === false;
	if (isSquashed && found !== null && cursor !== -1 && found.rowOf(rows.at(cursor)) !== -1) {
		bar[cell(cursor)] = span(current, {tone: 'accent', bold: true});
	}
	return bar;
}

const hitMemo = new WeakMap<Results, {readonly key: string; readonly cells: ReadonlySet<number>}>();

function hitCells(
	results: Results,
	found: Listing,
	rows: Listing,
	height: number,
	cell: (row: number) => number,
): ReadonlySet<number> {
	const key = `${height} ${rows.count}`;
	const kept = hitMemo.get(results);
	if (kept?.key === key) return kept.cells;
	const cells = new Set<number>();
	for (let row = 0; row < found.count && cells.size < height; row++) {
		const at = rows.rowOf(found.at(row));
		if (at !== -1) cells.add(cell(at));
	}
	hitMemo.set(results, {key, cells});
	return cells;
}

/** Where the most liked posts lie; only while every post is listed. */
function likedCells(model: Model, rows: Listing, cell: (row: number) => number): ReadonlySet<number> {
	const {posts} = model.dump;
	if (rows.count !== posts.length) return new Set();
	const {liked} = threadFacts(model);
	const most = liked.slice(0, Math.floor(posts.length * likedShare));
	return new Set(most.filter(index => (posts[index]?.likes ?? 0) > fewLikes).map(index => cell(rows.rowOf(index))));
}
