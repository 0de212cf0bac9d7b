import {describe, expect, test} from 'vitest';
import {createEngine} from '../../source/search/engine.ts';
import {addPosts, builderOf, dumpOf, found, searched, shown} from './small-dump.ts';

describe('which posts answer, best first', () => {
	const {engine} = searched([
		{author: 'ada', name: 'Ada Lindqvist', raw: 'Paper bags in a dry cellar.', likes: 3},
		{
			author: 'grace',
			raw: '> Paper bags in a dry cellar.\n\nPlastic boxes are for rats, see <the box page>.',
			likes: 0,
		},
		{author: 'linus', raw: 'Cellars flood. A wallpapered attic stays dry.', likes: null},
		{author: 'ken', raw: 'Attic:\n\n    mv seeds attic/\n\n![a shelf]', likes: 12},
		{author: 'Papermaker', raw: 'Bag your Seeds before winter -> sow in spring.', likes: 5},
	]);
	test.each([
		// A whole word, then its beginning, then its inside.
		['paper', '2 1 5 3'],
		["'paper", '2 1 5 3'],
		['^paper', '2 1 5'],
		['paper$', '2 1'],
		['^paper$', '2 1'],
		['cellar dry', '2 1 3'],
		['dry CELLARS', ''],
		['dry Cellars', '3'],
		['seeds', '4 5'],
		['Seeds', '5'],
		// Near misses come after what stands as typed.
		['cellras', '~ 3'],
		['celar', '~ 2 1 3'],
		["'celar", ''],
		['Attic', '4'],
		['atitc', '~ 3 4'],
		['papre bags', '~ 2 1 5'],
		// Short words: only whole or begun, and without errors.
		// Of words that begin alike, those that are nearly typed first.
		['pa', '2 1 5'],
		['at', '3 4'],
		['rat', '2'],
		['rut', ''],
		// Phrases.
		['"paper bags"', '2 1'],
		['"bags paper"', ''],
		['"a dry cellar"', '2 1'],
		['"dry cel', '2 1'],
		['"dry cel"', ''],
		['"paper bags" plastic', '2'],
		// Scopes.
		['@ada', '1'],
		['author:lindqvist', '1'],
		['author:paper', '5'],
		['quote:paper', '2'],
		['text:paper', '1 3'],
		['author:"ada lindqvist"', '1'],
		['!quote:paper paper', '1 5 3'],
		['quote:"dry cellar"', '2'],
		['text:"dry cellar"', '1'],
		// Without.
		['paper !bags', '5 3'],
		['!paper', '4'],
		['!"dry cellar"', '3 4 5'],
		// Alternatives.
		['plastic | attic', '2 3 4'],
		['plastic | attic dry', '2 3'],
		['plastic | !paper', '4 2'],
		// Facts.
		['likes:>3', '4 5'],
		['likes:0', '2'],
		['likes:<=3', '1 2'],
		['!likes:>3', '1 2 3'],
		['has:quote', '2'],
		['has:code | has:link', '2 4'],
		['has:image seeds', '4'],
		['paper likes:>0', '1 5'],
		// Signs.
		['->', '5'],
		['quote:->', ''],
		// Nothing near, and nothing asked.
		['qwxzjk', ''],
		['paper qwxzjk', ''],
		['', ''],
		['author:', ''],
	])('%j finds %j', (query, expected) => {
		expect(found(engine, query)).toBe(expected);
	});

	test.each([
		['has:pdf', 'has:pdf'],
		['paper is:new', 'character 7'],
		['is:unread', 'not known here'],
	])('%j is refused in words', (query, named) => {
		const {hits, error} = engine.search(query);
		expect(hits.count).toBe(0);
		expect(error).toContain(named);
	});
});

