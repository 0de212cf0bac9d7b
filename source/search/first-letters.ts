/**
First letters: which posts have a word that begins with a letter, as bits, a row for each
letter and field. The first key of a query finds nearly every post, and would gather the
posting lists of a tenth of all words.
*/

/* As many letters as a few alphabets have, with capitals; what begins otherwise is found by posting lists. */
const mostLetters = 200;
const fieldCount = 3;

export class FirstLetters {
	/** By UTF-16 unit, from 1. */
	readonly #numbers = new Map<number, number>();
	/** Of every form: the number of the letter it begins with, folded, and above it that of its capital. */
	#letters = new Uint16Array(256);
	#size = 0;
	readonly #rows: Uint32Array[] = [];
	/** Of every letter's number the post and field that was noted last: most have several words that begin alike. */
	readonly #noted = new Uint32Array(mostLetters + 1);

	/** How many bytes it takes. */
	get bytes(): number {
		return this.#rows.reduce((sum, row) => sum + row.byteLength, this.#letters.byteLength);
	}

	/**
	Open the next form.

	@param folded - The UTF-16 unit that its folded spelling begins with, or 0 if it is not to be found by it.
	@param capital - The same with its case, or 0 if it has no capital.
	*/
	open(folded: number, capital: number): void {
		const first = folded === 0 ? 0 : this.#numberOf(folded);
		const second = first === 0 || capital === 0 || capital === folded ? 0 : this.#numberOf(capital);
		if (this.#size === this.#letters.length) {
			const letters = new Uint16Array(Math.ceil(this.#size * 1.25));
			letters.set(this.#letters);
			this.#letters = letters;
		}
		this.#letters[this.#size++] = first | (second << 8);
	}

	/**
	Note a post that has forms.

	@param forms - They stand at the beginning.
	@param field - 0 author, 1 quote, 2 text.
	*/
	add(forms: Uint32Array, count: number, post: number, field: number): void {
		const letters = this.#letters;
		const noted = this.#noted;
		const stamp = post * fieldCount + field + 1;
		for (let at = 0; at < count; at++) {
			const both = letters[forms[at] ?? 0] ?? 0;
			const first = both & 0xff;
			if (noted[first] !== stamp) this.#note(first, stamp);
			const second = both >>> 8;
			if (noted[second] !== stamp) this.#note(second, stamp);
		}
	}

	/** Set the bit of a letter, 0 for none. */
	#note(number: number, stamp: number): void {
		this.#noted[number] = stamp;
		if (number === 0) return;
		const post = Math.floor((stamp - 1) / fieldCount);
		const at = (number - 1) * fieldCount + ((stamp - 1) % fieldCount);
		const cell = post >>> 5;
		let row = this.#rows[at] ?? none;
		if (cell >= row.length) {
			const longer = new Uint32Array(Math.ceil((cell + 1) * 1.25) + 16);
			longer.set(row);
			row = longer;
			this.#rows[at] = row;
		}
		row[cell] = (row[cell] ?? 0) | (1 << (post & 31));
	}

	/** Whether the posts of a letter, a UTF-16 unit, are known here. */
	has(letter: number): boolean {
		return this.#numbers.has(letter);
	}

	/** Posts by their bits, 32 a number; there may be fewer than there are posts. @param field - 0 author, 1 quote, 2 text. */
	row(letter: number, field: number): Uint32Array {
		const number = this.#numbers.get(letter);
		return (number === undefined ? undefined : this.#rows[(number - 1) * fieldCount + field]) ?? none;
	}

	#numberOf(letter: number): number {
		const known = this.#numbers.get(letter);
		if (known !== undefined) return known;
		if (this.#numbers.size === mostLetters) return 0;
		const number = this.#numbers.size + 1;
		this.#numbers.set(letter, number);
		for (let field = 0; field < fieldCount; field++) this.#rows.push(none);
		return number;
	}
}

const none = new Uint32Array(0);
