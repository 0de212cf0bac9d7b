/**
The vocabulary: every word that the dump holds, once, and which of them answer a word
of the query.

A form is a word as it is written (`Café`), a word is what its forms fold to (`cafe`), and the first of them,
though it may stand nowhere itself. Words as typed are found by scanning all words as one string. Near ones are narrowed by
cheap tests and by the rule of nearness.ts, and found by Fuse.js among the few that remain.
*/
import Fuse from 'fuse.js';
import {fold} from '../text/words.ts';
import {Growable} from './growable.ts';
import {Narrowing} from './narrowing.ts';
import {allowedErrors, near} from './nearness.ts';
import type {AskedWord, WordMode} from './query.ts';
import {keepCase} from './spelling.ts';
import {hashOf, Strings} from './strings.ts';
import {type Grade, grades, isFoundInside, matchWord, nearGrade} from './word-match.ts';
import type {Cuts} from './word-scanner.ts';

/** The forms that answer a word of the query, each with its word and how well (word-match.ts). */
export type FoundForms = {
	readonly forms: Uint32Array;
	readonly words: Uint32Array;
	readonly grades: Uint8Array;
};

/** @param written - The form, and what it folds to. */
export type Opened = (written: string, folded: string) => void;

type Candidates = {readonly words: number[]; readonly grades: Grade[]};

const lineFeed = 10;

/* Every beginning of a word that is being typed is a word of its own here. */
const cacheLimit = 64;

export class Vocabulary {
	readonly #forms = new Strings();
	readonly #narrowing = new Narrowing(form => this.lengthOf(form));
	/* A form's word, and another form of the same word + 1. */
	readonly #wordOf = new Growable();
	readonly #otherForm = new Growable();
	readonly #opened: Opened;
	readonly #cache = new Map<string, FoundForms>();
	/** The text that was looked for last inside of words, among how many forms, and the words that it stands in. */
	#inside: {readonly text: string; readonly size: number; readonly words: readonly number[]} | null = null;

	/** @param opened - Told of every new form, in the order of their numbers. */
	constructor(opened: Opened = () => undefined) {
		this.#opened = opened;
	}

	/** How many forms there are; they are numbered from 0 in the order they came. */
	get size(): number {
		return this.#forms.size;
	}

	/** How many bytes it takes. */
	get bytes(): number {
		return this.#forms.bytes + this.#narrowing.bytes + this.#wordOf.bytes + this.#otherForm.bytes;
	}

	/**
	Find the numbers of forms that stand in a text, new or known.

	@param cuts - Where they stand.
	@param forms - Gets their numbers; has room for as many.
	*/
	add(text: string, {starts, ends, hashes, count}: Cuts, forms: Uint32Array): void {
		for (let at = 0; at < count; at++) {
			const start = starts[at] ?? 0;
			const end = ends[at] ?? 0;
			const form = this.#forms.add(text, start, end, hashes[at] ?? 0);
			if (form === this.#wordOf.length) this.#addForm(form, text.slice(start, end));
			forms[at] = form;
		}
	}

	/** Look up what stands in a text. @param forms - Gets the numbers, as many as there are cuts; -1 for no form. */
	numbers(text: string, {starts, ends, hashes, count}: Cuts, forms: Int32Array): void {
		for (let at = 0; at < count; at++) {
			forms[at] = this.#forms.findPart(text, starts[at] ?? 0, ends[at] ?? 0, hashes[at] ?? 0);
		}
	}

	#addForm(form: number, written: string): void {
		if (this.#cache.size > 0) this.#cache.clear();
		const folded = fold(written);
		this.#opened(written, folded);
		if (folded === written) {
			this.#addWord(form, folded);
			return;
		}
		// The form is entered first: its word may be new and come after it.
		this.#wordOf.push(0);
		this.#otherForm.push(0);
		this.#narrowing.add('');
		const word = this.#forms.add(folded, 0, folded.length, hashOf(folded));
		if (word === this.#wordOf.length) {
			this.#opened(folded, folded);
			this.#addWord(word, folded);
		}
		this.#wordOf.cells[form] = word;
		this.#otherForm.cells[form] = this.#otherForm.cells[word] ?? 0;
		this.#otherForm.cells[word] = form + 1;
	}

	#addWord(word: number, folded: string): void {
		this.#wordOf.push(word);
		this.#otherForm.push(0);
		this.#narrowing.add(folded);
	}

