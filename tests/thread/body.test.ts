import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Block, type Inline, imageLabel, makeBody} from '../../source/thread/body.ts';
import {anyBlocks} from './any-blocks.ts';

function text(words: string): Inline {
	return {type: 'text', text: words};
}

function words(...children: readonly (string | Inline)[]): Block {
	return {type: 'paragraph', children: children.map(child => (typeof child === 'string' ? text(child) : child))};
}

describe('the plain text', () => {
	test.each<[name: string, blocks: readonly Block[], expected: string]>([
		['of nothing', [], ''],
		['of paragraphs', [words('One.'), words('Two.')], 'One.\n\nTwo.'],
		['of a break', [words('one', {type: 'break'}, 'two')], 'one\ntwo'],
		[
			'of styles',
			[words('a ', {type: 'strong', children: [text('b')]}, {type: 'spoiler', children: [text(' c')]})],
			'a b c',
		],
		['of code', [{type: 'code', language: 'js', text: 'a\n  b'}, words('c')], 'a\n  b\n\nc'],
		['of a mention', [words({type: 'mention', name: 'ada'}, ' hello')], '@ada hello'],
		[
			'of images',
			[words({type: 'image', alt: 'a jar', url: null}), words({type: 'image', alt: '', url: null})],
			'[image: a jar]\n\n[image]',
		],
		['without quotes', [words('a'), {type: 'quote', source: null, children: [words('b')]}, words('c')], 'a\n\nc'],
		[
			'of a table',
			[{type: 'table', head: [[text('a')], [text('b')]], rows: [[[text('1')], [text('2')]]]}],
			'a\tb\n1\t2',
		],
		['of a rule between words', [words('a'), {type: 'rule'}, {type: 'rule'}, words('b')], 'a\n\nb'],
		['of details', [{type: 'details', summary: 'More', children: [words('inside')]}], 'More\ninside'],
		[
			'of a poll',
			[
				{
					type: 'poll',
					title: 'Which?',
					options: [
						{text: 'this', votes: 1},
						{text: 'that', votes: null},
					],
					voters: 1,
				},
			],
			'Which?\nthis\nthat',
		],
		[
			'of an ordered list',
			[{type: 'list', ordered: true, start: 3, items: [[words('a')], [words('b')]]}],
			'3. a\n4. b',
		],
	])('%s', (_, blocks, expected) => {
		expect(makeBody(blocks).text).toBe(expected);
	});
});

test('quotes come in their order, nested ones after the one that holds them, each with its own words', () => {
	const source = {author: 'ada', number: 3, topic: null};
	const inner: Block = {type: 'quote', source: null, children: [words('inner')]};
	const outer: Block = {type: 'quote', source, children: [words('before'), inner, words('after')]};
	const last: Block = {type: 'quote', source: null, children: []};
	const {quotes} = makeBody([words('own'), {type: 'list', ordered: false, start: 1, items: [[outer]]}, last]);
	expect(quotes).toEqual([
		{text: 'before\n\nafter', source, block: outer, place: {quote: -1, start: 'own\n\n• '.length}},
		{text: 'inner', source: null, block: inner, place: {quote: 0, start: 'before'.length}},
		{text: '', source: null, block: last, place: {quote: -1, start: 'own\n\n• '.length}},
	]);
});

test('links and images are gathered wherever they stand', () => {
	const {links, images} = makeBody([
		words('see ', {
			type: 'link',
			url: 'https://a.example/',
			children: [text('this '), {type: 'strong', children: [text('one')]}],
		}),
		{
			type: 'quote',
			source: null,
			children: [
				words({
					type: 'link',
					url: 'https://b.example/',
					children: [{type: 'image', alt: 'b', url: 'https://b.example/b'}],
				}),
			],
		},
		{type: 'preview', title: 'Seeds', url: 'https://c.example/', children: []},
		{type: 'preview', title: 'Gone', url: null, children: []},
	]);
	expect(links).toEqual([
		{text: 'this one', url: 'https://a.example/', place: {quote: -1, start: 'see '.length}},
		{text: '[image: b]', url: 'https://b.example/', place: {quote: 0, start: 0}},
		{text: 'Seeds', url: 'https://c.example/', place: {quote: -1, start: 'see this one\n\n'.length}},
	]);
	expect(images).toEqual([{alt: 'b', url: 'https://b.example/b', place: {quote: 0, start: 0}}]);
});

test('a quote parts the words around it, even those of a list', () => {
	const quote: Block = {type: 'quote', source: null, children: [words('not here')]};
	const items = [[words('one'), quote], [quote, words('two')], [words('three')]];
	expect(makeBody([{type: 'list', ordered: false, start: 1, items}]).text).toBe('• one\n\n• \n\ntwo\n• three');
});

test('every leaf stands where its place says', () => {
	fc.assert(
		fc.property(anyBlocks, blocks => {
			const body = makeBody(blocks);
			const textOf = (quote: number) => (quote === -1 ? body.text : (body.quotes[quote]?.text ?? ''));
			let checked = 0;
			for (const [leaf, shown] of leavesOf(blocks)) {
				const place = body.places.get(leaf);
				if (place === undefined) expect.fail(`no place for ${shown}`);
				expect(textOf(place.quote).slice(place.start, place.start + shown.length)).toBe(shown);
				checked++;
			}
			expect(body.places.size).toBe(checked);
		}),
	);
});

test('the same blocks make the same body', () => {
	fc.assert(
		fc.property(anyBlocks, blocks => {
			expect(makeBody(blocks)).toEqual(makeBody(blocks));
			expect([...makeBody(blocks).places]).toEqual([...makeBody(blocks).places]);
		}),
	);
});

/** Every leaf with the words it shows. */
function leavesOf(blocks: readonly Block[]): ReadonlyMap<object, string> {
	const leaves = new Map<object, string>();
	const inlines = (children: readonly Inline[]): void => {
		for (const child of children) {
			if ('children' in child) inlines(child.children);
			else if (child.type === 'text' || child.type === 'code') leaves.set(child, child.text);
			else if (child.type === 'mention') leaves.set(child, `@${child.name}`);
			else if (child.type === 'image') leaves.set(child, imageLabel(child.alt));
		}
	};
	const walk = (list: readonly Block[]): void => {
		for (const block of list) {
			switch (block.type) {
				case 'paragraph':
				case 'heading':
					inlines(block.children);
					break;
				case 'code':
					leaves.set(block, block.text);
					break;
				case 'list':
					for (const item of block.items) walk(item);
					break;
				case 'table':
					for (const row of [block.head, ...block.rows]) for (const cell of row) inlines(cell);
					break;
				case 'poll':
					if (block.title !== null) leaves.set(block, block.title);
					for (const option of block.options) leaves.set(option, option.text);
					break;
				case 'details':
				case 'preview':
					leaves.set(block, block.type === 'details' ? block.summary : block.title);
					walk(block.children);
					break;
				case 'quote':
				case 'signature':
					walk(block.children);
					break;
				case 'rule':
					break;
			}
		}
	};
	walk(blocks);
	return leaves;
}
