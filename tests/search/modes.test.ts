/** Ways to look for words other than as typed and nearly so, and words that are written otherwise than asked for. */
import {describe, expect, test} from 'vitest';
import {createEngine} from '../../source/search/engine.ts';
import {certainWords, compilePattern, withinTime} from '../../source/search/pattern.ts';
import {dumpOf, found, searched, shown} from './small-dump.ts';

const garden = searched([
	{author: 'ada', raw: 'The seedlings seed themselves.'},
	{author: 'grace', raw: '> Seedbeds are dry.\n\nNot mine: 20°C -> mould.'},
	{author: 'seedy', raw: 'A sede, C++ and nothing.'},
	{author: null, raw: 'Die Samenhandlung: Straße, Saatgut-Tausch.\n\nзимой семена; 日本語の種'},
]);

describe('whole words only', () => {
	test.each([
		['seed', '1'],
		['seedbeds', '2'],
		['seedlings themselves', '1'],
		['sede', '3'],
		['sead', ''],
		["'seed", '1 2 3'],
		['^seed', '1 2 3'],
		['author:seedy', '3'],
		['!seed', '2 3 4'],
		['日本語', '4'],
		['種', '4'],
		['семена', '4'],
		['strasse', '4'],
	])('%j finds %j', (query, expected) => {
		expect(found(garden.engine, query, 'words').split(' ').toSorted().join(' ')).toBe(expected);
	});
});

describe('letter for letter', () => {
	test.each([
		['seed', '1 2 3'],
		['eed', '1 2 3'],
		['ee', '1 2 3'],
		['sead', ''],
		['saatgut-tausch', '4'],
		['saatgut tausch', '4'],
		['gut-tausch', ''],
		['amen', '4'],
		['!ee', '4'],
	])('%j finds %j', (query, expected) => {
		expect(found(garden.engine, query, 'exact').split(' ').toSorted().join(' ')).toBe(expected);
	});
	test('shows what it found', () => {
		expect(shown(garden, 'ee', '1', 'exact')).toEqual(['text:ee', 'text:ee']);
		expect(shown(garden, 'ee', '2', 'exact')).toEqual(['quote:ee']);
	});
});

