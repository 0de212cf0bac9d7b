/**
Names: one string for all posts of an author, made safe once.

Looked up by a rough hash, with room for one name in each place: a map of thousands of names takes four times as long,
for every step of its search waits for memory. Of two names that fall into one place the later one is kept, and the
other is made anew when it comes again.
*/
import {detached} from '../text/detached.ts';
import {safeLine} from '../text/safe-text.ts';

/** A power of two; some times the authors of a large dump. */
const places = 1 << 15;

export class Names {
	readonly #kept: (string | undefined)[] = [];

	/** @returns The name on one safe line, which holds no chunk of the input alive. Never throws. */
	safe(name: string): string {
		const place = placeOf(name);
		const known = this.#kept[place];
		if (known === name) return known;
		const safe = safeLine(name);
		if (safe !== name) return this.safe(safe);
		while (this.#kept.length <= place) this.#kept.push(undefined);
		const own = detached(name);
		this.#kept[place] = own;
		return own;
	}
}

/** FNV-1a of the UTF-16 units, folded (Fowler, Noll, Vo). */
function placeOf(name: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
	return (hash ^ (hash >>> 15)) & (places - 1);
}
