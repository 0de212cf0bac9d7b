/**
Highlights: where one post answers a query. It reads the post by the rules of the search, so it can be asked of any post
at any time; what an index knows of words only spares it work.
*/

import {fold, foldWithMap, unfold} from '../text/words.ts';
import type {Body} from '../thread/body.ts';
import type {Post} from '../thread/post.ts';
import {compares} from './answer.ts';
import type {AskedWord, Condition, PhraseCondition, SignsCondition, WordCondition, WordMode} from './query.ts';
import {type ReadText, ReadTexts, wordCells} from './read-texts.ts';
import type {Match, ReadingStates} from './search.ts';
import {isSearched, possesses, type SearchedText} from './searched-text.ts';
import {keepCase} from './spelling.ts';
import {isExact, matchWord} from './word-match.ts';
import {WordScanner} from './word-scanner.ts';

/** The matched part of a word, UTF-16 units of the word as written. */
type Part = {readonly start: number; readonly end: number; readonly exact: boolean};

/** Finds matches for one query. Posts repeat their words: what one of them answers is kept. */
export class Highlighter {
	readonly #clauses: readonly (readonly Condition[])[];
	readonly #states: ReadingStates | null;
	readonly #reads: ReadTexts;
	readonly #parts = new Map<AskedWord, Map<string, Part | null>>();
	readonly #answers = new Map<AskedWord, Uint32Array | null>();

	/**
	@param clauses - Of the query; none matches nothing.
	@param reads - Reads the posts' texts. What it knows of their words spares most comparisons.
	*/
	constructor(
		clauses: readonly (readonly Condition[])[],
		states: ReadingStates | null,
		reads: ReadTexts = new ReadTexts(null),
	) {
		this.#clauses = clauses;
		this.#states = states;
		this.#reads = reads;
	}

	/** Where a post answers the query, in order, no two of them touching; empty if it does not. Never throws. */
	matches(post: Post, body: Body): readonly Match[] {
		if (this.#clauses.length === 0 || !isSearched(post)) return [];
		const texts = this.#reads.of(post, body);
		const found: Match[] = [];
		for (const clause of this.#clauses) {
			let answered = false;
			for (const condition of clause) {
				const matches = this.#answer(condition, post, body, texts);
				if ((matches === null) !== condition.negated) continue;
				answered = true;
				if (matches !== null) found.push(...matches);
			}
			if (!answered) return [];
		}
		return merge(found, texts);
	}

	/** Where a post meets a condition, negated or not; `null` if nowhere. */
	#answer(condition: Condition, post: Post, body: Body, texts: readonly ReadText[]): readonly Match[] | null {
		switch (condition.type) {
			case 'word':
				return this.#answerWord(condition, texts);
			case 'phrase':
				return orNull(this.#within(condition, texts).flatMap(text => this.#phrases(condition, text)));
			case 'signs':
				return orNull(this.#within(condition, texts).flatMap(text => signs(condition, text)));
			case 'likes':
				return compares(post.likes, condition.compare, condition.value) ? [] : null;
			case 'has':
				return possesses(body, condition.what) ? [] : null;
			case 'is':
				return this.#states?.(condition.state, post) ? [] : null;
		}
	}

	#within(condition: {readonly field: Match['field'] | null}, texts: readonly ReadText[]): readonly ReadText[] {
		return texts.filter(text => condition.field === null || condition.field === text.field);
	}

	/** Near words are shown only in posts that have no word as typed. */
	#answerWord(condition: WordCondition, texts: readonly ReadText[]): readonly Match[] | null {
		const exact: Match[] = [];
		const near: Match[] = [];
		for (const text of this.#within(condition, texts)) {
			for (let at = 0; at < text.count; at++) {
				const part = this.#part(condition.word, condition.mode, text, at);
				if (part === null) continue;
				const start = startOf(text, at);
				const matches = part.exact && !condition.nearly ? exact : near;
				matches.push(matchOf(text, start + part.start, start + part.end));
			}
		}
		return orNull(exact.length > 0 ? exact : near);
	}

