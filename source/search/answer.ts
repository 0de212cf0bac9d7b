/**
Answering: which posts of the index meet a condition of the query, and how well.
*/
import type {Post} from '../thread/post.ts';
import {fieldTokens, openers, type PostIndex, tokenOf} from './post-index.ts';
import {allFields, fieldBits, fieldsOf, type Postings, postOf} from './postings.ts';
import type {Comparison, Condition, FactCondition, PhraseCondition, SignsCondition, WordCondition} from './query.ts';
import {packAnswer, silent, unanswered} from './rank.ts';
import type {ReadingStates} from './search.ts';
import {grades} from './word-match.ts';

/** What conditions are asked of. */
export type Asked = {
	readonly index: PostIndex;
	/** The posts by their numbers in the index; there may be more. */
	readonly posts: readonly Post[];
	readonly states: ReadingStates | null;
};

/** Which tokens answer which clauses, as bits: for closeness. */
export type Marks = {readonly tokens: Uint32Array; readonly bit: number};

/**
Answer one clause for every post of the index.

@param marks - Where to note the tokens that answer it.
@returns The best answer of each post. Never throws.
*/
export function answerClause(asked: Asked, clause: readonly Condition[], marks: Marks): Uint16Array {
	const answers = new Uint16Array(asked.index.size).fill(unanswered);
	for (const condition of clause) {
		if (condition.negated) {
			const refused = new Uint16Array(answers.length).fill(unanswered);
			answerCondition(asked, condition, refused, {tokens: marks.tokens, bit: 0});
			for (let post = 0; post < answers.length; post++) if (refused[post] === unanswered) answers[post] = silent;
		} else {
			answerCondition(asked, condition, answers, marks);
		}
	}
	return answers;
}

function answerCondition(asked: Asked, condition: Condition, answers: Uint16Array, marks: Marks): void {
	switch (condition.type) {
		case 'word':
			answerWord(asked.index, condition, answers, marks);
			break;
		case 'phrase':
			answerPhrase(asked.index, condition, answers, marks);
			break;
		case 'signs':
			answerSigns(asked.index, condition, answers);
			break;
		default:
			for (let number = 0; number < answers.length; number++) {
				const post = asked.posts[number];
				if (post !== undefined && isFact(asked, condition, post, number)) answers[number] = silent;
			}
	}
}

/* By a posting's fields: the best of them, and none for no field. */
const bestField = [Number.NaN, 0, 1, 0, 2, 0, 1, 0];

/*
Whoever has typed the beginning of a word is more often near its end than not: one with more letters left counts
as so many times as common.
*/
const lettersLeft = 3;
const halfTyped = 4;

function answerWord(index: PostIndex, condition: WordCondition, answers: Uint16Array, marks: Marks): void {
	if (isLetter(index, condition)) {
		answerLetter(index, condition, answers, marks);
		return;
	}
	const wanted = condition.field === null ? allFields : fieldBits[condition.field];
	const {forms, words, grades: found} = index.vocabulary.find(condition.word, condition.mode);
	let word = -1;
	let frequency = 0;
	for (let at = 0; at < forms.length; at++) {
		const form = forms[at] ?? 0;
		marks.tokens[tokenOf(form)] = (marks.tokens[tokenOf(form)] ?? 0) | marks.bit;
		if (words[at] !== word) {
			word = words[at] ?? 0;
			frequency = index.frequency(word);
			const left = index.vocabulary.lengthOf(word) - condition.word.folded.length;
			if (found[at] === grades.beginning && left > lettersLeft) frequency *= halfTyped;
		}
		const grade = condition.nearly ? grades.near : (found[at] ?? grades.far);
		answerPostings(index.postings, form, wanted, packAnswer(grade, frequency, 0), answers);
	}
}

/** Whether a word is a single letter, which every word answers that begins with it. */
function isLetter(index: PostIndex, {word, mode, nearly}: WordCondition): boolean {
	const letter = word.cased ?? word.folded;
	return (
		letter.length === 1 && mode !== 'whole' && mode !== 'ends' && !nearly && index.letters.has(letter.charCodeAt(0))
	);
}

