/**
Opening a dump: bytes in, ever fuller snapshots of the dump out.

The one way into the program for input of any kind: decodes, tells the format,
feeds its parser, and says in one sentence why an input cannot be read.
*/
import {type Dump, DumpBuilder} from '../thread/dump.ts';
import {binaryKind, createDecoder} from './decode.ts';
import {detectFormat} from './detect-format.ts';
import type {Format} from './format.ts';
import {formats} from './registry.ts';

export type DumpErrorCode = 'empty' | 'binary' | 'unknown-format' | 'unrecognised';

/** Why an input cannot be read. The message is one line, without the input's name, and says the remedy. */
export class DumpError extends Error {
	override readonly name = 'DumpError';
	readonly code: DumpErrorCode;

	constructor(code: DumpErrorCode, message: string) {
		super(message);
		this.code = code;
	}
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
/** Bytes decoded and parsed in one go. */
const sliceBytes = 1 << 18;
/** At most this long between two snapshots while posts are coming, in milliseconds. */
const pace = 50;

/**
Read a dump.

@param chunks - The bytes of the input in order, cut anywhere.
@yields The first snapshot as soon as there are posts, then one about every 50 ms while posts
	come, and always a last one that is `complete`.
@throws DumpError if the input is empty, is no text, or is no dump of any known format.
	What the chunks themselves throw passes through.
*/
export async function* openDump(
	chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	options: OpenOptions = {},
): AsyncGenerator<Dump, void, undefined> {
	const known = options.formats ?? formats;
	const now = options.now ?? (() => performance.now());
	const wanted = options.format === undefined ? null : formatNamed(options.format, known);

	const decoder = createDecoder();
	let beginning = '';
	let reader: Reader | null = null;
	let shown = 0;
	let shownAt = 0;

	for await (const bytes of slices(chunks)) {
		if (reader === null && beginning === '') refuseBinary(bytes);
		const text = decoder.push(bytes);
		if (reader === null) {
			beginning += text;
			if (beginning.length < sampleUnits) continue;
			reader = startReading(beginning, false, wanted, known);
		} else {
			reader.parser.push(text);
		}
		if (reader.builder.count > shown && (shown === 0 || now() - shownAt >= pace)) {
			yield reader.builder.snapshot(false);
			shown = reader.builder.count;
			shownAt = now();
		}
	}

	const text = decoder.end();
	if (reader === null) reader = startReading(beginning + text, true, wanted, known);
	else reader.parser.push(text);
	reader.parser.end();
	const problem = decoder.problem();
	if (problem !== null) reader.builder.problem(problem);
	yield reader.builder.snapshot(true);
}

type Reader = {readonly builder: DumpBuilder; readonly parser: ReturnType<Format['parse']>};

function startReading(beginning: string, whole: boolean, wanted: Format | null, known: readonly Format[]): Reader {
	if (whole && beginning.trim() === '') {
		throw new DumpError('empty', 'there is nothing in it: give a file that holds a dump, or pipe one in');
	}
	const format = wanted ?? detectFormat({text: beginning.slice(0, sampleUnits), whole}, known);
	if (format === null) {
		throw new DumpError('unrecognised', `no known kind of dump: name its format with --format (${names(known)})`);
	}
	const builder = new DumpBuilder(format.name, format.readBody);
	const parser = format.parse(builder);
	parser.push(beginning);
	return {builder, parser};
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

/** Bounded slices, so that one huge chunk does not hold up the snapshots. */
async function* slices(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		for (let start = 0; start < chunk.length; start += sliceBytes) yield chunk.subarray(start, start + sliceBytes);
	}
}
