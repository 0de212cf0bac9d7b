import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {hashedWords} from '../../source/text/hashed-words.ts';
import {findQuote} from '../../source/thread/align.ts';

const source =
	'Our kettle sings, slowly at first: it “never” boils over. Put the lid on – gently – and wait.\n\nThen pour 3 cups; don’t hurry.';

/** What was found, as `basis: words`; `none` for nothing. */
function found(quote: string, text = source): string {
	const at = findQuote(quote, hashedWords(text));
	return at === null ? 'none' : `${at.basis}: ${text.slice(...at.span)}`;
}

describe('findQuote', () => {
	test.each([
		['word for word', 'it “never” boils over', 'exact: it “never” boils over'],
		['one word', 'gently', 'exact: gently'],
		['all of it', source, `exact: ${source.slice(0, -1)}`],
		['in other case', 'OUR KETTLE sings', 'exact: Our kettle sings'],
		['with other quotation marks', 'it "never" boils', 'exact: it “never” boils'],
		['with another apostrophe', "don't hurry", 'exact: don’t hurry'],
		['with other dashes', 'lid on - gently - and wait', 'exact: lid on – gently – and wait'],
		['with other spaces', 'Put  the\nlid\u00a0on', 'exact: Put the lid on'],
		['over paragraphs', 'and wait. Then pour 3 cups', 'exact: and wait.\n\nThen pour 3 cups'],
		['without the accents', 'Öur kéttle sings', 'exact: Our kettle sings'],
		[
			'shortened with an ellipsis',
			'Our kettle sings … boils over',
			'close: Our kettle sings, slowly at first: it “never” boils over',
		],
		[
			'shortened with dots',
			'Our kettle ... boils over',
			'close: Our kettle sings, slowly at first: it “never” boils over',
		],
		['shortened in brackets', 'Put the lid [...] and wait', 'close: Put the lid on – gently – and wait'],
		[
			'shortened with a snip',
			'Our kettle [snip] 3 cups',
			'close: Our kettle sings, slowly at first: it “never” boils over. Put the lid on – gently – and wait.\n\nThen pour 3 cups',
		],
		[
			'joined from paragraphs',
			'Put the lid on\n\nThen pour 3 cups',
			'close: Put the lid on – gently – and wait.\n\nThen pour 3 cups',
		],
		[
			'edited',
			'Our old kettle sings slowly at first, it never boils',
			'close: kettle sings, slowly at first: it “never” boils',
		],
		['edited so much that most is new', 'Our kettle whistles loudly at last and it boils dry', 'none'],
		['parts in another order', 'boils over … our kettle', 'none'],
		['a part of a word', 'kettl', 'none'],
		['words that stand apart', 'kettle boils', 'none'],
		['words of somebody else', 'the dog sleeps under the old table', 'none'],
		['no words', '… – !', 'none'],
		['nothing', '', 'none'],
	])('%s', (_, quote, expected) => {
		expect(found(quote)).toBe(expected);
	});

	test('scripts without spaces are compared by neighbouring characters', () => {
		expect(found('種を乾かす', '春に種を乾かす道具')).toBe('exact: 種を乾かす');
		expect(found('種を濡らす', '春に種を乾かす道具')).toBe('none');
	});

	test('finds nothing in nothing', () => {
		expect(findQuote('words', hashedWords(''))).toBeNull();
		expect(hashedWords(' … ').hashes).toHaveLength(0);
	});
});

const vocabulary =
	'seed jar lid dry cold damp shelf winter spring bean pea oats rye salt paper glass tin wax cork twine'.split(' ');
const anyWords = fc.array(fc.constantFrom(...vocabulary), {minLength: 5, maxLength: 60});
const between = fc.constantFrom(' ', ', ', '. ', '\n\n', ' – ', ' “', '” ');

/** Words with signs between them. */
const anyText = fc.tuple(anyWords, fc.infiniteStream(between)).map(([words, signs]) => {
	const iterator = signs[Symbol.iterator]();
	return words.reduce((text, word) => `${text}${iterator.next().value}${word}`);
});

describe('whatever the words', () => {
	test('a passage is found word for word where it was cut', () => {
		fc.assert(
			fc.property(anyText, fc.nat(), fc.nat(), (text, from, length) => {
				const words = [...text.matchAll(/\p{L}+/gu)];
				const first = words[from % words.length];
				const last = words[Math.min(words.length - 1, (from % words.length) + (length % 20))];
				if (first === undefined || last === undefined) expect.fail('no words');
				const passage = text.slice(first.index, last.index + last[0].length);
				const at = findQuote(passage.toUpperCase(), hashedWords(text));
				expect(at?.basis).toBe('exact');
				if (at !== null) expect(lettersOf(text.slice(...at.span))).toBe(lettersOf(passage));
			}),
		);
	}, 60_000);

	test('words in an order that the text does not have are not found exactly', () => {
		fc.assert(
			fc.property(anyText, fc.shuffledSubarray(vocabulary, {minLength: 5}), (text, words) => {
				const at = findQuote(words.join(' '), hashedWords(text));
				const stands = ` ${lettersOf(text)} `.includes(` ${words.join(' ')} `);
				expect(at?.basis === 'exact').toBe(stands);
			}),
		);
	}, 60_000);

	test('what is found lies in the text and on word borders', () => {
		fc.assert(
			fc.property(anyText, anyText, (text, quote) => {
				const at = findQuote(quote, hashedWords(text));
				if (at === null) return;
				const [start, end] = at.span;
				expect(start).toBeGreaterThanOrEqual(0);
				expect(end).toBeGreaterThan(start);
				expect(text.slice(start - 1, start)).not.toMatch(/\p{L}/u);
				expect(text.slice(end, end + 1)).not.toMatch(/\p{L}/u);
			}),
		);
	}, 60_000);
});

/** The words of a text, parted by blanks. */
function lettersOf(text: string): string {
	return (text.match(/\p{L}+/gu) ?? []).join(' ');
}
