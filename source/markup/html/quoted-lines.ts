/**
Quoted lines: text that people marked as a quote by hand, `> like this`, where the forum has
no quotes of its own. Hacker News is full of them, plain or in italics.
*/
import type {Block, Inline} from '../../thread/body.ts';

/**
A mark and the words behind it; white space before it has collapsed. A figure right behind the sign is a
comparison, and `>>>` a prompt of Python.
*/
const mark = /^>{1,2}(?!>)(?:\s+(?=\S)|(?=[\p{L}"'“‘«([…]))/u;

/**
Part the inlines of a paragraph into paragraphs and the quotes among its lines.

@returns One paragraph where no line has a mark. Every word but the marks is kept. Never throws.
*/
export function partQuotedLines(inlines: readonly Inline[]): readonly Block[] {
	if (!inlines.some(isMarked)) return [{type: 'paragraph', children: inlines}];
	const blocks: Block[] = [];
	for (const {lines, isQuoted} of runsOf(inlines)) {
		if (!isQuoted) blocks.push({type: 'paragraph', children: lines});
		else blocks.push({type: 'quote', source: null, children: [{type: 'paragraph', children: lines}]});
	}
	return blocks;
}

type Run = {readonly lines: readonly Inline[]; readonly isQuoted: boolean};

/** Lines of the same kind that follow each other; italics that begin with a mark are quoted to their end only. */
function runsOf(inlines: readonly Inline[]): readonly Run[] {
	const runs: {lines: Inline[]; isQuoted: boolean}[] = [];
	let atStart = true;
	let isQuoted = false;
	for (const inline of inlines) {
		if (inline.type === 'break') {
			atStart = true;
			continue;
		}
		const last = runs.at(-1);
		const marked = atStart && isMarked(inline);
		const wasSpan = isQuoted && !atStart && last?.lines.length === 1 && last.lines[0]?.type === 'emphasis';
		if (atStart || wasSpan) isQuoted = marked;
		const words = marked ? withoutMark(inline) : inline;
		if (last === undefined || last.isQuoted !== isQuoted) runs.push({lines: [trimStart(words)], isQuoted});
		else last.lines.push(...(atStart ? [{type: 'break'} as const, words] : [words]));
		atStart = false;
	}
	return runs;
}

function trimStart(inline: Inline): Inline {
	return inline.type === 'text' ? {...inline, text: inline.text.trimStart()} : inline;
}

function isMarked(inline: Inline): boolean {
	const first = inline.type === 'emphasis' ? inline.children[0] : inline;
	return first?.type === 'text' && first.text.startsWith('>') && mark.test(first.text);
}

function withoutMark(inline: Inline): Inline {
	if (inline.type === 'text') return {...inline, text: inline.text.replace(mark, '')};
	if (inline.type !== 'emphasis') return inline;
	return {...inline, children: inline.children.map((child, index) => (index === 0 ? withoutMark(child) : child))};
}
