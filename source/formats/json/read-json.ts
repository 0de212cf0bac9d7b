/**
Reading JSON that comes in chunks, without ever stopping for long.

A light scan finds where strings and brackets begin and end; the text between is given to
`JSON.parse` a piece at a time, as soon as there is enough of it. So a document of any size
is parsed while it comes, at nearly the speed of the engine, and a break in it costs the
piece it stands in. Lists that somebody waits for give their elements as they come, and long
ones are not even scanned: see `list-lane.ts`.
*/
import {type Frame, openFrame} from './frame.ts';
import {asList, asObject, type Json, type JsonObject} from './json.ts';
import {ListLane} from './list-lane.ts';
import {recoverJson} from './recover-json.ts';

export type JsonEvents = {
	/** An object or array that stands by itself, in order. */
	readonly value: (value: Json) => void;
	/** The text is no JSON at this place, in UTF-16 units from its start; reading goes on behind it. */
	readonly broken: (at: number, what: string) => void;
	readonly lists?: ListEvents;
};

/** Lists whose elements are told one by one as they come; in the values that hold them they are empty. */
export type ListEvents = {
	/**
	Where they stand in a value: behind `.` a key, `[]` for any element of a list. `.post_stream.posts` is a list in
	an object in an object; the empty path a value that is a list itself.
	*/
	readonly paths: readonly string[];
	/** `isPlain`: whether all its strings are known to be as safe as the text is (see `PostDraft.verbatim`). */
	readonly element: (value: Json, path: string, isPlain: boolean) => void;
	/** Such a list begins. @param around - What is there so far of the objects that hold it, the outermost first. */
	readonly begins?: (around: readonly JsonObject[], path: string) => void;
};

/**
So much text is parsed in one go, in UTF-16 units: about a millisecond's work. V8 takes what it makes of more
than 100 KiB for long-lived, and spares itself from moving it about.
*/
const pieceUnits = 1 << 17;
/** Brackets deeper than this are no data, and would only fill the memory. */
const deepest = 1 << 16;
/** So far back a key is looked for, in UTF-16 units. */
const longestKey = 100;
/** No value may be longer than what one string can hold. */
const longestValue = 1 << 28;

