/**
The program: help, palette, leaving.
*/
import type {CommandId} from '../commands.ts';
import {openTopic} from '../listing.ts';
import {jumpToPercent} from '../moves.ts';
import {openPrompt, step} from '../prompt.ts';
import {isNarrow, peeled} from './layers.ts';
import type {Perform} from './perform.ts';

export const program = {
	help: model => step({...model.state, overlay: {type: 'help', top: 0}}),
	palette: model => openPrompt(model, 'command'),
	'file.follow': model => {
		const following = !model.state.following;
		const text = following ? 'following: what is added to the file appears here' : 'no longer following';
		const state = following ? jumpToPercent(model, 100) : model.state;
		return step({...state, following, notice: {level: 'note', text}}, {type: 'follow', on: following});
	},
	'file.reload': model =>
		step({...model.state, notice: {level: 'note', text: 'reading the file anew'}}, {type: 'reload'}),
	peel: model => step(peeled(model) ?? model.state),
	close: model => {
		const {state} = model;
		const onTop =
			state.overlay !== null ||
			state.search !== null ||
			state.place.focus === 'context' ||
			state.selected.size > 0 ||
			state.lens !== null ||
			openTopic(model) !== null;
		const inner = onTop || isNarrow(model) ? peeled(model) : null;
		return inner === null ? step(state, {type: 'quit'}) : step(inner);
	},
	quit: model => step(model.state, {type: 'quit'}),
	suspend: model => step(model.state, {type: 'suspend'}),
} satisfies Partial<Record<CommandId, Perform>>;
