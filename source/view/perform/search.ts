/**
Searching: from match to match, and how the hits are listed.
*/
import {postsAuthor} from '../author.ts';
import type {CommandId} from '../commands.ts';
import {hits} from '../listing.ts';
import {bodyLights, currentPost, type Model} from '../model.ts';
import {moveTo, showMatch} from '../moves.ts';
import {note, openPrompt, openSearch, type Step, step} from '../prompt.ts';
import {reveal} from '../reveal.ts';
import type {State} from '../state.ts';
import type {Perform} from './perform.ts';

export const search = {
	'search.open': model => openPrompt(model, 'search'),
	'match.next': model => matchBy(model, 1),
	'match.previous': model => matchBy(model, -1),
	'search.order': model => {
		const {search} = model.state;
		if (search === null) return note(model, 'no search to order');
		const order = search.order === 'thread' ? 'relevance' : 'thread';
		const state: State = {...model.state, search: {...search, order}};
		return step({
			...state,
			notice: {level: 'note', text: `hits in the order of ${order === 'thread' ? 'the thread' : 'relevance'}`},
		});
	},
	'search.narrow': model => {
		const {search} = model.state;
		return search === null
			? note(model, 'no search to narrow the list to')
			: step({...model.state, search: {...search, narrowed: !search.narrowed}});
	},
	'search.author': model => {
		const post = currentPost(model);
		const author = post === null ? null : postsAuthor(post);
		if (author === null) return note(model, 'the author of this post is not known');
		const query = /\s/.test(author) ? `author:"${author}"` : `author:${author}`;
		return openSearch(model, query);
	},
} satisfies Partial<Record<CommandId, Perform>>;

function matchBy(model: Model, direction: 1 | -1): Step {
	const {state} = model;
	const {search} = state;
	const found = hits(model);
	if (search === null || found === null) return note(model, 'no search: / begins one');
	if (found.count === 0) return note(model, `nothing matches ${search.query}`);
	const post = currentPost(model);
	if (post === null) return step(state);
	const index = model.dump.indexOf(post.id);
	const row = found.rowOf(index);
	const match = search.match + direction;
	if (row !== -1 && match >= 0 && match < bodyLights(model, post).length) {
		return step(showMatch({...model, state: {...state, search: {...search, match}}}));
	}
	const next = row === -1 ? nearestHit(found, index, direction) : row + direction;
	const wrapped = next < 0 || next >= found.count;
	const target = model.dump.posts[found.at((next + found.count) % found.count)];
	if (target === undefined) return step(state);
	const jumped = moveTo({...model, state: reveal(model, target.id)}, target.id);
	const last = direction === -1 ? Math.max(0, bodyLights({...model, state: jumped}, target).length - 1) : 0;
	const settled = jumped.search === null ? jumped : {...jumped, search: {...jumped.search, match: last}};
	const shown = showMatch({...model, state: settled});
	const text = direction === 1 ? 'past the last match: on from the first' : 'past the first match: on from the last';
	return step(wrapped && found.count > 1 ? {...shown, notice: {level: 'note', text}} : shown);
}

function nearestHit(
	found: {readonly count: number; readonly at: (row: number) => number},
	index: number,
	direction: 1 | -1,
): number {
	let row = 0;
	while (row < found.count && found.at(row) < index) row++;
	return direction === 1 ? row : row - 1;
}
