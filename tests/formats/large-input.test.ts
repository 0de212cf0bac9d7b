/**
Large and slow input: what has come is shown before the rest has, and memory stays in proportion.
*/
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {openDump} from '../../source/formats/open-dump.ts';
import type {Dump} from '../../source/thread/dump.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const post = (number: number, words = '') =>
	`ada May 3, 2024, 9:14am ${number}\n\n${words}${words === '' ? '' : '\n\n'}`;

/** Posts in chunks of about a quarter of a megabyte, made while they are read. */
function* posts(count: number, words: string, given = {bytes: 0}): Generator<Uint8Array> {
	let text = 'A large thread\n\n';
	for (let number = 1; number <= count; number++) {
		text += post(number, words);
		if (text.length < 1 << 18 && number < count) continue;
		given.bytes += text.length;
		yield bytes(text);
		text = '';
	}
}

async function read(chunks: Iterable<Uint8Array>): Promise<{readonly dump: Dump; readonly snapshots: number}> {
	let dump: Dump | null = null;
	let snapshots = 0;
	for await (const next of openDump(chunks)) {
		dump = next;
		snapshots++;
	}
	if (dump === null) throw new Error('no snapshot came');
	return {dump, snapshots};
}

describe('large input', () => {
	it('shows its first posts after the first of 300 megabytes, and keeps no more than it must', async () => {
		const given = {bytes: 0};
		const before = process.memoryUsage().heapUsed;
		const dumps = openDump(posts(300_000, 'Some words about hives and jars. '.repeat(30), given));
		const first = await dumps.next();
		expect(first.value).toMatchObject({complete: false, title: 'A large thread'});
		expect(given.bytes).toBeLessThan(1 << 20);
		let last: Dump | null = null;
		for await (const dump of dumps) last = dump;
		expect(last?.posts).toHaveLength(300_000);
		expect(last?.bytes).toBe(given.bytes);
		expect(process.memoryUsage().heapUsed - before).toBeLessThan(given.bytes * 4);
	}, 60_000);

	it('mail keeps its bodies, and not the chunks that its subjects and names came in', async () => {
		setFlagsFromString('--expose-gc');
		const collect: unknown = runInNewContext('gc');
		if (typeof collect !== 'function') throw new Error('there is no collector to call');
		const held = () => {
			collect();
			return process.memoryUsage().heapUsed;
		};
		const body = 'Some words about hives and jars.\n'.repeat(150);
		const given = {bytes: 0};
		function* mails() {
			for (let topic = 0; topic < 200; topic++) {
				const chunk = Array.from({length: 40}, (_, index) => {
					const id = `${topic}.${index}@garden.example`;
					return `From ada Fri May  3 09:14:00 2024\nFrom: The keeper of hive ${topic} and ${index} <ada@garden.example>\nSubject: About the hives in the ${topic}th garden, part ${index}\nMessage-ID: <${id}>\n\n${body}\n`;
				}).join('');
				given.bytes += chunk.length;
				yield bytes(chunk);
			}
		}
		const before = held();
		const {dump} = await read(mails());
		expect(dump.posts).toHaveLength(8000);
		expect(held() - before).toBeLessThan(given.bytes * 1.5);
		expect(dump.complete).toBe(true);
	}, 60_000);

	it('a line of a hundred megabytes is read in pieces, between which there are snapshots', async () => {
		const part = bytes('x'.repeat(1 << 20));
		function* line() {
			yield bytes(`A title\n\n${post(1)}`);
			for (let count = 0; count < 100; count++) yield part;
		}
		const {dump, snapshots} = await read(line());
		expect(dump.posts.reduce((sum, {raw}) => sum + raw.replaceAll('\n', '').length, 0)).toBe(100 << 20);
		expect(dump.problems.length).toBeGreaterThan(0);
		expect(snapshots).toBeGreaterThan(2);
	}, 60_000);

	it('a million empty posts are a million posts', async () => {
		const {dump} = await read(posts(1_000_000, ''));
		expect(dump.posts).toHaveLength(1_000_000);
		expect(dump.indexOf('1000000')).toBe(999_999);
		expect(dump.body(dump.posts[999_999] ?? never()).text).toBe('');
	}, 60_000);
});

function never(): never {
	throw new Error('there is no such post');
}

describe('a slow pipe', () => {
	beforeEach(() => {
		vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	/** An input that gives what it is fed. */
	function fed() {
		const chunks: (Uint8Array | null)[] = [];
		let wake = () => {};
		async function* read(): AsyncGenerator<Uint8Array> {
			while (true) {
				const next = chunks.shift();
				if (next === null) return;
				if (next !== undefined) yield next;
				else {
					await new Promise<void>(resolve => {
						wake = resolve;
					});
				}
			}
		}
		return {
			chunks: read(),
			feed: (text: string | null) => {
				chunks.push(text === null ? null : bytes(text));
				wake();
			},
		};
	}

	it('shows what it has sent as soon as it rests, and goes on when it does', async () => {
		const {chunks, feed} = fed();
		const dumps = openDump(chunks);
		const first = dumps.next();
		feed(`A slow thread\n\n${post(1, 'One.')}${post(2, 'Two.')}`);
		await vi.advanceTimersByTimeAsync(200);
		const shown = (await first).value;
		expect([shown?.title, shown?.complete, shown?.posts.map(({id}) => id)]).toEqual(['A slow thread', false, ['1']]);
		const second = dumps.next();
		feed(post(3, 'Three.'));
		await vi.advanceTimersByTimeAsync(200);
		expect((await second).value?.posts.map(({id}) => id)).toEqual(['1', '2']);
		const third = dumps.next();
		feed(null);
		expect((await third).value).toMatchObject({complete: true, posts: [{id: '1'}, {id: '2'}, {id: '3'}]});
		expect((await dumps.next()).done).toBe(true);
	});

	it('is left at once although it never ends', async () => {
		const {chunks, feed} = fed();
		const dumps = openDump(chunks);
		const first = dumps.next();
		feed(`A slow thread\n\n${post(1, 'One.')}${post(2, 'Two.')}`);
		await vi.advanceTimersByTimeAsync(200);
		await first;
		expect(await dumps.return()).toEqual({done: true, value: undefined});
	});
});
