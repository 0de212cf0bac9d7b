import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createContext} from '../../source/thread/context.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {growingThread, quote, type Said, threadOf} from './thread-of.ts';

const vocabulary = `amber basil cedar dahlia elder fennel garlic hazel iris juniper kale larch mallow nettle onion
	parsley quince rowan sorrel thyme umbel violet willow yarrow and or the to`.split(/\s+/);

/** Words of a post: no two are alike, so that every passage stands in one place of it alone. */
const words = fc.uniqueArray(fc.nat({max: 99_999}), {minLength: 12, maxLength: 60}).chain(numbers =>
	fc.infiniteStream(fc.constantFrom(...vocabulary)).map(stream => {
		const names = stream[Symbol.iterator]();
		return numbers.map(number => `${names.next().value}${number.toString(36)}`);
	}),
);
const marks = fc.infiniteStream(fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\n\n', ' – ', ' “', '” '));

/** The words with signs between them, and where each word is. */
function written(own: readonly string[], signs: Iterator<string>): string {
	return own.reduce((text, word) => `${text}${signs.next().value ?? ' '}${word}`);
}

const thread = fc.tuple(fc.array(words, {minLength: 1, maxLength: 60}), marks, fc.nat(), fc.nat(), fc.nat({max: 20}));

/** What the last post's only quote was found to be. */
function lastQuote(dump: Dump) {
	const context = createContext(dump);
	context.advance(Number.POSITIVE_INFINITY);
	const last = dump.posts.at(-1);
	return last === undefined ? undefined : context.quotesOf(last)[0];
}

describe('whatever the thread', () => {
	test('a passage cut from any post and pasted as a quote into a later one is found', () => {
		fc.assert(
			fc.property(thread, ([posts, signs, at, from, more]) => {
				const texts = posts.map(own => written(own, signs[Symbol.iterator]()));
				const source = at % posts.length;
				const own = posts[source] ?? [];
				const start = from % (own.length - 10);
				const passage = own.slice(start, start + 10 + more).join(' ');
				const dump = threadOf(...texts.map((text): Said => ({says: text.split('\n\n')})), {
					says: [quote(null, passage.toUpperCase()), 'My answer.'],
				});
				const found = lastQuote(dump);
				expect(found).toMatchObject({post: String(source + 1), basis: 'exact', through: null});
				const there = dump.body(dump.posts[source] ?? expect.fail('no post')).text.slice(...(found?.span ?? []));
				expect(there.match(/\w+/g)).toEqual(passage.match(/\w+/g));
			}),
		);
	});

	test('with words left out it is found as close', () => {
		fc.assert(
			fc.property(thread, ([posts, , at, from]) => {
				const source = at % posts.length;
				const own = posts[source] ?? [];
				const start = from % (own.length - 10);
				const passage = `${own.slice(start, start + 4).join(' ')} […] ${own.slice(start + 6, start + 10).join(' ')}`;
				const dump = threadOf(...posts.map((post): Said => ({says: [post.join(' ')]})), {says: [quote(null, passage)]});
				expect(lastQuote(dump)).toMatchObject({post: String(source + 1), basis: 'close'});
			}),
		);
	});

	test('shuffled words are not found', () => {
		fc.assert(
			fc.property(thread, ([posts, , at]) => {
				const own = posts[at % posts.length] ?? [];
				// Every other word, then those between: no two that are neighbours now have been.
				const shuffled = [...own.filter((_, index) => index % 2 === 1), ...own.filter((_, index) => index % 2 === 0)];
				const dump = threadOf(...posts.map((post): Said => ({says: [post.join(' ')]})), {
					says: [quote(null, shuffled.join(' '))],
				});
				expect(lastQuote(dump)).toMatchObject({post: null, basis: null, span: null});
			}),
		);
	});
});

const anyPost: fc.Arbitrary<Said> = fc
	.record({
		author: fc.constantFrom('ada', 'ken', 'eve', null),
		own: fc.constantFrom(
			...['Lift the dahlias before the October frost.', 'Put garlic under the rowan in November.', '@ada really?'],
			'Yes.',
		),
		quoted: fc.option(fc.constantFrom('Lift the dahlias', 'garlic under the rowan in November', 'nobody said that'), {
			freq: 2,
		}),
		name: fc.constantFrom('ada', 'ken', null),
		parent: fc.option(fc.constantFrom('1', '2', '99'), {freq: 8}),
	})
	.map(({author, own, quoted, name, parent}) => ({
		author,
		parent,
		says: [...(quoted === null ? [] : [quote({author: name}, quoted)]), own],
	}));

/** All that the context says of a dump that it has read. */
function told(dump: Dump, context: ReturnType<typeof createContext>): object {
	context.advance(Number.POSITIVE_INFINITY);
	return dump.posts.map(post => ({
		quotes: context.quotesOf(post),
		parent: context.parentOf(post),
		quotedBy: context.quotedBy(post.id),
		answers: context.answersTo(post.id),
		author: context.authorInferred(post),
	}));
}

describe('whatever is said', () => {
	test('a dump that grows tells the same as one that is there at once', () => {
		fc.assert(
			fc.property(fc.array(anyPost, {minLength: 1, maxLength: 14}), fc.nat(), (posts, cut) => {
				const grow = growingThread(posts);
				const context = createContext(grow(cut % posts.length));
				told(grow(cut % posts.length), context);
				const whole = grow(posts.length);
				context.extend(whole);
				expect(told(whole, context)).toEqual(told(whole, createContext(whole)));
			}),
		);
	});

	test('backlinks are the relations turned round, and what is inferred stands earlier', () => {
		fc.assert(
			fc.property(fc.array(anyPost, {minLength: 1, maxLength: 14}), posts => {
				const dump = threadOf(...posts);
				const context = createContext(dump);
				context.advance(Number.POSITIVE_INFINITY);
				for (const post of dump.posts) {
					const parent = context.parentOf(post);
					if (parent !== null && parent.basis !== 'stated') {
						expect(dump.indexOf(parent.post)).toBeLessThan(dump.indexOf(post.id));
					}
					const answering = dump.posts.filter(other => context.parentOf(other)?.post === post.id).map(({id}) => id);
					expect(context.answersTo(post.id)).toEqual(answering);
					const quoting = dump.posts.filter(other =>
						context.quotesOf(other).some(({post: to, through}) => to === post.id || through === post.id),
					);
					expect(context.quotedBy(post.id)).toEqual(quoting.map(({id}) => id));
				}
			}),
		);
	});
});
