/**
Texts read for highlights: where their words stand, and which words of the vocabulary these are.

Who types a query asks about the same posts at every key, so what was read is kept as long as the post's body is.
*/
import type {Body} from '../thread/body.ts';
import type {Post} from '../thread/post.ts';
import type {AskedWord, WordMode} from './query.ts';
import {type SearchedText, searchedTexts} from './searched-text.ts';
import type {Vocabulary} from './vocabulary.ts';
import {Cuts, WordScanner} from './word-scanner.ts';

export type ReadText = SearchedText & {
	/** How many words it has. */
	readonly count: number;
	/** A few cells for every word: see `wordCells`. */
	readonly words: Int32Array;
};

/**
Of a word: where it begins and ends, UTF-16 units, and which form of the vocabulary it is, -1 for none so far. In one row,
for a screen of posts has hundreds of texts, and each row costs more than the few words in it.
*/
export const wordCells = {start: 0, end: 1, form: 2, all: 3} as const;

/* More words than most texts have. */
const wordsAtOnce = 1024;

export class ReadTexts {
	readonly #vocabulary: Vocabulary | null;
	readonly #scanner = new WordScanner();
	readonly #cuts = new Cuts(wordsAtOnce);
	readonly #forms = new Int32Array(wordsAtOnce).fill(-1);
	/** A body that is still being read can be that of several posts. */
	readonly #kept = new WeakMap<Body, {readonly post: Post; readonly texts: readonly ReadText[]}>();

	/** @param vocabulary - Of an index of the dump; `null` knows no word. */
	constructor(vocabulary: Vocabulary | null) {
		this.#vocabulary = vocabulary;
	}

	/** The texts of a post. @param body - The post's. */
	of(post: Post, body: Body): readonly ReadText[] {
		const known = this.#kept.get(body);
		if (known?.post === post) return known.texts;
		const texts = searchedTexts(post, body).map(text => this.#read(text));
		this.#kept.set(body, {post, texts});
		return texts;
	}

	/** See `Vocabulary.answers`; `null` if no word is known. */
	answers(asked: AskedWord, mode: WordMode): Uint32Array | null {
		return this.#vocabulary?.answers(asked, mode) ?? null;
	}

	#read(text: SearchedText): ReadText {
		this.#scanner.open(text.text);
		const parts: Int32Array[] = [];
		for (let ended = false; !ended; ) {
			ended = this.#scanner.gather(this.#cuts, null);
			parts.push(this.#wordsCut(text.text));
		}
		const words = joined(parts);
		return {...text, count: words.length / wordCells.all, words};
	}

	/** The words that were cut last. */
	#wordsCut(text: string): Int32Array {
		const {starts, ends, count} = this.#cuts;
		this.#vocabulary?.numbers(text, this.#cuts, this.#forms);
		const words = new Int32Array(count * wordCells.all);
		for (let at = 0, cell = 0; at < count; at++, cell += wordCells.all) {
			words[cell + wordCells.start] = starts[at] ?? 0;
			words[cell + wordCells.end] = ends[at] ?? 0;
			words[cell + wordCells.form] = this.#forms[at] ?? -1;
		}
		return words;
	}
}

/** Most texts are one part. */
function joined(parts: readonly Int32Array[]): Int32Array {
	const [first] = parts;
	if (first !== undefined && parts.length === 1) return first;
	const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
	let end = 0;
	for (const part of parts) {
		all.set(part, end);
		end += part.length;
	}
	return all;
}
