/**
Markdown and BBCode as blocks: each way of writing, and hostile text.
*/
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readDiscourse, readMarkdown} from '../../../source/markup/markdown/read-markdown.ts';
import {type Block, makeBody} from '../../../source/thread/body.ts';
import {type Dump, DumpBuilder} from '../../../source/thread/dump.ts';
import type {Markup, Post} from '../../../source/thread/post.ts';
import {linesOf} from './lines-of.ts';

function dumpOf(markup: Markup, raw: string): {readonly dump: Dump; readonly post: Post} {
	const builder = new DumpBuilder('test', post => (markup === 'discourse' ? readDiscourse(post) : readMarkdown(post)));
	const post = builder.add({id: '1', markup, raw});
	return {dump: builder.snapshot(true), post};
}

function read(markup: Markup, raw: string): readonly Block[] {
	const {dump, post} = dumpOf(markup, raw);
	return dump.body(post).blocks;
}

const both: readonly (readonly [name: string, raw: string, lines: readonly string[]])[] = [
	['emphasis', '*a* **b** ~~c~~ `d`', ['emphasis<a> strong<b> strike<c> `d`']],
	['a heading', '## Two\n\nUnder\n===', ['heading 2: Two', 'heading 1: Under']],
	['lists', '3. three\n4. four\n   - in it\n\n     more', ['3. three', '4. four', '  • in it', '    more']],
	['code', '```js title="x"\na[i]\n\nb\n```\n\n    four', ['code js: "a[i]\\n\\nb"', 'code null: "four"']],
	['a fence of no language', '~~~ text\nx\n~~~', ['code null: "x"']],
	['a quote', '> one\n> > two\n\nthree', ['quote', '  one', '  quote', '    two', 'three']],
	['a table', '| a | b |\n|--|:-:|\n| *1* | `2` |', ['| a | b |', '| emphasis<1> | `2` |']],
	['a rule', 'a\n\n---\n\nb', ['a', 'rule', 'b']],
	[
		'links',
		'[a *b*](https://x.example "t") <https://y.example>',
		['link<a emphasis<b>|https://x.example> link<https://y.example|https://y.example>'],
	],
	[
		'links by reference',
		'[a][r] [r]\n\n[r]: https://x.example',
		['link<a|https://x.example> link<r|https://x.example>'],
	],
	[
		'bare addresses',
		'see https://x.example/a_b_c/_d_ and www.y.example.',
		[
			'see link<https://x.example/a_b_c/_d_|https://x.example/a_b_c/_d_> and link<www.y.example|https://www.y.example>.',
		],
	],
	['no addresses', 'main.rs, //comment, a.b, x@y', ['main.rs, //comment, a.b, x@y']],
	['scripts are no links', '[x](javascript:alert(1))', ['[x](javascript:alert(1))']],
	['images', '![a cat|690x388, 50%](upload://x.png) ![](y.gif)', ['image<a cat|upload://x.png> image<|y.gif>']],
	['mentions', '@ada, a@b and **@bo_b**', ['@<ada>, a@b and strong<@<bo_b>>']],
	['short codes', ':wink: 10:30:00', [':wink: 10:30:00']],
	['entities and escapes', '&lt;b&gt; &#x27; \\*no\\* <i>', ["<b> ' *no* "]],
	[
		'HTML among words',
		'a<br>b <b>c</b> <kbd>F1</kbd> <a href="https://x.example">d</a> <!-- e -->f',
		['a⏎b strong<c> `F1` link<d|https://x.example> f'],
	],
	['what only looks like HTML', 'Vector<int> x; <T>', ['Vector<int> x; <T>']],
	[
		'details in HTML',
		'<details><summary>More</summary>\n\n*in*\n\n</details>\n\nout',
		['details More', '  emphasis<in>', 'out'],
	],
	['details without an end', '<details>\n<summary>More</summary>\n\nin', ['details More', '  in']],
	['a block of HTML', '<div align="center">\n<p>x <em>y</em></p>\n</div>', ['x emphasis<y>']],
	['footnotes', 'a[^1]\n\n[^1]: words', ['a[^1]', '[^1]: words']],
	['boxes', '- [x] done\n- [ ] open', ['• [x] done', '• [ ] open']],
	['nothing', ' \n\n ', []],
];

const markdown: typeof both = [
	['soft line breaks are spaces', 'a\nb  \nc', ['a b⏎c']],
	['spoilers', 'x >!a *b*!< y\n\n>!whole line!<', ['x spoiler<a emphasis<b>> y', 'spoiler<whole line>']],
	['a quote is no spoiler', '>! not closed', ['quote', '  ! not closed']],
	['superscripts', 'so ^small ^(and more), 2^10', ['so small and more, 2^10']],
	['a text escaped as a whole', '&gt; a &amp; b\n\n    x &lt; y', ['quote', '  a & b', 'code null: "x < y"']],
	['BBCode is text', '[b]x[/b] [quote]y[/quote]', ['[b]x[/b] [quote]y[/quote]']],
];

