import {describe, expect, test} from 'vitest';
import {rowText} from '../../source/layout/span.ts';
import {listSize, listTop} from '../../source/view/model.ts';
import {screen} from './drawn.ts';
import {afterKeys, happen, press, where} from './press.ts';
import {dumpOf, hundred, modelOf, shed} from './sample.ts';

const many = modelOf(hundred);
const short = modelOf(shed);

describe('in the list', () => {
	// The list is 26 rows high.
	test.each([
		['j', '#2 list'],
		['down down', '#3 list'],
		['j k', '#1 list'],
		['k', '#1 list'],
		['5 j', '#6 list'],
		['5 j 2 k', '#4 list'],
		['9 9 9 j', '#100 list'],
		['G', '#100 list'],
		['G g', '#1 list'],
		['end home', '#1 list'],
		['1 2 G', '#12 list'],
		['1 2 g', '#12 list'],
		['1 0 0 G', '#100 list'],
		['5 0 %', '#50 list'],
		['1 0 0 %', '#100 list'],
		['9 9 9 %', '#100 list'],
		['G %', '#1 list'],
		['pagedown', '#26 list'],
		['pagedown pageup', '#1 list'],
		['d', '#14 list'],
		['d ctrl+u', '#1 list'],
		['] a', '#5 list'],
		['5 j ] a [ a', '#6 list'],
		['[ a', '#1 list, "no earlier post by ada"'],
		['5 0 0 G', '#100 list, "there is no post 500; #100 is the nearest"'],
	])('%s', (keys, expected) => {
		expect(afterKeys(many, keys)).toBe(expected);
	});

	test.each([
		['5 0 G z t', 47],
		['5 0 G z z', 37],
		['5 0 G z b', 26],
		['G z t', 74],
		['g z b', 0],
	])('%s puts row %d at the top, two rows around the cursor in sight', (keys, row) => {
		const {model} = press(many, keys);
		expect(listTop(model, listSize(model).rows)).toBe(row);
	});

	test('the list moves no more than it must', () => {
		const down = press(many, 'd d d').model;
		const height = listSize(down).rows;
		const top = listTop(down, height);
		expect(listTop(press(down, '5 k').model, height)).toBe(top);
		expect(listTop(press(down, 'j').model, height)).toBe(top + 1);
	});

	test('an empty dump has nowhere to go, whatever is pressed', () => {
		const empty = modelOf(dumpOf([]));
		const keys =
			'j k G g 5 G 5 0 % space b d u tab j tab j enter p n N ] a [ q z z y y o m a / "a" enter esc : "3" enter i ? esc';
		expect(where(press(empty, keys).model)).toMatch(/^nowhere /);
	});
});

describe('in the post', () => {
	// The long post has 114 lines, 26 of them on screen.
	test.each([
		['7 G tab j', '#7 post:1'],
		['7 G tab 1 2 j 2 k', '#7 post:10'],
		['7 G tab k', '#7 post'],
		['7 G tab G', '#7 post:88'],
		['7 G tab G g', '#7 post'],
		['7 G tab pagedown', '#7 post:25'],
		['7 G tab d', '#7 post:13'],
		['7 G tab d u', '#7 post'],
		['7 G J J K', '#7 list:1'],
		['7 G 5 J', '#7 list:5'],
		['7 G 5 J j k', '#7 list'],
		['2 G tab j', '#2 post'],
	])('%s', (keys, expected) => {
		expect(afterKeys(short, keys)).toBe(expected);
	});
});

