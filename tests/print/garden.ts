/** A small dump that holds one of everything print must draw. */
import {type Block, makeBody} from '../../source/thread/body.ts';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import type {PostDraft} from '../../source/thread/post.ts';

type Draft = Omit<PostDraft, 'markup' | 'raw'> & {readonly blocks: readonly Block[]};

/** A paragraph of plain words. */
export function words(text: string): Block {
	return {type: 'paragraph', children: [{type: 'text', text}]};
}

/** A dump of posts whose bodies are given as blocks. */
export function dumpOf(drafts: readonly Draft[], tell: (builder: DumpBuilder) => void = () => {}): Dump {
	const blocks = new Map(drafts.map(draft => [draft.id, draft.blocks]));
	const builder = new DumpBuilder('discourse-text', post => blocks.get(post.id) ?? []);
	tell(builder);
	for (const {blocks, ...facts} of drafts) {
		const {text, quotes} = makeBody(blocks);
		builder.add({...facts, markup: 'plain', raw: [text, ...quotes.map(quote => quote.text)].join('\n\n')});
	}
	return builder.snapshot(true);
}

export const garden = dumpOf(
	[
		{
			id: '1',
			number: 1,
			author: 'grace',
			name: 'Grace H.',
			date: '2024-05-02',
			likes: 2,
			blocks: [
				words('Paper bags, never plastic. I lost a whole box to mould.'),
				{
					type: 'list',
					ordered: true,
					start: 1,
					items: [
						[words('dry them')],
						[words('label them'), {type: 'list', ordered: false, start: 1, items: [[words('year')]]}],
					],
				},
			],
		},
		{
			id: '2',
			number: 2,
			author: 'ada',
			date: '2024-05-03T09:14',
			likes: 13,
			blocks: [
				{
					type: 'quote',
					source: {author: 'grace', number: 1, topic: null},
					children: [
						{type: 'quote', source: null, children: [words('What do you use?')]},
						words('Paper bags, never plastic.'),
					],
				},
				{
					type: 'paragraph',
					children: [
						{type: 'text', text: 'Both, and '},
						{type: 'strong', children: [{type: 'text', text: 'here'}]},
						{type: 'text', text: ' is why: '},
						{type: 'link', url: 'https://seeds.example/why', children: [{type: 'text', text: 'a test'}]},
						{type: 'text', text: ' of :seedling: 5*3.'},
						{type: 'break'},
						{type: 'image', alt: 'a shelf of labelled jars', url: null},
					],
				},
				{type: 'code', language: 'js', text: 'if (dry) {\n\tstore();\n}'},
			],
		},
		{id: '3', number: 3, kind: 'action', author: 'system', action: 'Closed', date: '2024-05-04T10:00:05Z', blocks: []},
		{id: '4', number: 4, kind: 'missing', count: 2, blocks: []},
		{
			id: '6',
			number: 6,
			kind: 'hidden',
			author: 'ken',
			likes: 0,
			parent: '2',
			edited: '2024-05-05T10:00+02:00',
			blocks: [
				{
					type: 'paragraph',
					children: [
						{type: 'mention', name: 'ada'},
						{type: 'text', text: ' how long '},
						{type: 'emphasis', children: [{type: 'text', text: 'do they'}]},
						{type: 'text', text: ' keep? '},
						{type: 'spoiler', children: [{type: 'text', text: 'two years'}]},
					],
				},
				{
					type: 'table',
					head: [[{type: 'text', text: 'seed'}], [{type: 'text', text: 'years'}]],
					rows: [[[{type: 'text', text: 'bean'}], [{type: 'text', text: '3'}]]],
				},
				{
					type: 'poll',
					title: 'Bags?',
					options: [
						{text: 'paper', votes: 5},
						{text: 'plastic', votes: null},
					],
					voters: 5,
				},
				{type: 'details', summary: 'More', children: [words('nothing')]},
				{type: 'preview', title: 'Seed bank', url: 'https://bank.example/', children: [words('cold')]},
				{type: 'rule'},
				{type: 'signature', children: [words('Ken')]},
			],
		},
	],
	builder => {
		builder.head({title: 'How do you store your seeds over winter?', url: 'https://garden.example/t/seeds/7'});
		builder.problem({level: 'warning', line: 12, post: '2', message: 'a quote without an end'});
	},
);
