/** What is printed of a hit is what is printed of it among all posts, though less of the dump is read for it. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {openDump} from '../../source/formats/open-dump.ts';
import {print} from '../../source/print/print.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {dumpOf, words} from './garden.ts';

type Records = ReadonlyMap<string, unknown>;

/** The records by id, without what belongs to the query. */
function records(dump: Dump, search: string | null): Records {
	const result = print(dump, {form: 'jsonl', search, post: null, columns: null, ascii: false});
	const lines = result.type === 'printed' ? [...result.pieces].map(line => JSON.parse(line)) : [];
	return new Map(lines.slice(search === null ? 1 : 0).map(({score, matches, ...record}) => [record.id, record]));
}

/** @returns How many hits were compared. */
function compare(dump: Dump, all: Records, query: string): number {
	const hits = records(dump, query);
	for (const [id, record] of hits) expect(record, `${query}: ${id}`).toEqual(all.get(id));
	return hits.size;
}

const folder = '../shared/dumps';
const isThere = existsSync(folder);
const files = isThere
	? readdirSync(folder, {recursive: true, withFileTypes: true})
			.filter(entry => entry.isFile())
			.map(entry => join(entry.parentPath, entry.name))
			.filter(name => readFileSync(name).length < 400_000)
	: [];

describe.skipIf(!isThere)('of real dumps (skipped where ../shared is not there)', () => {
	test('hits are printed as among all posts', {timeout: 60_000}, async () => {
		let compared = 0;
		for (const file of files.filter((_, at) => at % 6 === 0)) {
			let dump: Dump | null = null;
			try {
				for await (const next of openDump([readFileSync(file)])) dump = next;
			} catch {
				continue;
			}
			if (dump === null) continue;
			await dump.prepareAll();
			const all = records(dump, null);
			for (const query of ["'thanks", 'actually', 'because has:quote']) compared += compare(dump, all, query);
		}
		expect(compared).toBeGreaterThan(40);
	});
});

/* Few posts answer, for else all of the dump is read. */
const filler = 'The gate in the wall is open when the cold wind comes';
const sentence = fc
	.array(fc.constantFrom('lantern', 'harbour', 'window', 'copper', 'garden', 'winter', 'basket', 'ladder'), {
		minLength: 1,
		maxLength: 12,
	})
	.map(some => some.join(' '));
const author = fc.constantFrom('ada', 'grace', 'ken', null);
const drafted = fc.record({
	author,
	own: sentence,
	quoted: fc.option(fc.record({from: fc.nat(199), text: fc.option(sentence), author, isStated: fc.boolean()})),
	isMarked: fc.boolean(),
});

test('hits of made-up threads are printed as among all posts', {timeout: 60_000}, () => {
	const thread = fc.array(drafted, {minLength: 1, maxLength: 30});
	let compared = 0;
	fc.assert(
		fc.property(thread, fc.boolean(), fc.boolean(), (drafts, hasQuotes, hasAuthors) => {
			const placed = new Map(drafts.map((draft, at) => [(at * 37) % 200, draft]));
			const posts = Array.from({length: 200}, (_, at) => {
				const draft = placed.get(at);
				const {quoted} = draft ?? {quoted: null};
				const said = placed.get(quoted?.from ?? -1)?.own;
				const text = quoted?.text ?? said ?? 'nothing that was said';
				const source = {author: quoted?.author ?? null, number: quoted?.isStated ? quoted.from + 1 : null, topic: null};
				const quote = {type: 'quote', source, children: [words(text)]} as const;
				const by = draft?.author === undefined ? `some${at % 7}` : draft.author;
				return {
					id: String(at + 1),
					number: at + 1,
					author: hasAuthors ? (by ?? 'nobody') : by,
					blocks: [
						...(quoted !== null && hasQuotes ? [quote] : []),
						words(draft === undefined ? filler : `${draft.own}${draft.isMarked ? ' wanted' : ''}`),
					],
				};
			});
			const dump = dumpOf(posts);
			const all = records(dump, null);
			for (const query of ["'wanted", "'lantern 'copper"]) compared += compare(dump, all, query);
		}),
		{numRuns: 60},
	);
	expect(compared).toBeGreaterThan(0);
});
