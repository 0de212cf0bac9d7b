/**
What stands in the heads of mail: dates, authors, subjects, encoded words, and where a message begins.
*/
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it, test} from 'vitest';
import {detectMail} from '../../../source/formats/mbox/detect-mail.ts';
import {readMailDate} from '../../../source/formats/mbox/mail-date.ts';
import {readAuthor} from '../../../source/formats/mbox/mailbox.ts';
import {readHead} from '../../../source/formats/mbox/read-head.ts';
import {isFromLine, type RawMessage, splitMessages} from '../../../source/formats/mbox/split-messages.ts';
import {isReply, subjectKey, threadSubject} from '../../../source/formats/mbox/subject.ts';
import {decodeHeader} from '../../../source/markup/mail/encoded-words.ts';

test.each([
	['Fri, 3 May 2024 09:14:02 +0200', '2024-05-03T09:14:02+02:00'],
	['3 May 2024 09:14 -0730', '2024-05-03T09:14-07:30'],
	['Fri,  3 May 2024 09:14:02 -0000', '2024-05-03T09:14:02Z'],
	['Fri, 03 May 2024 09:14:02 GMT', '2024-05-03T09:14:02Z'],
	['Fri, 03 May 2024 09:14:02 EDT', '2024-05-03T09:14:02-04:00'],
	['Fri, 03 May 2024 09:14:02 MET', '2024-05-03T09:14:02'],
	['Fri, 3 May 98 9:14:02 +0100 (MET DST)', '1998-05-03T09:14:02+01:00'],
	['Fri, 3 May 124 09:14:02 +0000', '2024-05-03T09:14:02Z'],
	['Fri May  3 09:14:02 2024', '2024-05-03T09:14:02'],
	['Fri May  3 09:14:02 +0200 2024', '2024-05-03T09:14:02+02:00'],
	['Sat, 31 Dec 2016 23:59:60 +0000', '2016-12-31T23:59:59Z'],
	['Fri, 32 May 2024 09:14:02 +0200', null],
	['Fri, 3 Mey 2024 09:14:02 +0200', null],
	['Fri, 3 May 2024 25:14:02 +0200', null],
	['next Tuesday', null],
	['', null],
])('date %j → %j', (value, date) => {
	expect(readMailDate(value)).toBe(date);
});

test.each([
	['Ada Lind <ada@garden.example>', 'Ada Lind'],
	['"Lind, Ada" <ada@garden.example>', 'Lind, Ada'],
	['"Ada \\"the spade\\" Lind" <ada@garden.example>', 'Ada "the spade" Lind'],
	['<ada@garden.example>', 'ada@garden.example'],
	['ada@garden.example', 'ada@garden.example'],
	['ada at garden.example (Ada Lind)', 'Ada Lind'],
	['@d@ @end|ng |rom g@rden@ex@mp|e (Ada Lind)', 'Ada Lind'],
	['ada@garden.example (Ada (plot 3) Lind)', 'Ada (plot 3) Lind'],
	['A (from) Lind <ada@garden.example> (plot 3)', 'A Lind'],
	['=?utf-8?B?xbt1cg==?= <z@garden.example>', 'Żur'],
	['"=?utf-8?Q?=C5=BBur=2C_T.?=" <z@garden.example>', 'Żur, T.'],
	['Ada <ada@garden.example>, Bo <bo@garden.example>', 'Ada'],
	['J\xf8rgen <j@garden.example>', 'Jørgen'],
	['J\xc3\xb8rgen <j@garden.example>', 'Jørgen'],
	['(', null],
	['', null],
])('author %j → %j', (value, author) => {
	expect(readAuthor(value, null)).toBe(author);
});

test.each([
	['=?utf-8?Q?a?= =?utf-8?Q?b?=', 'ab'],
	['=?utf-8?Q?a?= b', 'a b'],
	['=?iso-8859-1?q?caf=E9_noir?=', 'café noir'],
	['=?utf-8?Q?=E2=82?=  =?utf-8?Q?=AC?=', '€'],
	['=?gb2312?B?xOO6ww==?=', '你好'],
	['=?windows-1252?Q?=93so=94?=', '“so”'],
	['=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=', '日本'],
	['=?x-cuneiform?Q?=C3=A9?=', 'é'],
	['=?utf-8?X?a?=', '=?utf-8?X?a?='],
	['=?utf-8?Q?never closed', '=?utf-8?Q?never closed'],
])('encoded words %j → %j', (value, text) => {
	expect(decodeHeader(value)).toBe(text);
});

test.each([
	['Re: [plots] The kettle', '[plots] The kettle', 'the kettle', true],
	['[plots] Re: AW: re[2]: The  Kettle', '[plots] The  Kettle', 'the kettle', true],
	['回复：Kettle', 'Kettle', 'kettle', true],
	['Fwd: The kettle', 'Fwd: The kettle', 'the kettle', false],
	['Cups (was: The kettle)', 'Cups (was: The kettle)', 'cups', false],
	['Reading room', 'Reading room', 'reading room', false],
	['[PATCH]', '[PATCH]', '', false],
	['Re:', '', '', true],
])('subject %j', (subject, title, key, reply) => {
	expect([threadSubject(subject), subjectKey(subject), isReply(subject)]).toEqual([title, key, reply]);
});

