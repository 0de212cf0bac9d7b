/**
Names: one string for all posts of an author, made safe once.

Looked up by a rough hash, with room for one name in each place: a map of thousands of names takes four times as long,
for every step of its search waits for memory. Of two names that fall into one place the later one is kept, and the
other is made anew when it comes again.
*/
import {detached} from '../text/detached.ts';
import {safeLine} from '../text/safe-text.ts';

/** So many places there are at first, and at most; powers of two, the greatest some times the authors of a large dump. */
const fewest = 1 << 7;
const most = 1 << 15;

export class Names {
	#kept: (string | undefined)[] = [];
	#places = fewest;
	#taken = 0;

	/** @returns The name on one safe line, which holds no chunk of the input alive. Never throws. */
	safe(name: string): string {
		const place = hashOf(name) & (this.#places - 1);
		const known = this.#kept[place];
		if (known === name) return known;
		const safe = safeLine(name);
		if (safe !== name) return this.safe(safe);
		while (this.#kept.length <= place) this.#kept.push(undefined);
		const own = detached(name);
		this.#kept[place] = own;
		if (known === undefined) this.#taken++;
		if (this.#taken * 2 > this.#places && this.#places < most) this.#grow();
		return own;
	}

	/** Names that were kept are made anew when they come again. */
	#grow(): void {
		this.#kept = [];
		this.#places *= 4;
		this.#taken = 0;
	}
}

/** FNV-1a of the UTF-16 units, folded (Fowler, Noll, Vo). */
function hashOf(name: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
	return hash ^ (hash >>> 15);
}
