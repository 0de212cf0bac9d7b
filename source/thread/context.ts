/**
Context: who quotes and answers whom.

For any post: what it quotes and where that stands, what it answers, and what came of
it. Each relation says its basis; none is invented. What a post quotes is worked out
when it is asked for; backlinks need every post read, which `advance` does in slices.
*/
import {type Aligned, aligned, findQuote, wordCount} from './align.ts';
import type {Quote} from './body.ts';
import type {Dump} from './dump.ts';
import type {Post, PostId} from './post.ts';
import {createRelated, type Related} from './related.ts';

/** `stated`: the dump names the post. `exact`, `close`: its words stand there. */
export type QuoteBasis = 'stated' | 'exact' | 'close';

export type ParentBasis = 'stated' | 'quote' | 'mention' | 'subject' | 'likely';

export type ResolvedQuote = {
	readonly text: string;
	/** Who the quote says wrote it. */
	readonly author: string | null;
	/** The quoted post, or `null` where its source was not found. */
	readonly post: PostId | null;
	readonly basis: QuoteBasis | null;
	/** Where the words stand in that post's text, UTF-16 units. */
	readonly span: readonly [number, number] | null;
};

export type Parent = {readonly post: PostId; readonly basis: ParentBasis};

export type Context = {
	/** What a post quotes, one entry for each of its body's quotes, in their order. */
	readonly quotesOf: (post: Post) => readonly ResolvedQuote[];
	/** The post it answers, or `null`. */
	readonly parentOf: (post: Post) => Parent | null;
	/** Posts that quote it, in thread order, of those read so far. */
	readonly quotedBy: (id: PostId) => readonly PostId[];
	/** Posts that answer it, in thread order, of those read so far. */
	readonly answersTo: (id: PostId) => readonly PostId[];
	/** Earlier posts that share its rarest words, the closest first, of those read so far. */
	readonly relatedTo: (post: Post, most: number) => readonly Related[];
	/** How many posts have been read for backlinks. */
	readonly covered: number;
	/** Go on with a newer snapshot of the same dump. */
	readonly extend: (dump: Dump) => void;
	/**
	Read further posts for about this long.
	@param budgetMs - Milliseconds; `Infinity` reads them all.
	@returns Whether all posts have been read. If not, the next one may have to be prepared first.
	*/
	readonly advance: (budgetMs: number) => boolean;
};

/** Texts kept ready for aligning. */
const mostAligned = 4096;

/** A quote that names nobody must be this many words to be told from chance. */
const namelessWords = 4;

