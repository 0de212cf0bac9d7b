/**
The context pane's entries: what the post at the cursor quotes and answers, what came
of it, and, where nothing of that is known, what may still help.
*/
import {quotedPassages} from '../thread/context.ts';
import type {Post, PostId} from '../thread/post.ts';
import {shownAuthor} from './author.ts';
import {postListing} from './listing.ts';
import type {Model} from './model.ts';

/**
`quote`, `parent`: what it quotes and answers. `answer`, `backlink`: what answers or
quotes it. `outside`: words in quotation marks whose source is not here. `related`: an
earlier post that shares rare words. `before`, `after`: its neighbours.
*/
export type EntryKind = 'quote' | 'parent' | 'answer' | 'backlink' | 'outside' | 'related' | 'before' | 'after';

export type Entry = {
	/** The same for the same relation, however often it is derived. */
	readonly key: string;
	readonly kind: EntryKind;
	/** The post it leads to, or `null`. */
	readonly post: PostId | null;
	readonly author: string | null;
	/** How sure the relation is, in a word; `null` where there is nothing to be sure of. */
	readonly basis: string | null;
	/** Its own words: the quote, the passage, the shared words; '' where the post speaks for itself. */
	readonly words: string;
	/** Where the quoted words stand in that post's text, UTF-16 units. */
	readonly span: readonly [number, number] | null;
	/** Which of the body's quotes it is, or -1. */
	readonly quote: number;
	/** The post whose quote carried the words here, or `null`. */
	readonly through: PostId | null;
	/** Where a passage without quote marks stands in the post's own text, or `null`. */
	readonly place: readonly [number, number] | null;
};

const mostRelated = 3;
const mostPassages = 4;

/** @returns The entries for a post, in the order shown; none of what only helps before it is known what there is. */
export function entriesOf(model: Model, post: Post): readonly Entry[] {
	const known = relations(model, post);
	return known.length > 0 || !isCovered(model, post) ? known : helps(model, post);
}

/** Whether it is known what a post quotes and answers. */
export function isCovered({context, dump}: Model, post: Post): boolean {
	return dump.indexOf(post.id) < context.covered;
}

const nothing = {author: null, basis: null, words: '', span: null, quote: -1, through: null, place: null};

function relations(model: Model, post: Post): Entry[] {
	const {context, dump} = model;
	const entries: Entry[] = context.quotesOf(post).map((quote, index) => ({
		key: `quote ${index}`,
		kind: 'quote',
		post: quote.post,
		author: quote.author ?? (quote.post === null ? null : authorOf(model, quote.post)),
		basis: quote.basis,
		words: quote.text,
		span: quote.span,
		// A passage without quote marks is no quote of the body.
		quote: quote.place === null ? index : -1,
		through: quote.through,
		place: quote.place,
	}));
	const parent = context.parentOf(post);
	if (parent !== null && !entries.some(entry => entry.post === parent.post)) {
		const author = authorOf(model, parent.post);
		entries.push({...nothing, key: 'parent', kind: 'parent', post: parent.post, author, basis: parent.basis});
	}
	const answers = context.answersTo(post.id);
	for (const id of answers) {
		const answer = dump.posts[dump.indexOf(id)];
		const basis = answer === undefined ? null : answerBasis(model, answer, post.id);
		entries.push({...nothing, key: `answer ${id}`, kind: 'answer', post: id, author: authorOf(model, id), basis});
	}
	for (const id of context.quotedBy(post.id)) {
		if (answers.includes(id)) continue;
		const quoting = dump.posts[dump.indexOf(id)];
		const basis = quoting === undefined ? null : quoteBasis(model, quoting, post.id);
		entries.push({
			...nothing,
			key: `backlink ${id}`,
			kind: 'backlink',
			post: id,
			author: authorOf(model, id),
			basis,
		});
	}
	return entries;
}

/** What still helps where a dump has lost who answers whom. Each is labelled as what it is. */
function helps(model: Model, post: Post): Entry[] {
	const {context, dump} = model;
	const passages = quotedPassages(dump.body(post).text);
	const entries: Entry[] = passages.slice(0, mostPassages).map((words, index) => ({
		...nothing,
		key: `outside ${index}`,
		kind: 'outside',
		post: null,
		words,
	}));
	for (const related of context.relatedTo(post, mostRelated)) {
		const words = related.shared.slice(0, 4).join(', ');
		entries.push({
			...nothing,
			key: `related ${related.post}`,
			kind: 'related',
			post: related.post,
			author: authorOf(model, related.post),
			words,
		});
	}
	const rows = postListing(dump, dump.topics.length > 1 ? post.topic : null);
	const row = rows.rowOf(dump.indexOf(post.id));
	const shown = new Set(entries.map(entry => entry.post));
	const neighbour = (at: number, kind: 'before' | 'after') => {
		const other = dump.posts[rows.at(at)];
		if (other === undefined || shown.has(other.id)) return;
		entries.push({...nothing, key: kind, kind, post: other.id, author: authorOf(model, other.id)});
	};
	neighbour(row - 1, 'before');
	neighbour(row + 1, 'after');
	return entries;
}

function authorOf(model: Model, id: PostId): string | null {
	const post = model.dump.posts[model.dump.indexOf(id)];
	return post === undefined ? null : (shownAuthor(model, post)?.text ?? null);
}

/** How sure it is that a post answers another; through a quote it is as sure as the quote. */
function answerBasis(model: Model, answer: Post, answered: PostId): string | null {
	const basis = model.context.parentOf(answer)?.basis ?? null;
	return basis === 'quote' ? quoteBasis(model, answer, answered) : basis;
}

function quoteBasis({context}: Model, quoting: Post, quoted: PostId): string | null {
	return context.quotesOf(quoting).find(quote => quote.post === quoted)?.basis ?? null;
}

/** The entry at the pane's cursor: the chosen one, else the first that leads somewhere. */
export function currentEntry(entries: readonly Entry[], chosen: string | null): Entry | null {
	return (
		entries.find(entry => entry.key === chosen) ?? entries.find(entry => entry.post !== null) ?? entries[0] ?? null
	);
}
