/**
Raw words: whether the words of a post can be told from its raw body, without reading that into blocks.
*/
import type {Markup, Post} from './post.ts';

/** Markups whose readers take words apart and leave some out, and hardly ever make new ones. */
const plainest: ReadonlySet<Markup> = new Set(['crawl-text', 'plain']);

/** Where they do: a link written as Markdown, the size behind an image's name, `'s` on a line of its own. */
const joining = /\]\(|×|\n\s*['’]s/;

/**
Words that a body can hold though nothing in the raw one says them: `[image: …]`. Folded.
*/
export const addedWords: readonly string[] = ['image'];

/**
Whether every word of a post's body, of its quotes too, stands in `raw` as a word, but for `addedWords`. Words
that the body leaves out may stand there as well.

@returns `false` where that is not certain. Never throws.
*/
export function tellsItsWords({markup, raw}: Post): boolean {
	return plainest.has(markup) && !joining.test(raw);
}
