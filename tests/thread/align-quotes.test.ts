import {describe, expect, test} from 'vitest';
import {hashedWords} from '../../source/text/hashed-words.ts';
import {findQuote} from '../../source/thread/align.ts';
import {quotationsIn} from '../../source/thread/quotations.ts';

const source =
	'We sow the beans in May, never before the last frost, and we soak them for a night.\n\nMy neighbour sows hers in April; half of them rot. The other half is eaten by snails before June, and she starts again.';

function found(quote: string): string {
	const at = findQuote(quote, hashedWords(source));
	return at === null ? 'none' : `${at.basis}: ${source.slice(...at.span)}`;
}

describe('a quote that was changed', () => {
	test.each([
		['begins with an elision', '… never before the last frost', 'exact: never before the last frost'],
		['begins with a snip', '[snip] never before the last frost', 'close: never before the last frost'],
		['ends with a cut', 'half of them rot <cut>', 'close: half of them rot'],
		[
			'with several elisions',
			'We sow the beans … before the last frost [...] half of them rot',
			'close: We sow the beans in May, never before the last frost, and we soak them for a night.\n\nMy neighbour sows hers in April; half of them rot',
		],
		[
			'a word changed in the middle',
			'My neighbour plants hers in April; half of them rot.',
			'close: My neighbour sows hers in April; half of them rot',
		],
		[
			'a word put in',
			'The other half is soon eaten by snails before June',
			'close: The other half is eaten by snails before June',
		],
		['formatting that was kept', '**We sow** the _beans_ in `May`', 'exact: We sow the beans in May'],
		['the halves swapped', 'half of them rot … we sow the beans', 'none'],
		['every second word', 'sow beans May before last and soak for night', 'none'],
		['the same words in another order', 'frost last the before never May in beans the sow we', 'none'],
		['common words from all over', 'the of in and her is by we', 'none'],
	])('%s', (_, quote, expected) => {
		expect(found(quote)).toBe(expected);
	});

	test('is found where most of it stands together, not where single pairs of it are', () => {
		const text = `in the end of the day. ${'Other words stand here. '.repeat(20)}At the end of the long day we rest in the shade.`;
		const at = findQuote('at the end of the very long day we rest', hashedWords(text));
		expect(at && text.slice(...at.span)).toBe('At the end of the long day we rest');
	});
});

test.each([
	['British marks, with an apostrophe within', 'a ‘don’t sow the beans yet’ here', ['don’t sow the beans yet']],
	['a path and a name in code', 'File "/usr/lib/garden/snail/shell.py" of "garden.beds.of_beans"', []],
	['apostrophes alone', 'the beans’ roots and the snails’ way of life', []],
])('quotations: %s', (_, text, expected) => {
	const passages = quotationsIn(text);
	expect(passages.map(passage => passage.text)).toEqual(expected);
	for (const {start, end, text: words} of passages) expect(text.slice(start, end)).toBe(words);
});
