/**
Crawled text as blocks: images, lists, code, quotes, and text broken at every element.
*/
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readBrokenText} from '../../source/markup/broken-text.ts';
import {readCrawlText} from '../../source/markup/crawl-text.ts';
import {readFlowingText} from '../../source/markup/flowing-text.ts';
import {isCaption, isImageLine} from '../../source/markup/images.ts';
import {readInlines} from '../../source/markup/inlines.ts';
import {readPlainText} from '../../source/markup/plain-text.ts';
import {type Block, makeBody} from '../../source/thread/body.ts';
import {DumpBuilder} from '../../source/thread/dump.ts';

/** Blocks as one line each: enough to see their kinds, their nesting and their words. */
function sketch(blocks: readonly Block[]): readonly string[] {
	return blocks.map(block => {
		switch (block.type) {
			case 'paragraph':
				return makeBody([block]).text.replaceAll('\n', ' / ');
			case 'list': {
				const marks = block.items.map((item, index) => {
					const mark = block.ordered ? `${block.start + index}.` : '•';
					return `${mark} ${sketch(item).join(' | ')}`;
				});
				return `[${marks.join(' ')}]`;
			}
			case 'quote':
				return `${block.source?.author}> ${sketch(block.children).join(' | ')}`;
			case 'code':
				return `code ${JSON.stringify(block.text)}`;
			default:
				return block.type;
		}
	});
}

const flowing = (text: string) => sketch(readFlowingText(text.split('\n')));
const broken = (text: string) => sketch(readBrokenText(text.split('\n')));

/** The last post of a thread of authors and their words. */
function lastOf(posts: readonly (readonly [author: string | null, raw: string])[]): readonly string[] {
	const builder = new DumpBuilder('discourse-text', readCrawlText);
	posts.forEach(([author, raw], index) => {
		builder.add({id: String(index + 1), author, name: author === 'ada' ? 'Ada L.' : null, markup: 'crawl-text', raw});
	});
	const dump = builder.snapshot(true);
	const last = dump.posts.at(-1);
	return last === undefined ? [] : sketch(dump.body(last).blocks);
}

describe('images', () => {
	it.each([
		'Happy Dance GIF by The Dancers',
		'Love You GIF by Sky',
		'Oh No GIF',
		'image',
		'image 3',
		'IMG_1234.jpeg',
		'Screenshot 2024-05-03 at 09.14.22',
		'Screenshot_20240503-091422',
		'Bildschirmfoto 2024-05-03 um 09.14.22',
		'DSC_0042',
		'P1020304',
		'my shed.png',
		'图片',
	])('%j is one', line => {
		expect(isImageLine(line)).toBe(true);
	});

	it.each([
		'This is the best GIF by far',
		'I made a GIF',
		'GIF',
		'images are nice',
		'The image',
		'Screenshot it before it goes.',
		'Look at readme.md',
		'see https://x.example/cat.png?x',
		'',
	])('%j is not', line => {
		expect(isImageLine(line)).toBe(false);
	});

	it.each([
		['shelf1264×459 10.7 KB', 'shelf', true],
		['40%2021874×618 73.7 KB', '40%202', true],
		['312880×1592 297 KB', '31', true],
		['1360×440 37.9 KB', 'lamp', true],
		['[shelf1264×459 10.7 KB](https://x.example/1.png)', 'shelf', true],
		['2×4 wood', 'shelf', false],
		['shelf1264x459 10.7 KB', 'shelf', false],
	])('%j below %j: %j', (line, alt, is) => {
		expect(isCaption(line, alt)).toBe(is);
	});

	it('stand between the words, alt and caption as one', () => {
		expect(
			flowing('Look:\nshelf\nshelf1264×459 10.7 KB\nand here\nOh No GIF\n\n40%202\n40%2021874×618 73.7 KB'),
		).toEqual(['Look:', '[image: shelf]', 'and here', '[image: Oh No GIF]', '[image: 40%202]']);
		expect(flowing('pear1264×459 10.7 KB')).toEqual(['[image: pear]']);
		expect(broken('Here:\nlamp\n1360×440 37.9 KB\nNice.')).toEqual(['Here:', '[image: lamp]', 'Nice.']);
	});

	it('keep the address that a copy has', () => {
		expect(makeBody(readFlowingText(['a', '[a20×30 1 KB](https://x.example/1.png)'])).images).toMatchObject([
			{alt: 'a', url: 'https://x.example/1.png'},
		]);
	});
});

