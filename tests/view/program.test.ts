import {describe, expect, test} from 'vitest';
import {rowText} from '../../source/layout/span.ts';
import {commandIds, commands, groups, isCommandId} from '../../source/view/commands.ts';
import {makeKeymap} from '../../source/view/keymap.ts';
import {screen} from './drawn.ts';
import {afterKeys, press, where} from './press.ts';
import {dumpOf, modelOf, shed} from './sample.ts';

const model = modelOf(shed);
const quit = [{type: 'quit'}];

describe('pictures', () => {
	test.each([
		['?', '#1 list, help'],
		['f1', '#1 list, help'],
		['i', '#1 list, info'],
		['? ?', '#1 list'],
		['? esc', '#1 list'],
		['? q', '#1 list'],
		['i i', '#1 list'],
		['? i', '#1 list, info'],
		['? j j k', '#1 list, help 1'],
		['? space', '#1 list, help 10'],
		['? k', '#1 list, help'],
		['? G g', '#1 list, help'],
		['? /', '#1 list, /'],
		['? :', '#1 list, :'],
		['? p', '#1 list, "the dump does not say what this post answers"'],
		['3 G ? tab', '#3 post'],
	])('%s', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});

	test('scrolling stops where the last row is in sight', () => {
		const end = press(model, '? G').model;
		expect(afterKeys(end, 'j j j')).toBe(where(end));
		const drawn = screen(press(end, 'k').model).rows.map(rowText);
		expect(drawn).not.toEqual(screen(end).rows.map(rowText));
		const {rows} = screen(end);
		expect(rowText(rows.at(-3) ?? [])).toMatch(/^│ +│$/);
		expect(rowText(rows.at(-4) ?? [])).toContain('back to the shell');
	});
});

describe('the palette', () => {
	test.each([
		[': "3" enter', '#3 list'],
		[': "#3" enter', '#3 list'],
		[': "3" enter backspace', '#1 list'],
		[': "99" enter', '#8 list, "there is no post 99; #8 is the nearest"'],
		[': "50%" enter', '#4 list'],
		[': "100%" enter', '#8 list'],
		[': "help" enter', '#1 list, help'],
		[': "KEYS these" enter', '#1 list, help'],
		[': "next post" enter', '#2 list'],
		[': "mark.set" esc', '#1 list'],
		[': "set mark" enter', '#1 list, typed m'],
		[': "set mark" enter a', '#1 list, "#1 marked a"'],
		[': "zzzz" enter', '#1 list, "there is no such command"'],
		[': esc', '#1 list'],
		[': backspace', '#1 list'],
		[': enter', '#2 list'],
		[': down enter', '#1 list'],
		['3 G : up enter', '#4 list'],
	])('%s', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});

	test('every command is found by its own words', () => {
		for (const id of commandIds) {
			const found = press(model, `: "${commands[id].help.replaceAll('"', '')}"`).model;
			const rows = screen(found).rows.map(rowText).join('\n');
			expect(rows, id).toContain(commands[id].help.slice(0, 40));
		}
	});
});

describe('leaving', () => {
	test.each([
		['q'],
		['tab q'],
		['Q'],
		['/ "a" enter Q'],
		['tab tab Q'],
		['? Q'],
		['ctrl+c'],
		['/ ctrl+c'],
		['/ "silica" ctrl+c'],
		[': "he" ctrl+c'],
		['? ctrl+c'],
		['i ctrl+c'],
		['y ctrl+c'],
		['1 2 ctrl+c'],
		['tab tab ctrl+c'],
		[': "quit at once" enter'],
		['? q q'],
		['tab tab q q'],
		['/ "silica" enter q q'],
	])('%s quits', keys => {
		expect(press(model, keys).effects).toEqual(quit);
	});

	test.each([
		['? q'],
		['i q'],
		['tab tab q'],
		['/ "silica" enter q'],
		['/ q'],
		[': q'],
		['esc esc esc'],
		['tab esc esc'],
	])('%s does not', keys => {
		expect(press(model, keys).effects).toEqual([]);
	});

	test('where one pane fills the screen, q leaves it first', () => {
		const narrow = modelOf(shed, {columns: 60, rows: 20});
		expect(press(narrow, 'enter enter q q').effects).toEqual([]);
		expect(press(narrow, 'enter enter q q q').effects).toEqual(quit);
	});

	test.each([
		['ctrl+z', {type: 'suspend'}],
		['? ctrl+z', {type: 'suspend'}],
		['ctrl+l', {type: 'redraw'}],
		['M', {type: 'mouse', on: true}],
	])('%s is done outside', (keys, effect) => {
		expect(press(model, keys).effects).toEqual([effect]);
	});

	test('the mouse goes on and off', () => {
		expect(press(model, 'M M').effects).toEqual([
			{type: 'mouse', on: true},
			{type: 'mouse', on: false},
		]);
	});
});

