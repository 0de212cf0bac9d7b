/**
The query language: what was typed, as conditions that a post meets or does not.

```
seeds winter      both words, in any order, whole, begun, inside a word, or nearly so
'seed             as typed: no near misses         !seed      posts without it
^seed  seed$      a word that begins, ends so      ^seed$     that very word
"paper bags"      these words in a row             a | b c    (a or b) and c, as in fzf
author:ada @ada   only in the author's names       quote:x  text:x  only there
likes:>5  has:link  is:unread                      facts about the post
```

A word with a capital letter counts its case; accents never count. Operators may stand
before or after a scope (`!author:ada`, `author:^ada`). What is still being typed (a
scope or an operator without its word, the beginning of a filter's value) asks nothing yet.
*/
import {fold, words} from '../text/words.ts';
import type {Field, ReadingState, SearchMode} from './search.ts';
import {hasCapital, keepCase} from './spelling.ts';
import {isDense} from './word-match.ts';

/** A word as asked for: folded, and with its case where that counts. */
export type AskedWord = {
	readonly folded: string;
	/** Accents folded, case kept; `null` where case does not count. */
	readonly cased: string | null;
};

/**
How a word must stand in a word of the text. `near`: as in `exact`, or within the
rule of nearness.ts. `slip`: the same with one error at most. `exact`: whole, at its beginning,
or inside it if it has three letters. `inside`: the same from two letters on.
*/
export type WordMode = 'near' | 'slip' | 'exact' | 'inside' | 'starts' | 'ends' | 'whole';

export type WordCondition = {
	readonly type: 'word';
	readonly word: AskedWord;
	readonly mode: WordMode;
	/** `null`: in any field. */
	readonly field: Field | null;
	readonly negated: boolean;
	/** Whether it stands for words typed otherwise (expand.ts): then it answers only nearly. */
	readonly nearly: boolean;
};

/** 2 … 31 words in a row, whole; if `open`, the last may go on. */
export type PhraseCondition = {
	readonly type: 'phrase';
	readonly words: readonly AskedWord[];
	readonly open: boolean;
	readonly field: Field | null;
	readonly negated: boolean;
	/** As of a word. */
	readonly nearly: boolean;
};

/** Signs that are no words, folded, as `->` or an emoji: they must stand in a row of signs as they are. */
export type SignsCondition = {
	readonly type: 'signs';
	readonly signs: string;
	readonly field: Field | null;
	readonly negated: boolean;
};

export type Comparison = '>' | '>=' | '<' | '<=' | '=';
export type Possession = 'link' | 'image' | 'quote' | 'code';

export type FactCondition =
	| {readonly type: 'likes'; readonly compare: Comparison; readonly value: number; readonly negated: boolean}
	| {readonly type: 'has'; readonly what: Possession; readonly negated: boolean}
	| {readonly type: 'is'; readonly state: ReadingState; readonly negated: boolean};

export type Condition = WordCondition | PhraseCondition | SignsCondition | FactCondition;

/** The modes in which a query is read by this language. */
export type PlainMode = Exclude<SearchMode, 'regex'>;

export type Query = {
	/** A post answers if it meets one condition of every clause. Never an empty clause; no clause asks nothing. */
	readonly clauses: readonly (readonly Condition[])[];
	/** What cannot be understood, and where it begins in the query (UTF-16 units). */
	readonly error: {readonly message: string; readonly start: number} | null;
};

const possessions: readonly Possession[] = ['link', 'image', 'quote', 'code'];
const states: readonly ReadingState[] = ['unread', 'marked'];

