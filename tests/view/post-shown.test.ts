import {describe, expect, test} from 'vitest';
import {rowText} from '../../source/layout/span.ts';
import {currentPost, postSize} from '../../source/view/model.ts';
import {topLine} from '../../source/view/moves.ts';
import {screen} from './drawn.ts';
import {press} from './press.ts';
import {dumpOf, modelOf, paragraph, quote, type SamplePost} from './sample.ts';

const longQuote = Array.from({length: 60}, (_, index) => `line ${index} of what somebody said before`).join(
	' and then ',
);

const posts: readonly SamplePost[] = [
	{id: '1', number: 1, author: 'ada', blocks: [paragraph('The first.')]},
	{
		id: '2',
		number: 2,
		author: 'ken',
		blocks: [
			quote('ada', null, longQuote),
			paragraph('My own words.'),
			quote('ada', null, 'once more'),
			paragraph('The end.'),
		],
	},
];

const model = modelOf(dumpOf(posts), {columns: 90, rows: 20});

/** What the post pane shows, without border and scroll bar. */
function shown(keys: string): string {
	const {model: after} = press(model, keys);
	const {columns} = postSize(after);
	return screen(after)
		.rows.slice(2, 2 + postSize(after).rows)
		.map(row =>
			rowText(row)
				.slice(-columns - 3, -2)
				.trim(),
		)
		.join('\n')
		.trim();
}

describe('S', () => {
	test('scrolls past the quote to the own words', () => {
		expect(shown('G').startsWith('▎ ada')).toBe(true);
		expect(shown('G')).not.toContain('My own words.');
		expect(shown('G S')).toContain('My own words.');
	});

	test('stays where there is no quote', () => {
		expect(topLine(press(model, 'S').model)).toBe(0);
	});
});

describe('r', () => {
	test('shows the post as the dump wrote it, and again as it is read', () => {
		const {model: raw} = press(model, 'G r');
		expect(shown('G r')).toBe((currentPost(raw)?.raw ?? '').trim());
		expect(shown('G r r')).toBe(shown('G'));
	});
});
