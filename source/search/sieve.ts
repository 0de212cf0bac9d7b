/**
The sieve: which posts a single query can have to do with, told by their raw bodies where those tell.

A post without any word that is wanted answers no clause that asks for words, and no number that ranks
other posts counts it. So it need not be read.
*/
import {fold} from '../text/words.ts';
import type {Dump} from '../thread/dump.ts';
import type {Post} from '../thread/post.ts';
import {addedWords, tellsItsWords} from '../thread/raw-words.ts';
import {searchedTexts} from './searched-text.ts';
import {Strings} from './strings.ts';
import type {Wanted} from './wanted.ts';
import {Cuts, WordScanner} from './word-scanner.ts';

/* So many words are cut at once. */
const cutsAtOnce = 256;

const ascii = /^[\0-\x7f]*$/;

export class Sieve {
	readonly #wanted: Wanted;
	/** Every word so far, as written, and 1 for those that are wanted. */
	readonly #forms = new Strings();
	#isWanted = new Uint8Array(1024);
	readonly #scanner = new WordScanner();
	readonly #cuts = new Cuts(cutsAtOnce);
	/** What stands in any text of ASCII that holds a wanted word; `null` where that cannot be said. */
	readonly #literal: RegExp | null;
	readonly #trustsRaw: boolean;

	constructor(wanted: Wanted) {
		this.#wanted = wanted;
		this.#trustsRaw = !addedWords.some(wanted.word);
		const {literals} = wanted;
		this.#literal =
			literals === null
				? null
				: new RegExp(literals.map(text => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join('|'), 'i');
	}

	/** Whether a post may hold a wanted word. Never throws. */
	passes(post: Post, dump: Dump): boolean {
		if (!this.#trustsRaw || !tellsItsWords(post)) {
			return searchedTexts(post, dump.body(post)).some(({text}) => this.#holds(text));
		}
		return [post.raw, post.author, post.name].some(text => text !== null && this.#holds(text));
	}

	#holds(text: string): boolean {
		if (this.#literal !== null && !this.#literal.test(text) && ascii.test(text)) return false;
		const {starts, ends, hashes} = this.#cuts;
		this.#scanner.open(text);
		for (let ended = false; !ended; ) {
			ended = this.#scanner.gather(this.#cuts, null);
			for (let at = 0; at < this.#cuts.count; at++) {
				const start = starts[at] ?? 0;
				const end = ends[at] ?? 0;
				const known = this.#forms.size;
				const form = this.#forms.add(text, start, end, hashes[at] ?? 0);
				if (form === known) this.#learn(form, text.slice(start, end));
				if (this.#isWanted[form] === 1) return true;
			}
		}
		return false;
	}

	#learn(form: number, written: string): void {
		if (form === this.#isWanted.length) {
			const longer = new Uint8Array(form * 2);
			longer.set(this.#isWanted);
			this.#isWanted = longer;
		}
		this.#isWanted[form] = this.#wanted.word(fold(written)) ? 1 : 0;
	}
}
