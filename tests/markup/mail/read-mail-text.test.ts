/**
The text of mail as blocks: quotes and whose they are, signatures, lists, code, and lines put together.
*/
import {describe, expect, it, test} from 'vitest';
import {readAttribution} from '../../../source/markup/mail/attribution.ts';
import {joinFlowed} from '../../../source/markup/mail/flowed.ts';
import {readMailText} from '../../../source/markup/mail/read-mail-text.ts';
import type {Block, Inline} from '../../../source/thread/body.ts';

/** Blocks as lines of text, what they hold indented. */
function outline(blocks: readonly Block[], margin = ''): string[] {
	return blocks.flatMap(block => {
		const inner = (children: readonly Block[]) => outline(children, `${margin}  `);
		switch (block.type) {
			case 'paragraph':
				return words(block.children)
					.split('\n')
					.map(line => margin + line);
			case 'quote':
				return [`${margin}quote ${block.source?.author ?? '?'}`, ...inner(block.children)];
			case 'signature':
				return [`${margin}signature`, ...inner(block.children)];
			case 'code':
				return [
					`${margin}code ${block.language ?? ''}`.trimEnd(),
					...block.text.split('\n').map(line => `${margin}  ${line}`),
				];
			case 'list':
				return block.items.flatMap((item, index) => [
					`${margin}${block.ordered ? `${block.start + index}.` : '-'}`,
					...inner(item),
				]);
			default:
				return [margin + block.type];
		}
	});
}

function words(inlines: readonly Inline[]): string {
	return inlines
		.map(inline => {
			if (inline.type === 'text') return inline.text;
			if (inline.type === 'break') return '\n';
			return inline.type === 'link' ? `{${words(inline.children)} ${inline.url}}` : inline.type;
		})
		.join('');
}

const read = (text: string) => outline(readMailText(text));

describe('quotes', () => {
	it('take their attribution away from the words, wrapped or not', () => {
		expect(
			read(
				'Hello,\n\nOn Fri, 3 May 2024 at 09:14, Ada Lind\n<ada@garden.example> wrote:\n\n> Paper bags.\n>> Or tins?\n> Bags.\n\nTins.',
			),
		).toEqual(['Hello,', 'quote Ada Lind', '  Paper bags.', '  quote ?', '    Or tins?', '  Bags.', 'Tins.']);
	});

	it('find it inside, on the level of the words that it is for', () => {
		expect(read('> On 3 May 2024, Ada wrote:\n> \n> Bags.\n> \n> > On 2 May 2024, Bo wrote:\n> > \n> > Tins?')).toEqual(
			['quote Ada', '  Bags.', '  quote Bo', '    Tins?'],
		);
	});

	it('go on over blank lines without a mark', () => {
		expect(read('Ada wrote:\n> one\n\n> two\n\nthree')).toEqual(['quote Ada', '  one', '  two', 'three']);
	});

	it('know the marks of supercite, of bars and of indentation', () => {
		expect(read('>>>>> "AL" == Ada Lind <a@b> writes:\n\n  AL> one\n  AL> two\n\nmine')).toEqual([
			...['quote Ada Lind', '  one', '  two', 'mine'],
		]);
		expect(read('| one\n| two\n\nmine')).toEqual(['quote ?', '  one', '  two', 'mine']);
		expect(read('| a | b |\n| 1 | 2 |')).toEqual(['| a | b |', '| 1 | 2 |']);
		expect(read('Bo wrote:\n    one\n\n    two\nmine')).toEqual(['quote Bo', '  one', '  two', 'mine']);
	});

	it('a message below another is all one quote, what its head says above it', () => {
		const fields = ['From: Bo Bass [mailto:bo@b.example]', 'Sent: today', 'To: list', 'Subject: tea'];
		const head = ['-----Original Message-----', ...fields];
		const quoted = ['quote Bo Bass', '  his'];
		expect(read(`mine\n\n${head.join('\n')}\n\nhis\n\n> hers`)).toEqual([
			...['mine', ...head, ...quoted, '  quote ?', '    hers'],
		]);
		// A rule without words says nothing; blank lines below it are allowed, and indentation.
		expect(read(`mine\n${'_'.repeat(32)}\n\n${fields.join('\n')}\n\nhis`)).toEqual(['mine', ...fields, ...quoted]);
		expect(read(`> ----- Original Message -----\n>   ${fields.join('\n>   ')}\n> \n> his\n\nmine`)).toEqual([
			...['quote ?', '  ----- Original Message -----', ...fields.map(field => `  ${field}`)],
			...['  quote Bo Bass', '    his', 'mine'],
		]);
		expect(read('Begin forwarded message:\n\nFrom: Bo <b@b>\nDate: today\n\nhis')).toEqual([
			...['Begin forwarded message:', 'From: Bo <b@b>', 'Date: today', 'quote Bo', '  his'],
		]);
		expect(read('mine\n\nVon: Bo <bo@b.example>\nGesendet: heute\n\nseins')).toEqual([
			...['mine', 'Von: Bo <bo@b.example>', 'Gesendet: heute', 'quote Bo', '  seins'],
		]);
		expect(read('From: the shed\n\nwith love')).toEqual(['From: the shed', 'with love']);
	});

	it('the head of such a message may be broken, and name who it was sent on behalf of', () => {
		const head = '>From: tea@b.example [mailto:tea@b.example] On Behalf Of Bo\n>Bass\n>Sent: today\n>To: list';
		expect(read(`>-----Original Message-----\n${head}\n>\n>his`)).toEqual([
			...['quote ?', '  -----Original Message-----'],
			...['  From: tea@b.example [mailto:tea@b.example] On Behalf Of Bo Bass', '  Sent: today', '  To: list'],
			...['  quote Bo Bass', '    his'],
		]);
		expect(read('From: Bo <b@b>\nTo: Ada <a@b>,\n  Clea <c@b>\nDate: today\nhis\n\nmine: more')).toEqual([
			...['From: Bo <b@b>', 'To: Ada <a@b>, Clea <c@b>', 'Date: today', 'quote Bo', '  his', '  mine: more'],
		]);
	});

	it('what is typed at a prompt is no quote, until there are quotes', () => {
		expect(read('Try\n\n> sow(12)\nsown: 12\n\nso.')).toEqual(['Try', 'code', '  > sow(12)', '  sown: 12', 'so.']);
		expect(read('Ada wrote:\n> Does this sow?\n\nYes:\n\n> sow(12)')).toEqual([
			'quote Ada',
			'  Does this sow?',
			'Yes:',
			'quote ?',
			'  sow(12)',
		]);
	});
});

