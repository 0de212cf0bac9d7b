/**
The format `reddit`: submissions and their comments as Reddit's API and its archives write them.

A thread's page (`[Listing, Listing]`), any listing or thing of it, Pushshift's and Arctic Shift's
submissions and comments (one a line, in a list, or under `data`), and the bulk downloader's files.
*/
import type {Format, Sample} from '../format.ts';
import {asObject, at, type JsonObject, listAt, objectAt, stringAt} from '../json/json.ts';
import {readValues} from '../json/read-values.ts';
import {sampleObject} from '../json/sample-value.ts';
import {isComment, isSubmission} from './thing.ts';
import {Things} from './things.ts';

export const reddit: Format = {
	name: 'reddit',
	title: 'a Reddit thread: a .json page, Pushshift lines, a bulk download',
	detect,
	parse(builder) {
		const things = new Things(builder);
		return readValues(builder, {
			lists: {
				paths: listPaths,
				element(value) {
					for (const _ of things.take(value));
				},
			},
			*value(value) {
				yield* things.take(value);
				things.endValue();
			},
			end: () => things.tellLosses(),
		});
	},
};

/** Where things stand in a document: a listing, a page of two, a list, what an archive answers. */
const listPaths = ['', '.data.children', '[].data.children', '.data'];

function detect(sample: Sample): number {
	const object = sampleObject(sample, 'data');
	if (object === null) return 0;
	const kind = stringAt(object, 'kind');
	const data = objectAt(object, 'data');
	if (kind === 'Listing' && data !== null) {
		const first = asObject(listAt(data, 'children')[0]);
		return first === null || /^(?:t[13]|more)$/.test(stringAt(first, 'kind') ?? '') ? 0.97 : 0;
	}
	if (data !== null && (kind === 't1' || kind === 't3')) return 0.97;
	if (objectAt(objectAt(object, 'json'), 'data') !== null) return 0.6;
	return isThing(object) ? 0.96 : 0;
}

/** Fields that Reddit's things have and other JSON with a `title` or a `body` has not. */
const tells = [
	'subreddit',
	'link_id',
	'selftext',
	'created_utc',
	'permalink',
	'num_comments',
	'is_submitter',
	'submission',
];

function isThing(object: JsonObject): boolean {
	return (isComment(object) || isSubmission(object)) && tells.filter(key => at(object, key) !== undefined).length >= 2;
}
