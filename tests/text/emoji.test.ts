import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {emoji, shortCodes} from '../../source/text/emoji.ts';

test.each([
	['thinking', '🤔'],
	['+1', '👍'],
	['+1:t2', '👍🏻'],
	['+1:t6', '👍🏿'],
	['heart', '❤️'],
	['slight_smile', '🙂'],
	['person_shrugging', '🤷'],
	['man_shrugging:t4', '🤷🏽‍♂️'],
	['man-shrugging', '🤷‍♂️'],
	['crazy_face', '🤪'],
	['construction_worker_man', '👷‍♂️'],
	['us', '🇺🇸'],
	['100', '💯'],
	['umbrella', '☔'],
	['skin-tone-2', '🏻'],
	['no_such_face', null],
	['constructor', null],
	['', null],
])('%s', (name, expected) => {
	expect(emoji(name)).toBe(expected);
});

describe('shortCodes', () => {
	test('stand where they say', () => {
		expect(shortCodes('hi :smile: (:+1:t3:)')).toEqual([
			{start: 3, end: 10, emoji: '😄'},
			{start: 12, end: 19, emoji: '👍🏼'},
		]);
	});

	test.each([
		[':smile::tada:', '😄🎉'],
		[':no_such::tada:', '🎉'],
		['好:smile:好', '😄'],
		[':+1::skin-tone-3:', '👍🏼'],
		['10:30:45 1:100:2', ''],
		['a:b:c key:x: y', ''],
		['std::heart::x', ''],
		['http://host:8080/:heart:/ C:/x:/', ''],
		[':smile :tada', ''],
		['', ''],
	])('%j', (text, expected) => {
		expect(
			shortCodes(text)
				.map(code => code.emoji)
				.join(''),
		).toBe(expected);
	});
});

const samples = '../shared/dumps';

/** Every name that a sample gives an emoji image. */
function namesIn(folder: string): Set<string> {
	const names = new Set<string>();
	for (const file of readdirSync(folder, {recursive: true, withFileTypes: true})) {
		if (!file.isFile()) continue;
		const text = readFileSync(join(file.parentPath, file.name), 'utf8');
		for (const [, name = ''] of text.matchAll(/title=\\?":([^\s"\\]{1,60}?):\\?" class=\\?"emoji/g)) names.add(name);
	}
	return names;
}

test.skipIf(!existsSync(samples))('knows every emoji of the samples (skipped without ../shared)', () => {
	const names = [...namesIn(samples)];
	expect(names.length).toBeGreaterThan(30);
	expect(names.filter(name => emoji(name) === null)).toEqual([]);
});
