/**
The markup `html`: a fragment of a page, as Discourse cooks posts, as Hacker News and mail
write them, or as anybody else does.

Elements that say something become blocks of their kind; of those that do not, the words are
kept. Scripts, styles and comments say nothing.
*/
import type {Block, Inline} from '../../thread/body.ts';
import type {Dump} from '../../thread/dump.ts';
import type {Post} from '../../thread/post.ts';
import {readAside} from './asides.ts';
import {countOf, languageOf, type Site} from './attributes.ts';
import {InlineWriter} from './inline-writer.ts';
import {readInlineNodes, writeInline} from './inlines.ts';
import {partQuotedLines} from './quoted-lines.ts';
import {readTree} from './read-tree.ts';
import type {Reading} from './reading.ts';
import {readTable} from './tables.ts';
import {type Element, findElements, hasClass, lineOf, linesOf, type Node} from './tree.ts';

/** Read the raw body of a post as blocks; see `BodyReader`. */
export function readHtml(post: Post, dump: Dump): readonly Block[] {
	return readHtmlText(post.raw, /^https?:/i.test(dump.url ?? '') ? dump.url : null);
}

/**
Read a fragment of HTML as blocks.

@param site - Any address on the site it comes from, or `null`.
@returns Blocks in reading order. Linear time, nested no deeper than a bound. Never throws.
*/
export function readHtmlText(html: string, site: Site): readonly Block[] {
	return html === '' ? [] : createReading(site).blocks(readTree(html));
}

function createReading(site: Site): Reading {
	const reading: Reading = {
		site,
		blocks: nodes => readNodes(nodes, reading),
		inlines: nodes => readInlineNodes(nodes, site),
	};
	return reading;
}

/** Writers that nobody uses; see the plain reader for why they are kept. */
const idle: InlineWriter[] = [];

function readNodes(nodes: readonly Node[], reading: Reading): Block[] {
	const blocks: Block[] = [];
	const writer = idle.pop() ?? new InlineWriter();

	function finishParagraph(): void {
		const children = writer.take();
		if (children.some(hasWords)) blocks.push(...partQuotedLines(children));
	}

	function flow(inner: readonly Node[]): void {
		for (const node of inner) {
			if (typeof node === 'string') writer.write(node);
			else if (node.name === 'br' && writer.isAtNewLine) finishParagraph();
			else if (node.isBlock || node.holdsBlocks) flowBlock(node);
			else writeInline(node, writer, reading.site);
		}
	}

	function flowBlock(element: Element): void {
		if (element.name === 'a' && !hasClass(element, 'anchor')) {
			writeInline(element, writer, reading.site);
			return;
		}
		const read = readBlock(element, reading);
		const isTransparent = read === null && !element.isBlock;
		if (!isTransparent) finishParagraph();
		if (read === null) flow(element.children);
		else blocks.push(...read);
		if (!isTransparent) finishParagraph();
	}

	flow(nodes);
	finishParagraph();
	idle.push(writer);
	return blocks;
}

/** Whether an inline shows anything. */
function hasWords(inline: Inline): boolean {
	switch (inline.type) {
		case 'text':
		case 'code':
			return inline.text.trim() !== '';
		case 'break':
			return false;
		case 'image':
		case 'mention':
			return true;
		default:
			return inline.children.some(hasWords);
	}
}

/** An element that is a block of its own kind; `null` for one that is only as much as what stands in it. */
function readBlock(element: Element, reading: Reading): Block[] | null {
	const {name, children} = element;
	switch (name) {
		// The most frequent one stands first.
		case 'p':
			return null;
		case 'h1':
		case 'h2':
		case 'h3':
		case 'h4':
		case 'h5':
		case 'h6': {
			const words = reading.inlines(children);
			return words.length === 0 ? [] : [{type: 'heading', level: Number(name.slice(1)), children: words}];
		}
		case 'hr':
			return [{type: 'rule'}];
		case 'ul':
		case 'ol':
		case 'menu':
		case 'dir':
			return readList(element, reading);
		case 'blockquote':
			return [{type: 'quote', source: null, children: reading.blocks(children)}];
		case 'pre':
		case 'listing':
		case 'plaintext':
		case 'xmp':
			return readPre(element);
		case 'table':
			return readTable(element, reading);
		case 'details':
			return readDetails(element, reading);
		case 'aside':
		case 'div':
		case 'section':
		case 'span':
			return readAside(element, reading) ?? readSpoiler(element, reading) ?? readSignature(element, reading);
		default:
			return null;
	}
}

/** The items of a list. What stands between them belongs to the one before. */
function readList(list: Element, reading: Reading): Block[] {
	const items: (readonly Block[])[] = [];
	let between: Node[] = [];

	function finishBetween(): void {
		const blocks = reading.blocks(between);
		between = [];
		if (blocks.length > 0) items.push([...(items.pop() ?? []), ...blocks]);
	}

	for (const node of list.children) {
		if (typeof node === 'string' || node.name !== 'li') {
			between.push(node);
			continue;
		}
		finishBetween();
		items.push(reading.blocks(node.children));
	}
	finishBetween();
	if (items.length === 0) return [];
	return [{type: 'list', ordered: list.name === 'ol', start: countOf(list.attributes.start) ?? 1, items}];
}

function readPre(pre: Element): Block[] {
	const text = linesOf(pre.children);
	const code = findElements(pre.children, ({name}) => name === 'code');
	return text === '' ? [] : [{type: 'code', language: languageOf([...code.slice(0, 1), pre]), text}];
}

function readDetails({children}: Element, reading: Reading): Block[] {
	const summary = children.find(node => typeof node !== 'string' && node.name === 'summary');
	const title = summary === undefined || typeof summary === 'string' ? '' : lineOf(summary.children);
	// What browsers write where there is no summary.
	const shown = title === '' ? 'Details' : title;
	return [{type: 'details', summary: shown, children: reading.blocks(children.filter(node => node !== summary))}];
}

/** A spoiler of several blocks: its paragraphs are spoilers each; what cannot be one is folded away. */
function readSpoiler(element: Element, reading: Reading): Block[] | null {
	if (!hasClass(element, 'spoiler') && !hasClass(element, 'spoiled')) return null;
	const blocks = reading.blocks(element.children);
	if (blocks.some(({type}) => type !== 'paragraph')) return [{type: 'details', summary: 'Spoiler', children: blocks}];
	return blocks.map(block =>
		block.type === 'paragraph' ? {...block, children: [{type: 'spoiler', children: block.children}]} : block,
	);
}

/** Mail programs name the signature they write. */
function readSignature(element: Element, reading: Reading): Block[] | null {
	if (!hasClass(element, 'moz-signature') && !hasClass(element, 'gmail_signature')) return null;
	return [{type: 'signature', children: reading.blocks(element.children)}];
}
