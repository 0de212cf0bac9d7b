/**
Made-up posts, the same at every run: as long as posts are, by as many people, liked as rarely and quoting as often.
*/
import {createRandom, type Random} from './random.ts';
import {drawWord, vocabulary} from './vocabulary.ts';

export type MadePost = {
	/** From 1. */
	readonly number: number;
	readonly author: string;
	readonly date: Date;
	readonly likes: number;
	readonly quote: {readonly number: number; readonly author: string; readonly text: string} | null;
	readonly paragraphs: readonly string[];
};

/** What the first post begins with, and nothing else holds: once it is on screen, the post is. */
export const firstWords = 'Quixotic marrowfat lanterns';

/** Written at the top of every input. */
export const title = 'Which vessel keeps the longest';

/** How far back quotes reach, in posts. */
const memory = 100;
const quoteShare = 0.3;
const likedShare = 0.3;

/** Posts without end. */
export function* madePosts(): Generator<MadePost, never> {
	const random = createRandom(20);
	const recent: MadePost[] = [];
	let time = Date.UTC(2015, 0, 4, 9, 30);
	for (let number = 1; ; number++) {
		time += Math.floor(random.next() ** 4 * 40) * 60_000;
		const [first = '', ...rest] = paragraphs(random);
		const post: MadePost = {
			number,
			author: author(random, number),
			date: new Date(time),
			likes: random.next() < likedShare ? 1 + Math.floor(random.next() ** 3 * 30) : 0,
			quote: random.next() < quoteShare ? quoteOf(recent[random.below(recent.length)]) : null,
			paragraphs: [number === 1 ? `${firstWords} ${first}` : first, ...rest],
		};
		// Nobody quotes the words that are waited for.
		if (number > 1) recent[number % memory] = post;
		yield post;
	}
}

function quoteOf(post: MadePost | undefined): MadePost['quote'] {
	if (post === undefined) return null;
	const text = post.paragraphs[0]?.split('. ').slice(0, 2).join('. ') ?? '';
	return {number: post.number, author: post.author, text};
}

/** A few people write most posts, and ever more people write one. */
function author(random: Random, number: number): string {
	const people = 20 + Math.floor(number / 50);
	return `${vocabulary[1000 + Math.floor((people + 1) ** random.next())] ?? 'ada'}_${people % 7}`;
}

/** 1 to 5 paragraphs, about 55 words in all: some posts have six, and some have several hundred. */
function paragraphs(random: Random): readonly string[] {
	const words = 6 + Math.floor(20 * -Math.log(1 - random.next()) + random.next() ** 8 * 250);
	const count = 1 + Math.min(4, Math.floor(words / 40));
	return Array.from({length: count}, () => sentences(random, Math.ceil(words / count)));
}

function sentences(random: Random, length: number): string {
	let text = '';
	let begins = true;
	for (let at = 1; at <= length; at++) {
		const word = drawWord(random);
		text += begins ? word.charAt(0).toUpperCase() + word.slice(1) : word;
		begins = random.next() < 0.08;
		text += at === length ? '.' : begins ? '. ' : random.next() < 0.06 ? ', ' : ' ';
	}
	return text;
}
