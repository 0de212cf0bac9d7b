/**
Plain trees against those of htmlparser2: whatever is read without it is read alike.
*/
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readPlainTree} from '../../../source/markup/html/plain-tree.ts';
import {readAnyTree} from '../../../source/markup/html/read-tree.ts';

const deepest = 96;

/** Every element that is plain, and some that are not. */
const names = (
	'a article aside b blockquote br code del details div em h1 h2 h6 header hr i img ins kbd li mark ol p pre q s section ' +
	'small span strong sub summary sup u ul script style svg table td textarea title P image constructor'
).split(' ');

const stated = [
	...['class="quote no-group" data-post="3"', 'href="/t/x?a=b&amp;c"', 'alt="a > b"', 'checked', 'title=""'],
	...['/', 'href=/x', "class='x'", 'CLASS="x"', 'a="1" a="2"', 'constructor="x"', '__proto__="x"', 'alt="&copy"'],
];
const attributes = fc
	.array(fc.constantFrom(...stated), {maxLength: 3})
	.map(list => list.map(one => ` ${one}`).join(''));
const name = fc.constantFrom(...names);
const startTag = fc.tuple(name, attributes).map(([tag, inner]) => `<${tag}${inner}>`);
const words = fc.constantFrom(
	...[
		'word',
		' ',
		'\n',
		'a & b',
		'&amp;',
		'&lt;b&gt;',
		'&#x27;',
		'&nbsp;',
		'&ampx',
		'&copy;',
		'<',
		'<3',
		'>',
		'</',
		'é',
	],
	...[
		'<!-- c -->',
		'<![CDATA[x]]>',
		'<?x?>',
		'</p>',
		'</br>',
		'<br/>',
		'<br />',
		'<img src="/x.png"/>',
		'<p',
		'<a href="',
	],
);

const {fragment} = fc.letrec<{fragment: string}>(tie => ({
	fragment: fc.oneof(
		{maxDepth: 6, withCrossShrink: true},
		words,
		startTag,
		fc.tuple(tie('fragment'), tie('fragment')).map(([one, two]) => one + two),
		fc.tuple(name, attributes, tie('fragment')).map(([tag, inner, body]) => `<${tag}${inner}>${body}</${tag}>`),
	),
}));

describe('readPlainTree', () => {
	it('reads as htmlparser2 does, or not at all', () => {
		let plain = 0;
		fc.assert(
			fc.property(fragment, html => {
				const tree = readPlainTree(html, deepest);
				if (tree === null) return;
				plain++;
				expect(tree).toEqual(readAnyTree(html));
			}),
			{numRuns: 3000},
		);
		expect(plain).toBeGreaterThan(100);
	});

	it.each([
		[
			'a cooked post',
			'<aside class="quote" data-post="3">\n<div class="title">\n<img alt="" src="/a.png"> ada:</div></aside>',
		],
		['paragraphs that the next one ends', 'one<p>two<p>three &gt; <i>four</i>'],
		['items that the next one ends', '<ul><li>one<li>two'],
		['a heading behind an open one', '<h1>one<p>two<h2>three'],
		['slashes before the end of a tag', 'one<br/>two<br />three<hr class="x" />'],
		['a sign of tags in an attribute', '<a href="/x" title="a > <b>">word</a>'],
		['escaped signs', '<p title="&quot;&amp;lt;&quot;">&lt;b&gt; &amp;amp; &#39;&nbsp;</p>'],
		['nothing', ''],
	])('reads %s', (_, html) => {
		expect(readPlainTree(html, deepest)).toEqual(readAnyTree(html));
	});

	it.each([
		['other elements', '<table><tr><td>x</td></tr></table>'],
		['elements whose inside is no HTML', '<script>x</script>'],
		['names in capitals', '<P>x</P>'],
		['end tags of what is not innermost', '<b><i>x</b></i>'],
		['other entities', 'a &copy; b'],
		['an ampersand alone', 'a & b'],
		['comments', 'a<!-- b -->'],
		['other quotes', "<a href='x'>y</a>"],
		['an attribute stated twice', '<a href="x" href="y">z</a>'],
		['a name that objects have', '<a constructor="x">z</a>'],
		['a tag that does not end', '<p>x</p'],
		['elements below the bound', '<b>'.repeat(deepest + 1)],
	])('leaves %s to htmlparser2', (_, html) => {
		expect(readPlainTree(html, deepest)).toBeNull();
	});
});
