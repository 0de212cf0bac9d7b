/** The name that was probably meant. */

/**
@param names - In the order of preference.
@returns The name that takes the fewest edits, if those are few enough to be a slip, else `null`. A name that
begins with the word counts as near.
*/
export function nearest(word: string, names: readonly string[]): string | null {
	let best: string | null = null;
	let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
	for (const name of names) {
		const edits = word.length > 1 && name.startsWith(word) ? 1 : editDistance(word, name);
		if (edits < fewest) {
			best = name;
			fewest = edits;
		}
	}
	return best;
}

/** Levenshtein's distance, in UTF-16 units; exchanging two neighbours counts as one edit. */
function editDistance(a: string, b: string): number {
	let before: readonly number[] = [];
	let above: readonly number[] = Array.from({length: b.length + 1}, (_, index) => index);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			const exchanged = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			const edits = [
				(above[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(above[column - 1] ?? 0) + (same ? 0 : 1),
				exchanged && row > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
			];
			current.push(Math.min(...edits));
		}
		before = above;
		above = current;
	}
	return above[b.length] ?? 0;
}