const quote = 34;
const backslash = 92;
const openList = 91;
const openObject = 123;
const closeList = 93;
const closeObject = 125;

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
	/** Takes the chunks while the innermost open bracket is a long list of objects alike. */
	#lane: ListLane | null = null;
	/** Every path on the way to a list that is told. */
	readonly #ways: ReadonlySet<string>;
	readonly #told: ReadonlySet<string>;

	/** @param events - Told of each value and of each break. */
	constructor(events: JsonEvents) {
		this.#events = events;
		const paths = events.lists?.paths ?? [];
		this.#told = new Set(paths);
		this.#ways = new Set(
			paths.flatMap(path => [...path.matchAll(/(?=\.|\[)|$/g)].map(({index}) => path.slice(0, index))),
		);
	}

	/** @param chunk - The next part of the text, cut anywhere. */
	push(chunk: string): void {
		if (this.#stopped || chunk === '') return;
		if (this.#lane === null) {
			this.#read(chunk);
			return;
		}
		this.#takeLane(this.#lane, chunk);
	}

	#read(chunk: string): void {
		this.#chunk = chunk;
		this.#scan(chunk);
		if (this.#stack.length === 0) this.#lookOutside(this.#chunk.length);
		if (!this.#enterLane()) this.#settle();
		this.#offset += this.#chunk.length;
		this.#chunk = '';
		this.#outside = 0;
	}

	/** The text has ended: what is open is closed and handed over. */
	end(): void {
		if (this.#lane !== null) this.#leaveLane(this.#lane);
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
			frame.values ??= [];
			for (const [index, value] of asList(piece).entries()) {
				if (frame.isAnew && index === 0) continue;
				const element = value === this.#mark ? child : value;
				if (frame.isTold) this.#tellElement(frame, element, false);
				else frame.values.push(element);
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

	#tellElement(frame: Frame, element: Json, isPlain: boolean): void {
		this.#events.lists?.element(element, frame.path ?? '', isPlain);
	}

	/** Begin the unparsed text of a frame anew at `at` of this chunk: a comma may follow. */
	#beginAnew(frame: Frame, at: number): void {
		frame.isAnew = true;
		frame.text = frame.isList ? '[null' : `{${this.#marked}:0`;
		frame.from = at;
		frame.at = this.#offset + at - frame.text.length;
	}

	/** The whole value of a frame, whose last piece this is. */
	#finished(frame: Frame, last: Json, child?: Json): Json {
		if (frame.values === null && frame.entries === null && !frame.isTold && child === undefined) return last;
		this.#addPiece(frame, last, child);
		return frame.values ?? Object.fromEntries(frame.entries ?? []);
	}

	#open(index: number, isList: boolean): void {
		const path = this.#ways.size === 0 ? null : this.#pathAt(index);
		const isTold = isList && path !== null && this.#told.has(path);
		if (isTold) this.#tellBegin(index, path);
		this.#stack.push(openFrame({isList, start: index, at: this.#offset + index, path, isTold}));
	}

	/** The innermost bracket ends before `end` of this chunk; `behind` is where its parent goes on. */
	#close(end: number, behind: number): void {
		const frame = this.#stack.pop();
		if (frame === undefined) return;
		const parent = this.#stack.at(-1);
		this.#settled = Math.min(this.#settled, Math.max(0, this.#stack.length - 1));
		const isParsed = frame.values !== null || frame.entries !== null || frame.isTold;
		if (parent !== undefined) parent.whole = behind;
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
		this.#tellWhole();
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
			if (frame === undefined) continue;
			frame.start = -1;
			frame.whole = 0;
		}
		this.#settled = Math.max(0, this.#stack.length - 1);
		if ((this.#stack.at(-1)?.text.length ?? 0) > longestValue) this.#stop('a value is too long to be read');
	}

	/** Parse what is whole of the lists that are told. */
	#tellWhole(): void {
		for (let index = this.#settled; index < this.#stack.length; index++) {
			const frame = this.#stack[index];
			if (frame?.isTold !== true || frame.whole === 0) continue;
			this.#addPiece(frame, this.#parsePiece(frame, this.#chunk.slice(frame.from, frame.whole)));
			this.#beginAnew(frame, frame.whole);
		}
	}

	/** Go over to the lane of a list that is told, where this chunk ends inside an element like the others. */
	#enterLane(): boolean {
		const index = this.#stack.findLastIndex(({isTold}) => isTold);
		const frame = this.#stack[index];
		const element = this.#stack[index + 1];
		if (frame === undefined || frame.isUneven || frame.whole === 0) return false;
		if (element === undefined || element.start < frame.whole) return false;
		const lane = ListLane.enter(this.#chunk, frame.whole, element.start);
		if (lane === null) return false;
		this.#tellWhole();
		this.#stack.length = index + 1;
		this.#settle();
		frame.text = '';
		this.#inString = false;
		this.#escaped = false;
		this.#lane = lane;
		this.#offset -= lane.text.length;
		return true;
	}

	#takeLane(lane: ListLane, chunk: string): void {
		const frame = this.#stack.at(-1);
		const elements = lane.push(chunk);
		if (elements === null || frame === undefined) {
			this.#leaveLane(lane);
			return;
		}
		for (const element of elements.values) this.#tellElement(frame, element, elements.isPlain);
	}

	/** What the lane holds is read as everything else. */
	#leaveLane(lane: ListLane): void {
		const frame = this.#stack.at(-1);
		this.#lane = null;
		this.#offset += lane.taken;
		if (frame !== undefined) {
			this.#beginAnew(frame, 0);
			frame.isUneven = true;
		}
		this.#read(lane.text);
	}

	/** The path of a bracket that opens at `index` of this chunk, if a list that is told may be in it. */
	#pathAt(index: number): string | null {
		const parent = this.#stack.at(-1);
		if (parent === undefined) return this.#ways.has('') ? '' : null;
		if (parent.path === null) return null;
		let step = '[]';
		if (!parent.isList) {
			const from = Math.max(parent.from, index - longestKey);
			const before =
				(index - longestKey < parent.from ? parent.text.slice(-longestKey) : '') + this.#chunk.slice(from, index);
			const key = /"([^"\\]*)"\s*:\s*$/.exec(before)?.[1];
			if (key === undefined) return null;
			step = `.${key}`;
		}
		const path = parent.path + step;
		return this.#ways.has(path) ? path : null;
	}

	/** Tell that a list begins at `index` of this chunk, and what is there of the objects around it. */
	#tellBegin(index: number, path: string): void {
		const begins = this.#events.lists?.begins;
		if (begins === undefined) return;
		const around: JsonObject[] = [];
		for (const [level, frame] of this.#stack.entries()) {
			if (frame.isList) continue;
			const next = this.#stack[level + 1];
			const until = next === undefined ? index : next.start;
			const text = `${frame.text}${until === -1 ? '' : this.#chunk.slice(frame.from, until)}null}`;
			const {[this.#mark]: _, ...piece} = asObject(recoverJson(text).value) ?? {};
			around.push({...Object.fromEntries(frame.entries ?? []), ...piece});
		}
		begins(around, path);
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
				this.#open(index, unit === openList);
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
