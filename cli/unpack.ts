/**
Unpacking: gzip and zstd data, told by their first bytes and unpacked as they come.

What is not packed passes through as it is, and so does what this Node cannot unpack: whoever reads it says so.
However much is packed into little, no more is unpacked than has been asked for.
*/
import type {Transform} from 'node:stream';
import {CutShort} from '../source/index.ts';

type Packing = {
	readonly name: string;
	readonly magic: readonly number[];
	/** `null` where this Node cannot. */
	readonly open: () => Promise<(Transform & {readonly bytesWritten: number}) | null>;
};

/*
A stream that fails drops what nobody has taken from it yet. One that holds at most one chunk goes on only when that
has been taken, so nothing is dropped.
*/
const options = {chunkSize: 1 << 16, highWaterMark: 1};

const packings: readonly Packing[] = [
	// RFC 1952, 2.3.1.
	{name: 'gzip', magic: [0x1f, 0x8b], open: async () => (await import('node:zlib')).createGunzip(options)},
	// RFC 8878, 3.1.1.
	{
		name: 'zstd',
		magic: [0x28, 0xb5, 0x2f, 0xfd],
		open: async () => {
			const {default: zlib} = await import('node:zlib');
			if (!('zstdDecompressSync' in zlib)) return null;
			try {
				// Node 22 takes data that breaks off for whole. What would be lost in silence is not unpacked at all.
				zlib.zstdDecompressSync(Buffer.from('28b52ffd20010900', 'hex'));
				return null;
			} catch {
				return zlib.createZstdDecompress(options);
			}
		},
	},
];

const longestMagic = Math.max(...packings.map(({magic}) => magic.length));

/**
Unpack an input where it is packed. Members or frames in a row, as web archives have them, come out as one.

@param chunks - Its bytes, cut anywhere.
@yields What was packed, in chunks of at most 64 KiB; the chunks themselves where nothing is.
@throws CutShort where the data breaks off or is damaged, behind all that came before, but for about a sixteenth of
	that at most. What the chunks throw passes through.
*/
export async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const rest = pushable(chunks);
	try {
		for (let last: Packing | null = null; ; ) {
			const head = await firstBytes(rest);
			if (last !== null && head.every(byte => byte === 0)) return;
			const packing = packings.find(({magic}) => magic.every((byte, index) => head[index] === byte));
			if (packing === undefined && last !== null) throw new CutShort(`the ${last.name} data is followed by other data`);
			const unpacker = (await packing?.open()) ?? null;
			if (packing === undefined || unpacker === null) {
				yield* rest.read();
				return;
			}
			yield* pump(rest, unpacker, packing.name);
			last = packing;
		}
	} finally {
		await rest.close();
	}
}

/** Chunks that can be given back. */
type Pushable = {
	readonly next: () => Promise<Uint8Array | null>;
	readonly unshift: (bytes: Uint8Array) => void;
	readonly read: () => AsyncGenerator<Uint8Array>;
	readonly close: () => Promise<void>;
};

function pushable(chunks: AsyncIterable<Uint8Array>): Pushable {
	const iterator = chunks[Symbol.asyncIterator]();
	const back: Uint8Array[] = [];
	async function next(): Promise<Uint8Array | null> {
		const given = back.pop();
		if (given !== undefined) return given;
		const result = await iterator.next();
		return result.done ? null : result.value;
	}
	return {
		next,
		unshift: bytes => {
			if (bytes.length > 0) back.push(bytes);
		},
		async *read() {
			for (let bytes = await next(); bytes !== null; bytes = await next()) yield bytes;
		},
		close: async () => {
			await iterator.return?.();
		},
	};
}

/** The first bytes, as many as tell the packing; they stay where they are. */
async function firstBytes(rest: Pushable): Promise<Uint8Array> {
	let head: Uint8Array = new Uint8Array(0);
	while (head.length < longestMagic) {
		const bytes = await rest.next();
		if (bytes === null) break;
		head = head.length === 0 ? bytes : Buffer.concat([head, bytes]);
	}
	rest.unshift(head);
	return head.subarray(0, longestMagic);
}

/** Unpack up to where the unpacker ends; bytes behind that are given back. */
async function* pump(
	rest: Pushable,
	unpacker: Transform & {readonly bytesWritten: number},
	name: string,
): AsyncGenerator<Uint8Array> {
	let given = 0;
	let slice: Uint8Array = new Uint8Array(0);
	async function feed(): Promise<void> {
		try {
			// An unpacker that leaves bytes alone has come to its end.
			while (!unpacker.destroyed && unpacker.bytesWritten === given) {
				const bytes = await rest.next();
				if (bytes === null) {
					unpacker.end();
					return;
				}
				// A slice that fails gives nothing, so it must not be much beside what went before.
				slice = bytes.subarray(0, Math.min(1 << 16, Math.max(256, given >> 4)));
				rest.unshift(bytes.subarray(slice.length));
				given += slice.length;
				await new Promise<void>(resolve => {
					unpacker.write(slice, () => resolve());
				});
			}
		} catch (error) {
			unpacker.destroy(error instanceof Error ? error : new Error(String(error)));
		}
	}
	void feed();
	try {
		for await (const bytes of unpacker) yield bytes;
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (!/^(?:Z_|ZSTD)/.test(code)) throw error;
		throw new CutShort(`the ${name} data ${code === 'Z_BUF_ERROR' ? 'breaks off' : 'is damaged'}`);
	}
	rest.unshift(slice.subarray(slice.length - (given - unpacker.bytesWritten)));
}
