/**
The lines that a Discourse page is told by: likes, dates, heads and furniture.
*/
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readEndingDate, readPlainDate} from '../../source/formats/discourse-text/dates.ts';
import {furniture} from '../../source/formats/discourse-text/furniture.ts';
import {readLikesLine} from '../../source/formats/discourse-text/likes-line.ts';
import {readDateLine, readNumberLine, readWhoBefore} from '../../source/formats/discourse-text/post-heads.ts';
import {readPreamble} from '../../source/formats/discourse-text/preamble.ts';
import {isWords} from '../../source/formats/discourse-text/word-lines.ts';

describe('likes lines', () => {
	it.each([
		['1 Like', 1],
		['  12 Likes \t', 12],
		['3\u00a0Likes', 3],
		['1,204 likes', 1204],
		['2776 个赞', 2776],
		['4 個讚', 4],
		['「いいね！」 8', 8],
		['8 いいね！', 8],
		['좋아요 5', 5],
		['3 „Gefällt mir“', 3],
		["2 J'aime", 2],
		['2 « J’aime »', 2],
		['7 Me gusta', 7],
		['9 curtidas', 9],
		['1 симпатия', 1],
		['5 лайков', 5],
		['6 Mi piace', 6],
		['3 polubienia', 3],
		['4 vind-ik-leuks', 4],
		['2 gillningar', 2],
	])('%j counts %i', (line, count) => {
		expect(readLikesLine(line)).toBe(count);
	});

	it.each([
		'',
		'Likes',
		'12',
		'3 Likes!',
		'I have 3 Likes',
		'3 Likes for you',
		'3 likeable',
		'-1 Likes',
		`${' '.repeat(60)}1 Like`,
	])('%j is none', line => {
		expect(readLikesLine(line)).toBeNull();
	});
});

describe('dates', () => {
	it.each([
		['ada August 8, 2019, 8:27am 1', 'ada ', '2019-08-08T08:27', 1],
		['August 8, 2019,  8:27pm', '', '2019-08-08T20:27', null],
		['x May 1, 2020, 12:05am #18', 'x ', '2020-05-01T00:05', 18],
		['x May 1, 2020, 12:05pm18 ', 'x ', '2020-05-01T12:05', 18],
		['x Feb. 29, 2024, 1:00\u202fPM 2', 'x ', '2024-02-29T13:00', 2],
		['x 3. Oktober 2022 um 08:15 1', 'x ', '2022-10-03T08:15', 1],
		['x 3. März 2023, 18:40', 'x ', '2023-03-03T18:40', null],
		['x 14 février 2021 à 9:05 7', 'x ', '2021-02-14T09:05', 7],
		['x 14 de marzo de 2021 09:05 7', 'x ', '2021-03-14T09:05', 7],
		['x 5 января 2020 г. 21:00 3', 'x ', '2020-01-05T21:00', 3],
		['x 5 stycznia 2020 21:00 3', 'x ', '2020-01-05T21:00', 3],
		['x 2022年10月3日 19:42 1', 'x ', '2022-10-03T19:42', 1],
		['x 2022년 10월 3일, 오후 7:42 1', 'x ', '2022-10-03T19:42', 1],
		['x 2022-10-03 19:42 #4', 'x ', '2022-10-03T19:42', 4],
	])('%j', (line, before, date, number) => {
		expect(readEndingDate(line)).toEqual({before, date, number});
	});

	it.each([
		'February 30, 2020, 8:00am 1',
		'Smarch 3, 2020, 8:00am 1',
		'May 3, 2020, 13:00pm 1',
		'May 3, 2020, 24:00 1',
		'at 8:00am',
		'on May 3, 2020, 8:00am we met',
		'',
	])('%j has none', line => {
		expect(readEndingDate(line)).toBeNull();
	});

	it.each([
		['Nov 2025', '2025-11'],
		['Dec 18, 2025', '2025-12-18'],
		['18 Dez. 2025', '2025-12-18'],
		["Nov '24", '2024-11'],
		['Nov 5', null],
		['yesterday', null],
	])('%j alone is %j', (text, date) => {
		expect(readPlainDate(text)).toBe(date);
	});
});

