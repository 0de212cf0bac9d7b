/**
Sources: which earlier post do a quote's words come from?

Few posts are looked at for each quote, however long the thread: those its writer answers or
quotes beside it, those of the author it names, the nearest ones, and those that share a run of
words or a rare word with it. Nothing later than the quote is looked at.
*/

import {type Aligned, aligned, type Found, findClose, findExact, type Sought, sought, wordCount} from './align.ts';
import type {AlignedTexts} from './aligned-texts.ts';
import type {Quote} from './body.ts';
import type {Dump} from './dump.ts';
import {wordHashes} from './hash-index.ts';
import type {PassageIndex} from './passage-index.ts';
import type {Post} from './post.ts';
import type {PostRegister} from './post-register.ts';
import type {createRelated} from './related.ts';

/** Positions are indexes of `Dump.posts`. */
export type Source = {
	/** Where the words were first written. */
	readonly post: number;
	readonly basis: 'stated' | 'exact' | 'close';
	/** Where they stand in that post's text, UTF-16 units; `null` where the dump names the post and they do not. */
	readonly span: readonly [start: number, end: number] | null;
	/** The post whose quote carried them here, or `null` where they were taken from where they were written. */
	readonly through: number | null;
	/** Whether others were looked at, too, and none holds the words exactly. */
	readonly sole: boolean;
};

/** What a quote in an earlier post was found to be. */
export type CarriedQuote = {readonly text: string; readonly source: Source | null};

/** A post whose quotes are looked for. */
export type Quoter = {
	readonly dump: Dump;
	readonly post: Post;
	readonly index: number;
	/** Posts that it answers or quotes elsewhere: looked at first. */
	readonly hints: readonly number[];
	/** The source of the quote that this one stands in, or `null`. */
	readonly holder: Source | null;
	/** What the quotes of an earlier post were found to be. */
	readonly quotesAt: (index: number) => readonly CarriedQuote[];
	readonly effort: Effort;
};

/** What looking may still cost, and whether it met a body that cannot be read yet. */
export type Effort = {
	/** Texts that may still be looked at, a thousand words each. */
	left: number;
	/** If so, nothing that was found or not found holds. */
	waits: boolean;
};

/** What one post may cost: so many texts that none holds up a key, however many quotes it has. */
export function freshEffort(): Effort {
	return {left: 2000, waits: false};
}

export type SourceFinder = (quote: Quote, quoter: Quoter) => Source | null;

/** A quote that names nobody must have so many words to be told from chance … */
const namelessWords = 4;

/** … or stand in exactly one of so many posts before it, and be no single word of grammar. */
const shortReach = 8;

/** A quote of so many words is believed against the name it gives: names change, and mark-up goes wrong. */
const surprisingWords = 8;

/** How many posts before the quote are looked at, of all and of the author it names. */
const nearPosts = 32;
const authorPosts = 12;

/** How many are looked at for a run of words or a rare word they share. Mostly the first one is it. */
const sharingPosts = 8;
const rareWordPosts = 4;

/** Carriers: how many posts are looked at, and how many quotes of each. */
const carriers = 12;
const carriedQuotes = 32;

type Parts = {
	readonly register: PostRegister;
	readonly passages: PassageIndex;
	readonly related: ReturnType<typeof createRelated>;
	readonly texts: AlignedTexts;
};

