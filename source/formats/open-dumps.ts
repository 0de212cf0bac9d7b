/**
Opening several inputs as one dump: each is read by its own format, what has been read is
merged again and again.
*/
import type {Dump, Problem} from '../thread/dump.ts';
import {mergeDumps} from '../thread/merge-dumps.ts';
import {DumpError, type OpenOptions, openDump} from './open-dump.ts';
import {formats} from './registry.ts';
import {text} from './text.ts';

export type DumpInput = {
	/** What it is called in problems, as its file's name. */
	readonly name: string;
	/** Its bytes. Nothing is asked of them before its turn has come. */
	readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
	/**
	Whether it only lies beside others, as in a directory: where it is no dump, or text of no known kind and no format
	is asked for, it is left out with a warning.
	*/
	readonly incidental?: boolean;
};

/** At most this long between two snapshots while input is coming, in milliseconds. */
const pace = 50;
/** Merging takes at most one part in so many of the time. */
const share = 8;

/**
Read several inputs, one after the other, as one dump.

An input that cannot be read is a problem of the others; see `mergeDumps` for how they are put together.

@param inputs - In order. Of those that are made while they are asked for, each is read before the next is.
@yields The first snapshot as soon as there are posts, ever fuller ones while input comes, and always a last one
	that is `complete`. Posts can come to stand before others that were there already.
@throws What the first input throws where none can be read.
*/
export async function* openDumps(
	inputs: readonly DumpInput[] | AsyncIterable<DumpInput>,
	options: OpenOptions = {},
): AsyncGenerator<Dump, void, undefined> {
	const [only, ...others] = Array.isArray(inputs) ? inputs : [];
	if (only !== undefined && others.length === 0) {
		yield* openDump(only.chunks, optionsFor(only, options));
		return;
	}
	const now = options.now ?? (() => performance.now());
	const read: Read[] = [];
	const refused: Refused[] = [];
	let rest = 0;
	let shownAt = Number.NEGATIVE_INFINITY;
	for await (const input of inputs) {
		try {
			for await (const dump of openDump(input.chunks, optionsFor(input, options))) {
				const at = read.findLastIndex(one => one.input === input);
				read.splice(at === -1 ? read.length : at, 1, {input, dump});
				if (dump.posts.length === 0 || now() - shownAt < rest) continue;
				const start = now();
				const snapshot = merged(read, refused, false);
				rest = Math.max(pace, share * (now() - start));
				yield snapshot;
				shownAt = now();
			}
		} catch (error) {
			if (isFault(error)) throw error;
			refused.push({input, error});
		}
	}
	if (read.length === 0) throw refused[0]?.error ?? new DumpError('empty', nothing);
	yield merged(read, refused, true);
}

const nothing = 'there is nothing to read: give a file that holds a dump';

type Read = {readonly input: DumpInput; readonly dump: Dump};
type Refused = {readonly input: DumpInput; readonly error: unknown};

function optionsFor({incidental}: DumpInput, options: OpenOptions): OpenOptions {
	if (!incidental || options.format !== undefined) return options;
	return {...options, formats: (options.formats ?? formats).filter(format => format !== text)};
}

/** A plain Error and a DumpError say what is wrong with an input; other errors are made by the machine. */
function isFault(error: unknown): boolean {
	return !(error instanceof DumpError) && !(error instanceof Error && error.constructor === Error);
}

function merged(read: readonly Read[], refused: readonly Refused[], complete: boolean): Dump {
	const names = read.map(({input}) => input.name);
	const dump = mergeDumps(
		read.map(one => one.dump),
		names,
	);
	const problems = refused.map(({input, error}): Problem => {
		const partly = names.includes(input.name);
		const why = error instanceof Error ? error.message : String(error);
		const message = `${input.name}: ${partly ? 'it was not read to its end: ' : 'left out: '}${why}`;
		return {level: input.incidental && !partly ? 'warning' : 'error', line: null, post: null, message};
	});
	return {...dump, complete, problems: [...dump.problems, ...problems]};
}
