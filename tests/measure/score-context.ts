/**
Scores: how much of what a dump stated does the context find again, and how much of it is right?
*/
import {hashedWords} from '../../source/text/hashed-words.ts';
import {findQuote} from '../../source/thread/align.ts';
import {type Block, makeBody} from '../../source/thread/body.ts';
import {createContext, type ResolvedQuote} from '../../source/thread/context.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {hiddenDump, type Names, postKey, type TruePost} from './discourse-truth.ts';

export type Score = {
	/** Quotes that state an earlier post of their topic that is here. */
	stated: number;
	/** Of these, quotes whose words are here: the stated post shows most of them, or an earlier one holds all. */
	quotes: number;
	found: number;
	/** Found in the stated post, or in an earlier one that holds the words verbatim. */
	right: number;
	/** Found in the stated post, or through it. */
	strictlyRight: number;
	/** Posts that state a parent that is here, and quote nothing. */
	plain: number;
	likely: number;
	likelyRight: number;
	mention: number;
	mentionRight: number;
	/** Posts that state a parent that is here, and quote. */
	quoting: number;
	quote: number;
	quoteRight: number;
	/** Posts that state no parent, and how many of them were given one. */
	parentless: number;
	parentlessQuote: number;
	parentlessMention: number;
	parentlessLikely: number;
};

/** Tells of every quote that was not found, or found elsewhere. */
export type Report = (line: string) => void;

/** A quote is here if so much of its words stands in the stated post. */
const shownShare = 0.6;

/** @returns A score for every group of posts. */
export function scoreContext(
	posts: readonly TruePost[],
	names: Names,
	groupsOf: (post: TruePost) => readonly string[],
	report: Report = () => {},
): ReadonlyMap<string, Score> {
	const dump = hiddenDump(posts, names);
	const context = createContext(dump);
	context.advance(Number.POSITIVE_INFINITY);
	const scores = new Map<string, Score>();
	for (const [index, post] of posts.entries()) {
		const hidden = dump.posts[index];
		if (hidden === undefined || hidden.kind === 'action') continue;
		const add = (...what: readonly (keyof Score)[]) => {
			for (const group of groupsOf(post)) {
				const score = scores.get(group) ?? nothing();
				for (const key of what) score[key]++;
				scores.set(group, score);
			}
		};
		const quotes = context.quotesOf(hidden);
		for (const [at, quote] of post.body.quotes.entries()) {
			const stated = statedPost(post, at, dump, index);
			if (stated === -1 || hashedWords(quote.text).hashes.length === 0) continue;
			add('stated', ...quoteScore(quote.text, quotes[at], stated, posts, dump, index, report));
		}
		add(...parentScore(post, context.parentOf(hidden), dump));
	}
	return scores;
}

function quoteScore(
	text: string,
	quote: ResolvedQuote | undefined,
	stated: number,
	posts: readonly TruePost[],
	dump: Dump,
	index: number,
	report: Report,
): readonly (keyof Score)[] {
	const isHere = shows(posts[stated], text) || heldBy(text, dump, index) !== -1;
	const tell = (what: string) =>
		report(`${what}: ${dump.posts[index]?.id} quotes ${dump.posts[stated]?.id}, ${quote?.post}: ${text.slice(0, 200)}`);
	if (!isHere) return [];
	if (quote === undefined || quote.post === null) {
		tell('not found');
		return ['quotes'];
	}
	const id = dump.posts[stated]?.id;
	if (quote.post === id || quote.through === id) return ['quotes', 'found', 'right', 'strictlyRight'];
	const at = dump.indexOf(quote.post);
	const found = dump.posts[at];
	const holds =
		at < index && found !== undefined && findQuote(text, hashedWords(dump.body(found).text))?.basis === 'exact';
	// An earlier post than the stated one; or any, where the stated one does not show the words: then it is wrong.
	const isRight = holds && (at < stated || !shows(posts[stated], text));
	tell(isRight ? 'elsewhere' : 'wrong');
	return isRight ? ['quotes', 'found', 'right'] : ['quotes', 'found'];
}

function parentScore(
	post: TruePost,
	given: {readonly post: string; readonly basis: string} | null,
	dump: Dump,
): readonly (keyof Score)[] {
	if (post.parent === null) {
		if (given === null) return ['parentless'];
		const basis = {quote: 'parentlessQuote', mention: 'parentlessMention', likely: 'parentlessLikely'} as const;
		return ['parentless', ...(isBasis(given.basis) ? [basis[given.basis]] : [])];
	}
	const id = postKey(post.topic, post.parent);
	if (dump.indexOf(id) === -1) return [];
	const kind = post.body.quotes.length === 0 ? 'plain' : 'quoting';
	if (given === null || !isBasis(given.basis)) return [kind];
	// Likely parents are for posts that quote nothing; what the others are given is scored apart.
	if ((given.basis === 'quote') !== (kind === 'quoting')) return [kind];
	return given.post === id ? [kind, given.basis, `${given.basis}Right`] : [kind, given.basis];
}

function isBasis(basis: string): basis is 'quote' | 'mention' | 'likely' {
	return basis === 'quote' || basis === 'mention' || basis === 'likely';
}

/** The earlier post of its topic that a quote states, if it is here; else -1. */
function statedPost(post: TruePost, at: number, dump: Dump, index: number): number {
	const source = post.body.quotes[at]?.source ?? null;
	if (source === null || source.number === null) return -1;
	if (source.topic !== null && source.topic !== post.topic) return -1;
	const stated = dump.indexOf(postKey(post.topic, source.number));
	return stated < index ? stated : -1;
}

/** Whether a post shows most of a quote's words, in whatever order, its own quotes included. */
function shows(post: TruePost | undefined, quote: string): boolean {
	const words = hashedWords(quote).hashes;
	const shown = new Set(hashedWords(makeBody(unquoted(post?.body.blocks ?? [])).text).hashes);
	return words.filter(word => shown.has(word)).length >= words.length * shownShare;
}

function unquoted(blocks: readonly Block[]): readonly Block[] {
	return blocks.flatMap(block => (block.type === 'quote' ? unquoted(block.children) : [block]));
}

/** The first earlier post of the topic that holds all the words, looked for in every one of them; else -1. */
function heldBy(quote: string, dump: Dump, index: number): number {
	return dump.posts.findIndex((post, at) => {
		if (at >= index || post.topic !== dump.posts[index]?.topic) return false;
		return findQuote(quote, hashedWords(dump.body(post).text))?.basis === 'exact';
	});
}

function nothing(): Score {
	return {
		...{stated: 0, quotes: 0, found: 0, right: 0, strictlyRight: 0},
		...{plain: 0, likely: 0, likelyRight: 0, mention: 0, mentionRight: 0, quoting: 0, quote: 0, quoteRight: 0},
		...{parentless: 0, parentlessQuote: 0, parentlessMention: 0, parentlessLikely: 0},
	};
}
