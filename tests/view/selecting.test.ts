/** Several posts at once: selected, shown as such, copied, piped and saved together. */
import {describe, expect, test} from 'vitest';
import {ascii} from '../../source/layout/glyphs.ts';
import {rowText} from '../../source/layout/span.ts';
import type {Model} from '../../source/view/model.ts';
import {screen} from './drawn.ts';
import {afterKeys, happen, press} from './press.ts';
import {dumpOf, modelOf, paragraph, shed} from './sample.ts';

const model = modelOf(shed);

const selected = (of: Model) => [...of.state.selected].sort().join(' ');
const drawn = (of: Model) => screen(of).rows.map(rowText);

describe('selecting', () => {
	test.each([
		['V', '1'],
		['v v', '1'],
		['V V', ''],
		['V j V j j V', '1 2 4'],
		['V j V k V', '2'],
		['3 V', '1 2 3'],
		['2 G 3 V 3 G V', '2 4'],
		['2 G 3 V 3 V', ''],
		['7 G 9 V', '7 8'],
		['/ "silica" enter 9 V', '6 7'],
		['/ "silica" enter 9 V esc', ''],
		['t z M 1 G 2 V', '1 2'],
		['3 G tab V', '3'],
		[': "select this" enter', '1'],
	])('%s', (keys, posts) => {
		expect(selected(press(model, keys).model)).toBe(posts);
	});

	test('the lenses keep their keys', () => {
		expect(press(model, '8 G v a').model.state.lens).toEqual({type: 'chain', post: '8'});
		expect(selected(press(model, '8 G v a').model)).toBe('');
	});

	test('Esc and q leave it before the search, and after the pane', () => {
		expect(selected(press(model, 'V tab esc').model)).toBe('1');
		expect(selected(press(model, 'V tab esc esc').model)).toBe('');
		const searching = press(model, 'V / "silica" enter').model;
		expect(selected(searching)).toBe('1');
		expect(afterKeys(searching, 'esc')).toBe('#6 list, silica 2 of 3 match 1 of 1');
		expect(afterKeys(searching, 'esc esc')).toBe('#1 list');
		expect(press(model, 'V q').effects).toEqual([]);
		expect(press(model, 'V q q').effects).toEqual([{type: 'quit'}]);
	});

	test('stands in the list and, counted, in the footer', () => {
		const rows = drawn(press(model, '2 V j j').model);
		expect(rows.slice(2, 5).map(row => row.slice(0, 12))).toEqual(['│  1✓grace  ', '│  2✓linus  ', '│▸ 3 ada    ']);
		expect(rows.at(-1)).toMatch(/ 2 selected {2}3\/8 {2}38 % $/);
		const plain = drawn(press(modelOf(shed, {glyphs: ascii, columns: 60, rows: 16}), 'V j').model);
		expect(plain[2]).toMatch(/^\| {2}1xgrace/);
	});

	test('in a list of threads there is none', () => {
		const threads = modelOf(
			dumpOf([
				{id: '1', topic: 'a', blocks: [paragraph('one')]},
				{id: '2', topic: 'b', blocks: [paragraph('two')]},
			]),
		);
		expect(afterKeys(threads, 'V')).toBe('1 list, "open a thread: posts are selected there"');
		expect(selected(press(threads, 'enter V').model)).toBe('1');
	});

	test('an empty dump has none to select', () => {
		expect(selected(press(modelOf(dumpOf([])), 'V 3 V').model)).toBe('');
	});

	test('a post that is gone is selected no longer', () => {
		const ids = new Map(shed.posts.map(post => [post.id, post.id === '2' ? null : post.id]));
		const renewed = happen(press(model, '3 V').model, {type: 'renewed', ids}).model;
		expect(selected(renewed)).toBe('1 3');
	});
});

describe('what is selected goes together, in the order of the thread', () => {
	test.each<[string, readonly unknown[]]>([
		['4 G V 2 G V e', [{type: 'edit', posts: ['2', '4']}]],
		['4 G V 2 G V 8 G | "wc" enter', [{type: 'pipe', posts: ['2', '4'], command: 'wc'}]],
		[
			'4 G V 2 G V / "silica" enter w "a.md" enter',
			[{type: 'save', posts: ['2', '4'], file: 'a.md', form: 'markdown', overwrite: false}],
		],
		[
			'8 G V 4 G V 1 G y y',
			[
				{
					type: 'copy',
					text: '@ada how long does one bottle of camellia oil last?\n\nTwo winters for us. Kens 道具 get a coat as well 👩‍🔧.\n\nAnd: the cat knocked it over\n\nPrices\nNine for the small one.',
				},
			],
		],
		[
			'4 G V 5 G V y q',
			[
				{
					type: 'copy',
					text: '> ken (#4):\n> @ada how long does one bottle of camellia oil last?\n\n> system (#5):\n>\n',
				},
			],
		],
	])('%s', (keys, effects) => {
		expect(press(model, keys).effects).toEqual(effects);
	});

	test('what was copied is said', () => {
		expect(afterKeys(model, '3 V y y')).toBe('#1 list, "copied: text of 3 posts"');
		expect(afterKeys(model, '3 V y q')).toBe('#1 list, "copied: 3 posts as quotes"');
		expect(afterKeys(model, '4 G V 1 G y q')).toBe('#1 list, "copied: #4 as a quote"');
	});

	test('the palette says how many Enter will save', () => {
		expect(drawn(press(model, '3 V w "b.txt"').model).join('\n')).toContain('save 3 posts to b.txt as text');
	});
});
