import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {openDump} from '../../source/formats/open-dump.ts';
import {checkDump} from '../../source/print/check.ts';
import type {PrintForm} from '../../source/print/forms.ts';
import {print} from '../../source/print/print.ts';
import type {PostRecord} from '../../source/print/record.ts';
import type {Dump} from '../../source/thread/dump.ts';

const folders = ['../shared/seeds', '../shared/dumps/discourse-crawltext'];
const isThere = folders.every(folder => existsSync(folder));
const files = isThere ? folders.flatMap(folder => readdirSync(folder).map(name => join(folder, name))) : [];

async function read(file: string): Promise<Dump> {
	let last: Dump | null = null;
	for await (const dump of openDump([readFileSync(file)])) last = dump;
	if (last === null) throw new Error('a file gives a dump');
	return last;
}

function printed(dump: Dump, form: PrintForm): string {
	const result = print(dump, {form, search: null, post: null, columns: null, ascii: false});
	return result.type === 'printed' ? [...result.pieces].join('') : '';
}

describe.skipIf(!isThere)('real dumps (skipped where ../shared is not there)', () => {
	test.each(files)('%s', async file => {
		const dump = await read(file);
		const {posts} = JSON.parse(printed(dump, 'json'));
		const lines = printed(dump, 'jsonl').trimEnd().split('\n');
		expect(lines.slice(1).map(line => JSON.parse(line))).toEqual(posts);
		expect(posts.map((post: PostRecord) => post.id)).toEqual(dump.posts.map(post => post.id));

		const texts = new Map(posts.map((post: PostRecord) => [post.id, post.text]));
		for (const {quotes, parent, parentBasis} of posts) {
			expect(parent === null).toBe(parentBasis === null);
			for (const {span, post} of quotes) {
				if (span === null) continue;
				const quoted = texts.get(post);
				expect(span[0]).toBeLessThan(span[1]);
				expect(span[1]).toBeLessThanOrEqual(String(quoted).length);
			}
		}

		const text = printed(dump, 'text');
		const markdown = printed(dump, 'markdown');
		expect(text).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
		expect(text.match(/^#\d+\b.*$/gm)?.length ?? 0).toBeGreaterThanOrEqual(dump.posts.length);
		expect(markdown.match(/^### #\d+\b.*$/gm)).toHaveLength(dump.posts.length);
		expect(checkDump(dump).lines.length).toBeGreaterThan(10);
	});
});
