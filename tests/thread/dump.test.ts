import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {safeLine, safeText} from '../../source/text/safe-text.ts';
import type {Block} from '../../source/thread/body.ts';
import {DumpBuilder} from '../../source/thread/dump.ts';
import type {PostDraft} from '../../source/thread/post.ts';

function words(text: string): Block {
	return {type: 'paragraph', children: [{type: 'text', text}]};
}

function builderOf(...ids: readonly string[]): DumpBuilder {
	const builder = new DumpBuilder('text', post => [words(post.raw)]);
	for (const id of ids) builder.add(draft({id}));
	return builder;
}

function draft(facts: Partial<PostDraft>): PostDraft {
	return {id: '1', markup: 'plain', raw: '', ...facts};
}

describe('a post', () => {
	test('is taken as not stated where nothing is said', () => {
		expect(builderOf().add({id: '7', markup: 'plain', raw: 'words'})).toEqual({
			id: '7',
			topic: '1',
			number: null,
			kind: 'post',
			author: null,
			name: null,
			date: null,
			edited: null,
			likes: null,
			parent: null,
			parentBasis: null,
			action: null,
			count: null,
			line: null,
			markup: 'plain',
			raw: 'words',
		});
	});

	test('keeps what is said', () => {
		const said = {
			...{id: '7', topic: 't', number: 0, author: 'ada', name: 'Ada L.', date: '2024', edited: '2025', likes: 0},
			...{
				parent: '3',
				parentBasis: 'subject' as const,
				action: 'Closed',
				count: 4,
				line: 12,
				markup: 'plain' as const,
				raw: 'a\n\nb',
				kind: 'action' as const,
			},
		};
		expect(builderOf().add(said)).toEqual(said);
	});

	test('gets an id of its own, and a problem says so', () => {
		const builder = builderOf('1', '1', '1-2', '1');
		const dump = builder.snapshot(true);
		expect(dump.posts.map(post => post.id)).toEqual(['1', '1-2', '1-2-2', '1-3']);
		expect(dump.problems.map(({post, message}) => `${post}: ${message}`)).toEqual([
			'1-2: a second post with the id 1',
			'1-2-2: a second post with the id 1-2',
			'1-3: a second post with the id 1',
		]);
	});

	test('has safe text, and a problem tells what was taken out', () => {
		const builder = builderOf();
		const post = builder.add(draft({author: 'a\u001b[31m\nda', raw: 'wo\u202erds\r\nand\u0007 more', line: 3}));
		expect(post.author).toBe('a da');
		expect(post.raw).toBe('words\nand\u2407 more');
		expect(builder.snapshot(true).problems).toEqual([
			{
				level: 'warning',
				line: 3,
				post: '1',
				message: '2 control or invisible characters were taken out or made visible',
			},
		]);
	});
});

test('words cut out of the input need no second look only where somebody said that the input is safe', () => {
	const raw = 'wo\u202erds';
	const builder = builderOf();
	const verbatim = {...draft({raw}), verbatim: true} as const;
	expect(builder.add(verbatim).raw).toBe('words');
	builder.safeInput(true);
	expect(builder.add(verbatim).raw).toBe(raw);
	expect(builder.add(draft({raw})).raw).toBe('words');
	builder.safeInput(false);
	expect(builder.add(verbatim).raw).toBe('words');
	expect(builder.add(verbatim)).not.toHaveProperty('verbatim');
});

test('whatever comes in: ids are unique and found, text is safe, nothing is dropped', () => {
	const anyText = fc.oneof(
		fc.string({unit: 'binary', maxLength: 12}),
		fc.constantFrom('1', '1-2', '\u001b]0;x\u0007', '\ud800', 'a\u0000b', '  ', 'x\ny'),
	);
	const anyDraft = fc.record({id: anyText, author: fc.option(anyText), raw: anyText, topic: anyText, date: anyText});
	fc.assert(
		fc.property(fc.array(anyDraft, {maxLength: 12}), drafts => {
			const builder = builderOf();
			for (const one of drafts) builder.add(draft(one));
			const dump = builder.snapshot(true);
			expect(dump.posts).toHaveLength(drafts.length);
			expect(new Set(dump.posts.map(post => post.id)).size).toBe(drafts.length);
			dump.posts.forEach((post, index) => {
				expect(dump.indexOf(post.id)).toBe(index);
				expect(safeText(post.raw)).toEqual({text: post.raw, removed: 0});
				for (const line of [post.id, post.author ?? '', post.topic, post.date ?? '']) expect(safeLine(line)).toBe(line);
			});
			if (drafts.length > 0) expect(dump.topics.reduce((sum, topic) => sum + topic.posts, 0)).toBe(drafts.length);
		}),
	);
}, 60_000);

