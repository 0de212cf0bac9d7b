import {describe, expect, test} from 'vitest';
import {ascii, unicode} from '../../source/layout/glyphs.ts';
import {rowText} from '../../source/layout/span.ts';
import {type Model, panesOf} from '../../source/view/model.ts';
import {screen} from './drawn.ts';
import {afterKeys, happen, press, where} from './press.ts';
import {dumpOf, modelOf, paragraph, shed} from './sample.ts';

/** `silica` stands twice in #2, in the quote of #6, and twice, far apart, in #7. */
const model = modelOf(shed);

function drawn(of: Model): readonly string[] {
	return screen(of).rows.map(rowText);
}

describe('typing a query', () => {
	test.each([
		['/', '#1 list, /'],
		['3 G tab /', '#3 list, /'],
		['/ "ada"', '#3 list, ada 1 of 3, /ada'],
		['/ "silica" down', '#7 list, silica 3 of 3 match 1 of 2, /silica'],
		['/ "silica" up up', '#2 list, silica 1 of 3 match 1 of 2, /silica'],
		['/ "silica" ctrl+u', '#1 list, /'],
		['4 G / "silica" ctrl+u', '#4 list, /'],
		['/ "rut" left "s"', '#3 list, rust 2 of 2 match 1 of 2, /rus|t'],
		['/ "silicax" backspace', '#6 list, silica 2 of 3 match 1 of 1, /silica'],
		['/ "a" backspace backspace', '#1 list'],
		['/ esc', '#1 list'],
		['/ enter', '#1 list'],
		['/ "zzzz" enter', '#1 list, "nothing matches zzzz"'],
		['3 G / "zzzz" enter', '#3 list, "nothing matches zzzz"'],
	])('%s', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});

	test('a paste goes into the prompt on one line, and nowhere else', () => {
		const paste = {type: 'paste' as const, text: 'silica\n gel'};
		expect(where(happen(press(model, '/').model, paste).model)).toBe(
			'#2 list, silica gel 1 of 1 match 1 of 3, /silica gel',
		);
		expect(where(happen(model, {type: 'paste', text: 'jjjQ'}).model)).toBe('#1 list');
	});

	test('answers to an older query change nothing', () => {
		const typed = press(model, '/ "rust"').model;
		const late = happen(typed, {type: 'found', results: model.engine.search('ru')}).model;
		expect(late.state).toBe(typed.state);
	});

	test('a faulty query says what is wrong', () => {
		const {model: faulty} = press(model, '/ "is:marked" enter');
		expect(where(faulty)).toBe('#1 list, "is:unread and is:marked are not known here"');
	});

	test.each([
		['7 G J J J', 'a scrolled post'],
		['3 G tab tab', 'the context'],
		['G tab', 'the post pane'],
		['/ "rust" enter n', 'another search'],
		['/ "silica" enter s &', 'another search in its own order'],
	])('Esc comes back to exactly what %s showed', keys => {
		const before = press(model, keys).model;
		const back = press(before, '/ "camellia" down down esc').model;
		expect(drawn(back)).toEqual(drawn(press(before, 'X').model));
		expect(back.state.place.focus).toBe(before.state.place.focus);
	});
});

