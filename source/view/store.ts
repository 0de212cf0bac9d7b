/**
The store: holds the model, lets events change it, hands effects on. It knows no framework.
*/
import type {Effect, Event} from './effects.ts';
import {currentPost, type Model} from './model.ts';
import {update} from './update.ts';

export type Store = {
	readonly model: () => Model;
	/** Let an event happen: subscribers are told if the state changed, then effects are carried out. */
	readonly dispatch: (event: Event) => void;
	/** Put newer knowledge of the dump in place; the state stays. */
	readonly learn: (known: Partial<Omit<Model, 'state'>>) => void;
	readonly subscribe: (listener: () => void) => () => void;
};

/**
@param first - The model to begin with.
@param carryOut - Does what an effect asks for. May dispatch.
*/
export function createStore(first: Model, carryOut: (effect: Effect) => void): Store {
	let model = first;
	const listeners = new Set<() => void>();
	const tell = () => {
		for (const listener of listeners) listener();
	};
	return {
		model: () => model,
		dispatch: event => {
			const {state, effects} = update(model, event);
			// A post that is left has been read; one that is known by another id now was not left.
			const isLeft = event.type !== 'renewed' && state.place.post !== model.state.place.post;
			if (isLeft) model.read.leave(model.dump.indexOf(currentPost(model)?.id ?? ''));
			if (state !== model.state || event.type === 'progress') {
				model = {...model, state};
				tell();
			}
			for (const effect of effects) carryOut(effect);
		},
		learn: known => {
			model = {...model, ...known};
			tell();
		},
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
