import {describe, expect, test} from 'vitest';
import {completions} from '../../source/view/complete-query.ts';
import {afterKeys, happen, press} from './press.ts';
import {modelOf, shed} from './sample.ts';

const model = modelOf(shed);

describe('queries of before', () => {
	const known = happen(model, {type: 'queries', queries: ['rust', 'silica']}).model;

	test.each([
		['/ up', /, \/silica$/],
		['/ up up', /, \/rust$/],
		['/ up up up', /, \/rust$/],
		['/ up up down', /, \/silica$/],
		['/ up down', /list, \/$/],
		['/ down', /list, \/$/],
		['/ up "x"', /, \/silicax$/],
	])('%s', (keys, expected) => {
		expect(afterKeys(known, keys)).toMatch(expected);
	});

	test('up and down go through the hits once something is typed', () => {
		expect(afterKeys(known, '/ "silica" down')).toMatch(/ \/silica$/);
	});

	test('a query that was searched for is the latest, and there once', () => {
		expect(press(known, '/ "rust" enter').model.state.queries).toEqual(['silica', 'rust']);
	});

	test('what finds nothing is not kept', () => {
		expect(press(known, '/ "qqqqqqqq" enter').model.state.queries).toEqual(['rust', 'silica']);
	});
});

describe('completing', () => {
	test.each([
		['au', ['author:']],
		['rust has:', ['rust has:link', 'rust has:image', 'rust has:quote', 'rust has:code']],
		['!has:l', ['!has:link']],
		['author:gr', ['author:grace']],
		['@gr', ['@grace']],
		['author:', expect.arrayContaining(['author:grace'])],
		['', []],
		['rust ', []],
		['author:nobody', []],
		['likes:>', []],
	])('%s', (before, expected) => {
		expect(completions(before, shed)).toEqual(expected);
	});

	test('Tab offers one after the other, and round again', () => {
		expect(afterKeys(model, '/ "has:" tab')).toMatch(/\/has:link$/);
		expect(afterKeys(model, '/ "has:" tab tab')).toMatch(/\/has:image$/);
		expect(afterKeys(model, '/ "has:" tab tab tab tab tab')).toMatch(/\/has:link$/);
		expect(afterKeys(model, '/ "has:" tab "s" tab')).toMatch(/\/has:links$/);
	});
});

describe('ways to search', () => {
	test('go round from fuzzy to regular expressions', () => {
		const mode = (keys: string) => press(model, keys).model.state.search?.mode;
		expect(
			['/', '/ ctrl+r', '/ ctrl+r ctrl+r', '/ ctrl+r ctrl+r ctrl+r', '/ ctrl+r ctrl+r ctrl+r ctrl+r'].map(mode),
		).toEqual(['fuzzy', 'words', 'exact', 'regex', 'fuzzy']);
	});
});
