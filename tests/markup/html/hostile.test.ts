/**
Fragments that no forum writes: tags in any order, open and never closed, nested without end.
Every word is kept, and the work stays in proportion.
*/
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readHtmlText} from '../../../source/markup/html/read-html.ts';
import {makeBody} from '../../../source/thread/body.ts';
import {wordsIn} from './read-blocks.ts';

const timeout = 60_000;

const names =
	'p div b i a ul ol li blockquote table thead tr td th caption pre code h2 details summary span aside section form dl dt dd q sup button font'.split(
		' ',
	);
const attributes = fc.constantFrom(
	...[
		'',
		'',
		'',
		' class="quote"',
		' class="quote" data-username="ada" data-post="x"',
		' class="onebox"',
		' class=spoiler',
	],
	...[
		' href="/t/x/7"',
		' href="javascript:x"',
		' start="-3"',
		' class="lightbox"',
		' class="mention"',
		' class="lang-js"',
	],
);
const opening = fc.tuple(fc.constantFrom(...names), attributes).map(([name, stated]) => `<${name}${stated}>`);
const closing = fc.constantFrom(...names).map(name => `</${name}>`);
const empty = fc.constantFrom(
	'<br>',
	'<hr>',
	'<br/>',
	'<!-- c -->',
	'<wbr>',
	' ',
	'\n',
	'&nbsp;',
	'&gt; ',
	'>',
	'</br>',
	'</p>',
);
const word = fc.nat({max: 999_999}).map(number => `w${number}w`);
const fragment = fc
	.array(fc.oneof(opening, closing, empty, {arbitrary: word, weight: 3}), {maxLength: 60})
	.map(parts => parts.join(''));

/** Titles of quotes are their sources, those of previews are shown, and nothing else is left out. */
function shown(html: string): string {
	const blocks = readHtmlText(html, null);
	const body = makeBody(blocks);
	return [wordsIn(blocks), ...body.quotes.map(({source}) => source?.author ?? '')].join('\n');
}

describe('any order of tags', () => {
	it(
		'keeps every word',
		() => {
			fc.assert(
				fc.property(fragment, html => {
					const read = shown(html);
					const words = html.match(/w\d+w/g) ?? [];
					expect(words.filter(one => !read.includes(one))).toEqual([]);
				}),
				{numRuns: 3000},
			);
		},
		timeout,
	);

	it(
		'keeps them in order where nothing but lines and blocks is marked',
		() => {
			const plain = fc.constantFrom(
				'p',
				'div',
				'b',
				'i',
				'ul',
				'li',
				'blockquote',
				'section',
				'span',
				'code',
				'pre',
				'h2',
			);
			const tag = fc.oneof(
				plain.map(name => `<${name}>`),
				plain.map(name => `</${name}>`),
				empty,
			);
			fc.assert(
				fc.property(fc.array(fc.oneof(tag, word), {maxLength: 60}), parts => {
					const html = parts.join('');
					expect(wordsIn(readHtmlText(html, null)).match(/w\d+w/g) ?? []).toEqual(html.match(/w\d+w/g) ?? []);
				}),
				{numRuns: 2000},
			);
		},
		timeout,
	);

	it(
		'never throws on any text',
		() => {
			fc.assert(
				fc.property(fc.string({unit: 'binary', maxLength: 300}), fc.string({maxLength: 20}), (html, site) => {
					expect(Array.isArray(readHtmlText(html, site))).toBe(true);
					expect(Array.isArray(readHtmlText(`<a href="${html}"><img src=${site}>`, site))).toBe(true);
				}),
				{numRuns: 1000},
			);
		},
		timeout,
	);
});

describe('without end', () => {
	it.each(names)(
		'ten thousand times <%s>, closed and not',
		name => {
			const deep = `${`<${name}>`.repeat(10_000)}deep${`</${name}>`.repeat(10_000)}<p>behind`;
			for (const html of [
				deep,
				`${`<${name}>x`.repeat(10_000)}deep<p>behind`,
				`${`</${name}>`.repeat(10_000)}deep<p>behind`,
			]) {
				const read = wordsIn(readHtmlText(html, null));
				expect(read).toMatch(/deep/);
				expect(read).toMatch(/behind/);
			}
		},
		timeout,
	);

	it(
		'a million entities, a million spaces, a million breaks',
		() => {
			expect(wordsIn(readHtmlText('&amp;'.repeat(1_000_000), null))).toHaveLength(1_000_000);
			expect(readHtmlText(`a${' '.repeat(1_000_000)}b`, null)).toEqual([
				{type: 'paragraph', children: [{type: 'text', text: 'a b'}]},
			]);
			expect(readHtmlText(`a${'<br>'.repeat(1_000_000)}b`, null)).toHaveLength(2);
		},
		timeout,
	);
});
