import {existsSync, readFileSync} from 'node:fs';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {ascii} from '../../source/layout/glyphs.ts';
import {rowText, rowWidth} from '../../source/layout/span.ts';
import type {Dump} from '../../source/thread/dump.ts';
import type {Model} from '../../source/view/model.ts';
import {initialState} from '../../source/view/state.ts';
import {readDump} from '../formats/read-dump.ts';
import {screen} from './drawn.ts';
import {happen, press, where} from './press.ts';
import {dumpOf, type ModelOptions, modelOf, paragraph, type SamplePost, shed, shedPosts, text} from './sample.ts';

const nothing: SamplePost = {id: '1', blocks: []};

const wide = dumpOf([
	{
		id: '1',
		number: 10_000,
		author: '道具屋さんの長い名前',
		likes: 12_345,
		date: '2024-05-02',
		blocks: [paragraph('道具を乾かす。'.repeat(60))],
	},
	{
		id: '2',
		number: null,
		author: '👩‍👧 family',
		edited: '2025-01-01',
		blocks: [paragraph('👩‍👧👍🏽🇩🇪1️⃣ क्षि ไทย שלום '.repeat(20))],
	},
	{id: '3', kind: 'missing', count: 1234, blocks: []},
	{id: '4', kind: 'deleted', author: 'ken', blocks: []},
	{
		id: '5',
		number: 5,
		kind: 'hidden',
		author: 'ken',
		parent: '1',
		blocks: [paragraph('道'), {type: 'code', language: null, text: '字\t'.repeat(90)}],
	},
]);

const huge = dumpOf([
	{
		id: '1',
		number: 1,
		likes: 1,
		blocks: Array.from({length: 120}, (_, index) => paragraph(`${'word '.repeat(index % 30)}${'x'.repeat(index)}`)),
	},
]);

const noAuthors = dumpOf(shedPosts.map(post => ({...post, author: null, name: null, likes: null, date: null})));

const actions = dumpOf(
	Array.from({length: 12}, (_, index) => ({
		id: String(index),
		number: index + 1,
		kind: 'action' as const,
		author: index % 2 === 0 ? 'system' : null,
		action: index % 3 === 0 ? null : 'Moved to another topic by somebody with a very long name',
		blocks: index === 4 ? [{type: 'paragraph' as const, children: [text('because')]}] : [],
	})),
);

const ruled = dumpOf(
	Array.from({length: 12}, (_, at) => ({
		id: String(at),
		number: at,
		blocks: [paragraph(at % 2 === 0 ? 'one cellar' : 'one celler')],
	})),
);

const long = '"silica or another query that is much longer than most screens are wide 道具を乾かす"';

type Case = {readonly name: string; readonly dump: Dump; readonly keys: string; readonly options?: ModelOptions};

const states: readonly Case[] = [
	{name: 'the list', dump: shed, keys: '3 G'},
	{name: 'a search', dump: shed, keys: '/ "silica" enter n n & m a'},
	{name: 'hits on either side of a rule', dump: ruled, keys: '/ "cellar" enter s G'},
	{name: 'the words of a post in the prompt', dump: shed, keys: '7 G tab * tab'},
	{name: 'an error of the prompt', dump: shed, keys: '/ "is:marked"'},
	{name: 'the prompt with a long query', dump: shed, keys: `7 G J / ${long} left left`},
	{name: 'the prompt without a match', dump: shed, keys: '/ "zzzzzz"'},
	{name: 'the palette', dump: shed, keys: ': "post" down'},
	{name: 'the palette without a command', dump: shed, keys: ': "zzzzzz"'},
	{name: 'the help', dump: shed, keys: '?'},
	{name: 'the picture', dump: shed, keys: 'i space'},
	{name: 'the context', dump: shed, keys: '7 G tab tab j'},
	{name: 'the post', dump: shed, keys: '8 G tab x T'},
	{name: 'a shell command', dump: shed, keys: '| "grep -c a very long word | sort | uniq"'},
	{name: 'a file to save to', dump: shed, keys: ': "w a-file-with-quite-a-long-name-to-be-saved.md"'},
	{name: 'code that is cut', dump: wide, keys: 'W G tab'},
	{name: 'posts selected', dump: wide, keys: '3 V F'},
	{name: 'links with labels', dump: shed, keys: '6 G f'},
	{name: 'a half-typed command', dump: shed, keys: '1 2 y'},
	{name: 'no context and a wide list', dump: shed, keys: 'c + + +'},
	{name: 'actions', dump: actions, keys: 'j j'},
	{name: 'an empty dump', dump: dumpOf([]), keys: 'j / "a"'},
	{name: 'a post without anything', dump: dumpOf([nothing]), keys: 'tab'},
	{name: 'a huge post', dump: huge, keys: 'G tab G'},
	{name: 'wide characters', dump: wide, keys: '/ "道" enter tab'},
	{name: 'wide characters in the context', dump: wide, keys: 'G tab tab'},
	{name: 'the picture of wide characters', dump: wide, keys: 'i'},
	{name: 'no authors', dump: noAuthors, keys: 'G ] q'},
	{name: 'the ASCII signs', dump: shed, keys: '3 G / "rust" enter', options: {glyphs: ascii}},
];

