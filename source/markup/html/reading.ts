/**
What the readers of single elements need of the reader of all: to read what stands inside.
*/
import type {Block, Inline} from '../../thread/body.ts';
import type {Site} from './attributes.ts';
import type {Node} from './tree.ts';

export type Reading = {
	readonly site: Site;
	readonly blocks: (nodes: readonly Node[]) => Block[];
	/** Everything on lines, blocks parted by spaces. */
	readonly inlines: (nodes: readonly Node[]) => readonly Inline[];
};
