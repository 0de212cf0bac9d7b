/**
What a reader takes for a character or a word, after Unicode Standard Annex 29, as the runtime knows it.
*/

/* Made when first needed: loading the rules takes milliseconds, and most texts do without. */
const segmenters: {grapheme?: Intl.Segmenter; word?: Intl.Segmenter} = {};

/**
Part a text.

@param granularity - Graphemes, which are what a reader takes for one character, or words and what stands between them.
*/
export function segments(text: string, granularity: 'grapheme' | 'word'): Intl.Segments {
	segmenters[granularity] ??= new Intl.Segmenter(undefined, {granularity});
	return segmenters[granularity].segment(text);
}
