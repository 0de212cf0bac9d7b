/**
What a quote is looked for by, and which of several posts it is found in.
*/
import {describe, expect, test} from 'vitest';
import type {Block, Inline} from '../../source/thread/body.ts';
import {createContext} from '../../source/thread/context.ts';
import {quote, quotesIn, threadOf} from './thread-of.ts';

/** As a list puts it below every message. */
const footer: Block = {
	type: 'paragraph',
	children: ['_'.repeat(40), 'The shed mailing list', 'shed at garden.example'].flatMap((text, line): Inline[] => [
		...(line === 0 ? [] : [{type: 'break'} as const]),
		{type: 'text', text},
	]),
};

describe('what stands below many posts', () => {
	const words = 'The rake stands behind the door';
	const file = '[attachment: alternative HTML version, deleted]';
	const dump = threadOf(
		{author: 'ada', says: [words, footer]},
		{author: 'bo', says: ['Not here.', file, footer]},
		{author: 'cy', says: [quote(null, words, file, footer), 'Thank you.']},
		{author: 'di', says: [quote(null, footer), quote(null, file), 'Who set these below?']},
	);

	test('is not looked for with the words that it is quoted along with', () => {
		expect(quotesIn(dump, createContext(dump), '3')).toEqual([`1 exact "${words}"`]);
	});

	test('is no quote of another post', () => {
		expect(quotesIn(dump, createContext(dump), '4')).toEqual(['nowhere', 'nowhere']);
	});
});

describe('of an author’s posts with the same words', () => {
	const words = 'Try it again with the lid on';
	const ada = (day: number) => ({author: 'ada', date: `2024-05-0${day}T09:14:20+02:00`, says: [words, `Day ${day}.`]});
	const bo = (date?: string) => ({
		author: 'bo',
		says: [quote({author: 'Ada', ...(date === undefined ? {} : {date})}, words), 'I did.'],
	});

	test.each([
		['the nearest is quoted where no time is stated', undefined, '3'],
		['the one that was written when the quote says', '2024-05-01T07:14Z', '1'],
		['and by whose clock does not matter', '2024-05-02T16:44', '2'],
		['the nearest where none was written then', '2023-01-01T12:01', '3'],
	])('%s', (_, date, expected) => {
		const dump = threadOf(ada(1), ada(2), ada(3), bo(date));
		expect(quotesIn(dump, createContext(dump), '4')).toEqual([`${expected} exact "${words}"`]);
	});

	test('one that holds the words exactly is taken before one of that time that nearly does', () => {
		const near = {author: 'ada', date: '2024-05-04T10:00:00Z', says: ['Try it again tomorrow with the lid on']};
		const dump = threadOf(ada(1), near, bo('2024-05-04T10:00Z'));
		expect(quotesIn(dump, createContext(dump), '3')).toEqual([`1 exact "${words}"`]);
	});
});
