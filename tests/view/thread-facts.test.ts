import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createContext} from '../../source/thread/context.ts';
import {DumpBuilder} from '../../source/thread/dump.ts';
import type {PostDraft} from '../../source/thread/post.ts';
import {threadFacts} from '../../source/view/thread-facts.ts';

const drafts = fc.array(
	fc.record({
		topic: fc.constantFrom('one', 'two'),
		kind: fc.constantFrom('post', 'action', 'deleted'),
		author: fc.constantFrom(null, 'ada', '伸子', 'grace'),
		likes: fc.option(fc.nat(60), {nil: null}),
		number: fc.option(fc.nat(20_000), {nil: null}),
		date: fc.constantFrom(null, '2019', '2020-02-03', '2020-02-03T09:14'),
	}) satisfies fc.Arbitrary<Partial<PostDraft>>,
	{maxLength: 60},
);

function add(builder: DumpBuilder, posts: readonly Partial<PostDraft>[], from: number): void {
	for (const [at, post] of posts.entries()) builder.add({...post, id: String(from + at), markup: 'plain', raw: ''});
}

test('facts that grew with the snapshots are those of the last one', () => {
	fc.assert(
		fc.property(drafts, drafts, fc.nat(59), fc.boolean(), (first, second, revised, revises) => {
			const builder = new DumpBuilder('reddit', () => []);
			add(builder, first, 0);
			const early = builder.snapshot(false);
			const context = createContext(early);
			for (const topic of [null, 'one']) threadFacts({dump: early, context}, topic);
			add(builder, second, first.length);
			if (revises) builder.revise(String(revised), {likes: 61, topic: 'two'});
			const dump = builder.snapshot(true);
			context.extend(dump);
			for (const topic of [null, 'one', 'two']) {
				expect(threadFacts({dump, context}, topic)).toEqual(threadFacts({dump, context: createContext(dump)}, topic));
			}
			const likesOf = (at: number) => dump.posts[at]?.likes ?? 0;
			const ranked = Array.from(dump.posts.keys())
				.filter(at => likesOf(at) > 0)
				.sort((a, b) => likesOf(b) - likesOf(a));
			expect(threadFacts({dump, context}).liked).toEqual(ranked.slice(0, 32));
		}),
		{numRuns: 500},
	);
}, 60_000);
