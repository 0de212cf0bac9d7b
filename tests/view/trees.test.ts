import {describe, expect, test} from 'vitest';
import {ascii, unicode} from '../../source/layout/glyphs.ts';
import {rowText} from '../../source/layout/span.ts';
import {createEngine} from '../../source/search/engine.ts';
import {createContext} from '../../source/thread/context.ts';
import {DumpBuilder} from '../../source/thread/dump.ts';
import {cursorRow, listSize, listTop, type Model} from '../../source/view/model.ts';
import {screen} from './drawn.ts';
import {afterKeys, press} from './press.ts';
import {modelOf, paragraph} from './sample.ts';

/** `[id, author, the id it answers]`: two trees, 1 (2 (4, 6), 5) and 3 (7). */
const answers: readonly (readonly [string, string, string | null])[] = [
	['1', 'ada', null],
	['2', 'ken', '1'],
	['3', 'grace', null],
	['4', 'ada', '2'],
	['5', 'linus', '1'],
	['6', 'grace', '2'],
	['7', 'ada', '3'],
];

function talk(
	rows: readonly (readonly [string, string, string | null])[],
	height = 30,
	glyphs = unicode,
	columns = 120,
): Model {
	const builder = new DumpBuilder('reddit', post => [paragraph(post.raw)]);
	for (const [id, author, parent] of rows) {
		builder.add({id, number: Number(id), author, parent, markup: 'plain', raw: `words of ${id}`});
	}
	const dump = builder.snapshot(true);
	const context = createContext(dump);
	context.advance(Number.POSITIVE_INFINITY);
	const engine = createEngine(null, () => 0);
	engine.index(dump, Number.POSITIVE_INFINITY);
	return {...modelOf(dump, {columns, rows: height, glyphs}), context, engine};
}

const model = talk(answers);

/** The list's rows without their border, blank ones left out. */
function list(keys: string, of = model): readonly string[] {
	const {model: after} = press(of, keys);
	const {columns} = listSize(after);
	return screen(after)
		.rows.slice(2, -2)
		.map(row =>
			rowText(row)
				.slice(1, 1 + columns)
				.trimEnd(),
		)
		.filter(row => row !== '');
}

test('in ASCII the tree says what a post answers, and how many answers are folded away', () => {
	const spoken = talk(answers, 30, ascii);
	expect(list('t', spoken)).toEqual([
		'> 1 - ada  words of 1',
		'  2   - ken  words of 2 answers #1',
		'  4     . ada  words... answers #2',
		'  6     . grace  wor... answers #2',
		'  5   . linus  words... answers #1',
		'  3 - grace  words of 3',
		'  7   . ada  words of 7 answers #3',
	]);
	expect(list('t z M', spoken)).toEqual(['> 1 + ada  4 folded  words of 1', '  3 + grace  1 folded  words of 3']);
});

