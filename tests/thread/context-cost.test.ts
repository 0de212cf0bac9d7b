/**
What the context costs, counted in bodies it asks for: time would depend on the machine.
*/
import {describe, expect, test} from 'vitest';
import {createContext} from '../../source/thread/context.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {quote, type Said, threadOf} from './thread-of.ts';

const syllables = ['ka', 'lo', 'mi', 'nu', 'pe', 'ra', 'si', 'to', 'vu', 'ze'];

/** The n-th of endlessly many words. */
function word(n: number): string {
	return [...String(n)].map(digit => syllables[Number(digit)] ?? '').join('');
}

/** A sentence of its own for every post, of words that many posts use. */
function sentence(post: number): string {
	return Array.from({length: 24}, (_, at) => word((post * 31 + at * at * 17 + at) % 997)).join(' ');
}

type Kind = 'nameless' | 'named' | 'lost' | 'repeated';

/** A thread whose every fifth post quotes one from anywhere before it. */
function longThread(length: number, kind: Kind): Dump {
	const posts = Array.from({length}, (_, post): Said => {
		const author = `author ${post % 7}`;
		if (post % 5 !== 4) return {author, says: [sentence(post)]};
		const from = (post * 7919) % post;
		const words = sentence(from - (from % 5 === 4 ? 1 : 0));
		if (kind === 'repeated') return {author, says: [words, sentence(post)]};
		const source = kind === 'named' ? {author: `author ${from % 7}`} : null;
		const quoted = kind === 'lost' ? `nobody ever wrote ${post} that ${word(post + 5000)} in here` : words;
		return {author, says: [quote(source, quoted), sentence(post)]};
	});
	return threadOf(...posts);
}

/** The dump, counting how often a body is asked for. */
function counted(dump: Dump): {readonly dump: Dump; readonly count: () => number} {
	let count = 0;
	const body: Dump['body'] = post => {
		count++;
		return dump.body(post);
	};
	return {dump: {...dump, body}, count: () => count};
}

function cost(dump: Dump): number {
	const counting = counted(dump);
	createContext(counting.dump).advance(Number.POSITIVE_INFINITY);
	return counting.count();
}

describe('four times the posts cost about four times as much', () => {
	test.each<Kind>(['nameless', 'named', 'lost', 'repeated'])('%s', kind => {
		const few = cost(longThread(500, kind));
		const many = cost(longThread(2000, kind));
		expect(few).toBeGreaterThan(500);
		expect(many / few).toBeLessThan(5);
	});
});

/** How many bodies each step asks for. */
function costs(dump: Dump): readonly number[] {
	const counting = counted(dump);
	const context = createContext(counting.dump);
	const steps: number[] = [];
	for (let done = false, before = 0; !done; before = counting.count()) {
		done = context.advance(0);
		steps.push(counting.count() - before);
	}
	return steps;
}

describe('a post of very many quotes', () => {
	const lost = (count: number) =>
		Array.from({length: count}, (_, at) => quote(null, `nobody ever wrote that ${word(at)} is in here`));
	const before = Array.from({length: 200}, (_, post): Said => ({says: [sentence(post)]}));

	test('is read in steps that are no longer than those of any post', () => {
		const steps = costs(threadOf(...before, {says: lost(2000)}));
		expect(steps.length).toBeGreaterThan(2000);
		expect(Math.max(...steps)).toBeLessThan(200);
	});

	test('costs as much as its quotes do in posts of their own, at most', () => {
		const together = cost(threadOf(...before, {says: lost(2000)}));
		const apart = cost(threadOf(...before, ...lost(2000).map((one): Said => ({says: [one]}))));
		expect(together).toBeLessThan(apart);
	});

	test('of which a screen asks before it was read costs little', () => {
		const {dump, count} = counted(threadOf(...before, {says: lost(2000)}));
		const last = dump.posts.at(-1);
		if (last === undefined) expect.fail('no post');
		createContext(dump).quotesOf(last);
		expect(count()).toBeLessThan(600);
	});
});

test('a slice ends when its time is over, even within a post, and the next goes on there', () => {
	const many = Array.from({length: 40}, (_, at) => quote(null, sentence(at)));
	const posts: readonly Said[] = [
		...Array.from({length: 40}, (_, post): Said => ({says: [sentence(post)]})),
		{says: many},
	];
	const dump = threadOf(...posts);
	const context = createContext(dump);
	expect(context.advance(0)).toBe(false);
	expect(context.covered).toBe(0);
	let slices = 1;
	while (!context.advance(0)) slices++;
	expect(slices).toBeGreaterThan(80);
	const last = dump.posts.at(-1);
	if (last === undefined) expect.fail('no post');
	expect(context.quotesOf(last).map(({post}) => post)).toEqual(posts.slice(0, 40).map((_, at) => String(at + 1)));
});

test('what has to be waited for is read when it can be', async () => {
	const dump = longThread(40, 'nameless');
	const ready = new Set<string>();
	const waiting = new Map<string, Promise<void>>();
	const slow: Dump = {
		...dump,
		body: post => (ready.has(post.id) ? dump.body(post) : {...dump.body(post), text: '', quotes: [], blocks: []}),
		prepare: post => {
			if (ready.has(post.id)) return null;
			const reading = waiting.get(post.id) ?? Promise.resolve().then(() => void ready.add(post.id));
			waiting.set(post.id, reading);
			return reading;
		},
	};
	const context = createContext(slow);
	expect(context.advance(Number.POSITIVE_INFINITY)).toBe(false);
	let forgotten = 0;
	while (!context.advance(Number.POSITIVE_INFINITY)) {
		await Promise.all(waiting.values());
		waiting.clear();
		// Now and then some bodies are forgotten, as where there is no room for all of them.
		if (context.covered >= forgotten + 8) {
			forgotten = context.covered;
			for (const id of [...ready].slice(0, 4)) ready.delete(id);
		}
	}
	expect(forgotten).toBeGreaterThan(8);
	for (const post of dump.posts) ready.add(post.id);
	const whole = createContext(dump);
	whole.advance(Number.POSITIVE_INFINITY);
	for (const post of dump.posts) expect(context.quotesOf(post)).toEqual(whole.quotesOf(post));
});
