/**
Expanding: what a query means beyond its letters, as far as that depends on which words the
dump holds. Search and highlights both go by the expanded query, so they agree.

A word two errors away is meant only where none is nearer. A word that stands nowhere as
typed may be two that were glued (`chartable` for `char table`), and two words may be one that was
parted (`in to` for `into`); what they stand for answers nearly.
*/

import {allowedErrors} from './nearness.ts';
import type {PostIndex} from './post-index.ts';
import type {AskedWord, Condition, PhraseCondition, WordCondition} from './query.ts';
import {grades, isDense, isExact} from './word-match.ts';

type Clauses = readonly (readonly Condition[])[];

/* Parts of glued words have so many letters: shorter ones stand side by side by chance. */
const shortestPart = 3;
/* Parts that both stand in more posts say little, and take long to look for side by side. */
const mostGlued = 2000;
/* Longer ones are no words that somebody glued. */
const longestGlued = 40;

/** The clauses of a query as they are meant of the dump that is indexed. Never throws. */
export function expand(clauses: Clauses, index: PostIndex): Clauses {
	return clauses.map((clause, at) => {
		const expanded = clause.flatMap(condition => expandCondition(condition, index));
		const joined = [joinedWord(clauses[at - 1], clause), joinedWord(clause, clauses[at + 1])];
		for (const word of joined) if (word !== null && index.vocabulary.has(word.word.folded)) expanded.push(word);
		return expanded;
	});
}

function expandCondition(condition: Condition, index: PostIndex): readonly Condition[] {
	if (condition.type !== 'word' || condition.mode !== 'near') return [condition];
	if (allowedErrors(condition.word.folded.length) === 0) return [condition];
	const found = index.vocabulary.find(condition.word, 'near').grades;
	const nearest: Condition = found.some(grade => grade < grades.far) ? {...condition, mode: 'slip'} : condition;
	return found.some(isExact) ? [nearest] : [nearest, ...gluedWords(condition, index)];
}

/** Whether a query has words that may be two which were glued: they stand nowhere as typed. Never throws. */
export function mayBeGlued(clauses: Clauses, index: PostIndex): boolean {
	return clauses
		.flat()
		.some(
			condition =>
				condition.type === 'word' &&
				partsOf(condition).length > 0 &&
				!index.vocabulary.find(condition.word, 'near').grades.some(isExact),
		);
}

/** The ways to part a word in two, if it may be that. Never throws. */
export function partsOf({word, mode}: WordCondition): readonly (readonly [AskedWord, AskedWord])[] {
	const {folded, cased} = word;
	if (mode !== 'near' || cased !== null || folded.length > longestGlued) return [];
	const ways: (readonly [AskedWord, AskedWord])[] = [];
	for (let at = shortestPart; at <= folded.length - shortestPart; at++) {
		ways.push([
			{folded: folded.slice(0, at), cased: null},
			{folded: folded.slice(at), cased: null},
		]);
	}
	return ways;
}

/** The ways to part a word into one that the dump holds and the beginning of another. */
function gluedWords(condition: WordCondition, index: PostIndex): readonly PhraseCondition[] {
	const phrases: PhraseCondition[] = [];
	for (const words of partsOf(condition)) {
		const [first, second] = words;
		if (!index.vocabulary.has(first.folded)) continue;
		const reach = Math.min(index.reach(first, 'whole'), index.reach(second, 'starts'));
		if (reach === 0 || reach > mostGlued) continue;
		phrases.push({type: 'phrase', words, open: true, field: condition.field, negated: false, nearly: true});
	}
	return phrases;
}

/** The word that two clauses make together, if each asks for one word and nothing else. */
function joinedWord(
	left: readonly Condition[] | undefined,
	right: readonly Condition[] | undefined,
): WordCondition | null {
	const [first] = left ?? [];
	const [second] = right ?? [];
	if (left?.length !== 1 || right?.length !== 1 || first?.type !== 'word' || second?.type !== 'word') return null;
	if (first.mode !== 'near' || second.mode !== 'near' || first.field !== second.field) return null;
	const folded = first.word.folded + second.word.folded;
	// A letter before or after a word makes another word too often, and dense scripts are found joined anyway.
	if (Math.min(first.word.folded.length, second.word.folded.length) < 2 || isDense(folded)) return null;
	return {...first, word: {folded, cased: null}, mode: 'whole', nearly: true};
}
