/**
The list pane: a row a post, the cursor in view, the map bar at its edge.
*/

import {drawFrame, enclose, type Frame} from '../../layout/box.ts';
import type {Glyphs} from '../../layout/glyphs.ts';
import {clamp, inside, type Rect} from '../../layout/panes.ts';
import {cutRow, fitRow, ground, type Look, type Row, rowWidth, type Span, span, spreadRow} from '../../layout/span.ts';
import {type Run, wrap} from '../../layout/wrap.ts';
import {cellWidth} from '../../text/cells.ts';
import type {Post} from '../../thread/post.ts';
import {postsAuthor, type ShownAuthor, shownAuthor} from '../author.ts';
import {forestOf} from '../forest.ts';
import {lensLabel} from '../lens.ts';
import {lineCount, rowOn} from '../list-lines.ts';
import {choosesTopic, exactCount, hits, listing, openTopic, showsTree} from '../listing.ts';
import {authorGround, cursorRow, listSize, listTop, type Model, postById, postLabel} from '../model.ts';
import type {State} from '../state.ts';
import {threadFacts} from '../thread-facts.ts';
import {dateLabel, grouped, shortCount} from '../words.ts';
import {type Fact, keeping} from './kept-rows.ts';
import {mapBar} from './map-bar.ts';
import {snippet} from './snippet.ts';

/** Draw the list into its rectangle. */
export function listPane(model: Model, rect: Rect): readonly Row[] {
	const {glyphs, state} = model;
	const size = inside(rect);
	const rows = listing(model);
	const top = listTop(model, size.rows);
	const cursor = cursorRow(model);
	const focused = state.place.focus === 'list' && state.prompt?.kind !== 'command';
	const columns = columnsOf(model, size.columns);
	const choosing = choosesTopic(model);
	const found = state.search?.narrowed ? null : hits(model);
	const edges = mapBar(model, top, size.rows);
	const isTree = showsTree(model);
	// What the rows have in common.
	const setting = `${size.columns} ${columns.number} ${columns.author} ${columns.likes} ${isTree} ${focused}`;
	const frame: Frame = {size: rect, title: [span(listTitle(model), focused ? 'border-focus' : 'border')], focused};
	const kept = keeping(model);
	const lines: Row[] = [];
	for (let at = top; at < Math.min(lineCount(rows), top + size.rows); at++) {
		const row = rowOn(rows, at);
		const post = row === null ? undefined : model.dump.posts[rows.at(row)];
		const edge = edges[lines.length] ?? null;
		if (row === null || post === undefined) {
			lines.push(enclose(frame, similarRule(model, size.columns), edge, glyphs));
			continue;
		}
		const isCursor = row === cursor;
		const head = headOf(model, post, isCursor);
		const place = isTree ? placeOf(model, post) : null;
		const line = kept(post, factsOf(glyphs, setting, edge, head, place), () => {
			const drawn = choosing
				? topicRow(model, post, isCursor, size.columns)
				: place === null
					? postRow(model, post, head, columns, size.columns)
					: treeRow(model, post, head, place, columns, size.columns);
			const dimmed = found !== null && found.rowOf(rows.at(row)) === -1;
			const shown = dimmed ? drawn.map(part => ({...part, tone: 'faint' as const})) : drawn;
			const lit = isCursor ? ground(shown, focused ? 'cursor' : 'cursor-idle', true) : shown;
			return enclose(frame, lit, edge, glyphs);
		});
		lines.push(line);
	}
	if (rows.count === 0) {
		for (const row of emptyRows(model, size.columns)) lines.push(enclose(frame, row, null, glyphs));
	}
	return drawFrame(frame, lines, glyphs);
}

function listTitle(model: Model): string {
	const {search} = model.state;
	if (search === null || search.results === null) {
		if (choosesTopic(model)) return 'threads';
		const {lens} = model.state;
		const nameOf = (id: string) => {
			const post = postById(model, id);
			return post === null ? id : postLabel(post);
		};
		return lens === null ? 'posts' : lensLabel(lens, nameOf);
	}
	if (!search.narrowed) return 'posts, hits lit';
	const isSimilar = search.results.hits.count > 0 && exactCount(search.results) === 0;
	const title = isSimilar ? 'similar hits' : 'hits';
	return search.order === 'thread' ? title : `${title}, best first`;
}

/** Between the exact hits and those that only resemble the query. */
function similarRule({glyphs}: Model, width: number): Row {
	const word = span(' similar ', 'warning');
	const lead = 2;
	const rest = Math.max(0, width - lead - word.width);
	return fitRow(
		[span(glyphs.rule.repeat(lead), 'border'), word, span(glyphs.rule.repeat(rest), 'border')],
		width,
		glyphs.ellipsis,
	);
}

