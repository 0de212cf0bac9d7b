/**
Choosing an entry of the context pane.
*/
import {currentEntry, entriesOf} from '../entries.ts';
import {currentPost, type Model} from '../model.ts';
import type {State} from '../state.ts';

export function chooseEntry(model: Model, by: number): State {
	const post = currentPost(model);
	if (post === null) return model.state;
	const entries = entriesOf(model, post);
	const current = currentEntry(entries, model.state.entry);
	const index = current === null ? 0 : entries.indexOf(current);
	const chosen = entries[Math.max(0, Math.min(entries.length - 1, index + by))];
	return {...model.state, entry: chosen?.key ?? null};
}
