/**
Moves along the trees of answers: folding, siblings, roots, and the lenses that show a
part of them.
*/
import type {PostId} from '../thread/post.ts';
import {type Forest, forestOf} from './forest.ts';
import type {Lens} from './lens.ts';
import {lineOf, rowFrom} from './list-lines.ts';
import {listing} from './listing.ts';
import {currentPost, cursorRow, listSize, listTop, type Model} from './model.ts';
import {jumpTo, moveTo, placeNow} from './moves.ts';
import type {State} from './state.ts';

function forest({dump, context}: Model): Forest {
	return forestOf(dump, context);
}

/** Flat or as trees; the post at the cursor stays on its row of the screen. */
export function toggleTree(model: Model): State {
	return onSameRow(model, {...model.state, tree: !model.state.tree});
}

/**
Fold or unfold the answers of the post at the cursor. Folding a post without open answers folds
the one it answers, and goes there.
*/
export function fold(model: Model, how: 'close' | 'open' | 'toggle'): State {
	const post = currentPost(model);
	if (post === null || !model.state.tree) return model.state;
	const {folded} = model.state;
	const trees = forest(model);
	const index = model.dump.indexOf(post.id);
	const hasAnswers = (trees.descendants[index] ?? 0) > 0;
	const isFolded = folded.has(post.id);
	if (how === 'open' || (how === 'toggle' && isFolded)) {
		return isFolded ? onSameRow(model, {...model.state, folded: without(folded, post.id)}) : model.state;
	}
	if (hasAnswers && !isFolded) return onSameRow(model, {...model.state, folded: new Set([...folded, post.id])});
	const parent = model.dump.posts[trees.parent[index] ?? -1];
	if (parent === undefined) return model.state;
	return moveTo(model, parent.id);
}

/** Fold every post that has answers, or none. */
export function foldAll(model: Model, closed: boolean): State {
	const {posts} = model.dump;
	const folded: ReadonlySet<PostId> = closed ? forest(model).answeredRoots : new Set();
	const next: State = {...model.state, tree: true, folded};
	const post = currentPost(model);
	if (!closed || post === null) return onSameRow(model, next);
	const rows = listing({...model, state: next});
	const shown = posts[rows.at(rows.rowOf(model.dump.indexOf(post.id)))];
	return onSameRow(model, shown === undefined ? next : {...next, place: {...next.place, post: shown.id, scroll: 0}});
}

/** The next or previous answer to the same post; with `roots`, the next post that answers none. */
export function kin(model: Model, direction: 1 | -1, roots: boolean): State | null {
	const post = currentPost(model);
	if (post === null) return null;
	const trees = forest(model);
	const {posts} = model.dump;
	const from = model.dump.indexOf(post.id);
	const wanted = roots ? -1 : (trees.parent[from] ?? -1);
	for (let at = from + direction; at >= 0 && at < posts.length; at += direction) {
		const other = posts[at];
		if (other === undefined || other.topic !== post.topic || trees.parent[at] !== wanted) continue;
		if (listing(model).rowOf(at) === -1) continue;
		return jumpTo(model, other.id);
	}
	return null;
}

/** Look at a part of the conversation alone; `null` takes the lens away. The post stays on its row. */
export function lookThrough(model: Model, lens: Lens | null): State {
	return onSameRow(model, {...model.state, lens});
}

/** The two people of the post at the cursor: who wrote it, and whom it answers or who answers it. */
export function peopleOf(model: Model): readonly [string, string] | null {
	const post = currentPost(model);
	if (post === null || post.author === null) return null;
	const parent = model.context.parentOf(post)?.post ?? null;
	const near = [...(parent === null ? [] : [parent]), ...model.context.answersTo(post.id)];
	for (const id of near) {
		const other = model.dump.posts[model.dump.indexOf(id)]?.author ?? null;
		if (other !== null && other !== post.author) return [post.author, other];
	}
	return null;
}

/** The state with the list scrolled so that the cursor's post keeps its row on the screen. */
function onSameRow(model: Model, next: State): State {
	const {rows: height} = listSize(model);
	const offset = lineOf(listing(model), cursorRow(model)) - listTop(model, height);
	const after: Model = {...model, state: {...next, place: {...placeNow(model), ...pick(next), top: null}}};
	const rows = listing(after);
	const top = rowFrom(rows, Math.max(0, lineOf(rows, cursorRow(after)) - offset));
	return {...after.state, place: {...after.state.place, top: model.dump.posts[rows.at(top ?? -1)]?.id ?? null}};
}

/** What a new state has decided of the place. */
function pick({place}: State): {readonly post?: PostId | null; readonly scroll?: number} {
	return place.post === null ? {} : {post: place.post, scroll: place.scroll};
}

function without(set: ReadonlySet<PostId>, id: PostId): ReadonlySet<PostId> {
	return new Set([...set].filter(one => one !== id));
}
