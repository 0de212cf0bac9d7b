/**
Blocks of Markdown: markdown-it's tokens as blocks.

Containers open and close in pairs; only HTML's `<details>` may lack its end, and Markdown then
stands in it up to the end of the text.
*/
import type {MarkdownIt} from 'markdown-it';
import type {Block, Inline} from '../../thread/body.ts';
import {readHtmlText} from '../html/read-html.ts';
import {readTokens, wordsOf} from './inline-writer.ts';

type Token = ReturnType<MarkdownIt['parse']>[number];

/** What is open: where what it holds is gathered, and what it becomes. */
type Open = {readonly type: string; readonly blocks: Block[]; readonly finish: (blocks: readonly Block[]) => void};

type Table = {readonly rows: (readonly Inline[])[][]; hasHead: boolean};

/** `<details>` in `<details>`, deeper than this, is read as what it holds. */
const deepestDetails = 16;

/**
Read tokens.

@param breaks - See `readTokens`.
@returns Blocks in reading order. Linear time. Never throws.
*/
export function readBlockTokens(tokens: readonly Token[], breaks: boolean): readonly Block[] {
	const root: Block[] = [];
	const opens: Open[] = [];
	let list: {readonly items: (readonly Block[])[]}[] = [];
	let table: Table | null = null;

	function write(block: Block): void {
		(opens.at(-1)?.blocks ?? root).push(block);
	}

	function open(type: string, finish: Open['finish']): void {
		opens.push({type, blocks: [], finish});
	}

	/** Close the innermost container of a type; of those in it only HTML's can still be open. */
	function close(type: string): void {
		if (!opens.some(one => one.type === type)) return;
		for (;;) {
			const last = opens.pop();
			if (last === undefined) return;
			last.finish(last.blocks);
			if (last.type === type) return;
		}
	}

	function openList(ordered: boolean, start: number): void {
		const items: (readonly Block[])[] = [];
		list.push({items});
		open('list', () => {
			list = list.slice(0, -1);
			write({type: 'list', ordered, start, items});
		});
	}

	function words(token: Token): void {
		const children = readTokens(token.children ?? [], breaks);
		const last = opens.at(-1);
		if (table !== null) table.rows.at(-1)?.push(children);
		else if (last?.type.startsWith('h') && children.length > 0) {
			last.blocks.push({type: 'heading', level: Number(last.type.slice(1)), children});
		} else if (children.length > 0) write({type: 'paragraph', children});
	}

	function html(source: string): void {
		const details = /^\s*<details\b[^>]*>\s*(?:<summary\b[^>]*>([\s\S]*?)<\/summary>)?([\s\S]*)$/i.exec(source);
		const isOpen = details !== null && !/<\/details>/i.test(source);
		if (isOpen && opens.filter(({type}) => type === 'details').length < deepestDetails) {
			const summary = wordsIn(readHtmlText(details[1] ?? '', null));
			open('details', children => write({type: 'details', summary, children}));
			for (const block of readHtmlText(details[2] ?? '', null)) write(block);
			return;
		}
		const end = /^\s*<\/details>/i.exec(source);
		if (end !== null) close('details');
		for (const block of readHtmlText(source.slice(end?.[0].length ?? 0), null)) write(block);
	}

	for (const token of tokens) {
		switch (token.type) {
			case 'inline':
				words(token);
				break;
			case 'heading_open':
				open(token.tag, blocks => blocks.forEach(write));
				break;
			case 'heading_close':
				close(token.tag);
				break;
			case 'bullet_list_open':
				openList(false, 1);
				break;
			case 'ordered_list_open':
				openList(true, Number(token.attrGet('start') ?? 1));
				break;
			case 'bullet_list_close':
			case 'ordered_list_close':
				close('list');
				break;
			case 'list_item_open':
				open('item', blocks => list.at(-1)?.items.push(blocks));
				break;
			case 'list_item_close':
				close('item');
				break;
			case 'blockquote_open':
				open('quote', children => write({type: 'quote', source: null, children}));
				break;
			case 'blockquote_close':
				close('quote');
				break;
			case 'fence':
				write({type: 'code', language: languageOf(token.info), text: token.content.replace(/\n$/, '')});
				break;
			case 'code_block':
				write({type: 'code', language: null, text: token.content.replace(/\n$/, '')});
				break;
			case 'hr':
				write({type: 'rule'});
				break;
			case 'html_block':
				html(token.content);
				break;
			case 'table_open':
				table = {rows: [], hasHead: true};
				break;
			case 'tr_open':
				table?.rows.push([]);
				break;
			case 'table_close': {
				const [head = [], ...rows] = table?.rows ?? [];
				table = null;
				write({type: 'table', head, rows});
				break;
			}
		}
	}
	while (opens.length > 0) {
		const last = opens.pop();
		last?.finish(last.blocks);
	}
	return root;
}

/** Names that say there is no language. */
const noLanguage = new Set(['', 'auto', 'text', 'plaintext', 'none', 'nohighlight', 'no-highlight']);

function languageOf(info: string): string | null {
	const name = info.trim().split(/[\s,{]/, 1)[0] ?? '';
	return noLanguage.has(name.toLowerCase()) ? null : name;
}

function wordsIn(blocks: readonly Block[]): string {
	return blocks
		.map(block => (block.type === 'paragraph' ? wordsOf(block.children) : ''))
		.join(' ')
		.trim();
}
