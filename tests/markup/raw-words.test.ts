/** What is told of a post's words by its raw body holds for the body that the readers make of it. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {openDump} from '../../source/formats/open-dump.ts';
import {loadReaders, readBody} from '../../source/markup/read-body.ts';
import {words} from '../../source/text/words.ts';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import {addedWords, tellsItsWords} from '../../source/thread/raw-words.ts';

/** The words of bodies that their raw ones do not tell, though they are said to. */
function untold(dump: Dump): readonly string[] {
	return dump.posts.filter(tellsItsWords).flatMap(post => {
		const raw = new Set([...words(post.raw)].map(word => word.text));
		const {text, quotes} = dump.body(post);
		const held = [text, ...quotes.map(quote => quote.text)].flatMap(part => [...words(part)]);
		return held.map(word => word.text).filter(word => !raw.has(word) && !addedWords.includes(word));
	});
}

await loadReaders(['crawl-text', 'plain']);

const piece = fc.constantFrom(
	...[
		'Dry ',
		'the seeds',
		' over',
		'\n',
		'\n\n',
		' ',
		'.',
		'’s',
		"'s",
		',',
		'(',
		')',
		'@ada',
		'@ada_b',
		'…',
		'-',
		'_',
		'*',
	],
	...['![a jar](https://a.example/j.png)', '[here](https://a.example)', 'www.a.example', 'https://a.example/(x)y', '`'],
	...[
		'  • bags',
		'  1. jars',
		'      ',
		'640×480 12 KB',
		'IMG_1234.jpg',
		'image',
		'grace:',
		'ada:',
		'é',
		'e\u0301',
		'種子',
	],
);

test('in made-up posts', {timeout: 60_000}, () => {
	const raw = fc.array(piece, {maxLength: 24}).map(pieces => pieces.join(''));
	fc.assert(
		fc.property(fc.array(raw, {minLength: 1, maxLength: 6}), fc.constantFrom('crawl-text', 'plain'), (raws, markup) => {
			const builder = new DumpBuilder('text', readBody);
			for (const [at, raw] of raws.entries()) builder.add({id: `${at}`, markup, raw, author: at % 2 ? 'ada' : 'grace'});
			expect(untold(builder.snapshot(true))).toEqual([]);
		}),
		{numRuns: 1500},
	);
});

const folders = ['../shared/seeds', '../shared/dumps/discourse-crawltext'];

test.skipIf(!folders.every(folder => existsSync(folder)))('in real posts (skipped without ../shared)', async () => {
	let told = 0;
	for (const file of folders.flatMap(folder => readdirSync(folder).map(name => join(folder, name)))) {
		for await (const dump of openDump([readFileSync(file)])) {
			if (!dump.complete) continue;
			told += dump.posts.filter(tellsItsWords).length;
			expect(untold(dump)).toEqual([]);
		}
	}
	expect(told).toBeGreaterThan(100);
});
