import {describe, expect, test} from 'vitest';
import {rowText} from '../../source/layout/span.ts';
import {createContext} from '../../source/thread/context.ts';
import {entriesOf} from '../../source/view/entries.ts';
import {currentPost, listSize, listTop} from '../../source/view/model.ts';
import {screen} from './drawn.ts';
import {afterKeys, press} from './press.ts';
import {dumpOf, hundred, modelOf, paragraph, quote, shed} from './sample.ts';

const model = modelOf(shed);
const narrow = modelOf(shed, {columns: 60, rows: 20});

/** The relations of a post, one a line: `quote #1 stated`. */
function related(of: typeof model, number: number): readonly string[] {
	const post = currentPost(press(of, `${[...String(number)].join(' ')} G`).model);
	if (post === null) return [];
	return entriesOf(of, post).map(({kind, post: to, basis}) => `${kind} ${to ?? '-'} ${basis ?? '-'}`);
}

describe('relations', () => {
	test.each([
		[1, ['answer 3 stated']],
		[2, ['answer 6 exact']],
		[3, ['quote 1 stated', 'answer 4 mention']],
		[4, ['parent 3 mention', 'answer 8 exact']],
		[5, ['before 4 -', 'after 6 -']],
		[6, ['quote 2 exact', 'answer 7 stated']],
		[7, ['quote 6 stated']],
		[8, ['quote 4 exact']],
	])('of #%d', (number, entries) => {
		expect(related(model, number)).toEqual(entries);
	});

	test('a second quote is a backlink of its own, and words without a source say so', () => {
		const dump = dumpOf([
			{id: '1', number: 1, author: 'ada', blocks: [paragraph('The kettle boils slowly here.')]},
			{id: '2', number: 2, author: 'ken', blocks: [paragraph('Mine is quick and loud.')]},
			{
				id: '3',
				number: 3,
				author: 'grace',
				blocks: [quote('ken', 2, 'quick'), quote('ada', 1, 'slowly'), quote('nobody', null, 'never said')],
			},
			{id: '4', number: 4, author: 'linus', blocks: [paragraph('My book says “wait until it sings, then wait more”.')]},
		]);
		const kettle = modelOf(dump);
		expect(related(kettle, 3)).toEqual(['quote 2 stated', 'quote 1 stated', 'quote - -']);
		expect(related(kettle, 2)).toEqual(['answer 3 stated']);
		expect(related(kettle, 1)).toEqual(['backlink 3 stated']);
		expect(related(kettle, 4)).toEqual(['outside - -', 'before 3 -']);
		expect(afterKeys(kettle, '3 G tab tab G enter')).toBe(
			'#3 context, entry quote 2, "the source of these words is not in the dump"',
		);
	});
});

