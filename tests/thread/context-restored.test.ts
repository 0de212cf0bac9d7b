import {describe, expect, test} from 'vitest';
import {type Context, createContext} from '../../source/thread/context.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {growingThread, parentIn, quote, quotesIn, type Said, threadOf} from './thread-of.ts';

/** The context of a dump, all of it read. */
function contextOf(dump: Dump): Context {
	const context = createContext(dump);
	context.advance(Number.POSITIVE_INFINITY);
	return context;
}

function quotes(posts: readonly Said[], id: string): readonly string[] {
	const dump = threadOf(...posts);
	return quotesIn(dump, contextOf(dump), id);
}

const frost = 'The frost comes early in the valley, so lift the dahlias before October.';

describe('a quote of a quote', () => {
	const ada: Said = {author: 'ada', says: [frost]};
	const ken: Said = {author: 'ken', says: [quote({author: 'ada'}, frost), 'In my garden they stay in the ground.']};

	test.each<[name: string, said: Said['says'], expected: readonly string[]]>([
		[
			'points to where the words were first written, through the post that carried them',
			[quote({author: 'ken'}, 'In my garden they stay', quote({author: 'ada'}, 'lift the dahlias before October'))],
			['2 exact "In my garden they stay"', '1 through:2 exact "lift the dahlias before October"'],
		],
		[
			'without names',
			[quote(null, 'In my garden they stay', quote(null, 'lift the dahlias before October'))],
			['2 exact "In my garden they stay"', '1 through:2 exact "lift the dahlias before October"'],
		],
		[
			'given to the one who carried it',
			[quote({author: 'ken'}, 'lift the dahlias before October')],
			['1 through:2 exact "lift the dahlias before October"'],
		],
		[
			'given to the post that carried it',
			[quote({number: 2}, 'lift the dahlias before October')],
			['1 through:2 exact "lift the dahlias before October"'],
		],
		[
			'taken together with words of the one who carried it',
			[quote({author: 'ken'}, 'so lift the dahlias before October.', 'In my garden they stay')],
			['2 exact "In my garden they stay"'],
		],
	])('%s', (_, said, expected) => {
		expect(quotes([ada, ken, {author: 'eve', says: said}], '3')).toEqual(expected);
	});

	test('answers the one who carried it', () => {
		const dump = threadOf(ada, ken, {author: 'eve', says: [quote({author: 'ken'}, 'lift the dahlias before October')]});
		const context = contextOf(dump);
		expect(parentIn(dump, context, '3')).toBe('2 quote');
		expect([context.quotedBy('1'), context.quotedBy('2')]).toEqual([['2', '3'], ['3']]);
	});

	test('whose first source is not here stands with the post that shows it', () => {
		const carrier: Said = {
			author: 'ken',
			says: [quote({author: 'zoe'}, 'nobody waters a cactus in the winter'), 'True.'],
		};
		const said = [quote({author: 'ken'}, 'nobody waters a cactus in the winter')];
		expect(quotes([carrier, {author: 'eve', says: said}], '2')).toEqual(['1 exact -']);
	});
});

describe('of several posts that hold the words', () => {
	const words = 'the cold frame stays shut until noon';
	const posts: readonly Said[] = [
		{author: 'ada', says: [`I think ${words}.`]},
		{author: 'ken', says: [`No: ${words}, always.`]},
		{author: 'ada', says: ['Something else entirely about jam.']},
	];
	test.each<[name: string, said: Said, expected: string]>([
		['the latest', {says: [quote(null, words)]}, `2 exact "${words}"`],
		['one of the author it names', {says: [quote({author: 'ada'}, words)]}, `1 exact "${words}"`],
		['the one that is answered', {parent: '1', says: [quote(null, words)]}, `1 exact "${words}"`],
		[
			'the one that is quoted beside it',
			{says: [quote({number: 1}, 'I think'), quote(null, words)]},
			`1 exact "${words}"`,
		],
	])('%s', (_, said, expected) => {
		expect(quotes([...posts, said], '4').at(-1)).toBe(expected);
	});
});

test('a quote is found far back', () => {
	const filler = Array.from({length: 300}, (_, index): Said => ({says: [`Filler number ${index} about the weather.`]}));
	const posts: readonly Said[] = [{says: [`Long ago: ${frost}`]}, ...filler];
	expect(quotes([...posts, {says: [quote(null, frost)]}], '302')).toEqual([`1 exact "${frost.slice(0, -1)}"`]);
	expect(quotes([...posts, {says: [quote(null, 'lift your dahlias, in October')]}], '302')).toEqual(['nowhere']);
});

