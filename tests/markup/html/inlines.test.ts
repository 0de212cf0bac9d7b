/**
HTML within lines: a table of fragments in the shapes that Discourse cooks, that Hacker News
writes and that nobody should write.
*/
import {describe, expect, test} from 'vitest';
import {readHtmlText} from '../../../source/markup/html/read-html.ts';
import {makeBody} from '../../../source/thread/body.ts';
import {type Case, lineBreak, link, paragraph, text} from './blocks.ts';

const words: readonly Case[] = [
	['nothing', '', []],
	['white space alone', ' \n\t<p> \n </p>&nbsp;', []],
	[
		'white space collapses',
		'<p>  the\n\tkettle   <b> sings </b> low</p>',
		[paragraph('the kettle ', {type: 'strong', children: [text('sings')]}, ' low')],
	],
	[
		'entities, named and numbered',
		'tea &amp; scones &#x27;hot&#x2F;cold&#39; &hellip; &notanentity;',
		[paragraph("tea & scones 'hot/cold' … ¬anentity;")],
	],
	['no-break spaces stay', 'ten&nbsp;&nbsp;cups', [paragraph('ten\u00a0\u00a0cups')]],
	['a break', 'one<br>\n two<br/>', [paragraph('one', lineBreak, 'two')]],
	[
		'two breaks part paragraphs',
		'one<br><br>\ntwo <br> <br> <br>three',
		[paragraph('one'), paragraph('two'), paragraph('three')],
	],
	[
		'paragraphs that are never closed',
		'first<p>second<p>third <i>tilted</i>',
		[paragraph('first'), paragraph('second'), paragraph('third ', {type: 'emphasis', children: [text('tilted')]})],
	],
	[
		'scripts, styles and comments say nothing',
		'a<script>alert("<p>x</p>")</script><style>p{}</style><!-- c -->b<template>t</template>',
		[paragraph('ab')],
	],
	[
		'unknown elements give their words',
		'<blink>now <marquee>and</marquee> then</blink><custom-card><p>card</p></custom-card>',
		[paragraph('now and then'), paragraph('card')],
	],
	[
		'emphasis of all kinds',
		'<em>a</em> <s>b</s> <span class="bbcode-b">c</span> <u>d</u> <sub>e</sub> <q>f</q>',
		[
			paragraph(
				{type: 'emphasis', children: [text('a')]},
				' ',
				{type: 'strike', children: [text('b')]},
				' ',
				{type: 'strong', children: [text('c')]},
				' d e “f”',
			),
		],
	],
	['emphasis around paragraphs', '<b><p>one</p><p>two</p></b>', [paragraph('one'), paragraph('two')]],
	[
		'code in a line',
		'press <code>a  b</code>, <kbd>Esc</kbd>',
		[paragraph('press ', {type: 'code', text: 'a  b'}, ', ', {type: 'code', text: 'Esc'})],
	],
	[
		'headings with anchors',
		'<h2><a name="x" class="anchor" href="#x"></a>Pots <em>and</em> pans</h2><h1></h1>',
		[
			{
				type: 'heading',
				level: 2,
				children: [text('Pots '), {type: 'emphasis', children: [text('and')]}, text(' pans')],
			},
		],
	],
	['a rule', 'above<hr>below', [paragraph('above'), {type: 'rule'}, paragraph('below')]],
	[
		'a check list',
		'<ul><li><span class="chcklst-box checked fa fa-square-check-o"></span> kettle</li><li><input type="checkbox"> cups</li></ul>',
		[{type: 'list', ordered: false, start: 1, items: [[paragraph('[x] kettle')], [paragraph('[ ] cups')]]}],
	],
];