test.each([
	['On Fri, 3 May 2024 09:14:02 +0200, Ada Lind <ada@garden.example> wrote:', 'Ada Lind'],
	['On Fri, May 3, 2024 at 9:14 AM Ada Lind <ada at garden.example> wrote:', 'Ada Lind'],
	['On 03/may/24, at 21:28, Ada Lind wrote:', 'Ada Lind'],
	['On Friday, Ada wrote:', 'Ada'],
	['On 3 May 2024, user42 wrote:', 'user42'],
	['On 5/3/2024 9:14 AM, Lind, Ada wrote:', 'Lind, Ada'],
	['Ada Lind <ada@garden.example> writes:', 'Ada Lind'],
	['<ada@garden.example> wrote:', 'ada@garden.example'],
	['"Ada Lind" <ada@garden.example> said:', 'Ada Lind'],
	['In article <1@b>, Ada wrote:', 'Ada'],
	['Ada wrote on 2024-05-03 09:14:', 'Ada'],
	['Quoting Ada Lind (3 May 2024):', 'Ada Lind'],
	['>>>>> "Ada" == Ada Lind <ada@garden.example> writes:', 'Ada Lind'],
	['>>>>> Ada Lind >>>>>     on Fri, 3 May 2024 09:14:02 +0200 writes:', 'Ada Lind'],
	['Am 03.05.24 um 09:14 schrieb Ada Lind:', 'Ada Lind'],
	['Le 3 mai 2024 à 09:14, Ada Lind <ada@garden.example> a écrit :', 'Ada Lind'],
	['El vie, 3 may 2024 a las 9:14, Ada (<ada@garden.example>) escribió:', 'Ada'],
	['Op 3 mei 2024 om 09:14 schreef Ada Lind <ada@garden.example>:', 'Ada Lind'],
	['Il giorno 3 mag 2024, alle ore 09:14, Ada ha scritto:', 'Ada'],
	['On 3 May 2024, you wrote:', null],
	['On the whole he wrote:', null],
	['as my grandmother always said:', null],
	['Somebody wrote a book', null],
	['', null],
	['On Fri, May 3, 2024 at 9:14?AM Ada Lind <ada@garden.example> wrote:', 'Ada Lind'],
	['On Fri, May 3, 2024 at 9:14\u202fPM Ada Lind wrote:', 'Ada Lind'],
])('attribution %j → %j', (text, author) => {
	expect(readAttribution(text)).toBe(author);
});