describe('reading on and back', () => {
	test.each([
		['space', '#2 list'],
		['7 G space', '#7 list:24'],
		['7 G space space space', '#7 list:72'],
		['7 G space space space space', '#7 list:88'],
		['7 G space space space space space', '#8 list'],
		['G space', '#8 list'],
		['7 G tab space space space space space', '#8 post'],
		['7 G space space b', '#7 list:24'],
		['7 G space b b', '#6 list'],
		['G b', '#7 list:88'],
		['b', '#1 list'],
	])('%s', (keys, expected) => {
		expect(afterKeys(short, keys)).toBe(expected);
	});

	test('from the first post to the last and back shows every line of the long one', () => {
		let model = press(short, '6 G').model;
		const seen = new Set<string>();
		while (!where(model).startsWith('#8')) {
			model = press(model, 'space').model;
			for (const row of screen(model).rows) {
				for (const match of rowText(row).matchAll(/Step \d+\./g)) seen.add(match[0]);
			}
		}
		expect(seen.size).toBe(30);
		while (!where(model).startsWith('#1 ')) model = press(model, 'b').model;
		expect(where(press(model, 'b').model)).toBe('#1 list');
	});

	test('the first post, though longer than its pane, is not left by reading back', () => {
		const small = modelOf(shed, {columns: 60, rows: 8});
		expect(afterKeys(small, 'b')).toBe('#1 list');
		expect(afterKeys(small, 'space b b b')).toBe('#1 list');
	});
});

describe('panes', () => {
	test.each([
		['tab', '#1 post'],
		['tab tab', '#1 context'],
		['tab tab tab', '#1 list'],
		['shift+tab', '#1 context'],
		['right left', '#1 list'],
		['enter enter esc', '#1 post'],
		['enter enter esc esc', '#1 list'],
		['enter enter esc esc esc', '#1 list'],
		['c tab tab', '#1 list'],
		['tab tab c', '#1 post'],
		['c c tab tab', '#1 context'],
	])('%s', (keys, expected) => {
		expect(afterKeys(short, keys)).toBe(expected);
	});

	test('the list is made wider and narrower, up to a limit', () => {
		const share = (keys: string) => press(short, keys).model.state.share;
		expect([share('+'), share('+ + _'), share('_'), share('+ '.repeat(40)), share('_ '.repeat(40))]).toEqual([
			1, 1, -1, 6, -6,
		]);
	});
});

describe('the mouse', () => {
	const at = (column: number, row: number) => ({type: 'click' as const, column, row});
	test('selects a post, a pane, an entry', () => {
		// The header is row 0, the panes' edge row 1; list, post and context begin at 0, 37 and 88.
		expect(where(happen(short, at(5, 4)).model)).toBe('#3 list');
		expect(where(happen(short, at(50, 4)).model)).toBe('#1 post');
		expect(where(happen(short, at(5, 20)).model)).toBe('#1 list');
		expect(where(happen(short, at(5, 0)).model)).toBe('#1 list');
		const third = press(short, '3 G').model;
		expect(where(happen(third, at(95, 3)).model)).toBe('#3 context, entry quote 0');
	});

	test('scrolls the list under it, else the post', () => {
		const wheel = (column: number, rows: number) => ({type: 'wheel' as const, column, row: 5, rows});
		const seventh = press(short, '7 G').model;
		expect(where(happen(seventh, wheel(5, 3)).model)).toBe('#8 list');
		expect(where(happen(seventh, wheel(5, -3)).model)).toBe('#6 list');
		expect(where(happen(seventh, wheel(60, 3)).model)).toBe('#7 list:3');
		expect(where(happen(press(short, '?').model, wheel(60, 3), wheel(60, -2)).model)).toBe('#1 list, help 1');
	});
});

describe('. repeats a jump', () => {
	test.each([
		['.', '#1 list, "no jump to repeat: ] and [ begin one"'],
		['] a .', '#9 list'],
		['] a . .', '#13 list'],
		['] a j .', '#10 list'],
		['9 G [ a .', '#1 list'],
		['] a ] u .', '#7 list'],
		['] m .', '#1 list, "no later mark"'],
		['j ) .', '#3 list, "no jump to repeat: ] and [ begin one"'],
		[': "next post by the same" enter .', '#9 list'],
		['] a : "repeat the last jump" enter', '#9 list'],
	])('%s', (keys, expected) => {
		expect(afterKeys(modelOf(hundred), keys)).toBe(expected);
	});
});