describe('going through matches', () => {
	const past = '"past the last match: on from the first"';
	test.each([
		['enter', '#6 list, silica 2 of 3 match 1 of 1'],
		['enter n', '#7 list, silica 3 of 3 match 1 of 2'],
		['enter n n', '#7 list:88, silica 3 of 3 match 2 of 2'],
		['enter n n n', `#2 list, silica 1 of 3 match 1 of 2, ${past}`],
		['enter n n n n', '#2 list, silica 1 of 3 match 2 of 2'],
		['enter n n n n n', '#6 list, silica 2 of 3 match 1 of 1'],
		['enter N', '#2 list, silica 1 of 3 match 2 of 2'],
		['enter N N N', '#7 list:88, silica 3 of 3 match 2 of 2, "past the first match: on from the last"'],
		['enter n n N', '#7 list, silica 3 of 3 match 1 of 2'],
		['enter tab n n', '#7 post:88, silica 3 of 3 match 2 of 2'],
		['enter & g n', '#2 list, silica 1 of 3 match 1 of 2'],
		['enter & G n', `#2 list, silica 1 of 3 match 1 of 2, ${past}`],
		['enter & G N', '#7 list:88, silica 3 of 3 match 2 of 2'],
		['enter s n', '#2 list, silica 2 of 3 match 1 of 2'],
		['enter s s n', '#7 list, silica 3 of 3 match 1 of 2'],
	])('/silica %s', (keys, expected) => {
		expect(afterKeys(model, `/ "silica" ${keys}`)).toBe(expected);
	});

	test('a single match stays where it is and says nothing of wrapping', () => {
		expect(afterKeys(model, '/ "drawers" enter n N')).toBe('#2 list, drawers 1 of 1 match 1 of 1');
		expect(afterKeys(model, '/ "boards" enter n n')).toBe('#1 list, boards 1 of 1 match 1 of 1');
	});

	test('the match at the cursor stands out, the others are lit', () => {
		const grounds = (keys: string) =>
			screen(press(model, keys).model).rows.flatMap(row =>
				row.filter(part => part.ground?.startsWith('hit')).map(part => `${part.ground} ${part.text}`),
			);
		// In the row, then in the post.
		expect(grounds('/ "chisels" enter')).toEqual(['hit-current chisels', 'hit-current chisels']);
		const second = grounds('/ "silica" up enter n');
		const current = 'hit-current silica';
		expect(second.filter(part => part.startsWith('hit-current'))).toEqual([current, current]);
		expect(second).toContain('hit Silica');
		expect(grounds('2 G * n')).toEqual(['hit-current linus', 'hit linus', 'hit-current linus']);
	});

	test('the row at the cursor follows from match to match', () => {
		const wide = happen(model, {type: 'resize', columns: 200, rows: 12}).model;
		const row = (keys: string) =>
			drawn(press(wide, keys).model)
				.find(line => line.startsWith('│▸'))
				?.slice(0, 80) ?? '';
		expect(row('/ "silica" enter n')).toContain('1. Pour the silica');
		expect(row('/ "silica" enter n n')).toContain('while the silica');
		expect(row('/ "silica" enter n n')).not.toContain('Step 1. Pour');
	});

	test('the footer counts the posts, and the matches in the post where there are several', () => {
		const footer = (keys: string) => drawn(press(model, keys).model).at(-1) ?? '';
		expect(footer('/ "silica" enter')).toMatch(/^ silica 2 of 3 {2}\//u);
		expect(footer('/ "silica" enter n')).toContain(' silica 3 of 3 · 1/2 here ');
		expect(footer('/ "silica" enter n n')).toContain(' silica 3 of 3 · 2/2 here ');
	});

	test('the map bar tells the hit at the cursor from the others', () => {
		const small = happen(model, {type: 'resize', columns: 100, rows: 12}).model;
		const bar = (keys: string) =>
			drawn(press(small, keys).model)
				.slice(2, -2)
				.map(line => line[39])
				.join('');
		expect(bar('/ "silica" enter')).toBe('││││││││');
		expect(bar('/ "silica" enter &')).toBe('│◆│││◀◆│');
		expect(bar('/ "silica" enter & n')).toBe('│◆│││◆◀│');
		expect(bar('/ "silica" enter & g')).toBe('│◆│││◆◆│');
	});
});

describe('leaving a search', () => {
	test.each([
		['/ "silica" enter esc', '#1 list'],
		['/ "silica" enter q', '#1 list'],
		['/ "silica" enter n esc L', '#7 list'],
		['/ "silica" enter n n esc L', '#7 list:88'],
		['/ "silica" enter esc L backspace', '#1 list'],
		['/ "silica" enter enter esc', '#6 list, silica 2 of 3 match 1 of 1'],
		['/ "silica" enter enter esc esc', '#1 list'],
		['7 G J J J / "silica" enter n esc', '#7 list:3'],
		['3 G tab / "silica" enter n esc', '#3 post'],
		['/ "silica" enter / "rust" esc', '#6 list, silica 2 of 3 match 1 of 1'],
		['/ "silica" enter / "rust" enter esc', '#1 list'],
		['* esc L', '#1 list, "nowhere to go forward to"'],
	])('%s', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});

	test('Esc shows what was on screen before the search', () => {
		const before = press(model, '7 G 3 J').model;
		expect(drawn(press(before, '/ "silica" enter n n esc').model)).toEqual(drawn(before));
	});
});

