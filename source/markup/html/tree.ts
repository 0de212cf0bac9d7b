/**
The tree of a fragment of HTML, as much of it as blocks are made of.
*/
import {type Attributes, ShallowParser} from './shallow-parser.ts';

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

/** Real posts stay far below; deeper elements are flattened, their words kept. */
const deepest = 96;

/** Elements that begin and end a line, after the rendering section of the HTML standard. */
const blockNames = new Set(
	(
		'address article aside blockquote body center details dd dialog dir div dl dt fieldset figcaption figure footer form ' +
		'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search ' +
		'section summary table tbody td tfoot th thead tr caption ul xmp'
	).split(' '),
);

/** Elements that say nothing to a reader, with all that is in them. */
const silentNames = new Set('annotation annotation-xml base link meta script style svg template title'.split(' '));

type OpenElement = {name: string; attributes: Attributes; children: Node[]; isBlock: boolean; holdsBlocks: boolean};

/**
Read a fragment of HTML, however broken.

@returns Its top level: elements and texts, entities read, white space as it is. Comments, scripts and
	styles are left out. Nested no deeper than a bound; linear time. Never throws.
*/
export function readTree(html: string): readonly Node[] {
	const root: OpenElement = {name: '', attributes: {}, children: [], isBlock: true, holdsBlocks: false};
	const open = [root];
	let silent = 0;
	let text = '';

	/** Text comes in parts, an entity each: they are one. */
	function finishText(): void {
		if (text === '') return;
		open.at(-1)?.children.push(text);
		text = '';
	}

	const parser = new ShallowParser(
		{
			open(name, attributes, isVoid) {
				if (silent > 0 || silentNames.has(name)) {
					if (!isVoid) silent++;
					return;
				}
				finishText();
				const isBlock = blockNames.has(name);
				const element: OpenElement = {name, attributes, children: [], isBlock, holdsBlocks: false};
				open.at(-1)?.children.push(element);
				if (isBlock) {
					for (let above = open.length - 1; above >= 0; above--) {
						const ancestor = open[above];
						if (ancestor === undefined || ancestor.holdsBlocks) break;
						ancestor.holdsBlocks = true;
					}
				}
				if (!isVoid) open.push(element);
			},
			close() {
				if (silent > 0) {
					silent--;
					return;
				}
				finishText();
				open.pop();
			},
			text(words) {
				if (silent === 0) text += words;
			},
		},
		{deepest},
	);
	parser.end(html);
	finishText();
	return root.children;
}

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