describe('a snapshot', () => {
	test('does not change when more is added, said or revised', () => {
		const builder = builderOf('1', '2');
		builder.head({title: 'First'});
		const early = builder.snapshot(false);
		const copy = structuredClone({
			posts: early.posts,
			topics: early.topics,
			problems: early.problems,
			title: early.title,
		});
		builder.add(draft({id: '3', topic: 'other'}));
		builder.head({title: 'Second', url: 'https://a.example/'});
		builder.problem({level: 'error', line: null, post: null, message: 'lost'});
		builder.revise('1', {likes: 5});
		expect({posts: early.posts, topics: early.topics, problems: early.problems, title: early.title}).toEqual(copy);
		expect(early.complete).toBe(false);
		expect(early.indexOf('3')).toBe(-1);
		const late = builder.snapshot(true);
		expect(late.indexOf('3')).toBe(2);
		expect(late).toMatchObject({title: 'Second', url: 'https://a.example/', complete: true});
		expect(late.posts[0]?.likes).toBe(5);
	});

	test('knows its topics, how many posts they hold, and what the dump says where they say nothing', () => {
		const builder = builderOf('1');
		builder.head({title: 'All', url: 'https://a.example/'});
		builder.topic('t', {title: 'Its own'});
		builder.topic('unused', {title: 'No posts'});
		builder.add(draft({id: '2', topic: 't'}));
		builder.add(draft({id: '3', topic: 't'}));
		expect([...builder.snapshot(true).topics].sort((a, b) => a.posts - b.posts)).toEqual([
			{id: '1', title: 'All', url: 'https://a.example/', posts: 1},
			{id: 't', title: 'Its own', url: 'https://a.example/', posts: 2},
		]);
	});

	test('of nothing has one topic', () => {
		expect(builderOf().snapshot(true)).toMatchObject({topics: [{id: '1', posts: 0}], posts: [], problems: []});
	});

	test('what is revised to null or left out of the head stays apart', () => {
		const builder = builderOf();
		builder.head({title: 'A title', source: 'https://s.example/'});
		builder.head({title: null});
		expect(builder.snapshot(true)).toMatchObject({title: null, source: 'https://s.example/', url: null});
		expect(builder.revise('nobody', {likes: 1})).toBe(false);
	});
});

describe('a body', () => {
	test('is read once, and again for a post that was revised', () => {
		const read: string[] = [];
		const builder = new DumpBuilder('text', post => {
			read.push(`${post.id} ${post.likes}`);
			return [words(post.raw)];
		});
		const post = builder.add(draft({raw: 'Own words.'}));
		const dump = builder.snapshot(true);
		expect(dump.body(post)).toBe(dump.body(post));
		expect(dump.body(post).text).toBe('Own words.');
		expect(read).toEqual(['1 null']);
		builder.revise('1', {likes: 2});
		const later = builder.snapshot(true);
		for (const revised of later.posts) later.body(revised);
		expect(read).toEqual(['1 null', '1 2']);
	});

	test('is safe, whatever its reader makes of entities', () => {
		const builder = new DumpBuilder('text', () => [words('a\u001b[2Jb')]);
		const post = builder.add(draft({}));
		expect(builder.snapshot(true).body(post).text).toBe('ab');
	});

	test('that is read later is empty until then, and whoever waits is told', async () => {
		const builder = new DumpBuilder('text', async post => [words(post.raw)]);
		const post = builder.add(draft({raw: 'late'}));
		const dump = builder.snapshot(true);
		let told = 0;
		dump.whenPrepared(() => told++);
		expect(dump.body(post).text).toBe('');
		await dump.prepare(post);
		expect(told).toBe(1);
		expect(dump.body(post).text).toBe('late');
		expect(dump.prepare(post)).toBeNull();
	});

	test('whose reader fails is empty', async () => {
		const builder = new DumpBuilder('text', () => Promise.reject(new Error('no library')));
		const post = builder.add(draft({raw: 'lost'}));
		const dump = builder.snapshot(true);
		await dump.prepare(post);
		expect(dump.body(post).blocks).toEqual([]);
	});
});

describe('posts that are written anew', () => {
	test('are forgotten with what was said of them; snapshots and other problems stay', () => {
		const builder = builderOf('1');
		builder.head({title: 'Kept'});
		const goBack = builder.mark();
		builder.head({title: 'Shown for a while'});
		builder.add(draft({id: '9', topic: 'b', raw: '\u0007'}));
		builder.add(draft({id: '9', topic: 'b'}));
		builder.problem({level: 'error', line: 3, post: null, message: 'a break'});
		const before = builder.snapshot(false);
		goBack();
		expect(builder.count).toBe(1);
		for (const id of ['2', '9', '9']) builder.add(draft({id, topic: 'c'}));
		const after = builder.snapshot(true);
		expect(before.posts.map(({id}) => id)).toEqual(['1', '9', '9-2']);
		expect(before.topics.map(({id, posts}) => [id, posts])).toEqual([
			['1', 1],
			['b', 2],
		]);
		expect(['1', '2', '9', '9-2'].map(before.indexOf)).toEqual([0, -1, 1, 2]);
		expect(after.title).toBe('Kept');
		expect(after.posts.map(({id}) => id)).toEqual(['1', '2', '9', '9-2']);
		expect(after.topics.map(({id, posts}) => [id, posts])).toEqual([
			['1', 1],
			['c', 3],
		]);
		expect(['1', '2', '9', '9-2'].map(after.indexOf)).toEqual([0, 1, 2, 3]);
		expect(after.problems.map(({message}) => message)).toEqual(['a break', 'a second post with the id 9']);
	});
});
