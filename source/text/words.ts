/**
Words: what search looks up and context compares, and how two spellings of one word meet.

A word is a run of letters, digits and their marks, with apostrophes inside. Scripts
that write no spaces (Han, kana, Thai, Lao, Khmer, Myanmar) come as bigrams: every two
neighbouring characters, so that any part of a phrase is found without a dictionary.
*/

export type Word = {
	/** As in the source, unfolded. */
	readonly text: string;
	/** Where it stands, UTF-16 units. */
	readonly start: number;
	readonly end: number;
};

/** Folded text and the way back. */
export type Folded = {
	readonly text: string;
	/**
	For every UTF-16 unit of `text` where its source begins, never falling; one more at
	the end holds the source's length.
	*/
	readonly starts: Uint32Array;
};

const ascii = /^[\0-\x7f]*$/;
const asciiWord = /[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*/g;
const letters = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*`;
const anyWord = new RegExp(`${letters}(?:['’]${letters})*`, 'gu');

const dense = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
	.map(script => String.raw`\p{Script=${script}}`)
	.concat('ーｰ')
	.join('');
const denseRun = new RegExp(String.raw`[${dense}][${dense}\p{M}\u200c\u200d]*`, 'gu');
const hasDense = new RegExp(`[${dense}]`, 'u');
const denseCharacter = /\P{M}[\p{M}\u200c\u200d]*/gu;

/** The words of a text, in order of place. Bigrams overlap; a lone character comes alone. Never throws. */
export function* words(text: string): Generator<Word, void, void> {
	const plain = ascii.test(text);
	for (const {0: word, index} of text.matchAll(plain ? asciiWord : anyWord)) {
		if (plain || !hasDense.test(word)) yield {text: word, start: index, end: index + word.length};
		else yield* parted(word, index);
	}
}

/** A word with dense script in it: that as bigrams, what stands between as words. */
function* parted(word: string, offset: number): Generator<Word, void, void> {
	let at = 0;
	for (const {0: run, index} of word.matchAll(denseRun)) {
		if (index > at) yield* sparse(word, at, index, offset);
		yield* bigrams(run, offset + index);
		at = index + run.length;
	}
	if (at < word.length) yield* sparse(word, at, word.length, offset);
}

function* sparse(word: string, from: number, to: number, offset: number): Generator<Word, void, void> {
	const part = word.slice(from, to);
	for (const {0: text, index} of part.matchAll(anyWord)) {
		const start = offset + from + index;
		yield {text, start, end: start + text.length};
	}
}

function* bigrams(run: string, offset: number): Generator<Word, void, void> {
	const starts = Array.from(run.matchAll(denseCharacter), match => match.index);
	const last = Math.max(1, starts.length - 1);
	for (const [index, start] of starts.slice(0, last).entries()) {
		const end = starts[index + 2] ?? run.length;
		yield {text: run.slice(start, end), start: offset + start, end: offset + end};
	}
}

/*
What is folded as one: a Hangul syllable written in jamo, a character with its marks. ASCII without marks is not
matched; it only changes case.
*/
const foldable = /[\u1100-\u115f][\u1160-\u11a7]*[\u11a8-\u11ff]*|[^\0-\x7f]\p{M}*|[\0-\x7f]\p{M}+/gu;

/*
Marks that search does not tell apart: accents (all of script Inherited but the kana voicing marks, which make other
letters), Hebrew points, Arabic vowel signs; and joiners. Vowel signs of Indic scripts are letters to their readers.
*/
const accent = /(?![\u3099\u309a])[\p{Script=Inherited}]|(?=\p{Mn})[\p{Script=Hebrew}\p{Script=Arabic}]/gu;

/* Letters that Unicode does not decompose, and punctuation that is typed in many ways. */
const respelled = new Map(
	Object.entries({
		...{ß: 'ss', ẞ: 'ss', ſ: 's', ı: 'i', ς: 'σ', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h'},
		...spelling("'", '‘’‚‛′´ʹʼ‹›＇'),
		...spelling('"', '“”„‟″«»〝〞〟＂'),
		...spelling('-', '‐‑‒–—―−⁃﹘﹣－'),
	}),
);

function spelling(as: string, characters: string): Record<string, string> {
	return Object.fromEntries(Array.from(characters, character => [character, as]));
}

/* Dropped whole when full, and closed to long sources, so that a hostile dump cannot grow it. */
const folds = new Map<string, string>();
const foldsLimit = 16_384;

function foldOne(source: string): string {
	const known = folds.get(source);
	if (known !== undefined) return known;
	const bare = respelled.get(source) ?? source.normalize('NFKD').replace(accent, '').toLowerCase();
	const folded = Array.from(bare, character => respelled.get(character) ?? character)
		.join('')
		.normalize('NFC');
	if (folds.size >= foldsLimit) folds.clear();
	if (source.length <= 32) folds.set(source, folded);
	return folded;
}

/**
Fold text so that spellings which a reader takes for the same become the same: case,
accents, compatibility forms (ligatures, full width), quotation marks and dashes.

Every part is folded by itself: the fold of a text is the folds of its words and what
stands between, joined. Folding safe text twice changes nothing. Never throws.
*/
export function fold(text: string): string {
	return ascii.test(text) ? text.toLowerCase() : text.replace(foldable, foldOne).toLowerCase();
}

/** `fold`, with the place in the source of every folded unit. Never throws. */
export function foldWithMap(text: string): Folded {
	const folded = fold(text);
	const starts = new Uint32Array(folded.length + 1);
	let to = 0;
	let from = 0;
	if (folded.length !== text.length || !ascii.test(text)) {
		for (const {0: source, index} of text.matchAll(foldable)) {
			while (from < index) starts[to++] = from++;
			starts.fill(index, to, to + foldOne(source).length);
			to += foldOne(source).length;
			from = index + source.length;
		}
	}
	while (from <= text.length) starts[to++] = from++;
	return {text: folded, starts};
}

/**
Find a place in folded text in its source.

@param start - UTF-16 units of `folded.text`.
@param end - Behind the last unit; more than `start`.
@returns The same in the source, whole characters with their marks.
*/
export function unfold(folded: Folded, start: number, end: number): {readonly start: number; readonly end: number} {
	const {starts} = folded;
	const last = starts[end - 1] ?? 0;
	let next = end;
	while (starts[next] === last) next++;
	return {start: starts[start] ?? 0, end: starts[next] ?? last};
}
