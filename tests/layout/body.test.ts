import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {type BodyLine, type BodyOptions, type Light, layoutBody, paintLine} from '../../source/layout/body.ts';
import {ascii, unicode} from '../../source/layout/glyphs.ts';
import {rowText, rowWidth, span} from '../../source/layout/span.ts';
import {type Block, type Body, type Inline, makeBody} from '../../source/thread/body.ts';
import {anyBlocks} from '../thread/any-blocks.ts';

function text(words: string): Inline {
	return {type: 'text', text: words};
}

function words(...children: readonly (string | Inline)[]): Block {
	return {type: 'paragraph', children: children.map(child => (typeof child === 'string' ? text(child) : child))};
}

function list(ordered: boolean, start: number, ...items: readonly (readonly Block[])[]): Block {
	return {type: 'list', ordered, start, items};
}

function quote(...children: readonly Block[]): Block {
	return {type: 'quote', source: null, children};
}

function link(url: string, label = url): Inline {
	return {type: 'link', url, children: [text(label)]};
}

function table(head: readonly string[], ...rows: readonly (readonly string[])[]): Block {
	return {type: 'table', head: head.map(cell => [text(cell)]), rows: rows.map(row => row.map(cell => [text(cell)]))};
}

type Options = Partial<BodyOptions>;

function layout(blocks: readonly Block[], options: Options = {}): {body: Body; lines: readonly BodyLine[]} {
	const body = makeBody(blocks);
	const all = {width: 40, quotesFolded: false, revealed: false, glyphs: unicode, quoteLabel: () => [], ...options};
	return {body, lines: layoutBody(body, all)};
}

/** What is drawn of blocks, blanks at the ends of lines left out. */
function drawn(blocks: readonly Block[], options: Options = {}): readonly string[] {
	const {body, lines} = layout(blocks, options);
	return lines.map(line => rowText(paintLine(body, line, [])).trimEnd());
}

const everything: readonly Block[] = [
	{type: 'heading', level: 1, children: [text('Drying seeds')]},
	words('A paragraph with ', {type: 'strong', children: [text('strong 道具')]}, ' words and :seedling:'),
	words(link('https://a.example/'), ' and ', link('https://b.example/long/address', 'notes'), {type: 'break'}, 'below'),
	words({type: 'image', alt: 'jars', url: null}, ' by ', {type: 'mention', name: 'ada'}),
	{type: 'code', language: 'sh', text: 'for jar in *\n\tdo close "$jar"\ndone'},
	list(true, 9, [words('first')], [words('second'), list(false, 1, [words('inner one')], [words('inner two')])]),
	list(false, 1, [list(false, 1, [words('deep')])], [{type: 'code', language: null, text: 'x'}], []),
	quote(words('said'), quote(words('before that'), list(false, 1, [quote(words('far inside'))])), words('and more')),
	table(['seed', 'years'], ['bean', '3'], ['a long name of a plant', 'four or five 年']),
	{type: 'details', summary: 'More', children: [words('hidden'), quote(words('in here'))]},
	{type: 'preview', title: 'Seed bank', url: 'https://bank.example/', children: [words('cold')]},
	{
		type: 'poll',
		title: 'Bags?',
		options: [
			{text: 'paper', votes: 8},
			{text: 'plastic', votes: null},
		],
		voters: 8,
	},
	words('Who? ', {type: 'spoiler', children: [text('the gardener')]}),
	{type: 'rule'},
	{type: 'signature', children: [words('Ken')]},
];

