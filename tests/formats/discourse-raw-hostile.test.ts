/**
Broken and hostile raw topics, archives in Markdown, corpora and printed dumps: the fixtures cut,
spliced and mangled. Whatever comes in, nothing is thrown, no word of a text goes missing in silence,
and nothing that a terminal obeys comes out.
*/
import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {DumpError} from '../../source/formats/open-dump.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {parseOf, readDump} from './read-dump.ts';

type Fixture = {readonly format: string; readonly text: string};

function fixturesOf(...formats: readonly string[]): readonly Fixture[] {
	return formats.flatMap(format =>
		readdirSync(`fixtures/${format}`)
			.filter(name => !name.endsWith('.expected.json'))
			.map(name => ({format, text: readFileSync(`fixtures/${format}/${name}`, 'utf8')})),
	);
}

const texts = fixturesOf('discourse-raw', 'discourse-markdown');
const all = [...texts, ...fixturesOf('jsonl', 'threadview')];

const share = fc.double({min: 0, max: 1, noNaN: true});
const bit = fc.constantFrom(
	...['\x1b[2J', '\x1b]52;c;AAAA\x07', '\0', '\x9b31m', '\u202e', '\ud800', '\\u001b[2J', '&#27;[2J', '&#x202e;'],
	...[
		'\n-------------------------\n',
		'\n---\n',
		'\nada | 2024-05-03 09:14:00 UTC | #2\n',
		'\n## Post #1 by @ada\n',
		'\n# Title\n',
	],
	...['[quote="a, post:1"]', '[/quote]', '[code]', '```\n', '<details>', '"', '}', '{', '\n', '{"text":"', '"id":'],
);

function cut(text: string, start: number, end: number): string {
	return text.slice(Math.floor(text.length * start), Math.ceil(text.length * end));
}

function put(text: string, bits: readonly (readonly [number, string])[]): string {
	return bits.reduce((result, [at, piece]) => {
		const index = Math.floor(result.length * at);
		return result.slice(0, index) + piece + result.slice(index);
	}, text);
}

/** Read as a format; what is refused as empty or binary gives nothing. */
async function read(text: string, format?: string): Promise<Dump | null> {
	return readDump(text, format).catch(error => {
		if (error instanceof DumpError && (error.code === 'binary' || error.code === 'empty')) return null;
		throw error;
	});
}

function shownIn(dump: Dump): string {
	const posts = dump.posts.flatMap(post => [
		post.raw,
		post.author,
		post.name,
		post.date,
		post.edited,
		post.number,
		post.likes,
	]);
	const topics = dump.topics.flatMap(topic => [topic.id, topic.title, topic.url]);
	return [...posts, ...topics, ...dump.problems.map(problem => problem.message)].join('\n');
}

/** What archives state of the thread and of its authors, and no post says. */
function isApparatus(line: string): boolean {
	return /^(?:topic_id|date|last_bumped|pulled_at|posts_count|title|url): |^\*\*[A-Z]|^- [A-Z]|^\s*$|^#/.test(line);
}

describe('broken dumps', () => {
	it('lose no word in silence', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...texts),
				fc.constantFrom(...texts),
				share,
				share,
				async (one, other, end, begin) => {
					const text = `${cut(one.text, 0, end)}\n${cut(other.text, begin, 1)}`;
					const dump = await read(text, one.format);
					if (dump === null) return;
					const shown = shownIn(dump);
					const words = text
						.split('\n')
						.filter(line => !isApparatus(line) && !/ \| \d{4}-|UTC/.test(line))
						.flatMap(line => line.match(/[\p{L}\p{N}]{2,}/gu) ?? []);
					expect(words.filter(word => !shown.includes(word))).toEqual([]);
				},
			),
			{numRuns: 300},
		);
	}, 60_000);

	it('give unique ids, rising lines and safe words, and never throw', async () => {
		const bits = fc.array(fc.tuple(share, bit), {maxLength: 8});
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...all),
				fc.constantFrom(...all),
				share,
				bits,
				async (one, other, end, pieces) => {
					const text = put(cut(one.text, 0, end) + cut(other.text, end, 1), pieces);
					for (const format of [undefined, one.format]) {
						const dump = await read(text, format);
						if (dump === null) continue;
						expect(new Set(dump.posts.map(post => post.id)).size).toBe(dump.posts.length);
						const lines = dump.posts.flatMap(post => post.line ?? []);
						expect(lines).toEqual(lines.toSorted((first, second) => first - second));
						const written: string[] = [];
						JSON.stringify([parseOf(dump), dump.topics], (_, value) => {
							if (typeof value === 'string') written.push(value);
							return value;
						});
						expect(written.filter(value => /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]|\p{Cs}/u.test(value))).toEqual(
							[],
						);
					}
				},
			),
			{numRuns: 250},
		);
	}, 60_000);

	it('that break off say so, where something of the last post is missing', async () => {
		const whole = readFileSync('fixtures/discourse-raw/lantern-boat.txt', 'utf8');
		await fc.assert(
			fc.asyncProperty(fc.integer({min: 1200, max: whole.length - 60}), async at => {
				const dump = await readDump(whole.slice(0, at), 'discourse-raw');
				const isBetween = /-{25}\s*$/.test(whole.slice(0, at));
				const isSaid = dump.problems.some(({message}) => message.includes('breaks off'));
				expect(isSaid).toBe(!isBetween);
			}),
			{numRuns: 200},
		);
	}, 60_000);
});

describe('endless input', () => {
	it('three hundred thousand empty posts are kept', async () => {
		const head = 'ada | 2024-05-03 09:14:00 UTC | #';
		const lines = Array.from({length: 300_000}, (_, index) => `${head}${index + 1}\n\n`);
		const dump = await readDump(lines.join(''));
		expect(dump.posts).toHaveLength(300_000);
		expect(dump.posts[299_999]).toMatchObject({id: '300000', kind: 'action', author: 'ada'});
	}, 60_000);

	it('a body of forty million letters becomes several posts, and that is said', async () => {
		const dump = await readDump(`ada | 2024-05-03 09:14:00 UTC | #1\n\n${`${'word '.repeat(200)}\n`.repeat(40_000)}`);
		expect(dump.posts.length).toBeGreaterThan(2);
		expect(dump.posts.every(post => post.author === 'ada')).toBe(true);
		expect(dump.problems.some(({message}) => message.includes('more words than one post can hold'))).toBe(true);
	}, 60_000);

	it('a line of five million letters is kept, in pieces', async () => {
		const dump = await readDump(`## Post 1 by ada\n\n## Post 2 by bo\n\n${'x'.repeat(5_000_000)}\n`);
		expect(dump.posts.map(post => post.author)).toEqual(['ada', 'bo']);
		expect(dump.posts[1]?.raw.replaceAll('\n', '')).toHaveLength(5_000_000);
	}, 60_000);
});