/** @returns A finder that uses what these parts have noted of earlier posts. It never throws. */
export function createSourceFinder({register, passages, related, texts}: Parts): SourceFinder {
	/** The post at a position, unless it cannot be looked at. */
	function readable(at: number, {dump, effort}: Quoter): Post | null {
		const post = dump.posts[at];
		if (post === undefined || effort.left <= 0) return null;
		if (texts.canRead(post, dump)) return post;
		effort.waits = true;
		return null;
	}

	function tryAt(at: number, quoter: Quoter, way: (text: Aligned) => Found | null): Found | null {
		const {dump, effort} = quoter;
		const post = readable(at, quoter);
		if (post === null) return null;
		const text = texts.of(post, dump);
		effort.left -= 1 + wordCount(text) / 1000;
		return way(text);
	}

	/** The post that the dump names, if it is here. */
	function statedPost({source}: Quote, {dump, post}: Quoter): number {
		if (source === null || source.number === null) return -1;
		const named = source.topic ?? post.topic;
		const at = register.numbered(named, source.number);
		// A dump of one topic may give it no id, or another one than its quotes do.
		if (at === -1 && dump.topics.length <= 1) return register.numbered(post.topic, source.number);
		return at;
	}

	function stated(at: number, words: Sought, quoter: Quoter): Source {
		const found = tryAt(at, quoter, text => findExact(words.whole, text) ?? findClose(words, text));
		const here: Source = {post: at, basis: 'stated', span: found?.span ?? null, through: null, sole: true};
		if (found !== null) return here;
		return carried(at, words, quoter) ?? {...here, span: shown(at, words, quoter)?.span ?? null};
	}

	/** The words as an earlier post quotes them: where that quote's own source is. */
	function carried(at: number, words: Sought, quoter: Quoter): Source | null {
		if (at >= quoter.index || wordCount(words.whole) === 0 || readable(at, quoter) === null) return null;
		for (const {text, source} of quoter.quotesAt(at).slice(0, carriedQuotes)) {
			if (source === null || source.post === at || source.post >= quoter.index) continue;
			if (quoter.effort.left <= 0) return null;
			quoter.effort.left -= 1 + text.length / 5000;
			if (findExact(words.whole, aligned(text)) === null) continue;
			const found = tryAt(source.post, quoter, own => findExact(words.whole, own) ?? findClose(words, own));
			return {post: source.post, basis: found?.basis ?? 'close', span: found?.span ?? null, through: at, sole: true};
		}
		return null;
	}

	/** The words as a post shows them, its quotes among them: some of them own, or none of a source that is known. */
	function shown(at: number, words: Sought, quoter: Quoter): Source | null {
		const {dump, effort} = quoter;
		const post = at < quoter.index ? readable(at, quoter) : null;
		if (post === null || dump.body(post).quotes.length === 0) return null;
		const text = texts.shown(post, dump);
		effort.left -= 1 + wordCount(text) / 250;
		const found = findExact(words.whole, text) ?? findClose(words, text);
		if (found === null) return null;
		const own = words.parts.flatMap(part => tryAt(at, quoter, way => findExact(part, way)) ?? []);
		const begin = own[0]?.span[0];
		const end = own.at(-1)?.span[1];
		const span = begin === undefined || end === undefined || end < begin ? null : ([begin, end] as const);
		return {post: at, basis: found.basis, span, through: null, sole: false};
	}

	/** What the first of these posts carries, or shows. */
	function carriedBy(places: readonly number[], words: Sought, quoter: Quoter): Source | null {
		for (const way of [carried, shown]) {
			for (const at of places) {
				const source = way(at, words, quoter);
				if (source !== null) return source;
			}
		}
		return null;
	}

	/**
	The first of these posts that holds the words exactly.
	@param sole - Whether to look on whether another one does, too.
	*/
	function among(places: readonly number[], words: Sought, quoter: Quoter, sole: boolean): Source | null {
		let exact: Source | null = null;
		for (const at of places) {
			const found = tryAt(at, quoter, text => findExact(words.whole, text));
			if (found === null) continue;
			if (exact !== null) return {...exact, sole: false};
			exact = {post: at, basis: 'exact', span: found.span, through: null, sole};
			if (!sole) break;
		}
		return exact;
	}

	/** The one of these posts that holds most of the words. */
	function closest(places: readonly number[], words: Sought, quoter: Quoter): Source | null {
		let best: {readonly at: number; readonly found: Found} | null = null;
		for (const at of places) {
			const found = tryAt(at, quoter, text => findClose(words, text));
			if (found !== null && (best === null || found.share > best.found.share)) best = {at, found};
			if (best?.found.share === 1) break;
		}
		return best && {post: best.at, basis: 'close', span: best.found.span, through: null, sole: false};
	}

	/** The posts worth looking at: those the quoter answers, the nearest ones, those that share words with the quote. */
	function places(words: Sought, {post, index, hints, dump}: Quoter): readonly number[] {
		const folded = words.whole.words;
		const found = [
			...hints,
			...register.preceding(post.topic, index, nearPosts),
			...passages.sharing(post.topic, wordHashes(folded), sharingPosts),
			...related.using(folded, rareWordPosts).filter(at => dump.posts[at]?.topic === post.topic),
			register.first(post.topic),
		];
		return [...new Set(found)].filter(at => at >= 0 && at < index);
	}

	/** A quote that names an author who has posted: looked for in that author's posts, and in what they quote. */
	function named(author: string, words: Sought, quoter: Quoter): Source | null {
		const {post, index, dump} = quoter;
		const all = places(words, quoter);
		const latest = register.byAuthor(post.topic, author, index, authorPosts);
		const own = [...new Set([...all.filter(at => isBy(author, dump.posts[at])), ...latest])];
		const source = among(own, words, quoter, false) ?? closest(own, words, quoter);
		if (source !== null) return source;
		const passed = carriedBy(latest, words, quoter);
		if (passed !== null || wordCount(words.whole) < surprisingWords) return passed;
		const others = all.filter(at => !own.includes(at));
		return among(others, words, quoter, false) ?? closest(others, words, quoter);
	}

	/** @param sole - Whether it matters that no other post holds the words. */
	function nameless(words: Sought, quoter: Quoter, sole: boolean): Source | null {
		const {post, index} = quoter;
		if (wordCount(words.whole) < namelessWords) {
			const source = among(register.preceding(post.topic, index, shortReach), words, quoter, true);
			return source?.sole && isDistinct(words) ? source : null;
		}
		const all = places(words, quoter);
		const source = among(all, words, quoter, sole) ?? closest(all, words, quoter);
		return source ?? carriedBy(register.preceding(post.topic, index, carriers), words, quoter);
	}

	return (quote, quoter) => {
		const words = sought(quote.text);
		const at = statedPost(quote, quoter);
		if (at !== -1 && at !== quoter.index) return stated(at, words, quoter);
		if (wordCount(words.whole) === 0) return null;
		if (quoter.holder !== null) {
			const first = carried(quoter.holder.through ?? quoter.holder.post, words, quoter);
			if (first !== null) return first;
		}
		const author = quote.source?.author ?? null;
		if (author === null || !register.hasPosted(quoter.post.topic, author, quoter.index)) {
			return nameless(words, quoter, author !== null);
		}
		return named(author, words, quoter);
	};
}

function isBy(name: string, post: Post | undefined): boolean {
	const folded = name.toLowerCase();
	return post?.author?.toLowerCase() === folded || post?.name?.toLowerCase() === folded;
}

/** Whether words so few can be told from chance: two, or one that is long. */
function isDistinct({whole}: Sought): boolean {
	return whole.words.length > 1 || (whole.words[0]?.length ?? 0) >= 8;
}