const discourse: typeof both = [
	['line breaks', 'a\nb', ['a⏎b']],
	[
		'words',
		'[b]a[/b] [I]b[/I] [s]c[/s] [u]d[/u] [color=red]e[/color] [size=7]f[/size]',
		['strong<a> emphasis<b> strike<c> d e f'],
	],
	['tags in each other', '[b]a [i]b *c*[/i][/b]', ['strong<a emphasis<b emphasis<c>>>']],
	['tags across each other', '[b]a [i]b[/b] c[/i]', ['strong<a [i]b> c[/i]']],
	['tags across emphasis', '*a [b]c* d[/b]', ['emphasis<a [b]c> d[/b]']],
	['code that looks like tags', 'a[i] = b[s]; [x] [ ] [0] [tag] [/b]', ['a[i] = b[s]; [x] [ ] [0] [tag] [/b]']],
	[
		'tags in code stay',
		'`[b]x[/b] [quote]`\n```\n[quote]y[/quote]\n```',
		['`[b]x[/b] [quote]`', 'code null: "[quote]y[/quote]"'],
	],
	['a fence in a quote', '[quote="a"]\n```\n[/quote]\n```\n[/quote]', ['quote a null null', '  code null: "[/quote]"']],
	[
		'addresses',
		'[url]https://x.example/a_b_[/url] [url=www.y.example]z *t*[/url] [email]a@b.example[/email]',
		[
			'link<https://x.example/a_b_|https://x.example/a_b_> link<z emphasis<t>|https://www.y.example> link<a@b.example|mailto:a@b.example>',
		],
	],
	[
		'an image in a link',
		'[url=https://x.example][img]https://y.example/a_b_c.png[/img][/url]',
		['link<image<|https://y.example/a_b_c.png>|https://x.example>'],
	],
	[
		'videos',
		'[youtube]abc_d[/youtube] [video]https://x.example/v[/video]',
		[
			'link<https://www.youtube.com/watch?v=abc_d|https://www.youtube.com/watch?v=abc_d> link<https://x.example/v|https://x.example/v>',
		],
	],
	['an attachment', '[notes.pdf|attachment](upload://n.pdf) (1.8 KB)', ['link<notes.pdf|upload://n.pdf> (1.8 KB)']],
	[
		'a quote that says all',
		'[quote="ada, post:4, topic:77, full:true"]\nx\n[/quote]\ny',
		['quote ada 4 77', '  x', 'y'],
	],
	['a quote with a display name', '[quote="Ada L., post:4, topic:7, username:ada"]x[/quote]', ['quote ada 4 7', '  x']],
	['a quote of a name', '[quote=cadaver]x[/quote]', ['quote cadaver null null', '  x']],
	['a quote of nobody', 'a [quote]x[/quote] b', ['a', 'quote', '  x', 'b']],
	[
		'a quote with a link for a name',
		'[quote="[url=https://x.example/y]The page[/url]"]x[/quote]',
		['quote The page null null', '  x'],
	],
	['a quote in curly marks', '[quote=“ada, post:1, topic:2”]x[/quote]', ['quote ada 1 2', '  x']],
	[
		'quotes in quotes',
		'[quote="a"]\n[quote="b"]\n1\n[/quote]\n2\n[/quote]\n3',
		['quote a null null', '  quote b null null', '    1', '  2', '3'],
	],
	['a quote without an end', '[quote="a"]\nx', ['[quote="a"]⏎x']],
	['a quote that opens twice', '[quote="a"]\n[quote="b"]\nx\n[/quote]', ['[quote="a"]', 'quote b null null', '  x']],
	['an end without a quote', 'x\n[/quote]\ny', ['x⏎[/quote]⏎y']],
	[
		'a message of the chat',
		'[chat quote="ada;12;2024-05-03T09:14:00Z" channel="seeds"]\nx\n[/chat]',
		['quote ada null null', '  x'],
	],
	[
		'code',
		'[code]\n  int a[3];\n[quote]\n[/code]\nso [code]a_b_c[/code]',
		['code null: "  int a[3];\\n[quote]"', 'so `a_b_c`'],
	],
	['code with a language', '[code=cpp]\nx\n[/code]', ['code cpp: "x"']],
	['details', '[details="Sum mary"]\n- a\n[/details]', ['details Sum mary', '  • a']],
	[
		'spoilers',
		'a [spoiler]b *c*[/spoiler]\n\n[spoiler]\nd\n\n- e\n[/spoiler]',
		['a spoiler<b emphasis<c>>', 'spoiler<d>', '• spoiler<e>'],
	],
	[
		'lists',
		'[list=1]\n[*]a [b]b[/b]\n[*]c\n[/list]\n[ul][li]d[/li][li]e[/li][/ul]',
		['1. a strong<b>', '2. c', '• d', '• e'],
	],
	['a poll', '[poll type=regular]\n# Which?\n* A *b*\n* C\n[/poll]', ['poll Which?', '  A b: null', '  C: null']],
	[
		'dates',
		'[date=2024-05-03 time=09:14:00 timezone="Europe/Berlin"] [date-range from=2024-05-03 to=2024-05-04]',
		['2024-05-03 09:14:00 Europe/Berlin 2024-05-03 – 2024-05-04'],
	],
	[
		'references over a quote',
		'[quote]x[/quote]\n[a][r]\n[quote]y[/quote]\n\n[r]: https://x.example',
		['quote', '  x', 'link<a|https://x.example>', 'quote', '  y'],
	],
	['words behind a quote are no code', '[quote]x[/quote]      words', ['quote', '  x', 'words']],
];

