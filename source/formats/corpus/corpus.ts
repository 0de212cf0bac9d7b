/**
The format `jsonl`: a corpus, as web crawls are published. Each line is a record, an object with a
text and perhaps its address and title, and each text is a dump of its own, of whatever format.
*/
import type {DumpBuilder, Problem} from '../../thread/dump.ts';
import {detectFormat} from '../detect-format.ts';
import type {Format, Sample} from '../format.ts';
import {asObject, at, type Json, type JsonObject, wordsAt} from '../json/json.ts';
import {readValues} from '../json/read-values.ts';
import {sampleObject} from '../json/sample-value.ts';
import {RecordBuilder} from './record-builder.ts';

/** Where a record may have its text, the first that is there. */
const textKeys = ['text', 'content', 'raw_content', 'body', 'raw', 'markdown', 'html'];
/** An object with one of these is one post of a thread more likely than a whole dump. */
const postKeys = ['author', 'by', 'user', 'username', 'parent_id', 'parent', 'created_utc', 'post_number'];
/** An object with one of these holds a thread in another way. */
const threadKeys = ['posts', 'post_stream', 'children', 'comments', 'replies', 'thread', 'threads', 'data'];

/** So much of a text is parsed in one go, in UTF-16 units. */
const sliceUnits = 1 << 16;
/** The same problem in more records than this says nothing new. */
const mostTold = 20;

/**
@param documents - The formats that the text of a record may have.
@returns The format of their corpora.
*/
export function corpusOf(documents: readonly Format[]): Format {
	return {
		name: 'jsonl',
		title: 'a corpus: JSON lines, each a record whose text is a dump of its own',
		detect,
		parse(builder) {
			const records = createRecords(builder, documents);
			return readValues(builder, {value: records.value, end: records.end});
		},
	};
}

function detect(sample: Sample): number {
	const object = sampleObject(sample);
	if (object === null || textOf(object) === null || threadKeys.some(key => at(object, key) !== undefined)) return 0;
	return postKeys.some(key => at(object, key) !== undefined) ? 0.1 : 0.55;
}

function textOf(record: JsonObject): string | null {
	for (const key of textKeys) {
		const text = wordsAt(record, key);
		if (text !== null) return text;
	}
	return null;
}

type Records = {
	readonly value: (value: Json, line: number | null) => Iterable<void>;
	readonly end: () => void;
};

function createRecords(builder: DumpBuilder, documents: readonly Format[]): Records {
	let count = 0;
	/** What the first record says of itself: all there is to say of a corpus of one. */
	let first: Parameters<DumpBuilder['head']>[0] = {};
	/** How many records each problem has come up in. */
	const told = new Map<string, number>();

	function tell(problem: Problem): void {
		const times = (told.get(problem.message) ?? 0) + 1;
		told.set(problem.message, times);
		if (times <= mostTold) builder.problem(problem);
	}

	function* read(object: JsonObject, line: number | null): Generator<void> {
		const written = textOf(object);
		if (written === null) {
			const message = `a record without a text (none of ${textKeys.join(', ')}) is left out`;
			tell({level: 'error', line, post: null, message});
			return;
		}
		count++;
		const record = new RecordBuilder(builder, tell, count, line);
		yield* readText(written.replace(/\r\n?/g, '\n').replace(/^\ufeff/, ''), record);
		const title = record.facts.title ?? wordsAt(object, 'title');
		const url = wordsAt(object, 'url') ?? wordsAt(object, 'source_url') ?? record.facts.url;
		builder.topic(String(count), {title, url});
		if (count === 1) first = {title, url, source: record.facts.source};
	}

	function* readText(text: string, record: RecordBuilder): Generator<void> {
		const sample = {text: text.slice(0, sliceUnits), whole: text.length <= sliceUnits};
		const format = detectFormat(sample, documents);
		if (format === null) return;
		const parser = format.parse(record);
		const input = format.reads === 'bytes' ? Buffer.from(text).toString('latin1') : text;
		for (let start = 0; start < input.length; start += sliceUnits) {
			parser.push(input.slice(start, start + sliceUnits));
			yield;
		}
		yield* parser.end() ?? [];
	}

	return {
		*value(value, line) {
			const list = Array.isArray(value) ? value : [value];
			for (const element of list) {
				const object = asObject(element);
				if (object !== null) yield* read(object, line);
			}
		},
		end() {
			if (count === 1) builder.head(first);
			for (const [message, times] of told) {
				if (times <= mostTold) continue;
				const more = `and in ${times - mostTold} more records: ${message}`;
				builder.problem({level: 'warning', line: null, post: null, message: more});
			}
		},
	};
}
