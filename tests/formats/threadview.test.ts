/**
What was printed is read back as the same object, whatever it was read from.
*/
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {printJson} from '../../source/print/print-json.ts';
import {printJsonl} from '../../source/print/print-jsonl.ts';
import {createContext} from '../../source/thread/context.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {readDump} from './read-dump.ts';

type Printed = {readonly posts: readonly unknown[]; readonly format: string};

const fixtures = readdirSync('fixtures').flatMap(format =>
	readdirSync(`fixtures/${format}`)
		.filter(name => !name.endsWith('.expected.json'))
		.map(name => `fixtures/${format}/${name}`),
);
const shared = '../shared/dumps';
const samples = existsSync(shared)
	? ['discourse-crawltext', 'discourse-json', 'discourse-md', 'discourse-raw', 'reddit'].flatMap(folder =>
			readdirSync(`${shared}/${folder}`).map(name => `${shared}/${folder}/${name}`),
		)
	: [];

async function prepared(input: string | Uint8Array): Promise<Dump> {
	const dump = await readDump(input);
	for (const post of dump.posts) await dump.prepare(post);
	return dump;
}

function print(dump: Dump, form: typeof printJson | typeof printJsonl): string {
	const entries = dump.posts.map(post => ({post, hit: null}));
	return [...form(dump, entries, createContext(dump), false)].join('');
}

async function readBack(dump: Dump, form: typeof printJson | typeof printJsonl): Promise<Printed> {
	const back = await prepared(print(dump, form));
	return JSON.parse(print(back, printJson));
}

describe('read back', () => {
	it.each(fixtures)('%s', async name => {
		const dump = await prepared(readFileSync(name));
		const printed = JSON.parse(print(dump, printJson));
		expect(await readBack(dump, printJson)).toEqual(printed);
		if (dump.posts.length > 0) expect(await readBack(dump, printJsonl)).toEqual(printed);
	});

	it.skipIf(samples.length === 0)(
		'nearly every post of the samples in ../shared',
		async () => {
			let posts = 0;
			let changed = 0;
			for (const name of samples) {
				const dump = await prepared(readFileSync(name));
				const printed: Printed = JSON.parse(print(dump, printJson));
				const back = await readBack(dump, printJson);
				posts += printed.posts.length;
				changed += printed.posts.filter(
					(post, index) => JSON.stringify(post) !== JSON.stringify(back.posts[index]),
				).length;
				expect({...back, posts: []}).toEqual({...printed, posts: []});
			}
			// Which of several like words was the link, and which quote stood in which, was not printed.
			expect(changed / posts).toBeLessThan(0.005);
		},
		60_000,
	);
});

describe('what is left of it', () => {
	const whole = readFileSync('fixtures/threadview/lantern-boat.json', 'utf8');

	it('JSON laid out anew is the same', async () => {
		const compact = JSON.stringify(JSON.parse(whole));
		const wide = JSON.stringify(JSON.parse(whole), null, 4);
		const facts = (dump: Dump) => [dump.title, dump.posts, dump.problems];
		const expected = facts(await readDump(whole));
		expect(facts(await readDump(compact))).toEqual(expected);
		expect(facts(await readDump(wide))).toEqual(expected);
	});

	it('JSON that breaks off gives the posts before, and says so', async () => {
		const dump = await readDump(whole.slice(0, whole.indexOf('"id":"6"')));
		expect(dump.posts.map(post => post.id).slice(0, 4)).toEqual(['1', '2', '3', '5']);
		expect(dump.problems.map(({message}) => message).join()).toMatch(/breaks off/);
	});

	it('a part of the posts is said to be a part', async () => {
		const lines = readFileSync('fixtures/threadview/shelf-talk.jsonl', 'utf8').split('\n');
		const dump = await readDump(`${lines[0]}\n${lines[2]}\n`);
		expect(dump.posts.map(post => post.id)).toEqual(['2']);
		expect(dump.problems).toMatchObject([{level: 'error', message: expect.stringMatching(/^1 of 2 posts/)}]);
	});

	it('what is no post is left out, and that is said', async () => {
		const dump = await readDump('{"thread":{"format":"x","threads":[{"id":"1"}]}}\n{"id":7}\n[1]\n', 'threadview');
		expect(dump.posts).toEqual([]);
		expect(dump.problems.map(({line, level}) => [line, level])).toEqual([
			[2, 'error'],
			[3, 'error'],
		]);
	});
});
