/**
The context pane: what the post at the cursor quotes and answers, and what came of it.
*/
import {type BodyLine, type Light, layoutBody, paintLine} from '../../layout/body.ts';
import {drawBox} from '../../layout/box.ts';
import type {Glyphs} from '../../layout/glyphs.ts';
import {clamp, inside, type Rect} from '../../layout/panes.ts';
import type {Look} from '../../layout/span.ts';
import {type Row, type Span, span, spreadRow} from '../../layout/span.ts';
import {wrap} from '../../layout/wrap.ts';
import type {Body} from '../../thread/body.ts';
import type {Post} from '../../thread/post.ts';
import {currentEntry, type Entry, type EntryKind, entriesOf, isCovered} from '../entries.ts';
import {currentPost, type Model, panesOf, postById, postLabel} from '../model.ts';

/** A row of the pane and the entry it belongs to. */
type EntryRow = {readonly row: Row; readonly entry: string | null};

/** Rows of a quoted post's words that are shown around the quoted ones. */
const sourceRows = 7;
const previewRows = 2;

/** Draw the context of the post at the cursor into its rectangle. */
export function contextPane(model: Model, rect: Rect): readonly Row[] {
	const focused = model.state.place.focus === 'context' && model.state.prompt === null;
	const {rows, top} = shown(model, rect);
	return drawBox(
		{
			size: rect,
			title: [span('context', focused ? 'border-focus' : 'border')],
			focused,
			rows: rows.slice(top, top + inside(rect).rows).map(one => one.row),
		},
		model.glyphs,
	);
}

/** The key of the entry that an inner row of the pane shows, for the mouse. */
export function contextRowEntry(model: Model, innerRow: number): string | null {
	const rect = panesOf(model).context;
	if (rect === null) return null;
	const {rows, top} = shown(model, rect);
	return rows[top + innerRow]?.entry ?? null;
}

/** All rows of the pane, and the first one on screen: the chosen entry is kept in sight. */
function shown(model: Model, rect: Rect): {readonly rows: readonly EntryRow[]; readonly top: number} {
	const size = inside(rect);
	const post = currentPost(model);
	const rows = post === null ? [] : contextRows(model, post, size.columns);
	const chosen = model.state.entry;
	const first = chosen === null ? -1 : rows.findIndex(one => one.entry === chosen);
	const last = chosen === null ? -1 : rows.findLastIndex(one => one.entry === chosen);
	if (first === -1) return {rows, top: 0};
	// The heading above an entry belongs to it.
	const above = first > 0 && rows[first - 1]?.entry === null ? first - 1 : first;
	const top = last < size.rows ? 0 : Math.min(above, last - size.rows + 1 + Math.floor(size.rows / 3));
	return {rows, top: clamp(top, 0, Math.max(0, rows.length - size.rows))};
}

const headings: Readonly<Record<EntryKind, string>> = {
	quote: 'quotes',
	parent: 'answers',
	answer: 'answered by',
	backlink: 'quoted by',
	outside: 'in quotation marks, source not in the dump',
	related: 'earlier posts sharing rare words',
	before: 'before and after',
	after: 'before and after',
};

function contextRows(model: Model, post: Post, width: number): readonly EntryRow[] {
	const entries = entriesOf(model, post);
	const rows: EntryRow[] = [];
	if (entries.length === 0) {
		const said = isCovered(model, post) ? 'nothing known' : model.glyphs.ellipsis;
		rows.push({row: [], entry: null}, {row: [span(`  ${said}`, 'faint')], entry: null});
		return rows;
	}
	const chosen = currentEntry(entries, model.state.entry);
	const focused = model.state.place.focus === 'context';
	let heading = '';
	for (const entry of entries) {
		const wanted = headings[entry.kind];
		if (wanted !== heading) {
			if (rows.length > 0) rows.push({row: [], entry: null});
			const down = entry.kind === 'answer' || entry.kind === 'backlink';
			const arrow = down
				? model.glyphs.down
				: entry.kind === 'quote' || entry.kind === 'parent'
					? model.glyphs.up
					: model.glyphs.dot;
			rows.push({row: [span(`${arrow} `, 'accent'), span(wanted, {tone: 'heading', bold: true})], entry: null});
			heading = wanted;
		}
		const isChosen = entry === chosen && (focused || model.state.entry !== null);
		for (const row of entryRows(model, entry, isChosen, width)) rows.push({row, entry: entry.key});
	}
	return rows;
}

