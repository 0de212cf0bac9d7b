/**
Decoding: the bytes of a dump as text, chunk by chunk.

UTF-8, and UTF-16 where a byte order mark says so. Bytes that are not UTF-8 are read as
windows-1252, the usual culprit, and said once at the end. Line ends become `\n`.
*/
import {isSafeThroughout} from '../text/safe-text.ts';
import type {Problem} from '../thread/dump.ts';

export type Decoder = {
	/** @returns The text that these bytes complete; `\r\n` and `\r` are `\n`. Never throws. */
	readonly push: (bytes: Uint8Array) => string;
	/** @returns What was still held back. */
	readonly end: () => string;
	/** Whether nothing of all the text so far needs to be made safe, however it is cut. */
	readonly isSafe: () => boolean;
	/** What was wrong with the bytes, or `null`. Asked for at the end. */
	readonly problem: () => Problem | null;
};

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
/*
What windows-1252 has at 0x80 … 0x9f (WHATWG Encoding, index-windows-1252); above, it is Latin-1.
TextDecoder is no help: some releases of Node 20 read it as Latin-1 throughout.
*/
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** @returns A decoder for one input. The encoding is told by its first bytes. */
export function createDecoder(): Decoder {
	let decode: BytesDecoder | null = null;
	let head: Uint8Array = new Uint8Array(0);
	let carriageReturn = false;
	let lines = 0;
	let wrong = 0;
	let firstWrongLine = 0;
	let isSafe = true;

	function start(bytes: Uint8Array): [BytesDecoder, Uint8Array] {
		if (bytes[0] === 0xff && bytes[1] === 0xfe) return [createUtf16('utf-16le'), bytes.subarray(2)];
		if (bytes[0] === 0xfe && bytes[1] === 0xff) return [createUtf16('utf-16be'), bytes.subarray(2)];
		const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
		return [createUtf8(), marked ? bytes.subarray(3) : bytes];
	}

	function finish(decoded: Decoded, last: boolean): string {
		let {text} = decoded;
		const shift = carriageReturn ? 1 : 0;
		if (carriageReturn) text = `\r${text}`;
		carriageReturn = !last && text.endsWith('\r');
		if (carriageReturn) text = text.slice(0, -1);
		const from = wrong === 0 && decoded.wrong > 0 ? text.slice(0, decoded.firstWrong + shift) : '';
		if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
		if (wrong === 0) {
			firstWrongLine = lines + 1 + countLines(from.replace(/\r\n?/g, '\n'));
			lines += countLines(text);
		}
		wrong += decoded.wrong;
		isSafe &&= isSafeThroughout(text, decoded.isAscii);
		return text;
	}

	function push(bytes: Uint8Array, last: boolean): string {
		if (decode !== null) return finish(decode(bytes, last), last);
		const joined = join(head, bytes);
		if (joined.length < 3 && !last) {
			head = joined;
			return '';
		}
		const [decoder, rest] = start(joined);
		decode = decoder;
		return finish(decoder(rest, last), last);
	}

	return {
		push: bytes => push(bytes, false),
		end: () => push(new Uint8Array(0), true),
		isSafe: () => isSafe,
		problem() {
			if (wrong === 0) return null;
			const bytes = wrong === 1 ? '1 byte is' : `${wrong} bytes are`;
			const first = wrong === 1 ? '' : ', the first on this line';
			const message = `${bytes} not UTF-8${first}: read as windows-1252, so some letters may be wrong`;
			return {level: 'warning', line: firstWrongLine, post: null, message};
		},
	};
}

/**
Say what is not text, by the first bytes of an input.

@returns What it is, as "gzip-compressed data" or "binary data", or `null` for text.
*/
export function binaryKind(bytes: Uint8Array): string | null {
	for (const [kind, ...magic] of magics) {
		if (magic.every((byte, index) => bytes[index] === byte)) return kind;
	}
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return null;
	let nuls = 0;
	let controls = 0;
	for (const byte of bytes) {
		if (byte === 0) nuls++;
		else if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) controls++;
	}
	if (nuls * 5 > bytes.length) return 'binary data, or UTF-16 without a byte order mark';
	return (nuls + controls) * 50 > bytes.length ? 'binary data' : null;
}

