/**
The vocabulary of made-up posts: words that look like words, drawn as often as Zipf's law says:
the second half as often as the first, the hundredth a hundredth.
*/
import {createRandom, type Random} from './random.ts';

/** So many that 100 000 posts hold some 90 000 distinct words, as real threads do. */
const size = 120_000;

const starts = 'b c d f g h j k l m n p r s t v w z br ch cl dr fl gr pl pr sh sl sp st th tr'.split(' ');
const vowels = 'a e i o u ai ea ee oo ou'.split(' ');
const ends = ['', '', 'n', 'r', 't', 'l', 's', 'd', 'm', 'ck', 'nd', 'st', 'ng'];
const endings = ['', 's', 'ed', 'ing', 'er', 'ly', 'ness'];

/** The commonest first, no two alike. Common words are short. */
export const vocabulary: readonly string[] = makeVocabulary();

function makeVocabulary(): readonly string[] {
	const random = createRandom(1);
	const from = (list: readonly string[]) => list[random.below(list.length)] ?? '';
	const words = new Set<string>();
	while (words.size < size) {
		const syllables = 1 + random.below(Math.min(3, 1 + words.size / 800));
		let stem = '';
		for (let at = 0; at < syllables; at++) stem += from(starts) + from(vowels);
		stem += from(ends);
		words.add(stem);
		for (let relatives = random.below(3); relatives > 0; relatives--) words.add(stem + from(endings));
	}
	return [...words].slice(0, size);
}

/** A word of the running text. A rank that is uniform in its logarithm has Zipf's frequencies. */
export function drawWord(random: Random): string {
	return vocabulary[Math.floor((size + 1) ** random.next()) - 1] ?? '';
}