/** Words that begin with a letter say nothing by being rare: all count as common. */
function answerLetter(index: PostIndex, condition: WordCondition, answers: Uint16Array, marks: Marks): void {
	const letter = (condition.word.cased ?? condition.word.folded).charCodeAt(0);
	fieldTokens.forEach((name, field) => {
		if (condition.field !== null && condition.field !== name) return;
		const answer = packAnswer(grades.beginning, Number.MAX_SAFE_INTEGER, field);
		const row = index.letters.row(letter, field);
		for (let cell = 0; cell < row.length; cell++) {
			let bits = row[cell] ?? 0;
			for (let post = cell << 5; bits !== 0; post++, bits >>>= 1) {
				if ((bits & 1) === 1 && answer < (answers[post] ?? 0)) answers[post] = answer;
			}
		}
	});
	answerWord(index, {...condition, mode: 'whole'}, answers, marks);
	if (marks.bit === 0) return;
	for (const form of index.vocabulary.find(condition.word, 'starts').forms) {
		marks.tokens[tokenOf(form)] = (marks.tokens[tokenOf(form)] ?? 0) | marks.bit;
	}
}

/** Note an answer for the posts of a list, with the best of their fields. */
function answerPostings(from: Postings, list: number, wanted: number, answer: number, answers: Uint16Array): void {
	const postings = from.read(list);
	let count = from.count(list);
	// A post that is still being read stands last.
	while (count > 0 && postOf(postings[count - 1] ?? 0) >= answers.length) count--;
	for (let at = 0; at < count; at++) {
		const posting = postings[at] ?? 0;
		const fields = fieldsOf(posting) & wanted;
		if (fields === 0) continue;
		const post = postOf(posting);
		const better = answer + (bestField[fields] ?? 0);
		if (better < (answers[post] ?? 0)) answers[post] = better;
	}
}

function answerPhrase(index: PostIndex, condition: PhraseCondition, answers: Uint16Array, marks: Marks): void {
	const last = condition.words.length - 1;
	const places = new Uint32Array(index.tokenCount);
	// In how many of the phrase's words' lists a post stands, one after the other.
	const standing = new Uint8Array(answers.length);
	let rarest = Number.POSITIVE_INFINITY;
	condition.words.forEach((word, place) => {
		const {forms} = index.vocabulary.find(word, condition.open && place === last ? 'starts' : 'whole');
		let reach = 0;
		for (const form of forms) {
			const token = tokenOf(form);
			places[token] = (places[token] ?? 0) | (1 << place);
			// How close other words stand is counted from where the phrase begins.
			if (place === 0) marks.tokens[token] = (marks.tokens[token] ?? 0) | marks.bit;
			const count = index.postings.count(form);
			const postings = index.postings.read(form);
			reach += count;
			for (let at = 0; at < count; at++) {
				const post = postOf(postings[at] ?? 0);
				if (standing[post] === place) standing[post] = place + 1;
			}
		}
		rarest = Math.min(rarest, reach);
	});
	for (let post = standing.indexOf(last + 1); post >= 0; post = standing.indexOf(last + 1, post + 1)) {
		// Bit i: the last tokens are the first i + 1 words of the phrase.
		let state = 0;
		let field = 0;
		const tokens = index.tokens(post);
		for (let at = 0; at < tokens.length; at++) {
			const token = tokens[at] ?? 0;
			if (token < openers) field = token;
			state = ((state << 1) | 1) & (places[token] ?? 0);
			if (((state >> last) & 1) === 0) continue;
			if (condition.field !== null && fieldTokens[field] !== condition.field) continue;
			const answer = packAnswer(condition.nearly ? grades.near : grades.whole, rarest, field);
			if (answer < (answers[post] ?? 0)) answers[post] = answer;
		}
	}
}

function answerSigns(index: PostIndex, condition: SignsCondition, answers: Uint16Array): void {
	const wanted = condition.field === null ? allFields : fieldBits[condition.field];
	index.signRows().forEach((row, list) => {
		if (!row.includes(condition.signs)) return;
		answerPostings(index.signPostings, list, wanted, packAnswer(grades.whole, 1, 0), answers);
	});
}

function isFact(asked: Asked, condition: FactCondition, post: Post, number: number): boolean {
	switch (condition.type) {
		case 'likes':
			return compares(post.likes, condition.compare, condition.value);
		case 'has':
			return asked.index.possesses(number, condition.what);
		case 'is':
			return asked.states?.(condition.state, post) ?? false;
	}
}

/** Compare likes with what is asked. Likes that the dump does not tell answer nothing. */
export function compares(likes: number | null, compare: Comparison, value: number): boolean {
	if (likes === null) return false;
	switch (compare) {
		case '>':
			return likes > value;
		case '>=':
			return likes >= value;
		case '<':
			return likes < value;
		case '<=':
			return likes <= value;
		case '=':
			return likes === value;
	}
}
