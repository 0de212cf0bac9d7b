/**
Queries as people type them: words of every frequency, with slips, one word and two.
*/
import {createRandom} from '../inputs/random.ts';
import {vocabulary} from '../inputs/vocabulary.ts';

const random = createRandom(11);

function word(from: number, to: number): string {
	for (;;) {
		const drawn = vocabulary[from + random.below(to - from)] ?? '';
		if (drawn.length >= 4) return drawn;
	}
}

/** A letter left out, not the first. */
function slip(text: string): string {
	const at = 1 + random.below(text.length - 1);
	return text.slice(0, at) + text.slice(at + 1);
}

const kinds: readonly (() => string)[] = [
	() => word(0, 300),
	() => word(300, 5000),
	() => word(5000, 60_000),
	() => slip(word(300, 20_000)),
	() => `${word(100, 10_000)} ${word(0, 2000)}`,
	() => `${slip(word(300, 10_000))} ${word(0, 2000)}`,
];

/** So many of each kind, by turns: a common word, a middling one, a rare one, a slip, two words, two with a slip. */
export function queries(each: number): readonly string[] {
	return Array.from({length: each}, () => kinds.map(kind => kind())).flat();
}

/** What stands in the prompt after every key of typing a query. */
export function typed(query: string): readonly string[] {
	return Array.from({length: query.length}, (_, at) => query.slice(0, at + 1)).filter(text => !text.endsWith(' '));
}

/** Whether two words differ by at most one letter put in, left out or changed. */
export function withinOneEdit(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (long.length - short.length > 1) return false;
	let same = 0;
	while (same < short.length && short[same] === long[same]) same++;
	const rest = long.slice(same + 1);
	return rest === short.slice(same) || rest === short.slice(same + 1);
}
