/**
The program: help, palette, leaving.
*/
import type {CommandId} from '../commands.ts';
import {openTopic} from '../listing.ts';
import {openPrompt, step} from '../prompt.ts';
import {isNarrow, peeled} from './layers.ts';
import type {Perform} from './perform.ts';

export const program = {
	help: model => step({...model.state, overlay: {type: 'help', top: 0}}),
	palette: model => openPrompt(model, 'command'),
	peel: model => step(peeled(model) ?? model.state),
	close: model => {
		const {state} = model;
		const onTop =
			state.overlay !== null ||
			state.search !== null ||
			state.place.focus === 'context' ||
			state.lens !== null ||
			openTopic(model) !== null;
		const inner = onTop || isNarrow(model) ? peeled(model) : null;
		return inner === null ? step(state, {type: 'quit'}) : step(inner);
	},
	quit: model => step(model.state, {type: 'quit'}),
	suspend: model => step(model.state, {type: 'suspend'}),
} satisfies Partial<Record<CommandId, Perform>>;