	/** Give back the room for more. */
	trim(): void {
		for (const store of [this.#forms, this.#narrowing, this.#wordOf, this.#otherForm]) store.trim();
	}

	/** How many UTF-16 units a form has. */
	lengthOf(form: number): number {
		return this.#forms.endOf(form) - this.#forms.startOf(form);
	}

	#isWord(form: number): boolean {
		return this.#wordOf.cells[form] === form;
	}

	/** The next form of a word, which is itself the first; -1 after the last. */
	nextForm(form: number): number {
		return (this.#otherForm.cells[form] ?? 0) - 1;
	}

	/** Whether there is a word that is spelled so, folded. */
	has(folded: string): boolean {
		return this.#forms.find(folded) >= 0;
	}

	/**
	The forms that answer a word of the query, in no order that means anything. Words two errors away
	are given only where none is nearer. Never throws.
	*/
	find(asked: AskedWord, mode: WordMode): FoundForms {
		const spelling = asked.cased ?? asked.folded;
		const known = this.#cache.get(`${mode} ${spelling}`);
		if (known !== undefined) return known;
		if (this.#cache.size >= cacheLimit) this.#cache.clear();
		const found = this.#withForms(asked, mode, this.#candidates(asked.folded, mode));
		this.#cache.set(`${mode} ${spelling}`, found);
		if (mode !== 'near' || !found.grades.some(grade => grade < grades.far)) return found;
		const nearest = withoutFar(found);
		this.#cache.set(`near ${spelling}`, nearest).set(`slip ${spelling}`, nearest);
		return nearest;
	}

	/** Of all forms, by their numbers, 1 for those that `find` finds. */
	answers(asked: AskedWord, mode: WordMode): Uint8Array {
		const answers = new Uint8Array(this.size);
		for (const form of this.find(asked, mode).forms) answers[form] = 1;
		return answers;
	}

	/** Replace words by their forms; where case counts, only forms that answer in it. */
	#withForms(asked: AskedWord, mode: WordMode, candidates: Candidates): FoundForms {
		const forms: number[] = [];
		const words: number[] = [];
		const found: number[] = [];
		for (let at = 0; at < candidates.words.length; at++) {
			const word = candidates.words[at] ?? 0;
			const folded = asked.cased === null ? '' : this.#forms.get(word);
			for (let form = word; form >= 0; form = this.nextForm(form)) {
				let grade = candidates.grades[at] ?? grades.far;
				if (asked.cased !== null) {
					const match = matchWord(asked, mode, {folded, cased: keepCase(this.#forms.get(form))});
					if (match === null) continue;
					grade = match.grade;
				}
				forms.push(form);
				words.push(word);
				found.push(grade);
			}
		}
		return {forms: Uint32Array.from(forms), words: Uint32Array.from(words), grades: Uint8Array.from(found)};
	}

	#candidates(asked: string, mode: WordMode): Candidates {
		const found: Candidates = {words: [], grades: []};
		if (mode === 'whole') {
			const word = this.#forms.find(asked);
			if (word >= 0) add(found, word, grades.whole);
		} else if (mode === 'ends') {
			this.#standing(`${asked}\n`, found);
		} else if (mode === 'starts' || !isFoundInside(asked, mode)) {
			this.#begun(asked, found);
		} else {
			this.#standing(asked, found);
		}
		if (mode === 'near' || mode === 'slip') this.#near(asked, mode === 'near' ? 2 : 1, found);
		return found;
	}

	/** Add the words that begin so. */
	#begun(asked: string, found: Candidates): void {
		const {units} = this.#forms;
		const length = asked.length;
		const first = asked.charCodeAt(0);
		for (let word = 0; word < this.#forms.size; word++) {
			const start = this.#forms.startOf(word);
			if (units[start] !== first || !this.#isWord(word)) continue;
			let at = 1;
			while (at < length && units[start + at] === asked.charCodeAt(at)) at++;
			if (at === length) add(found, word, units[start + at] === lineFeed ? grades.whole : grades.beginning);
		}
	}

	/**
	Add the words that a text stands in; a line feed stands for their end. Who types on asks for words among those that
	the text stood in before.
	*/
	#standing(text: string, found: Candidates): void {
		const last = this.#inside;
		if (last !== null && last.size === this.size && text.startsWith(last.text)) {
			for (const word of last.words) this.#addInside(text, word, this.#forms.placeIn(word, text), found);
		} else {
			const scan = this.#forms.scan();
			let word = 0;
			for (let place = scan.indexOf(text); place >= 0; place = scan.indexOf(text, this.#forms.endOf(word))) {
				word = this.#forms.at(place, word);
				if (this.#isWord(word)) this.#addInside(text, word, place, found);
			}
		}
		this.#inside = {text, size: this.size, words: found.words.slice()};
	}

	/** @param place - Where the text stands in the word, as in `Strings.scan`; -1 if it does not. */
	#addInside(text: string, word: number, place: number, found: Candidates): void {
		if (place < 0) return;
		const length = text.endsWith('\n') ? text.length - 1 : text.length;
		const begins = place === this.#forms.startOf(word);
		const ends = place + length === this.#forms.endOf(word);
		add(found, word, begins ? (ends ? grades.whole : grades.beginning) : grades.inside);
	}

	/**
	Add the words that are near and not there yet. Fuse.js, which has the last word, reads only the few that
	the rule lets through: it takes far longer for a word than the rule does.
	*/
	#near(asked: string, most: number, found: Candidates): void {
		const known = new Set(found.words);
		const kept: {readonly word: number; readonly text: string; readonly grade: Grade}[] = [];
		for (const word of this.#narrowing.narrow(asked)) {
			if (known.has(word) || !this.#isWord(word)) continue;
			const text = this.#forms.get(word);
			const nearness = near(asked, text);
			if (nearness === null || nearness.errors > most) continue;
			kept.push({word, text, grade: nearGrade(nearness, text)});
		}
		if (kept.length === 0) return;
		const fuse = new Fuse(kept, {
			keys: ['text'],
			isCaseSensitive: true,
			ignoreLocation: true,
			ignoreFieldNorm: true,
			shouldSort: false,
			minMatchCharLength: 2,
			// Fuse.js counts a swap as two errors and cuts words after 32 letters.
			threshold: Math.max(0.3, (2 * allowedErrors(asked.length)) / Math.min(asked.length, 32)),
		});
		for (const {item} of fuse.search(asked)) add(found, item.word, item.grade);
	}
}

function add(found: Candidates, word: number, grade: Grade): void {
	found.words.push(word);
	found.grades.push(grade);
}

function withoutFar(found: FoundForms): FoundForms {
	if (!found.grades.includes(grades.far)) return found;
	const kept = (_: number, at: number) => found.grades[at] !== grades.far;
	return {forms: found.forms.filter(kept), words: found.words.filter(kept), grades: found.grades.filter(kept)};
}