describe('markdown', () => {
	test.each([...both, ...markdown])('%s', (_, raw, lines) => {
		expect(linesOf(read('markdown', raw))).toEqual(lines);
	});
});

describe('discourse', () => {
	test.each([...both, ...discourse])('%s', (_, raw, lines) => {
		expect(linesOf(read('discourse', raw))).toEqual(lines);
	});
});

/** As deep as the blocks are nested. */
function depthOf(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('hostile text', () => {
	const signs = [
		...[
			'[quote]',
			'[b]',
			'[/b]',
			'[/i]',
			'[url=x]',
			'[img]',
			'[code]',
			'[list][*]',
			'[spoiler]',
			'[',
			'![',
			'](',
			'](<',
		],
		...[
			'*',
			'**a ',
			'*a **b ',
			'_',
			'~~',
			'`',
			'`` ` ',
			'>',
			'> ',
			'- ',
			'1. ',
			'<b>',
			'<',
			'<!--',
			'<details>\n\n',
			'<a href="',
		],
		...[
			'&',
			'&lt;',
			'\\',
			'^',
			'^(',
			'>!',
			'!<',
			'http://',
			'www.',
			'@a',
			'|a',
			'| - ',
			'\n\n',
			'```\n',
			'[^',
			'[a]: b\n',
		],
	];

	test.each(signs)(
		'%j again and again is read, and no deeper than can be drawn',
		sign => {
			for (const markup of ['markdown', 'discourse'] as const) {
				const blocks = read(markup, sign.repeat(Math.floor(100_000 / sign.length)));
				expect(depthOf(blocks)).toBeLessThan(400);
			}
		},
		60_000,
	);

	test('quotes nested ten thousand times keep their words', () => {
		const raw = `${'[quote="a"]\n'.repeat(10_000)}core\n${'[/quote]\n'.repeat(10_000)}tail`;
		const body = makeBody(read('discourse', raw));
		expect([body.text, ...body.quotes.map(quote => quote.text)].join('\n')).toMatch(/core/);
		expect(body.text).toMatch(/tail$/);
		const marks = `${'> '.repeat(10_000)}core`;
		const quoted = makeBody(read('markdown', marks));
		expect([quoted.text, ...quoted.quotes.map(quote => quote.text)].join('\n')).toMatch(/core/);
	});

	test('a text longer than any post is read as paragraphs', () => {
		const raw = `*a*\n\n${'word '.repeat(100_000)}`;
		expect(linesOf(read('discourse', raw))[0]).toBe('*a*');
	});

	test('no word is lost, and nothing is thrown', () => {
		const bit = fc.constantFrom(
			...signs,
			...both.map(([, raw]) => raw),
			...discourse.map(([, raw]) => raw),
			'\n',
			' ',
			'word',
			'Wörter',
		);
		fc.assert(
			fc.property(fc.array(bit, {maxLength: 24}), fc.constantFrom<Markup>('markdown', 'discourse'), (bits, markup) => {
				const raw = bits.join('');
				const words = raw.match(/w[oö]rd(?:er)?/giu)?.length ?? 0;
				const leaves = JSON.stringify(read(markup, raw)).match(/w[oö]rd(?:er)?/giu)?.length ?? 0;
				// In a tag, a comment or the address of a link nobody uses they are no words.
				const hidden = /<|\[[^\]]*\]:|\]\(|\[[a-z]+[= ]/i.test(raw);
				expect(hidden || leaves >= words).toBe(true);
			}),
			{numRuns: 600},
		);
	}, 60_000);
});
