/**
Opening several inputs: what is shown while they are read, and what becomes of those that cannot be read.
*/
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {CutShort, DumpError} from '../../source/formats/open-dump.ts';
import {type DumpInput, openDumps} from '../../source/formats/open-dumps.ts';
import type {Dump} from '../../source/thread/dump.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A page of a thread: posts of these numbers. */
function page(first: number, last: number, title = ''): string {
	const posts = Array.from({length: last - first + 1}, (_, index) => {
		const number = first + index;
		return `ada May 3, 2024, 9:14am ${number}\n\nThe ${number}th hive is full.\n\n2 Likes\n`;
	});
	return `${title === '' ? '' : `${title}\n\n`}${posts.join('')}`;
}

const input = (name: string, text: string): DumpInput => ({name, chunks: [bytes(text)]});

async function* failing(error: Error, ...texts: readonly string[]): AsyncGenerator<Uint8Array> {
	for (const text of texts) yield bytes(text);
	throw error;
}

async function last(inputs: readonly DumpInput[], options = {}): Promise<Dump> {
	let dump: Dump | null = null;
	for await (const next of openDumps(inputs, options)) dump = next;
	if (dump === null) throw new Error('no snapshot came');
	return dump;
}

const problemsOf = (dump: Dump) => dump.problems.map(({level, message}) => `${level}: ${message}`);

describe('mails, each in a file of its own', () => {
	const mails = [
		['a', 'Tea'],
		['b', 'Re: Tea', 'References: <a>'],
		['c', 'Cups', 'In-Reply-To: <lost>'],
		['d', 'Re: Spoons', 'References: <lost> <gone>'],
		['e', 'Re: Spoons'],
		['f', 'Weekly report'],
		['g', 'Weekly report'],
		['h', 'RE: Weekly report'],
	].map(([id, subject, ...fields]) => [
		`Message-ID: <${id}>`,
		'From: Ada',
		`Subject: ${subject}`,
		...fields,
		'',
		'Hot.',
		'',
	]);
	const groups = ({topics, posts}: Dump) =>
		topics.map(({id}) => posts.flatMap(post => (post.topic === id ? [post.id] : [])).toSorted());
	const threads = [['a', 'b'], ['c', 'd', 'e'], ['f', 'h'], ['g']];

	it('are the threads that they are in one file', async () => {
		const mbox = mails.map(lines => ['From a Fri May  3 09:14:02 2024', ...lines].join('\n')).join('\n');
		expect(groups(await last([input('all', mbox)]))).toEqual(threads);
		const files = mails.map((lines, index) => input(`${index}.eml`, lines.join('\n')));
		expect(groups(await last(files)).toSorted()).toEqual(threads);
	});
});

describe('several inputs', () => {
	it('are one thread where they are pages of it', async () => {
		const dump = await last([input('1.txt', page(1, 20, 'Hives')), input('2.txt', page(21, 25))]);
		expect(dump.posts.map(post => post.number)).toEqual(Array.from({length: 25}, (_, index) => index + 1));
		expect(dump).toMatchObject({title: 'Hives', format: 'discourse-text', complete: true});
		expect(problemsOf(dump)).toEqual(['warning: 2.txt: it has no title: taken for a later page of Hives']);
	});

	it('are shown as they come: the first ones while a later one has not begun', async () => {
		let began = false;
		async function* later() {
			began = true;
			yield bytes(page(1, 2, 'Wasps'));
		}
		const dumps = openDumps([input('1.txt', page(1, 3, 'Hives')), {name: '2.txt', chunks: later()}], {now: () => 0});
		const first = await dumps.next();
		expect(first.value).toMatchObject({complete: false, title: 'Hives'});
		expect(began).toBe(false);
		const rest: Dump[] = [];
		for await (const dump of dumps) rest.push(dump);
		expect(rest.map(dump => [dump.complete, dump.posts.length])).toEqual([[true, 5]]);
	});

	it('one that cannot be read is a problem', async () => {
		const unreadable = new DumpError('unreadable', 'there is no such file: check the name');
		const dump = await last([
			{name: 'none.txt', chunks: failing(unreadable)},
			input('1.txt', page(1, 3, 'Hives')),
			input('empty', ''),
		]);
		expect(dump.posts).toHaveLength(3);
		expect(problemsOf(dump)).toEqual([
			'error: none.txt: left out: there is no such file: check the name',
			'error: empty: left out: there is nothing in it: give a file that holds a dump, or pipe one in',
		]);
	});

	it('one that stops in the middle keeps what came', async () => {
		const dump = await last([
			{name: '1.txt', chunks: failing(new Error('the disk is gone'), page(1, 3000, 'Hives'))},
			input('2.txt', page(1, 2, 'Wasps')),
		]);
		expect(dump.topics.map(topic => topic.title)).toEqual(['Hives', 'Wasps']);
		expect(dump.posts.length).toBeGreaterThan(1000);
		expect(problemsOf(dump)).toEqual(['error: 1.txt: it was not read to its end: the disk is gone']);
		expect(dump.complete).toBe(true);
	});

	it('that cannot be read at all throw what the first one threw', async () => {
		const gone = new DumpError('unreadable', 'there is no such file');
		await expect(last([{name: 'a', chunks: failing(gone)}, input('b', '')])).rejects.toBe(gone);
		await expect(last([])).rejects.toThrow(DumpError);
	});

	it('let a fault of the program through', async () => {
		const fault = new TypeError('x is not a function');
		await expect(last([input('a', page(1, 2, 'Hives')), {name: 'b', chunks: failing(fault)}])).rejects.toBe(fault);
	});
});

