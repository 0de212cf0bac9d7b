/**
Absent numbers: how a format says that posts are not in its input, and what is left of that where another input
holds them. The sentence is the only trace: it is made and read here.
*/

/** What is said of a page that names a next one. */
export const goesOn = 'the thread goes on: later pages are not in this dump';

/**
@param isAtStart - Whether no post stands before them.
@returns The sentence for the posts from `first` to `last`.
*/
export function absentWords(first: number, last: number, isAtStart: boolean): string {
	const why = isAtStart && first === 1 ? 'on an earlier page' : 'deleted, moved or lost';
	return `${postsFrom(first, last)} not in this dump: ${why}`;
}

function postsFrom(first: number, last: number): string {
	return first === last ? `post ${first} is` : `posts ${first} to ${last} are`;
}

const sentence = /^posts? (\d{1,15})(?: to (\d{1,15}))? (?:is|are) (not in this dump: .*)$/;

/**
What of a problem's message is still true where more posts are there than its own input holds.

@param here - The numbers of the posts that are there, in rising order.
@param last - The greatest number in the problem's own input.
@returns The message, or what is left of it: one for each run of posts that is absent still; none if all are there.
	Other messages stay as they are. Never throws.
*/
export function stillAbsent(message: string, here: readonly number[], last: number): readonly string[] {
	if (message === goesOn) return here[firstFrom(here, last + 1)] === last + 1 ? [] : [message];
	const [, from, to = from, rest = ''] = sentence.exec(message) ?? [];
	if (from === undefined) return [message];
	const left: string[] = [];
	let next = Number(from);
	const end = Number(to);
	for (let index = firstFrom(here, next); next <= end; index++) {
		const number = here[index] ?? Number.POSITIVE_INFINITY;
		if (number > next) left.push(`${postsFrom(next, Math.min(number - 1, end))} ${rest}`);
		next = number + 1;
	}
	return left;
}

/** The first place of a number that is not smaller, in numbers that rise. */
function firstFrom(numbers: readonly number[], least: number): number {
	let low = 0;
	let high = numbers.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] ?? 0) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}
