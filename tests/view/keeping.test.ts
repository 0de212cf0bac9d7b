import {describe, expect, test} from 'vitest';
import {rowText} from '../../source/layout/span.ts';
import {screen} from './drawn.ts';
import {afterKeys, happen, press, where} from './press.ts';
import {builderOf, dumpOf, modelOf, paragraph, shed} from './sample.ts';

const model = modelOf(shed);

describe('marks', () => {
	test.each([
		['m a', '#1 list, "#1 marked a"'],
		["m a 5 G ' a", '#1 list'],
		["m a 5 G m a 1 G ' a", '#5 list'],
		["m a 5 G ' a backspace", '#5 list'],
		["' b", '#1 list, "no post is marked b"'],
		['3 G m x 6 G m y 1 G ] m', '#3 list'],
		['3 G m x 6 G m y 1 G ] m ] m', '#6 list'],
		['3 G m x 6 G m y 1 G ] m ] m ] m', '#6 list, "no later mark"'],
		['3 G m x 6 G m y G [ m [ m', '#3 list'],
		['[ m', '#1 list, "no earlier mark"'],
		['m', '#1 list, typed m'],
		['m esc', '#1 list'],
		['m enter', '#1 list, "menter means nothing: ? shows the keys"'],
	])('%s', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});

	test('a mark is any character, and is kept by the id of its post', () => {
		expect(press(model, '3 G m 道 4 G m 1').model.state.marks).toEqual({道: '3', '1': '4'});
	});
});

describe('copying', () => {
	test.each([
		['4 G y y', {type: 'copy', text: '@ada how long does one bottle of camellia oil last?'}],
		['4 G y q', {type: 'copy', text: '> ken (#4):\n> @ada how long does one bottle of camellia oil last?\n'}],
		['2 G y l', {type: 'copy', text: 'https://linus.example/dry'}],
		['6 G 2 y l', {type: 'copy', text: 'https://grace.example/brown'}],
		['4 G y p', {type: 'copy', text: 'https://www.shed.example/t/dry/7/4'}],
		['2 G o', {type: 'open', url: 'https://linus.example/dry'}],
		['6 G 1 o', {type: 'open', url: 'https://grace.example/'}],
		['6 G 2 o', {type: 'open', url: 'https://grace.example/brown'}],
	])('%s', (keys, effect) => {
		expect(press(model, keys).effects).toEqual([effect]);
	});

	test('quotes are left out of what is copied, and every line of a quote is one', () => {
		expect(press(model, '3 G y q').effects).toEqual([
			{
				type: 'copy',
				text: [
					'> ada (#3):',
					'> Oil them in autumn: a thin coat of camellia oil keeps rust away.',
					'>',
					'> [image: a row of oiled chisels]',
					'>',
					'> coat = 2 drops',
					'> wait = 1 day',
					'',
				].join('\n'),
			},
		]);
	});

	test.each([
		['4 G y y', '#4 list, "copied: text of #4"'],
		['4 G o', '#4 list, "no link in this post"'],
		['4 G y l', '#4 list, "no link in this post"'],
		['6 G o', '#6 list, "2 links: type a number first, as in 2o, or f for labels"'],
		['6 G 3 o', '#6 list, "this post has 2 links"'],
	])('%s says what became of it', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});

	test('a thread without an address has none to copy', () => {
		const {model: after, effects} = press(modelOf(dumpOf([{id: '1', blocks: [paragraph('a')]}])), 'y p');
		expect(where(after)).toBe('1 list, "the dump does not state the thread\'s address"');
		expect(effects).toEqual([]);
	});

	test('an address that ends with a slash gets no second one', () => {
		const builder = builderOf([{id: '1', number: 1, blocks: []}]);
		builder.head({url: 'https://a.example/t/1/'});
		expect(press(modelOf(builder.snapshot(true)), 'y p').effects).toEqual([
			{type: 'copy', text: 'https://a.example/t/1/1'},
		]);
	});
});

test('a notice from outside is shown until the next key', () => {
	const told = happen(model, {type: 'notice', level: 'warning', text: 'no browser'}).model;
	expect(where(told)).toBe('#1 list, "no browser"');
	expect(afterKeys(told, 'j')).toBe('#2 list');
});

