/**
A made-up thread of any size for measuring search: words as often as words are in English (Zipf and
Mandelbrot's law), as long as they are there, in families (seed, seeds, seeding), some of them a
topic's own. The same seed gives the same thread.
*/
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';

/** The words that make up half of any English text, the commonest first. */
const commonest =
	'the of and to a in is it you that he was for on are with as I his they be at one have this from or had by not but what some we can out other were all there when up use your how said an each she which do their time if will way about many then them would like so these her long make thing see him two has look more day could go come did my sound no most who over know than call first people may down side been now find any new'.split(
		' ',
	);
const heads = 'b c d f g h j k l m n p r s t v w z br ch cl cr dr fl gr pl pr sc sh sl sp st str th tr qu'.split(' ');
const vowels = 'a a e e e i i o o u ai ea ee io ou'.split(' ');
const tails = 'n r t l s d m p k ck nd nt st rt ng x'.split(' ');
const endings = ['', '', '', 's', 'ed', 'ing', 'er', 'ly', 'ness', 'able', 'tion'];

const vocabularySize = 150_000;
/** Mandelbrot's constants: they give some 10 000, 35 000 and 90 000 distinct words in 1 000, 10 000 and 100 000 posts. */
const shift = 2.7;
const exponent = 1.02;
/** Words beyond the common core grow rare faster. */
const core = 6000;
const beyondCore = 0.9;
/** The share of words that are written with a capital wherever they stand, and of those that are another at a sentence's begin. */
const nameShare = 0.15;
const commonBegin = 0.85;

/** Numbers of 0 … 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function pick<T>(from: readonly T[], random: () => number, fallback: T): T {
	return from[Math.floor(random() * from.length)] ?? fallback;
}

/** Words, the commonest first, no two alike. */
function makeVocabulary(random: () => number): readonly string[] {
	const words = new Set(commonest);
	while (words.size < vocabularySize) {
		let stem = '';
		const syllables = 1 + Math.floor(random() * Math.min(3, 1 + words.size / 3000));
		for (let at = 0; at < syllables; at++) stem += pick(heads, random, 'b') + pick(vowels, random, 'a');
		stem += pick(tails, random, 'n');
		for (let family = Math.floor(random() * 4); family >= 0; family--) words.add(stem + pick(endings, random, ''));
	}
	return [...words];
}

/** Draws words as often as they are in English, of the commonest so many. */
function drawer(vocabulary: readonly string[], random: () => number): (ranks?: number) => string {
	const sums = new Float64Array(vocabulary.length);
	let sum = 0;
	for (let rank = 0; rank < sums.length; rank++) {
		sum += (rank + 1 + shift) ** -exponent * Math.min(1, core / (rank + 1)) ** beyondCore;
		sums[rank] = sum;
	}
	return (ranks = vocabulary.length) => {
		const wanted = random() * (sums[ranks - 1] ?? sum);
		let low = 0;
		for (let high = sums.length - 1; low < high; ) {
			const middle = (low + high) >>> 1;
			if ((sums[middle] ?? 0) < wanted) low = middle + 1;
			else high = middle;
		}
		return vocabulary[low] ?? '';
	};
}

export type MadeThread = {
	readonly dump: Dump;
	readonly texts: readonly string[];
	readonly vocabulary: readonly string[];
};

/** @param count - How many posts; each has about 500 bytes. */
export function makeThread(count: number): MadeThread {
	const random = randomOf(7);
	const vocabulary = makeVocabulary(random);
	const drawn = drawer(vocabulary, random);
	const names = new Set(vocabulary.slice(300).filter(() => random() < nameShare));
	const builder = new DumpBuilder('text', post => [{type: 'paragraph', children: [{type: 'text', text: post.raw}]}]);
	const texts: string[] = [];

	function writePost(own: readonly string[]): string {
		let text = '';
		const length = 15 + Math.floor(random() ** 2 * 165);
		for (let at = 0, begins = true; at < length; at++) {
			const word = begins && random() < commonBegin ? drawn(1000) : random() < 0.05 ? pick(own, random, '') : drawn();
			const capital = begins || names.has(word);
			text += capital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
			begins = random() < 0.08;
			text += begins ? '. ' : random() < 0.06 ? ', ' : random() < 0.004 ? ' -> ' : ' ';
		}
		return text;
	}

	let own: readonly string[] = [];
	for (let number = 1; number <= count; number++) {
		if (number % 40 === 1)
			own = Array.from({length: 12}, () => vocabulary[Math.floor(vocabulary.length ** (0.5 + random() / 2))] ?? '');
		const text = writePost(own);
		texts.push(text);
		const author = `${vocabulary[200 + Math.floor(random() ** 3 * 4000)] ?? ''}${number % 7 === 0 ? '42' : ''}`;
		builder.add({id: String(number), number, author, markup: 'plain', raw: text});
	}
	return {dump: builder.snapshot(true), texts, vocabulary};
}
