/**
Broken and hostile pages and feeds: the fixtures cut, spliced and mangled, and what nobody would
call a page. Nothing is thrown, no post goes missing in silence, and nothing that a terminal
obeys comes out.
*/
import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {DumpError} from '../../source/formats/open-dump.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {parseOf, readDump} from './read-dump.ts';

type Fixture = {readonly format: string; readonly name: string; readonly text: string};

const fixtures: readonly Fixture[] = ['discourse-html', 'discourse-rss'].flatMap(format =>
	readdirSync(`fixtures/${format}`)
		.filter(name => !name.endsWith('.json'))
		.map(name => ({format, name, text: readFileSync(`fixtures/${format}/${name}`, 'utf8')})),
);

const timeout = 60_000;
const share = fc.double({min: 0, max: 1, noNaN: true});
const text = fc.constantFrom(...fixtures.map(fixture => fixture.text));
const cut = fc.tuple(text, share).map(([whole, at]) => whole.slice(0, Math.floor(whole.length * at)));
const beheaded = fc.tuple(text, share).map(([whole, at]) => whole.slice(Math.floor(whole.length * at)));
const spliced = fc.tuple(cut, beheaded).map(([start, end]) => start + end);
const doubled = fc.tuple(text, text).map(([first, second]) => first + second);
const thinned = fc.tuple(text, fc.nat(), fc.nat()).map(([whole, first, second]) => {
	const tags = whole.split('<');
	return tags.filter((_, index) => index !== first % tags.length && index !== second % tags.length).join('<');
});
const broken = fc.oneof(cut, beheaded, spliced, doubled, thinned);

const hostileBit = fc.constantFrom(
	...['\x1b[2J', '\x1b]52;c;AAAA\x07', '\0', '\x9b31m', '\u202e', '\u200b', '\ud800', '&#27;[2J', '&#x202e;', '&#0;'],
	...[
		'&#xD800;',
		'&bogus;',
		'&',
		'<',
		'>',
		'"',
		"'",
		'<!--',
		'-->',
		'<![CDATA[',
		']]>',
		'<script>',
		'</div>',
		'</item>',
	],
	...['<div class="topic-body crawler-post">', "<div class='creator'>", '<b>'.repeat(600), '</p>'.repeat(50), '<item>'],
	...[
		"<span itemprop='position'>9</span>",
		'<noscript data-path="/t/x/9">',
		'<div data-preloaded="{&quot;topic_9&quot;:1}">',
	],
);
const mangled = fc.tuple(broken, fc.array(fc.tuple(share, hostileBit), {maxLength: 8})).map(([whole, bits]) =>
	bits.reduce((result, [at, bit]) => {
		const index = Math.floor(result.length * at);
		return result.slice(0, index) + bit + result.slice(index);
	}, whole),
);

function messages(dump: Dump): string {
	return dump.problems.map(({message}) => message).join('\n');
}

describe('broken pages and feeds', () => {
	it(
		'give unique ids and safe words, and never throw',
		async () => {
			await fc.assert(
				fc.asyncProperty(
					mangled,
					fc.constantFrom(undefined, 'discourse-html', 'discourse-rss'),
					async (input, format) => {
						fc.pre(input.trim() !== '');
						const dump = await readDump(input, format).catch(error => {
							if (error instanceof DumpError && error.code === 'binary') return null;
							throw error;
						});
						if (dump === null) return;
						expect(new Set(dump.posts.map(post => post.id)).size).toBe(dump.posts.length);
						const written: string[] = [];
						JSON.stringify(parseOf(dump), (_, value) => {
							if (typeof value === 'string') written.push(value);
							return value;
						});
						expect(written.filter(value => /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]|\p{Cs}/u.test(value))).toEqual(
							[],
						);
					},
				),
				{numRuns: 250},
			);
		},
		timeout,
	);

	it(
		'that are cut off say so, and keep what came before',
		async () => {
			const single = fixtures.filter(({name}) => !/^(?:two|cut|saved)-/.test(name));
			await fc.assert(
				fc.asyncProperty(fc.constantFrom(...single), share, async ({format, text: whole}, at) => {
					const input = whole.slice(0, Math.floor(whole.length * at));
					fc.pre(input.trim() !== '');
					const [all, dump] = [await readDump(whole, format), await readDump(input, format)];
					const kept = dump.posts.map(post => post.raw).join('\n');
					const lost = all.posts.filter(post => !dump.posts.some(other => other.raw === post.raw));
					if (lost.length > 0) expect(messages(dump)).toMatch(/\bend(?:s|ed)?\b|no post/);
					// A body whose end stands in what is left has been read whole.
					const complete = all.posts.filter(post => input.includes(`${post.raw}\n`) && format === 'discourse-html');
					for (const post of complete) expect(kept).toContain(post.raw);
				}),
				{numRuns: 150},
			);
		},
		timeout,
	);

	it('of which posts are hidden by a comment, a script or a tag that nothing closes', async () => {
		const page = readFileSync('fixtures/discourse-html/crawler-2026.html', 'utf8');
		const at = page.indexOf("<div id='post_4'");
		for (const bit of ['<!-- ', '<script>', '<a href="', '<style>', '<textarea>']) {
			const dump = await readDump(page.slice(0, at) + bit + page.slice(at).replaceAll('"', "'").replaceAll('-->', ''));
			expect(dump.posts.map(post => post.number)).toEqual([1, 2]);
			expect(messages(dump)).toMatch(/4 posts stand in a comment/);
		}
	});

	it('whose bodies are not closed end where the next post begins', async () => {
		const page = readFileSync('fixtures/discourse-html/crawler-2026.html', 'utf8');
		const dump = await readDump(page.replace('walrus</span> pencil.</p>\n        </div>', 'walrus</span> pencil.'));
		expect(dump.posts.map(post => post.number)).toEqual([1, 2, 4, 5, 6]);
		expect(dump.posts[1]?.raw).toMatch(/pencil\./);
		expect(dump.problems.map(({post, level}) => [post, level])).toContainEqual(['2', 'error']);
	});

	it('whose numbers come twice keep every post', async () => {
		const page = readFileSync('fixtures/discourse-html/before-2019.html', 'utf8');
		const dump = await readDump(page + page);
		expect(dump.posts.map(post => post.id)).toEqual(['1', '2', '1-2', '2-2']);
		expect(messages(dump)).toMatch(/post 1 stands behind post 2/);
	});
});

