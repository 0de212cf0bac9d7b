/**
Answering: which posts of the index meet a condition of the query, and how well.
*/
import type {Post} from '../thread/post.ts';
import {fieldTokens, openers, type PostIndex, tokenOf} from './post-index.ts';
import {allFields, fieldBits, type Postings, postOf} from './postings.ts';
import type {Comparison, Condition, FactCondition, PhraseCondition, SignsCondition, WordCondition} from './query.ts';
import {packAnswer, silent, unanswered} from './rank.ts';
import {scratchRow} from './scratch.ts';
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

const refusedRow = scratchRow(length => new Uint16Array(length));
const placesRow = scratchRow(length => new Uint32Array(length));
const standingRow = scratchRow(length => new Uint8Array(length));

/**
Answer one clause for every post of the index.

@param marks - Where to note the tokens that answer it, if anywhere.
@param answers - Gets the best answer of each post; has room for one each. Never throws.
*/
export function answerClause(
	asked: Asked,
	clause: readonly Condition[],
	marks: Marks | null,
	answers: Uint16Array,
): void {
	answers.fill(unanswered);
	for (const condition of clause) {
		if (condition.negated) {
			const refused = refusedRow(answers.length).fill(unanswered);
			answerCondition(asked, condition, refused, null);
			for (let post = 0; post < answers.length; post++) if (refused[post] === unanswered) answers[post] = silent;
		} else {
			answerCondition(asked, condition, answers, marks);
		}
	}
}

function answerCondition(asked: Asked, condition: Condition, answers: Uint16Array, marks: Marks | null): void {
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

function answerWord(index: PostIndex, condition: WordCondition, answers: Uint16Array, marks: Marks | null): void {
	if (isLetter(index, condition)) {
		answerLetter(index, condition, answers, marks);
		return;
	}
	const wanted = condition.field === null ? allFields : fieldBits[condition.field];
	const {forms, words, grades: found} = index.vocabulary.find(condition.word, condition.mode);
	let word = -1;
	let frequency = 0;
	if (marks !== null) mark(marks, forms);
	for (let at = 0; at < forms.length; at++) {
		const form = forms[at] ?? 0;
		if (words[at] !== word) {
			word = words[at] ?? 0;
			frequency = 0;
			if (condition.word.cased !== null) frequency = index.frequency(word);
			else for (let other = at; words[other] === word; other++) frequency += index.postings.count(forms[other] ?? 0);
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
function answerLetter(index: PostIndex, condition: WordCondition, answers: Uint16Array, marks: Marks | null): void {
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
	if (marks !== null) mark(marks, index.vocabulary.find(condition.word, 'starts').forms);
}

/** Note that the tokens of forms answer a clause. */
function mark({tokens, bit}: Marks, forms: Uint32Array): void {
	for (let at = 0; at < forms.length; at++) {
		const token = tokenOf(forms[at] ?? 0);
		tokens[token] = (tokens[token] ?? 0) | bit;
	}
}

/* By a posting's fields its answer, filled anew for every list. */
const byFields = new Uint16Array(bestField.length);

/** Note an answer for the posts of a list, with the best of their fields. */
function answerPostings(from: Postings, list: number, wanted: number, answer: number, answers: Uint16Array): void {
	for (let fields = 0; fields < byFields.length; fields++) {
		const found = fields & wanted;
		byFields[fields] = found === 0 ? unanswered : answer + (bestField[found] ?? 0);
	}
	from.lower(list, byFields, answers);
}

function answerPhrase(index: PostIndex, condition: PhraseCondition, answers: Uint16Array, marks: Marks | null): void {
	const last = condition.words.length - 1;
	const places = placesRow(index.tokenCount).fill(0);
	// In how many of the phrase's words' lists a post stands, one after the other.
	const standing = standingRow(answers.length).fill(0);
	let rarest = Number.POSITIVE_INFINITY;
	condition.words.forEach((word, place) => {
		const {forms} = index.vocabulary.find(word, condition.open && place === last ? 'starts' : 'whole');
		let reach = 0;
		for (const form of forms) {
			const token = tokenOf(form);
			places[token] = (places[token] ?? 0) | (1 << place);
			// How close other words stand is counted from where the phrase begins.
			if (place === 0 && marks !== null) marks.tokens[token] = (marks.tokens[token] ?? 0) | marks.bit;
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
