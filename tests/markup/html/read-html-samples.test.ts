/**
Real cooked posts, read against their source: no word is lost, every aside is a quote or a
preview, lists, images and code are counted. They lie beside the project and not in it;
without them nothing is tested here.
*/
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {DomUtils, parseDocument} from 'htmlparser2';
import {describe, expect, it} from 'vitest';
import {readHtmlText} from '../../../source/markup/html/read-html.ts';
import {makeBody} from '../../../source/thread/body.ts';
import {typesIn, wordsIn} from './read-blocks.ts';

const samples = '../shared/dumps/discourse-json';

/** The cooked posts anywhere in a JSON value. */
function cookedIn(value: unknown): readonly string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === 'cooked' && typeof inner === 'string' ? [inner] : cookedIn(inner),
	);
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}

/** The words that a page shows, without what Discourse puts around them. */
function visible(html: string): string {
	const document = parseDocument(html);
	const noise = /(?:^|\s)(?:meta|quote-controls|poll-info|badge-category__wrapper|show-more-container|anchor)(?:\s|$)/;
	const dropped = DomUtils.findAll(
		element => noise.test(element.attribs.class ?? '') || element.name === 'svg' || element.attribs.class === 'title',
		document.children,
	);
	for (const element of dropped) DomUtils.removeElement(element);
	return DomUtils.textContent(document);
}

describe.skipIf(!existsSync(samples))('cooked posts in ../shared', () => {
	const files = existsSync(samples) ? readdirSync(samples) : [];

	it.each(files)('%s', file => {
		const posts = cookedIn(JSON.parse(readFileSync(`${samples}/${file}`, 'utf8')));
		expect(posts.length).toBeGreaterThan(0);
		for (const html of posts) {
			const blocks = readHtmlText(html, null);
			const read = wordsIn(blocks).replace(/[\s@]+/g, '');
			const lost = visible(html)
				.split(/\s+/)
				.filter(word => !read.includes(word.replaceAll('@', '')));
			expect(lost).toEqual([]);
			const types = typesIn(blocks);
			// Every quote and every preview of a topic is a blockquote in the source.
			const pages = count(html, /<aside class="onebox/g) + count(html, /data-(?:video|youtube)-title=/g);
			const quotes = makeBody(blocks).quotes.length;
			expect(quotes + (types.get('preview') ?? 0)).toBe(count(html, /<blockquote/g) + pages);
			expect(types.get('list') ?? 0).toBe(
				count(html, /<[ou]l\b/g) - count(html, /class="poll"/g) - count(html, /<ol class="[^"]*lines/g),
			);
			expect(types.get('code-block') ?? 0).toBe(count(html, /<pre\b/g));
			expect(types.get('heading') ?? 0).toBe(count(html, /<h[1-6]\b/g) - count(html, /<aside class="onebox/g));
			expect(types.get('rule') ?? 0).toBe(count(html, /<hr\b/g));
			expect(types.get('poll') ?? 0).toBe(count(html, /class="poll"/g));
		}
	});
});
