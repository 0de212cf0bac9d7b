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

/** What a post has to do with a query: it may answer as typed, or only if words of the query were glued, or not. */
export const concerns = {none: 0, glued: 1, typed: 2} as const;
export type Concern = (typeof concerns)[keyof typeof concerns];

const ascii = /^[\0-\x7f]*$/;

export class Sieve {
	readonly #typed: Wanted;
	readonly #glued: Wanted;
	/** Every word so far, as written, and what it means for its post. */
	readonly #forms = new Strings();
	readonly #concerns: Concern[] = [];
	readonly #scanner = new WordScanner();
	readonly #cuts = new Cuts(cutsAtOnce);
	/** What stands in any text of ASCII that holds a wanted word; `null` where that cannot be said. */
	readonly #literal: RegExp | null;
	readonly #trustsRaw: boolean;

	/**
	@param typed - What is wanted for the query as typed.
	@param glued - The same and the parts of its words.
	*/
	constructor(typed: Wanted, glued: Wanted) {
		this.#typed = typed;
		this.#glued = glued;
		this.#trustsRaw = !addedWords.some(glued.word);
		const {literals} = glued;
		this.#literal =
			literals === null
				? null
				: new RegExp(literals.map(text => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join('|'), 'i');
	}

	/** What a post has to do with the query. Never throws. */
	concernOf(post: Post, dump: Dump): Concern {
		const isTold = this.#trustsRaw && tellsItsWords(post);
		const texts = isTold
			? [post.raw, post.author, post.name]
			: searchedTexts(post, dump.body(post)).map(({text}) => text);
		let most: Concern = concerns.none;
		for (const text of texts) {
			const concern = text === null ? concerns.none : this.#concernOf(text);
			if (concern > most) most = concern;
		}
		return most;
	}

	#concernOf(text: string): Concern {
		if (this.#literal !== null && !this.#literal.test(text) && ascii.test(text)) return concerns.none;
		const {starts, ends, hashes} = this.#cuts;
		let most: Concern = concerns.none;
		this.#scanner.open(text);
		for (let ended = false; !ended; ) {
			ended = this.#scanner.gather(this.#cuts, null);
			for (let at = 0; at < this.#cuts.count; at++) {
				const start = starts[at] ?? 0;
				const end = ends[at] ?? 0;
				const form = this.#forms.add(text, start, end, hashes[at] ?? 0);
				if (form === this.#concerns.length) this.#concerns.push(this.#judge(fold(text.slice(start, end))));
				const concern = this.#concerns[form] ?? concerns.none;
				if (concern === concerns.typed) return concern;
				if (concern > most) most = concern;
			}
		}
		return most;
	}

	#judge(folded: string): Concern {
		if (this.#typed.word(folded)) return concerns.typed;
		return this.#glued.word(folded) ? concerns.glued : concerns.none;
	}
}
