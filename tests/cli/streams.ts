/** Stand-ins for the streams of a process. */
import {Readable, Writable} from 'node:stream';

export class Sink extends Writable {
	text = '';
	readonly isTTY: boolean;
	readonly columns: number | undefined;

	constructor({isTTY = false, columns}: {readonly isTTY?: boolean; readonly columns?: number} = {}) {
		super({decodeStrings: false});
		this.isTTY = isTTY;
		this.columns = columns;
	}

	override _write(chunk: string, _: BufferEncoding, done: () => void): void {
		this.text += chunk;
		done();
	}
}

/** A writable that fails its first write with a system error, as a closed pipe or a full disk does. */
export class Failing extends Writable {
	writes = 0;
	readonly #code: string;

	constructor(code: string) {
		super();
		this.#code = code;
	}

	override _write(_: unknown, __: BufferEncoding, done: (error: Error) => void): void {
		this.writes++;
		done(Object.assign(new Error(`write ${this.#code}`), {code: this.#code}));
	}
}

/** Standard input: a terminal without any words, or a pipe with these. */
export function source(text: string | null): Readable & {readonly isTTY: boolean} {
	const stream = Readable.from(text === null || text === '' ? [] : [Buffer.from(text)]);
	return Object.assign(stream, {isTTY: text === null});
}
