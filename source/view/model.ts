/**
The model: everything a screen is derived from.

`dump`, `context` and `engine` are what is known of the file so far; `state` is what the
person looking did. Selectors here answer the questions that commands and drawing share.
*/
import {type BodyLine, type Light, layoutBody} from '../layout/body.ts';
import type {Glyphs} from '../layout/glyphs.ts';
import {clamp, inside, type Panes, panes, type Size} from '../layout/panes.ts';
import {type Ground, type Row, span} from '../layout/span.ts';
import type {Engine, Match} from '../search/search.ts';
import {safeText} from '../text/safe-text.ts';
import {type Body, makeBody} from '../thread/body.ts';
import type {Context, ResolvedQuote} from '../thread/context.ts';
import type {Dump} from '../thread/dump.ts';
import type {Post, PostId} from '../thread/post.ts';
import {shownAuthor} from './author.ts';
import type {Keymap} from './keymap.ts';
import {firstLineOf, lineCount, lineOf} from './list-lines.ts';
import {listing} from './listing.ts';
import type {ReadLog} from './read-log.ts';
import type {State} from './state.ts';

export type Model = {
	readonly dump: Dump;
	readonly context: Context;
	readonly engine: Engine;
	readonly keymap: Keymap;
	readonly glyphs: Glyphs;
	readonly read: ReadLog;
	readonly state: State;
};

export function panesOf({state}: Model): Panes {
	return panes(state.size, state.place.focus, state.share, state.contextShown);
}

/** The post at the cursor: the first one until somebody moved, `null` for an empty list. */
export function currentPost(model: Model): Post | null {
	const {dump, state} = model;
	const index = state.place.post === null ? -1 : dump.indexOf(state.place.post);
	const rows = listing(model);
	if (index !== -1 && (rows.count === 0 || rows.rowOf(index) !== -1)) return dump.posts[index] ?? null;
	return dump.posts[rows.at(0)] ?? dump.posts[index] ?? null;
}

export function postById({dump}: Model, id: PostId | null): Post | null {
	return id === null ? null : (dump.posts[dump.indexOf(id)] ?? null);
}

/** The row of the cursor, or -1 in an empty list. */
export function cursorRow(model: Model): number {
	const post = currentPost(model);
	return post === null ? -1 : listing(model).rowOf(model.dump.indexOf(post.id));
}

/** The line at the top of the list: where it was, moved as little as keeps the cursor in view. */
export function listTop(model: Model, height: number): number {
	const rows = listing(model);
	const cursor = lineOf(rows, Math.max(0, cursorRow(model)));
	const {top} = model.state.place;
	const wanted = top === null ? 0 : firstLineOf(rows, rows.rowOf(model.dump.indexOf(top)));
	// Lines above and below the cursor stay in sight, as far as there is room.
	const margin = Math.min(2, Math.floor((height - 1) / 2));
	const start = wanted === -1 ? cursor - Math.floor(height / 2) : wanted;
	const shown = clamp(start, cursor + margin - height + 1, cursor - margin);
	return clamp(shown, 0, lineCount(rows) - height);
}

/** The cells inside the list, whether or not it is on screen. */
export function listSize(model: Model): Size {
	const rect = panesOf(model).list;
	return rect === null
		? {columns: model.state.size.columns - 2, rows: Math.max(1, model.state.size.rows - 4)}
		: inside(rect);
}

/** The cells inside the post pane that hold the body, whether or not it is on screen. */
export function postSize(model: Model): Size {
	const rect = panesOf(model).post;
	const size = rect === null ? {columns: model.state.size.columns - 2, rows: model.state.size.rows - 4} : inside(rect);
	return {columns: Math.max(1, size.columns - 2), rows: Math.max(1, size.rows)};
}

const layouts = new WeakMap<Body, {key: string; lines: readonly BodyLine[]}>();

/** Lines longer than this are hard to read; wider panes leave the rest blank. */
const mostColumns = 100;

/** A post's body laid out for the post pane. Kept as long as size and folds stay. */
export function bodyLines(model: Model, post: Post): readonly BodyLine[] {
	const body = model.state.raw ? rawBody(post) : model.dump.body(post);
	const {quotesFolded, revealed, clipped} = model.state;
	const width = Math.min(mostColumns, postSize(model).columns);
	// Where quotes are from may still become known, until the context has read the post.
	const {covered} = model.context;
	const known = covered > model.dump.indexOf(post.id) ? 'all' : covered;
	const key = `${width} ${quotesFolded} ${revealed} ${clipped} ${model.glyphs.bar} ${known}`;
	const kept = layouts.get(body);
	if (kept?.key === key) return kept.lines;
	const quotes = model.context.quotesOf(post);
	const lines = layoutBody(body, {
		width,
		quotesFolded,
		revealed,
		clipped,
		glyphs: model.glyphs,
		quoteLabel: index => quoteLabel(model, quotes[index]),
	});
	layouts.set(body, {key, lines});
	return lines;
}

