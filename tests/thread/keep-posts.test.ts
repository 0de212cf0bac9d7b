/** A dump that was read anew: what is the same object, and what goes on. */
import {describe, expect, test} from 'vitest';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import {keepPosts} from '../../source/thread/keep-posts.ts';

/** Posts written as `author: words`. */
function dump(...posts: readonly string[]): Dump {
	const builder = new DumpBuilder('text', post => [{type: 'paragraph', children: [{type: 'text', text: post.raw}]}]);
	for (const [index, post] of posts.entries()) {
		const [author = '', raw = ''] = post.split(': ');
		builder.add({id: String(index + 1), number: index + 1, author, markup: 'plain', raw});
	}
	return builder.snapshot(true);
}

describe('a dump read anew', () => {
	test.each<[string, Dump, Dump, readonly boolean[], boolean]>([
		['is the same', dump('ada: Bees?', 'ken: Here.'), dump('ada: Bees?', 'ken: Here.'), [true, true], true],
		['has more posts', dump('ada: Bees?'), dump('ada: Bees?', 'ken: Here.'), [true, false], true],
		['has more of its last post', dump('ada: Bees?', 'ken: He'), dump('ada: Bees?', 'ken: Here.'), [true, false], true],
		['says something else', dump('ada: Bees?', 'ken: Here.'), dump('ada: Wasps?', 'ken: Here.'), [false, false], false],
		['names somebody else', dump('ada: Bees?', 'ken: Here.'), dump('eve: Bees?', 'ken: Here.'), [false, false], false],
		['is shorter', dump('ada: Bees?', 'ken: Here.'), dump('ada: Bees?'), [false], false],
		['was empty', dump(), dump('ada: Bees?'), [false], true],
	])('%s', (_, before, now, kept, goesOn) => {
		const result = keepPosts(before, now);
		expect(result.dump.posts.map((post, index) => post === before.posts[index])).toEqual(kept);
		expect(result.goesOn).toBe(goesOn);
		expect(result.dump.posts).toEqual(now.posts);
		expect(result.dump.posts.map(post => result.dump.body(post).text)).toEqual(now.posts.map(post => post.raw));
	});
});