describe('in a dump without a single quote', () => {
	const posts: readonly Said[] = [
		{says: ['Short.', frost, 'My shed is “a palace for spiders and snails” at best.']},
		{says: ['Not here, I said, dear gardener.']},
	];
	test.each<[name: string, says: readonly string[], expected: readonly string[]]>([
		['a paragraph', ['Hm.', frost, 'I disagree.'], [`1 exact "${frost.slice(0, -1)}" ← ${frost}`]],
		[
			'words in quotation marks',
			['You say “comes early in the valley” but where?'],
			['1 exact "comes early in the valley" ← comes early in the valley'],
		],
		['too few words', ['You say “the valley” but where?', 'Short.'], []],
		['common words', ['You say “so it is in the” but where?'], []],
		['a short paragraph', ['Not here, I said, dear gardener.'], []],
		['a paragraph that ends the post, as a signature does', ['I disagree.', frost], []],
		['a post sent twice', ['Short.', frost], []],
		[
			'words in quotation marks at the end',
			['You say “comes early in the valley”'],
			['1 exact "comes early in the valley" ← comes early in the valley'],
		],
		['words of nobody', ['“Every snail deserves a decent home” says my book.'], []],
	])('%s', (_, says, expected) => {
		const dump = threadOf(...posts, {says});
		const context = contextOf(dump);
		const last = dump.posts[2];
		if (last === undefined) expect.fail('no post');
		const repeated = context.quotesOf(last).map(({place, text}, index) => {
			expect(place === null ? null : dump.body(last).text.slice(...place)).toBe(text);
			return `${quotesIn(dump, context, '3')[index]} ← ${text}`;
		});
		expect(repeated).toEqual(expected);
		expect(parentIn(dump, context, '3')).toBe(expected.length === 0 ? 'none' : '1 quote');
		expect(context.quotedBy('1')).toEqual(expected.length === 0 ? [] : ['3']);
		expect(context.answersTo('1')).toEqual(expected.length === 0 ? [] : ['3']);
	});

	test('words that were repeated before go to where they were first written', () => {
		expect(quotes([...posts, {says: [frost]}, {says: [frost, 'Again.']}], '4')).toEqual([
			`1 through:3 exact "${frost.slice(0, -1)}"`,
		]);
	});

	test('what a program printed to both, and what the format would have marked, is no quote', () => {
		const hint = 'HINT: No pump matches the given name and the given hoses.';
		expect(quotes([{says: ['So:', hint, 'Why?']}, {says: ['Mine, too:', hint, 'On Sundays.']}], '2')).toEqual([]);
		const marked: Said = {markup: 'html', says: [frost, 'I disagree.']};
		expect(quotes([...posts, marked], '3')).toEqual([]);
	});

	test('what everybody repeats, and what people repeat of themselves, is no quote', () => {
		const signed = Array.from({length: 6}, (_, index): Said => ({says: [`Post ${index}.`, frost]}));
		expect(quotes(signed, '6')).toEqual([]);
		expect(
			quotes(
				[
					{author: 'ada', says: [frost]},
					{author: 'ada', says: [frost, 'More.']},
				],
				'2',
			),
		).toEqual([]);
	});

	test('a quote anywhere ends that', () => {
		const grow = growingThread([...posts, {says: [frost, 'I disagree.']}, {says: [quote(null, 'Not here at all')]}]);
		const context = createContext(grow(3));
		context.advance(Number.POSITIVE_INFINITY);
		expect(context.quotedBy('1')).toEqual(['3']);
		const whole = grow(4);
		context.extend(whole);
		context.advance(Number.POSITIVE_INFINITY);
		expect(context.quotedBy('1')).toEqual([]);
		expect(context.answersTo('1')).toEqual([]);
		expect([quotesIn(whole, context, '3'), parentIn(whole, context, '3')]).toEqual([[], 'none']);
	});
});

