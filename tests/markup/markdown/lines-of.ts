/** Blocks written as lines, so that a test shows what it expects. */
import type {Block, Inline} from '../../../source/thread/body.ts';

function words(inlines: readonly Inline[]): string {
	return inlines
		.map(inline => {
			switch (inline.type) {
				case 'text':
					return inline.text;
				case 'code':
					return `\`${inline.text}\``;
				case 'break':
					return '⏎';
				case 'mention':
					return `@<${inline.name}>`;
				case 'image':
					return `image<${inline.alt}|${inline.url}>`;
				case 'link':
					return `link<${words(inline.children)}|${inline.url}>`;
				default:
					return `${inline.type}<${words(inline.children)}>`;
			}
		})
		.join('');
}

/** One line a block, what it holds indented below it. */
export function linesOf(blocks: readonly Block[]): readonly string[] {
	return blocks.flatMap(linesOfBlock);
}

function linesOfBlock(block: Block): readonly string[] {
	switch (block.type) {
		case 'paragraph':
			return [words(block.children)];
		case 'heading':
			return [`heading ${block.level}: ${words(block.children)}`];
		case 'list':
			return block.items.flatMap((item, index) => {
				const [first = '', ...rest] = linesOf(item);
				return [`${block.ordered ? `${block.start + index}.` : '•'} ${first}`, ...rest.map(line => `  ${line}`)];
			});
		case 'quote': {
			const {author = null, number = null, topic = null} = block.source ?? {};
			const source = block.source === null ? '' : ` ${author} ${number} ${topic}`;
			return [`quote${source}`, ...linesOf(block.children).map(line => `  ${line}`)];
		}
		case 'code':
			return [`code ${block.language}: ${JSON.stringify(block.text)}`];
		case 'table':
			return [block.head, ...block.rows].map(row => `| ${row.map(words).join(' | ')} |`);
		case 'details':
			return [`details ${block.summary}`, ...linesOf(block.children).map(line => `  ${line}`)];
		case 'preview':
			return [`preview ${block.title}`, ...linesOf(block.children).map(line => `  ${line}`)];
		case 'poll':
			return [`poll ${block.title}`, ...block.options.map(({text, votes}) => `  ${text}: ${votes}`)];
		case 'signature':
			return linesOf(block.children);
		case 'rule':
			return ['rule'];
	}
}