describe('layoutBody', () => {
	test('draws every kind of block', () => {
		expect(drawn(everything)).toMatchInlineSnapshot(`
			[
			  "Drying seeds",
			  "",
			  "A paragraph with strong 道具 words and",
			  "🌱",
			  "",
			  "https://a.example/ and notes[2]",
			  "below",
			  "",
			  "[image: jars] by @ada",
			  "",
			  "  for jar in *",
			  "      do close "$jar"",
			  "  done",
			  "",
			  "  9. first",
			  " 10. second",
			  "",
			  "      • inner one",
			  "      • inner two",
			  "",
			  " •  • deep",
			  " •   x",
			  " •",
			  "",
			  "▎ said",
			  "▎",
			  "▎ ▎ before that",
			  "▎ ▎",
			  "▎ ▎  • ▎ far inside",
			  "▎",
			  "▎ and more",
			  "",
			  "seed                    years",
			  "bean                    3",
			  "a long name of a plant  four or five 年",
			  "",
			  "▸ More",
			  "",
			  "▎ Seed bank",
			  "▎ https://bank.example/",
			  "▎ cold",
			  "",
			  "Bags?",
			  "• paper  ━━━━━━━━━━━━ 8",
			  "• plastic",
			  "8 voters",
			  "",
			  "Who? [spoiler]",
			  "",
			  "────────────────────────",
			  "",
			  "--",
			  "",
			  "[2] https://b.example/long/address",
			]
		`);
	});

	test('opens what was hidden', () => {
		expect(drawn(everything.slice(-6), {revealed: true})).toMatchInlineSnapshot(`
			[
			  "▾ More",
			  "  hidden",
			  "",
			  "  ▎ in here",
			  "",
			  "▎ Seed bank",
			  "▎ https://bank.example/",
			  "▎ cold",
			  "",
			  "Bags?",
			  "• paper  ━━━━━━━━━━━━ 8",
			  "• plastic",
			  "8 voters",
			  "",
			  "Who? the gardener",
			  "",
			  "────────────────────────",
			  "",
			  "--",
			  "",
			  "Ken",
			]
		`);
	});

	test('is nothing for an empty body', () => {
		expect(drawn([])).toEqual([]);
	});

	test.each<[name: string, blocks: readonly Block[], lines: readonly string[]]>([
		['a list in a list item keeps both markers', [list(true, 1, [list(false, 1, [words('in')])])], [' 1.  • in']],
		['an item that begins with a quote keeps its marker', [list(false, 1, [quote(words('said'))])], [' • ▎ said']],
		['an item that begins with a rule keeps its marker', [list(false, 1, [{type: 'rule'}])], [` • ${'─'.repeat(24)}`]],
		['an empty item is a marker', [list(false, 1, [])], [' •']],
		['numbers stand in a column', [list(true, 9, [words('a')], [words('b')])], ['  9. a', ' 10. b']],
		[
			'an item of two paragraphs hangs under its marker',
			[list(false, 1, [words('a'), words('b')])],
			[' • a', '', '   b'],
		],
	])('%s', (_, blocks, lines) => {
		expect(drawn(blocks)).toEqual(lines);
	});

	test('a link has the number by which it is opened, whatever stands before it', () => {
		const blocks = [
			words(
				link('https://a.example/'),
				' or ',
				link('https://b.example/', 'b'),
				' or ',
				link('https://c.example/', 'c'),
			),
		];
		expect(drawn(blocks, {width: 60})).toEqual([
			'https://a.example/ or b[2] or c[3]',
			'',
			'[2] https://b.example/',
			'[3] https://c.example/',
		]);
	});

	test('one address named twice has one footnote', () => {
		const blocks = [words(link('https://a.example/', 'one'), ' ', link('https://a.example/', 'two'))];
		expect(drawn(blocks)).toEqual(['one[1] two[1]', '', '[1] https://a.example/']);
	});

	test('quotes have their label above and fold to one line', () => {
		const blocks = [quote(words('First line.'), words('Second.')), words('Own words.')];
		const quoteLabel = (index: number) => [span(`label ${index}`)];
		expect(drawn(blocks, {quoteLabel})).toEqual(['▎ label 0', '▎ First line.', '▎', '▎ Second.', '', 'Own words.']);
		expect(drawn(blocks, {quoteLabel, quotesFolded: true})).toEqual(['▎ label 0  First line.', '', 'Own words.']);
	});

	test('cells of a table wrap beside each other, and stand below each other where there is no room', () => {
		const blocks = [table(['seed', 'years'], ['a long name of a plant', '4'])];
		expect(drawn(blocks, {width: 20})).toEqual(['seed           years', 'a long name    4', 'of a plant']);
		expect(drawn(blocks, {width: 9})).toEqual(['seed', 'years', '', 'a long', 'name of a', 'plant', '4']);
	});

	test('lines know their quote', () => {
		const {lines} = layout([words('a'), quote(words('b'), quote(words('c'))), words('d')]);
		expect(lines.filter(line => line.line.length > 0).map(line => line.quote)).toEqual([-1, 0, 1, -1]);
	});
});