describe('flowing text', () => {
	it.each([
		['one\ntwo\n\nthree', ['one / two', 'three']],
		['  1. a\n  2. b\n    more\n\n    far\n\n  3. c\nafter', ['[1. a 2. b / more | far 3. c]', 'after']],
		['  1. a\n  2. b\n      more\n  3. c', ['[1. a 2. b /   more 3. c]']],
		['so:\n  • a\n      • b\n      • c\n          1. d\n  • e', ['so:', '[• a | [• b • c | [1. d]] • e]']],
		['  7. a\n  8. b', ['[7. a 8. b]']],
		['  • a\n  1. b', ['[• a]', '[1. b]']],
		['  1. \n  2. b', ['[1.  2. b]']],
		['if x:\n    y()\n\n    z()\n\nwords', ['code "if x:\\n    y()\\n\\n    z()"', 'words']],
		['    one indented line', ['one indented line']],
		['1. no list', ['1. no list']],
		['', []],
		[' \n\n ', []],
	])('%j', (text, expected) => {
		expect(flowing(text)).toEqual(expected);
	});

	it('reads lists of any depth without giving up', () => {
		const deep = Array.from({length: 500}, (_, depth) => `${' '.repeat(2 + depth * 4)}• x${depth}`);
		const text = makeBody(readFlowingText(deep)).text;
		expect(deep.every((_, depth) => text.includes(`x${depth}`))).toBe(true);
	});
});

describe('broken text', () => {
	it.each([
		['See\nthis page\n.', ['See this page.']],
		['It is in the\nmanual\n, somewhere.', ['It is in the manual, somewhere.']],
		['Also,\n@ada\nAny reason?', ['Also, @ada Any reason?']],
		['we looked at it\nand it was fine.', ['we looked at it and it was fine.']],
		['One sentence.\nAnother one.', ['One sentence.', 'Another one.']],
		['error when:\nthe value is text\nthe value is nothing', ['error when:', 'the value is text the value is nothing']],
		['def f():\n    return 1\ntotal', ['def f(): /     return 1 / total']],
		['x = 1\ny = 2', ['x = 1 / y = 2']],
		['Ends.\n, odd', ['Ends.', ', odd']],
	])('%j', (text, expected) => {
		expect(broken(text)).toEqual(expected);
	});
});

describe('quotes', () => {
	const said = 'Paper bags, never plastic.\n\nI lost a box of beans to mould.\n\nWrite the year on the bag.';

	it.each([
		['the paragraph behind the name', 'ada:\n\nnever plastic.\n\nI agree.', ['ada> never plastic.', 'I agree.']],
		[
			'every paragraph that stands in the quoted post, in order',
			'ada:\n\nNever plastic.\n\nI lost a box of beans to MOULD.\n\nSo did I.',
			['ada> Never plastic. | I lost a box of beans to MOULD.', 'So did I.'],
		],
		[
			'one paragraph where the words are found nowhere',
			'ada:\n\nsomething else\n\nreply',
			['ada> something else', 'reply'],
		],
		['a display name', 'Ada L.:\n\nnever plastic.\n\nyes', ['ada> never plastic.', 'yes']],
		['a name behind a list', '  • a\nada:\n\nnever plastic.\n\nyes', ['[• a]', 'ada> never plastic.', 'yes']],
		[
			'an adjacent reply',
			'ada:\n\nnever plastic.\nada:\n\nthe year\n\nyes',
			['ada> never plastic.', 'ada> the year', 'yes'],
		],
		[
			'a quote in a quote',
			'bob:\n\nada:\n\nnever plastic.\n\nWhy not?\n\nyes',
			['bob> ada> never plastic. | Why not?', 'yes'],
		],
		['no quote without words', 'ada:', ['ada:']],
		['no quote of a stranger', 'eve:\n\nwords', ['eve:', 'words']],
		['no quote inside a sentence', 'as ada:\n\nwords', ['as ada:', 'words']],
		['no quote without a mark', 'Paper bags, never plastic.\n\nyes', ['Paper bags, never plastic.', 'yes']],
	])('%s', (_, raw, expected) => {
		const before = [
			['ada', said],
			['bob', 'ada:\n\nnever plastic.\n\nWhy not?'],
		] as const;
		expect(lastOf([...before, ['cyd', raw]])).toEqual(expected);
	});

	it('are of earlier posts alone', () => {
		expect(lastOf([['bob', 'ada:\n\nwords\n\nmore']])).toEqual(['ada:', 'words', 'more']);
	});

	it('need a dump that names authors', () => {
		expect(
			lastOf([
				['ada', said],
				[null, 'ada:\n\nnever plastic.'],
			]),
		).toEqual(['ada:', 'never plastic.']);
	});

	it('in broken text end where the quoted words end', () => {
		const posts = [
			['ada', 'What is the fragment you use for the\n<slug>\npiece?\nIt matters.\nA lot of it.\nMore.'],
			['bob', 'One.\nTwo.\nThree.\nFour.'],
			['cyd', 'ada:\nWhat is the fragment you use for the\n<slug>\npiece?\nI copied it.'],
		] as const;
		expect(lastOf(posts)).toEqual(['ada> What is the fragment you use for the <slug> piece?', 'I copied it.']);
	});

	it('stay cheap in a long thread where everybody quotes', () => {
		const builder = new DumpBuilder('discourse-text', readCrawlText);
		const raw = `ada:\n\n${'so many words '.repeat(20)}\n\nand mine`;
		for (let id = 1; id <= 3000; id++) builder.add({id: String(id), author: 'ada', markup: 'crawl-text', raw});
		const dump = builder.snapshot(true);
		const quotes = dump.posts.map(post => dump.body(post).quotes.length);
		expect(quotes).toEqual([0, ...Array.from({length: 2999}, () => 1)]);
	});
});