	#phrases(condition: PhraseCondition, text: ReadText): readonly Match[] {
		const found: Match[] = [];
		const last = condition.words.length - 1;
		for (let from = 0; from + last < text.count; from++) {
			let end = 0;
			const stands = condition.words.every((asked, at) => {
				const mode = condition.open && at === last ? 'starts' : 'whole';
				const part = this.#part(asked, mode, text, from + at);
				if (part !== null) end = startOf(text, from + at) + part.end;
				return part !== null;
			});
			if (stands) found.push(matchOf(text, startOf(text, from), end));
		}
		return found;
	}

	/** What of a word of a text answers. */
	#part(asked: AskedWord, mode: WordMode, {text, words}: ReadText, at: number): Part | null {
		const cell = at * wordCells.all;
		const form = words[cell + wordCells.form] ?? -1;
		const answers = form >= 0 ? this.#answersOf(asked, mode) : null;
		if (answers !== null && (((answers[form >>> 5] ?? 0) >>> (form & 31)) & 1) === 0) return null;
		const written = text.slice(words[cell + wordCells.start] ?? 0, words[cell + wordCells.end] ?? 0);
		let parts = this.#parts.get(asked);
		if (parts === undefined) {
			parts = new Map();
			this.#parts.set(asked, parts);
		}
		let part = parts.get(written);
		if (part === undefined) {
			part = partOf(asked, mode, written);
			parts.set(written, part);
		}
		return part;
	}

	#answersOf(asked: AskedWord, mode: WordMode): Uint32Array | null {
		let answers = this.#answers.get(asked);
		if (answers === undefined) {
			// What begins with a letter is seen sooner than looked up.
			answers = asked.folded.length === 1 ? null : this.#reads.answers(asked, mode);
			this.#answers.set(asked, answers);
		}
		return answers;
	}
}

function startOf({words}: ReadText, at: number): number {
	return words[at * wordCells.all + wordCells.start] ?? 0;
}

function partOf(asked: AskedWord, mode: WordMode, written: string): Part | null {
	const cased = asked.cased === null ? '' : keepCase(written);
	const match = matchWord(asked, mode, {folded: fold(written), cased});
	if (match === null) return null;
	return {...unfold(foldWithMap(written), match.start, match.end), exact: isExact(match.grade)};
}

function signs({signs: wanted}: SignsCondition, text: ReadText): readonly Match[] {
	const found: Match[] = [];
	const scanner = new WordScanner();
	scanner.open(text.text);
	while (scanner.next()) {
		if (scanner.isWord) continue;
		const folded = foldWithMap(text.text.slice(scanner.start, scanner.end));
		for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
			const {start, end} = unfold(folded, at, at + wanted.length);
			found.push(matchOf(text, scanner.start + start, scanner.start + end));
		}
	}
	return found;
}

function matchOf({field, index}: SearchedText, start: number, end: number): Match {
	return {field, index, start, end};
}

function orNull(matches: readonly Match[]): readonly Match[] | null {
	return matches.length > 0 ? matches : null;
}

/** Matches in the order of the texts and their places, those that overlap or touch made one. */
function merge(matches: readonly Match[], texts: readonly SearchedText[]): readonly Match[] {
	const place = (match: Match) => texts.findIndex(text => text.field === match.field && text.index === match.index);
	const sorted = matches.toSorted((a, b) => place(a) - place(b) || a.start - b.start || a.end - b.end);
	const merged: Match[] = [];
	for (const match of sorted) {
		const last = merged.at(-1);
		if (last !== undefined && place(last) === place(match) && match.start <= last.end) {
			merged[merged.length - 1] = {...last, end: Math.max(last.end, match.end)};
		} else {
			merged.push(match);
		}
	}
	return merged;
}
