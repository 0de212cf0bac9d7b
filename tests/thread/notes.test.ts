/** What the context notes in columns is what comes out of them. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {Backlinks} from '../../source/thread/backlinks.ts';
import {Column} from '../../source/thread/column.ts';
import {FoundSources} from '../../source/thread/found-sources.ts';
import {Recent} from '../../source/thread/recent.ts';
import type {Source} from '../../source/thread/sources.ts';

const position = fc.nat({max: 20_000});

test('a column keeps what was set last, and 0 elsewhere', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(position, fc.integer({min: -0x8000_0000, max: 0x7fff_ffff}))), cells => {
			const column = new Column();
			const expected = new Map<number, number>();
			for (const [at, value] of cells) {
				column.set(at, value);
				expected.set(at, value);
			}
			const length = Math.max(0, ...[...expected.keys()].map(at => at + 1));
			expect(column.length).toBe(length);
			column.push(7);
			expect([column.at(length), column.at(length + 1), column.at(-1)]).toEqual([7, 0, 0]);
			for (const at of [0, 1, 4095, 4096, ...expected.keys()]) {
				if (at !== length) expect(column.at(at)).toBe(expected.get(at) ?? 0);
			}
		}),
	);
}, 60_000);

const source: fc.Arbitrary<Source> = fc.record({
	post: position,
	basis: fc.constantFrom('stated', 'exact', 'close'),
	span: fc.option(fc.tuple(fc.nat(), fc.nat())),
	through: fc.option(position),
	sole: fc.boolean(),
});

test('the sources of a post come back as they were noted', () => {
	const noted = fc.array(fc.tuple(fc.nat({max: 50}), fc.array(fc.option(source), {maxLength: 5})));
	fc.assert(
		fc.property(noted, fc.nat({max: 6}), (posts, most) => {
			const found = new FoundSources();
			for (const [post, sources] of posts) found.set(post, sources);
			const expected = new Map(posts);
			for (let post = -1; post <= 51; post++) {
				const sources = expected.get(post);
				expect(found.has(post)).toBe(sources !== undefined);
				expect(found.of(post)).toEqual(sources ?? null);
				expect(found.of(post, most)).toEqual(sources?.slice(0, most) ?? null);
			}
		}),
	);
}, 60_000);

test('the posts that lead to one are those that were noted, in that order', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat({max: 20}), position)), links => {
			const backlinks = new Backlinks();
			for (const [to, from] of links) backlinks.add(to, from);
			for (let post = -1; post <= 20; post++) {
				expect(backlinks.to(post)).toEqual(links.filter(([to]) => to === post).map(([, from]) => from));
			}
		}),
	);
}, 60_000);

test('what was set last is kept: half of what there is room for, and never more than all of it', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat({max: 30}), fc.integer({min: 1, max: 5}))), set => {
			const most = 20;
			const recent = new Recent<number, number>(most);
			for (const [at, [key, weight]] of set.entries()) {
				recent.set(key, at, weight);
				expect(recent.get(key)).toBe(at);
			}
			let newer = 0;
			const seen = new Set<number>();
			for (const [key, weight] of [...set].reverse()) {
				newer += weight;
				if (newer > most / 2 && seen.size > 0) break;
				seen.add(key);
				expect(recent.has(key)).toBe(true);
			}
			const kept = new Set(set.map(([key]) => key).filter(key => recent.has(key)));
			expect(kept.size).toBeLessThanOrEqual(most);
		}),
	);
}, 60_000);