describe('inlines', () => {
	const text = (words: string) => ({type: 'text', text: words});
	const link = (url: string, words = url) => ({type: 'link', url, children: [text(words)]});

	it.each([
		['', []],
		['plain', [text('plain')]],
		['see https://x.example/a_(b)?c=1.', [text('see '), link('https://x.example/a_(b)?c=1'), text('.')]],
		['(https://x.example)', [text('('), link('https://x.example'), text(')')]],
		['www.x.example!', [link('https://www.x.example', 'www.x.example'), text('!')]],
		['[here](https://x.example "t") ok', [link('https://x.example', 'here'), text(' ok')]],
		['![a](https://x.example/a.png)', [{type: 'image', alt: 'a', url: 'https://x.example/a.png'}]],
		['@ada, @bob.k.', [{type: 'mention', name: 'ada'}, text(', '), {type: 'mention', name: 'bob.k'}, text('.')]],
		['ada@x.example @ b', [text('ada@x.example @ b')]],
		['[x](javascript:alert)', [text('[x](javascript:alert)')]],
		[':tada: a@', [text(':tada: a@')]],
	])('%j', (line, expected) => {
		expect(readInlines(line)).toEqual(expected);
	});

	it('lose nothing of any text but Markdown marks', () => {
		const piece = fc.constantFrom(
			'@',
			'ada',
			'https://',
			'www.',
			'x.example',
			'(',
			')',
			']',
			'.',
			' ',
			'ü',
			'🍐',
			'"',
			'/',
		);
		fc.assert(
			fc.property(fc.array(piece, {maxLength: 30}), pieces => {
				const line = pieces.join('');
				const words = makeBody([{type: 'paragraph', children: readInlines(line)}]).text;
				expect(words).toBe(line);
			}),
			{numRuns: 1000},
		);
	});

	it('take time that grows with the text alone', () => {
		for (const bit of ['(', '[', '[a](', '@', 'https://', 'https://)', 'www.a.', '.,']) {
			const words = bit.repeat(200_000 / bit.length);
			expect(makeBody([{type: 'paragraph', children: readInlines(words)}]).text).toHaveLength(words.length);
		}
	});
});

it('plain text is paragraphs with breaks', () => {
	const builder = new DumpBuilder('text', readPlainText);
	const post = builder.add({id: '1', markup: 'plain', raw: 'a\n  b\n\n \n@c https://x.example'});
	expect(readPlainText(post)).toEqual([
		{type: 'paragraph', children: [{type: 'text', text: 'a'}, {type: 'break'}, {type: 'text', text: '  b'}]},
		{
			type: 'paragraph',
			children: [
				{type: 'mention', name: 'c'},
				{type: 'text', text: ' '},
				{type: 'link', url: 'https://x.example', children: [{type: 'text', text: 'https://x.example'}]},
			],
		},
	]);
});
