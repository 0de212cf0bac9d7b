/**
Reading JSON that comes in chunks, without ever stopping for long.

A light scan finds where strings and brackets begin and end; the text between is given to
`JSON.parse` a piece at a time, as soon as there is enough of it. So a document of any size
is parsed while it comes, at nearly the speed of the engine, and a break in it costs the
piece it stands in.
*/
import {asList, asObject, type Json} from './json.ts';
import {recoverJson} from './recover-json.ts';

export type JsonEvents = {
	/** An object or array that stands by itself, in order. */
	readonly value: (value: Json) => void;
	/** The text is no JSON at this place, in UTF-16 units from its start; reading goes on behind it. */
	readonly broken: (at: number, what: string) => void;
};

/**
So much text is parsed in one go, in UTF-16 units: about a millisecond's work. V8 takes what it makes of more
than 100 KiB for long-lived, and spares itself from moving it about.
*/
const pieceUnits = 1 << 17;
/** Brackets deeper than this are no data, and would only fill the memory. */
const deepest = 1 << 16;
/** No value may be longer than what one string can hold. */
const longestValue = 1 << 28;

const quote = 34;
const backslash = 92;
const openList = 91;
const openObject = 123;
const closeList = 93;
const closeObject = 125;

/** An open bracket: what of its inside is parsed, and the text that is not. */
type Frame = {
	readonly isList: boolean;
	/** Where it opens in this chunk; -1 if in an earlier one. */
	start: number;
	/** Unparsed text from earlier chunks, or what begins it anew after a piece was parsed. */
	text: string;
	/** From where the unparsed text goes on in this chunk. */
	from: number;
	/** Where the unparsed text begins in the whole input, less what was put before it. */
	at: number;
	/** What is parsed already: `null` as long as it is all unparsed. */
	values: Json[] | null;
	entries: [string, Json][] | null;
};

/** Reads JSON values one behind another. Memory: the values, and a piece of text. Linear time. Never throws by itself. */
export class JsonReader {
	readonly #events: JsonEvents;
	/** Stands for a child that was parsed before its parent; no input can know it. */
	readonly #mark = `child ${Math.random().toString(36)}`;
	readonly #marked = JSON.stringify(this.#mark);
	readonly #stack: Frame[] = [];
	/** So many frames, from the outermost, have nothing in this chunk. */
	#settled = 0;
	#chunk = '';
	/** Where this chunk begins in the whole input. */
	#offset = 0;
	/** Whether the chunk before ended inside a string, and there behind an open backslash. */
	#inString = false;
	#escaped = false;
	/** Where, outside all brackets, the text not yet looked at begins. */
	#outside = 0;
	#stopped = false;

	/** @param events - Told of each value and of each break. */
	constructor(events: JsonEvents) {
		this.#events = events;
	}

	/** @param chunk - The next part of the text, cut anywhere. */
	push(chunk: string): void {
		if (this.#stopped || chunk === '') return;
		this.#chunk = chunk;
		this.#scan(chunk);
		if (this.#stack.length === 0) this.#lookOutside(this.#chunk.length);
		this.#settle();
		this.#offset += this.#chunk.length;
		this.#chunk = '';
		this.#outside = 0;
	}

	/** The text has ended: what is open is closed and handed over. */
	end(): void {
		if (!this.#stopped && this.#stack.length > 0) this.#events.broken(this.#offset, 'the JSON breaks off');
		// The innermost first: what it holds, its last string perhaps cut, goes into the next.
		const innermost = this.#stack.pop();
		if (innermost === undefined) return;
		const rest = recoverJson(innermost.text);
		if (rest.brokenAt !== null && rest.brokenAt < innermost.text.length) this.#tellBroken(innermost.at + rest.brokenAt);
		let value = this.#finished(innermost, rest.value);
		for (let frame = this.#stack.pop(); frame !== undefined; frame = this.#stack.pop()) {
			value = this.#finished(frame, this.#parsePiece(frame, this.#marked), value);
		}
		this.#events.value(value);
	}

	/** @returns Behind the string's closing quote, or the end of the chunk. */
	#skipString(text: string, start: number): number {
		let from = this.#escaped ? start + 1 : start;
		this.#escaped = false;
		while (true) {
			const end = text.indexOf('"', from);
			const until = end === -1 ? text.length : end;
			let slashes = 0;
			while (until - slashes > from && text.charCodeAt(until - slashes - 1) === backslash) slashes++;
			const isEscaped = slashes % 2 === 1;
			if (end === -1) {
				this.#inString = true;
				this.#escaped = isEscaped;
				return text.length;
			}
			from = end + 1;
			if (!isEscaped) {
				this.#inString = false;
				return from;
			}
		}
	}

	#parse(text: string, at: number): Json {
		try {
			return JSON.parse(text);
		} catch {
			const {value, brokenAt} = recoverJson(text);
			this.#tellBroken(at + (brokenAt ?? 0));
			return value;
		}
	}

	#tellBroken(at: number): void {
		this.#events.broken(at, 'this is no JSON');
	}

