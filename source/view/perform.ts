/**
What each command does: one function a command, from a model to a new state and effects.
*/
import {type PaneName, panes} from '../layout/panes.ts';
import type {Post} from '../thread/post.ts';
import {postsAuthor} from './author.ts';
import type {CommandId} from './commands.ts';
import {currentEntry, entriesOf} from './entries.ts';
import {choosesTopic, hits, listing, openTopic, postListing} from './listing.ts';
import {
	bodyLights,
	bodyLines,
	currentPost,
	cursorRow,
	listSize,
	type Model,
	panesOf,
	postById,
	postLabel,
	postSize,
} from './model.ts';
import {
	atPostEnd,
	goTo,
	jumpTo,
	jumpToNumber,
	jumpToPercent,
	moveBy,
	moveToRow,
	placeNow,
	scrollBy,
	scrollTo,
	seek,
	showMatch,
	topLine,
} from './moves.ts';
import {openPrompt, openSearch, type Step, step} from './prompt.ts';
import {reveal} from './reveal.ts';
import type {State} from './state.ts';
import {fold, foldAll, kin, lookThrough, peopleOf, toggleTree} from './tree-moves.ts';

type Perform = (model: Model, count: number | null, argument: string | null) => Step;

export const perform = {
	'post.next': (model, count) => step(oneBy(model, count ?? 1)),
	'post.previous': (model, count) => step(oneBy(model, -(count ?? 1))),
	'read.on': model => step(read(model, 1)),
	'read.back': model => step(read(model, -1)),
	'page.down': (model, count) => step(pageBy(model, count ?? 1)),
	'page.up': (model, count) => step(pageBy(model, -(count ?? 1))),
	'half.down': model => step(pageBy(model, 0.5)),
	'half.up': model => step(pageBy(model, -0.5)),
	'post.first': (model, count) => step(count === null ? toEnd(model, 'first') : jumpToNumber(model, count)),
	'post.last': (model, count) => step(count === null ? toEnd(model, 'last') : jumpToNumber(model, count)),
	'post.percent': (model, count) => step(jumpToPercent(model, count ?? 0)),
	'scroll.down': (model, count) => step(scrollBy(model, count ?? 1)),
	'scroll.up': (model, count) => step(scrollBy(model, -(count ?? 1))),
	'author.next': model => sameAuthor(model, 1),
	'author.previous': model => sameAuthor(model, -1),
	'topic.next': model => topicBy(model, 1),
	'topic.previous': model => topicBy(model, -1),
	'sibling.next': model => kinOf(model, 1, false),
	'sibling.previous': model => kinOf(model, -1, false),
	'root.next': model => kinOf(model, 1, true),
	'root.previous': model => kinOf(model, -1, true),
	'view.center': model => step(putRow(model, 0.5)),
	'view.top': model => step(putRow(model, 0)),
	'view.bottom': model => step(putRow(model, 1)),

	follow: model => follow(model),
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

	'mark.set': (model, _count, argument) => {
		const post = currentPost(model);
		if (post === null || argument === null) return step(model.state);
		const marks = {...model.state.marks, [argument]: post.id};
		return note({...model, state: {...model.state, marks}}, `${postLabel(post)} marked ${argument}`);
	},
	'mark.go': (model, _count, argument) => {
		if (argument === "'") return history(model, 'back');
		const post = postById(model, model.state.marks[argument ?? ''] ?? null);
		return post === null ? note(model, `no post is marked ${argument}`) : step(jumpTo(model, post.id));
	},
	'mark.next': model => marked(model, 1),
	'mark.previous': model => marked(model, -1),
	'copy.text': model => copy(model, 'text'),
	'copy.quote': model => copy(model, 'quote'),
	'copy.link': (model, count) => link(model, count, url => ({type: 'copy', text: url})),
	'copy.address': model => {
		const post = currentPost(model);
		const {url} = model.dump;
		if (post === null || url === null) return note(model, "the dump does not state the thread's address");
		const address = post.number === null ? url : `${url.replace(/\/$/, '')}/${post.number}`;
		return copied(model, address, 'address');
	},
	'link.open': (model, count) => link(model, count, url => ({type: 'open', url})),

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
	reveal: model => step({...model.state, revealed: !model.state.revealed}),
	info: model => step({...model.state, overlay: {type: 'info', top: 0}}),
	mouse: model => {
		const mouse = !model.state.mouse;
		const text = mouse ? 'mouse on: wheel scrolls, click selects' : 'mouse off: the terminal selects text';
		return step({...model.state, mouse, notice: {level: 'note', text}}, {type: 'mouse', on: mouse});
	},
	redraw: model => step(model.state, {type: 'redraw'}),

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
} satisfies Record<CommandId, Perform>;

