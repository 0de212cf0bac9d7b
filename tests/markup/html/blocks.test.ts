/**
HTML on lines of its own: quotes, previews, lists, code, tables and what else Discourse cooks.
*/
import {describe, expect, test} from 'vitest';
import {readHtmlText} from '../../../source/markup/html/read-html.ts';
import {type Case, lineBreak, link, paragraph, quote, text} from './blocks.ts';

const avatar = '<div class="quote-controls"></div><img alt="" width="24" height="24" src="a.png" class="avatar">';

const quotes: readonly Case[] = [
	[
		'with all of its source',
		`<aside class="quote group-Team quote-modified" data-username="ada" data-post="4" data-topic="77" data-full="true"><div class="title">${avatar} Ada L.:</div><blockquote><p>Warm the pot.</p></blockquote></aside><p>I do.</p>`,
		[quote({author: 'ada', number: 4, topic: '77'}, paragraph('Warm the pot.')), paragraph('I do.')],
	],
	[
		'of a name alone',
		'<aside class="quote" data-username="ada"><div class="title">ada:</div><blockquote>Hm.</blockquote></aside>',
		[quote({author: 'ada'}, paragraph('Hm.'))],
	],
	[
		'without any source',
		'<aside class="quote no-group"><blockquote><p>Hm.</p></blockquote></aside>',
		[quote(null, paragraph('Hm.'))],
	],
	[
		'whose author stands in the title alone',
		`<aside class="quote" data-post="60" data-topic="77"><div class="title">${avatar} Grace:</div><blockquote><p>Milk first.</p></blockquote></aside>`,
		[quote({author: 'Grace', number: 60, topic: '77'}, paragraph('Milk first.'))],
	],
	[
		'of a post in another topic',
		`<aside class="quote" data-username="ada" data-post="2" data-topic="9"><div class="title">${avatar}<div class="quote-title__text-content"><a href="https://tea.example/t/cups/9/2">Cups</a></div></div><blockquote><p>Thin ones.</p></blockquote></aside>`,
		[quote({author: 'ada', number: 2, topic: '9'}, paragraph('Thin ones.'))],
	],
	[
		'that is the preview of a topic',
		`<aside class="quote" data-post="1" data-topic="9"><div class="title">${avatar}<a href="https://tea.example/t/cups/9">Cups &amp; co</a> <a class="badge-category__wrapper" href="/c/1"><span>Crockery</span></a></div><blockquote>All about cups.</blockquote></aside>`,
		[
			{
				type: 'preview',
				title: 'Cups & co',
				url: 'https://tea.example/t/cups/9',
				children: [paragraph('All about cups.')],
			},
		],
	],
	[
		'in a quote',
		'<aside class="quote" data-username="a" data-post="2"><blockquote><aside class="quote" data-username="b" data-post="1"><blockquote><p>in</p></blockquote></aside><p>out</p></blockquote></aside>',
		[quote({author: 'a', number: 2}, quote({author: 'b', number: 1}, paragraph('in')), paragraph('out'))],
	],
	[
		'plain',
		'<blockquote><p>one</p><ul><li>two</li></ul></blockquote>',
		[quote(null, paragraph('one'), {type: 'list', ordered: false, start: 1, items: [[paragraph('two')]]})],
	],
	[
		'marked by hand',
		'&gt; Loose leaf only.<p>Bags are fine.<p><i>&gt; tilted</i><p>&gt;&gt; no space',
		[
			quote(null, paragraph('Loose leaf only.')),
			paragraph('Bags are fine.'),
			quote(null, paragraph({type: 'emphasis', children: [text('tilted')]})),
			quote(null, paragraph('>> no space'.slice(3))),
		],
	],
	[
		'marked by hand, line by line',
		'&gt; one<br>&gt; two<br>three<p><i>&gt; said</i> I answer',
		[
			quote(null, paragraph('one', lineBreak, 'two')),
			paragraph('three'),
			quote(null, paragraph({type: 'emphasis', children: [text('said')]})),
			paragraph('I answer'),
		],
	],
	[
		'but no comparisons and prompts',
		'<p>&gt;100 cups<p>&gt;= 3<p>&gt;&gt;&gt; import tea<p>a &gt; b',
		[paragraph('>100 cups'), paragraph('>= 3'), paragraph('>>> import tea'), paragraph('a > b')],
	],
];

