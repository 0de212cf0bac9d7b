import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Block, Inline, QuoteSource} from '../../source/thread/body.ts';
import {createContext, quotedPassages} from '../../source/thread/context.ts';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import type {PostDraft} from '../../source/thread/post.ts';

type Draft = Partial<Omit<PostDraft, 'markup' | 'raw'>> & {readonly says: readonly (string | Block)[]};

function builderOf(
	drafts: readonly Draft[],
	added = drafts.length,
): {builder: DumpBuilder; add: (upTo: number) => void} {
	const builder = new DumpBuilder('text', post =>
		(drafts[Number(post.raw)]?.says ?? []).map(part => (typeof part === 'string' ? paragraph(part) : part)),
	);
	const add = (upTo: number) => {
		drafts.slice(builder.count, upTo).forEach(({says: _, ...facts}) => {
			const index = builder.count;
			builder.add({id: String(index + 1), number: index + 1, markup: 'plain', raw: String(index), ...facts});
		});
	};
	add(added);
	return {builder, add};
}

function dumpOf(...drafts: readonly Draft[]): Dump {
	return builderOf(drafts).builder.snapshot(true);
}

/** Words in which `@name` is a mention. */
function paragraph(words: string): Block {
	const children = words.split(/(@\w+)/).flatMap((part): Inline[] => {
		if (part === '') return [];
		return [part.startsWith('@') ? {type: 'mention', name: part.slice(1)} : {type: 'text', text: part}];
	});
	return {type: 'paragraph', children};
}

function quote(words: string, source: Partial<QuoteSource> | null = null): Block {
	const stated = source === null ? null : {author: null, number: null, topic: null, ...source};
	return {type: 'quote', source: stated, children: [paragraph(words)]};
}

/** Where a post's quotes stand, as `id basis "words"`. */
function quotes(dump: Dump, id: string): readonly string[] {
	const context = createContext(dump);
	const post = dump.posts[dump.indexOf(id)];
	if (post === undefined) return [];
	return context.quotesOf(post).map(({post: to, basis, span}) => {
		const target = to === null ? undefined : dump.posts[dump.indexOf(to)];
		if (target === undefined) return 'nowhere';
		return `${to} ${basis} ${span === null ? '-' : `"${dump.body(target).text.slice(...span)}"`}`;
	});
}

const kettle: Draft = {
	author: 'ada',
	name: 'Ada Loo',
	says: ['My kettle sings slowly at first.', 'Then it boils over.'],
};

describe('what a post quotes', () => {
	const stove: Draft = {author: 'ken', says: ['The stove is older than the kettle that sings slowly.']};
	test.each<[name: string, says: readonly (string | Block)[], expected: readonly string[]]>([
		['a stated number', [quote('sings slowly', {number: 2})], ['2 stated "sings slowly"']],
		['a stated number whose post has other words', [quote('never said', {number: 1})], ['1 stated -']],
		[
			'a number that is not here, by its words',
			[quote('Then it boils over', {number: 99})],
			['1 exact "Then it boils over"'],
		],
		['a name, by its words', [quote('sings slowly', {author: 'ada'})], ['1 exact "sings slowly"']],
		['a name in other case', [quote('sings slowly', {author: 'ADA'})], ['1 exact "sings slowly"']],
		['a display name', [quote('sings slowly', {author: 'Ada Loo'})], ['1 exact "sings slowly"']],
		['a name that never said it', [quote('sings slowly at first', {author: 'ken'})], ['nowhere']],
		[
			'a name nobody has, by enough words',
			[quote('The stove is older', {author: 'zoe'})],
			['2 exact "The stove is older"'],
		],
		['no name, by enough words', [quote('My kettle sings slowly')], ['1 exact "My kettle sings slowly"']],
		['no name and few words that one near post has', [quote('boils over')], ['1 exact "boils over"']],
		['no name and few words that two near posts have', [quote('sings slowly')], ['nowhere']],
		['no name and one short word', [quote('stove')], ['nowhere']],
		[
			'a shortened quote',
			[quote('My kettle … boils over', {author: 'ada'})],
			['1 close "My kettle sings slowly at first.\n\nThen it boils over"'],
		],
		['itself', [quote('my own words are here', {number: 3}), 'my own words are here'], ['nowhere']],
		[
			'two quotes',
			[quote('Then it boils over', {author: 'ada'}), 'and', quote('stove', {number: 2})],
			['1 exact "Then it boils over"', '2 stated "stove"'],
		],
	])('%s', (_, says, expected) => {
		expect(quotes(dumpOf(kettle, stove, {author: 'grace', says}), '3')).toEqual(expected);
	});

	test('the latest post of a name is looked at first, a word for word one wins over a close one', () => {
		const said = 'one two three four five six seven';
		const edited = 'one two three four five six and seven';
		const dump = dumpOf(
			{author: 'ada', says: [said]},
			{author: 'ada', says: [said]},
			{author: 'ada', says: [edited]},
			{author: 'ken', says: [quote(said, {author: 'ada'})]},
		);
		expect(quotes(dump, '4')).toEqual([`2 exact "${said}"`]);
	});

	test('later posts and those of other topics are not looked at', () => {
		const dump = dumpOf(
			{topic: 'a', says: ['Water the beans at night only.']},
			{topic: 'b', says: [quote('Water the beans at night')]},
			{topic: 'b', says: ['Water the beans at night only.']},
		);
		expect(quotes(dump, '2')).toEqual(['nowhere']);
	});

	test('a number counts in the topic that the quote names', () => {
		const dump = dumpOf(
			{topic: 'a', number: 1, says: ['In topic a.']},
			{topic: 'b', number: 1, says: ['In topic b.']},
			{
				topic: 'b',
				number: 2,
				says: [quote('x', {number: 1, topic: 'a'}), quote('x', {number: 1}), quote('x', {number: 1, topic: 'z'})],
			},
		);
		expect(quotes(dump, '3')).toEqual(['1 stated -', '2 stated -', 'nowhere']);
	});
});