	/** Add a parsed piece to what a frame holds, `child` in the place that is marked in it. */
	#addPiece(frame: Frame, piece: Json, child: Json = null): void {
		if (frame.isList) {
			const isFirst = frame.values === null;
			frame.values ??= [];
			for (const [index, value] of asList(piece).entries()) {
				if (isFirst || index > 0) frame.values.push(value === this.#mark ? child : value);
			}
		} else {
			frame.entries ??= [];
			for (const [key, value] of Object.entries(asObject(piece) ?? {})) {
				if (key !== this.#mark) frame.entries.push([key, value === this.#mark ? child : value]);
			}
		}
	}

	/** Parse the unparsed text of a frame up to `rest` and its closing bracket. */
	#parsePiece(frame: Frame, rest: string): Json {
		return this.#parse(frame.text + rest + (frame.isList ? ']' : '}'), frame.at);
	}

	/** Begin the unparsed text of a frame anew at `at` of this chunk: a comma may follow. */
	#beginAnew(frame: Frame, at: number): void {
		frame.text = frame.isList ? '[0' : `{${this.#marked}:0`;
		frame.from = at;
		frame.at = this.#offset + at - frame.text.length;
	}

	/** The whole value of a frame, whose last piece this is. */
	#finished(frame: Frame, last: Json, child?: Json): Json {
		if (frame.values === null && frame.entries === null && child === undefined) return last;
		this.#addPiece(frame, last, child);
		return frame.values ?? Object.fromEntries(frame.entries ?? []);
	}

	/** The innermost bracket ends before `end` of this chunk; `behind` is where its parent goes on. */
	#close(end: number, behind: number): void {
		const frame = this.#stack.pop();
		if (frame === undefined) return;
		const parent = this.#stack.at(-1);
		this.#settled = Math.min(this.#settled, Math.max(0, this.#stack.length - 1));
		const isParsed = frame.values !== null || frame.entries !== null;
		if (parent === undefined || isParsed) {
			const value = this.#finished(frame, this.#parsePiece(frame, this.#chunk.slice(frame.from, end)));
			if (parent === undefined) {
				this.#events.value(value);
				this.#outside = behind;
				return;
			}
			const before = frame.start === -1 ? '' : this.#chunk.slice(parent.from, frame.start);
			this.#addPiece(parent, this.#parsePiece(parent, before + this.#marked), value);
			this.#beginAnew(parent, behind);
			return;
		}
		if (frame.start === -1) {
			parent.text += frame.text + this.#chunk.slice(frame.from, behind);
			parent.from = behind;
		}
		if (parent.text.length + behind - parent.from >= pieceUnits) {
			this.#addPiece(parent, this.#parsePiece(parent, this.#chunk.slice(parent.from, behind)));
			this.#beginAnew(parent, behind);
		}
	}

	/** Nothing but white space and commas may stand this.#outside all brackets. */
	#lookOutside(end: number): void {
		const text = this.#chunk.slice(this.#outside, end);
		if (/[^\s,]/.test(text))
			this.#events.broken(this.#offset + this.#outside, 'what stands here is no object and no list');
		this.#outside = end;
	}

	/** Take over what the open brackets have in this chunk, before the next one comes. */
	#settle(): void {
		for (let index = this.#settled; index < this.#stack.length; index++) {
			const frame = this.#stack[index];
			if (frame === undefined) continue;
			const next = this.#stack[index + 1];
			if (next === undefined || next.start !== -1) {
				frame.text += this.#chunk.slice(frame.from, next === undefined ? this.#chunk.length : next.start);
			}
			frame.from = 0;
		}
		for (let index = this.#settled; index < this.#stack.length; index++) {
			const frame = this.#stack[index];
			if (frame !== undefined) frame.start = -1;
		}
		this.#settled = Math.max(0, this.#stack.length - 1);
		if ((this.#stack.at(-1)?.text.length ?? 0) > longestValue) this.#stop('a value is too long to be read');
	}

	#stop(why: string): void {
		this.#events.broken(this.#offset, `${why}, and what follows is not read`);
		this.#stopped = true;
	}

	#scan(text: string): void {
		let index = 0;
		if (this.#inString) index = this.#skipString(text, 0);
		while (index < text.length) {
			const unit = text.charCodeAt(index);
			if (unit === quote) {
				index = this.#skipString(text, index + 1);
				continue;
			}
			if (unit === openObject || unit === openList) {
				if (this.#stack.length === 0) this.#lookOutside(index);
				if (this.#stack.length >= deepest) {
					this.#chunk = text.slice(0, index);
					this.#stop(`brackets are nested deeper than ${deepest}`);
					return;
				}
				const isList = unit === openList;
				const frame = {
					isList,
					start: index,
					text: '',
					from: index,
					at: this.#offset + index,
					values: null,
					entries: null,
				};
				this.#stack.push(frame);
			} else if (unit === closeObject || unit === closeList) {
				const top = this.#stack.at(-1);
				if (top !== undefined && top.isList !== (unit === closeList)) {
					this.#events.broken(this.#offset + index, 'a bracket is closed by one of the other kind');
				}
				if (top !== undefined) this.#close(index, index + 1);
			}
			index++;
		}
	}
}
