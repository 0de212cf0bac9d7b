/**
Blocks for expectations in tests, written short.
*/
import type {Block, Inline} from '../../../source/thread/body.ts';

export function text(words: string): Inline {
	return {type: 'text', text: words};
}

export function paragraph(...inlines: readonly (Inline | string)[]): Block {
	return {type: 'paragraph', children: inlines.map(inline => (typeof inline === 'string' ? text(inline) : inline))};
}

/** A quote; what its source does not name is unknown. */
export function quote(
	source: {author?: string; number?: number; topic?: string} | null,
	...children: readonly Block[]
): Block {
	const full = source === null ? null : {author: null, number: null, topic: null, ...source};
	return {type: 'quote', source: full, children};
}

export function link(url: string, ...children: readonly Inline[]): Inline {
	return {type: 'link', url, children};
}

export const lineBreak: Inline = {type: 'break'};

/** What it is, the fragment, what it becomes. */
export type Case = readonly [what: string, html: string, blocks: readonly Block[]];
