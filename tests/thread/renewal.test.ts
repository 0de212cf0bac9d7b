/** A dump read anew beside what it was: which post is which, and what is new. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import {renewalOf} from '../../source/thread/renewal.ts';

/** Posts written as `id author: words` or, where ids are places, `author: words`; `author: words 3` has three likes. */
function dump(...posts: readonly string[]): Dump {
	const builder = new DumpBuilder('text', () => []);
	for (const [index, post] of posts.entries()) {
		const [, id, author = '', raw = '', likes] = /^(?:(\d+) )?(\w+): (.*?)(?: (\d+))?$/.exec(post) ?? [];
		builder.add({
			id: id ?? String(index + 1),
			author,
			markup: 'plain',
			raw,
			likes: likes === undefined ? null : Number(likes),
		});
	}
	return builder.snapshot(true);
}

/** `1>2 3>-` and, behind a bar, the ids that are new, then how many were edited, revised and are gone. */
function told(before: Dump, now: Dump): string {
	const {ids, added, edited, revised, gone} = renewalOf(before, now);
	const pairs = [...ids].map(([id, to]) => `${id}>${to ?? '-'}`).join(' ');
	return `${pairs} | ${added.map(post => post.id).join(' ')} | ${edited} ${revised} ${gone}`;
}

describe('posts are found again', () => {
	test.each<[string, Dump, Dump, string]>([
		['the same', dump('ada: Bees?', 'ken: Here.'), dump('ada: Bees?', 'ken: Here.'), '1>1 2>2 |  | 0 0 0'],
		['more behind', dump('ada: Bees?'), dump('ada: Bees?', 'ken: Here.', 'eve: No.'), '1>1 | 2 3 | 0 0 0'],
		[
			'more in front',
			dump('ada: Bees?', 'ken: Here.'),
			dump('eve: No.', 'ada: Bees?', 'ken: Here.'),
			'1>2 2>3 | 1 | 0 0 0',
		],
		[
			'one gone',
			dump('1 ada: Bees?', '2 ken: Here.', '3 eve: No.'),
			dump('1 ada: Bees?', '3 eve: No.'),
			'1>1 2>- 3>3 |  | 0 0 1',
		],
		[
			'one gone, ids as places',
			dump('ada: Bees?', 'ken: Here.', 'eve: No.'),
			dump('ada: Bees?', 'eve: No.'),
			'1>1 2>- 3>2 |  | 0 0 1',
		],
		['edited', dump('ada: Bees?', 'ken: Here.'), dump('ada: Wasps?', 'ken: Here.'), '1>1 2>2 |  | 1 0 0'],
		['liked', dump('ada: Bees? 1', 'ken: Here.'), dump('ada: Bees? 4', 'ken: Here.'), '1>1 2>2 |  | 0 1 0'],
		['somebody else', dump('ada: Bees?'), dump('eve: Wasps?'), '1>- | 1 | 0 0 1'],
		['like words', dump('ada: Yes.', 'ada: Yes.'), dump('eve: No.', 'ada: Yes.', 'ada: Yes.'), '1>3 2>2 | 1 | 0 0 0'],
		['nothing before', dump(), dump('ada: Bees?'), ' | 1 | 0 0 0'],
		['nothing now', dump('ada: Bees?'), dump(), '1>- |  | 0 0 1'],
	])('%s', (_, before, now, expected) => {
		expect(told(before, now)).toBe(expected);
	});

	test('whatever came and went: no two posts become one, none is counted twice', {timeout: 60_000}, () => {
		const posts = fc.array(fc.constantFrom('ada: Yes.', 'ken: Yes.', 'ada: No.', 'ken: Perhaps.'), {maxLength: 8});
		fc.assert(
			fc.property(posts, posts, (one, other) => {
				const [before, now] = [dump(...one), dump(...other)];
				const {ids, added, gone} = renewalOf(before, now);
				const found = [...ids.values()].filter(id => id !== null);
				expect([...ids.keys()]).toEqual(before.posts.map(post => post.id));
				expect(new Set([...found, ...added.map(post => post.id)]).size).toBe(now.posts.length);
				expect(found.length + gone).toBe(before.posts.length);
				expect(found.length + added.length).toBe(now.posts.length);
			}),
		);
	});
});
