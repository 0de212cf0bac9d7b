/**
Threads of mail: what belongs together, in whatever order it comes.
*/
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Dump} from '../../../source/thread/dump.ts';
import {readDump} from '../read-dump.ts';

type Message = {
	readonly id?: string;
	readonly subject?: string;
	readonly references?: string;
	readonly answers?: string;
};

function mail(messages: readonly Message[]): string {
	return messages
		.map(({id, subject, references, answers}) =>
			[
				'From a@b.example Fri May  3 09:14:02 2024',
				...(id === undefined ? [] : [`Message-ID: <${id}>`]),
				...(references === undefined ? [] : [`References: ${references.replace(/\S+/g, '<$&>')}`]),
				...(answers === undefined ? [] : [`In-Reply-To: ${answers}`]),
				`Subject: ${subject ?? 'tea'}`,
				'',
				'Words.',
				'',
			].join('\n'),
		)
		.join('\n');
}

async function read(...messages: readonly Message[]): Promise<Dump> {
	return readDump(mail(messages), 'mbox');
}

const placed = (dump: Dump) =>
	dump.posts.map(({id, topic, number, parent, parentBasis}) => [id, topic, number, parent, parentBasis]);

describe('threads of mail', () => {
	it('an answer to what comes later joins it when it comes', async () => {
		const dump = await read(
			{id: 'c', subject: 'Re: tea', references: 'a b'},
			{id: 'x', subject: 'milk'},
			{id: 'a'},
			{id: 'b', subject: 'Re: tea', references: 'a'},
		);
		expect(placed(dump)).toEqual([
			['c', '1', 1, 'b', 'stated'],
			['x', '2', 1, null, null],
			['a', '1', 2, null, null],
			['b', '1', 3, 'a', 'stated'],
		]);
		expect(dump.topics.map(({title, posts}) => [title, posts])).toEqual([
			['tea', 3],
			['milk', 1],
		]);
	});

	it('the nearest known message is the parent, and the nearest of all if none is known', async () => {
		const dump = await read(
			{id: 'a'},
			{id: 'd', subject: 'Re: tea', references: 'a b c'},
			{id: 'e', subject: 'cups', references: 'p q'},
			{id: 'c', subject: 'Re: tea', references: 'a b'},
		);
		expect(dump.posts.map(({id, parent}) => [id, parent])).toEqual([
			['a', null],
			['d', 'c'],
			['e', 'q'],
			['c', 'a'],
		]);
	});

	it('an id within prose is one', async () => {
		const dump = await read({id: 'a@b'}, {id: 'b@b', subject: 'other', answers: 'Your message of "Friday" <a@b>'});
		expect(dump.posts[1]?.parent).toBe('a@b');
	});

	it('without ids, an answer belongs to the first message of its subject, and only by that', async () => {
		const dump = await read(
			{id: 'a', subject: '[plots] Tea'},
			{id: 'b', subject: 'Re: tea'},
			{id: 'c'},
			{subject: 'RE: TEA'},
		);
		expect(placed(dump)).toEqual([
			['a', '1', 1, null, null],
			['b', '1', 2, 'a', 'subject'],
			['c', '2', 1, null, null],
			['4', '1', 3, 'a', 'subject'],
		]);
	});

	it('two threads become one, numbered in the order of the file', async () => {
		const dump = await read(
			{id: 'a'},
			{id: 'b', subject: 'milk'},
			{id: 'c', subject: 'Re: milk', references: 'b'},
			{id: 'd', subject: 'both', references: 'a b'},
		);
		expect(new Set(dump.posts.map(post => post.topic)).size).toBe(1);
		expect(dump.posts.map(post => post.number)).toEqual([1, 2, 3, 4]);
		expect(dump.topics.map(({title, posts}) => [title, posts])).toEqual([['tea', 4]]);
		expect(dump.title).toBe('tea');
	});

	it('a circle of references is one thread', async () => {
		const dump = await read({id: 'a', references: 'c a'}, {id: 'b', references: 'a'}, {id: 'c', references: 'b'});
		expect(dump.topics).toHaveLength(1);
		expect(dump.posts.map(post => post.parent)).toEqual(['c', 'a', 'b']);
	});

	it('a message that renames the thread says so in its body', async () => {
		const dump = await read(
			{id: 'a'},
			{id: 'b', subject: 'milk (was: tea)', references: 'a'},
			{id: 'c', subject: 'Re: milk', references: 'a b'},
		);
		expect(dump.posts.map(post => dump.body(post).text)).toEqual(['Words.', 'milk (was: tea)\n\nWords.', 'Words.']);
	});

	it('in any order, the same messages make the same threads', async () => {
		const messages: readonly Message[] = [
			...[{id: 'a'}, {id: 'b', references: 'a'}, {id: 'c', references: 'a b'}, {id: 'd', references: 'b'}],
			...[
				{id: 'p', subject: 'cups'},
				{id: 'q', subject: 'cups', references: 'p'},
				{id: 'r', references: 'q lost'},
			],
			...[
				{id: 's', subject: 'lonely'},
				{id: 't', subject: 'spoons', references: 'gone'},
			],
		];
		const groups = (dump: Dump) => {
			const byTopic = new Map<string, string[]>();
			for (const {id, topic} of dump.posts) byTopic.set(topic, [...(byTopic.get(topic) ?? []), id]);
			return [...byTopic.values()].map(ids => ids.toSorted().join(' ')).toSorted();
		};
		await fc.assert(
			fc.asyncProperty(fc.shuffledSubarray([...messages], {minLength: messages.length}), async shuffled => {
				const dump = await read(...shuffled);
				expect(groups(dump)).toEqual(['a b c d', 'p q r', 's', 't']);
				const parents = new Map(dump.posts.map(({id, parent}) => [id, parent]));
				expect(Object.fromEntries(parents)).toEqual({
					...{a: null, b: 'a', c: 'b', d: 'b', p: null, q: 'p', r: 'q', s: null, t: 'gone'},
				});
				for (const topic of dump.topics) {
					const numbers = dump.posts.filter(post => post.topic === topic.id).map(post => post.number);
					expect(numbers).toEqual(Array.from({length: topic.posts}, (_, index) => index + 1));
				}
			}),
			{numRuns: 60},
		);
	}, 60_000);

	it('a hundred thousand messages that join pair by pair take no long time', async () => {
		const half = 50_000;
		const roots = Array.from({length: half}, (_, index) => ({id: `r${index}`, subject: `s${index}`}));
		const joins = roots
			.slice(1)
			.map((_, index) => ({id: `j${index}`, references: `r${half - 1 - index} r${half - 2 - index}`}));
		const dump = await read(...roots, ...joins);
		expect(dump.topics).toHaveLength(1);
		expect(dump.posts.map(post => post.number)).toEqual(dump.posts.map((_, index) => index + 1));
	}, 60_000);
});

