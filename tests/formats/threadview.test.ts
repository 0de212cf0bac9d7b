/**
What was printed is read back as the same object, whatever it was read from.
*/
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it, test} from 'vitest';
import type {PrintForm} from '../../source/print/forms.ts';
import {print} from '../../source/print/print.ts';
import type {Block, Inline} from '../../source/thread/body.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {dumpOf} from '../print/garden.ts';
import {readDump} from './read-dump.ts';

const fixtures = filesIn('fixtures').filter(name => !name.endsWith('.expected.json'));
const shared = '../shared/dumps';
const samples = existsSync(shared) ? filesIn(shared).filter(name => !name.endsWith('.tsv')) : [];

function filesIn(folder: string): readonly string[] {
	return readdirSync(folder).flatMap(name => {
		const path = `${folder}/${name}`;
		return statSync(path).isDirectory() ? filesIn(path) : [path];
	});
}

function printed(dump: Dump, form: PrintForm): string {
	const result = print(dump, {form, search: null, post: null, columns: null, ascii: false});
	return result.type === 'printed' ? [...result.pieces].join('') : '';
}

/** What is printed of what was printed, as a JSON object in both cases. */
async function readBack(dump: Dump, form: PrintForm): Promise<string> {
	return printed(await readDump(printed(dump, form), 'threadview'), 'json');
}

describe('read back', () => {
	it.each(fixtures)('%s', async name => {
		const dump = await readDump(readFileSync(name));
		const object = printed(dump, 'json');
		expect(await readBack(dump, 'json')).toBe(object);
		if (dump.posts.length > 0) expect(await readBack(dump, 'jsonl')).toBe(object);
	});

	it.skipIf(samples.length === 0)(
		'every sample in ../shared (skipped where that is not there)',
		async () => {
			for (const name of samples) {
				const dump = await readDump(readFileSync(name));
				expect(await readBack(dump, 'json'), name).toBe(printed(dump, 'json'));
			}
		},
		60_000,
	);
});

/* Few words, so that many passages, links and names are alike. */
const word = fc.constantFrom(...'moss fern the of [image] @ada @bo • 1. -'.split(' '), 'willow herb tea', '\t', ' ');
const words = fc.array(word, {minLength: 1, maxLength: 6}).map(list => list.join(' '));
const name = fc.constantFrom('ada', 'bo', 'Ada L.');
const address = fc.constantFrom('https://tea.example/', 'https://tea.example/pots', '');

const {inlines} = fc.letrec<{inline: Inline; inlines: Inline[]}>(tie => ({
	inlines: fc.array(tie('inline'), {maxLength: 4}),
	inline: fc.oneof(
		{depthSize: 'small', withCrossShrink: true},
		fc.oneof(
			words.map((text): Inline => ({type: 'text', text})),
			fc.constant<Inline>({type: 'break'}),
			name.map((known): Inline => ({type: 'mention', name: known})),
			fc.record({type: fc.constant('image' as const), alt: fc.constantFrom('', 'moss'), url: fc.option(address)}),
		),
		fc.record({type: fc.constant('link' as const), url: address, children: tie('inlines')}),
		fc.record({type: fc.constantFrom('strong' as const, 'spoiler' as const), children: tie('inlines')}),
	),
}));

const facts = fc.record({
	author: fc.option(name),
	number: fc.option(fc.integer({min: 1, max: 12})),
	topic: fc.constant(null),
});
/** Only a quote that names its author says when the words were written. */
const source = fc.oneof(
	facts,
	fc.record({author: name, number: fc.constant(null), topic: fc.constant(null), date: fc.constant('2024-05-03T09:14')}),
);

