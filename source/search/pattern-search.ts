/**
Searching for a pattern: post after post in the order of the dump, a few milliseconds at a
time. Where the index shows that a post lacks a word the pattern must have, it is passed over.
*/
import type {Body} from '../thread/body.ts';
import type {Dump} from '../thread/dump.ts';
import type {Post} from '../thread/post.ts';
import {makeHits, noHits} from './hits.ts';
import {certainWords, compilePattern, withinTime} from './pattern.ts';
import type {PostIndex} from './post-index.ts';
import {postOf} from './postings.ts';
import type {Match, Results} from './search.ts';
import {isSearched, type SearchedText, searchedTexts} from './searched-text.ts';

/* Texts are matched in batches of about this many UTF-16 units. */
const batchUnits = 1 << 18;
/*
So long may the pattern hold a frame up. A batch takes a millisecond unless the pattern backtracks; to try again, a key
later, is for a machine that was busy. A try begins with the text that the last one was stopped in.
*/
const triesMs = [8, 12, 16, 24, 32, 32, 32, 32, 32] as const;
/*
Highlights are asked for where the pattern was fast enough to be searched for, so this is for a busy machine. A pattern
that is slow behind its first match has none any more.
*/
const lightsMs = [16, 50, 150] as const;

type Batch = {readonly gathered: readonly Gathered[]; next: number; tries: number};
type Gathered = {readonly place: number; readonly texts: readonly SearchedText[]};

export class PatternSearch {
	readonly query: string;
	readonly #pattern: RegExp | null;
	readonly #words: readonly string[];
	#error: string | null;
	#next = 0;
	#batch: Batch | null = null;
	#dump: Dump | null = null;
	#hasLights = true;
	readonly #found: number[] = [];

	constructor(query: string) {
		const {pattern, error} = compilePattern(query);
		this.query = query;
		this.#pattern = pattern;
		this.#error = error;
		this.#words = pattern === null ? [] : certainWords(pattern);
	}

	/**
	Look at more posts. Takes at most some 30 ms, whatever the pattern: one that is too slow is tried a
	few times, a call each, and then refused.

	@param isOver - Whether the time for this is over.
	@returns All that has been found so far, in the order of the dump. Never throws.
	*/
	search(dump: Dump, index: PostIndex, isOver: () => boolean): Results {
		const pattern = this.#pattern;
		this.#dump = dump;
		const asked = pattern !== null && pattern.source !== '(?:)';
		const candidates = asked ? candidatesOf(this.#words, index) : null;
		while (asked && this.#error === null && (this.#batch !== null || this.#next < dump.posts.length)) {
			this.#batch ??= {gathered: this.#gather(dump, candidates, isOver), next: 0, tries: 0};
			if (!this.#match(pattern, this.#batch, dump) || isOver()) break;
		}
		const {query} = this;
		const complete = !asked || (this.#batch === null && this.#next >= dump.posts.length);
		if (this.#error !== null) return {query, mode: 'regex', hits: noHits, error: this.#error, complete: true};
		const posts = Uint32Array.from(this.#found);
		const hits = makeHits(dump, {posts, orders: new Uint32Array(posts.length)});
		return {query, mode: 'regex', hits, error: null, complete};
	}

	/** Where a post matches that the search has come past, in order. Never throws. */
	matches(post: Post, body: Body): readonly Match[] {
		const pattern = this.#pattern;
		if (pattern === null || this.#error !== null || !this.#hasLights || !this.#hasSeen(post)) return [];
		const texts = searchedTexts(post, body);
		let found: Match[] = [];
		const work = () => {
			found = [];
			for (const {field, index, text} of texts) {
				// Matching all begins where the pattern stopped last.
				pattern.lastIndex = 0;
				for (const match of text.matchAll(pattern)) {
					const end = match.index + match[0].length;
					if (end > match.index) found.push({field, index, start: match.index, end});
				}
			}
		};
		this.#hasLights = lightsMs.some(milliseconds => withinTime(work, milliseconds));
		return this.#hasLights ? found : [];
	}

	/** Whether the search has come past a post. */
	#hasSeen(post: Post): boolean {
		const place = this.#dump?.indexOf(post.id) ?? -1;
		const batch = this.#batch;
		const end = batch === null ? this.#next : (batch.gathered[batch.next]?.place ?? this.#next);
		return place >= 0 && place < end && isSearched(post);
	}

	/** The next texts to match. */
	#gather(dump: Dump, candidates: Uint8Array | null, isOver: () => boolean): readonly Gathered[] {
		const batch: Gathered[] = [];
		for (let units = 0; units < batchUnits && this.#next < dump.posts.length; this.#next++) {
			const place = this.#next;
			const post = dump.posts[place];
			if (post === undefined || !isSearched(post)) continue;
			if (candidates !== null && place < candidates.length && candidates[place] === 0) continue;
			const texts = searchedTexts(post, dump.body(post));
			batch.push({place, texts});
			for (const {text} of texts) units += text.length;
			if (isOver()) {
				this.#next++;
				break;
			}
		}
		return batch;
	}

	/** Try once to match a batch, from where it was stopped. @returns Whether it came to its end. */
	#match(pattern: RegExp, batch: Batch, dump: Dump): boolean {
		const begun = batch.next;
		const work = () => {
			for (; batch.next < batch.gathered.length; batch.next++) {
				const gathered = batch.gathered[batch.next];
				if (gathered?.texts.some(({text}) => stands(pattern, text))) this.#found.push(gathered.place);
			}
		};
		if (withinTime(work, triesMs[batch.tries] ?? 0)) {
			this.#batch = null;
			return true;
		}
		batch.tries = batch.next > begun ? 1 : batch.tries + 1;
		if (batch.tries < triesMs.length) return false;
		const post = dump.posts[batch.gathered[batch.next]?.place ?? -1];
		this.#error = `this regular expression takes too long (in post ${post?.number ?? post?.id}): stopped`;
		return false;
	}
}

/** Whether a pattern matches some characters: to match none is no match. */
function stands(pattern: RegExp, text: string): boolean {
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
		if (match[0] !== '') return true;
		// From within a surrogate pair the pattern would go back to where it begins.
		pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
	}
	return false;
}

/** 1 for every indexed post that has all of the words in some word of its own; `null` where none is asked for. */
function candidatesOf(words: readonly string[], index: PostIndex): Uint8Array | null {
	if (words.length === 0) return null;
	const standing = new Uint8Array(index.size);
	words.slice(0, 255).forEach((folded, place) => {
		for (const form of index.vocabulary.find({folded, cased: null}, 'inside').forms) {
			const postings = index.postings.read(form);
			const count = index.postings.count(form);
			for (let at = 0; at < count; at++) {
				const post = postOf(postings[at] ?? 0);
				if (standing[post] === place) standing[post] = place + 1;
			}
		}
	});
	const all = Math.min(255, words.length);
	return standing.map(count => (count === all ? 1 : 0));
}
