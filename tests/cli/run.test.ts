import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type Io, run} from '../../cli/run.ts';
import type {Environment} from '../../cli/surroundings.ts';
import packageFacts from '../../package.json' with {type: 'json'};
import {type BrowseOptions, DumpError, formats} from '../../source/index.ts';
import {Failing, Sink, source} from './streams.ts';
import {tar} from './tar-bytes.ts';

const thread = `Seeds over winter

Paper bags, never plastic.

3 Likes

I keep mine in jars,
with a spoon of rice.

13 Likes

Jars for me, too.

1 Like
`;

const utf8 = {LANG: 'en_GB.UTF-8', XDG_CONFIG_HOME: '/nowhere'};

type Setting = {
	readonly stdin?: string | null;
	readonly screen?: boolean;
	readonly columns?: number;
	readonly env?: Environment;
	readonly stdout?: Io['stdout'];
	readonly browse?: Io['browse'];
};

async function start(argv: readonly string[], setting: Setting = {}) {
	const {stdin = null, screen = false, columns, env = utf8, browse} = setting;
	const stdout = new Sink({isTTY: screen, ...(columns === undefined ? {} : {columns})});
	const stderr = new Sink();
	const browsed: BrowseOptions[] = [];
	const status = await run(argv, {
		stdin: source(stdin),
		stdout: setting.stdout ?? stdout,
		stderr,
		env,
		platform: 'linux',
		browse:
			browse ??
			(async options => {
				browsed.push(options);
				return 0;
			}),
	});
	return {status, out: stdout.text, err: stderr.text, browsed};
}

let folder: string;
let file: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'threadview-run-'));
	file = join(folder, 'seeds.txt');
	writeFileSync(file, thread);
	writeFileSync(join(folder, 'empty'), '');
	writeFileSync(join(folder, 'packed.gz'), Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]));
	writeFileSync(join(folder, 'packed.xz'), Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 0]));
	writeFileSync(join(folder, 'whole.gz'), gzipSync(thread));
	writeFileSync(join(folder, 'broken.gz'), gzipSync(thread).subarray(0, -9));
	for (const name of ['empty-folder', 'notes', 'pages']) mkdirSync(join(folder, name));
	writeFileSync(join(folder, 'notes', 'todo'), 'Water the beans.\n\nOften.');
	writeFileSync(join(folder, 'pages', 'page1.txt'), thread);
	writeFileSync(join(folder, 'pages', 'page2.txt'), 'And a tin for mine.\n\n2 Likes\n\nTins rust.\n\n5 Likes\n');
	const page2 = {name: 'page2.txt', text: 'And a tin for mine.\n\n2 Likes\n\nTins rust.\n\n5 Likes\n'};
	for (const name of ['packed', 'one-packed']) mkdirSync(join(folder, name));
	writeFileSync(join(folder, 'packed', 'page1.txt'), thread);
	writeFileSync(join(folder, 'packed', 'page2.tar.gz'), gzipSync(tar(page2)));
	writeFileSync(join(folder, 'one-packed', 'all.tar'), tar({name: 'page1.txt', text: thread}, page2));
	writeFileSync(join(folder, 'page2.tar'), tar(page2, {name: 'todo', text: 'Water the beans.'}));
	writeFileSync(join(folder, 'closed'), thread);
	chmodSync(join(folder, 'closed'), 0);
});

afterAll(() => {
	rmSync(folder, {recursive: true, force: true});
});

const printed = `Seeds over winter

#1 · ♥ 3
Paper bags, never plastic.

#2 · ♥ 13
I keep mine in jars,
with a spoon of rice.

#3 · ♥ 1
Jars for me, too.

`;