const {blocks} = fc.letrec<{block: Block; blocks: Block[]}>(tie => ({
	blocks: fc.array(tie('block'), {maxLength: 4}),
	block: fc.oneof(
		{depthSize: 'medium', withCrossShrink: true},
		inlines.map((children): Block => ({type: 'paragraph', children})),
		fc.record({type: fc.constant('quote' as const), source: fc.option(source), children: tie('blocks')}),
		fc.record({type: fc.constant('quote' as const), source: fc.option(source), children: tie('blocks')}),
		fc.record({
			type: fc.constant('list' as const),
			ordered: fc.boolean(),
			start: fc.constant(1),
			items: fc.array(tie('blocks'), {maxLength: 3}),
		}),
		fc.oneof(
			fc.record({type: fc.constant('code' as const), language: fc.constant(null), text: words}),
			fc.record({
				type: fc.constant('preview' as const),
				title: words,
				url: fc.option(address),
				children: tie('blocks'),
			}),
			fc.record({type: fc.constant('details' as const), summary: words, children: tie('blocks')}),
			fc.record({type: fc.constant('signature' as const), children: tie('blocks')}),
			fc.record({type: fc.constant('table' as const), head: fc.array(inlines), rows: fc.array(fc.array(inlines))}),
			fc.constant<Block>({type: 'rule'}),
		),
	),
}));

const said = fc.record({
	author: fc.option(name),
	date: fc.option(fc.constantFrom('2024-05-03T07:14:02Z', '2024-05-04')),
	topic: fc.constantFrom('1', '2'),
	answers: fc.option(fc.nat()),
	parentBasis: fc.constantFrom('stated' as const, 'subject' as const),
	blocks,
});

test('whatever the thread, what is printed of it is read back as the same object', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(said, {minLength: 1, maxLength: 10}), fc.boolean(), async (posts, statesParents) => {
			const dump = dumpOf(
				posts.map(({answers, parentBasis, ...facts}, index) => ({
					...facts,
					id: `p${index + 1}`,
					number: index + 1,
					...(statesParents && answers !== null && index > 0 ? {parent: `p${(answers % index) + 1}`, parentBasis} : {}),
				})),
			);
			const object = printed(dump, 'json');
			expect(await readBack(dump, 'json')).toBe(object);
			expect(await readBack(dump, 'jsonl')).toBe(object);
		}),
		{numRuns: 50},
	);
}, 60_000);

describe('what is left of it', () => {
	const whole = readFileSync('fixtures/threadview/lantern-boat.json', 'utf8');

	it('JSON laid out anew is the same', async () => {
		const compact = JSON.stringify(JSON.parse(whole));
		const wide = JSON.stringify(JSON.parse(whole), null, 4);
		const facts = (dump: Dump) => [dump.title, dump.posts, dump.problems];
		const expected = facts(await readDump(whole));
		expect(facts(await readDump(compact))).toEqual(expected);
		expect(facts(await readDump(wide))).toEqual(expected);
	});

	it('JSON that breaks off gives the posts before, and says so', async () => {
		const dump = await readDump(whole.slice(0, whole.indexOf('"id":"6"')));
		expect(dump.posts.map(post => post.id).slice(0, 4)).toEqual(['1', '2', '3', '5']);
		expect(dump.problems.map(({message}) => message).join()).toMatch(/breaks off/);
	});

	it('a part of the posts is said to be a part', async () => {
		const lines = readFileSync('fixtures/threadview/shelf-talk.jsonl', 'utf8').split('\n');
		const dump = await readDump(`${lines[0]}\n${lines[2]}\n`);
		expect(dump.posts.map(post => post.id)).toEqual(['2']);
		expect(dump.problems).toMatchObject([{level: 'error', message: expect.stringMatching(/^1 of 2 posts/)}]);
	});

	it('what is no post is left out, and that is said', async () => {
		const dump = await readDump('{"thread":{"format":"x","threads":[{"id":"1"}]}}\n{"id":7}\n[1]\n', 'threadview');
		expect(dump.posts).toEqual([]);
		expect(dump.problems.map(({line, level}) => [line, level])).toEqual([
			[2, 'error'],
			[3, 'error'],
		]);
	});
});