/** What stands between spaces: operators, a scope, a value in quotation marks (closed or not yet) or without. */
const part =
	/(?<not>!?)(?<scope>(?:author|quote|text|likes|has|is):|@)?(?<mark>!?['^]?)(?:"(?<quoted>[^"]*)(?<close>"?)|(?<bare>\S*))/iuy;

/**
Read a query as it was typed so far.

@param plain - How words without an operator are looked for.
@returns Its clauses, and what is wrong with it, if anything. Never throws.
*/
export function parseQuery(text: string, plain: PlainMode = 'fuzzy'): Query {
	const clauses: Condition[][] = [];
	let error: Query['error'] = null;
	let alternative = false;

	for (const {index, end, bar, groups} of parts(text)) {
		if (bar) {
			alternative = clauses.length > 0;
			continue;
		}
		const read = conditions(groups, plain, end === text.length);
		if (typeof read === 'string') {
			error ??= {message: read, start: index};
			continue;
		}
		// The words of `well-known` are conditions each, as if spaces parted them.
		for (const condition of read) {
			const last = clauses.at(-1);
			if (alternative && last !== undefined) last.push(condition);
			else clauses.push([condition]);
			alternative = false;
		}
	}
	return {clauses, error};
}

type Groups = Readonly<Record<string, string | undefined>>;
type Part = {readonly index: number; readonly end: number; readonly bar: boolean; readonly groups: Groups};

function* parts(text: string): Generator<Part, void, void> {
	let index = 0;
	while (index < text.length) {
		part.lastIndex = index;
		const match = part.exec(text);
		const length = match?.[0].length ?? 0;
		if (match === null || length === 0) {
			index++;
			continue;
		}
		yield {index, end: index + length, bar: match[0] === '|', groups: match.groups ?? {}};
		index += length;
	}
}

/** The conditions that a part asks for, all to be met; none if it is unfinished; or what is wrong with it. */
function conditions(groups: Groups, plain: PlainMode, last: boolean): readonly Condition[] | string {
	const mark = groups.mark ?? '';
	const negated = (groups.not !== '') !== mark.startsWith('!');
	const scope = (groups.scope ?? '').toLowerCase();
	const value = groups.quoted ?? groups.bare ?? '';
	switch (scope) {
		case 'likes:':
			return likes(value, negated, last);
		case 'has:':
			return oneOf(scope, value, possessions, last, what => ({type: 'has', what, negated}));
		case 'is:':
			return oneOf(scope, value, states, last, state => ({type: 'is', state, negated}));
		default: {
			const operator = mark.replace('!', '');
			const where = {field: fields.get(scope) ?? null, negated, nearly: false};
			const quoted = groups.quoted !== undefined;
			return wordConditions({value, operator, quoted, closed: groups.close === '"'}, plain, where);
		}
	}
}

const fields: ReadonlyMap<string, Field> = new Map([
	['author:', 'author'],
	['@', 'author'],
	['quote:', 'quote'],
	['text:', 'text'],
]);

type Typed = {readonly value: string; readonly operator: string; readonly quoted: boolean; readonly closed: boolean};
type Where = {readonly field: Field | null; readonly negated: boolean; readonly nearly: boolean};

function wordConditions(typed: Typed, plain: PlainMode, where: Where): readonly Condition[] {
	const {value, operator, quoted, closed} = typed;
	const ends = !quoted && value.endsWith('$') && value.length > 1;
	const source = ends ? value.slice(0, -1) : value;
	const found = [...words(source)];
	const asked = found.map(word => askedWord(word.text));
	const [first] = asked;
	if (first === undefined) return source === '$' ? [] : signsConditions(source, where);
	if (asked.length === 1) {
		if (quoted) return [{type: 'word', word: first, mode: closed ? 'whole' : 'starts', ...where}];
		const mode = operator === '^' ? (ends ? 'whole' : 'starts') : ends ? 'ends' : null;
		return [{type: 'word', word: first, mode: mode ?? modeOf(first, operator, plain, where.negated), ...where}];
	}
	// Overlapping words are the pairs that a script without spaces comes in: together they are one word.
	const dense = found.some((word, index) => index > 0 && word.start < (found[index - 1]?.end ?? 0));
	if (quoted || operator !== '' || ends || where.negated || dense || plain === 'exact') {
		return [{type: 'phrase', words: asked.slice(0, longestPhrase), open: !(closed || ends), ...where}];
	}
	return asked.map(word => ({type: 'word', word, mode: modeOf(word, '', plain, false), ...where}));
}

/** How a word must stand that says nothing of its beginning or end. */
function modeOf(word: AskedWord, operator: string, plain: PlainMode, negated: boolean): WordMode {
	if (plain === 'exact') return 'inside';
	if (plain === 'words' && operator === '' && !isDense(word.folded)) return 'whole';
	return operator === "'" || negated || plain === 'words' ? 'exact' : 'near';
}

/* The index cuts long rows of signs into pieces that overlap by so many. */
const longestSigns = 32;

/** No row of signs has a blank in it. */
function signsConditions(source: string, {field, negated}: Where): readonly Condition[] {
	// A row of accents alone folds to nothing, which asks nothing.
	const rows = source
		.split(/\s+/u)
		.map(row => fold(row).slice(0, longestSigns))
		.filter(signs => signs !== '');
	return rows.map(signs => ({type: 'signs', signs, field, negated}));
}

/* The index keeps the state of a phrase in the bits of one number. */
const longestPhrase = 31;

function askedWord(text: string): AskedWord {
	return {folded: fold(text), cased: hasCapital(text) ? keepCase(text) : null};
}

function likes(value: string, negated: boolean, last: boolean): readonly Condition[] | string {
	const match = /^(?<compare>[<>]?=?)(?<number>-?\d+)$/u.exec(value);
	if (match === null) {
		if (last && /^[<>]?=?-?$/u.test(value)) return [];
		return value === '' ? [] : `"likes:${value}" is no comparison: write likes:5, likes:>5, >=, < or <=`;
	}
	const sign = match.groups?.compare ?? '';
	const compare = comparisons.find(comparison => comparison === sign) ?? '=';
	return [{type: 'likes', compare, value: Number(match.groups?.number), negated}];
}

const comparisons: readonly Comparison[] = ['>', '>=', '<', '<=', '='];

function oneOf<T extends string>(
	scope: string,
	value: string,
	known: readonly T[],
	last: boolean,
	condition: (value: T) => Condition,
): readonly Condition[] | string {
	const wanted = value.toLowerCase();
	const found = known.find(name => name === wanted);
	if (found !== undefined) return [condition(found)];
	if (wanted === '' || (last && known.some(name => name.startsWith(wanted)))) return [];
	return `"${scope}${value}" is not known: write ${known.map(name => scope + name).join(' or ')}`;
}
