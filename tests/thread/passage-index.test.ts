import fc from 'fast-check';
import {expect, test} from 'vitest';
import {hashOf} from '../../source/text/hash.ts';
import {createHashIndex} from '../../source/thread/hash-index.ts';
import {certainWords, createPassageIndex} from '../../source/thread/passage-index.ts';

const words = fc.array(fc.nat({max: 5000}).map(String), {minLength: certainWords, maxLength: 80});

const wordHashes = (own: readonly string[]) => Int32Array.from(own, hashOf);

test('every passage that is long enough is found again, in its topic alone', () => {
	fc.assert(
		fc.property(fc.array(words, {minLength: 1, maxLength: 20}), fc.nat(), fc.nat(), (posts, at, from) => {
			const index = createPassageIndex();
			for (const [post, own] of posts.entries()) index.add(post, 'a', wordHashes(own));
			const post = at % posts.length;
			const own = posts[post] ?? [];
			const start = from % (own.length - certainWords + 1);
			const passage = wordHashes(own.slice(start, start + certainWords));
			expect(index.sharing('a', passage, 16)).toContain(post);
			expect(index.sharing('b', passage, 16)).toEqual([]);
		}),
	);
}, 60_000);

test('those that share most come first, of equal ones the latest', () => {
	const passage = Array.from({length: 40}, (_, at) => `word${at}`);
	const index = createPassageIndex();
	index.add(0, 't', wordHashes(passage.slice(0, 20)));
	index.add(1, 't', wordHashes(passage));
	index.add(2, 't', wordHashes(passage));
	index.add(3, 't', wordHashes(passage.map(word => `${word}!`)));
	expect(index.sharing('t', wordHashes(passage), 16)).toEqual([2, 1, 0]);
	expect(index.sharing('t', wordHashes(passage), 1)).toEqual([2]);
});

test('a hash index keeps what was noted, once, and nothing of what too many posts hold', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat({max: 40}), fc.nat({max: 3})), {maxLength: 400}), noted => {
			const most = 5;
			const index = createHashIndex(most);
			const expected = new Map<number, number[]>();
			let post = 0;
			for (const [value, step] of noted) {
				// Spread over all of the table, 0 among them.
				const hash = Math.imul(value, 0x9e3779b1) >>> 0;
				post += step;
				index.add(hash, post);
				const posts = expected.get(hash) ?? [];
				if (posts.at(-1) !== post) posts.push(post);
				expected.set(hash, posts);
			}
			for (const [hash, posts] of expected) {
				const kept = posts.length > most ? [] : posts;
				expect(index.posts(hash)).toEqual(kept);
				expect(index.count(hash)).toBe(kept.length);
			}
			expect([index.count(12_345), index.posts(12_345)]).toEqual([0, []]);
		}),
	);
}, 60_000);