const anyOptions = fc.record({
	quotesFolded: fc.boolean(),
	revealed: fc.boolean(),
	glyphs: fc.constantFrom(unicode, ascii),
	quoteLabel: fc.constantFrom(
		() => [],
		() => [span('grace', 'author'), span(' ↖ #10 and more words than a narrow pane has room for', 'faint')],
	),
});

/** Check what holds of every layout; returns the lines. */
function sound(body: Body, options: BodyOptions): readonly BodyLine[] {
	const lines = layoutBody(body, options);
	let before = -1;
	for (const line of lines) {
		const row = paintLine(body, line, []);
		expect(rowWidth(row), rowText(row)).toBeLessThanOrEqual(options.width);
		expect(stringWidth(rowText(row)), rowText(row)).toBe(rowWidth(row));
		expect(line.position).toBeGreaterThan(before);
		before = line.position;
	}
	return lines;
}

describe('cut instead of wrapped', () => {
	const code = 'const jars = seeds.map(seed => close(seed));\nshort\n\tindented by a tab';
	const clipped = (width: number, options: Options = {}) => ({width, clipped: true, ...options});

	test('code keeps a line a line', () => {
		expect(drawn([{type: 'code', language: null, text: code}], clipped(20))).toEqual([
			'  const jars = seed…',
			'  short',
			'      indented by a…',
		]);
		expect(drawn([{type: 'code', language: null, text: code}], clipped(20, {glyphs: ascii}))[0]).toBe(
			'  const jars = se...',
		);
	});

	test('a table keeps a row a line', () => {
		const seeds = table(['seed', 'years'], ['a long name of a plant', 'four or five'], ['道具', '3']);
		expect(drawn([seeds], clipped(30))).toEqual([
			'seed                    years',
			'a long name of a plant  four …',
			'道具                    3',
		]);
		expect(drawn([seeds], clipped(9))).toEqual(['seed…', 'a long n…', '道具…']);
	});

	test('words are wrapped all the same', () => {
		expect(drawn([words('one two three')], clipped(8))).toEqual(['one two', 'three']);
	});

	test('a hit that is cut off lights the sign in its place', () => {
		const {body, lines} = layout([{type: 'code', language: null, text: code}], clipped(20));
		const at = code.indexOf('close');
		const lit = lines.map(line =>
			paintLine(body, line, [{quote: -1, start: at, end: at + 5, ground: 'hit'}])
				.filter(part => part.ground !== undefined)
				.map(part => part.text),
		);
		expect(lit).toEqual([['…'], [], []]);
	});
});

describe('whatever the blocks and the width', () => {
	test('no line of everything is too wide, and places grow', () => {
		for (const [revealed, clipped] of [
			[false, false],
			[true, false],
			[true, true],
		] as const) {
			for (let width = 1; width <= 120; width++) {
				const body = makeBody(everything);
				const quoteLabel = () => [span('grace')];
				sound(body, {width, quotesFolded: false, revealed, clipped, glyphs: unicode, quoteLabel});
			}
		}
	});

	test('no line is too wide, and places grow', () => {
		fc.assert(
			fc.property(anyBlocks, anyOptions, fc.integer({min: 1, max: 120}), (blocks, options, width) => {
				sound(makeBody(blocks), {...options, width});
			}),
			{numRuns: 300},
		);
	});

	test('a leaf begins at the same place at every width', () => {
		fc.assert(
			fc.property(
				anyBlocks,
				anyOptions,
				fc.integer({min: 1, max: 120}),
				fc.integer({min: 1, max: 120}),
				(blocks, options, one, other) => {
					const body = makeBody(blocks);
					const [first, second] = [one, other].map(width => leafPlaces(layoutBody(body, {...options, width})));
					for (const [leaf, place] of first ?? []) {
						if (second?.has(leaf)) expect(second.get(leaf)).toBe(place);
					}
				},
			),
			{numRuns: 300},
		);
	});
});

/** Where blocks begin: the places of lines that begin with a leaf's first word, and are the first to show it. */
function leafPlaces(lines: readonly BodyLine[]): ReadonlyMap<object, number> {
	const places = new Map<object, number>();
	const seen = new Set<object>();
	for (const {line, position} of lines) {
		line.forEach((piece, index) => {
			const {leaf} = piece.run;
			if (leaf === null || seen.has(leaf)) return;
			seen.add(leaf);
			if (index === 0 && piece.from === 0) places.set(leaf, position);
		});
	}
	return places;
}