describe('a message saved alone', () => {
	const message = [
		'From: Ada <ada@garden.example>',
		'Subject: tea',
		'Message-ID: <tea@garden.example>',
		'',
		'Hot.',
		'',
	];

	it('may have blank lines before its head', async () => {
		const [post] = (await readDump(['', ' ', ...message].join('\n'))).posts;
		expect(post).toMatchObject({id: 'tea@garden.example', author: 'Ada', line: 3});
	});

	it('words before a head that is none are words', async () => {
		const dump = await readDump('\n\nNote: tea is at four.\nHot.\n', 'mbox');
		expect(dump.posts.map(post => [post.author, post.raw.trim()])).toEqual([[null, 'Note: tea is at four.\nHot.']]);
	});

	it('says where another head stands in it, unless it is a message within the message', async () => {
		const other = ['Message-ID: <cup>', 'From: Bo', 'Date: now', 'Subject: cups', '', 'Cold.', ''];
		const heads = async (...lines: readonly string[]) =>
			(await readDump(lines.join('\n'), 'mbox')).problems.flatMap(
				({message}) => /^another head.*line \d+/.exec(message) ?? [],
			);
		expect(await heads(...message, ...other)).toEqual(['another head stands in it, on line 7']);
		expect(await heads('', ...message, 'Return-Path: <bo>', ...other)).toEqual([
			'another head stands in it, on line 8',
		]);
		expect(await heads('Content-Type: message/rfc822', ...message, ...other)).toEqual([]);
		expect(await heads(...message, 'Message-ID: <cup>', 'From: Bo', '', 'is all that I have.')).toEqual([]);
		expect(await heads('From a Fri May  3 09:14:02 2024', ...message, ...other)).toEqual([]);
	});

	it('says what stands behind its parts', async () => {
		const parts = ['Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'Hot.', '--b--', ''];
		const read = (...behind: readonly string[]) =>
			readDump(['From: Ada', 'Subject: tea', 'Message-ID: <tea>', ...parts, ...behind].join('\n'));
		expect((await read('', ' ')).problems).toEqual([]);
		expect((await read('The tea list', '')).problems).toMatchObject([
			{level: 'warning', post: 'tea', message: 'behind its last part, in none: The tea list'},
		]);
	});
});