/** Why nothing is listed, in as many lines as it takes. */
function emptyRows(model: Model, width: number): Row[] {
	const {search} = model.state;
	const error = search?.results?.error ?? null;
	const isReading = search?.results == null && !model.dump.complete;
	const none = search?.results == null ? 'no posts' : 'nothing matches';
	const text = error ?? (isReading ? `reading${model.glyphs.ellipsis}` : none);
	const run: Run = {text, look: {tone: error === null ? 'faint' : 'warning'}, leaf: null};
	const margin = 2;
	const lines = wrap([run], Math.max(1, width - 2 * margin));
	return [
		[],
		...lines.map(line =>
			fitRow(
				[span(' '.repeat(margin)), ...line.map(({shown, width: cells}) => ({...run.look, text: shown, width: cells}))],
				width,
			),
		),
	];
}

type Columns = {readonly number: number; readonly author: number; readonly likes: number};

/** Cells for authors in a dump that states none: as many as those inferred on screen take. */
function inferredWidth(model: Model): number {
	const {rows: height} = listSize(model);
	const rows = listing(model);
	const top = listTop(model, height);
	let widest = 0;
	for (let at = top; at < Math.min(lineCount(rows), top + height); at++) {
		const post = model.dump.posts[rows.at(rowOn(rows, at) ?? -1)];
		const author = post === undefined ? null : shownAuthor(model, post);
		if (author !== null) widest = Math.max(widest, cellWidth(author.text));
	}
	return widest;
}

function authorLook({isInferred}: ShownAuthor): Look {
	return isInferred ? {tone: 'author', italic: true} : {tone: 'author'};
}

/** How the row is shared out: what the dump lacks takes no room, and words always get some. */
function columnsOf(model: Model, width: number): Columns {
	const facts = threadFacts(model, openTopic(model));
	const heart = cellWidth(model.glyphs.heart);
	const number = facts.numberWidth;
	const widest = facts.authorWidth === 0 ? inferredWidth(model) : facts.authorWidth;
	const author = widest === 0 ? 0 : clamp(widest, 4, Math.max(5, Math.floor(width / 5)));
	const likes = facts.likesWidth === 0 ? 0 : heart + facts.likesWidth;
	const left = width - 2 - number - (author > 0 ? author + 1 : 0) - (likes > 0 ? likes + 1 : 0);
	return left >= 12 ? {number, author, likes} : {number, author: left + likes >= 10 ? author : 0, likes: 0};
}

/** A topic to choose: how many posts it has, its title, who began it and when. */
function topicRow(model: Model, first: Post, isCursor: boolean, width: number): Row {
	const {dump, glyphs} = model;
	const topic = dump.topics.find(one => one.id === first.topic);
	const count = grouped(topic?.posts ?? 0);
	const countWidth = grouped(Math.max(...dump.topics.map(one => one.posts))).length;
	const row: Row = [
		span(isCursor ? glyphs.cursor : ' ', 'accent'),
		span(' '),
		span(count.padStart(countWidth), 'number'),
		span('  '),
		span(topic?.title ?? dump.body(first).text.split('\n', 1)[0] ?? ''),
	];
	const author = postsAuthor(first);
	const end: Row = [
		...(author === null || width < 50 ? [] : [span(author, 'author')]),
		...(first.date === null || width < 34 ? [] : [span(`  ${dateLabel(first.date)}`, 'faint')]),
		span(' '),
	];
	return spreadRow(row, cutRow(end, Math.floor(width / 2), glyphs.ellipsis), width, glyphs.ellipsis);
}

/** Deeper answers are indented no further than this part of the row … */
const mostIndent = 0.3;

/** … and so that their author and words have so many cells. In narrow lists a level is one cell instead of two. */
const leastWords = 24;
const narrowRow = 32;

/** Cells that words keep beside a relation that is said in words. */
const besideWords = 6;

/** Where a post stands in its tree. */
type TreePlace = {
	readonly depth: number;
	/** How many posts answer it, and those that answer them. */
	readonly answers: number;
	readonly folded: boolean;
	/** The label of the post it answers. */
	readonly parent: string | null;
};

function placeOf(model: Model, post: Post): TreePlace {
	const {dump, context, state} = model;
	const trees = forestOf(dump, context);
	const index = dump.indexOf(post.id);
	return {
		depth: trees.depth[index] ?? 0,
		answers: trees.descendants[index] ?? 0,
		folded: state.folded.has(post.id),
		parent: answeredLabel(model, post),
	};
}

