/**
Tape archives: the files in a tar, after POSIX.1-1988 (ustar) and what GNU tar and pax write beside it.

An archive is read to its end before its files are: they are then opened in the order of their names, as those of a
directory are.
*/
import {CutShort, type DumpInput} from '../source/index.ts';
import {byName} from './by-name.ts';

const blockBytes = 512;
/** More than this, in bytes, is not kept of an archive. */
const mostBytes = 2 ** 30;
/** Records about the next file, such as a long name, are read up to here, in bytes. */
const longestRecord = 1 << 20;

const breaksOff = 'the archive breaks off';

type Head = {readonly name: string; readonly size: number; readonly type: string};

/**
Take the archive's files, if it is one.

@param chunks - The bytes of an input, unpacked.
@returns The regular files in it, by name, hidden ones left out; or, where it is no tar, all of its bytes. Where the
	archive breaks off, is damaged, or holds more than 1 GiB, the bytes of the last file in it throw a CutShort behind
	all that came. Rejects with whatever else the chunks of a tar throw.
*/
export async function openTar(
	chunks: AsyncIterable<Uint8Array>,
): Promise<
	| {readonly type: 'tar'; readonly files: readonly DumpInput[]}
	| {readonly type: 'other'; readonly bytes: AsyncIterable<Uint8Array>}
> {
	const bytes = new ByteReader(chunks);
	const first = await bytes.peekHead();
	return first !== null && readHead(first) !== null
		? {type: 'tar', files: await readFiles(bytes)}
		: {type: 'other', bytes: bytes.rest()};
}

async function readFiles(bytes: ByteReader): Promise<readonly DumpInput[]> {
	const files: {readonly name: string; readonly parts: Uint8Array[]}[] = [];
	const why = await readInto(files, bytes);
	if (files.length === 0) files.push({name: 'the archive', parts: []});
	const inputs = files.map(({name, parts}, index) => ({
		name,
		chunks: why === null || index < files.length - 1 ? parts : endingWith(parts, why),
		incidental: true,
	}));
	return inputs.sort((one, other) => byName(one.name, other.name));
}

/** @returns Why there is no more, or `null` at the archive's end. */
async function readInto(
	files: {readonly name: string; readonly parts: Uint8Array[]}[],
	bytes: ByteReader,
): Promise<string | null> {
	let room = mostBytes;
	try {
		while (true) {
			const next = await nextFile(bytes);
			if (next.type === 'end') return next.why;
			const {name, size} = next;
			if (size > room) return 'the archive holds more than 1 GiB';
			room -= size;
			const parts: Uint8Array[] = [];
			files.push({name, parts});
			if (!(await passPadded(bytes, size, parts))) return breaksOff;
		}
	} catch (error) {
		if (error instanceof CutShort) return error.message;
		throw error;
	} finally {
		await bytes.close();
	}
}

type Next =
	| {readonly type: 'file'; readonly name: string; readonly size: number}
	| {readonly type: 'end'; readonly why: string | null};

/** Go on to where the next file that is to be read begins: past folders, links, hidden files, and what is said of names. */
async function nextFile(bytes: ByteReader): Promise<Next> {
	let longName: string | null = null;
	while (true) {
		const block = await bytes.take(blockBytes);
		// Two blocks of zeros end it; writers that stop without them lose nothing.
		if (block.every(byte => byte === 0)) return {type: 'end', why: null};
		const head = readHead(block);
		if (head === null) return {type: 'end', why: block.length < blockBytes ? breaksOff : 'the archive is damaged'};
		const {size, type} = head;
		const name = longName ?? head.name;
		if (/[0\0]/.test(type) && !/\/$|(?:^|\/)\.[^/]*$/.test(name)) return {type: 'file', name, size};
		const parts: Uint8Array[] = [];
		const isRecord = /[LKxg]/.test(type);
		if (!(await passPadded(bytes, size, isRecord && size <= longestRecord ? parts : null))) {
			return {type: 'end', why: breaksOff};
		}
		longName = isRecord ? (nameIn(type, Buffer.concat(parts)) ?? longName) : null;
	}
}

/** Past a body and what fills up its last block. @returns Whether all of the body was there. */
async function passPadded(bytes: ByteReader, size: number, into: Uint8Array[] | null): Promise<boolean> {
	const isWhole = (await bytes.pass(size, into)) === size;
	await bytes.pass((blockBytes - (size % blockBytes)) % blockBytes, null);
	return isWhole;
}

