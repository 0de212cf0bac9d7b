/**
A dump that is complete and grows nevertheless, as a file that is followed does: what only helps to find sources was
forgotten by then.
*/
import {expect, test} from 'vitest';
import {createContext} from '../../source/thread/context.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {parentIn, quote, quotesIn, type Said, threadOf} from './thread-of.ts';

const syllables = ['ka', 'lo', 'mi', 'nu', 'pe', 'ra', 'si', 'to', 'vu', 'ze'];

/** Words that stand in the post of this number alone. */
function sentence(post: number): string {
	return Array.from({length: 16}, (_, at) => {
		const digits = [...String(post * 16 + at)].map(digit => syllables[Number(digit)] ?? '');
		return `${digits.join('')}q`;
	}).join(' ');
}

/** Too far before the ones that quote it to be found without the index of passages. */
const far = 100;

const posts: readonly Said[] = Array.from({length: 260}, (_, at): Said => {
	const author = `author ${at % 5}`;
	const own = `${sentence(at)} @nobody`;
	return at >= far && at % 20 === 0 ? {author, says: [quote(null, sentence(at - far)), own]} : {author, says: [own]};
});

/** All that is known of each post. */
function known(dump: Dump, context: ReturnType<typeof createContext>) {
	return dump.posts.map(({id, ...post}) => ({
		quotes: quotesIn(dump, context, id),
		parent: parentIn(dump, context, id),
		quotedBy: context.quotedBy(id),
		answers: context.answersTo(id),
		related: context.relatedTo({id, ...post}, 3),
	}));
}

function readWhole(dump: Dump) {
	const context = createContext(dump);
	context.advance(Number.POSITIVE_INFINITY);
	return context;
}

test('is known as well as one that was read at once, however often it grows', () => {
	const context = readWhole(threadOf(...posts.slice(0, 130)));
	for (const length of [131, 190, 191, 260]) {
		const dump = threadOf(...posts.slice(0, length));
		context.extend(dump);
		let slices = 0;
		while (!context.advance(0)) slices++;
		expect(slices).toBeGreaterThanOrEqual(length === 131 ? 130 : 0);
		expect(known(dump, context)).toEqual(known(dump, readWhole(dump)));
	}
	const last = threadOf(...posts);
	expect(quotesIn(last, context, '241')).toEqual([`141 exact "${sentence(140)}"`]);
});

test('a post that states a parent which comes later is among its answers, in the order of the thread', () => {
	const early: Said = {id: 'early', parent: 'late', says: ['first of all']};
	const other: Said = {id: 'other', says: ['in between']};
	const late: Said = {id: 'late', says: ['last of all']};
	const after: Said = {id: 'after', parent: 'late', says: ['and then']};
	const context = readWhole(threadOf(early, other));
	expect(context.answersTo('late')).toEqual([]);
	const dump = threadOf(early, other, late, after);
	context.extend(dump);
	context.advance(Number.POSITIVE_INFINITY);
	expect(context.answersTo('late')).toEqual(['early', 'after']);
	expect(parentIn(dump, context, 'early')).toBe('late stated');
});
