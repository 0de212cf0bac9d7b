/**
The screen: panes, trees, lenses, what is folded and shown.
*/

import {type PaneName, panes} from '../../layout/panes.ts';
import type {CommandId} from '../commands.ts';
import {currentPost, type Model} from '../model.ts';
import {placeNow} from '../moves.ts';
import {note, type Step, step} from '../prompt.ts';
import type {State} from '../state.ts';
import {fold, foldAll, lookThrough, peopleOf, toggleTree} from '../tree-moves.ts';
import type {Perform} from './perform.ts';

export const screen = {
	tree: model => step(toggleTree(model)),
	'fold.close': model => step(fold(model, 'close')),
	'fold.open': model => step(fold(model, 'open')),
	'fold.toggle': model => step(fold(model, 'toggle')),
	'fold.all': model => step(foldAll(model, true)),
	'fold.none': model => step(foldAll(model, false)),
	'lens.conversation': model => {
		const people = peopleOf(model);
		if (people === null) return note(model, 'nobody is known to talk with this author here');
		return step(lookThrough(model, {type: 'conversation', people}));
	},
	'lens.chain': model => lensAtCursor(model, 'chain'),
	'lens.offspring': model => lensAtCursor(model, 'offspring'),
	'pane.next': model => step(paneBy(model, 1)),
	'pane.previous': model => step(paneBy(model, -1)),
	'list.wider': model => step({...model.state, share: Math.min(6, model.state.share + 1)}),
	'list.narrower': model => step({...model.state, share: Math.max(-6, model.state.share - 1)}),
	'context.toggle': model => {
		const contextShown = !model.state.contextShown;
		const {place} = model.state;
		const focus = !contextShown && place.focus === 'context' ? 'post' : place.focus;
		return step({...model.state, contextShown, place: {...place, focus}});
	},
	'quotes.fold': model => step({...model.state, quotesFolded: !model.state.quotesFolded}),
	raw: model => step({...model.state, raw: !model.state.raw, place: {...placeNow(model), scroll: 0}}),
	wrap: model => {
		const clipped = !model.state.clipped;
		const text = clipped ? 'long lines of code and tables are cut' : 'long lines of code and tables go on in the next';
		return note({...model, state: {...model.state, clipped}}, text);
	},
	reveal: model => step({...model.state, revealed: !model.state.revealed}),
	info: model => step({...model.state, overlay: {type: 'info', top: 0}}),
	mouse: model => {
		const mouse = !model.state.mouse;
		const text = mouse ? 'mouse on: wheel scrolls, click selects' : 'mouse off: the terminal selects text';
		return step({...model.state, mouse, notice: {level: 'note', text}}, {type: 'mouse', on: mouse});
	},
	redraw: model => step(model.state, {type: 'redraw'}),
} satisfies Partial<Record<CommandId, Perform>>;

function paneBy(model: Model, by: number): State {
	const {state} = model;
	const all = panes(state.size, state.place.focus, state.share, state.contextShown);
	const order: readonly PaneName[] =
		all.arrangement === 'narrow' || all.context !== null ? ['list', 'post', 'context'] : ['list', 'post'];
	const at = order.indexOf(state.place.focus);
	const focus = order[(at + by + order.length) % order.length] ?? 'list';
	return {...state, place: {...placeNow(model), focus}};
}

function lensAtCursor(model: Model, type: 'chain' | 'offspring'): Step {
	const post = currentPost(model);
	return step(post === null ? model.state : lookThrough(model, {type, post: post.id}));
}