describe('a likely parent', () => {
	const by = (author: string | null, ...says: readonly string[]): Said => ({
		author,
		says: says.length > 0 ? says : ['Yes.'],
	});
	const action: Said = {author: 'ken', kind: 'action', action: 'Closed', says: []};
	test.each<[name: string, posts: readonly Said[], expected: string]>([
		['in an exchange', [by('ada'), by('ken'), by('ada')], '2 likely'],
		['in an exchange over an action', [by('ada'), by('ken'), action, by('ada')], '2 likely'],
		['not of the first post', [by('ada')], 'none'],
		['not after another author alone', [by('ada'), by('ken'), by('eve')], 'none'],
		['not after oneself', [by('ada'), by('ken'), by('ada'), by('ada')], 'none'],
		['not without authors', [by(null), by(null), by(null)], 'none'],
		['not where somebody is addressed', [by('eve'), by('ada'), by('ken'), by('ada', '@eve no')], '1 mention'],
		['not where the dump states parents', [by('ada'), {...by('ken'), parent: '1'}, by('ada')], 'none'],
		[
			'where only the posts of another file state theirs',
			[{...by('eve'), markup: 'html'}, {...by('zoe'), markup: 'html', parent: '1'}, by('ada'), by('ken'), by('ada')],
			'4 likely',
		],
		[
			'rather than the one that the subject says',
			[by('ada'), {...by('ken'), parent: '1'}, {...by('ada'), parent: '1', parentBasis: 'subject'}],
			'2 likely',
		],
		[
			'not in another topic',
			[
				{...by('ada'), topic: 'a'},
				{...by('ken'), topic: 'b'},
				{...by('ada'), topic: 'a'},
			],
			'none',
		],
		['not over posts that are missing', [by('ada'), by('ken'), {kind: 'missing', says: []}, by('ada')], 'none'],
	])('%s', (_, posts, expected) => {
		const dump = threadOf(...posts);
		const context = contextOf(dump);
		const last = String(posts.length);
		expect(parentIn(dump, context, last)).toBe(expected);
		expect(parentIn(dump, createContext(dump), last)).toBe(expected);
		const [answered] = expected.split(' ');
		for (const {id} of dump.posts) {
			expect(context.answersTo(id).includes(last)).toBe(id === answered);
		}
	});

	test('is taken back when the dump turns out to state parents', () => {
		const grow = growingThread([by('ada'), by('ken'), by('ada'), {...by('eve'), parent: '1'}]);
		const context = createContext(grow(3));
		context.advance(Number.POSITIVE_INFINITY);
		expect(context.answersTo('2')).toEqual(['3']);
		const whole = grow(4);
		context.extend(whole);
		context.advance(Number.POSITIVE_INFINITY);
		expect(context.answersTo('2')).toEqual([]);
		expect(parentIn(whole, context, '3')).toBe('none');
	});
});

test('a parent that only the subject names yields to a quote', () => {
	const posts: readonly Said[] = [
		{author: 'ada', says: ['One.']},
		{author: 'ken', parent: '1', says: [frost]},
		{author: 'eve', parent: '1', parentBasis: 'subject', says: [quote(null, frost)]},
		{author: 'zoe', parent: '1', parentBasis: 'subject', says: ['Hm.']},
	];
	const dump = threadOf(...posts);
	const context = contextOf(dump);
	expect([parentIn(dump, context, '3'), parentIn(dump, context, '4')]).toEqual(['2 quote', '1 subject']);
});

describe('who wrote a post that names nobody', () => {
	const unsigned: Said = {says: [frost]};
	const says = (name: string, words: string): Said => ({says: [quote({author: name}, words), 'So?']});
	test.each<[name: string, posts: readonly Said[], expected: string | null]>([
		['a quote says it', [unsigned, says('ada', frost)], 'ada 2'],
		['two quotes agree', [unsigned, says('ada', frost), says('Ada', frost)], 'ada 2'],
		['two quotes disagree', [unsigned, says('ada', frost), says('ken', frost)], null],
		['too few words', [unsigned, says('ada', 'before October')], null],
		[
			'words that are edited',
			[unsigned, says('ada', 'The frost comes very early in the valley, so lift the dahlias')],
			null,
		],
		['words of two posts', [unsigned, unsigned, says('ada', frost)], null],
		['the post says it itself', [{author: 'ken', says: [frost]}, says('ada', frost)], null],
		['the quote says nothing', [unsigned, {says: [quote(null, frost)]}], null],
	])('%s', (_, posts, expected) => {
		const dump = threadOf(...posts);
		const [first] = dump.posts;
		if (first === undefined) expect.fail('no post');
		const inferred = contextOf(dump).authorInferred(first);
		expect(inferred === null ? null : `${inferred.name} ${inferred.from}`).toBe(expected);
	});
});

test('where posts come to stand before others, all is read anew', () => {
	const posts: readonly Said[] = [
		{id: 'a', author: 'ada', says: [frost]},
		{id: 'b', author: 'ken', says: [quote(null, frost)]},
	];
	const context = contextOf(threadOf(...posts));
	expect(context.quotedBy('a')).toEqual(['b']);
	const moved = threadOf({id: 'c', author: 'eve', says: ['Before.']}, ...posts, {id: 'd', says: [quote(null, frost)]});
	context.extend(moved);
	expect([context.covered, context.quotedBy('a')]).toEqual([0, []]);
	context.advance(Number.POSITIVE_INFINITY);
	expect(quotesIn(moved, context, 'b')).toEqual([`a exact "${frost.slice(0, -1)}"`]);
	expect(context.quotedBy('a')).toEqual(['b', 'd']);
});
