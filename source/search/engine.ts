/**
The engine: the index of a dump that grows, and the search over it.
*/
import type {Dump} from '../thread/dump.ts';
import type {Post} from '../thread/post.ts';
import {type Asked, answerClause} from './answer.ts';
import {Highlighter} from './highlight.ts';
import {fieldTokens, PostIndex} from './post-index.ts';
import {type Condition, parseQuery, type Query} from './query.ts';
import {closeness, gradeOf, orderPosts, scoreOf} from './rank.ts';
import type {Engine, Hit, Match, ReadingStates, Results, SearchMode} from './search.ts';
import {isExact} from './word-match.ts';

/* How many of a query's words are compared by how close they stand. */
const comparedClauses = 16;

/**
Make an engine with an empty index.

@param states - Who knows what is unread or marked; without it, `is:` is refused in words.
*/
export function createEngine(states: ReadingStates | null = null): Engine {
	return new IndexEngine(states);
}

class IndexEngine implements Engine {
	readonly #states: ReadingStates | null;
	#index = new PostIndex();
	#dump: Dump | null = null;
	#last: Post | undefined;
	#highlighter: {readonly query: string; readonly highlighter: Highlighter} | null = null;

	constructor(states: ReadingStates | null) {
		this.#states = states;
	}

	get indexed(): number {
		return this.#index.size;
	}

	/** A snapshot that does not go on from the last one begins the index anew. */
	index(dump: Dump, budgetMs: number): boolean {
		const start = performance.now();
		if (dump.posts[this.indexed - 1] !== this.#last) {
			this.#index = new PostIndex();
			this.#last = undefined;
		}
		this.#dump = dump;
		for (let post = dump.posts[this.indexed]; post !== undefined; post = dump.posts[this.indexed]) {
			if (dump.prepare(post) !== null) break;
			this.#index.add(post, dump.body(post));
			this.#last = post;
			if (performance.now() - start >= budgetMs) break;
		}
		return this.indexed === dump.posts.length;
	}

	search(query: string, mode: SearchMode = 'fuzzy'): Results {
		const parsed = parseQuery(query);
		const error = this.#errorOf(parsed);
		const complete = this.#dump !== null && this.indexed === this.#dump.posts.length;
		const hits = error === null && parsed.clauses.length > 0 ? this.#find(parsed) : [];
		return {query, mode, hits, error, complete};
	}

	matches(query: string, post: Post): readonly Match[] {
		if (this.#dump === null) return [];
		if (this.#highlighter?.query !== query) {
			const parsed = parseQuery(query);
			const clauses = this.#errorOf(parsed) === null ? parsed.clauses : [];
			this.#highlighter = {query, highlighter: new Highlighter(clauses, this.#states)};
		}
		return this.#highlighter.highlighter.matches(post, this.#dump.body(post));
	}

	#errorOf({clauses, error}: Query): string | null {
		if (error !== null) return `${error.message} (character ${error.start + 1})`;
		if (this.#states === null && clauses.flat().some(condition => condition.type === 'is')) {
			return 'is:unread and is:marked are not known here';
		}
		return null;
	}

	#find({clauses}: Query): readonly Hit[] {
		const dump = this.#dump;
		if (dump === null) return [];
		const index = this.#index;
		const asked: Asked = {index, posts: dump.posts, body: dump.body, states: this.#states};
		const marks = new Uint32Array(index.tokenCount);
		let worded = 0;
		const answers = clauses.map(clause => {
			const bit = asksWords(clause) && worded < comparedClauses ? 1 << worded++ : 0;
			return answerClause(asked, clause, {tokens: marks, bit});
		});
		const close = (post: number) => closeness(index.tokens(post), fieldTokens.length, marks, worded);
		const {posts, orders} = orderPosts(answers, index.size, post => index.isSearched(post), worded > 1 ? close : null);
		const hits: Hit[] = [];
		// A first letter finds nearly every post: this loop is most of what such a key costs.
		for (let at = 0; at < posts.length; at++) {
			const order = orders[at] ?? 0;
			hits.push({post: index.id(posts[at] ?? 0), score: scoreOf(order), exact: isExact(gradeOf(order))});
		}
		return hits;
	}
}

/** Whether a clause asks for words that stand somewhere, so that their places can be compared. */
function asksWords(clause: readonly Condition[]): boolean {
	return clause.some(condition => !condition.negated && (condition.type === 'word' || condition.type === 'phrase'));
}
