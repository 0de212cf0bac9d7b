/** Labels on links: which link gets which, what a letter does, and how they are drawn. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {coverRow, rowText, rowWidth, span} from '../../source/layout/span.ts';
import type {Inline} from '../../source/thread/body.ts';
import {hintsInSight, labelsFor} from '../../source/view/link-hints.ts';
import type {Model} from '../../source/view/model.ts';
import {screen} from './drawn.ts';
import {afterKeys, press} from './press.ts';
import {dumpOf, modelOf, paragraph, shed, text} from './sample.ts';

const model = modelOf(shed);

function link(url: string, words = url): Inline {
	return {type: 'link', url, children: [text(words)]};
}

/** A post of many links, one a paragraph, one with other words than its address; and one of pictures. */
const linked = modelOf(
	dumpOf([
		{
			id: '1',
			number: 1,
			blocks: [
				{type: 'paragraph', children: [link('https://first.example/', 'the first')]},
				...Array.from({length: 60}, (_, index) => ({
					type: 'paragraph' as const,
					children: [link(`https://n${index + 1}.example/`)],
				})),
			],
		},
		{
			id: '2',
			number: 2,
			blocks: [
				{type: 'paragraph', children: [{type: 'image', alt: 'a hive', url: 'https://hive.example/a.png'}]},
				{
					type: 'paragraph',
					children: [
						{
							type: 'link',
							url: 'https://large.example/',
							children: [{type: 'image', alt: 'a bee', url: 'https://small.example/b.png'}],
						},
					],
				},
				{type: 'preview', title: 'On wasps', url: 'https://wasps.example/', children: [paragraph('They sting.')]},
			],
		},
		{
			id: '3',
			number: 3,
			blocks: [
				...Array.from({length: 80}, (_, index) => paragraph(`Line ${index}.`)),
				{type: 'paragraph', children: [text('At last '), link('https://end.example/')]},
			],
		},
	]),
);

const labelled = (of: Model) => hintsInSight(of).map(({label, url}) => `${label} ${url.replace(/^https:\/\//, '')}`);
const drawn = (of: Model) => screen(of).rows.map(rowText);

describe('labels', () => {
	test('stand on the links in sight, an address once', () => {
		expect(labelled(press(model, '6 G').model)).toEqual(['a grace.example/', 's grace.example/brown']);
		expect(drawn(press(model, '6 G f').model).join('\n')).toMatch(
			/\[a\]ps:\/\/grace\.example\/ and \[s\]s picture\[2\]/,
		);
	});

	test('stand on pictures and previews; a picture that is a link is the link', () => {
		expect(labelled(press(linked, '2 G').model)).toEqual([
			'a hive.example/a.png',
			's large.example/',
			'd wasps.example/',
		]);
	});

	test('stand on the footnote where only that is in sight', () => {
		const end = press(linked, 'tab G').model;
		expect(labelled(end).at(-1)).toMatch(/^. first\.example\/$/);
		expect(drawn(press(end, 'f').model).join('\n')).toMatch(/\[1\] \[.\]ps:\/\/first\.example\//);
	});

	test('are of two letters where there are more links than letters', () => {
		const tall = press({...linked, state: {...linked.state, size: {columns: 120, rows: 130}}}, 'f').model;
		expect(labelled(tall).slice(0, 3)).toEqual(['aa first.example/', 'as n1.example/', 'ad n2.example/']);
		expect(labelled(tall)).toHaveLength(61);
		const typed = press(tall, 's').model;
		expect(drawn(typed).join('\n')).not.toContain('[aa]');
		expect(drawn(typed).join('\n')).toContain('[sa]');
		expect(drawn(typed).at(-1)).toMatch(/^ s letter opens/);
		expect(press(typed, 'a').effects).toEqual([{type: 'open', url: 'https://n26.example/'}]);
		expect(press(typed, 'A').effects).toEqual([{type: 'copy', text: 'https://n26.example/'}]);
		expect(afterKeys(typed, 'backspace')).toBe('#1 list, labels');
	});

	test('are as many as the links, none the beginning of another', () => {
		fc.assert(
			fc.property(fc.nat(1500), count => {
				const labels = labelsFor(count);
				expect(new Set(labels).size).toBe(count);
				expect(new Set(labels.map(label => label.length)).size).toBe(count === 0 ? 0 : 1);
				expect(labels).not.toContain('');
			}),
		);
	});
});

describe('a letter', () => {
	test.each([
		['2 G f a', [{type: 'open', url: 'https://linus.example/dry'}]],
		['6 G f s', [{type: 'open', url: 'https://grace.example/brown'}]],
		['6 G f S', [{type: 'copy', text: 'https://grace.example/brown'}]],
		['6 G f z', []],
		['6 G f esc s', []],
		['6 G f z s', [{type: 'open', url: 'https://grace.example/brown'}]],
	])('%s', (keys, effects) => {
		expect(press(model, keys).effects).toEqual(effects);
	});

	test.each([
		['6 G f', '#6 list, labels'],
		['6 G f s', '#6 list, "https://grace.example/brown"'],
		['6 G f S', '#6 list, "copied: https://grace.example/brown"'],
		['6 G f z', '#6 list, labels, "no link has the label z"'],
		['6 G f esc', '#6 list'],
		['6 G f enter', '#6 list'],
		['6 G f 1', '#6 list'],
		['4 G f', '#4 list, "no link in this post"'],
		['2 G r f', '#2 list, "links have labels in the post as it is read: r shows it"'],
		['6 G y f', '#6 list, "yf means nothing: ? shows the keys"'],
	])('%s', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});

	test('Ctrl-C quits all the same', () => {
		expect(press(model, '6 G f ctrl+c').effects).toEqual([{type: 'quit'}]);
	});

	test('links out of sight are scrolled to, with or without labels', () => {
		expect(afterKeys(linked, '3 G f')).toBe('#3 list, "no link in sight: scroll on"');
		expect(afterKeys(linked, '1 G f pagedown')).toMatch(/^#1 list:\d+, labels$/);
		const one = labelled(press(linked, 'f down down').model);
		expect(one[0]).toBe('a n1.example/');
	});

	test('where one pane fills the screen, the post is gone to', () => {
		const narrow = modelOf(shed, {columns: 50, rows: 16});
		expect(afterKeys(narrow, '6 G f')).toBe('#6 post, labels');
		expect(afterKeys(narrow, '4 G f')).toBe('#4 list, "no link in this post"');
	});
});

test('a row that is covered in part stays as wide, whatever is covered', {timeout: 60_000}, () => {
	const words = fc.array(fc.constantFrom('a', 'to ', '道具', '👩‍🔧', 'é', ' '), {minLength: 1, maxLength: 8});
	fc.assert(
		fc.property(words, fc.nat(20), fc.constantFrom('[a]', '[as]'), (parts, at, label) => {
			const row = parts.map(part => span(part));
			const width = rowWidth(row);
			const column = at % width;
			fc.pre(column + label.length <= width);
			const covered = coverRow(row, column, [span(label)]);
			expect(rowWidth(covered)).toBe(width);
			expect(rowText(covered)).toContain(label);
		}),
	);
});
