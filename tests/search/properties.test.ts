/**
What holds of search for any dump: generated posts over a small vocabulary in several scripts.
*/
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createEngine} from '../../source/search/engine.ts';
import {type Engine, searchModes} from '../../source/search/search.ts';
import {fold, words} from '../../source/text/words.ts';
import {addPosts, anyText, builderOf, matchedText, type SmallPost, searched, searchWhole} from './small-dump.ts';

const vocabulary =
	'seed seeds seedling winter winters cellar jar jars paper paperweight envelope germination humidity a of the in Große STRASSE café Cafe\u0301 naïve İzmir ﬁsh 日本語 種を保存 семена зимой don’t 2024 x1'.split(
		' ',
	);
const word = fc.oneof(
	{weight: 9, arbitrary: fc.constantFrom(...vocabulary)},
	{weight: 1, arbitrary: fc.string({unit: 'grapheme'})},
);
const gap = fc.constantFrom(' ', ' ', ' ', ', ', '. ', ' - ', '\n\n', '\n\n> ', ' 🙂 ');
const post: fc.Arbitrary<SmallPost> = fc.record({
	author: fc.oneof(fc.constant(null), word),
	name: fc.oneof(fc.constant(null), fc.constant('Ada Seed')),
	likes: fc.oneof(fc.constant(null), fc.nat(3)),
	kind: fc.constantFrom('post', 'post', 'post', 'action', 'missing'),
	raw: fc.array(fc.tuple(word, gap), {maxLength: 12}).map(parts => parts.flat().join('')),
});
const posts = fc.array(post, {maxLength: 12});

const operator = fc.constantFrom('', '', '', '', "'", '^', '!', '@', 'quote:', 'text:', 'author:^', '"', '!"');
const asked = fc.oneof(
	fc.tuple(operator, word, fc.constantFrom('', '', '', '$', '"', ' | ')).map(parts => parts.join('')),
	fc.constantFrom('likes:>1', 'has:quote', '!has:quote', '"seed jar', '->', '🙂', '|'),
	fc.tuple(word, fc.nat(5)).map(([whole, at]) => whole.slice(0, at) + whole.slice(at + 1)),
);
const query = fc.array(asked, {minLength: 1, maxLength: 3}).map(parts => parts.join(' '));

describe('hits and highlights', () => {
	test('matches are given for hits alone, in bounds, in order, apart', () => {
		fc.assert(
			fc.property(posts, query, (some, text) => {
				const all = searched(some);
				const hits = [...all.engine.search(text).hits];
				const hit = new Set(hits.map(({post}) => post));
				expect(hit.size).toBe(hits.length);
				for (const post of all.dump.posts) {
					const matches = all.engine.matches(text, post);
					if (!hit.has(post.id)) expect(matches).toEqual([]);
					let before = '';
					let end = -1;
					for (const match of matches) {
						const place = `${match.field} ${match.index}`;
						if (place === before) expect(match.start).toBeGreaterThan(end);
						expect(match.start).toBeGreaterThanOrEqual(0);
						expect(matchedText(all, post.id, match)).toHaveLength(match.end - match.start);
						expect(match.end).toBeGreaterThan(match.start);
						before = place;
						end = match.end;
					}
				}
			}),
			{numRuns: 100},
		);
	});

	test('every hit of a query that asks for words only shows where it matched', () => {
		const positive = fc.array(
			fc.tuple(fc.constantFrom('', "'", '^', '@', 'text:', '"'), word).map(parts => parts.join('')),
			{
				minLength: 1,
				maxLength: 3,
			},
		);
		fc.assert(
			fc.property(posts, positive, (some, parts) => {
				const all = searched(some);
				const text = parts.join(' ').replace(/[!|:]/gu, '');
				for (const {post} of all.engine.search(text).hits) {
					const of = all.dump.posts[all.dump.indexOf(post)];
					expect(of && all.engine.matches(text, of)).not.toEqual([]);
				}
			}),
			{numRuns: 100},
		);
	});

	test('the highlight of a word asked for as typed folds to that word', () => {
		fc.assert(
			fc.property(posts, fc.constantFrom(...vocabulary), (some, wanted) => {
				const all = searched(some);
				const folded = fold(wanted);
				const text = `'${folded}`;
				for (const post of all.dump.posts) {
					for (const match of all.engine.matches(text, post)) {
						expect(fold(matchedText(all, post.id, match))).toContain(
							[...words(folded)].length > 1 ? folded.slice(0, 2) : folded,
						);
					}
				}
			}),
		);
	});
});

