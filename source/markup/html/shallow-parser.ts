/**
The shallow parser: htmlparser2 with a bound on how deep elements nest.

htmlparser2 keeps its open elements in an array that it shifts at every tag, so that a million
unclosed tags would cost it a million times a million steps; and whoever walks a tree that deep
runs out of stack. Below the bound elements have no inside: their words stand in the last one
that has, and their end tags close nothing.
*/
import {Parser, type ParserOptions} from 'htmlparser2';

export type Attributes = Readonly<Record<string, string>>;

export type TagHandler = {
	/** A tag begins at the parser's `startIndex`; its attributes are not read yet. */
	readonly begin?: () => void;
	/** @param isVoid - Nothing stands in it and `close` is not called for it: `br`, or an element below the bound. */
	readonly open: (name: string, attributes: Attributes, isVoid: boolean) => void;
	/** @param isImplied - The input does not close it: another tag does, or the end. */
	readonly close: (name: string, isImplied: boolean) => void;
	/** A part of the text, its entities read. */
	readonly text: (words: string) => void;
};

export type ShallowOptions = ParserOptions & {
	/** How many elements may be open at a time. */
	readonly deepest: number;
};

/**
Takes the input by `write`, cut anywhere, then `end`. `startIndex` and `endIndex` count the
UTF-16 units of all that was written.
*/
export class ShallowParser extends Parser {
	readonly #deepest: number;
	/** Elements below the bound whose end tags are still to come, by name. */
	readonly #sunk = new Map<string, number>();
	#depth = 0;
	#isSinking = false;
	#isClosing = false;
	#isVoid = false;

	constructor(handler: TagHandler, {deepest, ...options}: ShallowOptions) {
		super(
			{
				onopentagname: name => this.#begin(name, handler),
				onopentag: (name, attributes) => {
					this.#isVoid = this.isVoidElement(name);
					if (!this.#isVoid) this.#depth++;
					handler.open(name, attributes, this.#isVoid);
				},
				onclosetag: (name, isImplied) => {
					if (this.#isVoid) {
						this.#isVoid = false;
						return;
					}
					this.#depth--;
					if (this.#sunk.size > 0) this.#sunk.clear();
					handler.close(name, isImplied);
				},
				ontext: handler.text,
			},
			options,
		);
		this.#deepest = deepest;
	}

	override onopentagname(start: number, end: number): void {
		this.#isSinking = this.#depth >= this.#deepest;
		super.onopentagname(start, end);
	}

	override onclosetag(start: number, end: number): void {
		this.#isClosing = true;
		super.onclosetag(start, end);
		this.#isClosing = false;
	}

	/** What is void has no end tag: besides `br` and its like, whatever is below the bound. */
	protected override isVoidElement(name: string): boolean {
		if (super.isVoidElement(name)) return true;
		if (!this.#isClosing) return this.#isSinking && name !== '';
		const sunk = this.#sunk.size === 0 ? 0 : (this.#sunk.get(name) ?? 0);
		if (sunk > 0) this.#sunk.set(name, sunk - 1);
		return sunk > 0;
	}

	#begin(name: string, handler: TagHandler): void {
		if (this.#isSinking && !super.isVoidElement(name)) this.#sunk.set(name, (this.#sunk.get(name) ?? 0) + 1);
		handler.begin?.();
	}
}
