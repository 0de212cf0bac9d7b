/**
Opening: snapshots while an input is read, the format that is told, and every refusal.
*/
import {describe, expect, it} from 'vitest';
import type {Format} from '../../source/formats/format.ts';
import {DumpError, openDump} from '../../source/formats/open-dump.ts';
import {formats} from '../../source/formats/registry.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {readDump} from './read-dump.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function refusal(input: Uint8Array, format?: string, known?: readonly Format[]): Promise<DumpError> {
	try {
		for await (const _ of openDump([input], {format, ...(known && {formats: known})}));
	} catch (error) {
		if (error instanceof DumpError) return error;
		throw error;
	}
	throw new Error('it was not refused');
}

function posts(count: number): string {
	const post = (number: number) => `ada May 3, 2024, 9:14am ${number}\n\n${'Some words. '.repeat(100)}\n\n2 Likes\n`;
	return `A title\n\n${Array.from({length: count}, (_, index) => post(index + 1)).join('')}`;
}

describe('snapshots', () => {
	async function snapshots(now: () => number): Promise<readonly Dump[]> {
		async function* chunks() {
			const all = bytes(posts(400));
			for (let start = 0; start < all.length; start += 10_000) yield all.subarray(start, start + 10_000);
		}
		const seen: Dump[] = [];
		for await (const dump of openDump(chunks(), {now})) seen.push(dump);
		return seen;
	}

	it('come at once, then at the pace of the clock, and end complete', async () => {
		let time = 0;
		const seen = await snapshots(() => {
			time += 30;
			return time;
		});
		expect(seen.length).toBeGreaterThan(5);
		expect(seen.map(dump => dump.complete)).toEqual([...seen.slice(1).map(() => false), true]);
		const counts = seen.map(dump => dump.posts.length);
		expect(counts).toEqual([...new Set(counts)].toSorted((a, b) => a - b));
		expect(counts[0]).toBeLessThan(60);
		expect(counts.at(-1)).toBe(400);
	});

	it('come the more seldom the longer they take', async () => {
		let time = 0;
		const seen = await snapshots(() => {
			time += 60;
			return time;
		});
		const chunks = Math.ceil(bytes(posts(400)).length / 10_000);
		expect(chunks).toBeGreaterThan(40);
		expect(seen.length).toBeLessThan(chunks / 4);
	});

	it('are two where the clock stands still', async () => {
		expect((await snapshots(() => 0)).map(dump => dump.complete)).toEqual([false, true]);
	});

	it('stay as they are while later ones come', async () => {
		const [first, ...later] = await snapshots(() => 0);
		const last = later.at(-1);
		expect(last?.posts.slice(0, first?.posts.length)).toEqual(first?.posts);
		expect(first?.indexOf('400')).toBe(-1);
		expect(last?.indexOf('400')).toBe(399);
	});
});

describe('the format', () => {
	it.each([
		['discourse-text', posts(2)],
		['discourse-text', 'A long road\n\nSome words.\n\n12 Likes\n\nMore words.\n\n3 Likes'],
		['text', 'A letter.\n\nWith two paragraphs.\n'],
		['text', '<html><body>\n1 Like\n2 Likes\n</body></html>'],
		['text', '{"likes": [\n\n\n3\n]}'],
	])('is %s', async (format, text) => {
		expect((await readDump(text)).format).toBe(format);
	});

	it('is the one asked for, whatever the content', async () => {
		expect((await readDump(posts(2), 'text')).format).toBe('text');
		const dump = await readDump('A letter.\n\nWith two paragraphs.\n', 'discourse-text');
		expect([dump.format, dump.posts.length]).toEqual(['discourse-text', 1]);
	});

	it('has a name and a title of its own in the registry', () => {
		expect(new Set(formats.map(format => format.name)).size).toBe(formats.length);
		for (const format of formats) {
			expect(format.name).toMatch(/^[a-z][a-z-]*$/);
			expect(format.title).toMatch(/^\S[^\n]{9,70}\S$/);
			expect(format.detect({text: '', whole: true})).toBe(0);
		}
	});
});

describe('refusals', () => {
	it.each([
		['empty', bytes('')],
		['empty', bytes('\ufeff \r\n\n\t')],
		['binary', Uint8Array.from([0x1f, 0x8b, 8, 0, 0])],
	])('%s input', async (code, input) => {
		expect(await refusal(input)).toMatchObject({code, name: 'DumpError'});
	});

	it('names the formats where a name is none of them', async () => {
		const error = await refusal(bytes('words'), 'usenet');
		expect(error.code).toBe('unknown-format');
		expect(error.message).toMatch(/'usenet'.*discourse-text, .*text/);
	});

	it('names the option where no format takes it', async () => {
		const error = await refusal(bytes('words'), undefined, []);
		expect(error.code).toBe('unrecognised');
		expect(error.message).toContain('--format');
	});

	it('are one line that says what to do', async () => {
		for (const input of ['', '\x1f\x8b', '%PDF-1.4', '\0\0\0\x01']) {
			const {message} = await refusal(Uint8Array.from(Buffer.from(input, 'latin1')));
			expect(message).toMatch(/^[^\n]{10,200}: (?:give|unpack|convert) [^\n]+[^.\n]$/);
		}
	});

	it('lets through what the input itself throws', async () => {
		async function* failing() {
			yield bytes(posts(1));
			throw new Error('the disk is gone');
		}
		const read = async () => {
			for await (const _ of openDump(failing()));
		};
		await expect(read()).rejects.toThrow('the disk is gone');
	});
});
