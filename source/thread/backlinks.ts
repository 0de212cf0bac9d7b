/**
Backlinks: which posts lead to a post.

Posts are positions in the dump. The links to each stand as a chain in a column, for hardly any post has more than a
few, and a dump can hold a million.
*/
import {Column} from './column.ts';

export class Backlinks {
	/** By post: where the last link to it stands, plus one. */
	readonly #last = new Column();
	/** Two numbers a link: the post that it comes from, and where the one before it stands, plus one. */
	readonly #links = new Column();

	/** Note that a post leads to another. */
	add(to: number, from: number): void {
		const before = this.#last.at(to);
		this.#links.push(from);
		this.#links.push(before);
		this.#last.set(to, this.#links.length - 1);
	}

	/** The posts that lead to one, in the order in which they were noted. */
	to(post: number): readonly number[] {
		const from: number[] = [];
		for (let link = this.#last.at(post); link > 0; link = this.#links.at(link)) from.push(this.#links.at(link - 1));
		return from.reverse();
	}
}
