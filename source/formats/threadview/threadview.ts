/**
The format `threadview`: what `--print json` and `--print jsonl` wrote, read back as it was.
*/
import {type PrintedBody, writePrintedBody} from '../../markup/printed-body.ts';
import type {Place} from '../../thread/body.ts';
import type {DumpBuilder, Problem} from '../../thread/dump.ts';
import type {PostDraft, PostKind} from '../../thread/post.ts';
import type {Format, Sample} from '../format.ts';
import {
	asObject,
	at,
	integerAt,
	type Json,
	type JsonObject,
	listAt,
	objectAt,
	objectsAt,
	stringAt,
} from '../json/json.ts';
import {readValues, type ValueReader} from '../json/read-values.ts';
import {sampleObject} from '../json/sample-value.ts';

export const threadview: Format = {
	name: 'threadview',
	title: 'what threadview printed as json or jsonl',
	detect,
	parse: builder => readValues(builder, createReader(builder)),
};

function detect(sample: Sample): number {
	const object = sampleObject(sample);
	if (object === null) return 0;
	const head = objectAt(object, 'thread') ?? object;
	const hasHead = at(head, 'format') !== undefined && objectsAt(head, 'threads').some(thread => isText(thread, 'id'));
	return hasHead || isPost(object) ? 0.98 : 0;
}

function isPost(object: JsonObject): boolean {
	return isText(object, 'id') && isText(object, 'thread') && isText(object, 'kind') && isText(object, 'text');
}

function isText(object: JsonObject, key: string): boolean {
	return stringAt(object, key) !== null;
}

/** So many posts are added between two chances for others to work. */
const postsAtOnce = 256;

function createReader(builder: DumpBuilder): ValueReader {
	const stated = new Map<string, number>();
	let added = 0;
	let hits = 0;

	function error(message: string, line: number | null): void {
		builder.problem({level: 'error', line, post: null, message});
	}

	function head(object: JsonObject): void {
		const format = stringAt(object, 'format');
		builder.head({title: stringAt(object, 'title'), url: stringAt(object, 'url'), source: stringAt(object, 'source')});
		if (format !== null) builder.head({format});
		for (const thread of objectsAt(object, 'threads')) {
			const id = stringAt(thread, 'id') ?? '1';
			builder.topic(id, {title: stringAt(thread, 'title'), url: stringAt(thread, 'url')});
			stated.set(id, integerAt(thread, 'posts') ?? 0);
		}
		for (const problem of objectsAt(object, 'problems')) builder.problem(readProblem(problem));
	}

	function post(value: Json, line: number | null): void {
		const object = asObject(value);
		if (object === null || stringAt(object, 'id') === null) {
			error('something among the posts is no post: it is left out', line);
			return;
		}
		builder.add(readPost(object, line));
		if (at(object, 'score') !== undefined) hits++;
		added++;
	}

	return {
		*value(value, line) {
			const object = asObject(value);
			if (object === null) {
				error('this is neither a thread nor a post: it is left out', line);
			} else if (at(object, 'posts') !== undefined) {
				head(object);
				for (const [index, element] of listAt(object, 'posts').entries()) {
					if (index % postsAtOnce === postsAtOnce - 1) yield;
					post(element, null);
				}
			} else if (objectAt(object, 'thread') !== null) {
				head(objectAt(object, 'thread') ?? {});
			} else {
				post(value, line);
			}
		},
		end() {
			const all = [...stated.values()].reduce((sum, posts) => sum + posts, 0);
			if (hits > 0) {
				const message = 'these posts are what a search found, the best first';
				builder.problem({level: 'warning', line: null, post: null, message});
			} else if (all > added) {
				error(`${added} of ${all} posts are here: the others were not printed or are lost`, null);
			}
		},
	};
}

function readProblem(object: JsonObject): Problem {
	return {
		level: stringAt(object, 'level') === 'error' ? 'error' : 'warning',
		line: integerAt(object, 'line'),
		post: stringAt(object, 'post'),
		message: stringAt(object, 'message') ?? '',
	};
}

const kinds: readonly PostKind[] = ['post', 'action', 'hidden', 'deleted', 'missing'];

function readPost(object: JsonObject, line: number | null): PostDraft {
	const kind = kinds.find(name => name === stringAt(object, 'kind')) ?? 'post';
	const basis = stringAt(object, 'parentBasis');
	const bySubject = basis === 'subject' ? stringAt(object, 'parent') : stringAt(object, 'parentBySubject');
	const parent = basis === 'stated' ? stringAt(object, 'parent') : bySubject;
	const text = stringAt(object, 'text') ?? '';
	// Of an action without words, what was done was printed as its text.
	const hasMarks = listAt(object, 'links').length + listAt(object, 'images').length > 0;
	const isDeed = kind === 'action' && !hasMarks && /^\S+(?: \S+)*$/.test(text);
	return {
		id: stringAt(object, 'id') ?? '',
		topic: stringAt(object, 'thread') ?? '1',
		number: integerAt(object, 'number'),
		kind,
		author: stringAt(object, 'author'),
		name: stringAt(object, 'name'),
		date: stringAt(object, 'date'),
		edited: stringAt(object, 'edited'),
		likes: integerAt(object, 'likes'),
		...(at(object, 'accepted') === true ? {accepted: true} : {}),
		parent,
		parentBasis: parent === null ? null : basis === 'stated' ? 'stated' : 'subject',
		action: isDeed ? text : null,
		count: kind === 'missing' ? integerAt(object, 'count') : null,
		line,
		markup: 'threadview',
		raw: writePrintedBody(readBody(object, isDeed ? '' : text)),
	};
}

function isStated(quote: JsonObject): boolean {
	return stringAt(quote, 'basis') === 'stated';
}

/** As `QuoteRecord.date` is written. */
const statedDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/;

function readBody(object: JsonObject, text: string): PrintedBody {
	return {
		text,
		// A passage that the dump did not mark as a quote stands in the text, and is found there again.
		quotes: objectsAt(object, 'quotes')
			.filter(quote => at(quote, 'unmarked') !== true)
			.map(quote => ({
				text: stringAt(quote, 'text') ?? '',
				author: stringAt(quote, 'author'),
				date: statedDate.exec(stringAt(quote, 'date') ?? '')?.[0] ?? null,
				stated:
					at(quote, 'named') === undefined && isStated(quote) ? stringAt(quote, 'post') : stringAt(quote, 'named'),
				place: readPlace(quote),
			})),
		links: objectsAt(object, 'links').map(link => ({
			text: stringAt(link, 'text') ?? '',
			url: stringAt(link, 'url') ?? '',
			place: readPlace(link),
		})),
		images: objectsAt(object, 'images').map(image => ({
			alt: stringAt(image, 'alt') ?? '',
			url: stringAt(image, 'url'),
			place: readPlace(image),
		})),
		addressee: stringAt(object, 'parentBasis') === 'mention' ? stringAt(object, 'parent') : null,
	};
}

function readPlace(object: JsonObject): Place | null {
	const start = integerAt(object, 'at');
	return start === null || start < 0 ? null : {quote: Math.max(-1, integerAt(object, 'in') ?? -1), start};
}