describe('half-typed commands', () => {
	test.each([
		['1 2', '#1 list, typed 12'],
		['1 0', '#1 list, typed 10'],
		['0', '#1 list'],
		['1 2 esc', '#1 list'],
		['1 2 esc j', '#2 list'],
		['y', '#1 list, typed y'],
		['2 y', '#1 list, typed 2y'],
		['y esc', '#1 list'],
		['y x', '#1 list, "yx means nothing: ? shows the keys"'],
		['] x j', '#2 list'],
		['1 2 3 4 5 6 7 8 9 0', '#1 list, typed 123456789'],
		['X', '#1 list'],
	])('%s', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});

	test('the footer says what a prefix can become', () => {
		const footer = rowText(screen(press(model, 'y').model).rows.at(-1) ?? []);
		expect(footer).toMatch(/^ y +y copy the text of this post +q copy this post as a quote/);
	});
});

describe('folding', () => {
	const drawn = (keys: string) => screen(press(model, keys).model).rows.map(rowText).join('\n');
	test('x opens spoilers and details, and closes them', () => {
		expect(drawn('G')).toMatch(/And: \[spoiler\][\s\S]*▸ Prices/);
		expect(drawn('G x')).toMatch(/And: the cat knocked it over[\s\S]*▾ Prices[\s\S]*Nine for the small one\./);
		expect(drawn('G x x')).toBe(drawn('G'));
	});

	test('W cuts long lines of code, and wraps them again', () => {
		const wide = modelOf(
			dumpOf([{id: '1', number: 1, blocks: [{type: 'code', language: null, text: `${'seed '.repeat(40)}\nend`}]}]),
		);
		const lines = (keys: string) => {
			const rows = screen(press(wide, keys).model).rows.map(rowText);
			return rows.filter(row => /│ {3}(?:seed|end)/.test(row)).length;
		};
		expect([lines(''), lines('W'), lines('W W')]).toEqual([6, 2, 6]);
		expect(afterKeys(wide, 'W')).toBe('#1 list, "long lines of code and tables are cut"');
		expect(afterKeys(wide, 'W W')).toBe('#1 list, "long lines of code and tables go on in the next"');
	});

	test('T folds quotes to one line', () => {
		expect(drawn('3 G')).toMatch(/▎ grace ↖ #1 +│[^\n]*\n[^\n]*▎ the tools rust/);
		expect(drawn('3 G T')).toContain('▎ grace ↖ #1  the tools rust');
		expect(drawn('3 G T T')).toBe(drawn('3 G'));
	});
});

describe('the command table', () => {
	test.each(commandIds)('%s has help, a group and a first key that does it at once', id => {
		const {help, group, keys} = commands[id];
		expect(help).toMatch(/^\S.*[^.\s]$/);
		expect(groups).toContain(group);
		const chords = keys[0]?.split(' ').map(chord => (chord === '{mark}' ? 'a' : chord)) ?? [];
		expect(model.keymap.look(chords)).toMatchObject({type: 'command', id});
		for (let length = 1; length < chords.length; length++) {
			expect(model.keymap.look(chords.slice(0, length))).toEqual({type: 'prefix'});
		}
		const {model: after, effects} = press(model, chords.join(' '));
		expect(after.state.pending).toEqual({count: '', prefix: ''});
		expect(after.state.notice?.text ?? '').not.toContain('means nothing');
		for (const effect of effects)
			expect(effect.type).toMatch(/^(copy|open|unread|edit|mouse|follow|reload|redraw|suspend|quit)$/);
	});

	test('no key stands twice, and none is a digit', () => {
		const keys = commandIds.flatMap(id => commands[id].keys);
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
		expect(keys.filter(key => /^[0-9]/.test(key))).toEqual([]);
		expect('clash' in makeKeymap()).toBe(false);
	});

	test('the help shows every command and all its keys', () => {
		const tall = modelOf(shed, {columns: 160, rows: 200});
		const help = screen(press(tall, '?').model).rows.map(rowText).join('\n');
		for (const id of commandIds) expect(help).toContain(commands[id].help);
		for (const group of groups) expect(help).toMatch(new RegExp(`│ ${group}| {3}${group}`));
	});

	test('names on Object are no commands', () => {
		expect(isCommandId('constructor')).toBe(false);
		expect(isCommandId('post.next')).toBe(true);
	});
});

describe('remapped keys', () => {
	const remapped = modelOf(shed, {
		keys: {
			'post.next': ['e', 'ctrl+x n'],
			'post.previous': ['i'],
			info: ['I'],
			reveal: [],
			quit: ['ctrl+x q'],
			'post.edit': [],
		},
	});
	test.each([
		['e e i', '#2 list'],
		['ctrl+x n', '#2 list'],
		['ctrl+x', '#1 list, typed ctrl+x'],
		['j', '#1 list'],
		['I', '#1 list, info'],
		['ctrl+x x', '#1 list, "ctrl+xx means nothing: ? shows the keys"'],
	])('%s', (keys, expected) => {
		expect(afterKeys(remapped, keys)).toBe(expected);
	});

	test('a key taken away does nothing; Ctrl-C always quits', () => {
		expect(press(remapped, 'x').model.state.revealed).toBe(false);
		expect(press(remapped, 'Q').effects).toEqual([]);
		expect(press(remapped, 'ctrl+x q').effects).toEqual(quit);
		expect(press(remapped, 'ctrl+c').effects).toEqual(quit);
	});

	test('footer and help show the keys as they are', () => {
		const {rows} = screen(press(modelOf(shed, {keys: {'search.open': ['s'], 'search.order': ['Z']}}), 'j').model);
		expect(rowText(rows.at(-1) ?? [])).toMatch(/^ s search/);
		expect(screen(press(remapped, '?').model).rows.map(rowText).join('\n')).toContain('e ^xn');
	});

	test.each<[changes: Record<string, readonly string[]>, clash: string]>([
		[{'post.jump': ['j']}, 'keys: there is no command "post.jump"'],
		[{constructor: ['j']}, 'keys: there is no command "constructor"'],
		[{reveal: ['j']}, 'keys: j is on two commands: post.next and reveal'],
		[{reveal: ['y  y']}, 'keys: yy is on two commands: copy.text and reveal'],
		[{reveal: ['y']}, 'keys: y of reveal also begins the keys of copy.address'],
		[{reveal: ['j k']}, 'keys: j of post.next also begins the keys of reveal'],
		[{reveal: ['7']}, 'keys: "7" cannot be a key of reveal: digits are counts'],
		[{reveal: ['7 x']}, 'keys: "7 x" cannot be a key of reveal: digits are counts'],
		[{reveal: ['']}, 'keys: "" cannot be a key of reveal: digits are counts'],
	])('%o clash', (changes, clash) => {
		expect(makeKeymap(changes)).toEqual({clash});
	});

	test('a key named twice on one command is no clash', () => {
		expect('clash' in makeKeymap({reveal: ['x', 'x']})).toBe(false);
	});
});