const links: readonly Case[] = [
	[
		'an address with entities',
		'<a href="https:&#x2F;&#x2F;tea.example&#x2F;?a=1&amp;b=2">https:&#x2F;&#x2F;tea.example...</a>',
		[paragraph(link('https://tea.example/?a=1&b=2', text('https://tea.example...')))],
	],
	[
		'scripts are no addresses',
		'<a href="javascript:alert(1)">click</a> <a href=" JavaScript:x">me</a>',
		[paragraph('click me')],
	],
	[
		'a place in the page is none either',
		'<sup class="footnote-ref"><a href="#footnote-1">[1]</a></sup>',
		[paragraph('[1]')],
	],
	[
		'a link without words shows its address',
		'<a href="https://tea.example/a.mp4"></a>',
		[paragraph(link('https://tea.example/a.mp4', text('https://tea.example/a.mp4')))],
	],
	[
		'a link around blocks',
		'<a href="/t/x/7"><div>one</div><div>two</div></a>',
		[paragraph(link('/t/x/7', text('one two')))],
	],
	[
		'an inline onebox',
		'<a href="https://tea.example" class="inline-onebox">The Tea Page</a>',
		[paragraph(link('https://tea.example', text('The Tea Page')))],
	],
	[
		'mentions',
		'<a class="mention" href="/u/ada">@ada</a>, <span class="mention">@nobody</span>, <a class="mention-group" href="/g/bakers">@bakers</a>',
		[
			paragraph({type: 'mention', name: 'ada'}, ', ', {type: 'mention', name: 'nobody'}, ', ', {
				type: 'mention',
				name: 'bakers',
			}),
		],
	],
	[
		'hashtags',
		'<a class="hashtag-cooked" href="/c/pots/4"><svg><use href="#folder"></use></svg><span>Pots</span></a> <span class="hashtag-raw">#tea</span>',
		[paragraph(link('/c/pots/4', text('#Pots')), ' #tea')],
	],
	[
		'attachments keep their size',
		'<a class="attachment" href="/uploads/short-url/x.pdf">glaze.pdf</a> (1.8 KB)',
		[paragraph(link('/uploads/short-url/x.pdf', text('glaze.pdf')), ' (1.8 KB)')],
	],
	[
		'local dates are their text',
		'at <span data-date="2024-05-03" class="discourse-local-date">May 3, 2024 9:00 AM</span>',
		[paragraph('at May 3, 2024 9:00 AM')],
	],
	[
		'footnotes',
		'<hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list"><li class="footnote-item"><p>Or two. <a href="#fn" class="footnote-backref">↩︎</a></p></li></ol></section>',
		[{type: 'rule'}, {type: 'list', ordered: true, start: 1, items: [[paragraph('Or two.')]]}],
	],
	[
		'players are links',
		'<video controls><source src="/v/pour.mp4"><a href="/v/pour.mp4">x</a></video> <iframe src="https://maps.example/m" title="The shop"></iframe>',
		[paragraph(link('/v/pour.mp4', text('/v/pour.mp4')), ' ', link('https://maps.example/m', text('The shop')))],
	],
];

const images: readonly Case[] = [
	[
		'an image',
		'<img src="https://tea.example/pot.png" alt="a pot" width="690">',
		[paragraph({type: 'image', alt: 'a pot', url: 'https://tea.example/pot.png'})],
	],
	[
		'a lightbox gives the full size',
		'<p>see <div class="lightbox-wrapper"><a class="lightbox" href="https://tea.example/big.png" title="pot"><img src="small.png" alt="pot"><div class="meta"><svg></svg><span class="filename">pot</span><span class="informations">1264×459 10.7 KB</span></div></a></div></p>',
		[paragraph('see'), paragraph({type: 'image', alt: 'pot', url: 'https://tea.example/big.png'})],
	],
	[
		'emoji are words',
		'hot <img src="x.png" title=":tea:" class="emoji" alt=":tea:"> <img class="emoji only-emoji" alt="☕">',
		[paragraph('hot :tea: ☕')],
	],
	[
		'avatars and invisible dots are nothing',
		'<img class="avatar" src="a.png" alt="ada"><img src="t.gif" width="1" height="1">',
		[],
	],
	[
		'an image in a link',
		'<a href="https://tea.example"><img src="p.png" alt="pot"></a>',
		[paragraph(link('https://tea.example', {type: 'image', alt: 'pot', url: 'p.png'}))],
	],
	[
		'data is no address',
		'<img src="data:image/png;base64,AAAA" alt="dot">',
		[paragraph({type: 'image', alt: 'dot', url: null})],
	],
];

describe.each([
	['words', words],
	['links', links],
	['images', images],
] as const)('%s', (_, cases) => {
	test.each(cases.map(([what, html, blocks]) => ({what, html, blocks})))('$what', ({html, blocks}) => {
		expect(readHtmlText(html, null)).toEqual(blocks);
	});
});

test('addresses on the site are made whole where the site is known, others stay', () => {
	const html =
		'<a href="/u/ada">a</a><a href="//cdn.example/x">b</a><a href="c.html">c</a><img src="/uploads/d.png" alt="">';
	const body = makeBody(readHtmlText(html, 'https://tea.example/t/pots/7'));
	expect(body.links.map(({url}) => url)).toEqual(['https://tea.example/u/ada', 'https://cdn.example/x', 'c.html']);
	expect(body.images.map(({url}) => url)).toEqual(['https://tea.example/uploads/d.png']);
});
