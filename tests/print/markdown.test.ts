import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {markdownLines} from '../../source/print/body-markdown.ts';
import {escapeBlock} from '../../source/print/escape-markdown.ts';
import {printMarkdown} from '../../source/print/print-markdown.ts';
import type {Block, Inline} from '../../source/thread/body.ts';
import {createContext} from '../../source/thread/context.ts';
import {garden, words} from './garden.ts';

function paragraph(...children: readonly Inline[]): string {
	return markdownLines([{type: 'paragraph', children}]).join('\n');
}

const x: Inline = {type: 'text', text: 'x'};

test('a thread with one of everything', async () => {
	const entries = garden.posts.map(post => ({post, hit: null}));
	const markdown = [...printMarkdown(garden, entries, createContext(garden), false)].join('');
	await expect(markdown).toMatchFileSnapshot('frames/garden-markdown.txt');
});

describe('text that would be read as signs', () => {
	test.each([
		['# no heading', '\\# no heading'],
		['#hashtag', '#hashtag'],
		['- no item', '\\- no item'],
		['12. no item', '12\\. no item'],
		['12.5 litres', '12.5 litres'],
		['> no quote', '\\> no quote'],
		['text\n===', 'text\n\\==='],
		['    no code', 'no code'],
		['*no* **emphasis**', '\\*no\\* \\*\\*emphasis\\*\\*'],
		['snake_case and _this_', 'snake_case and \\_this\\_'],
		['`no code`', '\\`no code\\`'],
		['![no](image) [x]: y', '!\\[no\\](image) \\[x\\]: y'],
		['<b>no tag</b> but 1 < 2 <3', '\\<b>no tag\\</b> but 1 < 2 <3'],
		['&amp; R&D', '\\&amp; R&D'],
		['C:\\dir \\* end\\', 'C:\\dir \\\\\\* end\\\\'],
		['| a | b |\n|---|---|', '\\| a | b |\n\\|---|---|'],
		['~~~\nno fence', '\\~\\~\\~\nno fence'],
		['ends in spaces  \nhere', 'ends in spaces\nhere'],
	])('%j', (text, markdown) => {
		expect(escapeBlock(text)).toBe(markdown);
	});
});

describe('inlines', () => {
	test.each<[string, readonly Inline[], string]>([
		['spaces stand outside the signs', [{type: 'strong', children: [{type: 'text', text: ' a '}]}, x], ' **a** x'],
		['nothing is not marked', [{type: 'emphasis', children: []}, x], 'x'],
		['code holds backticks', [{type: 'code', text: 'a`b'}, x, {type: 'code', text: '`'}], '``a`b``x`` ` ``'],
		['an address alone', [{type: 'link', url: 'https://a.example/', children: []}], '<https://a.example/>'],
		[
			'parentheses in an address',
			[{type: 'link', url: 'https://a.example/(b)', children: [x]}],
			'[x](<https://a.example/(b)>)',
		],
		[
			'an address that would run',
			[{type: 'link', url: 'javascript:alert(1)', children: [x]}],
			'x (javascript:alert(1))',
		],
		[
			'a mark before a link',
			[
				{type: 'text', text: 'wow!'},
				{type: 'link', url: '/t/1', children: [x]},
			],
			'wow\\![x](/t/1)',
		],
		[
			'an image with an address',
			[{type: 'image', alt: 'a [b]', url: 'https://a.example/i.png'}],
			'![a \\[b\\]](https://a.example/i.png)',
		],
		['breaks at the end say nothing', [x, {type: 'break'}, x, {type: 'break'}], 'x\\\nx'],
	])('%s', (_, children, markdown) => {
		expect(paragraph(...children).trimEnd()).toBe(markdown.trim());
	});
});

describe('blocks', () => {
	test('two lists in a row stay two', () => {
		const list: Block = {type: 'list', ordered: false, start: 1, items: [[words('a')], [words('b')]]};
		expect(markdownLines([list, list, list])).toEqual(['- a', '- b', '', '* a', '* b', '', '- a', '- b']);
	});

	test('a fence is longer than the fences within', () => {
		const code: Block = {type: 'code', language: 'sh "x"', text: '```\ncode'};
		expect(markdownLines([code])).toEqual(['````', '```', 'code', '````']);
	});

	test('a code block within an item keeps its lines', () => {
		const code: Block = {type: 'code', language: 'js', text: 'a  \n\n\tb'};
		const list: Block = {type: 'list', ordered: true, start: 9, items: [[code]]};
		expect(markdownLines([list])).toEqual(['9. ```js', '   a  ', '', '   \tb', '   ```']);
	});

	test('rows of a table are as wide as the widest', () => {
		const table: Block = {type: 'table', head: [[x]], rows: [[[{type: 'text', text: 'a|b'}], [x]]]};
		expect(markdownLines([table])).toEqual(['| x |  |', '| --- | --- |', '| a\\|b | x |']);
	});

	test('escaping adds backslashes and takes away nothing but spaces at the ends of lines', () => {
		const unit = fc.constantFrom(...'#-=+*_`~>|:[]()!<&;\\0.1 \n\ta'.split(''));
		fc.assert(
			fc.property(fc.string({unit}), text => {
				const read = escapeBlock(text).replace(/\\([!-/:-@[-`{-~])/g, '$1');
				const lines = text.split('\n').map(line => line.replace(/^[ \t]+|[ \t]+$/g, ''));
				expect(read.replaceAll('\\', '')).toBe(
					lines
						.filter(line => line !== '')
						.join('\n')
						.replaceAll('\\', ''),
				);
			}),
		);
	});
});
