/**
Broken and hostile JSON dumps, and pages of Hacker News: the fixtures cut, spliced and mangled.
Whatever comes in, nothing is thrown, no post goes missing in silence, and nothing that a terminal obeys comes out.
*/
import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {DumpError, openDump} from '../../source/formats/open-dump.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {parseOf, readDump} from './read-dump.ts';

const formats = ['discourse-json', 'hacker-news', 'reddit', 'forum-dl'];

const fixtures = formats.flatMap(format =>
	readdirSync(`fixtures/${format}`)
		.filter(name => !name.endsWith('.expected.json'))
		.map(name => ({format, name, text: readFileSync(`fixtures/${format}/${name}`, 'utf8').trimEnd()})),
);

const fixture = fc.constantFrom(...fixtures);
const share = fc.double({min: 0, max: 1, noNaN: true});

const bit = fc.constantFrom(
	...[
		'\x1b[2J',
		'\x1b]52;c;AAAA\x07',
		'\0',
		'\x9b31m',
		'\u202e',
		'\ud800',
		'\\u001b[2J',
		'\\ud800',
		'&#27;[2J',
		'&#x202e;',
	],
	...['{', '}', '[', ']', '"', '\\', ',', ':', 'null', '\n', '{"id":', '"kids":[1],', '"parent_id":"t1_c1",'],
	...['<tr class="athing comtr" id="81">', '</table>', '<div class="commtext">', "<td class='ind' indent='999999999'>"],
);

function put(text: string, bits: readonly (readonly [number, string])[]): string {
	return bits.reduce((result, [at, piece]) => {
		const index = Math.floor(result.length * at);
		return result.slice(0, index) + piece + result.slice(index);
	}, text);
}

/** Read as a format; what is refused as binary gives nothing. */
async function read(text: string, format: string): Promise<Dump | null> {
	return readDump(text, format).catch(error => {
		if (error instanceof DumpError && (error.code === 'binary' || error.code === 'empty')) return null;
		throw error;
	});
}

function expectSafe(dump: Dump): void {
	expect(new Set(dump.posts.map(post => post.id)).size).toBe(dump.posts.length);
	const written: string[] = [];
	JSON.stringify([parseOf(dump), dump.topics], (_, value) => {
		if (typeof value === 'string') written.push(value);
		return value;
	});
	expect(written.filter(value => /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]|\p{Cs}/u.test(value))).toEqual([]);
}

describe('broken dumps', () => {
	it('cut anywhere: a post whose id and words are there is kept, and the break is told', async () => {
		await fc.assert(
			fc.asyncProperty(fixture, share, async ({format, text, name}, at) => {
				const cut = text.slice(0, Math.floor(text.length * at));
				const [dump, whole] = [await read(cut, format), await read(text, format)];
				if (dump === null || whole === null) return;
				const isDocument = !/\.(?:jsonl|ndjson|html)$/.test(name);
				if (isDocument && cut.length < text.length)
					expect(dump.problems.some(({level}) => level === 'error')).toBe(true);
				const kept = dump.posts.map(post => post.raw).join('\n');
				const there = whole.posts.filter(({id, raw}) => cut.includes(id) && cut.includes(JSON.stringify(raw)));
				const words = there.map(post => post.raw);
				expect(words.filter(raw => !kept.includes(raw))).toEqual([]);
				expectSafe(dump);
			}),
			{numRuns: 250},
		);
	}, 60_000);

	it('mangled or spliced: unique ids, safe words, nothing thrown', async () => {
		const bits = fc.array(fc.tuple(share, bit), {maxLength: 8});
		await fc.assert(
			fc.asyncProperty(fixture, fixture, share, share, bits, async (one, other, end, begin, pieces) => {
				const spliced =
					one.text.slice(0, Math.ceil(one.text.length * end)) + other.text.slice(Math.floor(other.text.length * begin));
				for (const text of [put(one.text, pieces), put(spliced, pieces)]) {
					const dump = await read(text, one.format);
					if (dump !== null) expectSafe(dump);
				}
			}),
			{numRuns: 250},
		);
	}, 60_000);

	it('a broken line costs nothing but itself', async () => {
		const lines = readFileSync('fixtures/reddit/pushshift.ndjson', 'utf8').split('\n');
		const text = lines.map((line, index) => (index === 1 ? line.replace('"author":"', '"author":') : line)).join('\n');
		const dump = await readDump(text);
		expect(dump.format).toBe('reddit');
		expect(dump.posts.map(post => post.id)).toEqual(['pot2', 'k2', 'k3']);
		expect(dump.problems.map(({level, line}) => [level, line])).toContainEqual(['error', 2]);
	});

	it('a value of another kind is counted', async () => {
		const strangers = {
			reddit: '[{"kind":"t5","data":{}}]',
			'hacker-news': '[{"name":"x"}]',
			'discourse-json': '{"topic_list":{}}',
		};
		for (const [format, text] of Object.entries(strangers)) {
			const dump = await readDump(text, format);
			expect(dump.posts).toEqual([]);
			expect(dump.problems.map(({level}) => level)).toEqual(['error']);
		}
	});
});

