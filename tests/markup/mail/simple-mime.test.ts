import fc from 'fast-check';
import {describe, expect, it, test} from 'vitest';
import {readField} from '../../../source/markup/mail/fields.ts';
import {readMime} from '../../../source/markup/mail/mime.ts';
import {partHead} from '../../../source/markup/mail/part-head.ts';
import {readSimpleMime} from '../../../source/markup/mail/simple-mime.ts';

function simple(raw: string) {
	const {fields, body} = partHead(raw);
	return readSimpleMime(fields, body);
}

const typed = (type: string, encoding: string) => `Content-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n`;
const quoted = typed('text/plain; charset=utf-8', 'quoted-printable');
const base64 = typed('text/plain; charset=utf-8', 'base64');
const alternative = 'Content-Type: multipart/alternative; boundary="b b"\n\n';
const page = '--b b\nContent-Type: text/html\n\n<p>toast\n';

describe('simple messages', () => {
	test.each([
		['an encoded byte', `${quoted}th=C3=a9`, 'thé\n'],
		['a soft line break', `${quoted}te=\na`, 'tea\n'],
		['a soft line break at the end', `${quoted}tea=`, 'tea'],
		['signs that encode nothing', `${quoted}a=b ==41 =4 =4=\n1=\t`, 'a=b =A =4 =41=\t\n'],
		['white space at the end of a line', `${quoted}tea \nfor two`, 'tea \nfor two\n'],
		['bytes that are no UTF-8', `${quoted}th=E9`, 'th\ufffd\n'],
		['a byte order mark', `${quoted}=EF=BB=BFtea`, 'tea\n'],
		['no charset', `${typed('text/plain', 'Quoted-Printable')}th=C3=A9`, 'thé\n'],
		['an empty charset', `${typed('text/plain; charset=""', 'quoted-printable')}th=C3=A9`, 'thé\n'],
		['bytes in what is said to be ASCII', `${typed('text/plain; charset=us-ascii', 'quoted-printable')}=93`, '“\n'],
		['units of two bytes', `${typed('text/plain; charset=utf-16le', 'base64')}dABlAGEA`, 'tea'],
		['base64 in lines', `${base64}dG\nVh\n`, 'tea'],
		['base64 with padding', `${base64}dGU=\n\n`, 'te'],
		['base64 that is cut off', `${base64}dGVhd`, 'tea'],
		['a part without a head', `${alternative}--b b\n\ntea\n${page}--b b--`, 'tea\n'],
		['a folded field', `${alternative}--b b\nContent-Type:\n\ttext/plain\n\ntea\n${page}--b b--\n`, 'tea\n'],
		['words around the parts', `${alternative}MIME!\n--b b \n\ntea\n${page}--b b-- \nfooter\n--b b\n`, 'tea\n'],
		['the page first', `${alternative}${page}--b b\n\ntea\n--b b--`, 'tea\n'],
	])('%s', async (_, raw, text) => {
		expect(simple(raw)).toEqual({text, html: null, files: [], flowed: null});
		expect((await readMime(raw, contentOf(raw))).text).toBe(text);
	});

	it('a page', () => {
		const html = '<p>thé\n';
		expect(simple(`${typed('TEXT/HTML; charset=utf-8', 'base64')}${Buffer.from(html).toString('base64')}`)).toEqual({
			...{text: null, files: [], flowed: null},
			html,
		});
	});

	it.each([
		['format=flowed', {deletesSpace: false}],
		['Format="Flowed"; DelSp=Yes', {deletesSpace: true}],
		['format=fixed', null],
	])('lines that flow: %s', (parameter, flowed) => {
		expect(simple(`${typed(`text/plain; ${parameter}`, 'quoted-printable')}tea`)?.flowed).toEqual(flowed);
	});
});

it('a field that somebody cites is text', () => {
	const cited = 'Content-Type: text/plain; format=flowed\n';
	expect(simple(`${quoted}${cited.replaceAll('=', '=3D')}`)).toMatchObject({text: cited, flowed: null});
	expect(simple(`${alternative}--b b\n\n${cited}${page}--b b--`)).toMatchObject({text: cited, flowed: null});
});

