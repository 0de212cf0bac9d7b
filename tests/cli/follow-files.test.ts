/**
Finding and following files: what a name means, and what is read anew when.
*/
import {appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {Readable} from 'node:stream';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {findFiles} from '../../cli/find-files.ts';
import {followFiles, rereadFiles} from '../../cli/follow-files.ts';
import {inputsOf} from '../../cli/read-input.ts';
import {type Dump, openDumps} from '../../source/index.ts';

let folder: string;
const inFolder = (name: string) => path.join(folder, name);
const write = (name: string, text = 'words') => writeFileSync(inFolder(name), text);

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'threadview-follow-'));
});

afterEach(() => {
	rmSync(folder, {recursive: true, force: true});
});

describe('finding', () => {
	const found = async (...names: readonly string[]) =>
		(await findFiles(names)).map(({name, directory}) => [name, directory]);

	test('a name is itself, whether or not there is such a file', async () => {
		write('page.txt');
		expect(await found(inFolder('page.txt'), inFolder('none'), '-')).toEqual([
			[inFolder('page.txt'), null],
			[inFolder('none'), null],
			['-', null],
		]);
	});

	test('a directory is the files in it, numbers by their size', async () => {
		for (const name of ['page10.txt', 'page2.txt', 'Page1.txt', '.hidden']) write(name);
		mkdirSync(inFolder('inner'));
		expect(await found(folder)).toEqual(['Page1.txt', 'page2.txt', 'page10.txt'].map(name => [inFolder(name), folder]));
	});

	test('a directory without files is itself', async () => {
		mkdirSync(inFolder('inner'));
		expect(await found(folder)).toEqual([[folder, null]]);
	});
});

describe('following', () => {
	const posts = (first: number, last: number) =>
		Array.from(
			{length: last - first + 1},
			(_, index) => `ada May 3, 2024, 9:14am ${first + index}\n\nHive ${first + index} is full.\n\n2 Likes\n`,
		).join('');

	/** Follows the folder's files. It looks at them once for every `next`. */
	async function follow(...names: readonly string[]) {
		const known = await findFiles(names.map(inFolder));
		const waits: {ms: number; go: () => void}[] = [];
		let noticed = () => {};
		const dumps = followFiles(names.map(inFolder), {
			known,
			read: files => openDumps(inputsOf(files, Readable.from([]))),
			wait: ms =>
				new Promise<void>(go => {
					waits.push({ms, go});
					noticed();
				}),
		});
		/** The next dump, or `null` where nothing is to be read. */
		async function next(): Promise<Dump | null> {
			const waiting = new Promise<null>(resolve => {
				noticed = () => resolve(null);
			});
			if (upcoming === null) upcoming = dumps.next();
			else waits.pop()?.go();
			const result = await Promise.race([waiting, upcoming]);
			if (result === null) return null;
			upcoming = null;
			return result.value ?? null;
		}
		let upcoming: Promise<IteratorResult<Dump>> | null = null;
		return {next, waits};
	}

	test('gives nothing while nothing changes, and everything when a file has grown', async () => {
		write('a.txt', posts(1, 2));
		const {next} = await follow('a.txt');
		expect(await next()).toBeNull();
		appendFileSync(inFolder('a.txt'), posts(3, 4));
		const dump = await next();
		expect([dump?.complete, dump?.posts.map(post => post.id)]).toEqual([true, ['1', '2', '3', '4']]);
		expect(await next()).toBeNull();
	});

	test('begins anew with a file that was cut off, and passes over an empty and a missing one', async () => {
		write('a.txt', posts(1, 4));
		const {next} = await follow('a.txt');
		write('a.txt', '');
		expect(await next()).toBeNull();
		rmSync(inFolder('a.txt'));
		expect(await next()).toBeNull();
		write('a.txt', posts(7, 8));
		expect((await next())?.posts.map(post => post.id)).toEqual(['7', '8']);
	});

	test('sees a change that came before it began to follow', async () => {
		write('a.txt', posts(1, 2));
		const following = follow('a.txt');
		const {next} = await following;
		appendFileSync(inFolder('a.txt'), posts(3, 3));
		expect((await next())?.posts).toHaveLength(3);
	});

	test('sees a file that comes into a directory', async () => {
		write('a.txt', posts(1, 2));
		const {next} = await follow('.');
		write('b.txt', `Wasps\n\n${posts(1, 1)}`);
		expect((await next())?.topics.map(topic => topic.posts)).toEqual([2, 1]);
	});

	test('rests between two looks', async () => {
		write('a.txt', posts(1, 2));
		const {next, waits} = await follow('a.txt');
		await next();
		expect(waits.map(({ms}) => ms)).toEqual([500]);
	});
});

describe('reading anew', () => {
	const read = async (known: Awaited<ReturnType<typeof findFiles>>, ...names: readonly string[]) =>
		rereadFiles(names.map(inFolder), {known, read: files => openDumps(inputsOf(files, Readable.from([])))});
	const found = (...names: readonly string[]) => findFiles(names.map(inFolder));
	const page = 'ada May 3, 2024, 9:14am 1\n\nThe hive is full.\n\n2 Likes\n';

	test('gives what is there, changed or not', async () => {
		write('a.txt', page);
		const known = await found('a.txt');
		expect((await read(known, 'a.txt')).posts).toHaveLength(1);
		appendFileSync(inFolder('a.txt'), page.replace('9:14am 1', '9:15am 2'));
		expect((await read(known, 'a.txt')).posts).toHaveLength(2);
	});

	test('a file that has gone is said by its name, also beside others', async () => {
		write('a.txt', page);
		write('b.txt', page);
		const known = await found('a.txt', 'b.txt');
		rmSync(inFolder('b.txt'));
		await expect(read(known, 'a.txt', 'b.txt')).rejects.toThrow('b.txt: there is no such file any more');
		write('a.txt', '');
		await expect(read(known.slice(0, 1), 'a.txt')).rejects.toThrow('there is nothing in it');
	});

	test("a file that was never there stands in nobody's way", async () => {
		write('a.txt', page);
		const known = await found('a.txt', 'b.txt');
		expect((await read(known, 'a.txt', 'b.txt')).posts).toHaveLength(1);
	});
});
