/**
The tree of a fragment of HTML, as much of it as blocks are made of, and what is looked for in it.
*/
import type {Attributes} from './shallow-parser.ts';

export type Node = Element | string;

export type Element = {
	readonly name: string;
	readonly attributes: Attributes;
	readonly children: readonly Node[];
	/** Whether it stands on lines of its own. */
	readonly isBlock: boolean;
	/** Whether an element that stands on lines of its own is anywhere in it. */
	readonly holdsBlocks: boolean;
};

/** Whether an element is of a class. */
export function hasClass({attributes}: Element, name: string): boolean {
	const list = attributes.class;
	if (list === undefined || !list.includes(name)) return false;
	return list === name || list.split(/\s+/).includes(name);
}

/** All words in a list of nodes, emoji by their names among them, white space as it stands. */
export function textOf(nodes: readonly Node[]): string {
	let text = '';
	for (const node of nodes) {
		if (typeof node === 'string') text += node;
		else if (node.name === 'br') text += '\n';
		else if (node.name === 'img') text += hasClass(node, 'emoji') ? (node.attributes.alt ?? '') : '';
		else text += textOf(node.children);
	}
	return text;
}

/** Preformatted text, every block in it on lines of its own. The newline that opens it is no part of it. */
export function linesOf(nodes: readonly Node[]): string {
	const parts: string[] = [];
	addLines(nodes, parts);
	return parts.join('').replace(/^\n/, '').trimEnd();
}

function addLines(nodes: readonly Node[], parts: string[]): void {
	for (const node of nodes) {
		if (typeof node === 'string' || !(node.isBlock || node.holdsBlocks)) {
			const words = textOf([node]);
			if (words !== '') parts.push(words);
			continue;
		}
		if (node.isBlock && parts.at(-1)?.endsWith('\n') === false) parts.push('\n');
		addLines(node.children, parts);
	}
}

/** All words in a list of nodes on one line. */
export function lineOf(nodes: readonly Node[]): string {
	return textOf(nodes).replace(/\s+/g, ' ').trim();
}

/** The first element, in the order of the text, that a test takes; `null` if none does. */
export function findElement(nodes: readonly Node[], test: (element: Element) => boolean): Element | null {
	for (const node of nodes) {
		if (typeof node === 'string') continue;
		const found = test(node) ? node : findElement(node.children, test);
		if (found !== null) return found;
	}
	return null;
}

/** All outermost elements that a test takes, in the order of the text. */
export function findElements(nodes: readonly Node[], test: (element: Element) => boolean): readonly Element[] {
	return nodes.flatMap(node => {
		if (typeof node === 'string') return [];
		return test(node) ? [node] : findElements(node.children, test);
	});
}
