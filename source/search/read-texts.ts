/**
Texts read for highlights: where their words stand, and which words of the vocabulary these are.

Who types a query asks about the same posts at every key, so what was read is kept as long as the post's body is.
*/
import type {Body} from '../thread/body.ts';
import type {Post} from '../thread/post.ts';
import type {AskedWord, WordMode} from './query.ts';
import {type SearchedText, searchedTexts} from './searched-text.ts';
import type {Vocabulary} from './vocabulary.ts';
import {type Cuts, cutWords} from './word-scanner.ts';

export type ReadText = SearchedText & {
	readonly words: Cuts;
	/** The forms of the vocabulary that they are; -1 is none of them so far. */
	readonly forms: Int32Array;
};

export class ReadTexts {
	readonly #vocabulary: Vocabulary | null;
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

	/** Of the forms that are known, by their numbers, 1 for those that answer a word of the query. `null` if none is known. */
	answers(asked: AskedWord, mode: WordMode): Uint8Array | null {
		return this.#vocabulary?.answers(asked, mode) ?? null;
	}

	#read(text: SearchedText): ReadText {
		const words = cutWords(text.text);
		const forms = new Int32Array(words.count).fill(-1);
		this.#vocabulary?.numbers(text.text, words, forms);
		return {...text, words, forms};
	}
}
