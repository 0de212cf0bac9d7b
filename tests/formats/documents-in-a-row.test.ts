/**
JSON documents one behind another in a file, as `cat page1.json page2.json` makes them: each is read as if it stood alone.
*/
import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import type {Dump} from '../../source/thread/dump.ts';
import {readDump} from './read-dump.ts';

const documents = ['discourse-json', 'hacker-news', 'reddit'].flatMap(format =>
	readdirSync(`fixtures/${format}`)
		// What breaks off has no end behind which another could begin.
		.filter(name => name.endsWith('.json') && !/\.expected\.|^breaks-off/.test(name))
		.map(name => ({format, name, text: readFileSync(`fixtures/${format}/${name}`, 'utf8')})),
);
const pairs = documents.flatMap(first =>
	documents
		.filter(second => second.format === first.format && second !== first)
		.map(second => ({name: `${first.format}: ${first.name} and ${second.name}`, first, second})),
);

/** What each post says, and of which thread it is. Ids are not the same where several threads share a file. */
function factsOf({topics, posts}: Dump): readonly string[] {
	const titles = new Map(topics.map(({id, title}) => [id, title]));
	return posts.map(({topic, number, kind, author, date, likes, raw}) =>
		JSON.stringify([titles.get(topic), number, kind, author, date, likes, raw]),
	);
}

describe('two documents in a row', () => {
	it('there are some of each format', () => {
		expect(new Set(pairs.map(({first}) => first.format))).toEqual(new Set(['discourse-json', 'hacker-news', 'reddit']));
	});

	it.each(pairs)('$name', async ({first, second}) => {
		const alone = [await readDump(first.text), await readDump(second.text)];
		const ids = alone.flatMap(({topics}) => topics.map(({id}) => id));
		// Two dumps of one thread are one thread.
		if (new Set(ids).size < ids.length) return;
		for (const between of ['', '\n']) {
			const both = await readDump(first.text + between + second.text, undefined, 64);
			expect(factsOf(both).toSorted()).toEqual(alone.flatMap(factsOf).toSorted());
		}
	});

	it('a tree that comes twice is there twice', async () => {
		const tree = readFileSync('fixtures/hacker-news/hackerweb.json', 'utf8');
		const once = factsOf(await readDump(tree)).map(fact => JSON.parse(fact).slice(2));
		const twice = factsOf(await readDump(tree + tree)).map(fact => JSON.parse(fact).slice(2));
		expect(twice).toEqual([...once, ...once]);
	});
});