describe('words', () => {
	it('lines that a program broke are one; lines that somebody broke stay', () => {
		const wrapped =
			'The kettle is not in the shed. It was there on Tuesday, between the twine and\nthe tin of odd screws.';
		expect(read(wrapped)).toEqual([wrapped.replace('\n', ' ')]);
		expect(read('Roses are red,\nviolets are blue')).toEqual(['Roses are red,', 'violets are blue']);
		expect(read(`${wrapped.split('\n')[0]}\nBest,\nAda`).slice(1)).toEqual(['Ada']);
		const long = 'word '.repeat(40).trim();
		expect(read(`${long}\n${long}`)).toEqual([long, long]);
	});

	it('lists, nested and numbered; one item alone is none', () => {
		expect(read('Take:\n\n1. twine,\n   green\n2. tins\n   - small\n   - large\n\n3. tea')).toEqual([
			...['Take:', '1.', '  twine,', '  green', '2.', '  tins', '  -', '    small', '  -', '    large', '3.', '  tea'],
		]);
		expect(read('- Ada')).toEqual(['- Ada']);
		expect(read('1999. That was a year.\n5. And this.')).toEqual(['1999. That was a year.', '5. And this.']);
	});

	it('patches and indented code stay as they are', () => {
		const patch = 'diff --git a/tea b/tea\n--- a/tea\n+++ b/tea\n@@ -1 +1 @@\n-milk\n+lemon';
		expect(read(`Better:\n\n${patch}\n-- \n2.44`)).toEqual([
			...['Better:', 'code diff', ...patch.split('\n').map(line => `  ${line}`), 'signature', '  2.44'],
		]);
		expect(read('Run\n\n    make tea;\n\n      make toast;\n\nthen')).toEqual([
			...['Run', 'code', '      make tea;', '  ', '        make toast;', 'then'],
		]);
		expect(read('3c4\n< milk\n---\n> lemon')).toEqual(['code diff', '  3c4', '  < milk', '  ---', '  > lemon']);
	});

	it('addresses of pages are links, brackets around them go, and nobody is mentioned', () => {
		expect(read('See <https://tea.example/a>, @ada.')).toEqual([
			'See {https://tea.example/a https://tea.example/a}, @ada.',
		]);
	});
});

describe('what is nobody’s words', () => {
	it('signatures and the footers of lists are folded', () => {
		expect(read('tea\n-- \nAda\nplot 3')).toEqual(['tea', 'signature', '  Ada', '  plot 3']);
		expect(read('tea\n--\nAda')).toEqual(['tea', 'signature', '  Ada']);
		expect(read('-- \nAda\n\nBo wrote:\n> tea')).toEqual(['signature', '  Ada', 'quote Bo', '  tea']);
		const footer = `${'_'.repeat(40)}\nplots mailing list\nplots@lists.example`;
		expect(read(`tea\n${footer}`)).toEqual(['tea', 'signature', ...footer.split('\n').map(line => `  ${line}`)]);
		expect(read(`a\n\n--\n${'b\n'.repeat(20)}`).slice(0, 2)).toEqual(['a', '--']);
	});

	it('what archives leave of attachments is named', () => {
		const part = `${'-'.repeat(14)} next part ${'-'.repeat(14)}`;
		expect(
			read(
				`tea\n${part}\nA non-text attachment was scrubbed...\nName: tea.jpg\nSize: 12 bytes\nURL: <https://a.example/tea.jpg>\n`,
			),
		).toEqual(['tea', '{[attachment: tea.jpg, 12 bytes] https://a.example/tea.jpg}']);
		expect(read('tea\n\n\t[[alternative HTML version deleted]]\n')).toEqual([
			'tea',
			'[attachment: alternative HTML version, deleted]',
		]);
	});

	it('what is behind a megabyte stays as it is', () => {
		const blocks = readMailText(`${'tea\n\n'.repeat(220_000)}> not read`);
		expect(blocks.at(-1)).toMatchObject({type: 'code', text: expect.stringMatching(/> not read$/)});
	});
});

test.each([
	['one \ntwo\nthree', 'one two\nthree'],
	['> one \n> two\n>> deep \nmine', '> one two\n>> deep \nmine'],
	[' From here\n  on', 'From here\n on'],
	['one \n-- \nAda', 'one \n-- \nAda'],
])('flowing lines %j → %j', (text, joined) => {
	expect(joinFlowed(text, false)).toBe(joined);
});

test('flowing lines whose space was put in', () => {
	expect(joinFlowed('一二 \n三四', true)).toBe('一二三四');
});
