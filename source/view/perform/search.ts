/**
Searching: from match to match, and how the hits are listed.
*/
import {cellWidth} from '../../text/cells.ts';
import {words} from '../../text/words.ts';
import type {Post} from '../../thread/post.ts';
import {postsAuthor} from '../author.ts';
import type {CommandId} from '../commands.ts';
import {currentEntry, entriesOf} from '../entries.ts';
import {hits} from '../listing.ts';
import {bodyLights, bodyLines, currentPost, type Model, postById, postSize} from '../model.ts';
import {moveTo, showMatch, topLine} from '../moves.ts';
import {note, openPrompt, openPromptWith, openSearch, type Step, step} from '../prompt.ts';
import {reveal} from '../reveal.ts';
import type {Perform} from './perform.ts';

export const search = {
	'search.open': model => openPrompt(model, 'search'),
	'match.next': model => matchBy(model, 1),
	'match.previous': model => matchBy(model, -1),
	'search.order': model => {
		const {search} = model.state;
		if (search === null) return note(model, 'no search to order');
		const order = search.order === 'thread' ? 'relevance' : 'thread';
		const text = order === 'thread' ? "hits in the thread's order" : 'hits, best first';
		return step({...model.state, search: {...search, order}, notice: {level: 'note', text}});
	},
	'search.narrow': model => {
		const {search} = model.state;
		if (search === null) return note(model, 'no search to narrow the list to');
		const narrowed = !search.narrowed;
		const text = narrowed ? 'only the hits' : 'all posts, the hits lit';
		return step({...model.state, search: {...search, narrowed}, notice: {level: 'note', text}});
	},
	'search.here': model => {
		const post = currentPost(model);
		if (post === null) return step(model.state);
		if (model.state.place.focus === 'post') {
			const words = wordsInSight(model, post);
			return words.length === 0 ? note(model, 'no word of the post is in sight') : openPromptWith(model, words);
		}
		const author = model.state.place.focus === 'list' ? postsAuthor(post) : entryAuthor(model, post);
		if (author === null) return note(model, 'the author of this post is not known');
		const query = /\s/.test(author) ? `author:"${author}"` : `author:${author}`;
		return openSearch(model, query);
	},
} satisfies Partial<Record<CommandId, Perform>>;

/** Who wrote what the context pane's cursor is on, where that is stated. */
function entryAuthor(model: Model, post: Post): string | null {
	const entry = currentEntry(entriesOf(model, post), model.state.entry);
	const other = postById(model, entry?.post ?? null);
	return other === null ? (entry?.author ?? null) : postsAuthor(other);
}

/** Shorter words, in cells, are nearly always such as every post holds. */
const leastWord = 4;

/** Queries for the words on the lines in sight, letter for letter and each once, from the match that stands out or else from the top. */
function wordsInSight(model: Model, post: Post): readonly string[] {
	const {places} = model.dump.body(post);
	const top = topLine(model);
	const light = bodyLights(model, post).find(one => one.ground === 'hit-current');
	const found: string[] = [];
	let first = 0;
	for (const {line} of bodyLines(model, post).slice(top, top + postSize(model).rows)) {
		for (const {run, from, to} of line) {
			if (run.leaf === null) continue;
			const place = places.get(run.leaf);
			for (const word of words(run.text.slice(from, to))) {
				if (cellWidth(word.text) < leastWord) continue;
				const end = (place?.start ?? 0) + from + word.end;
				// Before the match: its own word is the first that ends behind where it begins.
				if (light !== undefined && place?.quote === light.quote && end <= light.start) first = found.length + 1;
				found.push(`'${word.text.toLowerCase()}`);
			}
		}
	}
	return [...new Set([...found.slice(first), ...found.slice(0, first)])];
}

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
