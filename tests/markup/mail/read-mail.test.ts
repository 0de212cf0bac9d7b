/**
The bodies of mail in all their encodings and parts.
*/
import {afterEach, describe, expect, it} from 'vitest';
import {loadReaders, readBody} from '../../../source/markup/read-body.ts';
import {type Block, makeBody} from '../../../source/thread/body.ts';
import {DumpBuilder} from '../../../source/thread/dump.ts';

type Read = {readonly atOnce: boolean; readonly blocks: readonly Block[]; readonly text: string};

/** @param raw - Text; its letters beyond ASCII are taken as bytes. */
async function read(raw: string): Promise<Read> {
	await loadReaders(['mail']);
	const builder = new DumpBuilder('mbox', readBody);
	const post = builder.add({id: '1', markup: 'mail', raw});
	const dump = builder.snapshot(true);
	const preparing = dump.prepare(post);
	await preparing;
	const {blocks} = dump.body(post);
	return {atOnce: preparing === null, blocks, text: makeBody(blocks).text};
}

const bytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

describe('plain messages are read at once', () => {
	it.each([
		['no MIME', '\ntea', 'tea'],
		['UTF-8 that is not said', `\n${bytes('thé')}`, 'thé'],
		['bytes of nothing in particular', '\nth\xe9 \x93so\x94', 'thé “so”'],
		['a charset', 'Content-Type: text/plain; charset=koi8-r\n\n\xde\xc1\xca', 'чай'],
		['a charset in quotes', 'Content-Type: text/plain; charset="ISO-8859-15"\n\n5 \xa4', '5 €'],
		['a charset under another name', 'Content-Type: text/plain; charset=cp1252\n\n\x93so\x94', '“so”'],
		['an unknown charset', 'Content-Type: text/plain; charset=x-none\n\nth\xe9', 'thé'],
		['flowing lines', 'Content-Type: text/plain; format=flowed\n\na \nb', 'a b'],
		['mangled From_ lines', '\n>From here\n >From there\n\n>>From above', 'From here\n>From there'],
		['line ends of another system', '\none\r\n\r\ntwo', 'one\n\ntwo'],
		['no body', 'MIME-Version: 1.0\n', ''],
	])('%s', async (_, raw, text) => {
		expect(await read(raw)).toMatchObject({atOnce: true, text});
	});
});

describe('so are simple messages of MIME', () => {
	it.each([
		[
			'quoted-printable',
			'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nth=C3=A9=\n for two',
			'thé for two',
		],
		[
			'base64',
			`Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=utf-8\n\n${Buffer.from('thé').toString('base64')}`,
			'thé',
		],
		[
			'windows-1252 quotes',
			'Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n=93so=94',
			'“so”',
		],
		['a page alone', 'Content-Type: text/html; charset=utf-8\n\n<p>tea &amp; <b>toast</b>', 'tea & toast'],
		[
			'the plain one of two alternatives',
			'Content-Type: multipart/alternative; boundary=b\n\n--b\n\ntea\n--b\nContent-Type: text/html\n\n<p>toast\n--b--',
			'tea',
		],
	])('%s', async (_, raw, text) => {
		expect(await read(raw)).toMatchObject({atOnce: true, text});
	});
});

describe('MIME', () => {
	it.each([
		[
			'enriched text',
			'Content-Type: text/enriched\n\n<bold>tea</bold> and << toast\nfor two\n\n\nsoon',
			'tea and < toast for two\n\nsoon',
		],
		[
			'the page where the plain alternative is empty',
			'Content-Type: multipart/alternative; boundary=b\n\n--b\n\n\n--b\nContent-Type: text/html\n\n<p>toast\n--b--',
			'toast',
		],
		[
			'a boundary that is another in the body',
			'Content-Type: multipart/mixed; boundary=b\n\n--c\nContent-Type: text/plain\n\ntea\n--c--',
			'tea',
		],
		['no parts at all', 'Content-Type: multipart/mixed; boundary=b\n\ntea\n', 'tea'],
		['no end', 'Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntea\n', 'tea'],
		[
			'flowing lines in quotes',
			'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain;\n\tformat=flowed\n\n> one \n> two\n\ntea \nfor two\n--b--',
			'tea for two',
		],
	])('%s', async (_, raw, text) => {
		expect(await read(raw)).toMatchObject({atOnce: false, text});
	});

	it('names what is attached', async () => {
		const file = `Content-Type: application/pdf; name="=?utf-8?Q?th=C3=A9.pdf?="\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n${Buffer.alloc(2500).toString('base64')}`;
		const {text} = await read(
			`Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntea\n--b\n${file}\n--b\nContent-Type: image/png\n\nx\n--b--`,
		);
		expect(text).toMatch(/^tea\n\n\[attachment: thé\.pdf, 3 KB\]\n\n\[attachment: image\/png, [12] bytes?\]$/);
		expect((await read(file)).text).toBe('[attachment: thé.pdf, 3 KB]');
	});

	it('flowing quotes keep their depth', async () => {
		const {blocks} = await read(
			'Content-Type: text/plain; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\n> one \n> two\n>> deep\n',
		);
		expect(makeBody(blocks).quotes.map(quote => quote.text)).toEqual(['one two', 'deep']);
	});
});

