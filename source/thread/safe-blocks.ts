/**
Safe blocks: the text that markup readers made, made safe for a terminal.

Raw text is safe already; but entities, encodings and escapes in it can spell any
character, so what comes out of a reader is looked at once more.
*/
import {safeLine, safeText} from '../text/safe-text.ts';
import type {Block, Inline, QuoteSource} from './body.ts';

/** @returns The same blocks where nothing had to be changed. Never throws. */
export function safeBlocks(blocks: readonly Block[]): readonly Block[] {
	return each(blocks, safeBlock);
}

function safeBlock(block: Block): Block {
	switch (block.type) {
		case 'paragraph':
		case 'heading': {
			const children = each(block.children, safeInline);
			return children === block.children ? block : {...block, children};
		}
		case 'list': {
			const items = each(block.items, safeBlocks);
			return items === block.items ? block : {...block, items};
		}
		case 'quote': {
			const children = safeBlocks(block.children);
			const source = safeSource(block.source);
			return children === block.children && source === block.source ? block : {...block, children, source};
		}
		case 'code': {
			const text = multi(block.text);
			const language = orNull(block.language);
			return text === block.text && language === block.language ? block : {...block, text, language};
		}
		case 'table': {
			const head = each(block.head, safeInlines);
			const rows = each(block.rows, row => each(row, safeInlines));
			return head === block.head && rows === block.rows ? block : {...block, head, rows};
		}
		case 'details': {
			const summary = single(block.summary);
			const children = safeBlocks(block.children);
			return summary === block.summary && children === block.children ? block : {...block, summary, children};
		}
		case 'preview': {
			const title = single(block.title);
			const url = orNull(block.url);
			const children = safeBlocks(block.children);
			const same = title === block.title && url === block.url && children === block.children;
			return same ? block : {...block, title, url, children};
		}
		case 'poll': {
			const title = orNull(block.title);
			const options = each(block.options, option => {
				const text = single(option.text);
				return text === option.text ? option : {...option, text};
			});
			return title === block.title && options === block.options ? block : {...block, title, options};
		}
		case 'signature': {
			const children = safeBlocks(block.children);
			return children === block.children ? block : {...block, children};
		}
		case 'rule':
			return block;
	}
}

function safeInlines(inlines: readonly Inline[]): readonly Inline[] {
	return each(inlines, safeInline);
}

function safeInline(inline: Inline): Inline {
	switch (inline.type) {
		case 'text':
		case 'code': {
			const text = multi(inline.text);
			return text === inline.text ? inline : {...inline, text};
		}
		case 'strong':
		case 'emphasis':
		case 'strike':
		case 'spoiler': {
			const children = safeInlines(inline.children);
			return children === inline.children ? inline : {...inline, children};
		}
		case 'link': {
			const children = safeInlines(inline.children);
			const url = single(inline.url);
			return children === inline.children && url === inline.url ? inline : {...inline, children, url};
		}
		case 'image': {
			const alt = single(inline.alt);
			const url = orNull(inline.url);
			return alt === inline.alt && url === inline.url ? inline : {...inline, alt, url};
		}
		case 'mention': {
			const name = single(inline.name);
			return name === inline.name ? inline : {...inline, name};
		}
		case 'break':
			return inline;
	}
}

function safeSource(source: QuoteSource | null): QuoteSource | null {
	if (source === null) return null;
	const author = orNull(source.author);
	const topic = orNull(source.topic);
	return author === source.author && topic === source.topic ? source : {...source, author, topic};
}

function multi(text: string): string {
	return safeText(text).text;
}

/** Titles, names and addresses stand on one line; other white space in them is kept. */
function single(text: string): string {
	return /[\n\t]/.test(text) ? safeLine(text) : safeText(text).text;
}

function orNull(text: string | null): string | null {
	return text === null ? null : single(text);
}

/** Map a list, keeping the list itself where no element changed. */
function each<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
	let index = 0;
	for (const item of items) {
		const next = change(item);
		if (next !== item) return [...items.slice(0, index), next, ...items.slice(index + 1).map(one => change(one))];
		index++;
	}
	return items;
}
