/**
Pages as they come: posts appear while the rest is being read, bodies are the source as it
stands, and where a page carries its own data that is believed.
*/
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {discourseHtml} from '../../source/formats/discourse-html/discourse-html.ts';
import {discourseRss} from '../../source/formats/discourse-rss/discourse-rss.ts';
import {readBody} from '../../source/markup/read-body.ts';
import {DumpBuilder} from '../../source/thread/dump.ts';
import {parseOf, readDump} from './read-dump.ts';

function fixture(name: string): string {
	return readFileSync(`fixtures/${name}`, 'utf8');
}

describe('a page', () => {
	it('shows each post as soon as it has ended', () => {
		const page = fixture('discourse-html/crawler-2026.html');
		const builder = new DumpBuilder('discourse-html', readBody);
		const parser = discourseHtml.parse(builder);
		const seen: number[] = [];
		for (const part of page.split(/(?=<div id='post_)/)) {
			parser.push(part);
			seen.push(builder.count);
		}
		// The parts are the head and five posts; behind the last of them stands the rest of the page.
		expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
	});

	it('gives bodies as they stand in the source', async () => {
		const page = fixture('discourse-html/crawler-2026.html');
		const dump = await readDump(page, undefined, 100);
		for (const post of dump.posts) {
			expect(page).toContain(post.raw);
			expect(post.markup).toBe('html');
		}
		expect(dump.posts[4]?.raw).toMatch(/^<aside class="quote no-group"[\s\S]*<\/aside>$/);
	});

	it('whose data stands before or behind its plain part is read once, with who answers whom', async () => {
		const page = fixture('discourse-html/saved-with-data.html');
		const data = /<div class="hidden" id="data-preloaded"[^>]*><\/div>/.exec(page)?.[0] ?? '';
		const moved = page.replace(data, '').replace('<noscript', `${data}<noscript`);
		expect(moved.indexOf('data-preloaded')).toBeLessThan(moved.indexOf('crawler-post'));
		const [first, second] = [await readDump(page), await readDump(moved)];
		expect(first.posts.map(post => [post.id, post.parent])).toEqual([
			['1', null],
			['2', '1'],
		]);
		expect(parseOf(second)).toEqual(parseOf(first));
	});

	it('that is followed by another saved page gives the posts of both', async () => {
		const [first, second] = ['saved-with-data', 'saved-without-data'].map(name =>
			fixture(`discourse-html/${name}.html`),
		);
		const other = second?.replaceAll('/112"', '/113"').replaceAll("/112'", "/113'") ?? '';
		const dump = await readDump(`${first}${other}`);
		expect(dump.topics.map(({id, posts}) => [id, posts])).toEqual([
			['112', 2],
			['113', 2],
		]);
		expect(dump.posts.map(post => post.id)).toEqual(['1', '2', '113/1', '113/2']);
	});

	it('without a post says so', async () => {
		const dump = await readDump('<html><body><p>Sorry, you have no access.</p></body></html>', 'discourse-html');
		expect(dump.posts).toEqual([]);
		expect(dump.problems.map(({level, message}) => [level, message])).toEqual([
			['error', 'there is no post in this page'],
		]);
	});
});

describe('detecting', () => {
	const pages = [
		...['before-2019', 'crawler-2021', 'crawler-2026', 'oldest', 'plain', 'saved-with-data', 'solved-question'].map(
			name => [`discourse-html/${name}.html`, discourseHtml] as const,
		),
		...['topic', 'older-topic', 'latest-posts', 'latest-topics'].map(
			name => [`discourse-rss/${name}.rss`, discourseRss] as const,
		),
	];

	it.each(pages)('%s', (name, format) => {
		const other = format === discourseHtml ? discourseRss : discourseHtml;
		expect(format.detect({text: fixture(name), whole: true})).toBeGreaterThan(0.95);
		expect(other.detect({text: fixture(name), whole: true})).toBe(0);
	});

	it.each([
		[
			'a page of another program',
			'<!DOCTYPE html><html><head><title>x</title></head><body><div class="post">y</div></body></html>',
		],
		['a text about a page', `They write ${fixture('discourse-html/crawler-2026.html').slice(500, 3000)}`],
		['nothing', ''],
	])('neither takes %s', (_, text) => {
		for (const format of [discourseHtml, discourseRss]) expect(format.detect({text, whole: true})).toBe(0);
	});

	it('a feed of another program is less sure, and no page', () => {
		const text = '<?xml version="1.0"?><rss version="2.0"><channel><item><guid>7</guid></item></channel></rss>';
		expect([discourseHtml, discourseRss].map(format => format.detect({text, whole: true}))).toEqual([0, 0.6]);
	});

	it('a page whose posts come late is told by its generator', () => {
		const page = fixture('discourse-html/crawler-2026.html');
		const head = page.slice(0, page.indexOf('<body'));
		expect(discourseHtml.detect({text: head, whole: false})).toBe(0.9);
	});
});
