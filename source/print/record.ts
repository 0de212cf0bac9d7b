/**
Records: a dump and its posts as plain data, for JSON.

The names and their order are a promise to scripts: a key may be added, none may
change. What a dump does not state is `null`.
*/
import type {Match} from '../search/search.ts';
import type {Place, Quote} from '../thread/body.ts';
import type {Context, Parent, ParentBasis, QuoteBasis, ResolvedQuote} from '../thread/context.ts';
import type {Dump, Problem} from '../thread/dump.ts';
import type {Post, PostId, PostKind} from '../thread/post.ts';
import type {Entry} from './entry.ts';

export type ThreadRecord = {
	readonly id: string;
	readonly title: string | null;
	readonly url: string | null;
	/** How many posts of it the dump holds. */
	readonly posts: number;
};

export type QuoteRecord = {
	readonly text: string;
	readonly author: string | null;
	/** Only where the quote says when its words were written: ISO 8601, as far as it says. */
	readonly date?: string;
	readonly post: PostId | null;
	readonly basis: QuoteBasis | null;
	/** Where it stands in that post's `text`, UTF-16 units. */
	readonly span: readonly [number, number] | null;
	/**
	Only where the dump names another post than the one that wrote the words, and that one quotes them; `null` where
	it names none, and the quote that carried the words states its own source.
	*/
	readonly named?: PostId | null;
	/** Only where the dump marks no quote and the post repeats another's words: they stand in its own `text`, too. */
	readonly unmarked?: true;
} & PlaceRecord;

/** Where something stands, or stood before it was left out of the text. Without it, like words could not be told apart. */
export type PlaceRecord = {
	/** The quote in whose text that is, by its position in `quotes`; `null`: in the post's own. */
	readonly in: number | null;
	/** In UTF-16 units. */
	readonly at: number;
};

export type LinkRecord = {readonly text: string; readonly url: string} & PlaceRecord;
export type ImageRecord = {readonly alt: string; readonly url: string | null} & PlaceRecord;

export type PostRecord = {
	readonly id: PostId;
	readonly thread: string;
	readonly number: number | null;
	readonly kind: PostKind;
	/** Only where `kind` is `missing`: how many posts it stands for. */
	readonly count?: number | null;
	readonly author: string | null;
	readonly name: string | null;
	/** Who a later quote says it was, and the post that says so. */
	readonly authorInferred: {readonly name: string; readonly from: PostId} | null;
	readonly date: string | null;
	readonly edited: string | null;
	readonly likes: number | null;
	/** Only where the dump says that this is the accepted answer. */
	readonly accepted?: true;
	/** As the dump states it, even where that post is not in the dump; else as the context finds it. */
	readonly parent: PostId | null;
	readonly parentBasis: ParentBasis | null;
	/** Only where the subject of a mail says what it answers, and `parent` rests on something surer. */
	readonly parentBySubject?: PostId;
	/** The body's plain text; for an `action` without one, what was done. */
	readonly text: string;
	readonly quotes: readonly QuoteRecord[];
	readonly links: readonly LinkRecord[];
	readonly images: readonly ImageRecord[];
	/** Only with a query: 0 best … 1. */
	readonly score?: number;
	/** Only with a query: where it matched, UTF-16 units. */
	readonly matches?: readonly Match[];
};

/** What is known of a dump apart from its posts. */
export type DumpRecord = {
	readonly title: string | null;
	readonly url: string | null;
	readonly source: string | null;
	readonly format: string;
	readonly threads: readonly ThreadRecord[];
	readonly problems: readonly Problem[];
};

/** @returns The dump as plain data without its posts. Never throws. */
export function dumpRecord(dump: Dump): DumpRecord {
	return {
		title: dump.title,
		url: dump.url,
		source: dump.source,
		format: dump.format,
		threads: dump.topics.map(({id, title, url, posts}) => ({id, title, url, posts})),
		problems: dump.problems.map(({level, line, post, message}) => ({level, line, post, message})),
	};
}

/** @returns The post as plain data, keys in the promised order. Never throws. */
export function postRecord({post, hit}: Entry, dump: Dump, context: Context): PostRecord {
	const body = dump.body(post);
	const parent = context.parentOf(post) ?? absentParent(post);
	return {
		id: post.id,
		thread: post.topic,
		number: post.number,
		kind: post.kind,
		...(post.kind === 'missing' ? {count: post.count} : {}),
		author: post.author,
		name: post.name,
		authorInferred: context.authorInferred(post),
		date: post.date,
		edited: post.edited,
		likes: post.likes,
		...(post.accepted ? {accepted: post.accepted} : {}),
		parent: parent?.post ?? null,
		parentBasis: parent?.basis ?? null,
		...(post.parent !== null && post.parentBasis === 'subject' && parent?.basis !== 'subject'
			? {parentBySubject: post.parent}
			: {}),
		text: body.text === '' ? (post.action ?? '') : body.text,
		quotes: context.quotesOf(post).map((quote, index) => quoteRecord(quote, body.quotes[index], dump)),
		links: body.links.map(({text, url, place}) => ({text, url, ...placeRecord(place)})),
		images: body.images.map(({alt, url, place}) => ({alt, url, ...placeRecord(place)})),
		...(hit === null ? {} : {score: hit.score, matches: hit.matches.map(matchRecord)}),
	};
}

/** @param marked - The quote in the body; none for a passage that is not marked as one. */
function quoteRecord(quote: ResolvedQuote, marked: Quote | undefined, dump: Dump): QuoteRecord {
	const {text, author, post, basis, span, through, place} = quote;
	const date = marked?.source?.date;
	const facts = {text, author, ...(date === undefined ? {} : {date}), post, basis, span};
	if (marked === undefined) return {...facts, in: null, at: place?.[0] ?? 0, unmarked: true};
	const carrier = through === null ? undefined : dump.posts[dump.indexOf(through)];
	const number = marked.source?.number ?? null;
	const named = number !== null && carrier?.number === number ? carrier.id : null;
	const saysMore = named !== null || (carrier !== undefined && basis === 'stated');
	return {...facts, ...(saysMore ? {named} : {}), ...placeRecord(marked.place)};
}

function placeRecord({quote, start}: Place): PlaceRecord {
	return {in: quote === -1 ? null : quote, at: start};
}

/** A parent that the dump names and does not hold. */
function absentParent(post: Post): Parent | null {
	return post.parent === null ? null : {post: post.parent, basis: post.parentBasis ?? 'stated'};
}

function matchRecord({field, index, start, end}: Match): Match {
	return {field, index, start, end};
}
