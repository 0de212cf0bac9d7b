/**
Found forms: the forms of the vocabulary that answer a word of a query.
*/

/** Each with its word and how well it answers (word-match.ts), in three rows of the same length. */
export type FoundForms = {
	readonly forms: Uint32Array;
	readonly words: Uint32Array;
	readonly grades: Uint8Array;
};

/** Gathers them; a few thousand answer two letters, so no object is made for one. To be used again and again. */
export class FormList {
	#forms = new Uint32Array(256);
	#words = new Uint32Array(256);
	#grades = new Uint8Array(256);
	#count = 0;

	get count(): number {
		return this.#count;
	}

	clear(): void {
		this.#count = 0;
	}

	add(form: number, word: number, grade: number): void {
		if (this.#count === this.#forms.length) this.#grow();
		this.#forms[this.#count] = form;
		this.#words[this.#count] = word;
		this.#grades[this.#count++] = grade;
	}

	/** The rows so far. Good until the next `add`. */
	get rows(): FoundForms {
		const count = this.#count;
		return {
			forms: this.#forms.subarray(0, count),
			words: this.#words.subarray(0, count),
			grades: this.#grades.subarray(0, count),
		};
	}

	#grow(): void {
		const {forms, words, grades} = this.rows;
		const length = this.#count * 2;
		this.#forms = new Uint32Array(length);
		this.#forms.set(forms);
		this.#words = new Uint32Array(length);
		this.#words.set(words);
		this.#grades = new Uint8Array(length);
		this.#grades.set(grades);
	}
}

/** The rows for those that pass, to keep. */
export function keepForms({forms, words, grades}: FoundForms, passes: (grade: number) => boolean): FoundForms {
	const kept = (_: number, at: number) => passes(grades[at] ?? 0);
	return {forms: forms.filter(kept), words: words.filter(kept), grades: grades.filter(kept)};
}
