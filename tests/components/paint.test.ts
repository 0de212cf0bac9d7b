import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createPainter, paint} from '../../source/components/paint.ts';
import {themes} from '../../source/components/theme.ts';
import {type Look, type Row, type ScreenRow, span} from '../../source/layout/span.ts';

/** `ESC` written as `^`. */
function painted(theme: keyof typeof themes, ...parts: readonly (readonly [text: string, look?: Look])[]): string {
	const row: Row = parts.map(([text, look]) => span(text, look ?? 'text'));
	return paint(row, themes[theme]).replaceAll('\u001b[', '^');
}

test('a few blanks are written in the look of the words before them', () => {
	expect(painted('plain', ['ada', {tone: 'author'}], [' '], ['12', {tone: 'number'}], ['   ', {tone: 'likes'}])).toBe(
		'^36mada ^0;2m12   ^0m',
	);
	expect(painted('plain', [' ', {tone: 'warning'}], ['words'])).toBe(' words');
});

test('more blanks have no look: they may be leapt over', () => {
	expect(painted('plain', ['│', {tone: 'border'}], [' '.repeat(8)], ['│', {tone: 'border'}])).toBe(
		`^2m│^0m${' '.repeat(8)}^2m│^0m`,
	);
});

test('what is seen on blanks stays where it belongs', () => {
	expect(painted('neutral', ['a'], [' ', {tone: 'text', ground: 'hit'}], ['b'])).toBe('a^38;5;16;48;5;179m ^0mb');
	expect(painted('neutral', ['a', {tone: 'text', ground: 'cursor'}], [' '], ['b'])).toBe('^38;5;255;48;5;24ma^0m b');
	expect(painted('dark', ['a', {tone: 'faint', ground: 'cursor'}], [' ', {tone: 'author'}])).toBe(
		'^38;5;245;48;5;238ma^0;38;5;80m ^0m',
	);
	expect(painted('plain', ['a', {tone: 'link', underline: true}], [' ', {tone: 'link'}])).toBe('^34;4ma^0;34m ^0m');
	expect(painted('plain', ['a', {tone: 'text', strike: true}], [' '])).toBe('^9ma^0m ');
	expect(painted('mono', ['a', {tone: 'link'}], [' '])).toBe('^4ma^0m ');
	expect(painted('mono', ['a', {tone: 'text', ground: 'hit'}], [' '])).toBe('^7ma^0m ');
});

describe('a painter', () => {
	/** `ESC` written as `^`. */
	const shown = (texts: readonly string[]) => texts.map(text => text.replaceAll('\u001b[', '^'));
	const left: Row = [span('left', 'author')];
	const right: Row = [span('right')];

	test('sets the column of what does not begin at the edge, in no look', () => {
		const painter = createPainter(themes.plain);
		const rows: readonly ScreenRow[] = [
			[
				{column: 0, row: left},
				{column: 4, row: right},
			],
			[],
		];
		expect(shown(painter(rows))).toEqual(['^36mleft^0m^5Gright', '']);
	});

	test('paints what it has painted before alike, wherever it stands now', () => {
		const painter = createPainter(themes.plain);
		const frames: readonly ScreenRow[] = [
			[
				{column: 0, row: left},
				{column: 4, row: right},
			],
			[
				{column: 0, row: right},
				{column: 5, row: left},
			],
			[{column: 9, row: right}],
			[
				{column: 0, row: left},
				{column: 4, row: right},
			],
		];
		const expected = ['^36mleft^0m^5Gright', 'right^6G^36mleft^0m', '^10Gright', '^36mleft^0m^5Gright'];
		for (const [at, parts] of frames.entries()) expect(shown(painter([parts]))).toEqual([expected[at]]);
	});

	test('paints any frames as one that has painted nothing yet', () => {
		const rows = ['', ' ', 'ada', 'words of a post'].flatMap((text, at) =>
			(['text', 'author', 'border'] as const).map((tone): Row => [span(text, tone), span(String(at))]),
		);
		const part = fc.record({column: fc.nat(120), row: fc.constantFrom(...rows)});
		const frame = fc.array(fc.array(part, {maxLength: 3}), {maxLength: 8});
		fc.assert(
			fc.property(fc.array(frame, {maxLength: 6}), frames => {
				const painter = createPainter(themes.dark);
				for (const one of frames) expect(painter(one)).toEqual(createPainter(themes.dark)(one));
			}),
		);
	});
});