describe('what is not simple', () => {
	const part = (head: string) => `${alternative}--b b\n${head}\n\ntea\n--b b--`;
	test.each([
		['no words', `${quoted}\n \n`],
		['a file', `Content-Disposition: attachment\n${quoted}tea`],
		['another type', `${typed('text/enriched', 'base64')}dGVh`],
		['no type', `${typed('', 'base64')}dGVh`],
		['a comment', `${typed('text/plain (tea)', 'base64')}dGVh`],
		['an encoding nobody knows', `${typed('text/plain', 'uuencode')}tea`],
		['a charset nobody knows', `${typed('text/plain; charset=x-none', 'base64')}dGVh`],
		['a continued parameter', `${typed('text/plain; charset*0=utf; charset*1=-8', 'base64')}dGVh`],
		['a format nobody knows', `${typed('text/plain; format=flowed-2', 'base64')}dGVh`],
		['other line ends', `${quoted}tea\r\n`],
		['a footer behind base64', `${base64}dGVh\n___\nlist`],
		['base64 behind padding', `${base64}dGU=dGU=`],
		['other parts', `${alternative.replace('alternative', 'mixed')}--b b\n\ntea\n--b b--`],
		['no boundary', `Content-Type: multipart/alternative\n\n--\n\ntea\n----`],
		['another boundary', `${alternative}--c\n\ntea\n--c--`],
		['no end', `${alternative}--b b\n\ntea\n${page}`],
		['two texts', `${alternative}--b b\n\ntea\n--b b\n\ntoast\n--b b--`],
		['no text', `${alternative}${page}--b b--`],
		['a line that begins like a delimiter', `${alternative}--b b\n\ntea\n--b bb\n--b b--`],
		['a part within a part', part('Content-Type: multipart/mixed; boundary=c')],
		['a message within', part('Content-Type: message/rfc822')],
		['a file among the parts', part('Content-Disposition: ATTACHMENT')],
		['a head without an end', `${alternative}--b b\nContent-Type: text/plain\n--b b--`],
		['a head with no field', part('tea')],
		['a head beyond ASCII', part('Content-Description: th\xe9')],
		['a head too long', part(`X-Tea: ${'tea '.repeat(1000)}`)],
		['a page that flows', `${alternative}--b b\n\ntea\n--b b\nContent-Type: text/html; format=flowed\n\n--b b--`],
	])('%s', (_, raw) => {
		expect(simple(raw)).toBeNull();
	});
});

const snippets = [
	'\n',
	' ',
	'=',
	'==',
	'=\n',
	'=C3=A9',
	'=e9',
	'=0A',
	'=0D',
	'\xc3',
	'\xa9',
	'\x1b$B',
	'"',
	'\r',
].concat(['--b', '\n--b\n', '\n--b--', '\n--b \t\n', '>', 'tea', 'dGVh', 'w6k=', '+/', '\nDate: now\n']);
const byte = fc.integer({min: 0, max: 255}).map(code => String.fromCharCode(code));
const wild = fc.string({unit: fc.oneof({weight: 4, arbitrary: fc.constantFrom(...snippets)}, byte), maxLength: 40});
const parameters = [
	'',
	'; charset=utf-8',
	'; charset="UTF-8"; x=1',
	'; charset=iso-8859-1',
	'; charset=us-ascii',
].concat(
	[
		'; charset=utf-16le',
		'; charset=iso-2022-jp',
		'; charset=gb18030',
		'; charset=cp932',
		'; charset=koi8-r',
		'; a',
		';',
	],
	['; format=fixed', '; charset="a\\"b"', '; charset=""', ' (c)', '; boundary=b'],
);
const types = ['text/plain', 'text/plain', 'text/html', 'Text/Plain', 'text', 'text/calendar', 'image/png'];
const field = fc.oneof(
	fc
		.tuple(fc.constantFrom(...types), fc.constantFrom(...parameters))
		.map(([type, rest]) => `Content-Type: ${type}${rest}`),
	fc
		.constantFrom('quoted-printable', 'base64', '7bit', '8bit', '', 'BASE64', 'x-uue', '"base64"')
		.map(encoding => `Content-Transfer-Encoding: ${encoding}`),
	fc
		.constantFrom('inline', 'attachment', 'inline; filename="a;b"', 'Inline ;x=y', 'inlined', ' attachment')
		.map(disposition => `Content-Disposition: ${disposition}`),
	fc.constantFrom('Content-ID: <1>', 'Content-Type : text/html', 'X:', ' folded', '\tcharset=utf-8', 'tea', ''),
);
const head = fc.uniqueArray(field, {maxLength: 3});
const part = fc.tuple(head, wild).map(([fields, body]) => [...fields, '', body].join('\n'));
/** As a format writes it anew: see `Post.raw`. */
const ownHead = head.map(fields =>
	fields.filter(
		(text, at) =>
			/^content-\S+:/i.test(text) && fields.findIndex(other => other.split(':')[0] === text.split(':')[0]) === at,
	),
);
const single = fc.tuple(ownHead, wild).map(([fields, body]) => [...fields, '', body].join('\n'));
const several = fc
	.tuple(
		fc.constantFrom('; boundary=b', '; boundary="b"', '; boundary=b; charset=utf-8', '; boundary="b "'),
		fc.array(part, {minLength: 1, maxLength: 3}),
		fc.oneof(fc.constantFrom('', '\n'), wild),
	)
	.map(([rest, parts, behind]) =>
		[`Content-Type: multipart/alternative${rest}`, '', ...parts.map(text => `--b\n${text}`), `--b--${behind}`].join(
			'\n',
		),
	);

test('whatever comes, it is what postal-mime would make of it', async () => {
	await fc.assert(
		fc.asyncProperty(fc.oneof(single, several), async raw => {
			const found = simple(raw);
			if (found === null) return;
			const expected = await readMime(raw, contentOf(raw));
			// A page beside words is not shown.
			expect(found).toEqual(found.text === null ? expected : {...expected, html: null});
		}),
		{numRuns: 2000},
	);
});

function contentOf(raw: string) {
	return readField(partHead(raw).fields.get('content-type') ?? '');
}