const rawBodies = new WeakMap<Post, Body>();

/** A post's raw text as one block that keeps its lines. Mail is bytes until it is read, so it is made safe here. */
function rawBody(post: Post): Body {
	let body = rawBodies.get(post);
	if (body === undefined) {
		body = makeBody([{type: 'code', language: null, text: safeText(post.raw).text}]);
		rawBodies.set(post, body);
	}
	return body;
}

/** Whose words a quote holds and from where: `grace ↖ #10 exact`. */
function quoteLabel(model: Model, quote: ResolvedQuote | undefined): Row {
	if (quote === undefined) return [];
	const source = postById(model, quote.post);
	const author = quote.author ?? (source === null ? null : (shownAuthor(model, source)?.text ?? null));
	const row = author === null ? [] : [span(author, {tone: 'author'})];
	if (source === null) return row;
	return [...row, span(`${author === null ? '' : ' '}${model.glyphs.quoted}${postLabel(source)}`, 'faint')];
}

/** A post's short name: `#12`, or its id where it has no number. */
export function postLabel(post: Post): string {
	return post.number === null ? post.id : `#${post.number}`;
}

/** The line of the body at the top of the post pane. */
export function scrolledLine(lines: readonly BodyLine[], scroll: number, height: number): number {
	let low = 0;
	let high = lines.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((lines[middle]?.position ?? 0) <= scroll) low = middle + 1;
		else high = middle;
	}
	return clamp(low - 1, 0, Math.max(0, lines.length - height));
}

/** Where the search matches a post; empty without a search. */
export function matchesOf({engine, state}: Model, post: Post): readonly Match[] {
	const {search} = state;
	if (search === null || search.query.trim() === '') return noMatches;
	let known = matchMemo.get(engine);
	const key = `${search.mode} ${search.query}`;
	if (known?.key !== key) {
		known = {key, matches: new Map()};
		matchMemo.set(engine, known);
	}
	let matches = known.matches.get(post);
	if (matches === undefined) {
		matches = engine.matches(search.query, post, search.mode);
		known.matches.set(post, matches);
	}
	return matches;
}

const noMatches: readonly Match[] = [];

/** The matches of the posts that were on screen for the latest query. */
const matchMemo = new WeakMap<Engine, {readonly key: string; readonly matches: Map<Post, readonly Match[]>}>();

/** The matches of a post that its body shows, in the order of its lines. */
export function bodyLights(model: Model, post: Post): readonly Light[] {
	const current = currentMatch(model, post);
	return bodyMatches(model, post).map(match => ({
		quote: match.field === 'quote' ? match.index : -1,
		start: match.start,
		end: match.end,
		ground: match === current ? 'hit-current' : 'hit',
	}));
}

function bodyMatches(model: Model, post: Post): readonly Match[] {
	return matchesOf(model, post).filter(match => match.field !== 'author');
}

/** The match that stands out: one of the body's of the post at the cursor, or its author's where only that matches. */
export function currentMatch(model: Model, post: Post): Match | null {
	const {search} = model.state;
	if (search === null || currentPost(model)?.id !== post.id) return null;
	const inBody = bodyMatches(model, post);
	return (inBody.length > 0 ? inBody[search.match] : matchesOf(model, post)[0]) ?? null;
}

/** The ground under an author's name, where the search found it. */
export function authorGround(model: Model, post: Post): {readonly ground?: Ground} {
	const found = matchesOf(model, post).filter(match => match.field === 'author');
	if (found.length === 0) return {};
	const current = currentMatch(model, post);
	return {ground: found.some(match => match === current) ? 'hit-current' : 'hit'};
}

/** The line of the body that shows a light, or -1. */
export function lineOfLight(body: Body, lines: readonly BodyLine[], light: Light): number {
	return lines.findIndex(line =>
		line.line.some(piece => {
			const place = piece.run.leaf === null ? undefined : body.places.get(piece.run.leaf);
			if (place === undefined || place.quote !== light.quote) return false;
			return place.start + piece.from <= light.start && light.start < place.start + piece.to;
		}),
	);
}
