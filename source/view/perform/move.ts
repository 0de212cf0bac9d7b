/**
Moving: through the list, a post, the entries of its context.
*/
import type {Post} from '../../thread/post.ts';
import {postsAuthor} from '../author.ts';
import type {CommandId} from '../commands.ts';
import {lineOf, rowFrom} from '../list-lines.ts';
import {choosesTopic, listing, postListing} from '../listing.ts';
import {bodyLines, currentPost, cursorRow, listSize, type Model, postSize} from '../model.ts';
import {
	atPostEnd,
	jumpTo,
	jumpToNumber,
	jumpToPercent,
	moveBy,
	placeNow,
	scrollBy,
	scrollTo,
	seek,
	topLine,
} from '../moves.ts';
import {note, type Step, step} from '../prompt.ts';
import type {State} from '../state.ts';
import {kin} from '../tree-moves.ts';
import {chooseEntry} from './entry-moves.ts';
import {openTopicAt} from './layers.ts';
import type {Perform} from './perform.ts';

export const move = {
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
	'quote.skip': model => step(skipQuote(model)),
	'author.next': model => sameAuthor(model, 1),
	'author.previous': model => sameAuthor(model, -1),
	'unread.next': model => unread(model, 1),
	'unread.previous': model => unread(model, -1),
	'topic.next': model => topicBy(model, 1),
	'topic.previous': model => topicBy(model, -1),
	'jump.repeat': model => note(model, 'no jump to repeat: ] and [ begin one'),
	'sibling.next': model => kinOf(model, 1, false),
	'sibling.previous': model => kinOf(model, -1, false),
	'root.next': model => kinOf(model, 1, true),
	'root.previous': model => kinOf(model, -1, true),
	'view.center': model => step(putRow(model, 0.5)),
	'view.top': model => step(putRow(model, 0)),
	'view.bottom': model => step(putRow(model, 1)),
} satisfies Partial<Record<CommandId, Perform>>;

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

function unread(model: Model, direction: 1 | -1): Step {
	const id = seek(model, direction, index => !model.read.has(index));
	return id === null ? note(model, `no ${direction === 1 ? 'later' : 'earlier'} unread post`) : step(jumpTo(model, id));
}

function kinOf(model: Model, direction: 1 | -1, roots: boolean): Step {
	const state = kin(model, direction, roots);
	const where = direction === 1 ? 'later' : 'earlier';
	return state === null
		? note(model, `no ${where} ${roots ? 'post that answers none' : 'answer to the same post'}`)
		: step(state);
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

/** To the first own words behind the next quote; nowhere where none follow. */
function skipQuote(model: Model): State {
	const post = currentPost(model);
	if (post === null) return model.state;
	const lines = bodyLines(model, post);
	const quoted = lines.findIndex((line, index) => index >= topLine(model) && line.quote !== -1);
	const own = lines.findIndex((line, index) => index > quoted && line.quote === -1 && line.line.length > 0);
	return quoted === -1 || own === -1 ? model.state : scrollTo(model, own);
}

function putRow(model: Model, part: number): State {
	const rows = listing(model);
	const row = rows.rowOf(model.dump.indexOf(currentPost(model)?.id ?? ''));
	const top = rowFrom(rows, Math.max(0, lineOf(rows, row) - Math.floor((listSize(model).rows - 1) * part)));
	return {...model.state, place: {...placeNow(model), top: model.dump.posts[rows.at(top ?? -1)]?.id ?? null}};
}