describe('what the list shows', () => {
	const listed = (keys: string) =>
		screen(press(model, keys).model)
			.rows.map(rowText)
			.flatMap(row => /^│.{2}(\d)/.exec(row)?.[1] ?? [])
			.join(' ');
	test.each([
		['/ "silica"', '2 6 7'],
		['/ "silica" enter', '2 6 7'],
		['/ "silica" enter s', '6 2 7'],
		['/ "silica" enter &', '1 2 3 4 5 6 7 8'],
		['/ "silica" enter & &', '2 6 7'],
		['/ "silica" enter 1 G', '1 2 3 4 5 6 7 8'],
		['/ "silica" enter esc', '1 2 3 4 5 6 7 8'],
		['/ "zzzz"', ''],
		['2 G *', '2 7'],
	])('%s: %s', (keys, numbers) => {
		expect(listed(keys)).toBe(numbers);
	});

	test.each([
		['2 G *', '#2 list, author:linus 1 of 2'],
		['5 G *', '#5 list, author:system 1 of 1'],
		['3 G *', '#3 list, author:ada 1 of 2'],
		['6 G tab tab *', '#2 list, author:linus 1 of 2'],
		['6 G tab tab * esc', '#6 context'],
		['3 G tab *', "#3 list, 'tools 2 of 2 match 1 of 1, /'tools"],
		['3 G tab * tab', "#3 list, 'rust 2 of 2 match 1 of 2, /'rust"],
		['3 G tab * tab tab', "#3 list, 'them 1 of 1 match 1 of 1, /'them"],
		['3 G tab * tab shift+tab', "#3 list, 'tools 2 of 2 match 1 of 1, /'tools"],
		['3 G tab * shift+tab', "#3 list, 'wait 1 of 2 match 1 of 1, /'wait"],
		['3 G tab * enter n', `#1 list, 'tools 1 of 2 match 1 of 1, "past the last match: on from the first"`],
		['3 G tab * esc', '#3 post'],
		['/ "silica" enter tab *', "#6 list, 'silica 2 of 3 match 1 of 1, /'silica"],
		['/ "silica" enter tab * tab', "#6 list, 'oven 2 of 2 match 1 of 1, /'oven"],
		['7 G tab J J J J *', "#7 list, 'step 1 of 1 match 1 of 32, /'step"],
		['5 G tab *', '#5 post, "no word of the post is in sight"'],
		['s', '#1 list, "no search to order"'],
		['&', '#1 list, "no search to narrow the list to"'],
		['n', '#1 list, "no search: / begins one"'],
	])('%s', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});
});

test('the row of a hit shows its match beside the topic and what it answers, whatever the glyphs', () => {
	const posts = Array.from({length: 8}, (_, at) => ({
		id: String(at + 1),
		number: at + 1,
		author: 'grace',
		topic: at < 4 ? 'one' : 'two',
		parent: at % 4 === 0 ? null : String(at),
		blocks: [paragraph(`${'some words before it '.repeat(4)}camellia oil`)],
	}));
	const dump = dumpOf(posts);
	for (const glyphs of [unicode, ascii]) {
		for (const columns of [40, 80, 100, 130, 200]) {
			const sized = happen(modelOf(dump, {glyphs}), {type: 'resize', columns, rows: 14}).model;
			const {rows} = screen(press(sized, '/ "camellia" enter').model);
			const width = panesOf(sized).list?.columns ?? 0;
			const hits = rows.slice(2, 10).map(row => rowText(row).slice(0, width));
			expect(
				hits.filter(row => row.includes('camel')),
				`${columns}`,
			).toHaveLength(8);
		}
	}
});

test('what is wrong with a query is told whole in a narrow list', () => {
	const {model: faulty} = press(happen(model, {type: 'resize', columns: 40, rows: 12}).model, '/ "is:marked"');
	const words = drawn(faulty)
		.slice(2, -1)
		.map(row => row.slice(1, -1).trim())
		.join(' ');
	expect(words).toContain('is:unread and is:marked are not known here');
});

test.each([
	['words', `${'some words before it '.repeat(20)}camellia oil`, 'camellia'],
	['a long address', `https://a.example/${'path/'.repeat(60)}camellia/more`, 'camellia'],
	['a script without blanks', `${'種を乾かす。'.repeat(40)}道具を`, '道具'],
	['wide characters at the beginning', `${'種を乾かす。'.repeat(4)}道具を`, '道具'],
	['emoji', `${'🌱'.repeat(90)} camellia`, 'camellia'],
])('the row of a hit shows its match, far into %s', (_, words, query) => {
	const hit = modelOf(dumpOf([{id: '1', number: 1, blocks: [paragraph(words)]}]));
	for (const columns of [60, 81, 100, 130, 200]) {
		const {rows} = screen(happen(press(hit, `/ "${query}" enter`).model, {type: 'resize', columns, rows: 12}).model);
		expect(rowText(rows[2] ?? []).split('│')[1], `${columns}`).toContain(query);
	}
});