describe('a message within a message shows its date as stated, whatever zone this machine is in', () => {
	const zone = process.env.TZ;
	afterEach(() => {
		if (zone === undefined) delete process.env.TZ;
		else process.env.TZ = zone;
	});
	const forwarded = 'From: Ada <ada@garden.example>\nDate: Mon, 6 May 2024 23:14:00 +0200\nSubject: tea';
	const base64 = Buffer.from(`${forwarded.replaceAll('\n', '\r\n')}\r\n\r\nhot\r\n`).toString('base64');
	const encoded = `Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n${base64.replace(/.{60}/g, '$&\n')}`;
	const messages: readonly (readonly [string, string])[] = [
		['encoded', encoded],
		['encoded, among parts', `Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee\n--b\n${encoded}\n--b--`],
		[
			'encoded, in another',
			`Content-Type: message/rfc822\n\nDate: now\nContent-Type: multipart/mixed; boundary=b\n\n--b\n${encoded}\n--b--`,
		],
		[
			'in quoted-printable',
			`Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\n${forwarded}\n\nh=6Ft\n`,
		],
		[
			'among parts',
			`Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee\n--b\nContent-Type: message/rfc822\n\n${forwarded}\n\nhot\n--b--`,
		],
		['alone', `Content-Type: message/rfc822\n\n${forwarded}\n\nhot\n`],
		['in a digest', `Content-Type: multipart/digest; boundary=b\n\n--b\n\n${forwarded}\n\nhot\n--b--`],
		['as a page', `Content-Type: message/rfc822\n\n${forwarded}\nContent-Type: text/html\n\n<p>hot</p>\n`],
		[
			'in another',
			`Content-Type: message/rfc822\n\nSubject: cups\nContent-Type: message/rfc822\n\n${forwarded}\n\nhot\n`,
		],
	];
	it.each(messages)('%s', async (_, raw) => {
		process.env.TZ = 'Asia/Tokyo';
		const tokyo = await read(raw);
		process.env.TZ = 'America/Lima';
		const lima = await read(raw);
		expect(tokyo.text).toMatch(/Mon, 6 May 2024 23:14:00 \+0200$/m);
		expect(tokyo.text).not.toContain('\ufdd0');
		expect(JSON.stringify(tokyo.blocks)).toContain('"hot"');
		expect(lima).toEqual(tokyo);
	});

	it('and a file that is a message keeps its size', async () => {
		const file = `Content-Type: message/rfc822\nContent-Disposition: attachment; filename=tea.eml\n\n${forwarded}\n\nhot`;
		const {text} = await read(`Content-Type: multipart/mixed; boundary=b\n\n--b\n${file}\n--b--`);
		// A line end belongs to the boundary, or to the part.
		const bytes = (text.match(/^\[attachment: tea\.eml, (\d+) bytes\]$/) ?? [])[1];
		expect([0, 1]).toContain(Number(bytes) - `${forwarded}\n\nhot`.length);
	});
});

it('a subject that is not the thread’s stands above', async () => {
	const {blocks} = await read('Subject: =?utf-8?Q?th=C3=A9?=\n\ntea');
	expect(blocks[0]).toEqual({type: 'heading', level: 2, children: [{type: 'text', text: 'thé'}]});
});