/** @returns The context of a dump, with nothing read yet. Never throws. */
export function createContext(first: Dump): Context {
	let dump = first;
	let covered = 0;
	const resolved = new Map<PostId, readonly ResolvedQuote[]>();
	const alignedTexts = new Map<Post, Aligned>();
	const quotedBy = new Map<PostId, PostId[]>();
	const answers = new Map<PostId, PostId[]>();
	const byNumber = new Map<string, number>();
	const byAuthor = new Map<string, number[]>();
	const related = createRelated();
	let known = 0;

	function register(): void {
		for (; known < dump.posts.length; known++) {
			const post = dump.posts[known];
			if (post === undefined) continue;
			if (post.number !== null) byNumber.set(`${post.topic}\n${post.number}`, known);
			for (const name of [post.author, post.name]) {
				if (name === null) continue;
				const key = name.toLowerCase();
				const list = byAuthor.get(key);
				if (list === undefined) byAuthor.set(key, [known]);
				else if (list.at(-1) !== known) list.push(known);
			}
		}
	}

	function alignedText(post: Post): Aligned {
		let text = alignedTexts.get(post);
		if (text === undefined) {
			text = aligned(dump.body(post).text);
			if (dump.prepare(post) !== null) return text;
			if (alignedTexts.size >= mostAligned) alignedTexts.clear();
			alignedTexts.set(post, text);
		}
		return text;
	}

	/** The latest earlier post of a name, or every earlier post when nobody of that name has posted. */
	function candidates(quote: Quote, index: number, topic: string): readonly number[] {
		const author = quote.source?.author ?? null;
		const own = author === null ? undefined : byAuthor.get(author.toLowerCase());
		const inTopic = (at: number) => at < index && dump.posts[at]?.topic === topic;
		if (own !== undefined) return own.filter(inTopic).reverse();
		if (wordCount(aligned(quote.text)) < namelessWords) return [];
		return Array.from({length: index}, (_, at) => at).filter(inTopic);
	}

	function resolve(quote: Quote, post: Post, index: number): ResolvedQuote {
		const author = quote.source?.author ?? null;
		const number = quote.source?.number ?? null;
		const topic = quote.source?.topic ?? post.topic;
		const unresolved: ResolvedQuote = {text: quote.text, author, post: null, basis: null, span: null};
		if (number !== null) {
			const stated = dump.posts[byNumber.get(`${topic}\n${number}`) ?? byNumber.get(`${post.topic}\n${number}`) ?? -1];
			const elsewhere = quote.source?.topic !== null && !byNumber.has(`${topic}\n${number}`) && dump.topics.length > 1;
			if (stated !== undefined && !elsewhere && stated.id !== post.id) {
				const found = findQuote(quote.text, alignedText(stated));
				return {...unresolved, post: stated.id, basis: 'stated', span: found?.span ?? null};
			}
		}
		let close: ResolvedQuote | null = null;
		for (const at of candidates(quote, index, post.topic)) {
			const candidate = dump.posts[at];
			if (candidate === undefined) continue;
			const found = findQuote(quote.text, alignedText(candidate));
			if (found === null) continue;
			const answer: ResolvedQuote = {...unresolved, post: candidate.id, basis: found.basis, span: found.span};
			if (found.basis === 'exact') return answer;
			close ??= answer;
		}
		return close ?? unresolved;
	}

	function quotesOf(post: Post): readonly ResolvedQuote[] {
		let quotes = resolved.get(post.id);
		if (quotes === undefined) {
			if (dump.prepare(post) !== null) return [];
			const index = dump.indexOf(post.id);
			quotes = dump.body(post).quotes.map(quote => resolve(quote, post, index));
			resolved.set(post.id, quotes);
		}
		return quotes;
	}

	/** The latest earlier post by the author whom the body's first words address. */
	function mentioned(post: Post): PostId | null {
		const first = dump.body(post).blocks.find(block => block.type !== 'quote');
		if (first?.type !== 'paragraph') return null;
		const opening = first.children.find(child => child.type !== 'text' || child.text.trim() !== '');
		if (opening?.type !== 'mention') return null;
		const index = dump.indexOf(post.id);
		const at = byAuthor.get(opening.name.toLowerCase())?.findLast(other => other < index);
		const answered = at === undefined ? undefined : dump.posts[at];
		return answered !== undefined && answered.topic === post.topic ? answered.id : null;
	}

	function parentOf(post: Post): Parent | null {
		if (post.parent !== null) {
			return dump.indexOf(post.parent) === -1 ? null : {post: post.parent, basis: 'stated'};
		}
		if (post.kind !== 'post') return null;
		const quoted = quotesOf(post).find(quote => quote.post !== null)?.post ?? null;
		if (quoted !== null) return {post: quoted, basis: 'quote'};
		const addressed = mentioned(post);
		return addressed === null ? null : {post: addressed, basis: 'mention'};
	}

	function cover(post: Post): void {
		for (const id of new Set(quotesOf(post).map(quote => quote.post))) {
			if (id !== null) append(quotedBy, id, post.id);
		}
		const parent = parentOf(post);
		if (parent !== null) append(answers, parent.post, post.id);
		related.add(covered, dump.body(post).text);
	}

	register();
	return {
		quotesOf,
		parentOf,
		quotedBy: id => quotedBy.get(id) ?? [],
		answersTo: id => answers.get(id) ?? [],
		relatedTo: (post, most) => related.of(dump.indexOf(post.id), dump.body(post).text, most, dump),
		get covered() {
			return covered;
		},
		extend: next => {
			dump = next;
			register();
		},
		advance: budgetMs => {
			const end = performance.now() + budgetMs;
			while (covered < dump.posts.length && performance.now() < end) {
				const post = dump.posts[covered];
				if (post !== undefined && dump.prepare(post) !== null) return false;
				if (post !== undefined) cover(post);
				covered++;
			}
			return covered === dump.posts.length;
		},
	};
}

function append(lists: Map<PostId, PostId[]>, key: PostId, value: PostId): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [value]);
	else list.push(value);
}

/** Passages that a post sets in quotation marks, long enough to be words of somebody else. */
export function quotedPassages(text: string): readonly string[] {
	const passages: string[] = [];
	for (const match of text.matchAll(/“([^“”]{1,2000})”|„([^„“”]{1,2000})[“”]|«([^«»]{1,2000})»|"([^"\n]{1,2000})"/g)) {
		const passage = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
		if (wordCount(aligned(passage)) >= namelessWords) passages.push(passage.trim());
	}
	return passages;
}
