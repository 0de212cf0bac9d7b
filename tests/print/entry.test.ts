import {describe, expect, test} from 'vitest';
import {select} from '../../source/print/entry.ts';
import type {Engine, Hit, Results} from '../../source/search/search.ts';
import {garden} from './garden.ts';

/** An engine that finds what it is told to, and only by the way for a single query. */
function engine(hits: readonly Hit[], error: string | null = null): Engine {
	const found: Results['hits'] = {
		count: hits.length,
		at: rank => hits[rank],
		has: post => hits.some(hit => hit.post === post),
		positions: dump => Uint32Array.from(hits, hit => dump.indexOf(hit.post)),
		inOrder: dump => Uint32Array.from(hits, hit => dump.indexOf(hit.post)).toSorted(),
		[Symbol.iterator]: () => hits[Symbol.iterator](),
	};
	const refuse = () => {
		throw new Error('no index is needed');
	};
	return {
		indexed: 0,
		index: refuse,
		search: refuse,
		once: (_, query) => ({query, mode: 'fuzzy', hits: found, error, complete: true}),
		matches: (query, post) => [{field: 'text', index: 0, start: 0, end: query.length + post.id.length}],
	};
}

function none(): Engine {
	throw new Error('no engine is needed');
}

function ids(selection: ReturnType<typeof select>): readonly string[] | string {
	return selection.type === 'entries' ? selection.entries.map(({post}) => post.id) : selection.message;
}

describe('selecting', () => {
	test('everything, in order, without an engine', () => {
		expect(ids(select(garden, {search: null, post: null}, none))).toEqual(['1', '2', '3', '4', '6']);
	});

	test.each([
		[2, ['2']],
		[4, []],
		[99, []],
	])('the post #%i', (post, found) => {
		expect(ids(select(garden, {search: null, post}, none))).toEqual(found);
	});

	test('hits, best first, with score and matches', () => {
		const hits = ['6', '1', 'gone'].map((post, index) => ({post, score: index / 10, exact: true}));
		expect(select(garden, {search: 'bag', post: null}, () => engine(hits))).toEqual({
			type: 'entries',
			entries: [
				{post: garden.posts[4], hit: {score: 0, matches: [{field: 'text', index: 0, start: 0, end: 4}]}},
				{post: garden.posts[0], hit: {score: 0.1, matches: [{field: 'text', index: 0, start: 0, end: 4}]}},
			],
		});
	});

	test('hits of one post', () => {
		const hits = ['6', '1'].map(post => ({post, score: 0, exact: true}));
		expect(ids(select(garden, {search: 'bag', post: 1}, () => engine(hits)))).toEqual(['1']);
	});

	test('a faulty query', () => {
		expect(ids(select(garden, {search: '(', post: null}, () => engine([], 'no end')))).toBe('no end');
	});
});
