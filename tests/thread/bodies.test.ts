/**
Bodies: read when asked for, and which of them are kept.
*/
import {expect, test} from 'vitest';
import type {Block} from '../../source/thread/body.ts';
import {DumpBuilder} from '../../source/thread/dump.ts';

/** More than are kept. */
const many = 10_000;

test('once all are prepared, those read later are there and read once, and the others are read again', async () => {
	const reads = new Map<string, number>();
	const builder = new DumpBuilder('mbox', post => {
		reads.set(post.id, (reads.get(post.id) ?? 0) + 1);
		const blocks: readonly Block[] = [{type: 'paragraph', children: [{type: 'text', text: post.id}]}];
		return Number(post.id) % 2 === 0 ? Promise.resolve(blocks) : blocks;
	});
	for (let id = 1; id <= many; id++) builder.add({id: String(id), markup: 'mail', raw: ''});
	const dump = builder.snapshot(true);
	// One that was read before counts, too.
	await dump.prepare(dump.posts[1] ?? expect.fail('there is a second post'));
	await dump.prepareAll();
	for (const post of dump.posts) expect(dump.body(post).text).toBe(post.id);
	for (const post of dump.posts) expect(dump.prepare(post)).toBe(null);
	const late = dump.posts.filter(post => Number(post.id) % 2 === 0);
	expect(new Set(late.map(post => reads.get(post.id)))).toEqual(new Set([1]));
	expect(reads.get('1')).toBeGreaterThan(1);
});
