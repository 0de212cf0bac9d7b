/**
Decoding: every encoding that is read, cut at every byte, and what is refused.
*/
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {binaryKind, createDecoder} from '../../source/formats/decode.ts';

function decode(
	bytes: Uint8Array,
	cuts: readonly number[] = [],
): {text: string; problem: string | null; line: number | null} {
	const decoder = createDecoder();
	let text = '';
	let start = 0;
	for (const cut of [...cuts].sort((a, b) => a - b)) {
		text += decoder.push(bytes.subarray(start, cut));
		start = Math.max(start, cut);
	}
	text += decoder.push(bytes.subarray(start)) + decoder.end();
	const problem = decoder.problem();
	return {text, problem: problem?.message ?? null, line: problem?.line ?? null};
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
	const view = new DataView(new ArrayBuffer(text.length * 2));
	for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
	return new Uint8Array(view.buffer);
}

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decoding', () => {
	const text = 'Äpfel\nund 🍐\n\nein “Rest” 个赞';

	it.each([
		['UTF-8', new TextEncoder().encode(text)],
		['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
		['UTF-16 LE', utf16(`\ufeff${text}`, true)],
		['UTF-16 BE', utf16(`\ufeff${text}`, false)],
	])('%s is read, wherever it is cut', (_, bytes) => {
		for (let cut = 0; cut <= bytes.length; cut++)
			expect(decode(bytes, [cut])).toEqual({text, problem: null, line: null});
	});

	it('turns line ends into \\n, across a cut too', () => {
		const bytes = latin1('a\r\nb\rc\r\r\nd\r');
		for (let cut = 0; cut <= bytes.length; cut++) expect(decode(bytes, [cut]).text).toBe('a\nb\nc\n\nd\n');
	});

	it('reads foreign bytes as windows-1252 and says how many and where', () => {
		const bytes = Uint8Array.from([...new TextEncoder().encode('één\r\n\r\n'), ...latin1('caf\xe9 \x93x\x94'), 10]);
		for (let cut = 0; cut <= bytes.length; cut++) {
			expect(decode(bytes, [cut])).toEqual({
				text: 'één\n\ncafé “x”\n',
				problem: '3 bytes are not UTF-8, the first on this line: read as windows-1252, so some letters may be wrong',
				line: 3,
			});
		}
	});

	it('replaces lone surrogates', () => {
		expect(decode(utf16('\ufeffa\ud800b', true)).text).toBe('a\ufffdb');
		expect(decode(Uint8Array.from([0xed, 0xa0, 0x80])).problem).toMatch(/^3 bytes/);
	});

	it('gives well-formed text for any bytes, the same for any cuts', () => {
		fc.assert(
			fc.property(fc.uint8Array({maxLength: 40}), fc.array(fc.nat(40)), (bytes, cuts) => {
				const whole = decode(bytes);
				expect(whole.text).not.toMatch(/\r|\p{Cs}/u);
				expect(decode(bytes, cuts)).toEqual(whole);
			}),
			{numRuns: 2000},
		);
	});
});

describe('what is no text', () => {
	it.each([
		['gzip-compressed data', [0x1f, 0x8b, 8, 0]],
		['a zip archive', [0x50, 0x4b, 3, 4]],
		['a PDF document', [...latin1('%PDF-1.7')]],
		['binary data, or UTF-16 without a byte order mark', [...utf16('plain words', true)]],
		['binary data', [...latin1('\x7fELF'), 1, 2, 1, 3, 65, 66, 67]],
	])('%s is told', (kind, bytes) => {
		expect(binaryKind(Uint8Array.from(bytes))).toBe(kind);
	});

	it.each([
		['plain words', latin1('plain words\n')],
		['UTF-16 with a mark', utf16('\ufeffplain words', true)],
		['colours', latin1(`${'\x1b[31mred\x1b[0m '.repeat(20)}`)],
		['one stray NUL in much text', latin1(`${'words '.repeat(30)}\0`)],
		['nothing', new Uint8Array(0)],
	])('%s is text', (_, bytes) => {
		expect(binaryKind(bytes)).toBeNull();
	});
});

describe('text that is safe as it stands', () => {
	it.each([
		['ASCII', [latin1('plain words\n'), latin1('more\n')], true],
		['letters of other scripts', [utf8('Grüße – お茶\n')], true],
		['line ends of Windows', [latin1('one\r'), latin1('\ntwo\r\n')], true],
		['a control in the last part', [latin1('plain words\n'), latin1('\x1b[2J')], false],
		['a control in the first part', [latin1('\x7f'), latin1('plain words\n')], false],
		['a character that is cut in two', [utf8('\u202e').subarray(0, 2), utf8('\u202e').subarray(2)], false],
		['a control that is no UTF-8', [latin1('words \x81\n')], false],
		['UTF-16', [utf16('\ufeffwords \x1b', true)], false],
	] as const)('%s', (_, parts, isSafe) => {
		const decoder = createDecoder();
		for (const part of parts) decoder.push(part);
		decoder.end();
		expect(decoder.isSafe()).toBe(isSafe);
	});
});
