/**
Input: the bytes of a file or of standard input, unpacked.

A single file is opened here, before anything is drawn, so that what stands in the way is said in one line; several
are opened one after the other, when their turn comes. What the bytes hold is not looked at, but for archives.
*/
import {open} from 'node:fs/promises';
import type {Readable} from 'node:stream';
import {CutShort, DumpError, type DumpInput} from '../source/index.ts';
import type {FoundFile} from './find-files.ts';
import {openTar} from './tar.ts';
import {unpacked} from './unpack.ts';

export type Input =
	/** `close`: lets go of what is open; for when the bytes are not read to their end. Standard input stays. */
	| {readonly type: 'opened'; readonly bytes: AsyncIterable<Uint8Array>; readonly close: () => void}
	/** `why`: one line that says the remedy, without the input's name. */
	| {readonly type: 'refused'; readonly why: string};

/* A dump of 100 MB in some hundred reads. */
const chunkBytes = 1 << 18;

/**
Open an input.

@param name - A file's name; '-' is standard input.
@returns Its bytes, not yet read. Never rejects; reading the bytes can, with a CutShort.
*/
export async function openInput(name: string, stdin: Readable): Promise<Input> {
	if (name === '-') return {type: 'opened', bytes: unpacked(readable(stdin)), close: () => {}};
	try {
		const file = await open(name);
		const stats = await file.stat();
		if (stats.isDirectory()) {
			await file.close();
			return {type: 'refused', why: 'this is a directory: give a file in it'};
		}
		const bytes = file.createReadStream({highWaterMark: chunkBytes});
		return {type: 'opened', bytes: unpacked(readable(bytes)), close: () => bytes.destroy()};
	} catch (error) {
		return {type: 'refused', why: whyNot(name, codeOf(error))};
	}
}

/**
Files as inputs, each opened when its turn comes; those in an archive stand in its place.

@returns For `openDumps`. A file that cannot be opened throws a DumpError when its bytes are asked for.
*/
export async function* inputsOf(files: readonly FoundFile[], stdin: Readable): AsyncGenerator<DumpInput> {
	for (const {name, directory} of files) {
		const shown = inputName(name);
		const input = await openInput(name, stdin);
		if (input.type === 'refused') {
			yield {name: shown, chunks: refusing(input.why), incidental: directory !== null};
			continue;
		}
		try {
			const opened = await openTar(input.bytes);
			if (opened.type === 'other') yield {name: shown, chunks: opened.bytes, incidental: directory !== null};
			else for (const file of opened.files) yield {...file, name: `${shown}/${file.name}`};
		} finally {
			input.close();
		}
	}
}

/* biome-ignore lint/correctness/useYield: it throws where the first bytes would come. */
function* refusing(why: string): Generator<Uint8Array> {
	throw new DumpError('unreadable', why);
}

/** What an input is called in words for people. */
export function inputName(name: string): string {
	return name === '-' ? 'standard input' : name;
}

async function* readable(stream: Readable): AsyncGenerator<Uint8Array> {
	try {
		yield* stream;
	} catch (error) {
		throw new CutShort(`reading stopped (${codeOf(error)})`);
	}
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

function whyNot(name: string, code: string): string {
	if (/^https?:\/\//i.test(name)) return `this is an address, not a file: ${curlLine(name)}`;
	switch (code) {
		case 'ENOENT':
		case 'ENOTDIR':
			return 'there is no such file: check the name';
		case 'EACCES':
		case 'EPERM':
			return 'you may not read this file: change its permissions or copy it';
		case 'EISDIR':
			return 'this is a directory: give a file in it';
		case 'ENAMETOOLONG':
			return 'this name is too long for a file: check the name';
		default:
			return `it cannot be opened (${code}): check the name`;
	}
}

/** The line that fetches an address and opens what it got, for a POSIX shell. */
function curlLine(url: string): string {
	const address = url.replace(/[\s\x00-\x1f\x7f]/g, encodeURIComponent);
	const name = /([\w][\w.-]*)\/?$/.exec(address.replace(/^https?:\/\/[^/]*|[?#].*$/gi, ''))?.[1] ?? 'thread';
	const file = name.includes('.') ? name : `${name}.html`;
	return `curl -L '${address.replaceAll("'", "'\\''")}' -o ${file} && threadview ${file}`;
}
