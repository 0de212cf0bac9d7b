/**
Link hints: letters on the links in sight, each of which opens its link.

Labels are derived from what the post pane shows, so they are right after any scroll or resize. An address has one
label, where it is first seen: on the words of its link, or in its footnote where only that is in sight.
*/
import {rowWidth} from '../layout/span.ts';
import type {Piece} from '../layout/wrap.ts';
import type {Body, Place} from '../thread/body.ts';
import {bodyLines, currentPost, type Model, panesOf, postSize} from './model.ts';
import {placeNow, scrollBy, topLine} from './moves.ts';
import {note, type Step, step} from './prompt.ts';

export type Hint = {
	/** Lower-case letters; none is the beginning of another. */
	readonly label: string;
	readonly url: string;
	/** The row of the post pane it stands in, and the cell of the body's line where its link begins. */
	readonly row: number;
	readonly column: number;
};

/** The keys under the fingers first. */
const letters = 'asdfghjklqwertyuiopzxcvbnm';

/** The links in sight, from top to bottom. Empty where none is. */
export function hintsInSight(model: Model): readonly Hint[] {
	const post = currentPost(model);
	if (post === null || model.state.raw) return [];
	const body = model.dump.body(post);
	const addressOf = addressFinder(body);
	const top = topLine(model);
	const found = new Map<string, {readonly row: number; readonly column: number}>();
	const lines = bodyLines(model, post).slice(top, top + postSize(model).rows);
	for (const [row, {prefix, line}] of lines.entries()) {
		let column = rowWidth(prefix);
		for (const piece of line) {
			const url = addressOf(piece);
			if (url !== null && !found.has(url)) found.set(url, {row, column});
			column += piece.width;
		}
	}
	const labels = labelsFor(found.size);
	return [...found].map(([url, at], index) => ({label: labels[index] ?? '', url, ...at}));
}

/** Labels as short as so many links allow, all of one length. */
export function labelsFor(count: number): readonly string[] {
	let labels: readonly string[] = Array.from(letters);
	while (labels.length < count) labels = labels.flatMap(label => Array.from(letters, letter => label + letter));
	return labels.slice(0, count);
}

/** The address that a piece of a line leads to, or `null`. */
function addressFinder(body: Body): (piece: Piece) => string | null {
	const urls = new Set(body.links.map(link => link.url));
	const covers = (place: Place, length: number, at: Place, end: number) =>
		place.quote === at.quote && place.start < end && place.start + length > at.start;
	return ({run, from, to}) => {
		// Words of our own that are an address: a footnote, what a preview leads to.
		if (run.leaf === null) return urls.has(run.text) ? run.text : null;
		const place = body.places.get(run.leaf);
		if (place === undefined || from === to) return null;
		const at = {quote: place.quote, start: place.start + from};
		const end = place.start + to;
		const link = body.links.find(one => covers(one.place, one.text.length, at, end));
		if (link !== undefined) return link.url;
		return body.images.find(one => one.url !== null && covers(one.place, 1, at, end))?.url ?? null;
	};
}

/** Label the links in sight; where the post is not on screen, go to it. */
export function showHints(model: Model): Step {
	const {state} = model;
	const post = currentPost(model);
	if (post === null) return step(state);
	const isSeen = panesOf(model).post !== null;
	const seen: Model = isSeen ? model : {...model, state: {...state, place: {...placeNow(model), focus: 'post'}}};
	if (hintsInSight(seen).length > 0) return step({...seen.state, hints: ''});
	const {links} = model.dump.body(post);
	if (links.length === 0) return note(model, 'no link in this post');
	return note(
		seen,
		state.raw ? 'links have labels in the post as it is read: r shows it' : 'no link in sight: scroll on',
	);
}

/** A key while links have labels. Letters choose, arrows and pages scroll, any other key leaves. */
export function hintKey(model: Model, typed: string, chord: string): Step {
	const {state} = model;
	if (/^[a-z]$/i.test(chord)) return chooseHint(model, typed + chord);
	const page = Math.max(1, postSize(model).rows - 2);
	const rows = new Map([
		['down', 1],
		['up', -1],
		['pagedown', page],
		['space', page],
		['pageup', -page],
	]).get(chord);
	if (rows !== undefined) return step({...scrollBy(model, rows), hints: ''});
	if (chord === 'backspace' && typed !== '') return step({...state, hints: ''});
	return step({...state, hints: null});
}

/** An upper-case letter anywhere in the label copies. */
function chooseHint(model: Model, typed: string): Step {
	const {state} = model;
	const label = typed.toLowerCase();
	const fitting = hintsInSight(model).filter(hint => hint.label.startsWith(label));
	const [hint] = fitting;
	if (hint === undefined) return note({...model, state: {...state, hints: ''}}, `no link has the label ${typed}`);
	if (hint.label !== label) return step({...state, hints: typed});
	const chosen: Model = {...model, state: {...state, hints: null}};
	if (typed === label) return step(note(chosen, hint.url).state, {type: 'open', url: hint.url});
	return step(note(chosen, `copied: ${hint.url}`).state, {type: 'copy', text: hint.url});
}
