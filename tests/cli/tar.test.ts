/**
Tape archives: the files in them come out as they went in, however the bytes are cut; broken ones say so.
*/
import {describe, expect, it} from 'vitest';
import {openTar} from '../../cli/tar.ts';
import {CutShort} from '../../source/index.ts';
import {entry, tar} from './tar-bytes.ts';

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** The files, by name: their text, and why one stops. */
async function read(
	bytes: Uint8Array,
	size = 1 << 16,
): Promise<readonly (readonly [string, string, string?])[] | string> {
	const opened = await openTar(cut(bytes, size));
	const textOf = async (chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
		const parts: Uint8Array[] = [];
		try {
			for await (const chunk of chunks) parts.push(chunk);
		} catch (error) {
			if (!(error instanceof CutShort)) throw error;
			return [Buffer.concat(parts).toString(), error.message] as const;
		}
		return [Buffer.concat(parts).toString()] as const;
	};
	if (opened.type === 'other') return (await textOf(opened.bytes))[0];
	return Promise.all(opened.files.map(async ({name, chunks}) => [name, ...(await textOf(chunks))] as const));
}

const long = `mails/${'x'.repeat(150)}/1.eml`;
const record = `path=${long}\n`;

describe('a tar', () => {
	it.each<readonly [string, Buffer, readonly (readonly [string, string])[]]>([
		[
			'files by name',
			tar({name: 'p10.txt', text: 'ten'}, {name: 'p2.txt', text: 'x'.repeat(512)}),
			[
				['p2.txt', 'x'.repeat(512)],
				['p10.txt', 'ten'],
			],
		],
		[
			'no folders, links, or hidden files',
			tar({name: 'm/', type: '5'}, {name: 'm/._1', text: 'x'}, {name: 'm/l', type: '2'}, {name: 'm/1', text: 'one'}),
			[['m/1', 'one']],
		],
		[
			'a long name of GNU tar',
			tar({name: '@', type: 'L', text: `${long}\0`}, {name: 'cut', text: 'one'}),
			[[long, 'one']],
		],
		[
			'a long name of pax',
			tar({name: '@', type: 'x', text: `${record.length + 4} ${record}`}, {name: 'cut', text: 'one'}),
			[[long, 'one']],
		],
		['no end', entry({name: '1', text: 'one'}), [['1', 'one']]],
	])('%s', async (_, bytes, files) => {
		for (const size of [1 << 16, 512, 100]) expect(await read(bytes, size)).toEqual(files);
	});

	it.each<readonly [string, Buffer, readonly (readonly [string, string, string?])[]]>([
		[
			'breaks off in a file',
			tar({name: '2', text: 'two'}, {name: '1', text: 'x'.repeat(900)}).subarray(0, 1536 + 100),
			[
				['1', 'x'.repeat(100), 'the archive breaks off'],
				['2', 'two'],
			],
		],
		[
			'breaks off in a head',
			tar({name: '1', text: 'one'}, {name: '2'}).subarray(0, 1100),
			[['1', 'one', 'the archive breaks off']],
		],
		[
			'is damaged',
			Buffer.concat([entry({name: '1', text: 'one'}), Buffer.alloc(512, 7)]),
			[['1', 'one', 'the archive is damaged']],
		],
		[
			'states a size that no machine holds',
			Buffer.concat([entry({name: '1', text: 'one'}), entry({name: '2', size: '77777777777'})]),
			[['1', 'one', 'the archive holds more than 1 GiB']],
		],
		['holds nothing', tar({name: 'm/', type: '5'}), [['the archive', '']]],
	])('that %s', async (_, bytes, files) => {
		expect(await read(bytes)).toEqual(files);
	});
});

it.each([
	['nothing', ''],
	['words', 'How do you store your seeds?\n'],
	['words about it', `${'x'.repeat(257)}ustar${'x'.repeat(600)}`],
	['zeros', '\0'.repeat(2000)],
])('%s is no tar, and stays whole', async (_, text) => {
	for (const size of [1 << 16, 100]) expect(await read(Buffer.from(text), size)).toBe(text);
});