describe('endless and circular input', () => {
	const depth = 10_000;

	it.each([
		['brackets', 'reddit', '['.repeat(depth)],
		['objects', 'discourse-json', '{"post_stream":'.repeat(depth)],
		['objects', 'forum-dl', '{"item":'.repeat(depth)],
	])('%s, ten thousand deep, as %s', async (_, format, text) => {
		const dump = await readDump(text, format);
		expect(dump.posts).toEqual([]);
		expect(dump.problems.map(({level}) => level)).toContain('error');
	});

	it('a tree of comments ten thousand deep', async () => {
		const open = (id: number) =>
			`{"id":${id},"type":"comment","author":"a","created_at_i":1,"text":"${id}","children":[`;
		const opened = Array.from({length: depth}, (_, id) => open(id + 1)).join('');
		const dump = await readDump(opened + ']}'.repeat(depth));
		expect(dump.format).toBe('hacker-news');
		expect(dump.posts).toHaveLength(depth);
		expect(dump.posts.at(-1)?.parent).toBe(String(depth - 1));
	});

	it('replies ten thousand deep', async () => {
		const open = (id: number) =>
			`{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c${id}","body":"${id}","parent_id":"t1_c${id - 1}","replies":`;
		const text = `${Array.from({length: depth}, (_, id) => open(id)).join('')}""${'}}]}}'.repeat(depth)}`;
		const dump = await readDump(text);
		expect(dump.posts).toHaveLength(depth);
		expect(dump.problems).toEqual([]);
	});

	it('a page whose comments are nested ten thousand deep', async () => {
		const row = (id: number) =>
			`<tr class="athing comtr" id="${id}"><td class="ind" indent="${id}"><div class="commtext">${id}<div>`;
		const dump = await readDump(
			`<html op="item"><span class=hnuser>${Array.from({length: depth}, (_, id) => row(id)).join('')}`,
		);
		expect(dump.format).toBe('hacker-news');
		expect(dump.posts).toHaveLength(depth);
		expect(dump.posts.at(-1)?.parent).toBe(String(depth - 2));
	});

	it('parents that go round in a circle, and ids that come twice', async () => {
		const item = (id: number, parent: number) => ({
			by: 'a',
			id,
			parent,
			kids: [parent, 9],
			time: 1,
			type: 'comment',
			text: 'x',
		});
		const items = [item(1, 2), item(2, 3), item(3, 1), item(4, 4), item(5, 6), item(5, 6)];
		for (const text of [JSON.stringify(items), items.map(one => JSON.stringify(one)).join('\n')]) {
			const dump = await readDump(text);
			expect(
				dump.posts
					.filter(post => post.kind === 'post')
					.map(post => post.id)
					.toSorted(),
			).toEqual(['1', '2', '3', '4', '5', '5-2']);
			expect(dump.problems.map(({message}) => message)).toContain('a second post with the id 5');
		}
	});

	it('thirty thousand comments, each before its parent', async () => {
		const many = 30_000;
		const lines = Array.from({length: many}, (_, index) => {
			const id = many - index;
			return JSON.stringify({
				by: 'a',
				id,
				...(id > 1 ? {parent: id - 1} : {title: 'Up'}),
				time: 1,
				type: id > 1 ? 'comment' : 'story',
			});
		});
		const dump = await readDump(lines.join('\n'));
		expect(dump.posts).toHaveLength(many);
		expect(dump.topics).toMatchObject([{id: '1', title: 'Up', posts: many}]);
		expect(dump.title).toBe('Up');
	}, 60_000);

	it('a line of five million letters', async () => {
		const comment = (id: string, body: string) =>
			JSON.stringify({id, body, link_id: 't3_a', parent_id: 't3_a', created_utc: 1});
		const dump = await readDump(
			[comment('b', 'short'), comment('c', 'x'.repeat(5_000_000)), comment('d', 'end')].join('\n'),
		);
		expect(dump.posts.map(post => post.raw.length)).toEqual([5, 5_000_000, 3]);
		expect(dump.problems).toEqual([]);
	});
});

describe('lines', () => {
	it('are posts before the input has ended', async () => {
		const line = (id: number) =>
			`${JSON.stringify({id: `c${id}`, body: 'x', link_id: 't3_a', parent_id: 't3_a', created_utc: 1})}\n`;
		const bytes = new TextEncoder();
		let sent = 0;
		async function* endless() {
			for (; sent < 10_000; sent++) yield bytes.encode(line(sent));
		}
		for await (const dump of openDump(endless())) {
			if (dump.posts.length === 0) continue;
			expect(dump.complete).toBe(false);
			expect(sent).toBeLessThan(10_000);
			break;
		}
	});
});
