/**
The engine: the index of a dump that grows, and the search over it.
*/
import type {Dump} from '../thread/dump.ts';
import type {Post} from '../thread/post.ts';
import {Ahead} from './ahead.ts';
import {type Asked, answerClause} from './answer.ts';
import {expand, mayBeGlued} from './expand.ts';
import {Highlighter} from './highlight.ts';
import {makeHits, noHits} from './hits.ts';
import {PatternSearch} from './pattern-search.ts';
import {openers, PostIndex} from './post-index.ts';
import {type Condition, type PlainMode, parseQuery} from './query.ts';
import {closeness, type Order, orderPosts, withScanned} from './rank.ts';
import {ReadTexts} from './read-texts.ts';
import {scratchRow} from './scratch.ts';
import type {Engine, Match, ReadingStates, Results, SearchMode} from './search.ts';
import {concerns, Sieve} from './sieve.ts';
import {type Wanted, wantedBy} from './wanted.ts';

/* How many of a query's words are compared by how close they stand. */
const comparedClauses = 16;
/* A pattern goes on for so long at a key. */
const patternMs = 8;
/* What is not indexed yet is searched for so long at a key, in milliseconds. */
const aheadMs = 4;

type Clauses = readonly (readonly Condition[])[];
type Parsed = {readonly clauses: Clauses; readonly error: string | null};

/**
Make an engine with an empty index.

@param states - Who knows what is unread or marked; without it, `is:` is refused in words.
@param now - The clock that bounds a slice of work, in milliseconds.
*/
export function createEngine(states: ReadingStates | null = null, now = () => performance.now()): Engine {
	return new IndexEngine(states, now);
}

class IndexEngine implements Engine {
	readonly #states: ReadingStates | null;
	readonly #now: () => number;
	#index = new PostIndex();
	#reads = new ReadTexts(this.#index.vocabulary);
	#dump: Dump | null = null;
	#last: Post | undefined;
	/* What belongs to the query asked last: a view asks for the matches of every post on screen. */
	#highlighter: {readonly key: string; readonly highlighter: Highlighter} | null = null;
	#ahead: {readonly key: string; readonly ahead: Ahead} | null = null;
	#pattern: PatternSearch | null = null;
	/* A single query that was asked of a whole dump. */
	#single: {readonly key: string; readonly dump: Dump; readonly index: PostIndex} | null = null;

	constructor(states: ReadingStates | null, now: () => number) {
		this.#states = states;
		this.#now = now;
	}

	get indexed(): number {
		return this.#index.size;
	}

	/** A snapshot that does not go on from the last one begins the index anew. */
	index(dump: Dump, budgetMs: number): boolean {
		const isOver = this.#slice(budgetMs);
		if (dump.posts[this.indexed - 1] !== this.#last) {
			this.#index = new PostIndex();
			this.#reads = new ReadTexts(this.#index.vocabulary);
			this.#last = undefined;
			this.#highlighter = null;
			this.#ahead = null;
			this.#pattern = null;
		}
		this.#dump = dump;
		const index = this.#index;
		while (index.size < dump.posts.length) {
			const post = dump.posts[index.size];
			if (post === undefined) break;
			if (!index.isReading) {
				if (dump.prepare(post) !== null) break;
				index.begin(post, dump.body(post));
			}
			if (index.read()) this.#last = post;
			if (isOver()) break;
		}
		if (this.indexed < dump.posts.length) return false;
		return !dump.complete || index.settle(isOver);
	}