describe('similar hits', () => {
	const mixed = modelOf(
		dumpOf(
			['a damp celler', 'a dry cellar', 'nothing', 'two cellars'].map((text, at) => ({
				id: String(at + 1),
				number: at + 1,
				blocks: [paragraph(text)],
			})),
		),
	);
	const list = (keys: string) =>
		drawn(press(mixed, keys).model)
			.slice(1)
			.map(row => /^[│┃|](?<row>.*?)[│┃|▐]/u.exec(row)?.groups?.row?.trim() ?? '')
			.filter(row => /cell/u.test(row));

	test('have a sign in the order of the thread, and stand behind a rule where the best come first', () => {
		expect(list('/ "cellar" enter').map(row => /~ a damp|a dry|two/u.exec(row)?.[0])).toEqual([
			'~ a damp',
			'a dry',
			'two',
		]);
		const ruled = drawn(press(mixed, '/ "cellar" enter s').model).slice(2, 7);
		expect(ruled.map(row => /~ a damp|a damp|a dry|two|── similar ──/u.exec(row)?.[0])).toEqual([
			'a dry',
			'two',
			'── similar ──',
			'a damp',
			undefined,
		]);
	});

	test('are counted apart', () => {
		expect(drawn(press(mixed, '/ "cellar" enter').model).join('\n')).toMatch(/cellar .*of 3, 1 similar/u);
		expect(drawn(press(mixed, '/ "celler" enter').model).join('\n')).not.toMatch(/~ a damp/u);
	});

	test('a list of nothing else needs no sign but the count', () => {
		for (const keys of ['/ "cllar" enter', '/ "cllar" enter s j']) {
			const screen = drawn(press(mixed, keys).model).join('\n');
			expect(screen).toMatch(/of [23] similar/u);
			expect(screen).toMatch(/^╭ similar hits/mu);
			expect(screen).not.toMatch(/~ |── similar/u);
		}
	});

	describe('the rule before them', () => {
		const tall = modelOf(
			dumpOf(
				Array.from({length: 40}, (_, at) => ({
					id: String(at + 1),
					number: at + 1,
					blocks: [paragraph(at % 2 === 0 ? 'one cellar' : 'one celler')],
				})),
			),
		);
		const listed = (of: Model) =>
			drawn(of)
				.slice(2, -2)
				.map(row => row.slice(1, 40));
		const best = press(happen(tall, {type: 'resize', columns: 100, rows: 12}).model, '/ "cellar" enter s g').model;

		test('is no row: the cursor steps over it, counts and jumps know nothing of it', () => {
			expect(where(press(best, '1 9 j').model)).toBe('#39 list, cellar 20 of 40 match 1 of 1');
			const below = press(best, '2 0 j').model;
			expect(where(below)).toBe('#2 list, cellar 21 of 40 match 1 of 1');
			expect(where(press(below, 'k').model)).toBe('#39 list, cellar 20 of 40 match 1 of 1');
			expect(where(press(best, 'G').model)).toContain('40 of 40');
			expect(drawn(press(best, 'G').model).at(-1)).toContain('40/40  100 %');
		});

		test('at every place of the cursor the list is full, in order, with its cursor on it', () => {
			for (const start of ['g', 'G']) {
				let model = press(best, start).model;
				for (let moved = 0; moved < 40; moved++) {
					const lines = listed(model);
					const numbers = lines.map(line =>
						line.includes('── similar') ? 'rule' : (/\d+/.exec(line)?.[0] ?? 'nothing'),
					);
					const all = [
						...Array.from({length: 20}, (_, at) => 2 * at + 1),
						'rule',
						...Array.from({length: 20}, (_, at) => 2 * at + 2),
					];
					expect(all.join(' ')).toContain(numbers.join(' '));
					expect(
						lines.filter(line => line.startsWith('▸')),
						numbers.join(' '),
					).toHaveLength(1);
					model = press(model, start === 'g' ? 'j' : 'k').model;
				}
			}
		});

		test('a click lands on the row under it, and on the rule nowhere', () => {
			const near = press(best, '2 0 j z z').model;
			const lines = listed(near);
			const rule = lines.findIndex(line => line.includes('── similar'));
			expect(rule).toBeGreaterThan(0);
			const clicked = (line: number) => where(happen(near, {type: 'click', column: 4, row: 2 + line}).model);
			expect(clicked(rule)).toBe(where(near));
			expect(clicked(rule - 1)).toContain('#39 list');
			expect(clicked(rule + 2)).toContain('#4 list');
		});

		test('zz, zt and zb put the post where they say', () => {
			const line = (keys: string) => listed(press(best, keys).model).findIndex(row => row.startsWith('▸'));
			expect([line('2 5 j z t'), line('2 5 j z z'), line('2 5 j z b')]).toEqual([2, 3, 5]);
		});

		test('a place is come back to with the rule where it was', () => {
			for (const keys of ['1 9 j', '2 0 j', '2 0 j z t', '2 2 j']) {
				const before = press(best, keys).model;
				expect(listed(press(before, '/ "zz" esc').model), keys).toEqual(listed(before));
			}
		});
	});
});
