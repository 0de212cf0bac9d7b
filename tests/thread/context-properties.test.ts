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

/** A thread of such posts, a post of it, and a passage of that one: from its n-th word, so many words. */
const cut = fc.tuple(thread, fc.nat()).map(([[posts, signs, at, from, more], length]) => {
	const source = at % posts.length;
	const own = posts[source] ?? [];
	const start = from % (own.length - 10);
	const passage = own.slice(start, start + 10 + Math.min(more, length));
	const texts = posts.map(words => written(words, signs[Symbol.iterator]()));
	const said = texts.map((text): Said => ({says: text.split('\n\n')}));
	return {said, source, passage};
});

const elisions = fc.constantFrom('…', ' ... ', ' […] ', '[...]', ' (…) ', '\n[snip]\n', ' <cut> ', '\n\n');

/** How a word may be typed again. */
const retyped = fc.constantFrom<(word: string) => string>(
	word => word,
	word => word.toUpperCase(),
	word => word.charAt(0).toUpperCase() + word.slice(1),
	word => `*${word}*`,
	word => `“${word}”`,
	word => `_${word}`,
);

/** The words of the passage where a quote was found, as the post has them. */
function wordsThere(dump: Dump, found: ReturnType<typeof lastQuote>): readonly string[] {
	const post = dump.posts[dump.indexOf(found?.post ?? '')];
	if (post === undefined || found?.span == null) return [];
	return (
		dump
			.body(post)
			.text.slice(...found.span)
			.match(/\w+/g) ?? []
	);
}

describe('whatever the thread', () => {
	test('a passage cut from any post and pasted as a quote into a later one is found', () => {
		const typing = fc.tuple(fc.infiniteStream(retyped), marks);
		fc.assert(
			fc.property(cut, typing, fc.boolean(), ({said, source, passage}, [typed, signs], isJoined) => {
				const types = typed[Symbol.iterator]();
				const words = passage.map(word => types.next().value?.(word) ?? word);
				const text = isJoined ? words.join(' ') : written(words, signs[Symbol.iterator]());
				const dump = threadOf(...said, {says: [quote(null, ...text.split('\n\n')), 'My answer.']});
				const found = lastQuote(dump);
				expect(found).toMatchObject({post: String(source + 1), basis: 'exact', through: null});
				expect(wordsThere(dump, found)).toEqual(passage);
			}),
			{numRuns: 200},
		);
	}, 60_000);

	test('with words left out anywhere it is found as close, from its first words to its last', () => {
		fc.assert(
			fc.property(
				cut,
				fc.uniqueArray(fc.integer({min: 2, max: 7}), {minLength: 1, maxLength: 3}),
				fc.infiniteStream(elisions),
				({said, source, passage}, holes, signs) => {
					const sign = signs[Symbol.iterator]();
					const text = passage.reduce((left, word, at) => {
						if (holes.includes(at)) return at > 0 && holes.includes(at - 1) ? left : left + (sign.next().value ?? '…');
						return left === '' || holes.includes(at - 1) ? left + word : `${left} ${word}`;
					}, '');
					const dump = threadOf(...said, {says: [quote(null, text)]});
					const found = lastQuote(dump);
					expect(found).toMatchObject({post: String(source + 1), basis: 'close'});
					expect(wordsThere(dump, found)).toEqual(passage);
				},
			),
			{numRuns: 200},
		);
	}, 60_000);

	test('with some words put in, changed or gone it is found as close', () => {
		fc.assert(
			fc.property(cut, fc.nat(), fc.constantFrom('in', 'changed', 'gone'), ({said, source, passage}, where, how) => {
				const at = 2 + (where % (passage.length - 4));
				const edited = passage.toSpliced(at, how === 'in' ? 0 : 1, ...(how === 'gone' ? [] : ['erratum']));
				const dump = threadOf(...said, {says: [quote(null, edited.join(' '))]});
				expect(lastQuote(dump)).toMatchObject({post: String(source + 1), basis: 'close'});
			}),
			{numRuns: 200},
		);
	}, 60_000);

	test('shuffled words are not found', () => {
		const shuffling = fc.infiniteStream(fc.nat());
		fc.assert(
			fc.property(cut, shuffling, elisions, fc.boolean(), ({said, passage}, numbers, elision, isElided) => {
				const keys = numbers[Symbol.iterator]();
				const sorted = passage
					.map((word, at) => ({word, at, key: keys.next().value ?? 0}))
					.sort((a, b) => a.key - b.key);
				const neighbours = sorted.filter(({at}, index) => sorted[index + 1]?.at === at + 1).length;
				fc.pre(neighbours < passage.length / 2);
				const words = sorted.map(({word}) => word);
				const half = words.length >> 1;
				const parts = [words.slice(0, half).join(' '), words.slice(half).join(' ')];
				const dump = threadOf(...said, {says: [quote(null, parts.join(isElided ? elision : ' '))]});
				expect(lastQuote(dump)).toMatchObject({post: null, basis: null, span: null});
			}),
			{numRuns: 200},
		);
	}, 60_000);
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
	}, 60_000);

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
	}, 60_000);
});