describe('posts that leave', () => {
	const save = (file: string, form: string, posts: readonly string[], overwrite = false) => [
		{type: 'save', file, form, posts, overwrite},
	];
	const all = ['1', '2', '3', '4', '5', '6', '7', '8'];

	test.each<[string, readonly unknown[]]>([
		['3 G e', [{type: 'edit', posts: ['3']}]],
		['/ "silica" enter e', [{type: 'edit', posts: ['6']}]],
		['3 G | "wc -l" enter', [{type: 'pipe', posts: ['3'], command: 'wc -l'}]],
		['3 G | "a" enter | up enter', ['a', 'a'].map(command => ({type: 'pipe', posts: ['3'], command}))],
		[
			'3 G | "a" enter | "b" enter | up up enter',
			['a', 'b', 'a'].map(command => ({type: 'pipe', posts: ['3'], command})),
		],
		['| enter', []],
		['| "  " enter', []],
		['| "a" esc', []],
		['| "a" backspace backspace', []],
		[': "w a.txt" enter', save('a.txt', 'text', all)],
		['w "a.md" enter', save('a.md', 'markdown', all)],
		[': "w! in here/A.JSON" enter', save('in here/A.JSON', 'json', all, true)],
		[': "write a.b.jsonl " enter', save('a.b.jsonl', 'jsonl', all)],
		['/ "silica" enter w "a.txt" enter', save('a.txt', 'text', ['2', '6', '7'])],
		['/ "silica" enter & w "a.txt" enter', save('a.txt', 'text', all)],
		['8 G v a w "a.txt" enter', save('a.txt', 'text', ['1', '3', '4', '8'])],
		['t z M w "a.txt" enter', save('a.txt', 'text', all)],
		['w "a" enter', []],
		['w "txt" enter', []],
		['w "a.txt/" enter', []],
		['w "a.txt" esc', []],
	])('%s', (keys, effects) => {
		expect(press(model, keys).effects).toEqual(effects);
	});

	test.each([
		['|', '#1 list, |'],
		['| "grep a" left left', '#1 list, |grep| a'],
		['| down up', '#1 list, |'],
		['| esc', '#1 list'],
		['w', '#1 list, :w '],
		[': "w" enter', '#1 list, :w '],
		['w "a.doc" enter', '#1 list, "a.doc: end its name in .txt, .md, .json or .jsonl"'],
		['w "12" enter', '#1 list, "12: end its name in .txt, .md, .json or .jsonl"'],
	])('%s', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});

	test('there is none in an empty dump', () => {
		const {model: after, effects} = press(modelOf(dumpOf([])), 'e');
		expect([where(after), effects]).toEqual(['nowhere list, "there is no post"', []]);
	});

	test('the palette says what Enter will save', () => {
		const drawn = screen(press(model, '/ "silica" enter w "b.md"').model).rows.map(rowText).join('\n');
		expect(drawn).toContain('save 3 posts to b.md as Markdown');
	});

	test('a question is answered by y, and by any other key denied', () => {
		const asked = happen(model, {type: 'ask', question: 'over it? y/n', yes: {type: 'redraw'}}).model;
		expect(rowText(screen(asked).rows.at(-1) ?? [])).toMatch(/^ over it\? y\/n/);
		expect(press(asked, 'y').effects).toEqual([{type: 'redraw'}]);
		expect(press(asked, 'Y j').model.state.place.post).toBe('2');
		for (const key of ['n', 'esc', 'j', 'enter', 'space']) {
			expect([afterKeys(asked, key), press(asked, key).effects]).toEqual(['#1 list, "left as it was"', []]);
		}
		expect(press(asked, 'ctrl+c').effects).toEqual([{type: 'quit'}]);
	});

	test('a question that comes while something is typed waits for that', () => {
		const typing = press(model, '/').model;
		const asked = happen(typing, {type: 'ask', question: 'over it? y/n', yes: {type: 'redraw'}}).model;
		expect(press(asked, '"yes"').effects).toEqual([]);
		expect(press(asked, '"yes" esc y').effects).toEqual([{type: 'redraw'}]);
	});
});
