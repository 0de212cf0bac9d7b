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
import {Bytes, Runs} from './pages.ts';
import {Postings} from './postings.ts';
import type {AskedWord, Possession, WordMode} from './query.ts';
import type {Field} from './search.ts';
import {isSearched, possesses, type SearchedText, searchedTexts} from './searched-text.ts';
import {hasCapital, keepCase} from './spelling.ts';
import {hashOf, Strings} from './strings.ts';
import {Vocabulary} from './vocabulary.ts';
import {everything, type Wanted} from './wanted.ts';
import {isDense} from './word-match.ts';
import {Cuts, WordScanner} from './word-scanner.ts';

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

/* So many words, or rows of signs, are read at once. */
const cutsAtOnce = 4096;

export class PostIndex {
	readonly vocabulary = new Vocabulary((written, folded) => this.#openForm(written, folded));
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
	/** Of every post a byte: see `possessionBits`. */
	readonly #facts = new Bytes();
	readonly #scanner = new WordScanner();
	readonly #words = new Cuts(cutsAtOnce);
	readonly #signCuts = new Cuts(cutsAtOnce);
	/** The numbers of what was cut; `#one` holds a single one. */
	readonly #forms = new Uint32Array(cutsAtOnce);
	readonly #tokenCells = new Uint32Array(cutsAtOnce);
	readonly #one = new Uint32Array(1);
	/** The post that is being read: its texts, and which of them is next. */
	#texts: readonly SearchedText[] | null = null;
	#next = 0;
	#field = 0;

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
		this.#facts.append(Uint8Array.of(facts), 1);
		this.#texts = searchedTexts(post, body);
		this.#next = -1;
	}

	/**
	Read on in the post that was begun: some thousands of words at most, which takes less than a millisecond.

	@returns Whether its end was reached.
	*/
	read(): boolean {
		if (this.#texts === null) return true;
		const post = this.size;
		for (let left = cutsAtOnce; left > 0; ) {
			if (this.#next >= 0) {
				const ended = this.#scanner.gather(this.#words, this.#wanted.signs ? this.#signCuts : null);
				this.#addWords(post);
				if (this.#wanted.signs) this.#addSigns(post);
				if (!ended) return false;
				left -= this.#words.count + this.#signCuts.count;
			}
			const text = this.#texts[++this.#next];
			if (text === undefined) {
				this.#tokens.close();
				this.#texts = null;
				return true;
			}
			this.#scanner.open(text.text);
			this.#field = fieldTokens.indexOf(text.field);
			this.#one[0] = this.#field;
			this.#tokens.push(this.#one, 1);
		}
		return false;
	}

	#addWords(post: number): void {
		const forms = this.#forms;
		const {count} = this.#words;
		this.vocabulary.add(this.#scanner.text, this.#words, forms);
		const tokens = this.#tokenCells;
		const isKept = this.#kept;
		let kept = count;
		if (this.#wanted === everything) {
			for (let at = 0; at < count; at++) tokens[at] = (forms[at] ?? 0) + otherWord + 1;
		} else {
			kept = 0;
			for (let at = 0; at < count; at++) {
				const form = forms[at] ?? 0;
				tokens[at] = isKept[form] === 1 ? tokenOf(form) : otherWord;
				if (isKept[form] === 1) forms[kept++] = form;
			}
		}
		this.#tokens.push(tokens, count);
		this.postings.add(forms, kept, post, 1 << this.#field);
		this.letters.add(forms, kept, post, this.#field);
	}

	#openForm(written: string, folded: string): void {
		const form = this.postings.size;
		this.postings.open();
		if (form === this.#kept.length) {
			const kept = new Uint8Array(form * 2);
			kept.set(this.#kept);
			this.#kept = kept;
		}
		this.#kept[form] = this.#wanted.word(folded) ? 1 : 0;
		const first = isDense(folded) ? 0 : folded.charCodeAt(0);
		const hasOther = written !== folded && hasCapital(written);
		this.letters.open(first, hasOther ? keepCase(written).charCodeAt(0) : 0);
	}

	#addSigns(post: number): void {
		const {starts, ends, hashes, count} = this.#signCuts;
		const {text} = this.#scanner;
		for (let at = 0; at < count; at++) {
			const start = starts[at] ?? 0;
			const end = ends[at] ?? 0;
			if (end - start <= signsLength) {
				this.#addRow(post, text, start, end, hashes[at] ?? 0);
				continue;
			}
			const step = signsLength / 2;
			for (let from = start; from < end; from += step) {
				const piece = text.slice(from, Math.min(end, from + signsLength));
				this.#addRow(post, piece, 0, piece.length, hashOf(piece));
			}
		}
	}

	#addRow(post: number, text: string, start: number, end: number, hash: number): void {
		const row = this.signs.add(text, start, end, hash);
		if (row === this.signPostings.size) this.signPostings.open();
		this.#one[0] = row;
		this.signPostings.add(this.#one, 1, post, 1 << this.#field);
	}

	/**
	Bring the lists into the order that takes least room and is read fastest, once much has been added.

	@returns Whether that is done; if not, it goes on where it stopped.
	*/
	settle(isOver: () => boolean): boolean {
		const settled = this.postings.settle(isOver) && this.signPostings.settle(isOver);
		if (settled) for (const store of [this.vocabulary, this.signs]) store.trim();
		return settled;
	}

	/** Every row of signs, folded, by its list in `signPostings`. */
	signRows(): readonly string[] {
		for (let row = this.#signRows.length; row < this.signs.size; row++) this.#signRows.push(fold(this.signs.get(row)));
		return this.#signRows;
	}

	isSearched(post: number): boolean {
		return (this.#facts.at(post) & searchedBit) !== 0;
	}

	possesses(post: number, what: Possession): boolean {
		return (this.#facts.at(post) & possessionBits[what]) !== 0;
	}

	/** A post's tokens in order: a field's, then those of its words. Good until the next call. */
	tokens(post: number): Uint32Array {
		return this.#tokens.get(post);
	}

	/** In about how many posts a word stands: posts with several of its forms count as often. */
	frequency(word: number): number {
		const {vocabulary, postings} = this;
		let count = 0;
		for (let form = word; form >= 0; form = vocabulary.nextForm(form)) count += postings.count(form);
		return count;
	}

	/** In how many posts the forms that answer a word stand: posts with several of them count as often. */
	reach(asked: AskedWord, mode: WordMode): number {
		let count = 0;
		for (const form of this.vocabulary.find(asked, mode).forms) count += this.postings.count(form);
		return count;
	}
}