describe('what a post answers', () => {
	const parent = (...drafts: readonly Draft[]): string => {
		const dump = dumpOf(...drafts);
		const last = dump.posts.at(-1);
		const found = last === undefined ? null : createContext(dump).parentOf(last);
		return found === null ? 'none' : `${found.post} ${found.basis}`;
	};
	const ken: Draft = {author: 'ken', says: ['The stove is warm.']};
	test.each<[name: string, last: Draft, expected: string]>([
		['what the dump states', {parent: '2', says: [quote('kettle', {number: 1}), '@ada no']}, '2 stated'],
		['what it states and does not hold', {parent: '77', says: [quote('kettle', {number: 1})]}, 'none'],
		['what it quotes', {says: ['@ken see', quote('kettle', {number: 1})]}, '1 quote'],
		['the first that is found of what it quotes', {says: [quote('gone'), quote('stove', {number: 2})]}, '2 quote'],
		['whom it addresses', {says: ['@ken is it?']}, '2 mention'],
		['whom it addresses behind a quote without a source', {says: [quote('gone'), '@ken is it?']}, '2 mention'],
		['nobody, where a name stands further on', {says: ['I ask @ken']}, 'none'],
		['nobody, where the name has not posted', {says: ['@zoe is it?']}, 'none'],
		['nobody, for an action', {kind: 'action', says: [quote('kettle', {number: 1})]}, 'none'],
		['nobody, where nothing is said', {says: []}, 'none'],
	])('%s', (_, last, expected) => {
		expect(parent(kettle, ken, {author: 'grace', ...last})).toBe(expected);
	});

	test('whom it addresses, by their latest post before it in its topic', () => {
		const by = (author: string, topic = '1'): Draft => ({author, topic, says: ['Something said.']});
		const asks: Draft = {author: 'grace', says: ['@ken is it?']};
		expect(parent(by('ken'), by('ken'), by('ada'), asks)).toBe('2 mention');
		expect(parent(by('ken', 'other'), asks)).toBe('none');
	});
});

describe('what came of a post', () => {
	const drafts: readonly Draft[] = [
		kettle,
		{author: 'ken', says: [quote('kettle sings', {number: 1}), quote('boils over', {number: 1}), 'Mine too.']},
		{author: 'linus', says: ['@ken which one?']},
		{author: 'grace', says: [quote('Mine', {number: 2}), quote('kettle', {number: 1})]},
	];

	test('is known for the posts read so far, in thread order, each once', () => {
		const context = createContext(dumpOf(...drafts));
		expect([context.covered, context.quotedBy('1'), context.answersTo('1')]).toEqual([0, [], []]);
		while (!context.advance(0.01));
		expect(context.covered).toBe(4);
		expect(context.quotedBy('1')).toEqual(['2', '4']);
		expect(context.quotedBy('2')).toEqual(['4']);
		expect(context.answersTo('1')).toEqual(['2']);
		expect(context.answersTo('2')).toEqual(['3', '4']);
		expect(context.answersTo('4')).toEqual([]);
	});

	test('grows with the dump, and is the same as when all was read at once', () => {
		const {builder, add} = builderOf(drafts, 2);
		const growing = createContext(builder.snapshot(false));
		expect(growing.advance(Number.POSITIVE_INFINITY)).toBe(true);
		expect(growing.quotedBy('1')).toEqual(['2']);
		add(4);
		growing.extend(builder.snapshot(true));
		expect(growing.covered).toBe(2);
		expect(growing.advance(Number.POSITIVE_INFINITY)).toBe(true);
		const whole = createContext(dumpOf(...drafts));
		whole.advance(Number.POSITIVE_INFINITY);
		for (const id of ['1', '2', '3', '4']) {
			expect(growing.quotedBy(id)).toEqual(whole.quotedBy(id));
			expect(growing.answersTo(id)).toEqual(whole.answersTo(id));
		}
	});
});