describe('printing', () => {
	test.each<[string, () => readonly string[], Setting]>([
		['a file, as standard output is no terminal', () => [file], {}],
		['standard input', () => [], {stdin: thread}],
		['standard input by its name', () => ['-'], {stdin: thread}],
		['as it is asked for', () => ['--print', 'text', file], {screen: true, columns: 80}],
		['on a terminal that cannot place its cursor', () => [file], {screen: true, env: {...utf8, TERM: 'dumb'}}],
		['in a build, whose output is a pipe', () => [file], {env: {...utf8, CI: 'true'}}],
	])('%s', async (_, argv, setting) => {
		expect(await start(argv(), setting)).toEqual({status: 0, out: printed, err: '', browsed: []});
	});

	test.each<[string, readonly string[], Environment]>([
		['--ascii', ['--ascii'], utf8],
		['a locale without UTF-8', [], {LANG: 'C'}],
		['no locale', [], {}],
		['LC_ALL before LANG', [], {LC_ALL: 'POSIX', LANG: 'en_GB.UTF-8'}],
	])('in ASCII with %s', async (_, argv, env) => {
		expect((await start([...argv, file], {env})).out).toBe(printed.replaceAll(/· ♥ (\d+)/g, '- +$1'));
	});

	test('wraps to the terminal and to nothing else', async () => {
		const argv = ['--print', 'text', file];
		expect((await start(argv, {screen: true, columns: 18})).out).toContain('\nPaper bags, never\nplastic.\n');
		expect((await start(argv, {columns: 18})).out).toBe(printed);
	});

	test('one post', async () => {
		const {status, out} = await start([file, '-p', '3']);
		expect([status, out]).toEqual([0, 'Seeds over winter\n\n#3 · ♥ 1\nJars for me, too.\n\n']);
	});

	test('a post that is not there', async () => {
		const err = `threadview: ${file}: it has no post 99: --check says which it has\n`;
		expect(await start([file, '-p', '99'])).toEqual({status: 1, out: '', err, browsed: []});
	});

	test('hits, best first, with score and matches', async () => {
		const {status, out} = await start([file, '--print', 'jsonl', '-s', 'jars']);
		const posts = out
			.trimEnd()
			.split('\n')
			.map(line => JSON.parse(line));
		expect(status).toBe(0);
		expect(posts.map(post => post.number).sort()).toEqual([2, 3]);
		for (const post of posts) {
			const {field, index, start, end} = post.matches[0];
			expect([field, index, post.text.slice(start, end).toLowerCase()]).toEqual(['text', 0, 'jars']);
			expect(post.score).toBeGreaterThanOrEqual(0);
		}
	});

	test('nothing found', async () => {
		expect(await start([file, '-s', 'aluminium'])).toEqual({status: 1, out: '', err: '', browsed: []});
		const {status, out} = await start([file, '-s', 'aluminium', '--print', 'json']);
		expect([status, JSON.parse(out).posts]).toEqual([1, []]);
	});

	test('json is whole and markdown too', async () => {
		const {posts} = JSON.parse((await start([file, '--print', 'json'])).out);
		expect(posts.map((post: {likes: number}) => post.likes)).toEqual([3, 13, 1]);
		expect((await start([file, '--print', 'markdown'])).out).toMatch(/^# Seeds over winter\n\n### #1 — ♥ 3\n\nPaper/);
	});

	test('a reader that goes away is no error', async () => {
		expect(await start([file], {stdout: new Failing('EPIPE')})).toMatchObject({status: 0, err: ''});
	});

	test('a disk that is full is one', async () => {
		expect(await start([file], {stdout: new Failing('ENOSPC')})).toMatchObject({
			status: 2,
			err: 'threadview: standard output cannot be written (ENOSPC)\n',
		});
	});
});

describe('packed and several files', () => {
	test('a packed file', async () => {
		expect(await start([join(folder, 'whole.gz')])).toMatchObject({status: 0, out: printed, err: ''});
	});

	test('a packed file that breaks off', async () => {
		const {status, out} = await start([join(folder, 'broken.gz'), '--check']);
		expect(out).toContain('error: the gzip data breaks off: what came before is shown, the rest is lost\n');
		expect(status).toBe(1);
	});

	test('the pages of a thread in a directory, and in any place beside a pipe', async () => {
		const {status, out} = await start([join(folder, 'pages'), '--print', 'json']);
		const {threads, posts} = JSON.parse(out);
		expect([status, threads.length]).toEqual([0, 1]);
		expect(posts.map((post: {id: string; likes: number}) => [post.id, post.likes])).toEqual([
			['1', 3],
			['2', 13],
			['3', 1],
			['4', 2],
			['5', 5],
		]);
		const beside = await start([join(folder, 'pages'), '-', '--print', 'json'], {
			stdin: 'Tins\n\nMine rust.\n\n4 Likes\n',
		});
		expect(JSON.parse(beside.out).threads.map(({title}: {title: string}) => title)).toEqual([
			'Seeds over winter',
			'Tins',
		]);
	});

	test.each([
		['in a directory beside a page', ['packed']],
		['alone in a directory', ['one-packed']],
		['named behind a page', ['seeds.txt', 'page2.tar']],
	])('an archive %s: its files stand in its place', async (_, names) => {
		const argv = names.map(name => join(folder, name));
		const {posts, threads} = JSON.parse((await start([...argv, '--print', 'json'])).out);
		expect([threads.length, posts.map((post: {likes: number}) => post.likes)]).toEqual([1, [3, 13, 1, 2, 5]]);
	});

	test('what is no dump in an archive is left out, and said by its name', async () => {
		const {status, out} = await start([file, join(folder, 'page2.tar'), '--check']);
		expect(out).toMatch(/^ {2}warning: .*page2\.tar\/todo: left out: /m);
		expect(status).toBe(0);
	});

	test('one of several that cannot be read is said by --check', async () => {
		const {status, out} = await start([file, join(folder, 'none'), '--check']);
		expect(out).toMatch(/^ {2}error: .*none: left out: there is no such file: check the name$/m);
		expect(status).toBe(1);
	});
});

describe('checking', () => {
	test('a whole dump', async () => {
		const {status, out} = await start([file, '--check'], {screen: true});
		expect(status).toBe(0);
		expect(out).toMatch(/^Seeds over winter\nformat: discourse-text\nposts: 3\n/);
	});

	test('a dump that begins later', async () => {
		const stdin = 'ada June 21, 2021, 9:18pm 21\n\nOne.\n\nken June 22, 2021, 9:18pm 22\n\nTwo.\n';
		const {status, out} = await start(['--check'], {stdin});
		expect(out).toContain('gaps in the numbers: #1 to #20\n');
		expect(status).toBe(1);
	});
});

describe('browsing', () => {
	test('starts with what the command line says', async () => {
		const argv = [file, '-s', 'jars', '-p', '2', '--theme', 'mono', '--mouse', '--no-color', '--ascii', '--no-state'];
		const {status, out, browsed} = await start(argv, {screen: true});
		expect([status, out, browsed.length]).toEqual([0, '', 1]);
		const [
			{dumps: _, follow, reload, settings, ...options} = {dumps: null, follow: null, reload: null, settings: null},
		] = browsed;
		expect(options).toEqual({
			files: [file],
			search: 'jars',
			post: 2,
			color: false,
			ascii: true,
			mouse: true,
			theme: 'mono',
			keyboard: 'stdin',
		});
		expect(settings?.problems).toEqual([]);
		expect([typeof follow, typeof reload]).toEqual(['function', 'function']);
	});

	test('reads a file anew as it was read at first: unpacked, in its format', async () => {
		const packed = join(folder, 'anew.txt.gz');
		writeFileSync(packed, gzipSync(thread));
		const {browsed} = await start([packed, '--no-state', '--format', 'text'], {screen: true});
		const dump = await browsed[0]?.reload?.();
		expect([dump?.format, dump?.posts.length]).toEqual(['text', 7]);
		rmSync(packed);
		await expect(browsed[0]?.reload?.()).rejects.toThrow('anew.txt.gz: there is no such file any more');
	});

	test('reads a tar anew as the files in it', async () => {
		const archive = join(folder, 'anew.tar');
		writeFileSync(archive, tar({name: 'page.txt', text: thread}));
		const {browsed} = await start([archive, '--no-state'], {screen: true});
		const dump = await browsed[0]?.reload?.();
		expect([dump?.format, dump?.posts.length]).toEqual(['discourse-text', 3]);
	});

	test.each<[string, readonly string[], Setting, Partial<BrowseOptions>]>([
		[
			'a pipe is read, so keys come from the terminal',
			[],
			{stdin: thread},
			{files: [], follow: null, reload: null, keyboard: 'terminal'},
		],
		['the same for its name', ['-'], {stdin: thread}, {files: [], keyboard: 'terminal'}],
		['NO_COLOR', ['-'], {stdin: thread, env: {...utf8, NO_COLOR: '1'}}, {color: false}],
		['an empty NO_COLOR', ['-'], {stdin: thread, env: {...utf8, NO_COLOR: ''}}, {color: true}],
		['no UTF-8', ['-'], {stdin: thread, env: {LANG: 'C'}}, {ascii: true}],
		['no UTF-8, but asked for', ['-', '--no-ascii'], {stdin: thread, env: {LANG: 'C'}}, {ascii: false}],
		['a terminal is browsed on whatever CI says', ['-'], {stdin: thread, env: {...utf8, CI: 'true'}}, {ascii: false}],
	])('%s', async (_, argv, setting, options) => {
		const {browsed} = await start([...argv, '--no-state'], {screen: true, ...setting});
		expect(browsed).toMatchObject([options]);
	});

	test('a file beside a piped standard input leaves the pipe alone', async () => {
		const {browsed} = await start([file, '--no-state'], {screen: true, stdin: 'other'});
		expect(browsed).toMatchObject([{files: [file], keyboard: 'terminal'}]);
	});

	test.each([
		[new DumpError('unrecognised', 'no known kind of dump: name its format'), 'no known kind of dump: name its format'],
		[new Error('there is no terminal: use --print text'), 'there is no terminal: use --print text'],
	])('what goes wrong is one line: %s', async (error, words) => {
		const browse = () => Promise.reject(error);
		const {status, err} = await start([file, '--no-state'], {screen: true, browse});
		expect([status, err]).toEqual([2, `threadview: ${file}: ${words}\n`]);
	});

	test('a fault of ours is one line with a status of its own', async () => {
		const browse = () => Promise.reject(new TypeError('x is\nnot a function'));
		const {status, err} = await start([file, '--no-state'], {screen: true, browse});
		expect([status, err]).toEqual([70, 'threadview: internal error: x is not a function\n']);
	});
});

describe('refusing', () => {
	test.each<[string, () => readonly string[], Setting, string | RegExp]>([
		['nothing to read', () => [], {screen: true}, 'usage: threadview [options] [file ...] (more: --help)'],
		['a missing file', () => ['no\u001b[2J.txt'], {}, 'threadview: no.txt: there is no such file: check the name'],
		['an empty directory', () => [join(folder, 'empty-folder')], {}, /: this is a directory: give a file in it$/],
		[
			'a directory without a dump',
			() => [join(folder, 'notes')],
			{},
			/notes: this is a directory, and no file in it is a dump: give a file$/,
		],
		['an empty file', () => [join(folder, 'empty')], {}, /empty: there is nothing in it: /],
		['an empty pipe', () => [], {stdin: ''}, /^threadview: standard input: there is nothing in it: /],
		[
			'a packed file that breaks off',
			() => [join(folder, 'packed.gz')],
			{},
			/packed\.gz: the gzip data breaks off before any words came: try again, or get it anew$/,
		],
		[
			'a file packed in another way',
			() => [join(folder, 'packed.xz')],
			{},
			/packed\.xz: this is xz-.*: unpack it first$/,
		],
		['several files that are not there', () => [`${file}1`, `${file}2`], {}, /seeds\.txt1: there is no such file: /],
		[
			'standard input twice',
			() => ['-', '-'],
			{stdin: thread},
			"threadview: '-' is given twice: give standard input once",
		],
		['an unknown option', () => ['--prnt', 'x'], {}, 'threadview: no option --prnt: did you mean --print?'],
		['a file below a file', () => [join(file, 'x')], {}, /: there is no such file: check the name$/],
	])('%s', async (_, argv, setting, words) => {
		const {status, out, err, browsed} = await start(argv(), setting);
		expect([status, out, browsed]).toEqual([2, '', []]);
		expect(err).toMatch(/^[^\n]+\n$/);
		if (typeof words === 'string') expect(err).toBe(`${words}\n`);
		else expect(err.trimEnd()).toMatch(words);
	});

	test.skipIf(process.getuid?.() === 0)('a file that may not be read (cannot be tried as root)', async () => {
		const {status, err} = await start([join(folder, 'closed')]);
		expect([status, err]).toEqual([
			2,
			`threadview: ${join(folder, 'closed')}: you may not read this file: change its permissions or copy it\n`,
		]);
	});

	test.each([
		['https://garden.example/t/seeds/7', "curl -L 'https://garden.example/t/seeds/7' -o 7.html && threadview 7.html"],
		['http://a.example/t/7.json?x=1&y', "curl -L 'http://a.example/t/7.json?x=1&y' -o 7.json && threadview 7.json"],
		['https://a.example', "curl -L 'https://a.example' -o thread.html && threadview thread.html"],
		["https://a.example/it's/-o", "curl -L 'https://a.example/it'\\''s/-o' -o o.html && threadview o.html"],
	])('the address %s', async (url, line) => {
		const {status, err} = await start([url]);
		expect([status, err]).toEqual([2, `threadview: ${url}: this is an address, not a file: ${line}\n`]);
	});
});

describe('what needs no input', () => {
	test('--version', async () => {
		expect(await start(['--version', 'x'])).toMatchObject({status: 0, out: `${packageFacts.version}\n`, err: ''});
	});

	test('--help names every format', async () => {
		const {status, out} = await start(['--help'], {screen: true});
		expect(status).toBe(0);
		for (const {name, title} of formats) expect(out).toMatch(new RegExp(`^  ${name} +${title}$`, 'm'));
	});

	test('--completion', async () => {
		expect(await start(['--completion', 'fish'])).toMatchObject({status: 0, err: ''});
	});
});
