/**
A body as CommonMark, with the two GitHub extensions that everybody reads: tables and `~~struck~~`.

The words of a dump are text and not markup. What would be read as a sign is escaped:
escape-markdown.ts knows how.
*/
import {type Block, type Inline, imageLabel} from '../thread/body.ts';
import {quoteSource} from './body-text.ts';
import {escapeBlock, escapeInline, guardLine} from './escape-markdown.ts';
import {prefixed, stacked} from './lines.ts';

/** @returns Lines without newlines, blocks parted by an empty one. Never throws. */
export function markdownLines(blocks: readonly Block[]): readonly string[] {
	let lists = 0;
	return stacked(
		blocks.map(block => {
			lists = block.type === 'list' ? lists + 1 : 0;
			return blockLines(block, lists % 2 === 0);
		}),
	);
}

/** @param otherSign - For a list right behind another, which would be one list with the same sign. */
function blockLines(block: Block, otherSign: boolean): readonly string[] {
	switch (block.type) {
		case 'paragraph':
			return paragraph(block.children);
		case 'heading': {
			/* Below the post's own heading, which is a third level. */
			const signs = '#'.repeat(Math.min(6, Math.max(1, block.level) + 3));
			return [`${signs} ${oneLine(inlineMarkdown(block.children)).replace(/#+$/, '\\$&')}`];
		}
		case 'code':
			return fenced(block.text, block.language);
		case 'list':
			return block.items.flatMap((item, index) => {
				const sign = otherSign ? '*' : '-';
				const marker = block.ordered ? `${block.start + index}${otherSign ? ')' : '.'} ` : `${sign} `;
				const lines = markdownLines(item);
				return lines.length === 0 ? [marker.trimEnd()] : prefixed(lines, ' '.repeat(marker.length), marker);
			});
		case 'quote': {
			const source = quoteSource(block.source);
			return prefixed(titled(source === '' ? '' : strong(`${escapeInline(source)}:`), block.children), '> ');
		}
		case 'table': {
			const columns = Math.max(block.head.length, ...block.rows.map(row => row.length));
			if (columns === 0) return [];
			return [
				tableRow(block.head, columns),
				`|${' --- |'.repeat(columns)}`,
				...block.rows.map(row => tableRow(row, columns)),
			];
		}
		case 'details':
			return titled(strong(escapeBlock(block.summary)), block.children);
		case 'preview':
			return prefixed(titled(link(escapeInline(block.title), block.url ?? '', block.title), block.children), '> ');
		case 'poll':
			return stacked([
				block.title === null ? [] : [strong(escapeBlock(block.title))],
				block.options.map(({text, votes}) => `- ${escapeBlock(votes === null ? text : `${text}: ${votes}`)}`),
				block.voters === null ? [] : [`${block.voters} voters`],
			]);
		case 'signature':
			return stacked([['___'], markdownLines(block.children)]);
		case 'rule':
			return ['___'];
	}
}

function titled(title: string, children: readonly Block[]): readonly string[] {
	return stacked([title === '' ? [] : title.split('\n'), markdownLines(children)]);
}

/* An empty line would end the paragraph; a hard break with nothing behind it would be a backslash. */
function paragraph(children: readonly Inline[]): readonly string[] {
	const lines = inlineMarkdown(children).split('\n').map(guardLine);
	const kept = lines.filter(line => line !== '' && line !== '\\');
	const last = kept.pop();
	return last === undefined ? [] : [...kept, last.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1')];
}

function fenced(text: string, language: string | null): readonly string[] {
	const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
	const info = language !== null && /^[\w+#.-]+$/.test(language) ? language : '';
	return [`${fence}${info}`, ...text.split('\n'), fence];
}

function tableRow(cells: readonly (readonly Inline[])[], columns: number): string {
	const texts = Array.from({length: columns}, (_, index) => oneLine(inlineMarkdown(cells[index] ?? [])));
	return `| ${texts.map(text => text.replaceAll('|', '\\|')).join(' | ')} |`;
}

function oneLine(markdown: string): string {
	return markdown.replace(/\\?\n/g, ' ').trim();
}

function inlineMarkdown(children: readonly Inline[]): string {
	let text = '';
	for (const child of children) {
		const next = inline(child);
		/* An exclamation mark before a link would make it an image. */
		text = next.startsWith('[') ? text.replace(/!$/, '\\!') + next : text + next;
	}
	return text;
}

function inline(child: Inline): string {
	switch (child.type) {
		case 'text':
			return escapeInline(child.text);
		case 'mention':
			return escapeInline(`@${child.name}`);
		case 'code':
			return codeSpan(child.text);
		case 'break':
			return '\\\n';
		case 'image':
			return image(child.alt, child.url);
		case 'link':
			return link(inlineMarkdown(child.children), child.url, plainWords(child.children));
		case 'strong':
			return strong(inlineMarkdown(child.children));
		case 'emphasis':
			return marked(inlineMarkdown(child.children), '*');
		case 'strike':
			return marked(inlineMarkdown(child.children), '~~');
		case 'spoiler':
			return `\\[spoiler: ${inlineMarkdown(child.children)}\\]`;
	}
}

function strong(markdown: string): string {
	return marked(markdown, '**');
}

/* Signs bind only to what is no space; an emphasis within the same emphasis is one. */
function marked(markdown: string, sign: string): string {
	const words = markdown.trim();
	if (words === '' || words.startsWith(sign)) return markdown;
	const start = markdown.indexOf(words);
	return `${markdown.slice(0, start)}${sign}${words}${sign}${markdown.slice(start + words.length)}`;
}

function codeSpan(text: string): string {
	if (text.trim() === '') return text;
	const fence = '`'.repeat(longestRun(text) + 1);
	const words = text.replaceAll('\n', ' ');
	const gap = /^`|`$|^ .* $/.test(words) ? ' ' : '';
	return `${fence}${gap}${words}${gap}${fence}`;
}

function longestRun(text: string): number {
	return Math.max(0, ...Array.from(text.matchAll(/`+/g), run => run[0].length));
}

function image(alt: string, url: string | null): string {
	const address = url === null ? null : destination(url);
	return address === null ? escapeInline(imageLabel(alt)) : `![${escapeInline(alt)}](${address})`;
}

function link(markdown: string, url: string, words: string): string {
	const address = destination(url);
	if (address === null) return url === '' || words === url ? markdown : `${markdown} (${escapeInline(url)})`;
	if ((words === url || words === '') && /^https?:\/\/[^\s<>&]+$/.test(url)) return `<${url}>`;
	return `[${markdown || escapeInline(url)}](${address})`;
}

/** A link's destination, or `null` for an address that a reader of the Markdown should not be led to. */
function destination(url: string): string | null {
	if (!/^(?:https?:|ftp:|mailto:|[/#])/i.test(url)) return null;
	const encoded = url.replace(/[\s<>\\]/g, encodeURIComponent).replace(/&(?=#?\w+;)/g, '\\&');
	return /[()]/.test(encoded) ? `<${encoded}>` : encoded;
}

function plainWords(children: readonly Inline[]): string {
	return children.map(child => (child.type === 'text' || child.type === 'code' ? child.text : '\n')).join('');
}
