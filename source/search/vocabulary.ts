/**
The vocabulary: every word that the dump holds, once, and which of them answer a word
of the query.

A form is a word as it is written (`Café`), a word is what its forms fold to (`cafe`).
Words as typed are found by scanning all words as one string. Near ones are narrowed by
cheap tests, found by Fuse.js, and kept if they pass the rule of nearness.ts.
*/
import Fuse from 'fuse.js';
import {fold} from '../text/words.ts';
import {Narrowing} from './narrowing.ts';
import {allowedErrors} from './nearness.ts';
import type {AskedWord, WordMode} from './query.ts';
import {keepCase} from './spelling.ts';
import {isFoundInside, matchWord} from './word-match.ts';

/** A form of the dump that answers a word of the query: its number, its word's, and how well (word-match.ts). */
export type FormMatch = {readonly form: number; readonly word: number; readonly grade: number};

/* Every beginning of a word that is being typed is a word of its own here. */
const cacheLimit = 64;

export class Vocabulary {
	readonly #formOf = new Map<string, number>();
	readonly #cased: string[] = [];

	readonly #wordIds = new Map<string, number>();
	readonly #words: string[] = [];
	readonly #forms: number[][] = [];
	readonly #narrowing = new Narrowing();

	/* All words, each behind a line feed, and where each begins. */
	#scan = '\n';
	readonly #starts: number[] = [];
	readonly #cache = new Map<string, readonly FormMatch[]>();

	/** How many forms there are; they are numbered from 0 in the order they came. */
	get size(): number {
		return this.#cased.length;
	}

	/** The number of a form, new or known. */
	add(written: string): number {
		const known = this.#formOf.get(written);
		if (known !== undefined) return known;
		this.#cache.clear();
		const form = this.#cased.length;
		const folded = fold(written);
		const word = this.#wordIds.get(folded) ?? this.#addWord(folded);
		this.#formOf.set(written, form);
		this.#cased.push(keepCase(written));
		this.#forms[word]?.push(form);
		return form;
	}

	#addWord(folded: string): number {
		const word = this.#words.length;
		this.#wordIds.set(folded, word);
		this.#words.push(folded);
		this.#forms.push([]);
		this.#narrowing.add(folded);
		this.#starts.push(this.#scan.length);
		this.#scan += `${folded}\n`;
		return word;
	}

	/** The forms that fold to the same word. */
	formsOf(word: number): readonly number[] {
		return this.#forms[word] ?? [];
	}

	/** The forms that answer a word of the query, in no order that means anything. Never throws. */
	find(asked: AskedWord, mode: WordMode): readonly FormMatch[] {
		const key = `${mode} ${asked.cased ?? asked.folded}`;
		const known = this.#cache.get(key);
		if (known !== undefined) return known;
		const found: FormMatch[] = [];
		for (const word of this.#candidates(asked.folded, mode)) {
			const folded = this.#words[word] ?? '';
			for (const form of this.formsOf(word)) {
				const match = matchWord(asked, mode, {folded, cased: this.#cased[form] ?? ''});
				if (match !== null) found.push({form, word, grade: match.grade});
			}
		}
		if (this.#cache.size >= cacheLimit) this.#cache.clear();
		this.#cache.set(key, found);
		return found;
	}

	#candidates(asked: string, mode: WordMode): Set<number> {
		const words = new Set<number>();
		if (mode === 'whole') {
			const word = this.#wordIds.get(asked);
			if (word !== undefined) words.add(word);
			return words;
		}
		const inside = mode !== 'starts' && isFoundInside(asked);
		this.#scanFor(mode === 'ends' ? `${asked}\n` : inside ? asked : `\n${asked}`, words);
		if (mode === 'near') this.#nearWords(asked, words);
		return words;
	}

	/** Add the words that a string stands in; line feeds stand for their ends. */
	#scanFor(text: string, words: Set<number>): void {
		const lead = text.startsWith('\n') ? 1 : 0;
		let word = 0;
		let at = this.#scan.indexOf(text);
		while (at >= 0) {
			word = this.#wordAt(at + lead, word);
			words.add(word);
			at = this.#scan.indexOf(text, (this.#starts[word + 1] ?? this.#scan.length) - 1);
		}
	}

	/** The word that stands at a place of the scan, not before another one. */
	#wordAt(place: number, from: number): number {
		const starts = this.#starts;
		let low = from;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >>> 1;
			if ((starts[middle] ?? 0) <= place) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	/** Add the words that Fuse.js takes to be near; some are not by our rule. */
	#nearWords(asked: string, words: Set<number>): void {
		const narrowed = this.#narrowing.narrow(asked).filter(word => !words.has(word));
		if (narrowed.length === 0) return;
		const fuse = new Fuse(
			narrowed.map(word => this.#words[word] ?? ''),
			{
				isCaseSensitive: true,
				ignoreLocation: true,
				ignoreFieldNorm: true,
				shouldSort: false,
				minMatchCharLength: 2,
				// Fuse.js counts a swap as two errors and cuts words after 32 letters.
				threshold: Math.max(0.3, (2 * allowedErrors(asked.length)) / Math.min(asked.length, 32)),
			},
		);
		for (const {refIndex} of fuse.search(asked)) {
			const word = narrowed[refIndex];
			if (word !== undefined) words.add(word);
		}
	}
}
