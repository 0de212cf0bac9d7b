/**
Sources: which earlier post do a quote's words come from?

Few posts are looked at for each quote, however long the thread: those its writer answers or
quotes beside it, those of the author it names, the nearest ones, and those that share a run of
words or a rare word with it. Nothing later than the quote is looked at.
*/

import {type HashedWords, passingWords} from '../text/hashed-words.ts';
import {type Found, findClose, findExact, type Sought, sought, wordCount} from './align.ts';
import {AlignedTexts, compared} from './aligned-texts.ts';
import type {Quote} from './body.ts';
import type {Dump} from './dump.ts';
import {passage} from './passage.ts';
import type {PassageIndex} from './passage-index.ts';
import type {Post} from './post.ts';
import type {PostRegister} from './post-register.ts';
import type {createRelated} from './related.ts';
import {isSameTime} from './stated-time.ts';

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
	/** What the first quotes of an earlier post were found to be, so many at most. */
	readonly quotesAt: (index: number, most: number) => readonly CarriedQuote[];
	readonly effort: Effort;
};

/** What looking may still cost, in texts of up to a thousand words, and whether it met a body that cannot be read yet. */
export type Effort = {
	/** For the quote at hand. */
	left: number;
	/** For all quotes of the post. */
	total: number;
	/** If so, nothing that was found or not found holds: what had to be asked cannot answer yet. */
	waits: boolean;
};

/** So much may a quote cost: a step of reading, that must be short. Among posts of some hundred words it is never met. */
const quoteEffort = 150;

/** To prepare a text costs so many times as much as to look at it. */
const preparing = 6;

/** @param total - What all quotes of a post may cost together. */
export function freshEffort(total: number): Effort {
	return {left: 0, total, waits: false};
}

