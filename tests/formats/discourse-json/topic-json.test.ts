/**
Topics written from JSON that lies in something else, and what becomes of single facts of a post.
*/
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {actionLabel} from '../../../source/formats/discourse-json/action-labels.ts';
import {readPostJson} from '../../../source/formats/discourse-json/post-json.ts';
import {addTopicJson} from '../../../source/formats/discourse-json/topic-json.ts';
import {DumpBuilder} from '../../../source/thread/dump.ts';
import {readDump} from '../read-dump.ts';

describe('addTopicJson', () => {
	it('writes what the format writes', async () => {
		const text = readFileSync('fixtures/discourse-json/topic.json', 'utf8');
		const builder = new DumpBuilder('discourse-json', () => []);
		expect(addTopicJson(JSON.parse(text), builder)).toBe(true);
		const [read, written] = [await readDump(text), builder.snapshot(true)];
		expect(written.posts).toEqual(read.posts);
		expect([written.title, written.url, written.problems]).toEqual([read.title, read.url, read.problems]);
	});

	it.each([null, 7, 'topic', [], [[]], {}, {post_stream: []}, {posts: [1]}])('writes nothing of %j', json => {
		const builder = new DumpBuilder('discourse-json', () => []);
		expect(addTopicJson(json, builder)).toBe(false);
		expect(builder.snapshot(true)).toMatchObject({posts: [], problems: []});
	});

	it('writes several pages of a topic as one', () => {
		const page = (...numbers: readonly number[]) => ({
			id: 5,
			title: 'Pages',
			posts_count: 4,
			post_stream: {
				posts: numbers.map(number => ({
					id: 50 + number,
					topic_id: 5,
					post_number: number,
					username: 'a',
					cooked: `${number}`,
				})),
				stream: [51, 52, 53, 54],
			},
		});
		const builder = new DumpBuilder('discourse-json', () => []);
		addTopicJson([page(3, 4), page(1, 2, 3)], builder);
		const dump = builder.snapshot(true);
		expect(dump.posts.map(post => post.id)).toEqual(['1', '2', '3', '4']);
		expect(dump.problems.map(({message}) => message)).toEqual([
			'posts of topic 5 that stand here more than once, kept once: 1',
		]);
	});
});

describe('a post', () => {
	const place = {id: '1', topic: '1', parent: null, verbatim: false};
	const post = {id: 1, username: 'ada', cooked: '<p>x</p>', post_number: 1, created_at: '2024-01-01T00:00:00Z'};

	it.each([
		['no actions stated', {}, null],
		['no likes among the actions', {actions_summary: [{id: 4, count: 2}]}, 0],
		['likes', {actions_summary: [{id: 2, count: 5}]}, 5],
		['a like without a count', {actions_summary: [{id: 2, can_act: true}]}, 0],
		[
			'hearts alone',
			{
				actions_summary: [],
				reactions: [
					{id: 'heart', count: 3},
					{id: 'laughing', count: 9},
				],
			},
			3,
		],
	])('likes: %s', (_, facts, likes) => {
		expect(readPostJson({...post, ...facts}, place).likes).toBe(likes);
	});

	it.each([
		['is edited', {version: 2, updated_at: '2024-01-02T00:00:00Z'}, {edited: '2024-01-02T00:00:00Z'}],
		['was only touched', {version: 1, updated_at: '2024-01-02T00:00:00Z'}, {edited: null}],
		['is deleted', {deleted_at: '2024-01-02T00:00:00Z'}, {kind: 'deleted'}],
		[
			'is a small action',
			{post_type: 3, action_code: 'closed.enabled', cooked: ''},
			{kind: 'action', action: 'Closed', raw: ''},
		],
		['names whom', {post_type: 3, action_code: 'invited_user', action_code_who: 'bo'}, {action: 'Invited @bo'}],
		['has no HTML', {cooked: null, raw: '**x**'}, {markup: 'discourse', raw: '**x**'}],
		['says nonsense for a date', {created_at: 'yesterday'}, {date: null}],
		['has its user name for a name', {name: 'ada'}, {name: null}],
	])('that %s', (_, facts, wanted) => {
		expect(readPostJson({...post, ...facts}, place)).toMatchObject(wanted);
	});

	it('has an action that nobody has words for', () => {
		expect([actionLabel('moon_phase.enabled'), actionLabel('toString')]).toEqual(['Moon phase enabled', 'ToString']);
	});
});