function note(model: Model, text: string): Step {
	return step({...model.state, notice: {level: 'note', text}});
}

function lensAtCursor(model: Model, type: 'chain' | 'offspring'): Step {
	const post = currentPost(model);
	return step(post === null ? model.state : lookThrough(model, {type, post: post.id}));
}

function kinOf(model: Model, direction: 1 | -1, roots: boolean): Step {
	const state = kin(model, direction, roots);
	const where = direction === 1 ? 'later' : 'earlier';
	return state === null
		? note(model, `no ${where} ${roots ? 'post that answers none' : 'answer to the same post'}`)
		: step(state);
}

function isNarrow(model: Model): boolean {
	return panesOf(model).arrangement === 'narrow';
}

/** One step in the pane in use: a post, a line of the post, an entry. */
function oneBy(model: Model, by: number): State {
	switch (model.state.place.focus) {
		case 'list':
			return moveBy(model, by);
		case 'post':
			return scrollBy(model, by);
		case 'context':
			return chooseEntry(model, by);
	}
}

function pageBy(model: Model, pages: number): State {
	const {focus} = model.state.place;
	const height = focus === 'post' ? postSize(model).rows : listSize(model).rows;
	const by = Math.sign(pages) * Math.max(1, Math.floor(Math.abs(pages) * height) - (Math.abs(pages) >= 1 ? 1 : 0));
	return focus === 'context' ? chooseEntry(model, Math.sign(pages) * 4) : oneBy(model, by);
}

/** Read through the thread: a page of the post, then the next post, whatever pane is in use. */
function read(model: Model, direction: 1 | -1): State {
	const page = Math.max(1, postSize(model).rows - 2);
	if (direction === 1) return atPostEnd(model) ? moveBy(model, 1) : scrollBy(model, page);
	if (topLine(model) > 0) return scrollBy(model, -page);
	if (cursorRow(model) <= 0) return model.state;
	return scrollTo({...model, state: moveBy(model, -1)}, Number.MAX_SAFE_INTEGER);
}