test('what is read later is resolved once it is there', async () => {
	const says: readonly Block[] = [paragraph('My kettle sings slowly at first.'), quote('My kettle sings slowly')];
	const builder = new DumpBuilder('text', async post => [says[Number(post.id)] ?? paragraph('')]);
	const [first, second] = ['0', '1'].map(id => builder.add({id, markup: 'plain', raw: ''}));
	if (first === undefined || second === undefined) expect.fail('no posts');
	const dump = builder.snapshot(true);
	const context = createContext(dump);
	expect(context.quotesOf(second)).toEqual([]);
	expect(context.advance(Number.POSITIVE_INFINITY)).toBe(false);
	await dump.prepare(first);
	await dump.prepare(second);
	expect(context.quotesOf(second)).toMatchObject([{post: '0', basis: 'exact', span: [0, 22]}]);
	expect(context.advance(Number.POSITIVE_INFINITY)).toBe(true);
	expect(context.quotedBy('0')).toEqual(['1']);
});

test('related are earlier posts of the topic that share rare words', () => {
	const dump = dumpOf(
		{says: ['A thermosiphon heats the greenhouse.']},
		{topic: 'other', says: ['Thermosiphon, elsewhere.']},
		{says: ['Nothing of the kind, though it could be something.']},
		{says: ['Which greenhouse has a Thermosiphon?']},
		{says: ['It could be nothing.']},
	);
	const context = createContext(dump);
	context.advance(Number.POSITIVE_INFINITY);
	const related = (id: string, most = 3) => {
		const post = dump.posts[dump.indexOf(id)];
		return post === undefined ? [] : context.relatedTo(post, most);
	};
	expect(related('4')).toEqual([{post: '1', shared: ['greenhouse', 'Thermosiphon']}]);
	expect(related('4', 0)).toEqual([]);
	expect(related('1')).toEqual([]);
	expect(related('5')).toEqual([]);
});

test.each([
	['a “long enough passage of words” here', ['long enough passage of words']],
	['a "long enough passage of words" here', ['long enough passage of words']],
	[
		'„vier deutsche Wörter hier“ and «quatre mots en français»',
		['vier deutsche Wörter hier', 'quatre mots en français'],
	],
	['“too short here”', []],
	['an "open passage of words\nthat goes on', []],
	['5" pipes and 6" pipes are what I use, in all', []],
])('passages in quotation marks: %s', (text, passages) => {
	expect(quotedPassages(text)).toEqual(passages);
});

describe('whatever the thread', () => {
	const vocabulary =
		'seed jar lid dry cold damp shelf winter spring bean pea oats rye salt paper glass tin wax cork twine'.split(' ');
	const anyPost = fc.array(fc.constantFrom(...vocabulary), {minLength: 5, maxLength: 25});
	const anyThread = fc.array(anyPost, {minLength: 1, maxLength: 8});

	test('a passage of five words and more is found in its post, or in an earlier one that holds the same words', () => {
		fc.assert(
			fc.property(anyThread, fc.nat(), fc.nat(), fc.nat(), (thread, at, from, more) => {
				const source = thread[at % thread.length] ?? [];
				const start = from % (source.length - 4);
				const passage = source.slice(start, start + 5 + (more % 10)).join(' ');
				const dump = dumpOf(...thread.map(words => ({says: [words.join(', ')]})), {says: [quote(passage)]});
				const last = dump.posts.at(-1);
				if (last === undefined) expect.fail('no post');
				const [found] = createContext(dump).quotesOf(last);
				expect(found?.basis).toBe('exact');
				const index = dump.indexOf(found?.post ?? '');
				expect(index).toBeLessThanOrEqual(at % thread.length);
				expect(` ${thread[index]?.join(' ')} `).toContain(` ${passage} `);
			}),
		);
	}, 60_000);

	test('shuffled words are exact only where they stand in that order', () => {
		fc.assert(
			fc.property(anyThread, fc.shuffledSubarray(vocabulary, {minLength: 5}), (thread, words) => {
				const dump = dumpOf(...thread.map(said => ({says: [said.join(' ')]})), {says: [quote(words.join(' '))]});
				const last = dump.posts.at(-1);
				if (last === undefined) expect.fail('no post');
				const [found] = createContext(dump).quotesOf(last);
				const stands = thread.some(said => ` ${said.join(' ')} `.includes(` ${words.join(' ')} `));
				expect(found?.basis === 'exact').toBe(stands);
			}),
		);
	}, 60_000);
});