describe('what only lies beside dumps', () => {
	const beside = (name: string, text: string): DumpInput => ({...input(name, text), incidental: true});

	it('is left out where it is no dump, which loses nothing', async () => {
		const dump = await last([
			beside('README', 'How these were saved.\n\nWith care.'),
			beside('1.txt', page(1, 2, 'Hives')),
		]);
		expect(dump.topics.map(topic => topic.title)).toEqual(['Hives']);
		expect(problemsOf(dump)).toEqual([expect.stringMatching(/^warning: README: left out: no known kind of dump/)]);
	});

	it('is read where a format is asked for', async () => {
		const dump = await last([beside('README', 'How these were saved.'), beside('b', 'With care.')], {format: 'text'});
		expect(dump.posts).toHaveLength(2);
	});
});

describe('an input that is cut short', () => {
	it('keeps what came, and says so', async () => {
		const dump = await last([{name: 'a', chunks: failing(new CutShort('the tape breaks off'), page(1, 3, 'Hives'))}]);
		expect(dump.posts).toHaveLength(3);
		expect(dump.complete).toBe(true);
		expect(problemsOf(dump)).toEqual(['error: the tape breaks off: what came before is shown, the rest is lost']);
	});

	it('is refused where nothing came', async () => {
		await expect(last([{name: 'a', chunks: failing(new CutShort('the tape breaks off'))}])).rejects.toThrow(
			'the tape breaks off before any words came: try again, or get it anew',
		);
	});
});

const samples = '../shared/dumps/discourse-crawltext';

describe.skipIf(!existsSync(samples))('real threads, all files of a folder at once', () => {
	it('hold what each file alone holds', async () => {
		const names = readdirSync(samples).filter(name => name.endsWith('.oneline.txt'));
		const inputs = names.map(name => ({name, chunks: [readFileSync(`${samples}/${name}`)]}));
		const dump = await last(inputs);
		expect(names.length).toBeGreaterThan(5);
		expect(dump.topics).toHaveLength(names.length);
		for (const [index, one] of inputs.entries()) {
			const alone = await last([one]);
			const topic = dump.topics[index];
			const posts = dump.posts.filter(post => post.topic === topic?.id);
			expect(topic?.title).toBe(alone.title);
			expect(posts.map(post => [post.number, post.author, post.date, post.likes, dump.body(post).text])).toEqual(
				alone.posts.map(post => [post.number, post.author, post.date, post.likes, alone.body(post).text]),
			);
		}
	});
});

const folders = ['eml/aerc-jwz', 'mbox', 'discourse-json', 'hn', 'reddit'].map(name => `../shared/dumps/${name}`);

describe.skipIf(!folders.every(folder => existsSync(folder)))('whole folders of real dumps', () => {
	it.each(folders)('%s: every post of every file is there, and no other', async folder => {
		const inputs = readdirSync(folder).map(name => ({name, chunks: [readFileSync(`${folder}/${name}`)]}));
		const together = await last(inputs);
		const factsOf = ({posts}: Dump) =>
			posts
				.filter(post => post.kind !== 'missing')
				.map(post => [post.author, post.date?.slice(0, 19), post.kind, post.likes === null].join(' '));
		const alone = new Set((await Promise.all(inputs.map(async one => factsOf(await last([one]))))).flat());
		expect(inputs.length).toBeGreaterThan(5);
		expect(new Set(factsOf(together))).toEqual(alone);
		expect(new Set(together.posts.map(post => post.id)).size).toBe(together.posts.length);
		const parents = together.posts.filter(post => post.parent !== null && together.indexOf(post.parent) !== -1);
		const strangers = parents.filter(post => together.posts[together.indexOf(post.parent ?? '')]?.topic !== post.topic);
		expect(strangers).toEqual([]);
	});
});
