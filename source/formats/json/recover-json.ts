/**
Recovering: what can be read of JSON that is broken or breaks off.

The slow way, for the place of the break alone. What is not understood is passed over to
the next sign that is; brackets left open are closed.
*/
import type {Json} from './json.ts';

export type Recovered = {
	readonly value: Json;
	/** Where the text first is no JSON, in UTF-16 units; its length where it only breaks off; `null` if it is whole. */
	readonly brokenAt: number | null;
	/** Where the value ends, in UTF-16 units. */
	readonly end: number;
};

type Open =
	| {readonly kind: 'list'; readonly values: Json[]}
	| {readonly kind: 'object'; readonly entries: [string, Json][]; key: string | null};

/** Keys whose text is worth having even in part: bodies. A part of a name or an id would be another one. */
const bodies = new Set(['cooked', 'raw', 'text', 'comment_text', 'content', 'body', 'selftext']);

const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
Read the first value of a text as far as it goes.

@param text - Perhaps cut off, perhaps no JSON at all (then the value is `null`).
@returns Every element before a break, and those behind it that stand on their own. A string that breaks
	off is kept where it is a body, and dropped elsewhere; so is a number. Linear time, any depth. Never throws.
*/
export function recoverJson(text: string): Recovered {
	return new Recovery(text).read();
}

class Recovery {
	readonly #text: string;
	readonly #stack: Open[] = [];
	#index = 0;
	#brokenAt: number | null = null;
	/** The value, once its last bracket is closed. */
	#whole: Json | undefined = undefined;

	constructor(text: string) {
		this.#text = text;
	}

	read(): Recovered {
		while (this.#index < this.#text.length && this.#whole === undefined) this.#step(this.#text[this.#index] ?? '');
		if (this.#whole === undefined) this.#brokenAt ??= this.#text.length;
		while (this.#stack.length > 0) this.#close();
		return {value: this.#whole ?? null, brokenAt: this.#brokenAt, end: this.#index};
	}

	#step(sign: string): void {
		switch (sign) {
			case '[':
				this.#stack.push({kind: 'list', values: []});
				this.#index++;
				break;
			case '{':
				this.#stack.push({kind: 'object', entries: [], key: null});
				this.#index++;
				break;
			case ']':
			case '}':
				if (this.#stack.at(-1)?.kind !== (sign === ']' ? 'list' : 'object')) this.#broken();
				this.#close();
				this.#index++;
				break;
			case '"':
				this.#string();
				break;
			default:
				if (/[\s,:]/.test(sign)) this.#index++;
				else this.#scalar();
		}
	}

	#string(): void {
		const end = stringEnd(this.#text, this.#index + 1);
		const {text, broken} = readString(this.#text.slice(this.#index + 1, end));
		if (broken && end < this.#text.length) this.#broken();
		const top = this.#stack.at(-1);
		const key = top?.kind === 'object' ? top.key : undefined;
		this.#index = Math.min(end + 1, this.#text.length);
		if (end === this.#text.length) {
			this.#brokenAt ??= end;
			if (typeof key === 'string' && bodies.has(key)) this.#put(text);
		} else if (top?.kind === 'object' && key === null) {
			top.key = text;
		} else {
			this.#put(text);
		}
	}

	#scalar(): void {
		scalar.lastIndex = this.#index;
		const found = scalar.exec(this.#text)?.[0];
		if (found === undefined) this.#broken();
		// At the end of the text more digits may have followed.
		else if (this.#index + found.length < this.#text.length) this.#put(JSON.parse(found));
		this.#index += found?.length ?? 1;
	}

	#broken(): void {
		this.#brokenAt ??= this.#index;
	}

	/** Put a finished value into what holds it. */
	#put(value: Json): void {
		const top = this.#stack.at(-1);
		if (top?.kind === 'list') {
			top.values.push(value);
		} else if (top !== undefined && top.key !== null) {
			top.entries.push([top.key, value]);
			top.key = null;
		} else {
			this.#broken();
		}
	}

	#close(): void {
		const top = this.#stack.pop();
		if (top === undefined) return;
		const value = top.kind === 'list' ? top.values : Object.fromEntries(top.entries);
		if (this.#stack.length > 0) this.#put(value);
		else this.#whole = value;
	}
}

/** Where a string ends whose first unit is at `start`: the place of its closing quote, or the end of the text. */
function stringEnd(text: string, start: number): number {
	let end = start;
	while (true) {
		end = text.indexOf('"', end);
		if (end === -1) return text.length;
		let slashes = 0;
		while (end - slashes > start && text[end - slashes - 1] === '\\') slashes++;
		if (slashes % 2 === 0) return end;
		end++;
	}
}

/** What a string says, its escapes resolved; one that is none stays as it is. */
function readString(inside: string): {readonly text: string; readonly broken: boolean} {
	try {
		return {text: JSON.parse(`"${inside}"`), broken: false};
	} catch {
		// A cut escape at the end says nothing.
		const whole = inside.replace(/(?<=(?:^|[^\\])(?:\\\\)*)\\(?:u[\da-fA-F]{0,3})?$/, '');
		const escaped = whole.replace(/\\(?:u[\da-fA-F]{4}|["\\/bfnrt])|[\\\x00-\x1f]/g, found =>
			found.length > 1 ? found : JSON.stringify(found).slice(1, -1),
		);
		return {text: JSON.parse(`"${escaped}"`), broken: true};
	}
}
