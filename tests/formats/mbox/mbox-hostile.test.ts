/**
Broken and hostile mail: the fixtures cut, spliced and mangled byte by byte. Whatever comes in,
nothing is thrown, no message and no word of a body goes missing in silence, and nothing that a
terminal obeys comes out.
*/
import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isFromLine} from '../../../source/formats/mbox/split-messages.ts';
import {DumpError} from '../../../source/formats/open-dump.ts';
import type {Dump} from '../../../source/thread/dump.ts';
import {parseOf, readDump} from '../read-dump.ts';

const folder = 'fixtures/mbox';
/** A unit a byte. */
const files = readdirSync(folder)
	.filter(name => !name.endsWith('.expected.json'))
	.map(name => readFileSync(`${folder}/${name}`, 'latin1'));

const file = fc.constantFrom(...files);
const share = fc.double({min: 0, max: 1, noNaN: true});
const cut = fc.tuple(file, share).map(([whole, at]) => whole.slice(0, Math.floor(whole.length * at)));
const beheaded = fc.tuple(file, share).map(([whole, at]) => whole.slice(Math.floor(whole.length * at)));
const spliced = fc.tuple(cut, beheaded).map(([start, end]) => `${start}\n${end}`);
const thinned = fc.tuple(file, fc.nat(), fc.nat()).map(([whole, first, second]) => {
	const lines = whole.split('\n');
	return lines.filter((_, index) => index !== first % lines.length && index !== second % lines.length).join('\n');
});
const broken = fc.oneof(cut, beheaded, spliced, thinned);

const hostileBit = fc.constantFrom(
	...['\x1b[2J', '\x1b]52;c;AAAA\x07', '\0', '\x9b31m', '\xe2\x80\xae', '\xed\xa0\x80', '\xff', '\r', '\n\n', '\n'],
	...[
		'\nFrom ',
		'\nFrom a Fri May  3 09:14:02 2024\n',
		'=?utf-8?B?G1syS g==?=',
		'=?utf-8?Q?=1B[2J=E2=80=AE?=',
		'=1B[2J',
	],
	...['\n--crumb\n', '\nContent-Type: multipart/mixed; boundary=x\n', '; charset=utf-16le', '; format=flowed'],
	...['&#27;[2J', '&#x202e;', '\n>>>>>>>>', '\n> > | AL> ', '\nOn 3 May, Ada wrote:\n', '\n-- \n', '<'.repeat(40)],
	...[
		'\nIn-Reply-To: <kettle-1@plots.example>',
		'\nMessage-ID: <kettle-2@plots.example>\n',
		'\ndiff --git a/x b/x\n--- a/x\n',
	],
);
const mangled = fc.tuple(broken, fc.array(fc.tuple(share, hostileBit), {maxLength: 8})).map(([whole, bits]) =>
	bits.reduce((result, [at, bit]) => {
		const index = Math.floor(result.length * at);
		return result.slice(0, index) + bit + result.slice(index);
	}, whole),
);

async function read(input: string): Promise<Dump | null> {
	return readDump(Buffer.from(input, 'latin1'), 'mbox').catch(error => {
		if (error instanceof DumpError && (error.code === 'binary' || error.code === 'empty')) return null;
		throw error;
	});
}

const words = (text: string) => text.match(/[A-Za-z]{3,}/g) ?? [];

describe('broken mail', () => {
	it('loses no message and no word of a body', async () => {
		await fc.assert(
			fc.asyncProperty(broken, async input => {
				const dump = await read(input);
				if (dump === null) return;
				const lines = input.replaceAll('\r\n', '\n').split('\n');
				const parting = lines.map((line, index) => (isFromLine(line) ? index : -1)).filter(index => index !== -1);
				const isPatch = (index: number) => lines[index]?.startsWith('From 0123') === true;
				const above = lines.slice(0, parting[0]).some(line => line.trim() !== '');
				// In a message without a From_ line of its own, git's is part of a patch.
				const mail = parting.findIndex(index => !isPatch(index));
				const starts = above ? parting.slice(mail === -1 ? parting.length : mail) : parting;
				const first = above ? [-1] : [];
				const begins = [...first, ...starts];
				expect(dump.posts).toHaveLength(begins.length);
				for (const [index, start] of begins.entries()) {
					const message = lines.slice(start + 1, begins[index + 1]);
					// Blank lines may have got before the head of the first.
					const top = start === -1 ? message.findIndex(line => line.trim() !== '') : 0;
					const blank = message.indexOf('', top);
					const raw = dump.posts[index]?.raw ?? '';
					const body = blank === -1 ? [] : words(message.slice(blank).join('\n'));
					expect(body.filter(word => !raw.includes(word))).toEqual([]);
				}
			}),
			{numRuns: 300},
		);
	}, 60_000);

	it('gives unique ids, known parents of the same thread, and safe words, and never throws', async () => {
		await fc.assert(
			fc.asyncProperty(mangled, async input => {
				const dump = await read(input);
				if (dump === null) return;
				expect(new Set(dump.posts.map(post => post.id)).size).toBe(dump.posts.length);
				for (const {parent, topic} of dump.posts) {
					const answered = parent === null ? undefined : dump.posts[dump.indexOf(parent)];
					if (answered !== undefined) expect(answered.topic).toBe(topic);
				}
				const written: string[] = [];
				JSON.stringify(parseOf(dump), (_, value) => {
					if (typeof value === 'string') written.push(value);
					return value;
				});
				expect(written.filter(value => /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]|\p{Cs}/u.test(value))).toEqual([]);
			}),
			{numRuns: 300},
		);
	}, 60_000);
});

