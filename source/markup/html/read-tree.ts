/**
Reading the tree of a fragment: htmlparser2 reads whatever there is; what holds nothing odd is read without it.
*/
import {readPlainTree} from './plain-tree.ts';
import {ShallowParser} from './shallow-parser.ts';
import type {Node} from './tree.ts';
import {TreeBuilder} from './tree-builder.ts';

/** Real posts stay far below; deeper elements are flattened, their words kept. */
const deepest = 96;

/** Elements that say nothing to a reader, with all that is in them. */
const silentNames = new Set('annotation annotation-xml base link meta script style svg template title'.split(' '));

/**
Read a fragment of HTML, however broken.

@returns Its top level: elements and texts, entities read, white space as it is. Comments, scripts and
	styles are left out. Nested no deeper than a bound; linear time. Never throws.
*/
export function readTree(html: string): readonly Node[] {
	return readPlainTree(html, deepest) ?? readAnyTree(html);
}

/** The same by htmlparser2 alone. */
export function readAnyTree(html: string): readonly Node[] {
	const tree = new TreeBuilder();
	let silent = 0;
	let text = '';

	/** Text comes in parts, an entity each: they are one. */
	function finishText(): void {
		tree.text(text);
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
				tree.open(name, attributes, isVoid);
			},
			close() {
				if (silent > 0) {
					silent--;
					return;
				}
				finishText();
				tree.close();
			},
			text(words) {
				if (silent === 0) text += words;
			},
		},
		{deepest},
	);
	parser.end(html);
	finishText();
	return tree.take();
}
