/**
The markups `markdown` and `discourse`: posts as their authors typed them.

`markdown` is CommonMark with tables and ~~strike~~, and Reddit's spoilers and superscripts.
`discourse` has BBCode beside that, and a line break in it is one.
*/
import type {MarkdownIt} from 'markdown-it';
import {type Block, type Inline, makeBody, type PollOption} from '../../thread/body.ts';
import type {Post} from '../../thread/post.ts';
import {readPlainText} from '../plain-text.ts';
import {type Piece, partBlocks} from './bbcode-blocks.ts';
import {readChatSource, readQuoteSource} from './bbcode-tags.ts';
import {readBlockTokens} from './block-writer.ts';
import {parserOf} from './parser.ts';

/** No site lets anybody type more in one post, in UTF-16 units; longer bodies are read as paragraphs. */
const longest = 1 << 18;

type Parse = (text: string) => readonly Block[];

/** Read the raw body of a post as Markdown; see `BodyReader`. */
export function readMarkdown(post: Post): readonly Block[] {
	if (post.raw.length > longest) return readPlainText(post);
	return parse(parserOf('markdown'), {}, unescaped(post.raw), false);
}

/** Read the raw body of a post as Markdown with BBCode; see `BodyReader`. */
export function readDiscourse(post: Post): readonly Block[] {
	if (post.raw.length > longest) return readPlainText(post);
	const parser = parserOf('discourse');
	const env = {};
	// Links may name addresses that stand in another piece.
	if (/^ {0,3}\[[^\]\n]+\]:/m.test(post.raw)) parser.block.parse(post.raw, parser, env, []);
	return readPieces(partBlocks(post.raw), text => parse(parser, env, text, true));
}

function parse(parser: MarkdownIt, env: object, text: string, breaks: boolean): readonly Block[] {
	return readBlockTokens(parser.parse(text, {...env}), breaks);
}

/**
Reddit escapes `<`, `>` and `&` in what it hands out: a text that has their entities and not one of
the characters themselves is escaped as a whole.
*/
function unescaped(text: string): string {
	if (!/&(?:lt|gt|amp);/.test(text) || /[<>]|&(?!(?:lt|gt|amp);)/.test(text)) return text;
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function readPieces(pieces: readonly Piece[], parseText: Parse): readonly Block[] {
	return pieces.flatMap(piece => readPiece(piece, parseText));
}

function readPiece(piece: Piece, parseText: Parse): readonly Block[] {
	switch (piece.type) {
		case 'text':
			return parseText(piece.text);
		case 'code':
			return [{type: 'code', language: piece.language, text: piece.text}];
		case 'tag':
			return readTag(piece, parseText);
	}
}

function readTag({name, value, pieces}: Extract<Piece, {type: 'tag'}>, parseText: Parse): readonly Block[] {
	const children = name === 'list' || name === 'ul' || name === 'ol' ? [] : readPieces(pieces, parseText);
	switch (name) {
		case 'quote':
			return [{type: 'quote', source: readQuoteSource(value), children}];
		case 'chat':
			return [{type: 'quote', source: readChatSource(value), children}];
		case 'details':
			return [{type: 'details', summary: value, children}];
		case 'spoiler':
		case 'blur':
		case 'hide':
			return children.map(hidden);
		case 'poll':
			return readPoll(children);
		case 'li':
			return [{type: 'list', ordered: false, start: 1, items: [children]}];
		case 'list':
		case 'ul':
		case 'ol':
			return readList(name === 'ol' || /^[1aAiI]$/.test(value), pieces, parseText);
		default:
			return children;
	}
}

function readList(ordered: boolean, pieces: readonly Piece[], parseText: Parse): readonly Block[] {
	const items: (readonly Block[])[] = [];
	const others: Piece[] = [];
	for (const piece of pieces) {
		if (piece.type === 'tag' && (piece.name === '*' || piece.name === 'li')) {
			items.push(readPieces(piece.pieces, parseText));
		} else {
			others.push(piece);
		}
	}
	const rest = readPieces(others, parseText);
	return items.length === 0 ? rest : [...rest, {type: 'list', ordered, start: 1, items}];
}

/** Its heading is the title, the items of its list are the options; how many voted is not in what was typed. */
function readPoll(blocks: readonly Block[]): readonly Block[] {
	let title: string | null = null;
	const options: PollOption[] = [];
	const others: Block[] = [];
	for (const block of blocks) {
		if (block.type === 'list') {
			for (const item of block.items) options.push({text: makeBody(item).text.replace(/\s+/g, ' '), votes: null});
		} else if (title === null && block.type === 'heading') title = makeBody([block]).text;
		else others.push(block);
	}
	return [...others, {type: 'poll', title, options, voters: null}];
}

/** The same block, its words hidden. */
function hidden(block: Block): Block {
	switch (block.type) {
		case 'paragraph':
		case 'heading':
			return {...block, children: hide(block.children)};
		case 'quote':
			return {...block, children: block.children.map(hidden)};
		case 'list':
			return {...block, items: block.items.map(item => item.map(hidden))};
		default:
			return block;
	}
}

function hide(children: readonly Inline[]): readonly Inline[] {
	return [{type: 'spoiler', children}];
}