test.each([
	['From ada@garden.example Fri May  3 09:14:02 2024', true],
	['From ada at garden.example  Fri May  3 09:14:02 2024', true],
	['From  Fri May 3 09:14 2024', true],
	['From j\xf8rgen Fri May  3 09:14:02 MET DST 2024', true],
	['From - Fri May  3 09:14:02 +0200 2024 remote from shed', true],
	['From ada@garden.example Fri, 3 May 2024 09:14:02 +0200', true],
	['From ada@garden.example 2024-05-03T09:14:02Z', true],
	['From ada@garden.example 2024-05-03 09:14:02.25 +02:00', true],
	['From the shed 2024-05-03 09:14:02', false],
	['From noon 2024-05-03 09:14:02 until four', false],
	['From here on it is downhill', false],
	['From Fri May 3 on, tea at 09:14 daily', false],
	['>From ada@garden.example Fri May  3 09:14:02 2024', false],
])('From_ line %j: %j', (line, is) => {
	expect(isFromLine(line)).toBe(is);
});

test('a head: folded fields, the first of two, junk ends it', () => {
	const text = 'Subject: one\n\ttwo\nsubject: three\nX-Other: no\n>From mangled\nDate : now\nnot a field\nrest\n';
	const head = readHead(text);
	expect(Object.fromEntries(head.fields)).toEqual({subject: 'one two', date: 'now'});
	expect(text.slice(head.body)).toBe('not a field\nrest\n');
});

describe('splitting', () => {
	const from = 'From a@b.example Fri May  3 09:14:02 2024\n';

	function split(text: string, size = text.length): readonly RawMessage[] {
		const messages: RawMessage[] = [];
		const splitter = splitMessages(message => messages.push(message));
		for (let at = 0; at < text.length; at += size) splitter.push(text.slice(at, at + size));
		splitter.end();
		return messages;
	}

	const mail = `\n \n${from}A: 1\n\nFrom here on\n${from}B: 2\r\n\r\nlast\rline${'x'.repeat(3000)}\n${from}${from}\n\nFrom`;

	it('gives every message with its line', () => {
		expect(split(mail).map(({text, line}) => [text.slice(0, 24), line])).toEqual([
			['A: 1\n\nFrom here on\n', 3],
			['B: 2\n\nlast\rlinexxxxxxxxx', 7],
			['', 11],
			['\n\nFrom', 12],
		]);
	});

	it('gives the same in chunks of any size', () => {
		for (const size of [1, 2, 3, 5, 7, 16, 44, 1000]) expect(split(mail, size)).toEqual(split(mail));
	});

	it('takes the line ends of old Macs, where the first line has one', () => {
		const mail = `${from}A: 1\n\nFrom here on\n\n${from}B: 2\n\n\n`;
		for (const size of [1, 2, 7, 1000]) {
			expect(split(mail.replaceAll('\n', '\r'), size)).toEqual(split(mail));
			expect(split(mail.replaceAll('\n', '\r\n'), size)).toEqual(split(mail));
		}
	});

	it('a patch inside of one message is no message', () => {
		const patch = `From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001\nFrom: Ada\n\n`;
		expect(split(`Subject: a patch\n\nbelow\n\n${patch}`)).toHaveLength(1);
		expect(split(`\n${patch}${patch}`)).toHaveLength(2);
	});

	it('a byte order mark is no part of it', () => {
		expect(split(`\xef\xbb\xbf${from}A: 1\n`, 1).map(({text}) => text)).toEqual(['A: 1\n']);
	});

	it('what is longer than a string may be is cut, and the bytes are counted', () => {
		const messages: RawMessage[] = [];
		const splitter = splitMessages(message => messages.push(message));
		splitter.push(from);
		const megabyte = `${'x'.repeat((1 << 20) - 1)}\n`;
		for (let count = 0; count < 65; count++) splitter.push(megabyte);
		splitter.end();
		expect(messages.map(({text, dropped}) => [text.length, dropped])).toEqual([[1 << 26, 1 << 20]]);
	});
});

describe('telling mail', () => {
	test.each([
		['From a@b.example Fri May  3 09:14:02 2024\nFrom: Ada\nSubject: tea\n\nWhere?\n', 0.98],
		['\n\nFrom a@b.example Fri May  3 09:14:02 2024\n\nWhere?\n', 0.7],
		['Received: from b\n\tby c\nFrom: Ada\nSubject: tea\n\nWhere?\n', 0.95],
		['From: Ada\nTo: Bo\n\nWhere?\n', 0.6],
		['lost\n\nFrom a@b.example Fri May  3 09:14:02 2024\nFrom: Ada\nSubject: tea\n\nWhere?\n', 0.7],
		['From here on it is all downhill\n', 0],
		['Note: tea is at four\nDate: daily\n', 0],
		['', 0],
	])('%j: %d', (text, sureness) => {
		expect(detectMail({text, whole: true})).toBe(sureness);
	});

	const dumps = '../shared/dumps';
	it.skipIf(!existsSync(dumps))('no dump of another format in ../shared is mail', () => {
		const taken: string[] = [];
		for (const path of readdirSync(dumps, {recursive: true, encoding: 'utf8'})) {
			if (!statSync(join(dumps, path)).isFile()) continue;
			const text = readFileSync(join(dumps, path))
				.toString('utf8')
				.slice(0, 1 << 16);
			const isMail = /^(?:mbox|eml)\//.test(path);
			if (isMail ? detectMail({text, whole: false}) < 0.5 : detectMail({text, whole: false}) > 0) taken.push(path);
		}
		expect(taken).toEqual([]);
	});
});