test.each([160, 120, 90, 60, 40])(
	'at %d columns words keep their room however deep the answer, and say what they answer',
	columns => {
		const deep = Array.from({length: 60}, (_, index): (typeof answers)[number] => {
			return [String(index + 1), 'ada', index === 0 ? null : String(index)];
		});
		const last = list('t G', talk(deep, 30, unicode, columns)).at(-1);
		expect(last).toMatch(columns > 60 ? /ada {2}words of 60 .*↖#59$/ : /ada {2}words/);
	},
);

describe('the tree', () => {
	test('puts answers under what they answer, in their order', () => {
		expect(list('t')).toEqual([
			'▸ 1 ▾ ada  words of 1',
			'  2   ▾ ken  words of 2',
			'  4     ╴ ada  words of 4',
			'  6     ╴ grace  words of 6',
			'  5   ╴ linus  words of 5',
			'  3 ▾ grace  words of 3',
			'  7   ╴ ada  words of 7',
		]);
	});

	test('folds a post over its answers and counts them', () => {
		expect(list('t j h')).toEqual([
			'  1 ▾ ada  words of 1',
			'▸ 2   ▸ ken  +2  words of 2',
			'  5   ╴ linus  words of 5',
			'  3 ▾ grace  words of 3',
			'  7   ╴ ada  words of 7',
		]);
		expect(list('t j h l')).toEqual(list('t j'));
		expect(list('t j z a z a')).toEqual(list('t j'));
		expect(list('t z M')).toEqual(['▸ 1 ▸ ada  +4  words of 1', '  3 ▸ grace  +1  words of 3']);
		expect(list('t z M z R')).toEqual(list('t'));
	});

	test.each([
		['t j j h', '#2 list'],
		['t j j h h h', '#1 list'],
		['t G h', '#3 list'],
		['t G z M', '#3 list'],
		['j j j )', '#6 list'],
		['j j j ) (', '#4 list'],
		['j )', '#5 list'],
		['G )', '#7 list, "no later answer to the same post"'],
		['}', '#3 list'],
		['} }', '#3 list, "no later post that answers none"'],
		['G {', '#3 list'],
	])('%s', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});

	test('a jump into a fold opens it', () => {
		expect(list('t z M 4 G')).toEqual([
			'  1 ▾ ada  words of 1',
			'  2   ▾ ken  words of 2',
			'▸ 4     ╴ ada  words of 4',
			'  6     ╴ grace  words of 6',
			'  5   ╴ linus  words of 5',
			'  3 ▸ grace  +1  words of 3',
		]);
	});

	test('a search says what its hits answer, and Esc brings every fold back', () => {
		expect(list('t j h / "words" enter')[3]).toMatch(/words of 4.*↖#2$/);
		expect(list('t j h / "words" enter esc')).toEqual(list('t j h'));
	});

	test('the post stays on its row of the screen when trees are drawn or folded', () => {
		const rows = Array.from({length: 90}, (_, index): [string, string, string | null] => {
			const id = index + 1;
			return [String(id), id % 2 === 0 ? 'ada' : 'ken', id % 10 === 1 ? null : String(Math.floor(index / 10) * 10 + 1)];
		});
		const long = talk(rows);
		const rowOnScreen = (keys: string) => {
			const {model: after} = press(long, keys);
			return cursorRow(after) - listTop(after, listSize(after).rows);
		};
		const before = rowOnScreen('5 5 G');
		expect(rowOnScreen('5 5 G t')).toBe(before);
		expect(rowOnScreen('5 5 G t t')).toBe(before);
		expect(rowOnScreen('5 1 G t h')).toBe(rowOnScreen('5 1 G t'));
	});

	test('indentation stops before it takes the words their room', () => {
		const deep = talk(
			Array.from({length: 60}, (_, index) => [String(index + 1), 'ada', index === 0 ? null : String(index)]),
		);
		expect(list('t G', deep).at(-1)).toContain('words of 60');
	});

	test('posts that answer each other in a ring are all there', () => {
		const ring = talk([
			['1', 'ada', '3'],
			['2', 'ken', '1'],
			['3', 'grace', '2'],
		]);
		expect(list('t', ring)).toHaveLength(3);
	});
});

describe('lenses', () => {
	test.each([
		['3 G j v c', 'ada and ken', ['1', '2', '4']],
		['4 G v a', 'what led to #4', ['1', '2', '4']],
		['2 G v d', 'what came of #2', ['2', '4', '6']],
	])('%s', (keys, title, posts) => {
		const {model: after} = press(model, keys);
		expect(rowText(screen(after).rows[1] ?? [])).toContain(title);
		expect(list(keys).map(row => row.slice(2, 3))).toEqual(posts);
	});

	test('Esc takes the lens away and leaves the post', () => {
		expect(afterKeys(model, '4 G v a esc')).toBe('#4 list');
		expect(list('4 G v a esc')).toHaveLength(7);
	});

	test('a jump to a post outside the lens takes it away', () => {
		expect(list('2 G v d 7 G')).toHaveLength(7);
	});

	test('without a second person there is no conversation', () => {
		expect(afterKeys(talk([['1', 'ada', null]]), 'v c')).toBe(
			'#1 list, "nobody is known to talk with this author here"',
		);
	});
});