function spend(effort: Effort, words: number): void {
	const cost = 1 + words / 1000;
	effort.left -= cost;
	effort.total -= cost;
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

/** Of how many posts of that author it is asked whether they were written when the quote says. */
const datedPosts = 256;

/** How many are looked at for a run of words or a rare word they share. Mostly the first one is it. */
const sharingPosts = 8;
const rareWordPosts = 4;

/** Carriers: how many posts are looked at, and how many quotes of each. */
const carriers = 12;
const carriedQuotes = 32;

type Parts = {
	readonly register: PostRegister;
	readonly passages: Pick<PassageIndex, 'sharing'>;
	readonly related: Pick<ReturnType<typeof createRelated>, 'using'>;
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

	function tryAt(at: number, quoter: Quoter, way: (text: HashedWords) => Found | null): Found | null {
		const {dump, effort} = quoter;
		const post = readable(at, quoter);
		if (post === null) return null;
		const isReady = texts.has(post);
		const text = texts.of(post, dump);
		spend(effort, text.hashes.length * (isReady ? 1 : preparing));
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
		if (at >= quoter.index || wordCount(words) === 0 || readable(at, quoter) === null) return null;
		for (const {text, source} of quoter.quotesAt(at, carriedQuotes)) {
			if (source === null || source.post === at || source.post >= quoter.index) continue;
			if (quoter.effort.left <= 0) return null;
			const carriedWords = passingWords(compared(text));
			spend(quoter.effort, carriedWords.hashes.length * preparing);
			if (findExact(words.whole, carriedWords) === null) continue;
			const found = tryAt(source.post, quoter, own => findExact(words.whole, own) ?? findClose(words, own));
			return {
				post: source.post,
				basis: found?.basis ?? source.basis,
				span: found?.span ?? null,
				through: at,
				sole: true,
			};
		}
		return null;
	}

	/** The words as a post shows them, its quotes among them: some of them own, or none of a source that is known. */
	function shown(at: number, words: Sought, quoter: Quoter): Source | null {
		const {dump, effort} = quoter;
		const post = at < quoter.index ? readable(at, quoter) : null;
		if (post === null || dump.body(post).quotes.length === 0) return null;
		const text = texts.shown(post, dump);
		spend(effort, text.hashes.length * preparing);
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

	/** The posts worth looking at first: those the quoter answers, and the nearest ones. */
	function nearPlaces({post, index, hints}: Quoter): readonly number[] {
		const near = register.preceding(post.topic, index, nearPosts);
		return hints.length === 0 ? near : [...new Set([...hints, ...near])];
	}

	/** Then those that share words with the quote. */
	function farPlaces({words}: Sought, {post, index, dump}: Quoter): readonly number[] {
		const found = [
			...passages.sharing(post.topic, words.hashes, sharingPosts),
			...related.using(words, 0, words.hashes.length, rareWordPosts).filter(at => dump.posts[at]?.topic === post.topic),
			register.first(post.topic),
		];
		return [...new Set(found)].filter(at => at >= 0 && at < index);
	}

	/** Of the author's posts those that were written at a time: these near ones first, then the latest. */
	function writtenAt(date: string, author: string, near: readonly number[], {post, index, dump}: Quoter) {
		const places = [...near, ...register.byAuthor(post.topic, author, index, datedPosts)];
		return [...new Set(places)].filter(at => isSameTime(date, dump.posts[at]?.date ?? null));
	}

	/** A quote that names an author who has posted: looked for in that author's posts, and in what they quote. */
	function named(author: string, date: string | null, words: Sought, quoter: Quoter): Source | null {
		const {post, index, dump} = quoter;
		const near = nearPlaces(quoter);
		const ofAuthor = (places: readonly number[]) => places.filter(at => isBy(author, dump.posts[at]));
		const nearOwn = ofAuthor(near);
		const dated = date === null ? [] : writtenAt(date, author, nearOwn, quoter);
		const exact = among(dated, words, quoter, false) ?? among(nearOwn, words, quoter, false);
		if (exact !== null) return exact;
		const far = farPlaces(words, quoter);
		const latest = register.byAuthor(post.topic, author, index, authorPosts);
		const own = [...new Set([...nearOwn, ...ofAuthor(far), ...latest])];
		const source =
			among(own.slice(nearOwn.length), words, quoter, false) ??
			closest(dated, words, quoter) ??
			closest(own, words, quoter);
		if (source !== null) return source;
		const passed = carriedBy(latest, words, quoter);
		if (passed !== null || wordCount(words) < surprisingWords) return passed;
		const others = [...new Set([...near, ...far])].filter(at => !own.includes(at));
		return among(others, words, quoter, false) ?? closest(others, words, quoter);
	}

	/** @param sole - Whether it matters that no other post holds the words. */
	function nameless(words: Sought, quoter: Quoter, sole: boolean): Source | null {
		const {post, index} = quoter;
		if (wordCount(words) < namelessWords) {
			const source = among(register.preceding(post.topic, index, shortReach), words, quoter, true);
			return source?.sole && isDistinct(words) ? source : null;
		}
		const near = nearPlaces(quoter);
		const exact = sole ? null : among(near, words, quoter, false);
		if (exact !== null) return exact;
		const all = [...new Set([...near, ...farPlaces(words, quoter)])];
		const source = among(sole ? all : all.slice(near.length), words, quoter, sole) ?? closest(all, words, quoter);
		return source ?? carriedBy(register.preceding(post.topic, index, carriers), words, quoter);
	}

	return (quote, quoter) => {
		quoter.effort.left = Math.min(quoteEffort, quoter.effort.total);
		const words = sought(compared(passage(quote.text)));
		const at = statedPost(quote, quoter);
		if (at !== -1 && at !== quoter.index) return stated(at, words, quoter);
		if (wordCount(words) === 0) return null;
		if (quoter.holder !== null) {
			const first = carried(quoter.holder.through ?? quoter.holder.post, words, quoter);
			if (first !== null) return first;
		}
		const author = quote.source?.author ?? null;
		if (author === null || !register.hasPosted(quoter.post.topic, author, quoter.index)) {
			return nameless(words, quoter, author !== null);
		}
		return named(author, quote.source?.date ?? null, words, quoter);
	};
}

/**
A finder that knows the register alone. Where it would have asked what else is noted of earlier posts, or a quote
costs so much that it counts which texts were kept, it says so: the effort `waits`. All else it finds as the other does.
*/
export function createNearbyFinder(register: PostRegister): SourceFinder {
	let isAsked = false;
	const ask = (): readonly never[] => {
		isAsked = true;
		return [];
	};
	const find = createSourceFinder({
		register,
		passages: {sharing: ask},
		related: {using: ask},
		texts: new AlignedTexts(),
	});
	return (quote, quoter) => {
		const {dump, effort} = quoter;
		const quotesAt = (at: number) => {
			const post = dump.posts[at];
			return post === undefined || dump.body(post).quotes.length === 0 ? [] : ask();
		};
		isAsked = false;
		const source = find(quote, {...quoter, quotesAt});
		if (isAsked || effort.left <= 0) effort.waits = true;
		return source;
	};
}

function isBy(name: string, post: Post | undefined): boolean {
	return post !== undefined && (isSameName(name, post.author) || isSameName(name, post.name));
}

function isSameName(name: string, other: string | null): boolean {
	return other !== null && (other === name || other.toLowerCase() === name.toLowerCase());
}

/** Whether words so few can be told from chance: two, or one that is long. */
function isDistinct({words: {starts, ends}}: Sought): boolean {
	return starts.length > 1 || (ends[0] ?? 0) - (starts[0] ?? 0) >= 8;
}