describe('heads', () => {
	it.each([
		['ada May 3, 2024, 9:14am 12', {author: 'ada', name: null, action: null}],
		['ada (Ada (the first) L.) May 3, 2024, 9:14am 12', {author: 'ada', name: 'Ada (the first) L.', action: null}],
		['ada (Ada L.) Pinned globally May 3, 2024, 9:14am 4', {author: 'ada', name: 'Ada L.', action: 'Pinned globally'}],
		['ada Split this topic May 3, 2024, 9:14am 4', {author: 'ada', name: null, action: 'Split this topic'}],
		['ada Did something new May 3, 2024, 9:14am 12', {author: 'ada', name: null, action: 'Did something new'}],
		['ада_9.b May 3, 2024, 9:14am 12', {author: 'ада_9.b', name: null, action: null}],
		['[a\\_b](https://x.example/u/a_b) (Ada) May 3, 2024, 9:14am 12', {author: 'a_b', name: 'Ada', action: null}],
	])('%j', (line, who) => {
		expect(readDateLine(line, 12)?.who).toEqual(who);
	});

	it.each([
		'We met on May 3, 2024, 9:14am 4',
		'“ada” May 3, 2024, 9:14am 4',
		'see https://x.example May 3, 2024, 9:14am 4',
	])('%j is a sentence', line => {
		expect(readDateLine(line, 12)).toBeNull();
	});

	it('reads a date that links to its post', () => {
		expect(readDateLine('[Nov 2025](https://x.example/t/pears/77/3 "Post date")', 3)).toEqual({
			who: null,
			date: '2025-11',
			number: 3,
			url: 'https://x.example/t/pears/77',
		});
		expect(readDateLine('[a thread](https://x.example/t/pears/77/3)', 3)).toBeNull();
	});

	it.each([
		[['words.', 'ada'], {who: {author: 'ada', name: null, action: null}, start: 1}],
		[['words.', 'ada', '', '(Ada L.)', ''], {who: {author: 'ada', name: 'Ada L.', action: null}, start: 1}],
		[['ada', '(Ada L.)', 'Closed'], {who: {author: 'ada', name: 'Ada L.', action: 'Closed'}, start: 0}],
		[['Thanks', 'ada'], {who: {author: 'ada', name: null, action: null}, start: 1}],
		[['more words here.', 'and so on.'], null],
		[[], null],
	])('looks above a date: %j', (lines, found) => {
		expect(readWhoBefore(lines, lines.length, true)).toEqual(found);
	});

	it.each([
		['12', 12],
		[' #7 ', 7],
		['05', null],
		['0', null],
		['1.', null],
		['123456789', null],
	])('a number line %j', (line, number) => {
		expect(readNumberLine(line)).toBe(number);
	});
});

describe('furniture', () => {
	it.each([
		['next page →', 'next'],
		['← previous page', 'end'],
		['Home Categories FAQ/Guidelines Terms of Service Privacy Policy', 'end'],
		['[next page →](https://x.example/t/1?page=2)', 'next'],
		['Topic | | Replies | Views | Activity', 'list'],
		['Home', 'maybe'],
		['Hosted by Somebody', 'maybe'],
		['Homecoming', null],
		['next page', 'next'],
	])('%j', (line, kind) => {
		expect(furniture(line)).toBe(kind);
	});
});

describe('the preamble', () => {
	const cut = ['  and so the kettle went cold.', 'Nobody minded.'];
	const trace = Array.from({length: 9}, (_, index) => `File "kettle.py", line ${index}, in boil`);

	it.each([
		['of a first page: whatever stands there', cut, false, 'and so the kettle went cold.'],
		['of a later page: a title', ['The kettle', '', 'Kitchen', 'tea', ',', 'water'], true, 'The kettle'],
		['of a later page: a heading', ['# The kettle', ''], true, 'The kettle'],
		['of a later page: nothing', [''], true, null],
	])('%s', (_, lines, isLater, title) => {
		expect(readPreamble(lines, isLater)).toMatchObject({title});
	});

	it.each([
		['sentences', cut],
		['many lines', trace],
		['a sentence below what looks like a title', ['the kettle', 'It went cold.']],
	])('of a later page, %s are the rest of a post', (_, lines) => {
		expect(readPreamble(lines, true)).toBeNull();
	});
});

describe('word lines', () => {
	it.each([
		'',
		'  ',
		'Paper bags, never plastic.',
		'  • a list',
		'They sprouted in the second year, all of them',
		'我也是。',
	])('%j is nothing but words', line => {
		expect(isWords(line, 0, line.length)).toBe(true);
	});

	const bit = fc.constantFrom(
		...[
			'1 Like',
			'3 个赞',
			'いいね！ 8',
			'2 件',
			'May 3, 2024, 9:14am',
			'3 May 2024 21:14',
			'2024年5月3日 9:14',
			'ada',
			'(Ada L.)',
		],
		...[
			'12',
			'#12',
			' ',
			'\u00a0',
			'\u2009',
			'.',
			'p.m.',
			'PM',
			'Hosted by us',
			'[Nov 2025](https://x.example/t/pears/77/3 "Post date")',
		],
		...[
			'Next page →',
			'[Next page →](/t/pears/77?page=2)',
			'Related topics',
			'Powered by Discourse',
			'words',
			'件',
			'\u0001',
			'\r',
		],
	);

	it('nothing that means more than its words is told to be words, wherever it stands', () => {
		fc.assert(
			fc.property(fc.array(bit, {maxLength: 5}), fc.string(), fc.string(), (bits, before, after) => {
				const line = bits.join('');
				const means = [readDateLine(line, 12), readNumberLine(line), readLikesLine(line), furniture(line)];
				fc.pre(means.some(meaning => meaning !== null));
				const start = before.length + 1;
				expect(isWords(`${before}\n${line}\n${after}`, start, start + line.length)).toBe(false);
			}),
			{numRuns: 2000},
		);
	}, 60_000);
});
