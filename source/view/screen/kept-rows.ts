/**
Rows of the list that are kept from one frame to the next: at nearly every key most of them show what they showed before.
*/
import type {Glyphs} from '../../layout/glyphs.ts';
import type {Row} from '../../layout/span.ts';
import type {Body} from '../../thread/body.ts';
import type {Dump} from '../../thread/dump.ts';
import type {Post} from '../../thread/post.ts';
import type {Model} from '../model.ts';

/** Something that a row depends on. */
export type Fact = string | number | boolean | null | undefined | Glyphs;

type Kept = {readonly body: Body; readonly facts: readonly Fact[]; readonly row: Row};

/** The rows of posts that were drawn last. */
const lastDrawn = new WeakMap<Dump, ReadonlyMap<Post, Kept>>();

/**
Begin a frame.

@returns What draws the row of a post, or gives the one that was drawn last where nothing that it depends on has changed: its
	post, the words of that, and the facts, as many for every row and in the same order. While something is searched for
	that is hard to tell, and topics show more than their post: then it always draws.
*/
export function keeping({dump, state}: Model): (post: Post, facts: readonly Fact[], draw: () => Row) => Row {
	if (state.search !== null || dump.topics.length > 1) return (_post, _facts, draw) => draw();
	const before = lastDrawn.get(dump);
	const now = new Map<Post, Kept>();
	lastDrawn.set(dump, now);
	return (post, facts, draw) => {
		const body = dump.body(post);
		const last = before?.get(post);
		const kept = last?.body === body && isSame(last.facts, facts) ? last : {body, facts, row: draw()};
		now.set(post, kept);
		return kept.row;
	};
}

function isSame(facts: readonly Fact[], others: readonly Fact[]): boolean {
	for (let at = 0; at < facts.length; at++) if (facts[at] !== others[at]) return false;
	return true;
}
