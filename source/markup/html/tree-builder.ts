/**
The tree builder: elements and texts, each put where it belongs, as a reader meets them.
*/
import type {Attributes} from './shallow-parser.ts';
import type {Node} from './tree.ts';

/** Elements that begin and end a line, after the rendering section of the HTML standard. */
const blockNames = new Set(
	(
		'address article aside blockquote body center details dd dialog dir div dl dt fieldset figcaption figure footer form ' +
		'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search ' +
		'section summary table tbody td tfoot th thead tr caption ul xmp'
	).split(' '),
);

type OpenElement = {
	readonly name: string;
	readonly attributes: Attributes;
	children: Node[];
	readonly isBlock: boolean;
	holdsBlocks: boolean;
};

/** The children of whatever has none yet: most elements get one, and a list that grows takes the room of many. */
const none: Node[] = [];

function createRoot(): OpenElement {
	return {name: '', attributes: {}, children: none, isBlock: true, holdsBlocks: false};
}

export class TreeBuilder {
	#root = createRoot();
	/** What the innermost element stands in, the outermost first. */
	#above: OpenElement[] = [];
	#innermost = this.#root;

	/** How many elements are open. */
	get depth(): number {
		return this.#above.length;
	}

	/** The name of the innermost open element, empty where none is open. */
	get name(): string {
		return this.#innermost.name;
	}

	/** @returns The top level of what was built; the builder begins anew. */
	take(): readonly Node[] {
		const nodes = this.#root.children;
		this.#root = createRoot();
		this.#above = [];
		this.#innermost = this.#root;
		return nodes;
	}

	/** @param isVoid - Nothing stands in it, and `close` is not called for it. */
	open(name: string, attributes: Attributes, isVoid: boolean): void {
		const isBlock = blockNames.has(name);
		const element: OpenElement = {name, attributes, children: none, isBlock, holdsBlocks: false};
		this.#add(element);
		if (isBlock) this.#holdBlock();
		if (isVoid) return;
		this.#above.push(this.#innermost);
		this.#innermost = element;
	}

	/** End the innermost element. */
	close(): void {
		this.#innermost = this.#above.pop() ?? this.#root;
	}

	/** @param words - All there are up to the next element. */
	text(words: string): void {
		if (words !== '') this.#add(words);
	}

	#add(node: Node): void {
		const element = this.#innermost;
		if (element.children === none) element.children = [node];
		else element.children.push(node);
	}

	#holdBlock(): void {
		let element = this.#innermost;
		for (let above = this.#above.length - 1; !element.holdsBlocks; above--) {
			element.holdsBlocks = true;
			element = this.#above[above] ?? this.#root;
		}
	}
}
