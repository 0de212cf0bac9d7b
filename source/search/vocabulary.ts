/**
The vocabulary: every word that the dump holds, once, and which of them answer a word
of the query.

A form is a word as it is written (`Café`), a word is what its forms fold to (`cafe`), and the first of them,
though it may stand nowhere itself. Words as typed are found by scanning all words as one string. Near ones are narrowed by
cheap tests and by the rule of nearness.ts, and found by Fuse.js among the few that remain.
*/
import Fuse from 'fuse.js';
import {fold} from '../text/words.ts';
import {FormList, type FoundForms, keepForms} from './found-forms.ts';
import {Growable} from './growable.ts';
import {Narrowing} from './narrowing.ts';
import {allowedErrors, near} from './nearness.ts';
import type {AskedWord, WordMode} from './query.ts';
import {keepCase} from './spelling.ts';
import {hashOf, Strings} from './strings.ts';
import {type Grade, grades, isFoundInside, matchWord, nearGrade} from './word-match.ts';
import type {Cuts} from './word-scanner.ts';

/** @param written - The form, and what it folds to. */
export type Opened = (written: string, folded: string) => void;

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
	#inside: {readonly text: string; readonly size: number; readonly words: Uint32Array} | null = null;
	/** While a word is being found: the words that answer, and what forms they have. */
	readonly #foundWords = new FormList();
	readonly #foundForms = new FormList();

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
		this.#findWords(asked.folded, mode);
		const found = this.#withForms(asked, mode);
		this.#cache.set(`${mode} ${spelling}`, found);
		if (mode !== 'near' || !found.grades.some(grade => grade < grades.far)) return found;
		const nearest = withoutFar(found);
		this.#cache.set(`near ${spelling}`, nearest).set(`slip ${spelling}`, nearest);
		return nearest;
	}

	/** The forms that `find` finds as bits by their numbers, 32 in each cell. */
	answers(asked: AskedWord, mode: WordMode): Uint32Array {
		const answers = new Uint32Array((this.size + 31) >>> 5);
		const {forms} = this.find(asked, mode);
		for (let at = 0; at < forms.length; at++) {
			const form = forms[at] ?? 0;
			answers[form >>> 5] = (answers[form >>> 5] ?? 0) | (1 << (form & 31));
		}
		return answers;
	}

	/** The forms of the words that were found; where case counts, only forms that answer in it. */
	#withForms(asked: AskedWord, mode: WordMode): FoundForms {
		const found = this.#foundForms;
		found.clear();
		const {words, grades: wordGrades} = this.#foundWords.rows;
		for (let at = 0; at < words.length; at++) {
			const word = words[at] ?? 0;
			const grade = wordGrades[at] ?? grades.far;
			const folded = asked.cased === null ? '' : this.#forms.get(word);
			for (let form = word; form >= 0; form = this.nextForm(form)) {
				if (asked.cased === null) {
					found.add(form, word, grade);
					continue;
				}
				const match = matchWord(asked, mode, {folded, cased: keepCase(this.#forms.get(form))});
				if (match !== null) found.add(form, word, match.grade);
			}
		}
		const {rows} = found;
		return {forms: rows.forms.slice(), words: rows.words.slice(), grades: rows.grades.slice()};
	}

	/** Find the words, as typed in the order of their numbers, then those that are near. */
	#findWords(asked: string, mode: WordMode): void {
		this.#foundWords.clear();
		if (mode === 'whole') {
			const word = this.#forms.find(asked);
			if (word >= 0) this.#addWordFound(word, grades.whole);
		} else if (mode === 'ends') {
			this.#standing(`${asked}\n`);
		} else if (mode === 'starts' || !isFoundInside(asked, mode)) {
			this.#begun(asked);
		} else {
			this.#standing(asked);
		}
		if (mode === 'near' || mode === 'slip') this.#near(asked, mode === 'near' ? 2 : 1);
	}

	#addWordFound(word: number, grade: Grade): void {
		this.#foundWords.add(word, word, grade);
	}

	/** Add the words that begin so. */
	#begun(asked: string): void {
		const {units} = this.#forms;
		const length = asked.length;
		const first = asked.charCodeAt(0);
		for (let word = 0; word < this.#forms.size; word++) {
			const start = this.#forms.startOf(word);
			if (units[start] !== first || !this.#isWord(word)) continue;
			let at = 1;
			while (at < length && units[start + at] === asked.charCodeAt(at)) at++;
			if (at === length) this.#addWordFound(word, units[start + at] === lineFeed ? grades.whole : grades.beginning);
		}
	}

	/**
	Add the words that a text stands in; a line feed stands for their end. Who types on asks for words among those that
	the text stood in before.
	*/
	#standing(text: string): void {
		const last = this.#inside;
		if (last !== null && last.size === this.size && text.startsWith(last.text)) {
			const {words} = last;
			for (let at = 0; at < words.length; at++) {
				const word = words[at] ?? 0;
				this.#addInside(text, word, this.#forms.placeIn(word, text));
			}
		} else {
			const scan = this.#forms.scan();
			let word = 0;
			for (let place = scan.indexOf(text); place >= 0; place = scan.indexOf(text, this.#forms.endOf(word))) {
				word = this.#forms.at(place, word);
				if (this.#isWord(word)) this.#addInside(text, word, place);
			}
		}
		this.#inside = {text, size: this.size, words: this.#foundWords.rows.words.slice()};
	}

	/** @param place - Where the text stands in the word, as in `Strings.scan`; -1 if it does not. */
	#addInside(text: string, word: number, place: number): void {
		if (place < 0) return;
		const length = text.endsWith('\n') ? text.length - 1 : text.length;
		const begins = place === this.#forms.startOf(word);
		const ends = place + length === this.#forms.endOf(word);
		this.#addWordFound(word, begins ? (ends ? grades.whole : grades.beginning) : grades.inside);
	}

	/**
	Add the words that are near and not there yet. Fuse.js, which has the last word, reads only the few that
	the rule lets through: it takes far longer for a word than the rule does.
	*/
	#near(asked: string, most: number): void {
		const {words: known} = this.#foundWords.rows;
		let at = 0;
		const kept: {readonly word: number; readonly text: string; readonly grade: Grade}[] = [];
		for (const word of this.#narrowing.narrow(asked)) {
			// Both are in the order of their numbers.
			while ((known[at] ?? word) < word) at++;
			if (known[at] === word || !this.#isWord(word)) continue;
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
		for (const {item} of fuse.search(asked)) this.#addWordFound(item.word, item.grade);
	}
}

function withoutFar(found: FoundForms): FoundForms {
	return found.grades.includes(grades.far) ? keepForms(found, grade => grade !== grades.far) : found;
}
