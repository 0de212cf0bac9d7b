/**
Opening a dump: bytes in, ever fuller snapshots of the dump out.

The one way into the program for input of any kind: decodes, tells the format,
feeds its parser, and says in one sentence why an input cannot be read.
*/
import {loadReaders, readBody} from '../markup/read-body.ts';
import {type Dump, DumpBuilder} from '../thread/dump.ts';
import {binaryKind, createDecoder} from './decode.ts';
import {detectFormat} from './detect-format.ts';
import type {Format, Parser} from './format.ts';
import {formats} from './registry.ts';

/** `unreadable`: its bytes cannot be had; for whoever opens files to throw. */
export type DumpErrorCode = 'empty' | 'binary' | 'unknown-format' | 'unrecognised' | 'unreadable';

/** Why an input cannot be read. The message is one line, without the input's name, and says the remedy. */
export class DumpError extends Error {
	override readonly name = 'DumpError';
	readonly code: DumpErrorCode;

	constructor(code: DumpErrorCode, message: string) {
		super(message);
		this.code = code;
	}
}

/**
Thrown by the bytes of an input that stop before their end, as those of a broken archive or disk do. What came is read
as all there is, and the message, which says what stopped, becomes a problem.
*/
export class CutShort extends Error {
	override readonly name = 'CutShort';
}

export type OpenOptions = {
	/** The name of the format to read it as; else it is told by the content. */
	readonly format?: string | undefined;
	/** The formats there are. */
	readonly formats?: readonly Format[];
	/** The time in milliseconds, for the pace of the snapshots. */
	readonly now?: () => number;
};

/** How much text the format is told by, in UTF-16 units. */
const sampleUnits = 1 << 16;
/**
So many bytes are decoded and parsed in one go: their text, even at two bytes a unit and with a rest put before it,
stays below the 128 KiB from where V8 gives each string pages of its own from the system, which takes longer than
parsing it.
*/
const sliceBytes = 52 << 10;
/** This long between two snapshots while input is coming, in milliseconds; longer where they take long. */
const pace = 50;
/** Between two snapshots it is so many times as long as the first of them took. */
const restPerSnapshot = 8;
/** A pipe that rests for this long, in milliseconds, is told by what it has sent, if that is enough. */
const patience = 100;
/** How sure a format must be to be told before there is a whole sample. */
const sureEnough = 0.5;

/**
Read a dump.

@param chunks - The bytes of the input in order, cut anywhere. Packed input is unpacked by whoever opens it, as with
	`createReadStream(name).pipe(createGunzip())`; here it is refused.
@yields The first snapshot as soon as there are posts, then one about every 50 ms (of a very long
	dump every eight times as long as one takes) while input comes, and always a last one that is `complete`.
@throws DumpError if the input is empty, is no text, or is no dump of any known format.
	What the chunks themselves throw passes through, all but `CutShort`.
*/
export async function* openDump(
	chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	options: OpenOptions = {},
): AsyncGenerator<Dump, void, undefined> {
	const now = options.now ?? (() => performance.now());
	const reading = new Reading(options);
	let shownAt = Number.NEGATIVE_INFINITY;
	/** A snapshot costs time for every post so far: it takes only a part of the time that reading does. */
	let rest = pace;

	async function show(): Promise<Dump> {
		const start = now();
		const dump = await reading.snapshot(false);
		rest = Math.max(pace, (now() - start) * restPerSnapshot);
		return dump;
	}

	const isDue = (): boolean => reading.hasNews && now() - shownAt >= rest;

	try {
		for await (const chunk of withRests(iterate(chunks), patience)) {
			if (chunk === 'resting') {
				reading.rest();
				if (!reading.hasNews) continue;
				yield await show();
				shownAt = now();
				continue;
			}
			for (const bytes of slices(chunk)) {
				reading.push(bytes);
				if (!isDue()) continue;
				yield await show();
				shownAt = now();
			}
		}
	} catch (error) {
		if (!(error instanceof CutShort)) throw error;
		reading.cutShort(error);
	}
	for (const _ of reading.end()) {
		await turn();
		if (!isDue()) continue;
		yield await show();
		shownAt = now();
	}
	yield await reading.snapshot(true);
}

type Started = {readonly format: Format; readonly builder: DumpBuilder; readonly parser: Parser};

/** One input on its way into a dump: first it is told what it is, then its parser gets all of it. */
class Reading {
	readonly #known: readonly Format[];
	readonly #wanted: Format | null;
	readonly #decoder = createDecoder();
	/** What came before the format was told: as bytes, for a format that reads these, and as text. */
	#held: Uint8Array[] = [];
	#beginning = '';
	#bytes = 0;
	#shownPosts = 0;
	#shownBytes = 0;
	#started: Started | null = null;
	#cut: CutShort | null = null;

	constructor(options: OpenOptions) {
		this.#known = options.formats ?? formats;
		this.#wanted = options.format === undefined ? null : formatNamed(options.format, this.#known);
	}