describe('endless pages and feeds', () => {
	const head =
		"<html><body><div class='topic-body crawler-post' id='post_1'><span class='creator'><b>ada</b></span><div class='post'>";
	const tail =
		"</div></div><div class='topic-body crawler-post' id='post_2'><div class='post'>last</div></div></body></html>";

	it.each([
		'div',
		'blockquote',
		'ul><li',
		'b',
		'span',
		'table><tr><td',
		'details',
		'aside class="quote" data-username="x"',
	])(
		'ten thousand times <%s>: the words and the next post are read',
		async tag => {
			const names = tag.split('><').map(part => part.split(' ')[0]);
			const close = names
				.toReversed()
				.map(name => `</${name}>`)
				.join('');
			const dump = await readDump(`${head}${`<${tag}>`.repeat(10_000)}deep${close.repeat(10_000)} after${tail}`);
			expect(dump.posts.map(post => [post.number, post.author])).toEqual([
				[1, 'ada'],
				[2, null],
			]);
			const [first, second] = dump.posts.map(post => JSON.stringify(dump.body(post).blocks));
			expect(first).toMatch(/deep.*after/);
			expect(second).toMatch(/last/);
		},
		timeout,
	);

	it(
		'a million tags that nothing closes',
		async () => {
			const dump = await readDump(`${head}${'<b>x'.repeat(1_000_000)}`);
			expect(dump.posts).toHaveLength(1);
			expect(dump.posts[0]?.raw).toHaveLength(4_000_000);
			expect(messages(dump)).toMatch(/ends in the middle/);
		},
		timeout,
	);

	it(
		'a million end tags of what is not open',
		async () => {
			const dump = await readDump(`${head}${'<i>'.repeat(400)}${'</u>'.repeat(1_000_000)}words${tail}`);
			expect(dump.posts.map(post => post.number)).toEqual([1, 2]);
			expect(dump.posts[0]?.raw).toMatch(/words$/);
		},
		timeout,
	);

	it(
		'a body of forty million letters becomes several posts, and that is said',
		async () => {
			const dump = await readDump(`${head}${'word '.repeat(8_000_000)}${tail}`);
			expect(dump.posts.length).toBeGreaterThan(2);
			expect(
				dump.posts
					.map(post => post.raw)
					.join('')
					.match(/word/g),
			).toHaveLength(8_000_000);
			expect(messages(dump)).toMatch(/too long/);
		},
		timeout,
	);

	it(
		'an attribute of twenty million letters, and entities that spell more than they are long',
		async () => {
			const dump = await readDump(
				`${head}<a href="${'x'.repeat(20_000_000)}">a</a>${'&CounterClockwiseContourIntegral;'.repeat(50_000)}${tail}`,
			);
			expect(dump.posts.at(-1)?.number).toBe(2);
			expect(messages(dump)).toMatch(/too long/);
			// Nothing comes of a tag until it ends, however many chunks it takes.
			expect(dump.posts.length).toBeLessThan(6);
		},
		timeout,
	);

	it(
		'a hundred thousand posts',
		async () => {
			const post = (number: number) =>
				`<div class='topic-body crawler-post' id='post_${number}'><div class='post'>${number}!</div></div>\n`;
			const dump = await readDump(
				`<html><body>${Array.from({length: 100_000}, (_, at) => post(at + 1)).join('')}</body></html>`,
			);
			expect(dump.posts).toHaveLength(100_000);
			expect(dump.posts.at(-1)).toMatchObject({id: '100000', raw: '100000!', line: 100_000});
			expect(dump.problems).toEqual([]);
		},
		timeout,
	);

	it(
		'a feed of a hundred thousand items, nested and unclosed ones among them',
		async () => {
			const item = (number: number) =>
				`<item><dc:creator>ada</dc:creator><description>&lt;p&gt;${number}&lt;/p&gt;</description><guid>h-post-7-${number}</guid></item>`;
			const items = Array.from({length: 50_000}, (_, at) => item(50_000 - at)).join('');
			const dump = await readDump(
				`<rss><channel>${items}${'<item>'.repeat(10_000)}${'<a>'.repeat(10_000)}`,
				'discourse-rss',
			);
			expect(dump.posts.filter(post => post.number !== null).map(post => post.number)).toEqual(
				Array.from({length: 50_000}, (_, at) => at + 1),
			);
			expect(messages(dump)).toMatch(/does not end as feeds do/);
		},
		timeout,
	);
});
