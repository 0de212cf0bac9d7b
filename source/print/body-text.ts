/**
A body as lines of plain text: the dump's own words, so that `grep` finds what the file holds.

Quotes stand behind `> `, code four columns in, images as `[image: alt]`.
*/
import {type Block, type Inline, imageLabel, listMarker, type QuoteSource} from '../thread/body.ts';
import {prefixed, stacked, wrapLine} from './lines.ts';

export type TextStyle = {
	/** Terminal cells to wrap at, or `null` for lines of any length. */
	readonly columns: number | null;
	readonly ascii: boolean;
};

/* Below this, lines no longer shrink with their nesting. */
const narrowest = 16;

/** @returns Lines without newlines, blocks parted by an empty one. Never throws. */
export function textLines(blocks: readonly Block[], style: TextStyle): readonly string[] {
	return stacked(blocks.map(block => blockLines(block, style)));
}

function blockLines(block: Block, style: TextStyle): readonly string[] {
	switch (block.type) {
		case 'paragraph':
		case 'heading':
			return wrapped(inlineText(block.children), style);
		case 'code':
			return block.text.split('\n').map(line => (line === '' ? '' : `    ${line}`));
		case 'list':
			return block.items.flatMap((item, index) => {
				const marker = style.ascii ? listMarker(block, index).replace('•', '*') : listMarker(block, index);
				const inner = narrower(style, marker.length);
				const lines = item.flatMap(child => blockLines(child, inner));
				return lines.length === 0 ? [marker.trimEnd()] : prefixed(lines, ' '.repeat(marker.length), marker);
			});
		case 'quote': {
			const inner = narrower(style, 2);
			const source = quoteSource(block.source);
			const lines = textLines(block.children, inner);
			return prefixed(source === '' ? lines : [...wrapLine(`${source}:`, inner.columns), ...lines], '> ');
		}
		case 'table':
			return [block.head, ...block.rows]
				.map(row => row.map(cell => inlineText(cell).replaceAll('\n', ' ')).join(' | '))
				.filter(line => line !== '')
				.flatMap(line => wrapLine(line, style.columns));
		case 'details':
			return titled(block.summary, block.children, style);
		case 'preview':
			return titled(withAddress(block.title, block.url ?? ''), block.children, style);
		case 'poll':
			return [
				...(block.title === null ? [] : wrapped(block.title, style)),
				...block.options.flatMap(({text, votes}) => wrapped(votes === null ? text : `${text}: ${votes}`, style)),
				...(block.voters === null ? [] : [`${block.voters} voters`]),
			];
		case 'signature':
			return ['--', ...textLines(block.children, style)];
		case 'rule':
			return ['* * *'];
	}
}

/** Who and what a quote names as its source: `#10 grace`; '' where it names nothing. */
export function quoteSource(source: QuoteSource | null): string {
	if (source === null) return '';
	return [source.number === null ? null : `#${source.number}`, source.author].filter(part => part !== null).join(' ');
}

function titled(title: string, children: readonly Block[], style: TextStyle): readonly string[] {
	return [...wrapped(title, style), ...prefixed(textLines(children, narrower(style, 2)), '  ')];
}

function inlineText(children: readonly Inline[]): string {
	return children.map(inlineWords).join('');
}

function inlineWords(inline: Inline): string {
	switch (inline.type) {
		case 'text':
		case 'code':
			return inline.text;
		case 'mention':
			return `@${inline.name}`;
		case 'image':
			return imageLabel(inline.alt);
		case 'break':
			return '\n';
		case 'link':
			return withAddress(inlineText(inline.children), inline.url);
		case 'spoiler':
			return `[spoiler: ${inlineText(inline.children)}]`;
		case 'strong':
		case 'emphasis':
		case 'strike':
			return inlineText(inline.children);
	}
}

/** A link's words and, unless they are its address already, the address. */
function withAddress(words: string, url: string): string {
	if (words === '' || url === '') return words || url;
	const bare = (text: string) => text.replace(/^[a-z]+:\/\//i, '').replace(/\/$/, '');
	return bare(words) === bare(url) ? words : `${words} <${url}>`;
}

function wrapped(text: string, {columns}: TextStyle): readonly string[] {
	return text === '' ? [] : text.split('\n').flatMap(line => wrapLine(line, columns));
}

function narrower(style: TextStyle, by: number): TextStyle {
	return style.columns === null ? style : {...style, columns: Math.max(narrowest, style.columns - by)};
}