function entryRows(model: Model, entry: Entry, isChosen: boolean, width: number): readonly Row[] {
	const {glyphs} = model;
	const cursor: Span = span(isChosen ? glyphs.cursor : ' ', 'accent');
	const source = postById(model, entry.post);
	const head: Span[] = [cursor, span(' ')];
	if (source !== null) head.push(span(postLabel(source), {tone: 'number', bold: isChosen}), span(' '));
	if (entry.author !== null) head.push(span(entry.author, {tone: 'author', bold: isChosen}));
	const carrier = postById(model, entry.through);
	if (carrier !== null) head.push(span(` through ${postLabel(carrier)}`, 'faint'));
	const basis = entry.kind === 'quote' && source === null ? 'source not found' : entry.basis;
	const end: Row =
		basis === null ? [] : [span(basis, basis === 'exact' || basis === 'stated' ? 'good' : 'faint'), span(' ')];
	const rows: Row[] =
		source === null && entry.author === null && basis === null ? [] : [spreadRow(head, end, width, glyphs.ellipsis)];
	const indent = 2;
	const room = Math.max(1, width - indent - 1);
	const body =
		source === null || entry.kind === 'outside'
			? ownWords(entry, room, glyphs.ellipsis)
			: sourceWords(model, source, entry, room);
	const lines =
		body.length > 0 && rows.length === 0
			? [[cursor, span(' '), ...(body[0] ?? [])], ...body.slice(1).map(line => [span('  '), ...line])]
			: body.map(line => [span('  '), ...line]);
	if (entry.kind === 'related') rows.push([span('  '), span(entry.words, {tone: 'faint', italic: true})]);
	return [...rows, ...lines];
}

function ownWords(entry: Entry, width: number, ellipsis: string): readonly Row[] {
	const look: Look = {tone: 'quote', italic: true};
	const lines = wrap([{text: entry.words, look, leaf: null}], width);
	const cut = lines.slice(0, sourceRows);
	return cut.map((line, index) => [
		...line.map(piece => ({...look, text: piece.shown, width: piece.width})),
		...(index === cut.length - 1 && lines.length > cut.length ? [span(` ${ellipsis}`, 'faint')] : []),
	]);
}

/** The words of the post an entry leads to; for a quote those around the quoted ones, which are lit. */
function sourceWords(model: Model, source: Post, entry: Entry, width: number): readonly Row[] {
	const body = model.dump.body(source);
	const lines = sourceLines(body, width, model.glyphs);
	const lights: readonly Light[] =
		entry.span === null ? [] : [{quote: -1, start: entry.span[0], end: entry.span[1], ground: 'quoted'}];
	const most = entry.kind === 'quote' || entry.kind === 'parent' ? sourceRows : previewRows;
	const lit =
		lights.length === 0
			? -1
			: lines.findIndex(line => paintLine(body, line, lights).some(part => part.ground === 'quoted'));
	const from = lit <= 1 || lines.length <= most ? 0 : clamp(lit - 1, 0, lines.length - most);
	const cut = lines.slice(from, from + most);
	return cut.map((line, index) => {
		const row = paintLine(body, line, lights);
		const faint =
			entry.kind === 'quote' || entry.kind === 'parent'
				? row
				: row.map(part => ({...part, tone: part.tone === 'text' ? ('faint' as const) : part.tone}));
		const more = index === cut.length - 1 && from + most < lines.length;
		return more ? [...faint, span(` ${model.glyphs.ellipsis}`, 'faint')] : faint;
	});
}

type Laid = {readonly width: number; readonly glyphs: Glyphs; readonly lines: readonly BodyLine[]};

/** Lines of bodies as they were laid out last: posts beside each other lead to the same ones. */
const laid = new WeakMap<Body, Laid>();

/** A post's own words, without the lines that hold none. */
function sourceLines(body: Body, width: number, glyphs: Glyphs): readonly BodyLine[] {
	const last = laid.get(body);
	if (last?.width === width && last.glyphs === glyphs) return last.lines;
	const options = {width, quotesFolded: true, revealed: false, glyphs, quoteLabel: () => []};
	const lines = layoutBody(body, options).filter(
		({line, label, quote}) => quote === -1 && (line.length > 0 || label !== undefined),
	);
	laid.set(body, {width, glyphs, lines});
	return lines;
}