describe('what makes one post better than another', () => {
	test.each([
		[
			'the worst word counts first',
			'seed jars',
			['seedling jars', 'seeds jarsful', 'seed jars', 'reseed jars'],
			'3 1 2 4',
		],
		['then how many words stand whole', 'seed jar', ['seedy jars', 'seedy jar'], '2 1'],
		['then how rare they are', 'seed', ['seeds', 'seeds', 'seedbed', 'seeds'], '3 1 2 4'],
		['also among near words', 'sede', ['seed', 'seed', 'seed', 'sedge'], '~ 4 1 2 3'],
		['a near word stands before one that is near at its beginning', 'gardne', ['gardening', 'garden'], '~ 2 1'],
		['then how close they stand', 'seed jar', ['seed and then a jar', 'seed jar', 'jar of seed'], '2 3 1'],
		['a word in another text is not close', 'seed jar', ['> seed\n\njar', 'seed a b c d e f g jar'], '2 1'],
		['then the field', 'ada', ['ada', '> ada\n\nno', {author: 'ada', raw: 'yes'}], '3 2 1'],
		['then the place in the dump', 'seed', ['a seed', 'the seed', 'seed'], '1 2 3'],
		['two errors are taken only where nothing is nearer', 'germinate', ['gremniate', 'gerimnate'], '~ 2'],
		['and then they are', 'germinate', ['gremniate', 'terminal'], '~ 1'],
		['a near word is worse than any other', 'seedbed', ['the seebded', 'theseedbeds'], '2 ~ 1'],
	])('%s', (_, query, posts, expected) => {
		expect(found(searched(posts).engine, query)).toBe(expected);
	});

	test('scores grow with the order, and exact hits stand below a half', () => {
		const {engine} = searched(['germinate', 'germinates', 'regerminate', 'germniate']);
		const scores = [...engine.search('germinate').hits].map(hit => hit.score);
		expect(scores).toHaveLength(4);
		expect(scores).toEqual(scores.toSorted((a, b) => a - b));
		expect(new Set(scores).size).toBe(4);
		expect(scores.map(score => Math.floor(score * 6))).toEqual([0, 1, 2, 3]);
	});

	test('beyond the thousand posts compared by closeness, scores still never fall', () => {
		const {engine} = searched(
			Array.from({length: 1500}, (_, at) =>
				at % 3 === 0 ? 'seed of a jar' : at % 3 === 1 ? '> seed\n\njar' : 'seed jar',
			),
		);
		const hits = [...engine.search('seed jar').hits];
		expect(hits).toHaveLength(1500);
		for (let at = 1; at < hits.length; at++) expect(hits[at]?.score).toBeGreaterThanOrEqual(hits[at - 1]?.score ?? 2);
	});
});

describe('highlights lie on the match', () => {
	const all = searched([
		{author: 'ada', name: 'Ada Lindqvist', raw: '> Keep them dry.\n\nDry, drier; a Laundry. Drying.'},
		{author: 'jose', raw: 'Die große STRASSE im Cafe\u0301 İzmir, naïve ﬁsh'},
		{raw: '日本語の種を保存する'},
		{raw: 'Seeds, seed bags and sedes; the seed - bags'},
		{raw: 'A sede is no seed'},
		{raw: 'Only sede'},
	]);
	test.each([
		['dry', '1', ['quote:dry', 'text:Dry', 'text:dry', 'text:Dry']],
		['Dry', '1', ['text:Dry', 'text:Dry']],
		['text:^dry', '1', ['text:Dry', 'text:Dry']],
		['dry$', '1', ['quote:dry', 'text:Dry', 'text:dry']],
		['@ada', '1', ['author:ada', 'author:Ada']],
		['lindqvits', '1', ['author:Lindqvist']],
		['keep dry', '1', ['quote:Keep', 'quote:dry', 'text:Dry', 'text:dry', 'text:Dry']],
		['keep !dry', '1', []],
		['keep nothing', '1', []],
		['dry !wet', '1', ['quote:dry', 'text:Dry', 'text:dry', 'text:Dry']],
		['!wet', '1', []],
		['keep has:image', '1', []],
		['dri | lau', '1', ['text:dri', 'text:Lau']],
		['strasse', '2', ['text:STRASSE']],
		['grosse', '2', ['text:große']],
		['gros', '2', ['text:groß']],
		['café', '2', ['text:Cafe\u0301']],
		['cafe', '2', ['text:Cafe\u0301']],
		['izmir', '2', ['text:İzmir']],
		['zmi', '2', ['text:zmi']],
		['naive fish', '2', ['text:naïve', 'text:ﬁsh']],
		['日本語', '3', ['text:日本語']],
		['本', '3', ['text:本']],
		['種を', '3', ['text:種を']],
		// Near words show only where no word stands as typed.
		['seed', '5', ['text:seed']],
		['seed', '6', ['text:sede']],
		['seed', '4', ['text:Seed', 'text:seed', 'text:seed']],
		['seesd', '4', ['text:Seeds', 'text:seed', 'text:seed']],
		['sedse', '4', ['text:sedes']],
		['"seed bags"', '4', ['text:seed bags', 'text:seed - bags']],
		['"seed ba', '4', ['text:seed ba', 'text:seed - ba']],
		['; the', '4', ['text:;', 'text:the']],
	])('%j in post %s', (query, post, expected) => {
		expect(shown(all, query, post)).toEqual(expected);
	});

	test('a post that is not in the index yet is shown by the same rules', () => {
		const dump = dumpOf(['seed', 'seeds']);
		const engine = createEngine(null, () => 0);
		engine.index(dump, 0);
		expect(engine.indexed).toBe(1);
		const second = dump.posts[1];
		expect(second && engine.matches('seed', second)).toEqual([{field: 'text', index: 0, start: 0, end: 4}]);
	});
});

