/**
Ranking: in which order the posts that answer are told.

What counts, most first: the worst of a post's words (whole, begun, inside, one error,
the same at the beginning, two errors), how many words stand whole, how rare the words are in the
dump, how close together they stand, the field (author before quote before text),
and the place in the dump. Each is a few bits of one number, so that comparing posts is comparing numbers.
*/
import {scratchRow} from './scratch.ts';
import {grades} from './word-match.ts';

/**
How a post answers one clause of the query, as a number; less is better. `unanswered`
if it does not, `silent` if it does by what it lacks or is, which ranks nothing.
*/
export type Answer = number;
export const unanswered: Answer = 0xffff;
export const silent: Answer = 0;

const fieldWidth = 2;
const frequencyWidth = 4;

/**
Pack an answer.

@param grade - As in word-match.ts.
@param frequency - In how many posts the word stands.
@param field - 0 author, 1 quote, 2 text.
*/
export function packAnswer(grade: number, frequency: number, field: number): Answer {
	const common = Math.min(15, 31 - Math.clz32(Math.max(1, frequency)));
	// Whoever looks for a post remembers what is seldom said: so a rare word says more, also of those that are near.
	return (((grade << frequencyWidth) | common) << fieldWidth) | field;
}

/* A post's rank: worst grade, words not whole, how common they are together, field. */
const partialMost = 7;
const commonMost = 63;
const ranks = 1 << 14;
const gradeShift = 11;

/**
Sum up a post's answers to all clauses.

@returns Less is better; below 2^14. `-1` if a clause is unanswered.
*/
export function rankOf(answers: readonly Uint16Array[], post: number): number {
	let worst = 0;
	let partial = 0;
	let common = 0;
	let field = 3;
	for (let clause = 0; clause < answers.length; clause++) {
		const answer = answers[clause]?.[post] ?? unanswered;
		if (answer === unanswered) return -1;
		if (answer === silent) continue;
		const grade = answer >> (frequencyWidth + fieldWidth);
		if (grade > worst) worst = grade;
		if (grade > grades.whole) partial++;
		common += (answer >> fieldWidth) & 15;
		field = Math.min(field, answer & 3);
	}
	if (worst === 0) return 0;
	return (
		((worst - 1) << gradeShift) | (Math.min(partial, partialMost) << 8) | (Math.min(common, commonMost) << 2) | field
	);
}

/** The rank of a post by its answer to the only clause. */
const ranksOfOne = Int32Array.from({length: (grades.far + 1) << (frequencyWidth + fieldWidth)}, (_, answer) =>
	rankOf([Uint16Array.of(answer)], 0),
);

/** Posts, best first, each with the number that puts it there: less is better. */
export type Order = {readonly posts: Uint32Array; readonly orders: Uint32Array};

/* How many of the best posts are compared by how close their words stand; the rest count as far apart. */
const comparedByCloseness = 1000;
const closenessWidth = 6;
/** Words that stand this far apart, or in different texts, are not close at all. */
export const farApart = 63;

/**
Put the posts that answer every clause in order.

@param size - How many posts the answers are about.
@param isSearched - Whether a post may be a hit.
@param close - How close the words of a post stand, 0 … `farApart`; `null` if fewer than two are asked for.
*/
export function orderPosts(
	answers: readonly Uint16Array[],
	size: number,
	isSearched: (post: number) => boolean,
	close: ((post: number) => number) | null,
): Order {
	const {posts, orders} = sortByRank(answers, size, isSearched);
	const compared = close === null ? 0 : Math.min(posts.length, comparedByCloseness);
	const keys = new Float64Array(compared);
	for (let at = 0; at < compared; at++) {
		const post = posts[at] ?? 0;
		keys[at] = combine(orders[at] ?? 0, close?.(post) ?? 0) * 2 ** 32 + post;
	}
	const unseen = close === null ? 0 : farApart;
	for (let at = compared; at < orders.length; at++) orders[at] = combine(orders[at] ?? 0, unseen);
	keys.sort().forEach((key, at) => {
		posts[at] = key % 2 ** 32;
		orders[at] = Math.floor(key / 2 ** 32);
	});
	return {posts, orders};
}

