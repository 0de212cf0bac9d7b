import {describe, expect, test} from 'vitest';
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
