/**
Renewing: a state that was of a dump as it was, as a state of the dump read anew.

Posts keep their place in it under whatever id they have now. What was said of a post that is gone is forgotten; who
stood at it stands at the nearest one before it that is still there.
*/
import type {PostId} from '../thread/post.ts';
import type {Lens} from './lens.ts';
import {type Model, postById} from './model.ts';
import type {Place, Search, State, Visit} from './state.ts';

/**
@param model - The dump read anew, the state as it was.
@param ids - Every post of before, in its order → its id now, or `null` where it is gone.
*/
export function renewed(model: Model, ids: ReadonlyMap<PostId, PostId | null>): State {
	const {state} = model;
	const idNow = (id: PostId | null) => (id === null ? null : (ids.get(id) ?? null));
	const someIds = (posts: Iterable<PostId>) => [...posts].map(idNow).filter(id => id !== null);

	const place = (of: Place): Place => {
		const was = of.post ?? firstOf(ids);
		const isSame = idNow(was) !== null;
		const post = idNow(was) ?? nearestBefore(was, ids);
		const isOpen = model.dump.topics.some(topic => topic.id === of.topic);
		const topic = of.topic === null || isOpen ? of.topic : (postById(model, post)?.topic ?? null);
		return {...of, topic, post, top: idNow(of.top), scroll: isSame ? of.scroll : 0};
	};
	const lens = (of: Lens | null): Lens | null => {
		if (of === null || of.type === 'conversation') return of;
		const post = idNow(of.post);
		return post === null ? null : {...of, post};
	};
	const seen = <Seen extends Pick<Visit, 'place' | 'entry' | 'folded' | 'lens'>>(of: Seen): Seen => ({
		...of,
		place: place(of.place),
		// It is named by ids; what was chosen is not worth more than the first.
		entry: of.place.post === idNow(of.place.post) ? of.entry : null,
		folded: new Set(someIds(of.folded)),
		lens: lens(of.lens),
	});
	const visits = (of: readonly Visit[]) => of.filter(visit => idNow(visit.place.post) !== null).map(seen);
	const search = (of: Search | null): Search | null => (of === null ? null : {...of, origin: seen(of.origin)});
	const marks = Object.entries(state.marks).flatMap(([letter, id]): [string, PostId][] => {
		// A post that is gone may come again, unless another has its id.
		if (ids.get(id) === null && model.dump.indexOf(id) !== -1) return [];
		return [[letter, idNow(id) ?? id]];
	});
	const {prompt} = state;
	return {
		...seen(state),
		back: visits(state.back),
		forward: visits(state.forward),
		search: search(state.search),
		prompt:
			prompt === null
				? null
				: {...prompt, before: {visit: seen(prompt.before.visit), search: search(prompt.before.search)}},
		marks: Object.fromEntries(marks),
		selected: new Set(someIds(state.selected)),
	};
}

/** The post that is shown until somebody moves. */
function firstOf(ids: ReadonlyMap<PostId, PostId | null>): PostId | null {
	return ids.keys().next().value ?? null;
}

/** The id now of the last post before one that is gone; `null` where none is left. */
function nearestBefore(gone: PostId | null, ids: ReadonlyMap<PostId, PostId | null>): PostId | null {
	let nearest: PostId | null = null;
	for (const [id, now] of ids) {
		if (id === gone) break;
		nearest = now ?? nearest;
	}
	return nearest;
}