const foundRow = scratchRow(length => new Uint32Array(length));
const foundRanksRow = scratchRow(length => new Uint16Array(length));
const nextRow = scratchRow(length => new Uint32Array(length));

/** A counting sort: by rank, then by number. */
function sortByRank(answers: readonly Uint16Array[], size: number, isSearched: (post: number) => boolean): Order {
	const found = foundRow(size);
	const foundRanks = foundRanksRow(size);
	const next = nextRow(ranks + 1).fill(0);
	let count = 0;
	const first = answers[0] ?? new Uint16Array(0);
	const isOne = answers.length === 1;
	for (let post = 0; post < size; post++) {
		// Most posts answer no query.
		const answer = first[post] ?? unanswered;
		if (answer === unanswered) continue;
		const rank = isOne ? (ranksOfOne[answer] ?? 0) : rankOf(answers, post);
		if (rank < 0 || !isSearched(post)) continue;
		found[count] = post;
		foundRanks[count++] = rank;
		next[rank + 1] = (next[rank + 1] ?? 0) + 1;
	}
	for (let rank = 1; rank <= ranks; rank++) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
	const sorted: Order = {posts: new Uint32Array(count), orders: new Uint32Array(count)};
	for (let at = 0; at < count; at++) {
		const rank = foundRanks[at] ?? 0;
		const to = next[rank] ?? 0;
		next[rank] = to + 1;
		sorted.posts[to] = found[at] ?? 0;
		sorted.orders[to] = rank;
	}
	return sorted;
}

/** Put closeness into a rank: it counts before the field. */
function combine(rank: number, close: number): number {
	return ((((rank >> fieldWidth) << closenessWidth) | close) << fieldWidth) | (rank & 3);
}

/* The last order that is exact. */
const lastExact = (grades.inside << (gradeShift + closenessWidth)) - 1;

/** An order with more posts behind its exact ones: they hold the words as typed, and nothing more is known of them. */
export function withScanned({posts, orders}: Order, scanned: readonly number[]): Order {
	let exact = 0;
	while (exact < orders.length && (orders[exact] ?? 0) <= lastExact) exact++;
	const together = (row: Uint32Array, added: readonly number[]) =>
		Uint32Array.from([...row.subarray(0, exact), ...added, ...row.subarray(exact)]);
	return {
		posts: together(posts, scanned),
		orders: together(
			orders,
			scanned.map(() => lastExact),
		),
	};
}

/** The worst grade in an order: see word-match.ts. */
export function gradeOf(order: number): number {
	return (order >> (gradeShift + closenessWidth)) + 1;
}

/** An order as a score, 0 best … 1: each of the six grades is a sixth of it. */
export function scoreOf(order: number): number {
	return order / (grades.far << (gradeShift + closenessWidth));
}

/**
How close together a post's words for all clauses stand.

@param tokens - The post's; those below `openers` begin a text, others are words.
@param marks - For every token the clauses that it answers, as bits.
@param clauses - How many there are, 2 … 16: bits 0 … `clauses` - 1.
@returns How many other words stand between them where they are closest, 0 … `farApart`.
*/
export function closeness(tokens: Uint32Array, openers: number, marks: Uint32Array, clauses: number): number {
	const seen = new Int32Array(clauses).fill(-farApart * 2);
	let place = 0;
	let best = farApart;
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at] ?? 0;
		place += token < openers ? farApart * 2 : 1;
		const mark = marks[token] ?? 0;
		if (mark === 0) continue;
		let first = place;
		for (let clause = 0; clause < clauses; clause++) {
			if ((mark >> clause) & 1) seen[clause] = place;
			first = Math.min(first, seen[clause] ?? 0);
		}
		best = Math.min(best, Math.max(0, place - first + 1 - clauses));
	}
	return best;
}