test('the next block begins at the same place at every width, tables and wide characters before it or not', () => {
	const marker = words('here');
	const before: readonly (readonly Block[])[] = everything.map(block => [block]);
	for (const blocks of before) {
		const places = new Set<number>();
		const body = makeBody([...blocks, marker]);
		for (let width = 1; width <= 120; width++) {
			const lines = layoutBody(body, {
				width,
				quotesFolded: false,
				revealed: false,
				glyphs: unicode,
				quoteLabel: () => [],
			});
			const leaf = marker.type === 'paragraph' ? marker.children[0] : undefined;
			const line = lines.find(one => one.line[0]?.run.leaf === leaf);
			places.add(line?.position ?? -1);
			const clipped = layoutBody(body, {
				width,
				quotesFolded: false,
				revealed: false,
				clipped: true,
				glyphs: unicode,
				quoteLabel: () => [],
			});
			places.add(clipped.find(one => one.line[0]?.run.leaf === leaf)?.position ?? -1);
		}
		expect([...places], blocks[0]?.type).toHaveLength(1);
	}
});

describe('paintLine', () => {
	const body = makeBody([
		words('Dry the silica, then ', {type: 'strong', children: [text('close')]}, ' the jar'),
		quote(words('Dry the silica')),
	]);
	const options = {quotesFolded: false, revealed: false, glyphs: unicode, quoteLabel: () => []};

	/** The words lit, each with its ground. */
	function lit(width: number, lights: readonly Light[]): readonly string[] {
		return layoutBody(body, {...options, width}).flatMap(line =>
			paintLine(body, line, lights).flatMap(part =>
				part.ground === undefined ? [] : [`${part.ground}: ${part.text}`],
			),
		);
	}

	test.each<[name: string, light: Light, shown: readonly string[]]>([
		['a word', {quote: -1, start: 8, end: 14, ground: 'hit'}, ['hit: silica']],
		['a part of a word', {quote: -1, start: 9, end: 11, ground: 'hit-current'}, ['hit-current: il']],
		['over two looks', {quote: -1, start: 16, end: 26, ground: 'quoted'}, ['quoted: then ', 'quoted: close']],
		['a quote has its own text', {quote: 0, start: 4, end: 7, ground: 'hit'}, ['hit: the']],
		['nothing', {quote: -1, start: 8, end: 8, ground: 'hit'}, []],
		['beyond the text', {quote: -1, start: 900, end: 910, ground: 'hit'}, []],
	])('lights %s', (_, light, shown) => {
		expect(lit(60, [light])).toEqual(shown);
	});

	test('of two lights on one word the later one wins', () => {
		const first: Light = {quote: -1, start: 0, end: 14, ground: 'quoted'};
		expect(lit(60, [first, {quote: -1, start: 4, end: 7, ground: 'hit'}])).toEqual([
			'quoted: Dry ',
			'hit: the',
			'quoted:  silica',
		]);
	});

	test('lights exactly what was asked for, at every width', () => {
		const {text: own} = body;
		fc.assert(
			fc.property(fc.nat(own.length), fc.nat(own.length), fc.integer({min: 1, max: 60}), (one, other, width) => {
				const [start, end] = [Math.min(one, other), Math.max(one, other)];
				const shown = lit(width, [{quote: -1, start, end, ground: 'hit'}]).map(part => part.slice('hit: '.length));
				expect(shown.join('').replaceAll(' ', '')).toBe(own.slice(start, end).replaceAll(' ', ''));
			}),
		);
	});

	test('what is shown otherwise than it is written is lit whole', () => {
		const emoji = makeBody([words('a :seedling: b')]);
		const [line] = layoutBody(emoji, {...options, width: 30});
		if (line === undefined) expect.fail('no line');
		const row = paintLine(emoji, line, [{quote: -1, start: 3, end: 5, ground: 'hit'}]);
		expect(row.map(part => [part.text, part.ground])).toEqual([
			['a ', undefined],
			['🌱', 'hit'],
			[' b', undefined],
		]);
	});
});
