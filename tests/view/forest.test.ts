import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createContext} from '../../source/thread/context.ts';
import {DumpBuilder} from '../../source/thread/dump.ts';
import {type Forest, forestOf, forests} from '../../source/view/forest.ts';
import {paragraph} from './sample.ts';

type Said = {readonly parent: number | null; readonly topic: string};

/** Posts from 0, each with the number of the post it says it answers: earlier, later, itself, or none of the dump's. */
function talk(posts: readonly Said[]) {
	const builder = new DumpBuilder('reddit', post => [paragraph(post.raw)]);
	for (const [at, {parent, topic}] of posts.entries()) {
		builder.add({
			id: String(at),
			parent: parent === null ? null : String(parent),
			topic,
			markup: 'plain',
			raw: 'words',
		});
	}
	const dump = builder.snapshot(true);
	return {dump, context: createContext(dump)};
}

function grown(posts: readonly Said[]): Forest {
	const {dump, context} = talk(posts);
	context.advance(Number.POSITIVE_INFINITY);
	return forestOf(dump, context);
}

/** The same without arrays: who stands above whom, then every tree from its root. */
function told(posts: readonly Said[]) {
	const parent = posts.map((post, at) => {
		const above = post.parent ?? -1;
		return above === at || posts[above]?.topic !== post.topic ? -1 : above;
	});
	for (let at = 0; at < parent.length; at++) {
		const passed = new Set([at]);
		let above = parent[at] ?? -1;
		for (; above !== -1 && !passed.has(above); above = parent[above] ?? -1) passed.add(above);
		// The first post of a ring that is come by.
		if (above === at) parent[at] = -1;
	}
	const order: number[] = [];
	const depth: number[] = [];
	const descendants = posts.map(() => 0);
	function place(at: number, level: number): void {
		const before = order.push(at);
		depth[at] = level;
		for (const [child, above] of parent.entries()) if (above === at) place(child, level + 1);
		descendants[at] = order.length - before;
	}
	for (const [at, above] of parent.entries()) if (above === -1) place(at, 0);
	const position = parent.map((_, at) => order.indexOf(at));
	const answeredRoots = parent.flatMap((above, at) => (above === -1 && descendants[at] !== 0 ? [String(at)] : []));
	return {parent, order, position, depth, descendants, answeredRoots};
}

function plain(forest: Forest) {
	return Object.fromEntries(
		Object.entries(forest).map(([name, values]) => [name, Array.from<number | string>(values)]),
	);
}

const posts = fc.array(
	fc.record({
		parent: fc.option(fc.nat(14), {nil: null}),
		topic: fc.constantFrom('one', 'one', 'one', 'two'),
	}),
	{maxLength: 12},
);

test('every post stands once in its tree, after the post it answers, whatever the posts say', () => {
	fc.assert(
		fc.property(posts, said => {
			expect(plain(grown(said))).toEqual(told(said));
		}),
		{numRuns: 1000},
	);
}, 60_000);

test('of a ring the earliest post becomes a root, and what hangs on the ring stays there', () => {
	const said = [2, 1, 3, 4, 2].map(parent => ({parent, topic: 'one'}));
	// 2 → 3 → 4 → 2, and 0 answers 2.
	expect(plain(grown(said))).toMatchObject({parent: [2, -1, -1, 4, 2], order: [1, 2, 0, 4, 3]});
});

test('a chain of answers may be as long as the dump', () => {
	const length = 20_000;
	const {depth, descendants} = grown(
		Array.from({length}, (_, at) => ({parent: at === 0 ? null : at - 1, topic: 'one'})),
	);
	expect([depth[length - 1], descendants[0]]).toEqual([length - 1, length - 1]);
});

test('made in slices it is the same, and who asks in between has it at once', () => {
	const said = Array.from({length: 5000}, (_, at) => ({parent: at % 7 === 0 ? null : at >> 1, topic: 'one'}));
	const atOnce = plain(grown(said));

	const sliced = talk(said);
	sliced.context.advance(Number.POSITIVE_INFINITY);
	let slices = 1;
	while (!forests.advance(sliced, null, 0)) slices++;
	expect(slices).toBeGreaterThan(10);
	expect(plain(forestOf(sliced.dump, sliced.context))).toEqual(atOnce);

	const asked = talk(said);
	asked.context.advance(Number.POSITIVE_INFINITY);
	expect(forests.advance(asked, null, 0)).toBe(false);
	expect(plain(forestOf(asked.dump, asked.context))).toEqual(atOnce);
	expect(forests.advance(asked, null, 0)).toBe(true);
});

test('while the dump is being read, it is made anew when half as much again is known, and when all is', () => {
	const said = Array.from({length: 40}, (_, at) => ({parent: at === 0 ? null : at - 1, topic: 'one'}));
	const {dump, context} = talk(said);
	const made = new Map<Forest, number>();
	for (let covered = 0; covered < said.length; covered = context.covered) {
		const forest = forestOf(dump, context);
		if (!made.has(forest)) made.set(forest, covered);
		context.advance(0);
	}
	made.set(forestOf(dump, context), context.covered);
	expect([...made.values()]).toEqual([0, 1, 2, 3, 5, 8, 12, 18, 27, 40]);
	expect(plain(forestOf(dump, context))).toEqual(plain(grown(said)));
});
