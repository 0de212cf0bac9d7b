/**
Unpacking: what is packed comes out as it went in, however it is cut; what is broken keeps what came before.
*/
import {spawnSync} from 'node:child_process';
import {gzipSync} from 'node:zlib';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {unpacked} from '../../cli/unpack.ts';
import {CutShort} from '../../source/index.ts';

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** What comes out, and why it stops. */
async function unpack(
	bytes: Uint8Array,
	size = 1 << 18,
): Promise<{readonly text: string; readonly why: string | null}> {
	const chunks: Uint8Array[] = [];
	let why: string | null = null;
	try {
		for await (const chunk of unpacked(cut(bytes, size))) chunks.push(chunk);
	} catch (error) {
		if (!(error instanceof CutShort)) throw error;
		why = error.message;
	}
	return {text: Buffer.concat(chunks).toString(), why};
}

const lines = Array.from({length: 40_000}, (_, index) => `Post ${index} has ${(index * 7919) % 1000} likes.\n`).join(
	'',
);
const packed = gzipSync(lines);

describe('gzip', () => {
	it.each([
		['whole', packed, lines],
		['members in a row', Buffer.concat([packed, gzipSync('And more.')]), `${lines}And more.`],
		['an empty member between', Buffer.concat([gzipSync('One.'), gzipSync(''), gzipSync('Two.')]), 'One.Two.'],
		['padded with zeros', Buffer.concat([packed, Buffer.alloc(10_000)]), lines],
	])('%s', async (_, bytes, text) => {
		for (const size of [1 << 18, 997]) expect(await unpack(bytes, size)).toEqual({text, why: null});
	});

	it('comes out the same in chunks of any size', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.string({maxLength: 200}), {maxLength: 4}),
				fc.integer({min: 1, max: 40}),
				async (texts, size) => {
					const bytes = Buffer.concat(texts.map(text => gzipSync(text)));
					expect(await unpack(bytes, size)).toEqual({text: Buffer.from(texts.join('')).toString(), why: null});
				},
			),
			{numRuns: 100},
		);
	}, 60_000);

	it.each([
		['breaks off in the middle', packed.subarray(0, packed.length >> 1), /breaks off$/, 0.4],
		['lacks its last byte', packed.subarray(0, -1), /breaks off$/, 0.99],
		['has a wrong checksum', Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8, 7)]), /is damaged$/, 0.9],
		['is followed by other words', Buffer.concat([packed, Buffer.from('words')]), /is damaged$/, 0.9],
		['breaks off in its head', packed.subarray(0, 5), /breaks off$/, 0],
	])('that %s keeps what came before and says so', async (_, bytes, why, share) => {
		const read = await unpack(bytes);
		expect(read.why).toMatch(why);
		expect(lines.startsWith(read.text)).toBe(true);
		expect(read.text.length).toBeGreaterThanOrEqual(lines.length * share);
	});

	it('never throws anything else, whatever is broken', async () => {
		const small = gzipSync(lines.slice(0, 3000));
		const change = fc.tuple(fc.nat(small.length - 1), fc.nat(255));
		await fc.assert(
			fc.asyncProperty(
				fc.array(change, {minLength: 1, maxLength: 4}),
				fc.nat(small.length),
				async (changes, length) => {
					const bytes = Buffer.from(small);
					for (const [at, byte] of changes) bytes[at] = byte;
					const read = await unpack(bytes.subarray(0, length), 100);
					expect(read.text.length).toBeLessThan(1_000_000);
				},
			),
			{numRuns: 200},
		);
	}, 60_000);

	it('that packs a gigabyte into little is unpacked as it is asked for', async () => {
		const zeros = gzipSync(Buffer.alloc(1 << 26));
		const bomb = Buffer.concat(Array.from({length: 16}, () => zeros));
		const before = process.memoryUsage().arrayBuffers;
		let most = 0;
		let total = 0;
		for await (const chunk of unpacked(cut(bomb, 1 << 18))) {
			total += chunk.length;
			if (total % (1 << 22) === 0) most = Math.max(most, process.memoryUsage().arrayBuffers - before);
		}
		expect(total).toBe(1 << 30);
		// Chunks that nobody holds wait for the collector; the whole would be sixteen times this.
		expect(most).toBeLessThan(1 << 26);
	}, 60_000);

	it('gives its first words before its last ones have come', async () => {
		let resolve = (_: Uint8Array) => {};
		const promise = new Promise<Uint8Array>(settle => {
			resolve = settle;
		});
		async function* slow() {
			yield packed.subarray(0, 5000);
			yield await promise;
		}
		const words = unpacked(slow());
		const first = await words.next();
		expect(lines.startsWith(Buffer.from(first.value ?? []).toString())).toBe(true);
		resolve(packed.subarray(5000));
		let length = first.value?.length ?? 0;
		for await (const chunk of words) length += chunk.length;
		expect(length).toBe(lines.length);
	});

	it('lets through what its own input throws', async () => {
		async function* failing() {
			yield packed.subarray(0, 5000);
			throw new Error('the disk is gone');
		}
		const read = async () => {
			for await (const _ of unpacked(failing()));
		};
		await expect(read()).rejects.toThrow('the disk is gone');
	});
});

describe('what is not packed', () => {
	it.each([
		['', 'nothing'],
		['a', 'a letter'],
		['ab\n', 'a line'],
		[lines, 'many lines'],
	])('passes through: $1', async text => {
		expect(await unpack(Buffer.from(text), 100)).toEqual({text, why: null});
	});

	it('is let go of when nobody wants more', async () => {
		let closed = false;
		async function* chunks() {
			try {
				while (true) yield Buffer.from('words\n');
			} finally {
				closed = true;
			}
		}
		for await (const _ of unpacked(chunks())) break;
		expect(closed).toBe(true);
	});
});

const zstd: Buffer | null = spawnSync('zstd', ['-c'], {input: lines}).stdout ?? null;
const tellsWhole = Number(process.versions.node.split('.')[0]) >= 24;

describe.skipIf(zstd === null || !tellsWhole)('zstd (needs Node 24 and the zstd command)', () => {
	it.each([
		['whole', (data: Buffer) => data, lines, null],
		['frames in a row', (data: Buffer) => Buffer.concat([data, data]), lines + lines, null],
		[
			'frames in a row, the last one cut off',
			(data: Buffer) => Buffer.concat([data, data.subarray(0, 9)]),
			lines,
			/breaks off$/,
		],
	])('%s', async (_, make, text, why) => {
		const read = await unpack(make(zstd ?? Buffer.alloc(0)));
		expect(read.text).toBe(text);
		if (why === null) expect(read.why).toBeNull();
		else expect(read.why).toMatch(why);
	});
});

describe.skipIf(tellsWhole)('zstd on a Node that has none, or takes data that breaks off for whole', () => {
	it('is left alone', async () => {
		const data = Buffer.from('28b52ffd20010900005a', 'hex');
		const chunks: Uint8Array[] = [];
		for await (const chunk of unpacked(cut(data, 3))) chunks.push(chunk);
		expect(Buffer.concat(chunks)).toEqual(data);
	});
});