function toEnd(model: Model, end: 'first' | 'last'): State {
	switch (model.state.place.focus) {
		case 'list': {
			const rows = listing(model);
			const post = model.dump.posts[rows.at(end === 'first' ? 0 : rows.count - 1)];
			return post === undefined ? model.state : jumpTo(model, post.id);
		}
		case 'post':
			return scrollTo(model, end === 'first' ? 0 : Number.MAX_SAFE_INTEGER);
		case 'context':
			return chooseEntry(model, end === 'first' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
	}
}

function sameAuthor(model: Model, direction: 1 | -1): Step {
	const post = currentPost(model);
	const author = post === null ? null : postsAuthor(post);
	if (author === null) return note(model, 'the author of this post is not known');
	const isTheirs = (other: Post | undefined) => other !== undefined && postsAuthor(other) === author;
	const id = seek(model, direction, index => isTheirs(model.dump.posts[index]));
	return id === null
		? note(model, `no ${direction === 1 ? 'later' : 'earlier'} post by ${author}`)
		: step(jumpTo(model, id));
}

function marked(model: Model, direction: 1 | -1): Step {
	const ids = new Set(Object.values(model.state.marks));
	const id = seek(model, direction, index => ids.has(model.dump.posts[index]?.id ?? ''));
	return id === null ? note(model, `no ${direction === 1 ? 'later' : 'earlier'} mark`) : step(jumpTo(model, id));
}

/** Put the list's cursor row at a part of its height. */
function putRow(model: Model, part: number): State {
	const rows = listing(model);
	const row = rows.rowOf(model.dump.indexOf(currentPost(model)?.id ?? ''));
	const top = Math.max(0, row - Math.floor((listSize(model).rows - 1) * part));
	return {...model.state, place: {...placeNow(model), top: model.dump.posts[rows.at(top)]?.id ?? null}};
}

function follow(model: Model): Step {
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

function history(model: Model, direction: 'back' | 'forward'): Step {
	const {state} = model;
	const here = placeNow(model);
	const places = state[direction];
	const place = places.at(-1);
	if (place === undefined)
		return note(model, direction === 'back' ? 'nowhere to go back to' : 'nowhere to go forward to');
	const rest = places.slice(0, -1);
	const moved =
		direction === 'back'
			? {...state, back: rest, forward: [...state.forward, here]}
			: {...state, forward: rest, back: [...state.back, here]};
	const open = place.post === null ? moved : reveal({...model, state: moved}, place.post);
	return step(goTo(open, place));
}

/** Open a topic at its first post; the list of topics is left. */
function openTopicAt(model: Model, post: Post): State {
	return {
		...model.state,
		place: {...placeNow(model), topic: post.topic, post: post.id, top: null, scroll: 0},
		entry: null,
	};
}

function topicBy(model: Model, by: 1 | -1): Step {
	const {dump} = model;
	const current = currentPost(model);
	if (dump.topics.length < 2 || current === null) return note(model, 'the dump holds one thread');
	const at = dump.topics.findIndex(topic => topic.id === current.topic) + by;
	const topic = dump.topics[at];
	const first = topic === undefined ? undefined : dump.posts[postListing(dump, topic.id).at(0)];
	if (first === undefined) return note(model, by === 1 ? 'this is the last thread' : 'this is the first thread');
	return step(choosesTopic(model) ? moveBy(model, by) : openTopicAt(model, first));
}

/** Choose an entry of the context pane by steps, stopping at its ends. */
function chooseEntry(model: Model, by: number): State {
	const post = currentPost(model);
	if (post === null) return model.state;
	const entries = entriesOf(model, post);
	const current = currentEntry(entries, model.state.entry);
	const index = current === null ? 0 : entries.indexOf(current);
	const chosen = entries[Math.max(0, Math.min(entries.length - 1, index + by))];
	return {...model.state, entry: chosen?.key ?? null};
}

/** Choose the next relation and bring its quote, if it is one, into sight. */
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

/** The next match: in this post where one is left, else in the next hit, around the ends. */
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
	const jumped = moveToRow(model, listing(model).rowOf(model.dump.indexOf(target.id)));
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

function copy(model: Model, as: 'text' | 'quote'): Step {
	const post = currentPost(model);
	if (post === null) return step(model.state);
	const {text} = model.dump.body(post);
	if (as === 'text') return copied(model, text, `text of ${postLabel(post)}`);
	const head = post.author === null ? postLabel(post) : `${post.author} (${postLabel(post)})`;
	const lines = [`${head}:`, ...text.split('\n')].map(line => `> ${line}`.trimEnd());
	return copied(model, `${lines.join('\n')}\n`, `${postLabel(post)} as a quote`);
}

function copied(model: Model, text: string, what: string): Step {
	return step({...model.state, notice: {level: 'note', text: `copied: ${what}`}}, {type: 'copy', text});
}

function link(
	model: Model,
	count: number | null,
	effect: (
		url: string,
	) => {readonly type: 'copy'; readonly text: string} | {readonly type: 'open'; readonly url: string},
): Step {
	const post = currentPost(model);
	if (post === null) return step(model.state);
	const urls = [...new Set(model.dump.body(post).links.map(one => one.url))];
	if (urls.length === 0) return note(model, 'no link in this post');
	if (count === null && urls.length > 1) return note(model, `${urls.length} links: type a number first, as in 2o`);
	const url = urls[(count ?? 1) - 1];
	if (url === undefined) return note(model, `this post has ${urls.length} links`);
	return step({...model.state, notice: {level: 'note', text: url}}, effect(url));
}

function paneBy(model: Model, by: number): State {
	const {state} = model;
	const all = panes(state.size, state.place.focus, state.share, state.contextShown);
	const order: readonly PaneName[] =
		all.arrangement === 'narrow' || all.context !== null ? ['list', 'post', 'context'] : ['list', 'post'];
	const at = order.indexOf(state.place.focus);
	const focus = order[(at + by + order.length) % order.length] ?? 'list';
	return {...state, place: {...placeNow(model), focus}};
}

/** Leave one layer: picture, deeper pane, search. `null` where there is nothing to leave. */
export function peeled(model: Model): State | null {
	const {state} = model;
	if (state.overlay !== null) return {...state, overlay: null};
	const {focus} = state.place;
	if (focus === 'context') return {...state, place: {...placeNow(model), focus: 'post'}};
	if (focus === 'post' && (state.search === null || state.search.origin.focus !== 'post')) {
		return {...state, place: {...placeNow(model), focus: 'list'}};
	}
	if (state.search === null && state.lens !== null) return lookThrough(model, null);
	if (state.search === null && openTopic(model) !== null) {
		return {...state, place: {...placeNow(model), topic: null, top: null}};
	}
	if (state.search !== null) {
		const found = placeNow(model);
		const {origin} = state.search;
		const moved = found.post !== origin.post;
		return {...goTo({...state, search: null}, origin), forward: moved ? [...state.forward, found] : state.forward};
	}
	return null;
}
