/**
Values: the objects and lists of an input, as one document or as a value a line.

Lines are read as they come, each by itself, so that a broken one costs nothing but itself. A
document is parsed while it comes too: the lists that hold its posts give them one by one, and
what stands around them follows at the end.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import type {Parser} from '../format.ts';
import type {Json} from './json.ts';
import {JsonReader, type ListEvents} from './read-json.ts';
import {recoverJson} from './recover-json.ts';

/** What a format makes of the values. Its work comes in steps, between which others may work. */
export type ValueReader = {
	/** @param line - The line that holds it, from 1, or `null` in a document. */
	readonly value: (value: Json, line: number | null) => Iterable<void>;
	/** Of a document: lists whose elements are told as they come. The value that holds them follows, these lists empty. */
	readonly lists?: ListEvents;
	/** There are no more. */
	readonly end: () => Iterable<void> | void;
};

/** Whether an input is lines is told from so much of its beginning, in UTF-16 units. */
const beginningUnits = 1 << 16;
/** More breaks than this say nothing new. */
const mostBreaks = 20;

/**
Read the values of an input.

@param builder - Is told of what is broken, where, and what that means.
@returns A parser to push the chunks into. Never throws by itself.
*/
export function readValues(builder: DumpBuilder, reader: ValueReader): Parser {
	let beginning = '';
	let parser: Parser | null = null;

	function start(): Parser {
		parser = isLines(beginning) ? readLineValues(builder, reader) : readDocument(builder, reader);
		parser.push(beginning);
		beginning = '';
		return parser;
	}

	return {
		push(chunk) {
			if (parser !== null) {
				parser.push(chunk);
				return;
			}
			beginning += chunk;
			if (beginning.length >= beginningUnits) start();
		},
		rest() {
			if (parser === null && isEnough(beginning, reader.lists)) start();
		},
		*end() {
			yield* (parser ?? start()).end() ?? [];
			yield* reader.end() ?? [];
		},
	};
}

/** Whether one of the first lines is an object by itself; in a document the first bracket stays open or stands alone. */
function isLines(beginning: string): boolean {
	const lines = beginning
		.trim()
		.split('\n', 4)
		.map(line => line.trim());
	if (lines.length < 2 || lines[0]?.startsWith('{') !== true) return false;
	const first = lines.slice(0, 3);
	return first.some(isObjectText) && !first.some(line => line === '{' || line === '[');
}

/** Whether what a slow input has sent tells lines from a document: what is one line as yet may become either. */
function isEnough(beginning: string, lists: ListEvents | undefined): boolean {
	const [first = '', ...more] = beginning.trimStart().split('\n', 6);
	if (first.startsWith('[') || more.length >= 5) return true;
	if (more.length > 0 && isObjectText(first.trim())) return more.join('').trim() !== '';
	if (lists === undefined) return false;
	// A line with a list of posts is as good as a document.
	let elements = 0;
	const element = () => {
		elements++;
	};
	new JsonReader({value: () => {}, broken: () => {}, lists: {paths: lists.paths, element}}).push(beginning);
	return elements > 0;
}

function isObjectText(text: string): boolean {
	if (!text.startsWith('{') || !text.endsWith('}')) return false;
	const {brokenAt, end} = recoverJson(text);
	return brokenAt === null && end === text.length;
}

/** Most often one document; of several, each is given in whole before the lists of the next are told. */
function readDocument(builder: DumpBuilder, reader: ValueReader): Parser {
	const values: Json[] = [];
	const broken = breaks(builder);

	function* give(): Generator<void> {
		for (let value = values.shift(); value !== undefined; value = values.shift()) yield* reader.value(value, null);
	}

	const {lists} = reader;
	const json = new JsonReader({
		value: value => values.push(value),
		broken: (at, what) => broken(null, `${what} (at character ${at + 1}): some of it may be lost`),
		...(lists && {
			lists: {
				...lists,
				begins(around, path) {
					for (const _ of give());
					lists.begins?.(around, path);
				},
			},
		}),
	});
	return {
		push: chunk => json.push(chunk),
		*end() {
			json.end();
			yield* give();
		},
	};
}

function readLineValues(builder: DumpBuilder, reader: ValueReader): Parser {
	const broken = breaks(builder);
	let line = 0;
	/** Takes a line that goes beyond a chunk. */
	let long: JsonReader | null = null;

	function give(value: Json): void {
		for (const _ of reader.value(value, line));
	}

	function tell(at: number, what: string): void {
		broken(line, `${what} (at character ${at + 1} of the line): some of it may be lost`);
	}

	function readLine(text: string): void {
		try {
			give(JSON.parse(text));
		} catch {
			if (text.trim() === '') return;
			const {value, brokenAt} = recoverJson(text);
			tell(brokenAt ?? 0, 'this line is no JSON');
			if (value !== null) give(value);
		}
	}

	function push(chunk: string): void {
		let start = 0;
		for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
			const text = chunk.slice(start, end);
			start = end + 1;
			if (long === null) {
				line++;
				readLine(text);
			} else {
				long.push(text);
				endLong();
			}
		}
		if (start === chunk.length) return;
		if (long === null) {
			line++;
			long = new JsonReader({value: give, broken: tell});
		}
		long.push(chunk.slice(start));
	}

	function endLong(): void {
		long?.end();
		long = null;
	}

	return {push, end: endLong};
}

/** Tells of breaks, the first ones each and the others as one. */
function breaks(builder: DumpBuilder): (line: number | null, message: string) => void {
	let count = 0;
	return (line, message) => {
		count++;
		if (count <= mostBreaks) builder.problem({level: 'error', line, post: null, message});
		if (count === mostBreaks + 1) {
			builder.problem({
				level: 'error',
				line,
				post: null,
				message: 'more of it is broken: only the first places are named',
			});
		}
	};
}