const structures: readonly Case[] = [
	[
		'lists in lists',
		'<ol start="3"><li>three<ul><li>dot</li></ul></li><li><p>four</p><p>more</p></li></ol>',
		[
			{
				type: 'list',
				ordered: true,
				start: 3,
				items: [
					[paragraph('three'), {type: 'list', ordered: false, start: 1, items: [[paragraph('dot')]]}],
					[paragraph('four'), paragraph('more')],
				],
			},
		],
	],
	[
		'a list right in a list',
		'<ul><li>one</li><ul><li>inner</li></ul>stray</ul>',
		[
			{
				type: 'list',
				ordered: false,
				start: 1,
				items: [
					[
						paragraph('one'),
						{type: 'list', ordered: false, start: 1, items: [[paragraph('inner')]]},
						paragraph('stray'),
					],
				],
			},
		],
	],
	[
		'code',
		'<pre><code class="lang-js">\nlet a =\n\t1 &lt; 2;\n\n</code></pre>',
		[{type: 'code', language: 'js', text: 'let a =\n\t1 < 2;'}],
	],
	[
		'code whose language nobody named',
		'<pre><code class="lang-auto">x</code></pre><pre data-code-wrap="sql"><code class="lang-sql">y</code></pre><pre>z\n  z</pre>',
		[
			{type: 'code', language: null, text: 'x'},
			{type: 'code', language: 'sql', text: 'y'},
			{type: 'code', language: null, text: 'z\n  z'},
		],
	],
	[
		'a table',
		'<div class="md-table"><table><thead><tr><th>Leaf</th><th>°C</th></tr></thead><tbody><tr><td>green</td><td><b>75</b></td></tr><tr><td>black</td></tr></tbody></table></div>',
		[
			{
				type: 'table',
				head: [[text('Leaf')], [text('°C')]],
				rows: [
					[[text('green')], [{type: 'strong', children: [text('75')]}]],
					[[text('black')], []],
				],
			},
		],
	],
	[
		'a table without a head',
		'<table><tr><td>1</td><td>2</td></tr></table>',
		[{type: 'table', head: [], rows: [[[text('1')], [text('2')]]]}],
	],
	[
		'a table that lays out a page',
		'<table><tr><td><p>left</p></td><td><table><tr><td>in</td></tr></table></td></tr></table>',
		[paragraph('left'), paragraph('in')],
	],
	[
		'details',
		'<details><summary>\nWhy <img class="emoji" alt=":eyes:"></summary><p>Because.</p></details><details>so</details>',
		[
			{type: 'details', summary: 'Why :eyes:', children: [paragraph('Because.')]},
			{type: 'details', summary: 'Details', children: [paragraph('so')]},
		],
	],
	[
		'spoilers',
		'the <span class="spoiler">butler</span><div class="spoiled"><p>did</p><p>it</p></div><div class="spoiler"><ul><li>here</li></ul></div>',
		[
			paragraph('the ', {type: 'spoiler', children: [text('butler')]}),
			paragraph({type: 'spoiler', children: [text('did')]}),
			paragraph({type: 'spoiler', children: [text('it')]}),
			{
				type: 'details',
				summary: 'Spoiler',
				children: [{type: 'list', ordered: false, start: 1, items: [[paragraph('here')]]}],
			},
		],
	],
	[
		'a poll',
		'<div class="poll" data-poll-name="poll" data-poll-type="regular"><div><div class="poll-container"><div class="poll-title">Milk?</div><ul><li data-poll-option-id="a">First <img class="emoji" alt=":cow:"></li><li data-poll-option-id="b"><b>Never</b></li></ul></div><div class="poll-info"><p><span class="info-number">0</span><span class="info-label">voters</span></p></div></div></div>',
		[
			{
				type: 'poll',
				title: 'Milk?',
				voters: null,
				options: [
					{text: 'First :cow:', votes: null},
					{text: 'Never', votes: null},
				],
			},
		],
	],
	[
		'a onebox',
		'<aside class="onebox allowlistedgeneric" data-onebox-src="https://tea.example/pots"><header class="source"><img src="i.png" class="site-icon"><a href="https://tea.example/pots">Tea Weekly</a></header><article class="onebox-body"><div class="aspect-image"><img src="t.png" class="thumbnail" alt=""></div><h3><a href="https://tea.example/pots">Ten pots</a></h3><p>Ten pots that pour.</p></article><div class="onebox-metadata">3 min</div><div style="clear: both"></div></aside>',
		[
			{
				type: 'preview',
				title: 'Ten pots',
				url: 'https://tea.example/pots',
				children: [
					paragraph('Tea Weekly'),
					paragraph({type: 'image', alt: '', url: 't.png'}),
					paragraph('Ten pots that pour.'),
					paragraph('3 min'),
				],
			},
		],
	],
	[
		'a onebox of a file',
		'<aside class="onebox githubblob"><header class="source"><a href="https://git.example/f.py#L2">git.example</a></header><article class="onebox-body"><h4><a href="https://git.example/f.py#L2">f.py</a></h4><pre class="onebox"><code class="lang-py"><ol class="start lines" start="1"><li>import tea</li><li class="selected">  tea.pour()</li></ol></code></pre>This file has been truncated. <a href="https://git.example/f.py">show original</a></article></aside>',
		[
			{
				type: 'preview',
				title: 'f.py',
				url: 'https://git.example/f.py#L2',
				children: [
					paragraph('git.example'),
					{type: 'code', language: 'py', text: 'import tea\n  tea.pour()'},
					paragraph('This file has been truncated. ', link('https://git.example/f.py', text('show original'))),
				],
			},
		],
	],
	[
		'a onebox that folds its words',
		'<aside class="onebox githubissue"><header class="source"><a href="https://git.example/1">git.example</a></header><article class="onebox-body"><h4><a href="https://git.example/1">Leaks</a></h4><p class="github-body-container">It dri<span class="show-more-container"><a href="" class="show-more">…</a></span><span class="excerpt hidden">ps.</span></p></article></aside>',
		[
			{
				type: 'preview',
				title: 'Leaks',
				url: 'https://git.example/1',
				children: [paragraph('git.example'), paragraph('It drips.')],
			},
		],
	],
	[
		'videos',
		'<div class="lazyYT" data-youtube-id="AbC" data-youtube-title="How to pour"></div><div class="youtube-onebox lazy-video-container" data-video-id="XyZ" data-video-title="Steam" data-provider-name="youtube"><a href="https://www.youtube.com/watch?v=XyZ"><img class="youtube-thumbnail" src="t.jpg" title="Steam"></a></div>',
		[
			{type: 'preview', title: 'How to pour', url: 'https://www.youtube.com/watch?v=AbC', children: []},
			{type: 'preview', title: 'Steam', url: 'https://www.youtube.com/watch?v=XyZ', children: []},
		],
	],
	[
		'a signature of a mail program',
		'<p>Yours</p><div class="moz-signature">-- <br>Ada</div>',
		[paragraph('Yours'), {type: 'signature', children: [paragraph('--', lineBreak, 'Ada')]}],
	],
];

describe.each([
	['quotes', quotes],
	['structures', structures],
] as const)('%s', (_, cases) => {
	test.each(cases.map(([what, html, blocks]) => ({what, html, blocks})))('$what', ({html, blocks}) => {
		expect(readHtmlText(html, null)).toEqual(blocks);
	});
});
