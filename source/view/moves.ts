/**
Moves: the ways from one place to another. Each returns a new state; the rows they
reckon with are derived, what they store are ids and places in texts.
*/
import {clamp} from '../layout/panes.ts';
import type {PostId} from '../thread/post.ts';
import {rowFrom} from './list-lines.ts';
import {listing} from './listing.ts';
import {
	bodyLights,
	bodyLines,
	currentPost,
	cursorRow,
	lineOfLight,
	listSize,
	listTop,
	type Model,
	postById,
	postLabel,
	postSize,
	scrolledLine,
} from './model.ts';
import {reveal} from './reveal.ts';
import type {Place, State, Visit} from './state.ts';

const mostHistory = 200;

/** Where somebody is, with what is derived made plain, so that it can be returned to exactly. */
export function placeNow(model: Model): Place {
	const {place} = model.state;
	const rows = listing(model);
	const top = model.dump.posts[rows.at(rowFrom(rows, listTop(model, listSize(model).rows)) ?? -1)];
	return {...place, post: currentPost(model)?.id ?? null, top: top?.id ?? place.top};
}

/** The same with what the list shows, for the way back. */
export function visitNow(model: Model): Visit {
	const {entry, tree, folded, lens, search} = model.state;
	const hits = search === null ? null : {narrowed: search.narrowed, order: search.order, match: search.match};
	return {place: placeNow(model), entry, tree, folded, lens, hits};
}

/** Put the cursor on a post, read from its top or from its first match. */
export function moveTo(model: Model, id: PostId): State {
	const {state} = model;
	const here = placeNow(model);
	if (here.post === id) return {...state, place: here};
	// Whoever goes to a post of another topic has that topic open.
	const topic = here.topic === null ? null : (postById(model, id)?.topic ?? here.topic);
	const moved: State = {
		...state,
		place: {...here, topic, post: id, scroll: 0},
		entry: null,
		search: state.search === null ? null : {...state.search, match: 0},
	};
	return showMatch({...model, state: moved});
}

/** Scroll the post so that the match that stands out is in sight. */
export function showMatch(model: Model): State {
	const {state} = model;
	const post = currentPost(model);
	if (post === null || state.search === null) return state;
	const light = bodyLights(model, post)[state.search.match];
	if (light === undefined) return state;
	const lines = bodyLines(model, post);
	const line = lineOfLight(model.dump.body(post), lines, light);
	const {rows} = postSize(model);
	const top = scrolledLine(lines, state.place.scroll, rows);
	if (line === -1 || (line >= top && line < top + rows)) return state;
	return scrollTo(model, Math.max(0, line - Math.floor(rows / 3)));
}

/** Move the cursor by rows of the list; stops at its ends. */
export function moveBy(model: Model, by: number): State {
	return moveToRow(model, cursorRow(model) + by);
}

export function moveToRow(model: Model, row: number): State {
	const rows = listing(model);
	const post = model.dump.posts[rows.at(clamp(row, 0, rows.count - 1))];
	return post === undefined || rows.count === 0 ? model.state : moveTo(model, post.id);
}

/** Jump: like a move, but the way back is remembered. */
export function jumpTo(model: Model, id: PostId): State {
	const here = visitNow(model);
	if (here.place.post === id) return model.state;
	const remembered: State = {...model.state, back: [...model.state.back, here].slice(-mostHistory), forward: []};
	return moveTo({...model, state: reveal({...model, state: remembered}, id)}, id);
}

/** Jump to the post with a number, or to the nearest one, and say so. */
export function jumpToNumber(model: Model, number: number): State {
	const id = postNumbered(model, number);
	if (id === null) return model.state;
	const state = jumpTo(model, id);
	const reached = postById(model, id);
	if (reached === null || reached.number === number) return state;
	return {...state, notice: {level: 'note', text: `there is no post ${number}; ${postLabel(reached)} is the nearest`}};
}

/** Jump to a part of the list. */
export function jumpToPercent(model: Model, percent: number): State {
	const rows = listing(model);
	const post = model.dump.posts[rows.at(Math.floor(((rows.count - 1) * Math.min(100, percent)) / 100))];
	return post === undefined ? model.state : jumpTo(model, post.id);
}

/** Return to where one was exactly: its post, pane, scroll and entry, the list's rows and the first one on screen. */
export function goTo(state: State, {hits, ...seen}: Visit): State {
	const {search} = state;
	return {...state, ...seen, search: search === null || hits === null ? search : {...search, ...hits}};
}

/** Scroll the post to a line of its layout. */
export function scrollTo(model: Model, line: number): State {
	const post = currentPost(model);
	if (post === null) return model.state;
	const lines = bodyLines(model, post);
	const top = clamp(line, 0, Math.max(0, lines.length - postSize(model).rows));
	return {...model.state, place: {...placeNow(model), scroll: top === 0 ? 0 : (lines[top]?.position ?? 0)}};
}

export function scrollBy(model: Model, by: number): State {
	return scrollTo(model, topLine(model) + by);
}

/** The line of the post at the top of its pane. */
export function topLine(model: Model): number {
	const post = currentPost(model);
	return post === null ? 0 : scrolledLine(bodyLines(model, post), model.state.place.scroll, postSize(model).rows);
}

/** Whether the post's last line is in sight. */
export function atPostEnd(model: Model): boolean {
	const post = currentPost(model);
	return post === null || topLine(model) + postSize(model).rows >= bodyLines(model, post).length;
}

/** The nearest post in a direction that answers a question, by index; `null` if there is none. */
export function seek(model: Model, direction: 1 | -1, wanted: (index: number) => boolean): PostId | null {
	const rows = listing(model);
	for (let row = cursorRow(model) + direction; row >= 0 && row < rows.count; row += direction) {
		if (wanted(rows.at(row))) return model.dump.posts[rows.at(row)]?.id ?? null;
	}
	return null;
}

/** The post with a number, in the topic at the cursor; else the nearest number below it. */
export function postNumbered(model: Model, number: number): PostId | null {
	const topic = currentPost(model)?.topic;
	let best: {id: PostId; number: number} | null = null;
	for (const post of model.dump.posts) {
		if (post.topic !== topic || post.number === null) continue;
		if (post.number === number) return post.id;
		if (post.number < number && (best === null || post.number > best.number)) best = {id: post.id, number: post.number};
	}
	return best?.id ?? postById(model, model.dump.posts[0]?.id ?? null)?.id ?? null;
}
