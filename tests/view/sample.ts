/**
A small thread for the tests of the view: eight posts with one of everything that the
screen draws, and a chain of answers 8 → 4 → 3 → 1.
*/
import {type Glyphs, unicode} from '../../source/layout/glyphs.ts';
import {createEngine} from '../../source/search/engine.ts';
import type {Block, Inline} from '../../source/thread/body.ts';
import {createContext} from '../../source/thread/context.ts';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import type {PostDraft} from '../../source/thread/post.ts';
import {type Keymap, makeKeymap} from '../../source/view/keymap.ts';
import type {Model} from '../../source/view/model.ts';
import {ReadLog} from '../../source/view/read-log.ts';
import {initialState} from '../../source/view/state.ts';

export type SamplePost = Omit<PostDraft, 'markup' | 'raw'> & {readonly blocks: readonly Block[]};

export function text(words: string): Inline {
	return {type: 'text', text: words};
}

export function paragraph(words: string): Block {
	return {type: 'paragraph', children: [text(words)]};
}

export function quote(author: string | null, number: number | null, words: string): Block {
	const source = author === null && number === null ? null : {author, number, topic: null};
	return {type: 'quote', source, children: [paragraph(words)]};
}

/** The long post: its first and its last step name what is searched for. */
const steps = Array.from({length: 30}, (_, index) => {
	const step = index + 1;
	if (step === 1) return 'Step 1. Pour the silica on a tray, one layer of beads and no more than that.';
	if (step === 30) return 'Step 30. Fill the jar while the silica is still warm, then close it at once.';
	return `Step ${step}. Wait for ${step * 2} minutes, then turn the tray around so that both sides get the same heat.`;
});

export const shedPosts: readonly SamplePost[] = [
	{
		id: '1',
		number: 1,
		author: 'grace',
		name: 'Grace H.',
		date: '2024-05-02',
		likes: 2,
		blocks: [
			paragraph('Our shed drips every winter and the tools rust. What do you do against the damp?'),
			{
				type: 'list',
				ordered: true,
				start: 1,
				items: [
					[paragraph('more air')],
					[paragraph('less earth'), {type: 'list', ordered: false, start: 1, items: [[paragraph('boards')]]}],
				],
			},
		],
	},
	{
		id: '2',
		number: 2,
		author: 'linus',
		date: '2024-05-02T18:40',
		likes: 5,
		blocks: [
			paragraph('Silica gel in a jar helps small drawers. Dry the silica in the oven and use it again.'),
			{
				type: 'paragraph',
				children: [
					text('See '),
					{type: 'link', url: 'https://linus.example/dry', children: [text('my notes')]},
					text(' :seedling:'),
				],
			},
		],
	},
	{
		id: '3',
		number: 3,
		author: 'ada',
		date: '2024-05-03T09:14',
		likes: 13,
		blocks: [
			quote('grace', 1, 'the tools rust'),
			paragraph('Oil them in autumn: a thin coat of camellia oil keeps rust away.'),
			{type: 'paragraph', children: [{type: 'image', alt: 'a row of oiled chisels', url: null}]},
			{type: 'code', language: null, text: 'coat = 2 drops\nwait = 1 day'},
		],
	},
	{
		id: '4',
		number: 4,
		author: 'ken',
		date: '2024-05-03',
		likes: 0,
		blocks: [
			{
				type: 'paragraph',
				children: [{type: 'mention', name: 'ada'}, text(' how long does one bottle of camellia oil last?')],
			},
		],
	},
	{id: '5', number: 5, kind: 'action', author: 'system', action: 'Closed', date: '2024-05-04', blocks: []},
	{
		id: '6',
		number: 6,
		author: 'grace',
		name: 'Grace H.',
		date: '2024-05-06T07:00',
		likes: 1,
		blocks: [
			quote(null, null, 'Dry the silica in the oven and use it again.'),
			{
				type: 'paragraph',
				children: [
					text('At what heat? Ours turned brown, see '),
					{type: 'link', url: 'https://grace.example/', children: [text('https://grace.example/')]},
					text(' and '),
					{type: 'link', url: 'https://grace.example/brown', children: [text('this picture')]},
				],
			},
		],
	},
	{
		id: '7',
		number: 7,
		author: 'linus',
		date: '2024-05-06T19:30',
		likes: 4,
		blocks: [
			quote('grace', 6, 'At what heat?'),
			{type: 'heading', level: 2, children: [text('Drying it, step by step')]},
			...steps.map(paragraph),
		],
	},
	{
		id: '8',
		number: 8,
		author: 'ada',
		date: '2024-05-07',
		likes: 0,
		blocks: [
			quote('ken', null, 'how long does one bottle of camellia oil last'),
			paragraph('Two winters for us. Kens 道具 get a coat as well 👩‍🔧.'),
			{type: 'paragraph', children: [text('And: '), {type: 'spoiler', children: [text('the cat knocked it over')]}]},
			{type: 'details', summary: 'Prices', children: [paragraph('Nine for the small one.')]},
		],
	},
];

/** A builder that reads bodies from the posts given, the first of them added. */
export function builderOf(posts: readonly SamplePost[], added = posts.length): DumpBuilder {
	const blocks = new Map(posts.map(post => [post.id, post.blocks]));
	const builder = new DumpBuilder('discourse-text', post => blocks.get(post.raw) ?? []);
	for (const post of posts.slice(0, added)) addTo(builder, post);
	return builder;
}

export function addTo(builder: DumpBuilder, {blocks: _, ...facts}: SamplePost): void {
	builder.add({...facts, markup: 'plain', raw: facts.id});
}

export function dumpOf(posts: readonly SamplePost[]): Dump {
	return builderOf(posts).snapshot(true);
}

function makeShed(): Dump {
	const builder = builderOf(shedPosts);
	builder.head({title: 'What keeps a garden shed dry?', url: 'https://www.shed.example/t/dry/7'});
	return builder.snapshot(true);
}

export const shed = makeShed();

export type ModelOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly keys?: Readonly<Record<string, readonly string[]>>;
	readonly glyphs?: Glyphs;
};

/** A model at its beginning: the whole dump read, indexed and covered. 120 x 30, unless told. */
export function modelOf(dump: Dump, {columns = 120, rows = 30, keys = {}, glyphs = unicode}: ModelOptions = {}): Model {
	const context = createContext(dump);
	context.advance(Number.POSITIVE_INFINITY);
	const engine = createEngine(null, () => 0);
	engine.index(dump, Number.POSITIVE_INFINITY);
	return {
		dump,
		context,
		engine,
		keymap: keymapOf(keys),
		glyphs,
		read: new ReadLog(),
		state: initialState({columns, rows}),
	};
}

function keymapOf(keys: Readonly<Record<string, readonly string[]>>): Keymap {
	const keymap = makeKeymap(keys);
	if ('clash' in keymap) throw new Error(keymap.clash);
	return keymap;
}

/** A thread of a hundred short posts, for moving about. */
export const hundred = dumpOf(
	Array.from({length: 100}, (_, index) => ({
		id: String(index + 1),
		number: index + 1,
		author: ['ada', 'grace', 'ken', 'linus'][index % 4] ?? null,
		likes: index % 10 === 0 ? index : 0,
		blocks: [paragraph(`Post ${index + 1} says little.`)],
	})),
);