describe('going deeper and back', () => {
	test.each([
		['enter', '#1 post'],
		['enter enter', '#1 context'],
		['enter enter enter', '#3 context'],
		['3 G enter enter enter', '#1 context'],
		['3 G enter enter j', '#3 context, entry answer 4'],
		['3 G enter enter j j j', '#3 context, entry answer 4'],
		['3 G enter enter j k', '#3 context, entry quote 0'],
		['3 G enter enter G', '#3 context, entry answer 4'],
		['3 G enter enter G g', '#3 context, entry quote 0'],
		['3 G enter enter j enter', '#4 context'],
		['3 G enter enter j enter backspace', '#3 context, entry answer 4'],
		['3 G enter enter j enter backspace L', '#4 context'],
		['c enter enter', '#1 post'],
		['8 G p', '#4 list'],
		['8 G p p p', '#1 list'],
		['8 G p p p p', '#1 list, "the dump does not say what this post answers"'],
		['8 G p p p H H H', '#8 list'],
		['8 G p p p H H H H', '#1 list'],
		['8 G p p p ctrl+o ctrl+o L', '#3 list'],
		["8 G p ' '", '#8 list'],
		['backspace', '#1 list, "nowhere to go back to"'],
		['L', '#1 list, "nowhere to go forward to"'],
		['8 G p H p L', '#4 list, "nowhere to go forward to"'],
		['] q', '#1 list, entry answer 3'],
		['3 G ] q', '#3 list, entry quote 0'],
		['3 G ] q ] q', '#3 list, entry answer 4'],
		['3 G ] q ] q ] q', '#3 list, entry answer 4'],
		['3 G ] q ] q [ q', '#3 list, entry quote 0'],
		['3 G ] q j', '#4 list'],
	])('%s', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});

	test('a chain of three and back shows every screen again', () => {
		const drawn = (keys: string) => screen(press(model, keys).model).rows.slice(0, -1).map(rowText);
		const chain = ['G tab tab', 'G tab tab enter', 'G tab tab enter enter', 'G tab tab enter enter enter'];
		expect(chain.map(keys => afterKeys(model, keys))).toEqual(['#8 context', '#4 context', '#3 context', '#1 context']);
		for (let back = 1; back <= 3; back++) {
			expect(drawn(`${chain[3]} ${'backspace '.repeat(back)}`)).toEqual(drawn(chain[3 - back] ?? ''));
		}
	});

	test('Backspace comes back to the same row and the same scroll', () => {
		const far = press(modelOf(hundred), 'd d d d k k').model;
		const height = listSize(far).rows;
		const back = press(far, '1 G backspace').model;
		expect(currentPost(back)?.id).toBe(currentPost(far)?.id);
		expect(listTop(back, height)).toBe(listTop(far, height));
		expect(afterKeys(model, '7 G 9 J 2 G backspace')).toBe('#7 list:9');
	});

	test('a quote that is out of sight is scrolled to', () => {
		const dump = dumpOf([
			{id: '1', number: 1, blocks: [paragraph('Water the beans in the evening only.')]},
			{
				id: '2',
				number: 2,
				blocks: [
					...Array.from({length: 30}, (_, index) => paragraph(`Line ${index}`)),
					quote(null, 1, 'Water the beans'),
				],
			},
		]);
		const {model: moved} = press(modelOf(dump), '2 G ] q');
		expect(screen(moved).rows.map(rowText).join('\n')).toContain('▎ Water the beans');
	});

	test('whose words a quote holds is shown as soon as it is known', () => {
		const far = 'Only the reeds keep a hole open in the ice.';
		const dump = dumpOf(
			Array.from({length: 80}, (_, index) => ({
				id: String(index + 1),
				number: index + 1,
				author: `author${index}`,
				blocks: [index === 79 ? quote(null, null, far) : paragraph(index === 3 ? far : `Note ${index}.`)],
			})),
		);
		const context = createContext(dump);
		const early = press({...modelOf(dump), context}, 'G').model;
		const label = () => screen(early).rows.map(rowText).join('\n').includes('author3 ↖ #4');
		expect(label()).toBe(false);
		context.advance(Number.POSITIVE_INFINITY);
		expect(label()).toBe(true);
	});

	test('a post that the search hides is shown by going there', () => {
		expect(afterKeys(model, '/ "silica" enter tab tab j enter')).toBe('#7 context, silica 3 of 3 match 1 of 2');
		expect(afterKeys(model, '/ "Kens" enter p')).toBe('#4 list, Kens 0 of 1');
		expect(afterKeys(model, '/ "Kens" enter p backspace')).toBe('#8 list, Kens 1 of 1 match 1 of 1');
	});
});

describe('one pane at a time', () => {
	test.each([
		['enter', '#1 post'],
		['enter enter', '#1 context'],
		['G enter enter enter', '#4 post'],
		['G enter enter enter backspace', '#8 context'],
		['enter enter esc esc', '#1 list'],
		['enter enter q q', '#1 list'],
		['c enter enter', '#1 context'],
		['tab tab tab', '#1 list'],
	])('%s', (keys, expected) => {
		expect(afterKeys(narrow, keys)).toBe(expected);
	});
});