test('exact hits come first, scores never fall, and stay within 0 and 1', () => {
	fc.assert(
		fc.property(posts, query, (some, text) => {
			const hits = [...searched(some).engine.search(text).hits];
			hits.forEach((hit, at) => {
				const before = hits[at - 1];
				expect(hit.score).toBeGreaterThanOrEqual(before?.score ?? 0);
				expect(hit.score).toBeLessThanOrEqual(1);
				if (before !== undefined && hit.exact) expect(before.exact).toBe(true);
			});
		}),
		{numRuns: 100},
	);
});

/** Every word of a post's body, as written. */
function bodyWords(all: ReturnType<typeof searched>, number: number): readonly string[] {
	const of = all.dump.posts[number];
	return of === undefined || of.kind === 'missing' ? [] : [...words(all.dump.body(of).text)].map(({text}) => text);
}

function finds(all: ReturnType<typeof searched>, text: string, number: number, exactly: boolean): boolean {
	const id = all.dump.posts[number]?.id;
	return [...all.engine.search(text).hits].some(hit => hit.post === id && (hit.exact || !exactly));
}

test('a word of a post finds it, as it stands and by every beginning of 3 letters or more', () => {
	fc.assert(
		fc.property(posts, some => {
			const all = searched(some);
			all.dump.posts.forEach((_, number) => {
				for (const own of bodyWords(all, number)) {
					expect(finds(all, own, number, true)).toBe(true);
					expect(finds(all, `^${own}$`, number, true)).toBe(true);
					for (let length = 3; length < own.length; length++) {
						const beginning = own.slice(0, length);
						// Half a character, or one that folds to signs, is no beginning that anyone types.
						const typed = [...words(beginning)].map(({text}) => text).join() === beginning;
						if (typed && fold(own).startsWith(fold(beginning)))
							expect(finds(all, beginning, number, true), beginning).toBe(true);
					}
				}
			});
		}),
		{numRuns: 60},
	);
});

test('a word of 5 letters or more is found with one slip: a swap, a drop, a double, a neighbour', () => {
	const slips: readonly ((own: string, at: number) => string)[] = [
		(own, at) => own.slice(0, at) + own.charAt(at + 1) + own.charAt(at) + own.slice(at + 2),
		(own, at) => own.slice(0, at) + own.slice(at + 1),
		(own, at) => own.slice(0, at) + own.charAt(at) + own.slice(at),
		(own, at) => `${own.slice(0, at)}q${own.slice(at + 1)}`,
	];
	const latin = fc.array(fc.constantFrom(...vocabulary.filter(own => /^[a-z]+$/u.test(own))), {
		minLength: 1,
		maxLength: 30,
	});
	fc.assert(
		fc.property(latin, fc.nat(), fc.constantFrom(...slips), (text, place, slip) => {
			const all = searched([text.join(' ')]);
			for (const own of text.filter(({length}) => length >= 5)) {
				const slipped = slip(own, place % (own.length - 1));
				expect(finds(all, slipped, 0, false), slipped).toBe(true);
				expect(finds(all, slipped, 0, true)).toBe(finds(all, `'${slipped}`, 0, true));
			}
		}),
		{numRuns: 100},
	);
});