const widths = [...Array.from({length: 140}, (_, index) => index + 1), 150, 163, 180, 199, 200, 220, 250];
const heights = [1, 2, 3, 4, 5, 6, 8, 10, 12, 24, 30, 60, 80];
/** At these every height is tried, at the others two in turn. */
const edges = new Set([1, 2, 19, 20, 21, 49, 50, 79, 80, 119, 120, 250]);

function heightsAt(width: number): readonly number[] {
	if (edges.has(width)) return heights;
	return [0, 6].map(step => heights[(width + step) % heights.length] ?? 1);
}

/** What is wrong with a screen. */
function faultsOf(model: Model): readonly string[] {
	const {columns, rows: height} = model.state.size;
	const {rows, prompt} = screen(model);
	const at = `at ${columns}x${height}`;
	const wanted = prompt === null ? height : height - 1;
	if (rows.length !== wanted) return [`${at}: ${rows.length} rows instead of ${wanted}`];
	const faults: string[] = [];
	for (const [index, row] of rows.entries()) {
		const shown = rowText(row);
		if (rowWidth(row) !== columns) faults.push(`${at}: row ${index} is told ${rowWidth(row)} wide: ${shown}`);
		if (stringWidth(shown) !== columns) faults.push(`${at}: row ${index} is ${stringWidth(shown)} wide: ${shown}`);
		if (/[\n\t\u001b]/.test(shown))
			faults.push(`${at}: row ${index} holds a control character: ${JSON.stringify(shown)}`);
	}
	return faults;
}

test.each(states)('every row is as wide as the screen: $name', {timeout: 60_000}, ({dump, keys, options = {}}) => {
	const start = modelOf(dump, options);
	const resized = press(start, keys).model;
	const faults: string[] = [];
	for (const columns of widths) {
		for (const rows of heightsAt(columns)) {
			faults.push(...faultsOf(happen(resized, {type: 'resize', columns, rows}).model));
		}
	}
	for (const columns of edges) {
		for (const rows of [1, 5, 10, 30]) {
			faults.push(...faultsOf(press({...start, state: initialState({columns, rows})}, keys).model));
		}
	}
	expect(faults.slice(0, 3)).toEqual([]);
});

test('with the ASCII signs nothing else is drawn, whatever is open', () => {
	const plain = dumpOf(shedPosts.slice(0, 7));
	const seen = [
		'3 G',
		'7 G tab J',
		'? ',
		'i',
		'/ "rust" enter',
		': "post"',
		'7 G tab tab',
		'] ',
		'y y',
		'g _ _ _ _ _ _',
	];
	for (const keys of seen) {
		for (const columns of [60, 90, 130]) {
			const {rows} = screen(press(modelOf({...plain, complete: false}, {columns, glyphs: ascii}), keys).model);
			const odd = rows.map(rowText).filter(row => /[^ -~]/.test(row.replace('🌱', '')));
			expect(odd, keys).toEqual([]);
		}
	}
});

const seed = '../shared/seeds/000_9fc60ebbaf8355f7.txt';

describe.skipIf(!existsSync(seed))('a real thread (skipped where ../shared is not there)', () => {
	test('every post, read to its end, fills the screen exactly', {timeout: 60_000}, async () => {
		const dump = await readDump(readFileSync(seed));
		const faults: string[] = [];
		for (const [columns, rows] of [
			[24, 8],
			[80, 24],
			[150, 40],
		] as const) {
			let model = modelOf(dump, {columns, rows});
			const last = dump.posts.at(-1)?.id;
			for (let keys = 0; keys < 5000; keys++) {
				faults.push(...faultsOf(model));
				const next = press(model, 'space').model;
				if (model.state.place.post === last && where(next) === where(model)) break;
				model = next;
			}
			expect(model.state.place.post).toBe(last);
		}
		expect(faults.slice(0, 3)).toEqual([]);
	});
});
