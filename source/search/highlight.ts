/**
Highlights: where one post answers a query. It reads the post and asks no index, by the
same rules, so it can be asked of any post at any time.
*/

import {fold, foldWithMap, unfold, type Word, words} from '../text/words.ts';
import type {Body} from '../thread/body.ts';
import type {Post} from '../thread/post.ts';
import {compares} from './answer.ts';
import type {AskedWord, Condition, PhraseCondition, SignsCondition, WordCondition, WordMode} from './query.ts';
import type {Match, ReadingStates} from './search.ts';
import {isSearched, possesses, type SearchedText, searchedTexts} from './searched-text.ts';
import {keepCase} from './spelling.ts';
import {isExact, matchWord} from './word-match.ts';
import {WordScanner} from './word-scanner.ts';

/** The matched part of a word, UTF-16 units of the word as written. */
type Part = {readonly start: number; readonly end: number; readonly exact: boolean};

/** A text with its words, read once for all conditions. */
type ReadText = SearchedText & {readonly words: readonly Word[]};

/** Finds matches for one query. Posts repeat their words: what one of them answers is kept. */
export class Highlighter {
	readonly #clauses: readonly (readonly Condition[])[];
	readonly #states: ReadingStates | null;
	readonly #parts = new Map<AskedWord, Map<string, Part | null>>();

	/** @param clauses - Of the query; none matches nothing. */
	constructor(clauses: readonly (readonly Condition[])[], states: ReadingStates | null) {
		this.#clauses = clauses;
		this.#states = states;
	}

	/** Where a post answers the query, in order, no two of them touching; empty if it does not. Never throws. */
	matches(post: Post, body: Body): readonly Match[] {
		if (this.#clauses.length === 0 || !isSearched(post)) return [];
		const texts = searchedTexts(post, body).map(text => ({...text, words: [...words(text.text)]}));
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
			for (const word of text.words) {
				const part = this.#part(condition.word, condition.mode, word.text);
				if (part !== null)
					(part.exact && !condition.nearly ? exact : near).push(
						matchOf(text, word.start + part.start, word.start + part.end),
					);
			}
		}
		return orNull(exact.length > 0 ? exact : near);
	}

	#phrases(condition: PhraseCondition, text: ReadText): readonly Match[] {
		const found: Match[] = [];
		const last = condition.words.length - 1;
		text.words.forEach((first, from) => {
			let end = first.end;
			const stands = condition.words.every((asked, at) => {
				const word = text.words[from + at];
				const mode = condition.open && at === last ? 'starts' : 'whole';
				const part = word === undefined ? null : this.#part(asked, mode, word.text);
				if (word !== undefined && part !== null) end = word.start + part.end;
				return part !== null;
			});
			if (stands) found.push(matchOf(text, first.start, end));
		});
		return found;
	}

	#part(asked: AskedWord, mode: WordMode, written: string): Part | null {
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
}

function partOf(asked: AskedWord, mode: WordMode, written: string): Part | null {
	const match = matchWord(asked, mode, {folded: fold(written), cased: keepCase(written)});
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
