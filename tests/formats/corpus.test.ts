/**
Corpora: records with a text each, every text read as what it is.
*/
import {describe, expect, it} from 'vitest';
import {formats} from '../../source/formats/registry.ts';
import {readDump} from './read-dump.ts';

function lines(...records: readonly object[]): string {
	return records.map(record => `${JSON.stringify(record)}\n`).join('');
}

const raw = (author: string) => `${author} | 2022-01-01 00:10:00 UTC | #1\n\nHello.\n\n-------------------------\n\n`;

describe('a corpus', () => {
	it('gives each record a topic of its own, with its title and address', async () => {
		const dump = await readDump(
			lines(
				{text: raw('ada'), url: 'https://a.example'},
				{text: `# Two\n\n${raw('bo')}`, title: 'other words'},
				{text: raw('cy'), title: 'Three'},
			),
		);
		expect(dump.format).toBe('jsonl');
		expect([dump.title, dump.url]).toEqual([null, null]);
		expect(dump.topics).toEqual([
			{id: '1', title: null, url: 'https://a.example', posts: 1},
			{id: '2', title: 'Two', url: null, posts: 1},
			{id: '3', title: 'Three', url: null, posts: 1},
		]);
		expect(dump.posts.map(({id, topic, author, line}) => [id, topic, author, line])).toEqual([
			['1/1', '1', 'ada', 1],
			['2/1', '2', 'bo', 2],
			['3/1', '3', 'cy', 3],
		]);
	});

	it('of one record is that record', async () => {
		const dump = await readDump(JSON.stringify({content: raw('ada'), url: 'https://a.example', title: 'One'}), 'jsonl');
		expect([dump.title, dump.url, dump.posts.length]).toEqual(['One', 'https://a.example', 1]);
	});

	it('keeps parents, and the topics of a record that has several', async () => {
		const mail = (id: string, more: string) =>
			`From a@x.example Mon Jan  3 10:00:00 2022\nFrom: a@x.example\nSubject: s\nMessage-ID: <${id}@x>\n${more}\nHello\n\n`;
		const dump = await readDump(
			lines({text: `${mail('a', '')}${mail('b', 'In-Reply-To: <a@x>\n')}`}, {text: raw('ada')}),
		);
		const [first, second] = dump.posts;
		expect(dump.posts).toHaveLength(3);
		expect(second?.parent).toBe(first?.id);
		expect(dump.indexOf(second?.parent ?? '')).toBe(0);
		expect(first?.id.startsWith('1/')).toBe(true);
		expect(dump.posts[2]?.topic).toBe('2');
	});

	it('says which problems more records have than it names', async () => {
		const dump = await readDump(
			lines(...Array.from({length: 50}, (_, index) => ({text: `words of ${index}`}))),
			'jsonl',
		);
		expect(dump.posts).toHaveLength(50);
		expect(dump.problems).toHaveLength(21);
		expect(dump.problems.at(-1)?.message).toMatch(/^and in 30 more records/);
	});

	it('goes on behind what is no record', async () => {
		const dump = await readDump(`${lines({text: raw('ada')})}no JSON\n{"url":"x"}\n42\n${lines({text: raw('bo')})}`);
		expect(dump.posts.map(post => post.author)).toEqual(['ada', 'bo']);
		expect(dump.problems.filter(({level}) => level === 'error').map(({line}) => line)).toEqual([2, 3]);
	});

	it('reads a record longer than a chunk', async () => {
		const dump = await readDump(
			lines(
				{text: `${raw('ada').slice(0, -28)}${'word '.repeat(500_000)}\n\n${raw('bo').replace('#1', '#2')}`},
				{text: raw('cy')},
			),
		);
		expect(dump.posts.map(post => post.author)).toEqual(['ada', 'bo', 'cy']);
	});

	it('is no thread in JSON of another kind', () => {
		const corpus = formats.find(({name}) => name === 'jsonl');
		const sure = (value: object) => corpus?.detect({text: JSON.stringify(value), whole: true}) ?? 1;
		expect(sure({text: 'x', url: 'y'})).toBeGreaterThan(0.5);
		expect(sure({text: 'x', author: 'ada', created_utc: 1})).toBeLessThan(0.2);
		expect(sure({text: 'x', children: []})).toBe(0);
		expect(sure({title: 'x'})).toBe(0);
		expect(sure([1, 2])).toBe(0);
	});
});