test('a word not asked for as `!word` does is its complement', () => {
	fc.assert(
		fc.property(
			posts,
			fc.constantFrom(...vocabulary, '"seed jar"', '^seed', 'text:winter', 'seed$'),
			(some, wanted) => {
				const all = searched(some);
				const ids = (text: string) => Array.from(all.engine.search(text).hits, hit => hit.post);
				const having = ids(/^["^]|:|\$$/u.test(wanted) ? wanted.replace(':', ":'") : `'${wanted}`);
				const lacking = ids(`!${wanted}`);
				const searchable = all.dump.posts.filter(({kind}) => kind !== 'missing').map(({id}) => id);
				expect([...having, ...lacking].toSorted()).toEqual(searchable.toSorted());
			},
		),
		{numRuns: 100},
	);
});

/** All that a search says, its hits made. */
function told({engine}: {readonly engine: Engine}, text: string) {
	const results = engine.search(text);
	return {...results, hits: [...results.hits]};
}

test('results do not depend on how the snapshots were sliced', () => {
	fc.assert(
		fc.property(posts, fc.array(fc.nat(4)), fc.array(query, {minLength: 1, maxLength: 3}), (some, slices, queries) => {
			const whole = searched(some);
			const builder = builderOf();
			const engine = createEngine(null, () => 0);
			for (const slice of slices) {
				addPosts(builder, some.slice(builder.count, builder.count + slice));
				engine.index(builder.snapshot(false), 0);
				for (const text of queries) engine.search(text);
			}
			addPosts(builder, some.slice(builder.count));
			const dump = builder.snapshot(true);
			while (!engine.index(dump, 0));
			for (const text of queries) expect(told({engine}, text)).toEqual(told(whole, text));
		}),
		{numRuns: 100},
	);
});

test('what was searched before, here or in another dump, changes no answer, nor one that is still held', () => {
	fc.assert(
		fc.property(posts, posts, fc.array(query, {minLength: 2, maxLength: 4}), (some, others, texts) => {
			const one = searched(some);
			const other = searched(others);
			const held = texts.map(text => one.engine.search(text));
			const told = held.map(({hits}) => [...hits]);
			for (const text of texts.toReversed()) other.engine.search(text);
			const anew = texts.toReversed().map(text => [...one.engine.search(text).hits]);
			expect(anew.toReversed()).toEqual(told);
			expect(held.map(({hits}) => [...hits])).toEqual(told);
			for (const {hits} of held) {
				const places = [...hits].map(({post}) => one.dump.indexOf(post));
				expect([...hits.positions(one.dump)]).toEqual(places);
				expect([...hits.inOrder(one.dump)]).toEqual(places.toSorted((a, b) => a - b));
			}
		}),
		{numRuns: 200},
	);
});

test('a single query finds what it finds with an index, in the same order with the same scores', () => {
	fc.assert(
		fc.property(posts, query, fc.constantFrom(...searchModes), (some, text, mode) => {
			const {dump, engine} = searched(some);
			const once = createEngine(null, () => 0);
			const {hits, ...rest} = once.once(dump, text, mode);
			const indexed = searchWhole(engine, text, mode);
			expect({...rest, hits: [...hits]}).toEqual({...indexed, hits: [...indexed.hits]});
			for (const post of dump.posts) {
				expect(once.matches(text, post, mode)).toEqual(engine.matches(text, post, mode));
			}
		}),
		{numRuns: 100},
	);
});

test('in every mode, what is shown lies in posts that are found', () => {
	fc.assert(
		fc.property(posts, query, fc.constantFrom(...searchModes), (some, text, mode) => {
			const {dump, engine} = searched(some);
			const {hits} = engine.search(text, mode);
			for (const post of dump.posts) if (!hits.has(post.id)) expect(engine.matches(text, post, mode)).toEqual([]);
		}),
		{numRuns: 100},
	);
});

test('the order in which posts arrive changes their places, not which are found nor how well', () => {
	fc.assert(
		fc.property(posts, query, (some, text) => {
			const named = some.map((post, at) => ({...(typeof post === 'string' ? {raw: post} : post), id: `p${at}`}));
			const scores = (all: readonly SmallPost[]) =>
				Array.from(
					searched(all).engine.search(text).hits,
					({post, score, exact}) => `${post} ${score} ${exact}`,
				).toSorted();
			expect(scores(named.toReversed())).toEqual(scores(named));
		}),
		{numRuns: 100},
	);
});

test('nonsense finds nothing', () => {
	const nonsense = fc.string({unit: fc.constantFrom(...'qzjvkb'), minLength: 4, maxLength: 40});
	fc.assert(
		fc.property(nonsense, text => {
			const {hits, error} = searched(vocabulary).engine.search(text);
			expect({hits: [...hits], error}).toEqual({hits: [], error: null});
		}),
	);
});

test('any query of any text ends without an error thrown', () => {
	fc.assert(
		fc.property(posts, anyText, (some, text) => {
			const {dump, engine} = searched(some);
			expect(engine.search(text).query).toBe(text);
			for (const post of dump.posts) engine.matches(text, post);
		}),
		{numRuns: 100},
	);
});
