/**
Revealing: what hides a post from the list is taken away, and nothing more.
*/
import type {PostId} from '../thread/post.ts';
import {forestOf} from './forest.ts';
import {listing} from './listing.ts';
import type {Model} from './model.ts';
import type {State} from './state.ts';

/** @returns A state in which the post has a row of its own: without narrowing, lens or folds that hid it. */
export function reveal(model: Model, id: PostId): State {
	let {state} = model;
	const index = model.dump.indexOf(id);
	const isListed = () => listing({...model, state}).rowOf(index) !== -1;
	if (!isListed() && state.search !== null) state = {...state, search: {...state.search, narrowed: false}};
	if (!isListed()) state = {...state, lens: null};
	return state.tree && state.folded.size > 0 ? {...state, folded: unfolded({...model, state}, id)} : state;
}

/** The folds that are left when every one that hides a post is open. */
function unfolded({dump, context, state}: Model, id: PostId): ReadonlySet<PostId> {
	const {parent} = forestOf(dump, context);
	const above = new Set<PostId>();
	for (let at = parent[dump.indexOf(id)] ?? -1; at !== -1; at = parent[at] ?? -1) {
		const post = dump.posts[at];
		if (post !== undefined && state.folded.has(post.id)) above.add(post.id);
	}
	return above.size === 0 ? state.folded : new Set([...state.folded].filter(one => !above.has(one)));
}
