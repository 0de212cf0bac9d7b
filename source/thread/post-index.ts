/**
The post index: where in a dump the post of an id stands.

Most dumps number their posts, so most ids are numbers.
*/
import {Numbered} from './numbered.ts';
import type {PostId} from './post.ts';

export class PostIndex {
	readonly #numbered = new Numbered();
	readonly #others = new Map<PostId, number>();

	/** @returns The position, or `undefined`. */
	get(id: PostId): number | undefined {
		const number = numberOf(id);
		return number === -1 ? this.#others.get(id) : this.#numbered.get(number);
	}

	/** @returns Whether the id was not there yet. One that was stays where it is. */
	add(id: PostId, position: number): boolean {
		const number = numberOf(id);
		const known = number === -1 ? this.#others.get(id) : this.#numbered.get(number);
		if (known !== undefined) return false;
		if (number === -1) this.#others.set(id, position);
		else this.#numbered.set(number, position);
		return true;
	}
}

/** The number that an id is, written as JavaScript writes it and of at most nine digits; else -1. */
function numberOf(id: PostId): number {
	const {length} = id;
	if (length === 0 || length > 9 || (length > 1 && id.charCodeAt(0) === 0x30)) return -1;
	let number = 0;
	for (let at = 0; at < length; at++) {
		const digit = id.charCodeAt(at) - 0x30;
		if (digit < 0 || digit > 9) return -1;
		number = number * 10 + digit;
	}
	return number;
}
