/**
The picture of a thread in numbers: what `i` draws, counted once for each snapshot and what is known of its quotes.
*/
import type {Dump} from '../thread/dump.ts';
import type {Post} from '../thread/post.ts';
import type {Model} from './model.ts';

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

type Kept = {readonly covered: number; readonly topic: string | null; readonly picture: Picture};

const kept = new WeakMap<Dump, Kept>();

/** @param topic - Of this topic only; `null` is of the whole dump. */
export function pictureOf({dump, context}: Model, topic: string | null): Picture {
	const {covered} = context;
	const last = kept.get(dump);
	if (last?.covered === covered && last.topic === topic) return last.picture;
	const posts = topic === null ? dump.posts : dump.posts.filter(post => post.topic === topic);
	const {loudest, authors} = countAuthors(posts);
	const likes = new Float64Array(posts.length);
	const times = new Float64Array(posts.length);
	let timed = 0;
	posts.forEach((post, index) => {
		likes[index] = post.likes ?? 0;
		const time = timeOf(post);
		if (!Number.isNaN(time)) times[timed++] = time;
	});
	const picture: Picture = {
		posts,
		likes,
		liked: most(posts, post => post.likes ?? 0),
		times: times.subarray(0, timed),
		loudest,
		authors,
		quoted: most(posts, post => context.quotedBy(post.id).length),
	};
	kept.set(dump, {covered, topic, picture});
	return picture;
}

/** The posts that count most, most first, the earlier one first of equals; none that counts nothing. */
function most(posts: readonly Post[], countOf: (post: Post) => number): readonly Counted[] {
	const found: Counted[] = [];
	for (const post of posts) {
		const count = countOf(post);
		if (count <= 0 || (found.length === mostPosts && count <= (found.at(-1)?.count ?? 0))) continue;
		const place = found.findIndex(other => other.count < count);
		found.splice(place === -1 ? found.length : place, 0, {post, count});
		if (found.length > mostPosts) found.pop();
	}
	return found;
}

function countAuthors(posts: readonly Post[]): Pick<Picture, 'loudest' | 'authors'> {
	const counts = new Map<string, {name: string; posts: number; likes: number}>();
	for (const {author, likes} of posts) {
		if (author === null) continue;
		let count = counts.get(author);
		if (count === undefined) {
			count = {name: author, posts: 0, likes: 0};
			counts.set(author, count);
		}
		count.posts++;
		count.likes += likes ?? 0;
	}
	const all = [...counts.values()].sort((a, b) => b.posts - a.posts || b.likes - a.likes);
	return {loudest: all.slice(0, mostAuthors), authors: counts.size};
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
