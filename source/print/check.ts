/**
A check: what a dump holds and lacks, in words.

Something is lost when words or posts could not be read, when the dump names posts that
it does not hold, or when its numbers leave some out.
*/
import type {Dump, Problem} from '../thread/dump.ts';
import type {Post, PostKind} from '../thread/post.ts';

export type Check = {
	/** Lines for people, without newlines. */
	readonly lines: readonly string[];
	readonly lost: boolean;
};

/** A run of numbers that no post has, both ends counted. */
export type Gap = readonly [number, number];

/* So many runs of a long list are shown; the rest is counted. */
const shownGaps = 20;

/** @returns What there is to say of a dump. Cost grows with its posts; bodies are not read. Never throws. */
export function checkDump(dump: Dump): Check {
	const posts = postsByTopic(dump);
	const gaps = dump.topics.flatMap(({id}) => numberGaps(posts.get(id) ?? []).map(gap => ({gap, topic: id})));
	const missing = dump.posts.filter(post => post.kind === 'missing');
	const errors = dump.problems.filter(problem => problem.level === 'error');
	const lost = gaps.length > 0 || missing.length > 0 || errors.length > 0 || !dump.complete;
	const lines = [
		dump.title ?? '(no title)',
		`format: ${dump.format}`,
		`posts: ${postCounts(dump.posts)}`,
		`threads: ${dump.topics.length}`,
		`authors: ${authorCounts(dump.posts)}`,
		`likes: ${likeCounts(dump.posts)}`,
		`dates: ${dateRange(dump.posts)}`,
		`gaps in the numbers: ${gapWords(gaps, dump.topics.length > 1)}`,
		`missing: ${missingWords(missing)}`,
		...problemLines(dump.problems),
		...(dump.complete ? [] : ['The input was not read to its end.']),
		lost ? 'Something is lost.' : 'Nothing is lost that the dump speaks of.',
	];
	return {lines, lost};
}

function postsByTopic({posts}: Dump): ReadonlyMap<string, readonly Post[]> {
	const found = new Map<string, Post[]>();
	for (const post of posts) {
		const known = found.get(post.topic);
		if (known === undefined) found.set(post.topic, [post]);
		else known.push(post);
	}
	return found;
}

/**
Find the numbers that no post has, from 1 to the highest.

@param posts - Of one topic, in any order. A `missing` entry covers as many numbers as it counts.
*/
export function numberGaps(posts: readonly Post[]): readonly Gap[] {
	const runs = posts
		.flatMap(({number, kind, count}) => {
			const length = kind === 'missing' ? (count ?? 1) : 1;
			return number === null || number < 1 ? [] : [[number, number + length - 1] as const];
		})
		.sort((a, b) => a[0] - b[0]);
	const gaps: Gap[] = [];
	let next = 1;
	for (const [first, last] of runs) {
		if (first > next) gaps.push([next, first - 1]);
		next = Math.max(next, last + 1);
	}
	return gaps;
}

function postCounts(posts: readonly Post[]): string {
	const kinds: readonly (readonly [PostKind, string])[] = [
		['action', 'actions'],
		['hidden', 'hidden'],
		['deleted', 'deleted'],
	];
	const count = (kind: PostKind) => posts.filter(post => post.kind === kind).length;
	const others = kinds.map(([kind, word]) => [count(kind), word] as const).filter(([many]) => many > 0);
	return [`${count('post')}`, ...others.map(([many, word]) => `${many} ${word}`)].join(', ');
}

function authorCounts(posts: readonly Post[]): string {
	const held = posts.filter(post => post.kind !== 'missing');
	const names = new Set(held.map(post => post.author).filter(name => name !== null));
	const without = held.filter(post => post.author === null).length;
	if (names.size === 0) return 'none stated';
	return without === 0 ? `${names.size}` : `${names.size}; not stated for ${plural(without, 'post')}`;
}

function likeCounts(posts: readonly Post[]): string {
	const held = posts.filter(post => post.kind === 'post');
	const likes = held.map(post => post.likes).filter(count => count !== null);
	if (likes.length === 0) return 'none stated';
	const sum = likes.reduce((total, count) => total + count, 0);
	return `${sum} in all, known for ${likes.length} of ${plural(held.length, 'post')}`;
}

function dateRange(posts: readonly Post[]): string {
	const dates = posts
		.map(post => post.date)
		.filter(date => date !== null)
		.map(date => ({
			date,
			time: Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(date) || !date.includes('T') ? date : `${date}Z`),
		}))
		.filter(({time}) => !Number.isNaN(time))
		.sort((a, b) => a.time - b.time);
	const first = dates[0]?.date;
	const last = dates.at(-1)?.date;
	if (first === undefined || last === undefined) return 'none stated';
	return first === last ? first : `${first} to ${last}`;
}

function gapWords(gaps: readonly {readonly gap: Gap; readonly topic: string}[], severalTopics: boolean): string {
	if (gaps.length === 0) return 'none';
	const words = gaps.slice(0, shownGaps).map(({gap: [first, last], topic}) => {
		const numbers = first === last ? `#${first}` : `#${first} to #${last}`;
		return severalTopics ? `${numbers} of thread ${topic}` : numbers;
	});
	const more = gaps.length - words.length;
	return more > 0 ? `${words.join(', ')} and ${more} more` : words.join(', ');
}

function missingWords(missing: readonly Post[]): string {
	if (missing.length === 0) return 'no posts that the dump names';
	const counted = missing.reduce((total, {count}) => total + (count ?? 0), 0);
	const uncounted = missing.filter(({count}) => count === null).length;
	const runs = uncounted === 0 ? '' : ` and ${plural(uncounted, 'run')} of unknown length`;
	return `${plural(counted, 'post')} that the dump names and does not hold${runs}`;
}

function problemLines(problems: readonly Problem[]): readonly string[] {
	if (problems.length === 0) return ['problems: none'];
	return [
		`problems: ${problems.length}`,
		...problems.map(({level, line, post, message}) => {
			const place = [line === null ? null : `line ${line}`, post === null ? null : `post ${post}`];
			return `  ${[level, ...place].filter(part => part !== null).join(', ')}: ${message}`;
		}),
	];
}

function plural(count: number, word: string): string {
	return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
