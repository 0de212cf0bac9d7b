/**
The source window: the part of a streamed input that may still be asked for, by positions
in the whole of it, in UTF-16 units.
*/
export class SourceWindow {
	#text = '';
	#start = 0;
	#counted = 0;
	#line = 1;

	/** Where the input ends so far. */
	get end(): number {
		return this.#start + this.#text.length;
	}

	push(chunk: string): void {
		this.#text += chunk;
	}

	/** The source between two positions that were not let go. */
	slice(start: number, end: number): string {
		return this.#text.slice(Math.max(0, start - this.#start), Math.max(0, end - this.#start));
	}

	/** @returns The line of a position, from 1. Positions are asked for in rising order. */
	lineAt(position: number): number {
		const end = position - this.#start;
		let at = this.#text.indexOf('\n', this.#counted - this.#start);
		for (; at !== -1 && at < end; at = this.#text.indexOf('\n', at + 1)) this.#line++;
		this.#counted = Math.max(this.#counted, position);
		return this.#line;
	}

	/** Nothing before this position will be asked for. */
	letGo(position: number): void {
		if (position <= this.#start) return;
		this.lineAt(position);
		this.#text = this.#text.slice(position - this.#start);
		this.#start = position;
	}
}
