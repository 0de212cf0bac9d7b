/**
The words of a thread: who has written before a post, and whether words stand in what
they wrote. With it a quote that has lost its marks is told from the reply below it.
*/
import type {Dump} from '../thread/dump.ts';
import type {Post} from '../thread/post.ts';
import {Recent} from '../thread/recent.ts';

export type ThreadWords = {
	/** The user name of the author or display name who wrote a post before `position`, or `null`. */
	readonly authorBefore: (name: string, position: number) => string | null;
	/**
	How many of the first `parts` stand one behind the other in one earlier post of an author.
	0 if not even the first is found.
	*/
	readonly quotedParts: (author: string, position: number, parts: readonly string[]) => number;
	/** Whether its text is broken at every element: single line breaks, hardly a blank line. */
	readonly broken: (dump: Dump) => boolean;
};

/** An author's earlier posts looked at for a quote: the newest so many. */
const mostPosts = 300;
const mostPlaces = 8;
/** Words with so many letters stand in one post or are copied whole: the newest that has them will do. */
const tellingLetters = 24;
/** Letters that may lie between two parts: an image or a preview that the quote left out. */
const widestGap = 60;
/** Letters kept at most, in UTF-16 units: the posts that are quoted now are mostly those that were quoted just before. */
const mostLetters = 1 << 18;
/** The posts that decide whether text is broken. */
const decisive = 20;

/* Snapshots of one dump share their posts, so the first one stands for all of them. */
const known = new WeakMap<Post, LearningWords>();

/** Learns of the posts up to a position what it does not know yet: to read one post the later ones are not needed. */
type LearningWords = ThreadWords & {readonly learn: (dump: Dump, end: number) => void};

/** @returns The words of a dump's thread before a position; newer snapshots of it go on where older ones stopped. */
export function threadWords(dump: Dump, position: number): ThreadWords {
	const [first] = dump.posts;
	let words = first === undefined ? undefined : known.get(first);
	if (words === undefined) {
		words = createThreadWords();
		if (first !== undefined) known.set(first, words);
	}
	words.learn(dump, position);
	return words;
}

/** `posts` are the positions of the author's posts, in order. */
type Author = {readonly name: string; readonly posts: number[]};

function createThreadWords(): LearningWords {
	const authors = new Map<string, Author>();
	/** To make them again costs less than to keep those of a whole dump. */
	const kept = new Recent<Post, string>(mostLetters);
	/** Those of the snapshot at hand. */
	let all: readonly Post[] = [];
	let learnt = 0;
	let isBroken: boolean | null = null;

	function lettersOf(post: Post): string {
		const known = kept.get(post);
		if (known !== undefined) return known;
		const own = letters(post.raw);
		kept.set(post, own, own.length);
		return own;
	}

	return {
		learn(dump, end) {
			all = dump.posts;
			for (; learnt < end; learnt++) {
				const post = dump.posts[learnt];
				if (post === undefined || post.author === null) continue;
				const key = post.author.toLowerCase();
				const author = authors.get(key) ?? {name: post.author, posts: []};
				author.posts.push(learnt);
				authors.set(key, author);
				const shown = post.name?.toLowerCase();
				if (shown !== undefined && !authors.has(shown)) authors.set(shown, author);
			}
		},
		authorBefore(name, position) {
			const author = authors.get(name.toLowerCase());
			const first = author?.posts[0];
			return author === undefined || first === undefined || first >= position ? null : author.name;
		},
		quotedParts(author, position, parts) {
			const posts = authors.get(author.toLowerCase())?.posts ?? [];
			const end = lowerBound(posts, position);
			const wanted = parts.map(letters);
			const telling = (wanted[0] ?? '').length >= tellingLetters;
			let most = 0;
			for (let index = end - 1; index >= Math.max(0, end - mostPosts); index--) {
				const post = all[posts[index] ?? -1];
				if (post === undefined) continue;
				most = Math.max(most, consecutive(lettersOf(post), wanted));
				if (most === wanted.length || (telling && most > 0)) break;
			}
			return most;
		},
		broken(dump) {
			if (isBroken !== null) return isBroken;
			const answer = looksBroken(dump.posts.slice(0, decisive));
			if (dump.complete || dump.posts.length >= decisive) isBroken = answer;
			return answer;
		},
	};
}

/** How many parts stand behind each other in the words of one post, from any place the first one stands at. */
function consecutive(words: string, parts: readonly string[]): number {
	const [first = ''] = parts;
	if (first === '') return 0;
	let most = 0;
	let place = words.indexOf(first);
	for (let tries = 0; place !== -1 && tries < mostPlaces; tries++) {
		let end = place + first.length;
		let count = 1;
		for (const part of parts.slice(1, 200)) {
			const at = words.slice(end, end + widestGap + part.length).indexOf(part);
			if (at === -1) break;
			end += at + part.length;
			count++;
		}
		most = Math.max(most, count);
		place = words.indexOf(first, place + 1);
	}
	return most;
}

function looksBroken(posts: readonly Post[]): boolean {
	let breaks = 0;
	let blanks = 0;
	for (const {raw} of posts) {
		breaks += raw.match(/[^\n]\n(?=[^\n])/g)?.length ?? 0;
		blanks += raw.match(/\n[^\S\n]*\n/g)?.length ?? 0;
	}
	return breaks + blanks > 2 && blanks * 6 < breaks;
}

/** Letters and digits alone, in lower case: what survives every extractor and editor. */
function letters(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

function lowerBound(posts: readonly number[], position: number): number {
	let low = 0;
	let high = posts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((posts[middle] ?? position) < position) low = middle + 1;
		else high = middle;
	}
	return low;
}