/** A post in its tree: indented under the post it answers, with a sign that its answers are folded or open. */
function treeRow(model: Model, post: Post, head: Head, place: TreePlace, columns: Columns, width: number): Row {
	const {glyphs} = model;
	const {depth, answers, folded, parent} = place;
	const row: Span[] = [...rowHead(model, post, head, {...columns, author: 0})];
	const level = width < narrowRow ? 1 : 2;
	const room = Math.min(width * mostIndent, width - rowWidth(row) - leastWords);
	const deepest = Math.max(1, Math.floor(room / level));
	row.push(span(' '.repeat(level * Math.min(depth, deepest))));
	const sign = answers === 0 ? (depth === 0 ? ' ' : glyphs.leaf) : folded ? glyphs.folded : glyphs.unfolded;
	row.push(span(`${sign} `, 'accent'));
	const {author} = head;
	if (author !== null) row.push(span(author.text, authorLook(author)), span('  '));
	if (folded && answers > 0) row.push(span(`${glyphs.foldedAway(grouped(answers))}  `, {tone: 'accent', bold: true}));
	// Indentation tells what a post answers, as far as it goes; who has it read out needs the words.
	const isSaid = depth > deepest || cellWidth(glyphs.answers) > 1;
	const end = isSaid ? answersMark(model, parent) : [];
	const hasRoom = width - rowWidth(row) - rowWidth(end) > besideWords;
	return wordsRow(model, post, row, hasRoom ? end : [], width);
}

function postRow(model: Model, post: Post, head: Head, columns: Columns, width: number): Row {
	const {search} = model.state;
	// What a hit answers is not above it.
	const end = search?.results != null && search.narrowed ? answersMark(model, answeredLabel(model, post)) : [];
	const row = rowHead(model, post, head, columns);
	// Its words say more: the mark gets a part of their room, or none.
	const hasRoom = rowWidth(end) <= (width - rowWidth(row)) / 4;
	return wordsRow(model, post, row, hasRoom ? end : [], width);
}

/** What a row depends on besides its post and the words of that. */
function factsOf(
	glyphs: Glyphs,
	setting: string,
	edge: Span | null,
	head: Head,
	place: TreePlace | null,
): readonly Fact[] {
	const {isCursor, mark, isSelected, author} = head;
	return [
		glyphs,
		setting,
		edge?.text,
		edge?.tone,
		isCursor,
		mark,
		isSelected,
		author?.text,
		author?.isInferred,
		place?.depth,
		place?.answers,
		place?.folded,
		place?.parent,
	];
}

/** A row filled with the post's words, up to what stands at its end. */
function wordsRow(model: Model, post: Post, row: Row, end: Row, width: number): Row {
	const room = width - rowWidth(row) - rowWidth(end) - 1;
	// The last cell stays blank: words do not run into the edge.
	return fitRow([...row, ...fitRow(snippet(model, post, room), room, model.glyphs.ellipsis), ...end], width);
}

/** Which post it answers, where that is known. */
function answeredLabel(model: Model, post: Post): string | null {
	const parent = postById(model, model.context.parentOf(post)?.post ?? null);
	return parent === null ? null : postLabel(parent);
}

function answersMark({glyphs}: Model, parent: string | null): Row {
	return parent === null ? [] : [span(` ${glyphs.answers}${parent}`, 'faint')];
}

/** What a row says of its post before the words. */
type Head = {
	readonly isCursor: boolean;
	/** The letter of a mark, or a sign that it is new, or a blank. */
	readonly mark: string;
	readonly isSelected: boolean;
	readonly author: ShownAuthor | null;
};

function headOf(model: Model, post: Post, isCursor: boolean): Head {
	const {glyphs, state} = model;
	const isNew = model.read.isNew(model.dump.indexOf(post.id));
	return {
		isCursor,
		mark: markOf(state, post) ?? (isNew ? glyphs.fresh : ' '),
		isSelected: state.selected.has(post.id),
		author: shownAuthor(model, post),
	};
}

/** What stands before a post's words: cursor, mark, number, whether it is selected, author, likes. */
function rowHead(model: Model, post: Post, {isCursor, mark, isSelected, author}: Head, columns: Columns): Row {
	const {glyphs} = model;
	const number = post.number === null ? '' : String(post.number);
	const row: Span[] = [
		span(isCursor ? glyphs.cursor : ' ', 'accent'),
		span(mark, 'warning'),
		span(number.padStart(columns.number), 'number'),
		span(isSelected ? glyphs.selected : ' ', {tone: 'accent', bold: true}),
	];
	if (columns.author > 0) {
		const name = author === null ? [] : [span(author.text, authorLook(author))];
		const named = fitRow(name, columns.author, glyphs.ellipsis);
		const lit = authorGround(model, post);
		row.push(...named.map(part => (part.text.trim() === '' ? part : {...part, ...lit})));
		row.push(span(' '));
	}
	if (columns.likes > 0) {
		const room = columns.likes - cellWidth(glyphs.heart);
		const likes = post.likes === null || post.likes === 0 ? '' : glyphs.heart + shortCount(post.likes).padStart(room);
		row.push(span(likes.padEnd(columns.likes), 'likes'), span(' '));
	}
	return row;
}

function markOf({marks}: State, post: Post): string | null {
	for (const letter in marks) if (marks[letter] === post.id) return letter;
	return null;
}
