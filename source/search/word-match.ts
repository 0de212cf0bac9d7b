/**
How one word of the text answers one word of the query. The same rule serves the
vocabulary (which words of the dump answer) and the highlights (where they stand).
*/
import {type Nearness, near} from './nearness.ts';
import type {AskedWord, WordMode} from './query.ts';

/**
How well a word answers, best first; a hit is as good as its worst word. A word is near with one error, as a
whole or at its beginning, and far with two.
*/
export const grades = {whole: 1, beginning: 2, inside: 3, near: 4, nearBeginning: 5, far: 6} as const;
export type Grade = (typeof grades)[keyof typeof grades];

/** Whether a grade is as typed, not only nearly. */
export function isExact(grade: number): boolean {
	return grade <= grades.inside;
}

/** A word of the text: folded, and with its case (spelling.ts), which is looked at only where the query's word has one. */
export type WordForm = {readonly folded: string; readonly cased: string};

export type WordMatch = {
	readonly grade: Grade;
	/** The matched part, UTF-16 units of the folded word. */
	readonly start: number;
	readonly end: number;
};

/* In scripts written without spaces two letters are a word, and the index holds pairs of them. */
const dense =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/* A test that takes a tenth of the time and spares most words the other. */
const beyondLatin = /[^\0-\u02af]/;

/** Whether a word is of a script written without spaces, whose words are pairs of characters. */
export function isDense(asked: string): boolean {
	return beyondLatin.test(asked) && dense.test(asked);
}

/** Whether a word may be looked for inside of others: a letter or two would be found everywhere. */
export function isFoundInside(asked: string, mode: WordMode): boolean {
	if (mode === 'starts' || mode === 'whole') return false;
	return asked.length > (mode === 'inside' ? 1 : 2) || isDense(asked);
}

/**
Compare a word of the text with a word of the query as typed: no near misses.

@param text - Folded or with its case, as `asked` is.
@returns `null` if it does not answer. Never throws.
*/
export function matchExactly(asked: string, mode: WordMode, text: string): WordMatch | null {
	if (asked === text) return {grade: grades.whole, start: 0, end: text.length};
	if (mode === 'whole') return null;
	if (mode === 'ends') {
		if (!text.endsWith(asked)) return null;
		return {grade: grades.inside, start: text.length - asked.length, end: text.length};
	}
	if (text.startsWith(asked)) return {grade: grades.beginning, start: 0, end: asked.length};
	if (!isFoundInside(asked, mode)) return null;
	const start = text.indexOf(asked);
	return start < 0 ? null : {grade: grades.inside, start, end: start + asked.length};
}

/**
Compare a word of the text with a word of the query, near misses included where the
mode has them. Where case counts, a word that differs only in it does not answer.

@returns `null` if it does not answer. Never throws.
*/
export function matchWord(asked: AskedWord, mode: WordMode, form: WordForm): WordMatch | null {
	const exact = matchExactly(asked.folded, mode, form.folded);
	if (exact !== null) return asked.cased === null ? exact : matchExactly(asked.cased, mode, form.cased);
	return mode === 'near' || mode === 'slip' ? matchNearly(asked, form, mode === 'near' ? 2 : 1) : null;
}

function matchNearly(asked: AskedWord, form: WordForm, most: number): WordMatch | null {
	const found = near(asked.folded, form.folded);
	if (found === null || found.errors > most) return null;
	if (asked.cased !== null && near(asked.cased, form.cased)?.errors !== found.errors) return null;
	return {grade: nearGrade(found, form.folded), start: 0, end: found.end};
}

/** The grade of a word that is near. */
export function nearGrade({errors, end}: Nearness, word: string): Grade {
	if (errors > 1) return grades.far;
	return end === word.length ? grades.near : grades.nearBeginning;
}