function* endingWith(parts: readonly Uint8Array[], why: string): Generator<Uint8Array> {
	yield* parts;
	throw new CutShort(why);
}

/** The head that a block is, or `null`: the magic word stands at byte 257, and the sum of the bytes must be right. */
function readHead(block: Uint8Array): Head | null {
	if (block.length < blockBytes || text(block, 257, 5) !== 'ustar') return null;
	let sum = 0;
	for (const [at, byte] of block.entries()) sum += at >= 148 && at < 156 ? 0x20 : byte;
	if (octal(block, 148, 8) !== sum) return null;
	const size = sizeIn(block);
	if (size === null) return null;
	// GNU tar keeps other things where ustar has the beginning of a long name.
	const prefix = block[262] === 0x20 ? '' : text(block, 345, 155);
	const name = text(block, 0, 100);
	return {name: prefix === '' ? name : `${prefix}/${name}`, size, type: String.fromCharCode(block[156] ?? 0)};
}

/** Octal digits; or, with the first bit set, a number of 88 bits (GNU tar), of which no file needs more than 52. */
function sizeIn(block: Uint8Array): number | null {
	if ((block[124] ?? 0) < 0x80) return octal(block, 124, 12);
	let size = 0;
	for (const byte of block.subarray(125, 136)) size = size * 256 + byte;
	return Number.isSafeInteger(size) ? size : null;
}

function octal(block: Uint8Array, start: number, length: number): number | null {
	const digits = text(block, start, length).trim();
	return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : null;
}

function text(block: Uint8Array, start: number, length: number): string {
	const field = block.subarray(start, start + length);
	const end = field.indexOf(0);
	return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}

/** The name that a record gives the next file: all of it in GNU tar's, a line `28 path=…` in pax's. */
function nameIn(type: string, record: Uint8Array): string | null {
	const words = new TextDecoder().decode(record).replace(/\0+$/, '');
	if (type === 'L') return words;
	return type === 'x' ? (/^\d+ path=(.*)$/m.exec(words)?.[1] ?? null) : null;
}

/** Bytes taken so many at a time from chunks cut anywhere. */
class ByteReader {
	readonly #chunks: AsyncIterator<Uint8Array>;
	#ahead: Uint8Array = new Uint8Array(0);
	/** What was thrown by the chunks while nobody had asked for their bytes. */
	#failure: {readonly error: unknown} | null = null;

	constructor(chunks: AsyncIterable<Uint8Array>) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}

	/** The first block, left where it is; `null` as soon as it can be none: a slow pipe of text is not waited for. */
	async peekHead(): Promise<Uint8Array | null> {
		do {
			const value = await this.#look();
			if (value === null) return null;
			this.#ahead = this.#ahead.length === 0 ? value : Buffer.concat([this.#ahead, value]);
		} while (this.#ahead.length < blockBytes && this.#ahead.includes(0));
		return this.#ahead.length < blockBytes ? null : this.#ahead.subarray(0, blockBytes);
	}

	async #look(): Promise<Uint8Array | null> {
		try {
			const {done, value} = await this.#chunks.next();
			return done ? null : value;
		} catch (error) {
			this.#failure = {error};
			return null;
		}
	}

	/** The next bytes; fewer at the end. */
	async take(count: number): Promise<Uint8Array> {
		const parts: Uint8Array[] = [];
		await this.pass(count, parts);
		return parts.length === 1 ? (parts[0] ?? this.#ahead) : Buffer.concat(parts);
	}

	/** Go on by so many bytes, keeping them in `into`. @returns How many there were. */
	async pass(count: number, into: Uint8Array[] | null): Promise<number> {
		let left = count;
		while (left > 0) {
			if (this.#ahead.length === 0) {
				const {done, value} = await this.#chunks.next();
				if (done) break;
				this.#ahead = value;
			}
			const part = this.#ahead.subarray(0, left);
			into?.push(part);
			left -= part.length;
			this.#ahead = this.#ahead.subarray(part.length);
		}
		return count - left;
	}

	/** All that has not been taken. */
	async *rest(): AsyncGenerator<Uint8Array> {
		try {
			if (this.#ahead.length > 0) yield this.#ahead;
			if (this.#failure !== null) throw this.#failure.error;
			for (let next = await this.#chunks.next(); !next.done; next = await this.#chunks.next()) yield next.value;
		} finally {
			await this.close();
		}
	}

	async close(): Promise<void> {
		await this.#chunks.return?.();
	}
}
