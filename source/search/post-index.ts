/**
The index: what search knows of every post, so that a key need not read the posts.

It holds the vocabulary, for every form its posting list, the same for rows of signs and first letters, and for
every post its words in order as one run of tokens: for phrases, and for how close words stand.
Posts are numbered from 0 as they come. A post is read piece by piece, so that a long one
holds nothing up; nothing of its body is kept.
*/
import {fold} from '../text/words.ts';
import type {Body} from '../thread/body.ts';
import type {Post} from '../thread/post.ts';
import {FirstLetters} from './first-letters.ts';
import {Growable} from './growable.ts';
import {Runs} from './pages.ts';
import {fieldBits, Postings} from './postings.ts';
import type {AskedWord, Possession, WordMode} from './query.ts';
import type {Field} from './search.ts';
import {isSearched, possesses, type SearchedText, searchedTexts} from './searched-text.ts';
import {hasCapital, keepCase} from './spelling.ts';
import {hashOf, Strings} from './strings.ts';
import {Vocabulary} from './vocabulary.ts';
import {everything, type Wanted} from './wanted.ts';
import {isDense} from './word-match.ts';
import {WordScanner} from './word-scanner.ts';

/** The tokens that open a text, by its field; a form's token follows them. */
export const fieldTokens: readonly Field[] = ['author', 'quote', 'text'];
export const openers = fieldTokens.length;

/** The token of all words that are not wanted. */
const otherWord = openers;

/** The token of a form. */
export function tokenOf(form: number): number {
	return form + otherWord + 1;
}

const possessionBits: Readonly<Record<Possession, number>> = {link: 1, image: 2, quote: 4, code: 8};
const possessions: readonly Possession[] = ['link', 'image', 'quote', 'code'];
const searchedBit = 16;

/** A row of signs is kept whole up to this length, UTF-16 units; a longer one in pieces that begin at every half. */
const signsLength = 64;

export class PostIndex {
	readonly vocabulary = new Vocabulary();
	readonly postings = new Postings();
	readonly letters = new FirstLetters();
	/** Rows of signs, as written. */
	readonly signs = new Strings();
	readonly #signRows: string[] = [];
	readonly signPostings = new Postings();
	readonly #wanted: Wanted;
	/** Of every form, 1 if its posts are kept. */
	#kept = new Uint8Array(256);
	readonly #tokens = new Runs();
	readonly #facts = new Growable();
	readonly #scanner = new WordScanner();
	/** The post that is being read: its texts, and which of them is next. */
	#texts: readonly SearchedText[] | null = null;
	#next = 0;
	#fields = 0;

	/** @param wanted - What it keeps the posts of, if it is made for one query. */
	constructor(wanted: Wanted = everything) {
		this.#wanted = wanted;
	}

	/** How many posts it holds, whole. */
	get size(): number {
		return this.#tokens.size;
	}

	/** How many bytes it takes. */
	get bytes(): number {
		const lists = this.postings.bytes + this.signPostings.bytes + this.letters.bytes;
		return (
			this.#kept.length + this.vocabulary.bytes + this.signs.bytes + lists + this.#tokens.bytes + this.#facts.bytes
		);
	}

	/** One more than the highest token. */
	get tokenCount(): number {
		return tokenOf(this.vocabulary.size);
	}

	/** Whether a post has been begun and not read to its end. */
	get isReading(): boolean {
		return this.#texts !== null;
	}

	/** Begin the next post. */
	begin(post: Post, body: Body): void {
		let facts = isSearched(post) ? searchedBit : 0;
		for (const what of possessions) if (possesses(body, what)) facts |= possessionBits[what];
		this.#facts.push(facts);
		this.#texts = searchedTexts(post, body);
		this.#next = 0;
		this.#scanner.open('');
	}

	/**
	Read on in the post that was begun.

	@param most - So many words or rows of signs at most.
	@returns Whether its end was reached.
	*/
	read(most: number): boolean {
		if (this.#texts === null) return true;
		const post = this.size;
		const scanner = this.#scanner;
		for (let left = most; left > 0; ) {
			if (scanner.next()) {
				left--;
				if (scanner.isWord) this.#addWord(post);
				else if (this.#wanted.signs) this.#addSigns(post);
				continue;
			}
			const text = this.#texts[this.#next++];
			if (text === undefined) {
				this.#tokens.close();
				this.#texts = null;
				return true;
			}
			scanner.open(text.text);
			this.#fields = fieldBits[text.field];
			this.#tokens.push(fieldTokens.indexOf(text.field));
		}
		return false;
	}

	#addWord(post: number): void {
		const {text, start, end, hash} = this.#scanner;
		const form = this.vocabulary.add(text, start, end, hash);
		if (form === this.postings.size) this.#openForm(form, text.slice(start, end));
		if (this.#kept[form] === 0) {
			this.#tokens.push(otherWord);
			return;
		}
		this.postings.add(form, post, this.#fields);
		this.letters.add(form, post, this.#fields);
		this.#tokens.push(tokenOf(form));
	}

	#openForm(form: number, written: string): void {
		this.postings.open();
		const folded = fold(written);
		if (form === this.#kept.length) {
			const kept = new Uint8Array(form * 2);
			kept.set(this.#kept);
			this.#kept = kept;
		}
		this.#kept[form] = this.#wanted.word(folded) ? 1 : 0;
		const first = isDense(folded) ? 0 : folded.charCodeAt(0);
		this.letters.open(first, hasCapital(written) ? keepCase(written).charCodeAt(0) : 0);
	}

	#addSigns(post: number): void {
		const {text, start, end, hash} = this.#scanner;
		if (end - start <= signsLength) {
			this.#addRow(post, text, start, end, hash);
			return;
		}
		const step = signsLength / 2;
		for (let from = start; from < end; from += step) {
			const piece = text.slice(from, Math.min(end, from + signsLength));
			this.#addRow(post, piece, 0, piece.length, hashOf(piece));
		}
	}

	#addRow(post: number, text: string, start: number, end: number, hash: number): void {
		const row = this.signs.add(text, start, end, hash);
		if (row === this.signPostings.size) this.signPostings.open();
		this.signPostings.add(row, post, this.#fields);
	}

	/** Every row of signs, folded, by its list in `signPostings`. */
	signRows(): readonly string[] {
		for (let row = this.#signRows.length; row < this.signs.size; row++) this.#signRows.push(fold(this.signs.get(row)));
		return this.#signRows;
	}

	isSearched(post: number): boolean {
		return ((this.#facts.cells[post] ?? 0) & searchedBit) !== 0;
	}

	possesses(post: number, what: Possession): boolean {
		return ((this.#facts.cells[post] ?? 0) & possessionBits[what]) !== 0;
	}

	/** A post's tokens in order: a field's, then those of its words. Good until the next call. */
	tokens(post: number): Uint32Array {
		return this.#tokens.get(post);
	}

	/** In about how many posts a word stands: posts with several of its forms count as often. */
	frequency(word: number): number {
		const {vocabulary, postings} = this;
		let count = 0;
		for (let form = vocabulary.firstForm(word); form >= 0; form = vocabulary.nextForm(form))
			count += postings.count(form);
		return count;
	}

	/** In how many posts the forms that answer a word stand: posts with several of them count as often. */
	reach(asked: AskedWord, mode: WordMode): number {
		let count = 0;
		for (const form of this.vocabulary.find(asked, mode).forms) count += this.postings.count(form);
		return count;
	}
}
