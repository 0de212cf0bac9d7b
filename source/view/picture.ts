/**
The picture of a thread in numbers: what `i` draws, counted ahead.
*/
import type {Post} from '../thread/post.ts';
import {type Ahead, type Known, makeAhead, postsAStep, type Steps} from './ahead.ts';

export type Counted = {readonly post: Post; readonly count: number};
export type AuthorCount = {readonly name: string; readonly posts: number; readonly likes: number};

export type Picture = {
	readonly posts: readonly Post[];
	/** The likes of each post, 0 where none are known. */
	readonly likes: Float64Array;
	/** The posts with the most likes, most first. */
	readonly liked: readonly Counted[];
	/** When posts were written, in milliseconds since 1970; only of those that say so, in the order of the dump. */
	readonly times: Float64Array;
	/** Who wrote most, most posts first, and of how many. */
	readonly loudest: readonly AuthorCount[];
	readonly authors: number;
	/** The posts quoted most often, most first. */
	readonly quoted: readonly Counted[];
};

const mostPosts = 5;
const mostAuthors = 8;

/** @param topic - Of this topic only; `null` is of the whole dump. */
export function pictureOf(known: Known, topic: string | null): Picture {
	return pictures.of(known, topic);
}

/** See `Ahead`. */
export const pictures: Ahead<Picture> = makeAhead(count);

function* count({dump, context}: Known, topic: string | null): Steps<Picture> {
	const posts = topic === null ? dump.posts : dump.posts.filter(post => post.topic === topic);
	const likes = new Float64Array(posts.length);
	const times = new Float64Array(posts.length);
	let timed = 0;
	const authors = new Map<string, Author>();
	const liked: Counted[] = [];
	const quoted: Counted[] = [];
	for (const [index, post] of posts.entries()) {
		if (index % postsAStep === 0) yield;
		likes[index] = post.likes ?? 0;
		const time = timeOf(post);
		if (!Number.isNaN(time)) times[timed++] = time;
		countAuthor(authors, post);
		keepMost(liked, post, post.likes ?? 0);
		keepMost(quoted, post, context.quotedBy(post.id).length);
	}
	return {
		posts,
		likes,
		liked,
		times: times.subarray(0, timed),
		loudest: loudest(authors),
		authors: authors.size,
		quoted,
	};
}

/** Keep the posts that count most, most first, the earlier one first of equals; none that counts nothing. */
function keepMost(found: Counted[], post: Post, count: number): void {
	if (count <= 0 || (found.length === mostPosts && count <= (found.at(-1)?.count ?? 0))) return;
	const place = found.findIndex(other => other.count < count);
	found.splice(place === -1 ? found.length : place, 0, {post, count});
	if (found.length > mostPosts) found.pop();
}

type Author = {readonly name: string; posts: number; likes: number};

function countAuthor(authors: Map<string, Author>, {author, likes}: Post): void {
	if (author === null) return;
	let count = authors.get(author);
	if (count === undefined) {
		count = {name: author, posts: 0, likes: 0};
		authors.set(author, count);
	}
	count.posts++;
	count.likes += likes ?? 0;
}

function loudest(authors: ReadonlyMap<string, Author>): readonly AuthorCount[] {
	const all = [...authors.values()].sort((a, b) => b.posts - a.posts || b.likes - a.likes);
	return all.slice(0, mostAuthors);
}

const toTheMinute = 'yyyy-mm-ddThh:mm'.length;

/** NaN where the post says no time. One that says no zone is taken for UTC, so that all stand on one line. */
function timeOf({date}: Post): number {
	if (date === null) return Number.NaN;
	// `Date.parse` takes a microsecond, and the most common form by far is this one.
	if (date.length !== toTheMinute || date[10] !== 'T') return Date.parse(date);
	const year = twoDigits(date, 0) * 100 + twoDigits(date, 2);
	return Date.UTC(year, twoDigits(date, 5) - 1, twoDigits(date, 8), twoDigits(date, 11), twoDigits(date, 14));
}

function twoDigits(text: string, at: number): number {
	return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}