describe('a regular expression', () => {
	test.each([
		['seed(s|lings)?\\b', '1'],
		['SEED', ''],
		['Seed', '2'],
		['^die', '4'],
		['c\\+\\+', '3'],
		['^ada$', '1'],
		['\\d+°', '2'],
		['mould\\.$', '2'],
		['日本|mould', '2 4'],
		['x*', ''],
		['', ''],
		['themsel(?=ves)', '1'],
	])('%j finds %j', (query, expected) => {
		expect(found(garden.engine, query, 'regex')).toBe(expected);
	});

	test.each([
		['seed\\w+', '1', ['text:seedlings']],
		['s..d', '2', ['quote:Seed']],
		['e', '3', ['author:e', 'author:e', 'text:e', 'text:e']],
		['x*', '1', []],
	])('%j is shown in post %s', (query, post, expected) => {
		expect(shown(garden, query, post, 'regex')).toEqual(expected);
	});

	test.each(['(', '[a', '*', '\\q', 'a{2,1}', '(?<n>a)(?<n>b)'])('%j is refused in words', query => {
		const {hits, error, complete} = garden.engine.search(query, 'regex');
		expect(hits.count).toBe(0);
		expect(complete).toBe(true);
		expect(error).toMatch(/^no regular expression: [a-z]/u);
	});

	test.each(['(a+)+$', '(a|a)*$', '(.*a){12}$', '^(([a-z])+.)+[A-Z]([a-z])+$'])('%j is stopped and says so', query => {
		const {engine, dump} = searched(['fine', `${'a'.repeat(40)}!`, 'fine']);
		let results = engine.search(query, 'regex');
		let keys = 1;
		for (; !results.complete; keys++) results = engine.search(query, 'regex');
		// It is tried again a call later, never in one go, so that keys are heard between.
		expect(keys).toBeGreaterThan(4);
		expect(results.error).toBe('this regular expression takes too long (in post 2): stopped');
		expect(results.hits.count).toBe(0);
		const [, second] = dump.posts;
		expect(second && engine.matches(query, second, 'regex')).toEqual([]);
	});

	test('that may match nothing comes past letters of two units', () => {
		expect(found(searched(['🙂🙂 seed', '🙂🙂']).engine, 'seed|', 'regex')).toBe('1');
	});

	test('goes on where it stopped when it is asked again, and ends with every hit', () => {
		const posts = Array.from({length: 300}, (_, at) => `post ${at} ${at % 3 === 0 ? 'x9' : 'y'}`);
		let clock = 0;
		const engine = createEngine(null, () => clock++);
		while (!engine.index(dumpOf(posts), 1000));
		const counts: number[] = [];
		for (let complete = false; !complete; ) {
			const results = engine.search('x\\d', 'regex');
			counts.push(results.hits.count);
			complete = results.complete;
		}
		expect(counts.length).toBeGreaterThan(1);
		expect(counts).toEqual(counts.toSorted((a, b) => a - b));
		expect(counts.at(-1)).toBe(100);
		expect(engine.once(dumpOf(posts), 'x\\d', 'regex').hits.count).toBe(100);
	});

	test('which words it must have is only said where it is certain', () => {
		const certain = (query: string) => {
			const {pattern} = compilePattern(query);
			return pattern === null ? null : certainWords(pattern);
		};
		expect(certain('silica\\s+gel')).toEqual(['silica', 'gel']);
		expect(certain('seeds?')).toEqual(['seed']);
		expect(certain('seed*abc{0}')).toEqual(['see']);
		expect(certain('jars+')).toEqual(['jars']);
		expect(certain('silica|gel')).toEqual([]);
		expect(certain('(?:silica)?gel')).toEqual([]);
		expect(certain('\\bnope\\u0041bcd[efg]+hij')).toEqual(['nope', 'bcd', 'hij']);
		expect(certain('\\p{Letter}abc\\k')).toBeNull();
	});

	test('work that ends in time is not disturbed, and its errors come through', () => {
		let done = 0;
		expect(withinTime(() => void done++, 1000)).toBe(true);
		expect(done).toBe(1);
		expect(() =>
			withinTime(() => {
				throw new RangeError('its own');
			}, 1000),
		).toThrow('its own');
	});
});

describe('words that were glued or parted', () => {
	const {engine, dump} = searched([
		'the char table of the font',
		'at the airport',
		'go into detail',
		'a character, and far off a tablet',
		'the themes',
	]);
	test.each([
		['chartable', '~ 1'],
		['chartab', '~ 1'],
		['air port', '2'],
		['in to', '~ 3'],
		['themes', '5'],
		['"chartable"', ''],
		["'chartable", ''],
		['tabchar', ''],
	])('%j finds %j', (query, expected) => {
		expect(found(engine, query)).toBe(expected);
	});
	test.each([
		['chartab', '1', ['text:char tab']],
		['in to', '3', ['text:into']],
		['chartab', '4', []],
	])('%j is shown in post %s', (query, post, expected) => {
		expect(shown({engine, dump}, query, post)).toEqual(expected);
	});
});

describe('what is not written in Latin letters alone', () => {
	const all = searched([
		'Die Saatgutbank und die Straßenbahnhaltestelle',
		'Семена хранят зимой в погребе',
		'البذور في كِتابٍ قديم',
		'日本語の種を保存する',
		'การเก็บเมล็ดพันธุ์',
		'씨앗을 말린다',
		'sow 🌱🌱, then wait 🙂 :-) => so',
		'Crème brûlée, naïve façade',
	]);
	test.each([
		['haltestelle', '1'],
		['strassenbahn', '1'],
		['saatgutbnak', '~ 1'],
		['семена', '2'],
		['СЕМЕНА', ''],
		['семна', '~ 2'],
		['كتاب', '3'],
		['種', '4'],
		['種を保存', '4'],
		['保種', ''],
		['เมล็ด', '5'],
		['씨앗', '6'],
		['🌱', '7'],
		['🙂', '7'],
		[':-)', '7'],
		['=>', '7'],
		['->', ''],
		['🎉', ''],
		['creme facade', '8'],
		['s', '6 7 1'],
	])('%j finds %j', (query, expected) => {
		const hits = found(all.engine, query);
		expect(query === 's' ? hits.split(' ').toSorted().join(' ') : hits).toBe(query === 's' ? '1 7' : expected);
	});
});
