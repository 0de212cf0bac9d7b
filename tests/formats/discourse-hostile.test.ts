/**
Broken and hostile dumps: the fixtures cut, spliced and mangled. Whatever comes in, nothing
is thrown, no word goes missing in silence, and nothing that a terminal obeys comes out.
*/
import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {furniture} from '../../source/formats/discourse-text/furniture.ts';
import {readLayout, tellLayout} from '../../source/formats/discourse-text/layout.ts';
import {type LineReader, readLines} from '../../source/formats/lines.ts';
import {DumpError} from '../../source/formats/open-dump.ts';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import {parseOf, readDump} from './read-dump.ts';

const folder = 'fixtures/discourse-text';
const texts = readdirSync(folder)
	.filter(name => name.endsWith('.txt'))
	.map(name => readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n').replace('\ufeff', ''));

const text = fc.constantFrom(...texts);
const share = fc.double({min: 0, max: 1, noNaN: true});

const cut = fc.tuple(text, share).map(([whole, at]) => whole.slice(0, Math.floor(whole.length * at)));
const beheaded = fc.tuple(text, share).map(([whole, at]) => whole.slice(Math.floor(whole.length * at)));
const spliced = fc.tuple(cut, beheaded).map(([start, end]) => `${start}\n${end}`);
const thinned = fc.tuple(text, fc.nat(), fc.nat()).map(([whole, first, second]) => {
	const lines = whole.split('\n');
	return lines.filter((_, index) => index !== first % lines.length && index !== second % lines.length).join('\n');
});
const doubled = fc.tuple(text, text).map(([first, second]) => first + second);
const broken = fc.oneof(cut, beheaded, spliced, thinned, doubled);

const hostileBit = fc.constantFrom(
	...[
		'\x1b[2J',
		'\x1b]52;c;AAAA\x07',
		'\0',
		'\x9b31m',
		'\u202e',
		'\u200b',
		'\ud800',
		'\n\n\n',
		'\n9 Likes\n',
		'\n12\n',
	],
	...[
		'\n1 Like',
		'May 3, 2024, 9:14am 3\n',
		'\n  99999999. x',
		'[x](https://y',
		'@',
		'×',
		'\t',
		'\n      • '.repeat(30),
	],
);
const mangled = fc.tuple(broken, fc.array(fc.tuple(share, hostileBit), {maxLength: 8})).map(([whole, bits]) =>
	bits.reduce((result, [at, bit]) => {
		const index = Math.floor(result.length * at);
		return result.slice(0, index) + bit + result.slice(index);
	}, whole),
);

/** Lines that are no words of anybody: heads with a date, likes, numbers, the page's furniture, buttons of a copy. */
function isApparatus(line: string): boolean {
	return (
		/\d:\d\d/.test(line) ||
		/^\s*#?\d[\d\s]*(?:Likes?|„Gefällt mir“|个赞|J'aime)?\s*$/.test(line) ||
		/\(\S*\/(?:u|t)\/|^Reply$|^\d+ days later$|^Closed on /.test(line) ||
		furniture(line) !== null
	);
}

function wordsOf(dump: Dump): string {
	const posts = dump.posts.flatMap(post => [post.raw, post.author, post.name, post.action]);
	return [dump.title, dump.url, ...posts, ...dump.problems.map(problem => problem.message)].join('\n');
}

/** What a layout's reader makes of an input that comes in parts of so many units. */
function readAs(input: string, units: number, lineByLine: boolean): Dump {
	const builder = new DumpBuilder('discourse-text', () => []);
	const {line, end, words}: LineReader = readLayout(tellLayout(input, true), builder);
	const parser = readLines(lineByLine || words === undefined ? {line, end} : {line, end, words});
	for (let start = 0; start < input.length; start += units) parser.push(input.slice(start, start + units));
	parser.end();
	return builder.snapshot(true);
}

describe('broken dumps', () => {
	it('are read alike, lines handed on together or one by one', () => {
		fc.assert(
			fc.property(mangled, fc.integer({min: 1, max: 2000}), (input, units) => {
				const together = readAs(input, units, false);
				const oneByOne = readAs(input, 1 << 20, true);
				expect(together.posts).toEqual(oneByOne.posts);
				expect(together.problems).toEqual(oneByOne.problems);
			}),
			{numRuns: 300},
		);
	}, 60_000);

	it('lose no word in silence', async () => {
		await fc.assert(
			fc.asyncProperty(broken, async input => {
				fc.pre(input.trim() !== '' && !/Related topics|^Topic \|/m.test(input));
				const read = wordsOf(await readDump(input));
				const words = input.split('\n').flatMap(line => (isApparatus(line) ? [] : line.split(/\s+/)));
				expect(words.filter(word => !read.includes(word.replace(/^#+$|^\(|\)$/g, '')))).toEqual([]);
			}),
			{numRuns: 400},
		);
	});

	it('give unique ids, rising lines and safe words, and never throw', async () => {
		await fc.assert(
			fc.asyncProperty(mangled, fc.constantFrom(undefined, 'discourse-text', 'text'), async (input, format) => {
				fc.pre(input.trim() !== '');
				const dump = await readDump(input, format).catch(error => {
					if (error instanceof DumpError && error.code === 'binary') return null;
					throw error;
				});
				if (dump === null) return;
				expect(new Set(dump.posts.map(post => post.id)).size).toBe(dump.posts.length);
				const lines = dump.posts.map(post => post.line ?? 0);
				expect(lines).toEqual(lines.toSorted((first, second) => first - second));
				const written: string[] = [];
				JSON.stringify(parseOf(dump), (_, value) => {
					if (typeof value === 'string') written.push(value);
					return value;
				});
				expect(written.filter(value => /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]|\p{Cs}/u.test(value))).toEqual([]);
			}),
			{numRuns: 400},
		);
	});

	it('keep every word of a body in its blocks', async () => {
		await fc.assert(
			fc.asyncProperty(broken, async input => {
				fc.pre(input.trim() !== '');
				const dump = await readDump(input, 'discourse-text');
				for (const post of dump.posts) {
					const body = dump.body(post);
					const leaves: string[] = [];
					JSON.stringify(body.blocks, (key, value) => {
						if (key !== 'type' && (typeof value === 'string' || typeof value === 'number')) leaves.push(String(value));
						return value;
					});
					const shown = leaves.join('\n').toLowerCase();
					const lines = post.raw
						.replace(/^\s+\d+\./gm, '')
						.split('\n')
						.filter(line => !/\d×\d+ [\d.]+ (?:KB|MB)$|\]\(/.test(line));
					const words = lines.flatMap(line => line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
					expect(words.filter(word => !shown.includes(word))).toEqual([]);
				}
			}),
			{numRuns: 200},
		);
	});
});

describe('endless input', () => {
	it('a line of five million letters is kept, in pieces', async () => {
		const dump = await readDump(`A title\n\nada May 3, 2024, 9:14am 1\n\n${'x'.repeat(5_000_000)}\n\n2 Likes\n`);
		expect(dump.posts.map(post => [post.author, post.likes])).toEqual([['ada', 2]]);
		expect(dump.posts[0]?.raw.replaceAll('\n', '')).toHaveLength(5_000_000);
	});

	it('forty million letters in one post become several, and that is said', async () => {
		const dump = await readDump(`ada May 3, 2024, 9:14am 1\n\n${`${'word '.repeat(200)}\n`.repeat(40_000)}`);
		expect(dump.posts.length).toBeGreaterThan(2);
		expect(dump.posts[0]?.author).toBe('ada');
		expect(dump.problems[0]?.message).toMatch(/too long/);
	});
});
