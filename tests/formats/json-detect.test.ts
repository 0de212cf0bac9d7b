/**
Telling the formats in JSON, and pages of Hacker News: each takes its own dumps and no others,
by their beginning alone.
*/
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {discourseJson} from '../../source/formats/discourse-json/discourse-json.ts';
import {forumDl} from '../../source/formats/forum-dl/forum-dl.ts';
import {hackerNews} from '../../source/formats/hacker-news/hacker-news.ts';
import {reddit} from '../../source/formats/reddit/reddit.ts';

const formats = [discourseJson, hackerNews, reddit, forumDl];
const folderOf: Readonly<Record<string, string>> = {
	'discourse-json': 'discourse-json',
	hn: 'hacker-news',
	reddit: 'reddit',
};

/** How sure each format is of a text, where it is at all. */
function told(text: string, units = 1 << 16): Readonly<Record<string, number>> {
	const sample = {text: text.slice(0, units), whole: text.length <= units};
	const sure = formats.map(({name, detect}) => [name, detect(sample)] as const);
	return Object.fromEntries(sure.filter(([, sureness]) => sureness > 0));
}

function filesIn(folder: string): readonly string[] {
	return readdirSync(folder)
		.map(name => join(folder, name))
		.flatMap(path => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}

describe('the fixtures', () => {
	const all = filesIn('fixtures').filter(path => !path.endsWith('.expected.json'));

	it.each(all)('%s', path => {
		const own = path.split(/[\\/]/).at(-2) ?? '';
		const names = Object.keys(told(readFileSync(path, 'utf8')));
		expect(names).toEqual(formats.some(({name}) => name === own) ? [own] : []);
	});
});

/** A tree of hackerweb's with more comments than a sample holds. */
function tree(sort: (keys: string[]) => string[]): string {
	const comment = {id: 2, level: 0, user: 'ada', time: 1, time_ago: 'now', content: 'x'.repeat(200), comments: []};
	const story = {id: 1, title: 't', user: 'ada', time: 1, time_ago: 'now', type: 'link', comments_count: 500};
	const ordered = (value: object) =>
		Object.fromEntries(sort(Object.keys(value)).map(key => [key, Reflect.get(value, key)]));
	return JSON.stringify(ordered({...story, comments: Array.from({length: 500}, () => ordered(comment))}));
}

describe('keys in another order, the comments before what tells of the story', () => {
	it.each([
		['sorted', (keys: string[]) => keys.toSorted()],
		['sorted backwards', (keys: string[]) => keys.toSorted().reverse()],
		['turned around', (keys: string[]) => keys.toReversed()],
	])('%s', (_, sort) => {
		expect(Object.keys(told(tree(sort)))).toEqual(['hacker-news']);
	});
});

describe('JSON that is another matter', () => {
	it.each([
		['a package', '{"name": "kettle", "version": "1.0.0", "type": "module"}'],
		['a corpus', '{"text": "Listing kids by id", "url": "https://x.example", "id": "1"}\n{"text": "more"}\n'],
		[
			'what threadview prints',
			'{"title":"x","format":"reddit","threads":[],"posts":[{"id":"1","thread":"1","number":1,"kind":"post"}]}',
		],
		['a list of users', '[{"id": 1, "username": "ada", "name": "Ada"}]'],
		['a blog', '[{"id": 1, "title": "t", "body": "b", "created_at": "2024-01-01"}]'],
		['a map', '{"12": {"id": 12, "name": "x"}}'],
		['words that look like it', '{"text": "\\"post_stream\\": {\\"posts\\": []}", "url": "u"}'],
		['no JSON', '{'],
		['nothing', ''],
	])('%s', (_, text) => {
		expect(told(text)).toEqual({});
	});
});

const samples = '../shared/dumps';

describe.skipIf(!existsSync(samples))('the samples in ../shared', () => {
	const all = existsSync(samples) ? filesIn(samples) : [];

	it.each(all)('%s', path => {
		const own = folderOf[path.split(/[\\/]/).at(-2) ?? ''];
		const text = readFileSync(path, 'utf8');
		for (const units of [1 << 16, 1 << 13]) {
			const found = told(text, units);
			expect(Object.keys(found)).toEqual(own === undefined ? [] : [own]);
			if (own !== undefined && units > 1 << 13) expect(found[own]).toBeGreaterThanOrEqual(0.9);
		}
	});
});
