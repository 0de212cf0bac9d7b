import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {settingsDirectory} from '../../source/settings/paths.ts';
import {defaultSettings, type Place} from '../../source/settings/settings.ts';
import {dumpKey, openSettings} from '../../source/settings/settings-store.ts';

let root: string;
let directory: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'threadview-settings-'));
	directory = join(root, 'config', 'threadview');
});

afterEach(() => {
	rmSync(root, {recursive: true, force: true});
});

function put(file: string, text: string): void {
	mkdirSync(directory, {recursive: true});
	writeFileSync(join(directory, file), text);
}

function place(post: string, when = '2024-05-03T09:14:00.000Z'): Place {
	return {post, scroll: 3, read: '0-2', marks: {a: '7'}, title: 'Seeds', when};
}

describe('preferences', () => {
	test('are the defaults where there is no file', () => {
		expect(openSettings({directory})).toMatchObject({settings: defaultSettings, problems: []});
	});

	test('are read, with conf its own key left alone', () => {
		const settings = {theme: 'mono', ascii: false, mouse: true, keys: {'list.next': ['j', 'down']}};
		put('config.json', `\ufeff${JSON.stringify({...settings, __internal__: {}})}`);
		expect(openSettings({directory})).toMatchObject({settings, problems: []});
	});

	test.each([
		['', 'is empty'],
		[' \n', 'is empty'],
		['\0\0\0', 'is not JSON'],
		['{"theme": "mono"', 'is not JSON'],
		['// comment\n{}', 'is not JSON'],
		['["mono"]', 'does not hold an object'],
		['null', 'does not hold an object'],
	])('from a file holding %j are the defaults, and the file stays', (text, why) => {
		put('config.json', text);
		const path = join(directory, 'config.json');
		expect(openSettings({directory})).toMatchObject({
			settings: defaultSettings,
			problems: [`${path} ${why}: defaults are used`],
		});
		expect(readFileSync(path, 'utf8')).toBe(text);
	});

	test('that are wrong are named and replaced one by one', () => {
		put(
			'config.json',
			'{"theme": 1, "ascii": "no", "mouse": true, "thme": "x", "keys": {"a": ["x"], "b": "y", "__proto__": ["z"]}}',
		);
		const {settings, problems} = openSettings({directory});
		expect(settings).toEqual({
			...defaultSettings,
			mouse: true,
			keys: Object.fromEntries([
				['a', ['x']],
				['__proto__', ['z']],
			]),
		});
		expect(problems.map(problem => problem.replace(join(directory, 'config.json'), ''))).toEqual([
			': "theme" must be a name',
			': "ascii" must be true, false or null',
			': "thme" is no setting',
			': "keys": "b" must be a list of keys',
		]);
	});

	test('lie where the system keeps configuration, under our plain name', () => {
		expect(settingsDirectory()).toMatch(/[/\\]threadview(?:[/\\]Config)?$/);
	});
});

describe('places', () => {
	test('are found again by a later start', async () => {
		expect(await openSettings({directory}).savePlace('k1', place('12'))).toBeNull();
		expect(await openSettings({directory}).savePlace('k2', place('5'))).toBeNull();
		const later = openSettings({directory});
		expect([later.place('k1'), later.place('k2'), later.place('k3')]).toEqual([place('12'), place('5'), null]);
		expect(readdirSync(directory)).toEqual(['places.json']);
	});

	test('that are no places are left out, and the rest stays', async () => {
		put(
			'places.json',
			JSON.stringify({bad: 1, worse: {post: 2}, half: {post: '3', when: 'x', scroll: -1, marks: {b: 1}}}),
		);
		const store = openSettings({directory});
		expect(store.place('bad')).toBeNull();
		expect(store.place('half')).toEqual({post: '3', when: 'x', scroll: 0, read: '', marks: {}, title: null});
	});

	test('are at most 500, the oldest dropped', async () => {
		const old = Array.from({length: 500}, (_, index) => {
			return [`k${index}`, place(`${index}`, new Date(1_600_000_000_000 + index * 1000).toISOString())];
		});
		put('places.json', JSON.stringify(Object.fromEntries(old)));
		await openSettings({directory}).savePlace('new', place('1', '1999-01-01T00:00:00.000Z'));
		const later = openSettings({directory});
		expect(later.place('k0')).toBeNull();
		expect(later.place('k1')?.post).toBe('1');
		expect(later.place('new')?.post).toBe('1');
		expect(Object.keys(JSON.parse(readFileSync(join(directory, 'places.json'), 'utf8')))).toHaveLength(500);
	});

	test.each(['', '\0', '[1]', '{"a":'])('in a file holding %j are moved aside with one warning', async text => {
		put('places.json', text);
		const store = openSettings({directory});
		expect(store.place('k')).toBeNull();
		expect(await store.savePlace('k', place('1'))).toMatch(/places\.json .*: moved to places\.json\.broken$/);
		expect(await store.savePlace('k', place('2'))).toBeNull();
		expect(readFileSync(join(directory, 'places.json.broken'), 'utf8')).toBe(text);
		expect(openSettings({directory}).place('k')?.post).toBe('2');
	});

	test.each([
		['below a file', () => join(root, 'file', 'threadview')],
		['that cannot be made', () => '/proc/threadview/nowhere'],
	])('in a directory %s are kept while the program runs, with one warning', async (_, where) => {
		writeFileSync(join(root, 'file'), 'x');
		const store = openSettings({directory: where()});
		expect(store).toMatchObject({settings: defaultSettings, problems: []});
		expect(await store.savePlace('k', place('1'))).toMatch(/cannot be written \(E\w+\): your place is not kept$/);
		expect(await store.savePlace('k', place('2'))).toBeNull();
		expect(store.place('k')?.post).toBe('2');
	});

	test('are neither read nor written without state', async () => {
		put('config.json', '{"mouse": true}');
		put('places.json', JSON.stringify({k: place('9')}));
		const store = openSettings({directory, noState: true});
		expect([store.settings, store.place('k')]).toEqual([defaultSettings, null]);
		expect(await store.savePlace('k', place('1'))).toBeNull();
		expect(openSettings({directory}).place('k')?.post).toBe('9');
		expect(existsSync(join(directory, 'places.json.broken'))).toBe(false);
	});
});

describe('the key of a dump', () => {
	test('is the same for the same words and no others', () => {
		const key = dumpKey('Seeds', 'Paper bags');
		expect(key).toMatch(/^[0-9a-f]{16}$/);
		expect(dumpKey('Seeds', 'Paper bags')).toBe(key);
		const others = [dumpKey('SeedsPaper', ' bags'), dumpKey(null, 'Paper bags'), dumpKey('', 'Paper bags')];
		expect(new Set([key, ...others]).size).toBe(4);
	});
});

describe('queries', () => {
	test('of this run stand behind those of earlier ones, each once', async () => {
		const store = openSettings({directory});
		await store.saveQueries(['rust', 'silica']);
		await store.saveQueries(['mice', 'rust']);
		expect(openSettings({directory}).queries()).toEqual(['silica', 'mice', 'rust']);
	});

	test('are neither read nor written without state', async () => {
		await openSettings({directory}).saveQueries(['rust']);
		const store = openSettings({directory, noState: true});
		await store.saveQueries(['mice']);
		expect([store.queries(), openSettings({directory}).queries()]).toEqual([[], ['rust']]);
	});

	test('that somebody wrote into the file by hand are made harmless', () => {
		put('queries.json', JSON.stringify({queries: ['a\u001b[31mb', 7, 'c\u202ed']}));
		expect(openSettings({directory}).queries()).toEqual(['a[31mb', 'cd']);
	});
});