	/** Whether a new snapshot would show more than the last one: posts, or that reading goes on. */
	get hasNews(): boolean {
		if (this.#started === null) return false;
		const {count} = this.#started.builder;
		return count > this.#shownPosts || (this.#shownPosts === 0 && this.#bytes > this.#shownBytes);
	}

	push(bytes: Uint8Array): void {
		if (this.#bytes === 0) refuseBinary(bytes);
		this.#bytes += bytes.length;
		if (this.#started !== null) {
			this.#feed(this.#started, bytes);
			return;
		}
		this.#held.push(bytes);
		this.#beginning += this.#decoder.push(bytes);
		if (this.#beginning.length >= sampleUnits) this.#start(this.#tell(false));
	}

	/** No input came for a while: what has come may be enough to tell the format, and to show something. */
	rest(): void {
		if (this.#started === null && this.#beginning !== '') {
			const sample = {text: this.#beginning, whole: false};
			const format = this.#wanted ?? detectFormat(sample, this.#known);
			if (format !== null && (this.#wanted !== null || format.detect(sample) >= sureEnough)) this.#start(format);
		}
		this.#started?.parser.rest?.();
	}

	/** The input has ended too early. */
	cutShort(cut: CutShort): void {
		this.#cut = cut;
	}

	*end(): Generator<void, void, undefined> {
		const text = this.#decoder.end();
		if (this.#started === null) {
			this.#beginning += text;
			if (this.#beginning.trim() === '') {
				if (this.#cut !== null) {
					throw new DumpError('empty', `${this.#cut.message} before any words came: try again, or get it anew`);
				}
				throw new DumpError('empty', 'there is nothing in it: give a file that holds a dump, or pipe one in');
			}
			this.#start(this.#tell(true));
		} else if (readsText(this.#started.format)) {
			this.#give(this.#started, text);
		}
		const started = this.#started;
		if (started === null) return;
		yield* started.parser.end() ?? [];
		const problem = readsText(started.format) ? this.#decoder.problem() : null;
		if (problem !== null) started.builder.problem(problem);
		if (this.#cut !== null) {
			const message = `${this.#cut.message}: what came before is shown, the rest is lost`;
			started.builder.problem({level: 'error', line: null, post: null, message});
		}
	}

	/** What has been read so far, with readers for its bodies ready. */
	async snapshot(complete: boolean): Promise<Dump> {
		const {builder} = this.#started ?? {builder: new DumpBuilder('', readBody)};
		this.#shownPosts = builder.count;
		this.#shownBytes = this.#bytes;
		await loadReaders(builder.markups);
		return builder.snapshot(complete, this.#bytes);
	}

	#tell(whole: boolean): Format {
		const sample = {text: this.#beginning.slice(0, sampleUnits), whole};
		const format = this.#wanted ?? detectFormat(sample, this.#known);
		if (format === null) {
			const remedy = `name its format with --format (${names(this.#known)})`;
			throw new DumpError('unrecognised', `no known kind of dump: ${remedy}`);
		}
		return format;
	}

	#start(format: Format): void {
		const builder = new DumpBuilder(format.name, readBody);
		const started: Started = {format, builder, parser: format.parse(builder)};
		this.#started = started;
		if (readsText(format)) this.#give(started, this.#beginning);
		else for (const bytes of this.#held) this.#feed(started, bytes);
		this.#held = [];
		this.#beginning = '';
	}

	#feed(started: Started, bytes: Uint8Array): void {
		if (readsText(started.format)) this.#give(started, this.#decoder.push(bytes));
		else started.parser.push(asUnits(bytes));
	}

	#give({builder, parser}: Started, text: string): void {
		builder.safeInput(this.#decoder.isSafe());
		parser.push(text);
	}
}

function readsText({reads}: Format): boolean {
	return reads !== 'bytes';
}

/** Bytes as a string, a unit a byte. */
function asUnits(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Let keys and timers through. */
function turn(): Promise<void> {
	return new Promise(resolve => {
		setImmediate(resolve);
	});
}

/** The items of an iterable, and `resting` once whenever the next one takes longer than so many milliseconds. */
async function* withRests<Item>(items: AsyncGenerator<Item>, ms: number): AsyncGenerator<Item | 'resting'> {
	try {
		while (true) {
			const next = items.next();
			let timer: NodeJS.Timeout | undefined;
			const rest = new Promise<'resting'>(resolve => {
				timer = setTimeout(() => resolve('resting'), ms);
			});
			const first = await Promise.race([next, rest]);
			clearTimeout(timer);
			if (first === 'resting') yield first;
			const result = await next;
			if (result.done) return;
			yield result.value;
		}
	} finally {
		// Not awaited: an input that is waited for would hold up whoever leaves.
		void items.return(undefined);
	}
}

function formatNamed(name: string, known: readonly Format[]): Format {
	const format = known.find(candidate => candidate.name === name);
	if (format === undefined) {
		throw new DumpError('unknown-format', `no format is called '${name}': use one of ${names(known)}`);
	}
	return format;
}

function refuseBinary(bytes: Uint8Array): void {
	const kind = binaryKind(bytes.subarray(0, sampleUnits));
	if (kind === null) return;
	const remedy =
		kind.includes('compressed') || kind.includes('archive') ? 'unpack it first' : 'convert it to UTF-8 text first';
	throw new DumpError('binary', `this is ${kind}, not text: ${remedy}`);
}

function names(known: readonly Format[]): string {
	return known.map(format => format.name).join(', ');
}

async function* iterate<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item> {
	yield* items;
}

/** Bounded slices, so that one huge chunk does not hold up the snapshots. */
function* slices(chunk: Uint8Array): Generator<Uint8Array> {
	for (let start = 0; start < chunk.length; start += sliceBytes) yield chunk.subarray(start, start + sliceBytes);
}