describe('an index that grows', () => {
	test('says how far it is, and takes up what came since', () => {
		const builder = builderOf();
		const engine = createEngine(null, () => 0);
		expect(engine.search('seed')).toMatchObject({query: 'seed', mode: 'fuzzy', error: null, complete: false});
		expect(found(engine, 'seed')).toBe('');
		addPosts(builder, ['seed one', 'nothing']);
		const first = builder.snapshot(false);
		expect(engine.index(first, 0)).toBe(false);
		expect(engine.indexed).toBe(1);
		expect(engine.search('seed').complete).toBe(false);
		expect(engine.index(first, 0)).toBe(true);
		expect(engine.search('seed').complete).toBe(true);
		addPosts(builder, ['seed two']);
		expect(found(engine, 'seed')).toBe('1');
		expect(engine.index(builder.snapshot(true), 1000)).toBe(true);
		expect(found(engine, 'seed')).toBe('1 3');
		expect(found(engine, 'sede')).toBe('~ 1 3');
	});

	test('finds words as typed among posts that are not in it yet', () => {
		const dump = dumpOf(['seed one', 'nothing', 'SEEDS two', {author: 'seedy', raw: 'three'}, 'a sede', '> seed\n\nx']);
		const engine = createEngine(null, () => 0);
		engine.index(dump, 0);
		const {hits, complete} = engine.search('seed');
		expect(complete).toBe(false);
		expect(Array.from(hits, hit => `${hit.post} ${hit.exact}`)).toEqual(['1 true', '3 true', '4 true', '6 true']);
		expect(found(engine, '"seed one"')).toBe('1');
		expect(found(engine, '!nothing two')).toBe('3');
		engine.index(dump, 1000);
		expect(found(engine, 'seed')).toBe('6 1 4 3 ~ 5');
	});

	test('reads a long post in slices, and finds it once it is whole', () => {
		const long = Array.from({length: 200_000}, (_, at) => `w${at % 5000}`).join(' ');
		const dump = dumpOf(['w1 before', long, 'w1 after']);
		const engine = createEngine(null, () => 0);
		let slices = 1;
		while (!engine.index(dump, 0)) {
			slices++;
			expect(engine.search('^w1$').hits.has('2')).toBe(true);
		}
		expect(slices).toBeGreaterThan(20);
		expect(found(engine, '^w1$')).toBe('1 2 3');
	});

	test('begins anew with another dump', () => {
		const engine = createEngine(null, () => 0);
		engine.index(dumpOf(['seed', 'seed', 'seed']), 1000);
		engine.index(dumpOf(['jar', 'seed']), 1000);
		expect(engine.indexed).toBe(2);
		expect(found(engine, 'seed')).toBe('2');
		engine.index(dumpOf([]), 1000);
		expect(found(engine, 'seed | !seed')).toBe('');
	});
});

test('what is missing from the dump is never a hit', () => {
	const {engine} = searched([
		'seed',
		{id: 'gap', kind: 'missing', count: 3},
		{kind: 'action', author: 'ada', action: 'Closed'},
	]);
	expect(found(engine, '!seed')).toBe('3');
});

test('the reading state is asked of whoever knows it', () => {
	const {engine} = searched(['one', 'two', 'three'], (state, post) =>
		state === 'unread' ? post.id !== '1' : post.id === '3',
	);
	expect(found(engine, 'is:unread')).toBe('2 3');
	expect(found(engine, '!is:unread')).toBe('1');
	expect(found(engine, 'is:unread two')).toBe('2');
	expect(found(engine, 'is:marked')).toBe('3');
});

test('hits come in the order of the dump, be they many or few', () => {
	const texts = Array.from({length: 200}, (_, at) =>
		at % 2 === 0 ? 'seeds' : at === 61 || at === 7 ? 'jar jar' : 'tin',
	);
	const {engine, dump} = searched(texts);
	const inOrder = (query: string) => [...engine.search(query).hits.inOrder(dump)];
	expect(inOrder('jar')).toEqual([7, 61]);
	expect(inOrder('seeds')).toEqual(Array.from({length: 100}, (_, at) => at * 2));
	expect(inOrder('nowhere')).toEqual([]);
});

test('hits stand where they stand in any snapshot that has them', () => {
	const builder = builderOf();
	const engine = createEngine(null, () => 0);
	addPosts(builder, ['seeds', 'nothing', 'seed']);
	const first = builder.snapshot(false);
	while (!engine.index(first, 1000));
	const {hits} = engine.search('seed');
	addPosts(builder, ['seed']);
	expect([...hits.positions(first)]).toEqual([2, 0]);
	expect([...hits.positions(builder.snapshot(true))]).toEqual([2, 0]);
	expect([...hits.inOrder(first)]).toEqual([0, 2]);
	expect([...hits.inOrder(builder.snapshot(true))]).toEqual([0, 2]);
	expect([...hits.positions(dumpOf([{id: 'x'}, {id: '3'}]))]).toEqual([1]);
	expect([hits.count, hits.at(1)?.post, hits.at(2), hits.has('3'), hits.has('2'), hits.has('no')]).toEqual([
		2,
		'1',
		undefined,
		true,
		false,
		false,
	]);
});

test('matches are told wherever they stand in a long text', () => {
	const all = searched([`${'silt '.repeat(1023)}marrow ${'clay '.repeat(3000)}marrow`]);
	const post = all.dump.posts[0];
	const starts = post && all.engine.matches('marrow', post).map(({start}) => start);
	expect(starts).toEqual([1023 * 5, 1023 * 5 + 7 + 3000 * 5]);
});
