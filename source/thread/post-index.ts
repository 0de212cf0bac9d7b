/**
The post index: where in a dump the post of an id stands.

Most dumps number their posts, so most ids are numbers: those are looked up in a list, which takes a tenth of
the time and memory that a map takes.
*/
import type {PostId} from './post.ts';

/** A list holds no more than so many empty places for each post, and some besides. */
const sparsest = 2;
const spare = 1 << 10;

export class PostIndex {
	/** Of ids that are numbers: the position, `undefined` where there is no such post. */
	readonly #numbered: (number | undefined)[] = [];
	readonly #others = new Map<PostId, number>();
	#count = 0;

	/** @returns The position, or `undefined`. */
	get(id: PostId): number | undefined {
		const number = numberOf(id);
		const position = number === -1 ? undefined : this.#numbered[number];
		return position ?? (this.#others.size === 0 ? undefined : this.#others.get(id));
	}

	/** @param id - One that is not yet there. */
	add(id: PostId, position: number): void {
		const number = numberOf(id);
		this.#count++;
		if (number === -1 || number > this.#count * sparsest + spare) {
			this.#others.set(id, position);
			return;
		}
		while (this.#numbered.length < number) this.#numbered.push(undefined);
		this.#numbered[number] = position;
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
