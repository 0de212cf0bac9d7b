/**
Wanted: which words a single query can have to do with. An index for it alone keeps the
posting lists of these; all others are words like any other.
*/
import {allowedErrors, near} from './nearness.ts';
import type {Condition} from './query.ts';

/** What of the posts a query needs. */
export type Wanted = {
	/** Whether a folded word may answer it, or have a part in how well another one does. Never throws. */
	readonly word: (folded: string) => boolean;
	readonly signs: boolean;
};

/** What an index needs that answers any query. */
export const everything: Wanted = {word: () => true, signs: true};

/** @param clauses - Of the query as it was typed. */
export function wantedBy(clauses: readonly (readonly Condition[])[]): Wanted {
	const conditions = clauses.flat();
	const asked = conditions.flatMap(condition => {
		if (condition.type === 'word') return [condition.word.folded];
		return condition.type === 'phrase' ? condition.words.map(word => word.folded) : [];
	});
	const joined = asked.slice(1).map((word, at) => (asked[at] ?? '') + word);
	const all = [...new Set([...asked, ...joined])];
	return {
		word: folded => all.some(word => folded.includes(word) || isNear(word, folded) || isPart(word, folded)),
		signs: conditions.some(condition => condition.type === 'signs'),
	};
}

function isNear(asked: string, folded: string): boolean {
	return allowedErrors(asked.length) > 0 && near(asked, folded) !== null;
}

/** Whether a word may be one of two that were glued (expand.ts). */
function isPart(asked: string, folded: string): boolean {
	if (asked.startsWith(folded)) return true;
	// The second part is the beginning of a word.
	for (let at = 1; at < asked.length; at++) if (folded.startsWith(asked.slice(at))) return true;
	return false;
}