const magics: readonly (readonly [string, ...number[]])[] = [
	['gzip-compressed data', 0x1f, 0x8b],
	['zstd-compressed data', 0x28, 0xb5, 0x2f, 0xfd],
	['xz-compressed data', 0xfd, 0x37, 0x7a, 0x58, 0x5a],
	['bzip2-compressed data', 0x42, 0x5a, 0x68],
	['a zip archive', 0x50, 0x4b, 0x03, 0x04],
	['a PDF document', 0x25, 0x50, 0x44, 0x46, 0x2d],
	['an SQLite database', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
	['a PNG image', 0x89, 0x50, 0x4e, 0x47],
	['a JPEG image', 0xff, 0xd8, 0xff],
];

/** `firstWrong`: where in `text` the first wrong byte stands. */
type Decoded = {readonly text: string; readonly isAscii: boolean; readonly wrong: number; readonly firstWrong: number};
type BytesDecoder = (bytes: Uint8Array, last: boolean) => Decoded;

/** Lone surrogates become U+FFFD, as TextDecoder does. */
function createUtf16(encoding: 'utf-16le' | 'utf-16be'): BytesDecoder {
	const decoder = new TextDecoder(encoding, {ignoreBOM: true});
	return (bytes, last) => ({text: decoder.decode(bytes, {stream: !last}), isAscii: false, wrong: 0, firstWrong: 0});
}

function createUtf8(): BytesDecoder {
	let held: Uint8Array = new Uint8Array(0);
	return (bytes, last) => {
		const all = join(held, bytes);
		const whole = last ? all.length : all.length - unfinished(all);
		held = all.slice(whole);
		const ready = all.subarray(0, whole);
		try {
			const text = utf8.decode(ready);
			// What is not ASCII has more bytes than units.
			return {text, isAscii: text.length === ready.length, wrong: 0, firstWrong: 0};
		} catch {
			return decodeMixed(ready);
		}
	};
}

/** UTF-8 with foreign bytes in it: each of those is read as windows-1252. */
function decodeMixed(bytes: Uint8Array): Decoded {
	let text = '';
	let wrong = 0;
	let firstWrong = 0;
	let start = 0;
	let index = 0;
	while (index < bytes.length) {
		const length = sequenceLength(bytes, index);
		if (length > 0) {
			index += length;
			continue;
		}
		text += utf8.decode(bytes.subarray(start, index));
		if (wrong === 0) firstWrong = text.length;
		const byte = bytes[index] ?? 0;
		text += western[byte - 0x80] ?? String.fromCharCode(byte);
		wrong++;
		index++;
		start = index;
	}
	return {text: text + utf8.decode(bytes.subarray(start)), isAscii: false, wrong, firstWrong};
}

/** How many bytes the well-formed sequence at `index` has, 0 if there is none (The Unicode Standard, table 3-7). */
function sequenceLength(bytes: Uint8Array, index: number): number {
	const first = bytes[index] ?? 0;
	if (first < 0x80) return 1;
	const length = leadLength(first);
	if (length === 0) return 0;
	const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
	const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
	const second = bytes[index + 1] ?? 0;
	if (second < low || second > high) return 0;
	for (let at = index + 2; at < index + length; at++) {
		if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return 0;
	}
	return length;
}

function leadLength(byte: number): number {
	if (byte >= 0xc2 && byte <= 0xdf) return 2;
	if (byte >= 0xe0 && byte <= 0xef) return 3;
	return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/** How many bytes at the end begin a sequence that the next chunk may finish. */
function unfinished(bytes: Uint8Array): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if ((byte & 0xc0) === 0x80) continue;
		return leadLength(byte) > back ? back : 0;
	}
	return 0;
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
	if (first.length === 0) return second;
	const joined = new Uint8Array(first.length + second.length);
	joined.set(first);
	joined.set(second, first.length);
	return joined;
}

function countLines(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
	return count;
}