describe('hostile mail', () => {
	const head = 'From a@b.example Fri May  3 09:14:02 2024\nMessage-ID: <a@b>\nSubject: tea\n';

	it('ten thousand marks before a line are text behind the deepest quote', async () => {
		const dump = await read(`${head}\n${'>'.repeat(10_000)} deep\n${'> '.repeat(10_000)}deeper\n`);
		const text = JSON.stringify(parseOf(dump ?? (await readDump('x'))));
		expect(text).toContain('deep');
		expect(text).toContain('deeper');
	});

	it('parts within parts, ten thousand deep, are shown as they stand', async () => {
		const levels = Array.from(
			{length: 10_000},
			(_, level) => `--b${level}\nContent-Type: multipart/mixed; boundary=b${level + 1}\n\n`,
		);
		const dump = await read(
			`${head}Content-Type: multipart/mixed; boundary=b0\n\n${levels.join('')}--b10000\n\nthe core\n`,
		);
		const [post] = dump?.posts ?? [];
		expect(post && JSON.stringify(dump?.body(post).blocks)).toContain('the core');
	}, 60_000);

	it('twenty thousand messages of one id are that many posts', async () => {
		const dump = await read(`${head}References: <a@b> <c@d>\n\ntea\n`.repeat(20_000));
		expect(dump?.posts).toHaveLength(20_000);
		expect(dump?.problems).toHaveLength(19_999);
		expect(dump?.topics).toHaveLength(1);
	}, 60_000);

	it('a head of a hundred thousand references is one head', async () => {
		const references = Array.from({length: 100_000}, (_, index) => `<${index}@b>`).join('\n ');
		const dump = await read(`${head}References: ${references}\n\ntea\n`);
		expect(dump?.posts).toHaveLength(1);
	});

	it.each([
		['letters', 'x'.repeat(5_000_000)],
		['quote marks', '>'.repeat(5_000_000)],
		['spaces', `a${' '.repeat(5_000_000)}b`],
		['brackets', '<'.repeat(5_000_000)],
		['encoded words', '=?utf-8?Q?'.repeat(500_000)],
		['colons', 'On 1 wrote: '.repeat(400_000)],
	])(
		'a line of five million %s is kept',
		async (_, line) => {
			const dump = await read(`${head}X-Long: ${line}\nFrom: ${line}\nReferences: ${line}\n\n${line}\nend\n`);
			const [post] = dump?.posts ?? [];
			expect(post?.raw.length).toBeGreaterThan(line.length);
			expect(post && JSON.stringify(dump?.body(post).blocks)).toContain('end');
		},
		60_000,
	);

	it('a body of forty thousand short lines takes time for each, not for each pair', async () => {
		for (const line of [
			'> - a',
			'- a',
			'    x = 1;',
			'On 3 May, Ada wrote:',
			'--- a/b',
			'From: a',
			'1. b',
			'|',
			'>>>>> a',
		]) {
			const dump = await read(`${head}\n${`${line}\n`.repeat(40_000)}end\n`);
			const [post] = dump?.posts ?? [];
			expect(post && JSON.stringify(dump?.body(post).blocks)).toContain('end');
		}
	}, 60_000);

	it('a page of entities that stand for each other is not blown up', async () => {
		const bomb = `<!DOCTYPE x [<!ENTITY a "${'&b;'.repeat(50)}"><!ENTITY b "${'&c;'.repeat(50)}">]>${'&a;'.repeat(1000)}<p>tea`;
		const dump = await read(`${head}Content-Type: text/html\n\n${bomb}\n`);
		const [post] = dump?.posts ?? [];
		expect(post && JSON.stringify(dump?.body(post).blocks).length).toBeLessThan(100_000);
	});
});
