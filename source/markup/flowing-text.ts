/**
Flowing text: what extractors that keep the shape of a page write. Paragraphs parted by
blank lines, lists indented by two (`  1. item`, `  • item`) with four more a level, and
code as it stood, its indentation the only trace.
*/
import type {Block} from '../thread/body.ts';
import {partImages} from './images.ts';
import {readLinesAsInlines} from './inlines.ts';

type List = Extract<Block, {type: 'list'}>;

const itemLine = /^(\s+)(?:(\d{1,9})\.|[•◦▪‣])(?:\s+(.*)|)$/;
/** Deeper lists are read as text. */
const deepest = 12;

/**
Read lines as blocks.

@param lines - Safe text, a line each.
@returns Blocks in reading order. Every word stands in them, the size in an image's caption excepted. Never throws.
*/
export function readFlowingText(lines: readonly string[], depth = 0): Block[] {
	const blocks: Block[] = [];
	let index = 0;
	while (index < lines.length) {
		const line = lines[index] ?? '';
		if (line.trim() === '') {
			index++;
			continue;
		}
		const isList = depth < deepest && itemLine.test(line);
		const end = isList ? listEnd(lines, index) : paragraphEnd(lines, index, depth);
		const part = lines.slice(index, end);
		if (isList) blocks.push(...readLists(part, depth));
		else if (depth === 0 && isCode(part, blocks.at(-1)?.type === 'code'))
			blocks.push({type: 'code', language: null, text: part.map(code => code.trimEnd()).join('\n')});
		else blocks.push(...readParagraph(part));
		index = end;
	}
	return joinCode(blocks);
}

/** Read the lines of one paragraph: text with breaks, and images as paragraphs of their own. */
export function readParagraph(lines: readonly string[]): Block[] {
	return partImages(lines).map(part => ({
		type: 'paragraph',
		children: 'image' in part ? [{type: 'image', ...part.image}] : readLinesAsInlines(part.lines),
	}));
}

function paragraphEnd(lines: readonly string[], start: number, depth: number): number {
	let end = start + 1;
	while (end < lines.length && lines[end]?.trim() !== '' && !(depth < deepest && itemLine.test(lines[end] ?? '')))
		end++;
	return end;
}

/** A list goes on over blank lines while what follows is indented. */
function listEnd(lines: readonly string[], start: number): number {
	let end = start + 1;
	for (let index = start + 1; index < lines.length; index++) {
		const line = lines[index] ?? '';
		if (line.trim() === '') continue;
		if (indent(line) < 2) break;
		end = index + 1;
	}
	return end;
}

/** The items of one level; where bullets and numbers change, a new list begins. */
function readLists(lines: readonly string[], depth: number): List[] {
	const base = indent(lines[0] ?? '');
	const lists: {type: 'list'; ordered: boolean; start: number; items: (readonly Block[])[]}[] = [];
	let index = 0;
	while (index < lines.length) {
		const [, , number, text = ''] = itemLine.exec(lines[index] ?? '') ?? [];
		let end = index + 1;
		while (end < lines.length && !(itemLine.test(lines[end] ?? '') && indent(lines[end] ?? '') <= base + 1)) end++;
		const rest = lines.slice(index + 1, end).map(line => line.slice(Math.min(indent(line), base + 2)));
		const item = readFlowingText([text, ...rest], depth + 1);
		const ordered = number !== undefined;
		const list = lists.at(-1);
		if (list !== undefined && list.ordered === ordered) list.items.push(item);
		else lists.push({type: 'list', ordered, start: ordered ? Number(number) : 1, items: [item]});
		index = end;
	}
	return lists;
}

/** Extractors take indentation from all but lists and code, so where two lines and more keep some it is code. */
function isCode(lines: readonly string[], afterCode: boolean): boolean {
	const indented = lines.filter(line => indent(line) >= 2).length;
	return lines.length > 1 ? indented > 0 : indented > 0 && afterCode;
}

/** Code that holds blank lines is one block. */
function joinCode(blocks: readonly Block[]): Block[] {
	const joined: Block[] = [];
	for (const block of blocks) {
		const last = joined.at(-1);
		if (block.type === 'code' && last?.type === 'code') {
			joined[joined.length - 1] = {...last, text: `${last.text}\n\n${block.text}`};
		} else {
			joined.push(block);
		}
	}
	return joined;
}

function indent(line: string): number {
	return line.length - line.trimStart().length;
}
