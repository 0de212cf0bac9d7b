import {describe, expect, test} from 'vitest';
import type {Entry} from '../../source/print/entry.ts';
import {printJson} from '../../source/print/print-json.ts';
import {printJsonl} from '../../source/print/print-jsonl.ts';
import type {Block, Inline} from '../../source/thread/body.ts';
import {createContext} from '../../source/thread/context.ts';
import {dumpOf, garden, words} from './garden.ts';

const context = createContext(garden);
const all: readonly Entry[] = garden.posts.map(post => ({post, hit: null}));
const postKeys =
	'id thread number kind author name authorInferred date edited likes parent parentBasis text quotes links images';

function json(entries: readonly Entry[], dump = garden): unknown {
	return JSON.parse([...printJson(dump, entries, createContext(dump))].join(''));
}

function jsonl(entries: readonly Entry[], searched: boolean): readonly unknown[] {
	const text = [...printJsonl(garden, entries, context, searched)].join('');
	expect(text.endsWith('\n')).toBe(true);
	return text
		.slice(0, -1)
		.split('\n')
		.map(line => JSON.parse(line));
}

describe('json', () => {
	test('a thread with one of everything', async () => {
		await expect([...printJson(garden, all, context)].join('')).toMatchFileSnapshot('frames/garden-json.txt');
	});

	test('has the promised keys in the promised order', () => {
		const value = json(all);
		expect(Object.keys(Object(value))).toEqual(['title', 'url', 'source', 'format', 'threads', 'posts', 'problems']);
		const {threads, posts, problems} = Object(value);
		expect(Object.keys(threads[0])).toEqual(['id', 'title', 'url', 'posts']);
		expect(Object.keys(problems[0])).toEqual(['level', 'line', 'post', 'message']);
		expect(Object.keys(posts[0])).toEqual(postKeys.split(' '));
		expect(Object.keys(posts[3])).toEqual(postKeys.replace('kind', 'kind count').split(' '));
		expect(Object.keys(posts[1].quotes[0])).toEqual(['text', 'author', 'post', 'basis', 'span', 'in', 'at']);
		expect(Object.keys(posts[1].links[0])).toEqual(['text', 'url', 'in', 'at']);
		expect(Object.keys(posts[1].images[0])).toEqual(['alt', 'url', 'in', 'at']);
	});

	test('what stands somewhere stands there, like words apart', () => {
		const link = (url: string): Inline => ({type: 'link', url, children: [{type: 'text', text: 'moss'}]});
		const quote: Block = {type: 'quote', source: null, children: [{type: 'paragraph', children: [link('b')]}]};
		const own: Block = {type: 'paragraph', children: [{type: 'text', text: 'moss and '}, link('c')]};
		const dump = dumpOf([{id: 'a', blocks: [words('moss'), quote, own]}]);
		const {posts} = Object(
			json(
				dump.posts.map(post => ({post, hit: null})),
				dump,
			),
		);
		expect(posts[0].quotes).toMatchObject([{text: 'moss', in: null, at: 4}]);
		expect(posts[0].links).toEqual([
			{text: 'moss', url: 'b', in: 0, at: 0},
			{text: 'moss', url: 'c', in: null, at: posts[0].text.lastIndexOf('moss')},
		]);
	});

	test('a passage that no quote marks is said to be one', () => {
		const passage = 'Dry them in the airing cupboard before anything else, then label every bag twice.';
		const dump = dumpOf([
			{id: 'a', blocks: [words(passage)]},
			{id: 'b', blocks: [words('Again:'), words(passage), words('Mine went mouldy all the same.')]},
		]);
		const read = createContext(dump);
		read.advance(Number.POSITIVE_INFINITY);
		const entries = dump.posts.map(post => ({post, hit: null}));
		const {posts} = JSON.parse([...printJson(dump, entries, read)].join(''));
		expect(posts[1].quotes).toMatchObject([{post: 'a', basis: 'exact', in: null, at: 8, unmarked: true}]);
	});

	test('the span of a quote stands in the quoted text', () => {
		const {posts} = Object(json(all));
		const [start, end] = posts[1].quotes[0].span;
		expect(posts[0].text.slice(start, end)).toBe('Paper bags, never plastic');
	});

	test('a dump without posts', () => {
		expect(json([], dumpOf([]))).toEqual({
			title: null,
			url: null,
			source: null,
			format: 'discourse-text',
			threads: [{id: '1', title: null, url: null, posts: 0}],
			posts: [],
			problems: [],
		});
	});

	test('a stated parent stays though it is not in the dump', () => {
		const dump = dumpOf([{id: 'a', parent: 'gone', blocks: [words('x')]}]);
		const {posts} = Object(
			json(
				dump.posts.map(post => ({post, hit: null})),
				dump,
			),
		);
		expect(posts[0]).toMatchObject({parent: 'gone', parentBasis: 'stated'});
	});

	test('a hit says its score and its matches', () => {
		const post = garden.posts[0];
		if (post === undefined) throw new Error('the garden has a first post');
		const matches = [{field: 'text', index: 0, start: 0, end: 5}] as const;
		const {posts} = Object(json([{post, hit: {score: 0.25, matches}}]));
		expect(Object.keys(posts[0])).toEqual([...postKeys.split(' '), 'score', 'matches']);
		expect(posts[0]).toMatchObject({score: 0.25, matches: [{field: 'text', index: 0, start: 0, end: 5}]});
	});
});

describe('jsonl', () => {
	test('the same as json, its head on the first line', () => {
		const {posts, ...thread} = Object(json(all));
		expect(jsonl(all, false)).toEqual([{thread}, ...posts]);
	});

	test('post lines only when something was searched for', () => {
		const {posts} = Object(json(all));
		expect(jsonl(all.slice(1, 3), true)).toEqual(posts.slice(1, 3));
	});
});
