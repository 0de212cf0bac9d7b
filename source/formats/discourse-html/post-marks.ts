/**
Post marks: how many posts the source of a page holds, told without reading its markup.

A comment, a script or a tag that nothing closes can hide posts from whoever reads the markup.
Counting both ways tells.
*/

const mark = /<div[^<>]{0,250}\bcrawler-post(?=['"\s>])/g;
/** More than the longest mark. */
const overlap = 300;

export class PostMarks {
	#tail = '';
	#count = 0;

	get count(): number {
		return this.#count;
	}

	push(chunk: string): void {
		const text = this.#tail + chunk;
		for (const match of text.matchAll(mark)) {
			// The sign behind a mark is new, or the mark was counted before.
			if (match.index + match[0].length >= this.#tail.length) this.#count++;
		}
		this.#tail = text.slice(-overlap);
	}
}
