import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Entry} from '../../source/print/entry.ts';
import {readableDate} from '../../source/print/heading.ts';
import {wrapLine} from '../../source/print/lines.ts';
import {printText} from '../../source/print/print-text.ts';
import {cellWidth} from '../../source/text/cells.ts';
import {createContext} from '../../source/thread/context.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {dumpOf, garden, words} from './garden.ts';

function text(dump: Dump, style: {columns?: number; ascii?: boolean} = {}): string {
	const entries: Entry[] = dump.posts.map(post => ({post, hit: null}));
	const {columns = null, ascii = false} = style;
	return [...printText(dump, entries, createContext(dump), {columns, ascii})].join('');
}

describe('print text', () => {
	test('a thread with one of everything', async () => {
		await expect(text(garden)).toMatchFileSnapshot('frames/garden.txt');
	});

	test('signs of our own in ASCII', () => {
		expect(text(garden, {ascii: true})).toMatch(/^#2 ada - 2024-05-03 09:14 - \+13 - answers #1 \(quote\)$/m);
	});

	test('wraps everything but code and addresses to the width', async () => {
		const narrow = text(garden, {columns: 24});
		await expect(narrow).toMatchFileSnapshot('frames/garden-24.txt');
		const wide = narrow.split('\n').filter(line => cellWidth(line) > 24);
		expect(wide).toEqual(['<https://seeds.example/why>']);
	});

	test('names the topic where it changes and there are several', () => {
		const dump = dumpOf(
			[
				{id: 'a', topic: 'x', number: 1, blocks: [words('one')]},
				{id: 'b', topic: 'x', number: 2, blocks: [words('two')]},
				{id: 'c', topic: 'y', blocks: [words('three')]},
			],
			builder => builder.topic('x', {title: 'Beans'}),
		);
		expect(text(dump)).toBe('(no title)\n\n== Beans\n\n#1\none\n\n#2\ntwo\n\n== y\n\npost\nthree\n\n');
	});

	test('says that the answered post is not here, and how low a score is', () => {
		const dump = dumpOf([{id: 'a', number: 1, likes: -3, parent: 'gone', blocks: []}]);
		expect(text(dump)).toBe('(no title)\n\n#1 · ♥ -3 · answers a post that is not here\n\n');
		expect(text(dump, {ascii: true})).toContain('#1 - -3 - answers');
	});
});

test.each([
	['2024-05-03', '2024-05-03'],
	['2024-05', '2024-05'],
	['2024-05-03T09:14', '2024-05-03 09:14'],
	['2024-05-03T09:14:05.123Z', '2024-05-03 09:14 UTC'],
	['2024-05-03T09:14:05+02:00', '2024-05-03 09:14 +02:00'],
	['3 May, about noon', '3 May, about noon'],
])('the date %s reads %s', (date, read) => {
	expect(readableDate(date)).toBe(read);
});

describe('wrapping', () => {
	test.each([
		['one two three', 7, ['one two', 'three']],
		['one two three', null, ['one two three']],
		['', 5, ['']],
		['see https://a.example/b now', 6, ['see', 'https://a.example/b', 'now']],
		['äbcdefgh ij', 3, ['äbc', 'def', 'gh', 'ij']],
		['種を乾かす', 4, ['種を', '乾か', 'す']],
		['a  b', 3, ['a', 'b']],
		['  indented words', 10, ['  indented', 'words']],
	])('%j in %s cells', (line, columns, lines) => {
		expect(wrapLine(line, columns)).toEqual(lines);
	});

	test('keeps every word and every width', () => {
		const line = fc.string({unit: fc.constantFrom('a', 'b', ' ', '種', 'é', '👍', '-')});
		fc.assert(
			fc.property(line, fc.integer({min: 2, max: 30}), (line, columns) => {
				const lines = wrapLine(line, columns);
				expect(lines.join('').replaceAll(' ', '')).toBe(line.replaceAll(' ', ''));
				expect(lines.filter(part => cellWidth(part) > columns && !/^[!-~]+$/.test(part))).toEqual([]);
			}),
		);
	});
});
