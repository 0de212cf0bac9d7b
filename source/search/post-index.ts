/**
The index: what search knows of every post, so that a key need not read the posts.

It holds the vocabulary, for every form its posting list, and for every post its words
in order as one stream of tokens: for phrases, and for how close words stand. Posts
are numbered from 0 as they come.
*/
import {words} from '../text/words.ts';
import type {Body} from '../thread/body.ts';
import type {Post, PostId} from '../thread/post.ts';
import {Growable} from './growable.ts';
import {Runs} from './pages.ts';
import {Postings} from './postings.ts';
import type {Possession} from './query.ts';
import type {Field} from './search.ts';
import {isSearched, possesses, searchedTexts} from './searched-text.ts';
import {Vocabulary} from './vocabulary.ts';

/** The tokens that open a text, by its field; a form's token follows them. */
export const fieldTokens: readonly Field[] = ['author', 'quote', 'text'];

/** The token of a form. */
export function tokenOf(form: number): number {
	return form + fieldTokens.length;
}

const possessionBits: Readonly<Record<Possession, number>> = {link: 1, image: 2, quote: 4, code: 8};
const possessions: readonly Possession[] = ['link', 'image', 'quote', 'code'];
const searchedBit = 16;

export class PostIndex {
	readonly vocabulary = new Vocabulary();
	readonly postings = new Postings();
	readonly #ids: PostId[] = [];
	readonly #tokens = new Runs();
	readonly #facts = new Growable();

	/** How many posts it holds. */
	get size(): number {
		return this.#tokens.size;
	}

	/** One more than the highest token. */
	get tokenCount(): number {
		return tokenOf(this.vocabulary.size);
	}

	/** Add the next post. */
	add(post: Post, body: Body): void {
		const number = this.size;
		const tokens: number[] = [];
		let facts = isSearched(post) ? searchedBit : 0;
		for (const what of possessions) if (possesses(body, what)) facts |= possessionBits[what];
		this.#facts.push(facts);
		this.#ids.push(post.id);
		for (const {field, text} of searchedTexts(post, body)) {
			tokens.push(fieldTokens.indexOf(field));
			for (const word of words(text)) {
				const form = this.vocabulary.add(word.text);
				while (this.postings.size <= form) this.postings.open();
				this.postings.add(form, number, field);
				tokens.push(tokenOf(form));
			}
		}
		this.#tokens.add(tokens);
	}

	/** A post's id by its number. */
	id(post: number): PostId {
		return this.#ids[post] ?? '';
	}

	isSearched(post: number): boolean {
		return ((this.#facts.cells[post] ?? 0) & searchedBit) !== 0;
	}

	possesses(post: number, what: Possession): boolean {
		return ((this.#facts.cells[post] ?? 0) & possessionBits[what]) !== 0;
	}

	/** A post's tokens in order: a field's, then those of its words. */
	tokens(post: number): Uint32Array {
		return this.#tokens.get(post);
	}

	/** In about how many posts a word stands: posts with several of its forms count as often. */
	frequency(word: number): number {
		let count = 0;
		for (const form of this.vocabulary.formsOf(word)) count += this.postings.count(form);
		return count;
	}
}
