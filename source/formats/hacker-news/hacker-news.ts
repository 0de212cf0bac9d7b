/**
The format `hacker-news`: items as its APIs write them, and pages as browsers save them.

Algolia's trees and search hits, Firebase's items (one, a list, a map, one a line), hackerweb's trees; HTML.
*/
import {goesOn} from '../../thread/absent-numbers.ts';
import type {DumpBuilder} from '../../thread/dump.ts';
import type {Format, Parser, Sample} from '../format.ts';
import {asObject, at, idAt, integerAt, type JsonObject, stringAt} from '../json/json.ts';
import {sampleObject} from '../json/sample-value.ts';
import {childrenOf} from './item.ts';
import {PageReader} from './page-reader.ts';
import {readApi} from './read-api.ts';
import {Threads} from './threads.ts';

export const hackerNews: Format = {
	name: 'hacker-news',
	title: 'a Hacker News thread: Algolia, Firebase, hackerweb, a saved page',
	detect,
	parse(builder) {
		let parser: Parser | null = null;
		return {
			push(chunk) {
				parser ??= /^\s*</.test(chunk) ? readPage(builder) : readApi(builder);
				parser.push(chunk);
			},
			rest: () => parser?.rest?.(),
			end: () => parser?.end(),
		};
	},
};

function readPage(builder: DumpBuilder): Parser {
	const threads = new Threads(builder);
	let hasMore = false;
	const page = new PageReader({
		item: item => threads.add(item),
		goesOn: () => {
			hasMore = true;
		},
	});
	return {
		push: chunk => page.push(chunk),
		end() {
			page.end();
			threads.finish();
			if (hasMore) builder.problem({level: 'warning', line: null, post: null, message: goesOn});
		},
	};
}

function detect(sample: Sample): number {
	if (/^\s*</.test(sample.text.slice(0, 200))) return detectPage(sample.text);
	const object = sampleObject(sample, 'hits');
	// A map from ids holds its items one level down.
	const first =
		object !== null && Object.keys(object).every(key => /^\d+$/.test(key)) ? Object.values(object)[0] : object;
	return detectItem(asObject(first));
}

function detectPage(html: string): number {
	const hasRows = /<tr\b[^>]{0,200}\bclass=["'][^"']{0,100}\bathing\b/i.test(html);
	if (!hasRows || !/\bhnuser\b|news\.ycombinator\.com/i.test(html)) return 0;
	return /\bcomtr\b|\bfatitem\b|\bop="item"/i.test(html) ? 0.97 : 0.3;
}

const types = new Set(['story', 'comment', 'job', 'poll', 'pollopt']);

/** Keys that only one of the APIs has. */
const tells = ['by', 'kids', 'descendants', 'story_id', 'created_at_i', '_tags', 'time_ago', 'timeago'];

function detectItem(object: JsonObject | null): number {
	// A cut tree with its keys in alphabetical order shows nothing but its first leaf.
	let item = object;
	while (item !== null && at(item, 'type') === undefined && childrenOf(item).length > 0) {
		item = childrenOf(item)[0] ?? null;
	}
	if (item === null || (idAt(item, 'id') ?? idAt(item, 'objectID')) === null) return 0;
	const told = tells.filter(key => at(item, key) !== undefined).length;
	if (types.has(stringAt(item, 'type') ?? '') && told > 0) return 0.97;
	if (at(item, '_tags') !== undefined && told >= 2) return 0.97;
	if (Array.isArray(at(item, 'comments')) && (told > 0 || at(item, 'commentscount') !== undefined)) return 0.97;
	return integerAt(item, 'time') !== null && told >= 2 ? 0.9 : 0;
}
