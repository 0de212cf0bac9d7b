/**
Following: deeper, to what a post answers, and back.
*/

import type {PaneName} from '../../layout/panes.ts';
import type {CommandId} from '../commands.ts';
import {currentEntry, entriesOf} from '../entries.ts';
import {choosesTopic} from '../listing.ts';
import {bodyLines, currentPost, type Model, postSize} from '../model.ts';
import {goTo, jumpTo, placeNow, scrollTo, topLine, visitNow} from '../moves.ts';
import {note, type Step, step} from '../prompt.ts';
import {reveal} from '../reveal.ts';
import type {State} from '../state.ts';
import {chooseEntry} from './entry-moves.ts';
import {isNarrow, openTopicAt} from './layers.ts';
import type {Perform} from './perform.ts';

export const follow = {
	follow: model => goDeeper(model),
	answered: model => {
		const post = currentPost(model);
		if (post === null) return step(model.state);
		const parent = model.context.parentOf(post)?.post ?? null;
		if (parent !== null) return step(jumpTo(model, parent));
		return note(model, 'the dump does not say what this post answers');
	},
	'history.back': model => history(model, 'back'),
	'history.forward': model => history(model, 'forward'),
	'quote.next': model => entryBy(model, 1),
	'quote.previous': model => entryBy(model, -1),
} satisfies Partial<Record<CommandId, Perform>>;

function goDeeper(model: Model): Step {
	const {state} = model;
	const post = currentPost(model);
	if (post === null) return step(state);
	const focused = (focus: PaneName): Step => step({...state, place: {...placeNow(model), focus}});
	switch (state.place.focus) {
		case 'list':
			return choosesTopic(model) ? step(openTopicAt(model, post)) : focused('post');
		case 'post':
			return state.contextShown || isNarrow(model) ? focused('context') : step(state);
		case 'context': {
			const entry = currentEntry(entriesOf(model, post), state.entry);
			if (entry === null) return step(state);
			if (entry.post === null) return note(model, 'the source of these words is not in the dump');
			const jumped = jumpTo(model, entry.post);
			// Where one pane fills the screen, the post itself is shown and not what belongs to it.
			return step(isNarrow(model) ? {...jumped, place: {...jumped.place, focus: 'post'}} : jumped);
		}
	}
}

export function history(model: Model, direction: 'back' | 'forward'): Step {
	const {state} = model;
	const here = visitNow(model);
	const visits = state[direction];
	const visit = visits.at(-1);
	if (visit === undefined)
		return note(model, direction === 'back' ? 'nowhere to go back to' : 'nowhere to go forward to');
	const rest = visits.slice(0, -1);
	const moved =
		direction === 'back'
			? {...state, back: rest, forward: [...state.forward, here]}
			: {...state, forward: rest, back: [...state.back, here]};
	const there = goTo(moved, visit);
	// A search of then may have been left, or begun since.
	return step(visit.place.post === null ? there : reveal({...model, state: there}, visit.place.post));
}

function entryBy(model: Model, by: 1 | -1): Step {
	const post = currentPost(model);
	if (post === null) return step(model.state);
	const entries = entriesOf(model, post);
	if (entries.length === 0) return note(model, 'nothing is known of what this post quotes or answers');
	const chosen = model.state.entry === null && by === 1 ? (entries[0]?.key ?? null) : chooseEntry(model, by).entry;
	const state: State = {...model.state, entry: chosen};
	const quote = entries.find(entry => entry.key === chosen)?.quote ?? -1;
	const line = quote === -1 ? -1 : bodyLines(model, post).findIndex(one => one.quote === quote);
	const rows = postSize(model).rows;
	const top = topLine(model);
	return step(line === -1 || (line >= top && line < top + rows) ? state : scrollTo({...model, state}, line));
}