	search(query: string, mode: SearchMode = 'fuzzy'): Results {
		const dump = this.#dump;
		if (dump === null) return {query, mode, hits: noHits, error: null, complete: false};
		if (mode === 'regex') {
			return this.#patternOf(query).search(dump, this.#index, this.#slice(patternMs));
		}
		const parsed = this.#parse(query, mode);
		const {error} = parsed;
		const clauses = expand(parsed.clauses, this.#index);
		const complete = this.indexed === dump.posts.length;
		if (error !== null || clauses.length === 0) return {query, mode, hits: noHits, error, complete};
		const order = find(this.#index, dump.posts, clauses, this.#states);
		if (complete) return {query, mode, hits: makeHits(dump, order), error, complete};
		const key = keyOf(query, mode);
		if (this.#ahead?.key !== key) this.#ahead = {key, ahead: new Ahead(clauses, this.#states)};
		const scanned = this.#ahead.ahead.scan(dump, this.indexed, this.#slice(aheadMs));
		return {query, mode, hits: makeHits(dump, withScanned(order, scanned)), error, complete};
	}

	once(dump: Dump, query: string, mode: SearchMode = 'fuzzy'): Results {
		if (mode === 'regex') {
			this.#single = {key: keyOf(query, mode), dump, index: new PostIndex()};
			const pattern = this.#patternOf(query);
			for (;;) {
				const results = pattern.search(dump, this.#single.index, () => false);
				if (results.complete) return results;
			}
		}
		const {clauses, error} = this.#parse(query, mode);
		if (error !== null || clauses.length === 0) {
			this.#single = {key: keyOf(query, mode), dump, index: new PostIndex()};
			return {query, mode, hits: noHits, error, complete: true};
		}
		const typed = wantedBy(clauses, false);
		const glued = wantedBy(clauses, true);
		const sieve = typed.onlyWords ? new Sieve(typed, glued) : null;
		const concern = dump.posts.map(post => sieve?.concernOf(post, dump) ?? concerns.typed);
		let sifted = sift(dump, typed, place => concern[place] === concerns.typed);
		if (mayBeGlued(clauses, sifted.index)) sifted = sift(dump, glued, place => concern[place] !== concerns.none);
		const {index, posts, places} = sifted;
		this.#single = {key: keyOf(query, mode), dump, index};
		const order = find(index, posts, expand(clauses, index), this.#states);
		const hits = makeHits(dump, {...order, posts: order.posts.map(post => places[post] ?? 0)});
		return {query, mode, hits, error, complete: true};
	}

	matches(query: string, post: Post, mode: SearchMode = 'fuzzy'): readonly Match[] {
		const single = this.#single?.key === keyOf(query, mode) ? this.#single : null;
		const dump = single?.dump ?? this.#dump;
		const index = single?.index ?? this.#index;
		if (dump === null) return [];
		const body = dump.body(post);
		if (mode === 'regex') return this.#patternOf(query).matches(post, body);
		// What a query means may change with the words that are known.
		const key = `${index.vocabulary.size} ${keyOf(query, mode)}`;
		if (this.#highlighter?.key !== key) {
			const clauses = expand(this.#parse(query, mode).clauses, index);
			const reads = single === null ? this.#reads : new ReadTexts(index.vocabulary);
			this.#highlighter = {key, highlighter: new Highlighter(clauses, this.#states, reads)};
		}
		return this.#highlighter.highlighter.matches(post, body);
	}

	/** A slice of time that begins now: whether it is over. */
	#slice(ms: number): () => boolean {
		const end = this.#now() + ms;
		return () => this.#now() >= end;
	}

	#parse(query: string, mode: PlainMode): Parsed {
		const {clauses, error} = parseQuery(query, mode);
		if (error !== null) return {clauses: [], error: `${error.message} (character ${error.start + 1})`};
		if (this.#states === null && clauses.flat().some(condition => condition.type === 'is')) {
			return {clauses: [], error: 'is:unread and is:marked are not known here'};
		}
		return {clauses, error: null};
	}

	#patternOf(query: string): PatternSearch {
		if (this.#pattern?.query !== query) this.#pattern = new PatternSearch(query);
		return this.#pattern;
	}
}

/** A query and its mode as one word. */
function keyOf(query: string, mode: SearchMode): string {
	return `${mode} ${query}`;
}

/** An index of the posts that a single query can have to do with, these posts, and where they stand in the dump. */
type Sifted = {readonly index: PostIndex; readonly posts: readonly Post[]; readonly places: readonly number[]};

function sift(dump: Dump, wanted: Wanted, passes: (place: number) => boolean): Sifted {
	const index = new PostIndex(wanted);
	const posts: Post[] = [];
	const places: number[] = [];
	for (const [place, post] of dump.posts.entries()) {
		if (!passes(place)) continue;
		posts.push(post);
		places.push(place);
		index.begin(post, dump.body(post));
		while (!index.read());
	}
	return {index, posts, places};
}

/* For the clauses that nearly all queries have. */
const answerRows = Array.from({length: 4}, () => scratchRow(length => new Uint16Array(length)));
const tokensRow = scratchRow(length => new Uint32Array(length));

/** The posts of the index that answer, in order. */
function find(index: PostIndex, posts: readonly Post[], clauses: Clauses, states: ReadingStates | null): Order {
	const asked: Asked = {index, posts, states};
	// One word alone is close to nothing.
	const compares = clauses.filter(asksWords).length > 1;
	const tokens = tokensRow(compares ? index.tokenCount : 0).fill(0);
	let worded = 0;
	const answers = clauses.map((clause, at) => {
		const isCompared = compares && asksWords(clause) && worded < comparedClauses;
		const row = answerRows[at]?.(index.size) ?? new Uint16Array(index.size);
		answerClause(asked, clause, isCompared ? {tokens, bit: 1 << worded++} : null, row);
		return row;
	});
	const close = (post: number) => closeness(index.tokens(post), openers, tokens, worded);
	return orderPosts(answers, index.size, post => index.isSearched(post), worded > 1 ? close : null);
}

/** Whether a clause asks for words that stand somewhere, so that their places can be compared. */
function asksWords(clause: readonly Condition[]): boolean {
	return clause.some(condition => !condition.negated && (condition.type === 'word' || condition.type === 'phrase'));
}
