/**
The inline writer: words and inlines as they come, white space collapsed as HTML does.

A run of spaces and newlines is one space, none stands at either end of a line; a space
between two elements stands outside of both where it can.
*/
import type {Inline} from '../../thread/body.ts';

type Parent = Extract<Inline, {readonly children: readonly Inline[]}>;

const space = 0x20;

export class InlineWriter {
	#lines: Inline[] = [];
	/** The inlines of the elements that are open in the lines, the outermost first. */
	readonly #open: Inline[][] = [];
	/** The last words of the innermost, to which more may be added. */
	#words = '';
	#isSpaced = false;
	#isAtStart = true;

	/** Whether a line break was written last, and no inline is open. */
	get isAtNewLine(): boolean {
		return this.#isAtStart && this.#open.length === 0 && this.#lines.at(-1)?.type === 'break';
	}

	/** Add text: its white space collapses with what is around it. */
	write(text: string): void {
		const words = hasRuns(text) ? text.replace(/[\t\n\f\r ]+/g, ' ') : text;
		if (words === '' || words === ' ') {
			if (words === ' ') this.#isSpaced = true;
			return;
		}
		const start = words.charCodeAt(0) === space ? 1 : 0;
		const end = words.charCodeAt(words.length - 1) === space ? words.length - 1 : words.length;
		if (start > 0) this.#isSpaced = true;
		if (this.#isSpaced) this.#space();
		this.#words += start === 0 && end === words.length ? words : words.slice(start, end);
		this.#isAtStart = false;
		this.#isSpaced = end < words.length;
	}

	/** Add an inline that is no text. */
	add(inline: Inline): void {
		if (this.#isSpaced) this.#space();
		this.#finishWords();
		this.#innermost.push(inline);
		this.#isAtStart = false;
	}

	/** Begin a new line. */
	break(): void {
		this.#finishWords();
		this.#innermost.push({type: 'break'});
		this.#isSpaced = false;
		this.#isAtStart = true;
	}

	/** What is written until `end` stands in an inline of its own. */
	begin(): void {
		this.#finishWords();
		this.#open.push([]);
	}

	/**
	@param make - Makes the inline of what was written since `begin`; not called if there are no words.
	@returns Whether anything was written.
	*/
	end(make: (children: readonly Inline[]) => Parent): boolean {
		this.#finishWords();
		const children = this.#open.pop();
		if (children === undefined || children.length === 0) return false;
		if (children.every(({type}) => type === 'break')) this.#innermost.push(...children);
		else this.#innermost.push(make(children));
		return true;
	}

	/** @returns All lines, without empty ones at their ends; the writer begins anew. No inline may be open. */
	take(): readonly Inline[] {
		this.#finishWords();
		const all = this.#lines;
		let start = 0;
		let end = all.length;
		while (start < end && all[start]?.type === 'break') start++;
		while (end > start && all[end - 1]?.type === 'break') end--;
		const taken = start === 0 && end === all.length ? all : all.slice(start, end);
		this.#lines = [];
		this.#isSpaced = false;
		this.#isAtStart = true;
		return taken;
	}

	get #innermost(): Inline[] {
		return this.#open.at(-1) ?? this.#lines;
	}

	/** Write the space that stands before what comes now: outside the elements that just began. */
	#space(): void {
		this.#isSpaced = false;
		if (this.#isAtStart) return;
		if (this.#words !== '' || this.#innermost.length > 0) {
			this.#words += ' ';
			return;
		}
		const list = this.#open.findLast(inlines => inlines.length > 0) ?? this.#lines;
		const last = list.at(-1);
		if (last?.type === 'text') list[list.length - 1] = {type: 'text', text: `${last.text} `};
		else list.push({type: 'text', text: ' '});
	}

	#finishWords(): void {
		if (this.#words === '') return;
		this.#innermost.push({type: 'text', text: this.#words});
		this.#words = '';
	}
}

/** Whether a text holds white space that is not one space; looking for each sign is faster than a pattern. */
function hasRuns(text: string): boolean {
	return (
		text.includes('\n') || text.includes('  ') || text.includes('\t') || text.includes('\r') || text.includes('\f')
	);
}
