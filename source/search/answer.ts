/**
Answering: which posts of the index meet a condition of the query, and how well.
*/
import {fold} from '../text/words.ts';
import type {Body} from '../thread/body.ts';
import type {Post} from '../thread/post.ts';
import {fieldTokens, type PostIndex, tokenOf} from './post-index.ts';
import {allFields, fieldBits, fieldsOf, postOf} from './postings.ts';
import type {Comparison, Condition, FactCondition, PhraseCondition, SignsCondition, WordCondition} from './query.ts';
import {packAnswer, silent, unanswered} from './rank.ts';
import type {ReadingStates} from './search.ts';
import {searchedTexts} from './searched-text.ts';
import {grades} from './word-match.ts';

/** What conditions are asked of. */
export type Asked = {
	readonly index: PostIndex;
	/** The posts by their numbers in the index; there may be more. */
	readonly posts: readonly Post[];
	readonly body: (post: Post) => Body;
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
			answerSigns(asked, condition, answers);
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

function answerWord(index: PostIndex, condition: WordCondition, answers: Uint16Array, marks: Marks): void {
	const wanted = condition.field === null ? allFields : fieldBits[condition.field];
	for (const {form, word, grade} of index.vocabulary.find(condition.word, condition.mode)) {
		marks.tokens[tokenOf(form)] = (marks.tokens[tokenOf(form)] ?? 0) | marks.bit;
		const answer = packAnswer(grade, index.frequency(word), 0);
		const {postings, count} = index.postings.read(form);
		for (let at = 0; at < count; at++) {
			const posting = postings[at] ?? 0;
			const fields = fieldsOf(posting) & wanted;
			if (fields === 0) continue;
			const post = postOf(posting);
			const better = answer + (bestField[fields] ?? 0);
			if (better < (answers[post] ?? 0)) answers[post] = better;
		}
	}
}

function answerPhrase(index: PostIndex, condition: PhraseCondition, answers: Uint16Array, marks: Marks): void {
	const last = condition.words.length - 1;
	const places = new Uint32Array(index.tokenCount);
	const lists = condition.words.map((word, place) => {
		const found = index.vocabulary.find(word, condition.open && place === last ? 'starts' : 'whole');
		for (const {form} of found) places[tokenOf(form)] = (places[tokenOf(form)] ?? 0) | (1 << place);
		return found;
	});
	for (const {form} of lists[0] ?? []) marks.tokens[tokenOf(form)] = (marks.tokens[tokenOf(form)] ?? 0) | marks.bit;

	const reach = lists.map(found => found.reduce((sum, {form}) => sum + index.postings.count(form), 0));
	const rarest = Math.min(...reach);
	const candidates = new Set<number>();
	for (const {form} of lists[reach.indexOf(rarest)] ?? []) {
		const {postings, count} = index.postings.read(form);
		for (let at = 0; at < count; at++) candidates.add(postOf(postings[at] ?? 0));
	}
	for (const post of candidates) {
		// Bit i: the last tokens are the first i + 1 words of the phrase.
		let state = 0;
		let field = 0;
		for (const token of index.tokens(post)) {
			if (token < fieldTokens.length) field = token;
			state = ((state << 1) | 1) & (places[token] ?? 0);
			if ((state >> last) & 1 && (condition.field === null || fieldTokens[field] === condition.field)) {
				const answer = packAnswer(grades.whole, rarest, field);
				if (answer < (answers[post] ?? 0)) answers[post] = answer;
			}
		}
	}
}

/** No index holds signs: this reads the posts, which takes longer than a key may. It is seldom asked. */
function answerSigns(asked: Asked, condition: SignsCondition, answers: Uint16Array): void {
	const signs = fold(condition.signs);
	for (let number = 0; number < answers.length; number++) {
		const post = asked.posts[number];
		if (post === undefined) continue;
		for (const {field, text} of searchedTexts(post, asked.body(post))) {
			if (condition.field !== null && condition.field !== field) continue;
			if (!fold(text).includes(signs)) continue;
			const answer = packAnswer(grades.whole, 1, fieldTokens.indexOf(field));
			if (answer < (answers[number] ?? 0)) answers[number] = answer;
		}
	}
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
