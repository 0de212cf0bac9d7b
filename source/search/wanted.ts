/**
Wanted: which words a single query can have to do with. An index for it alone keeps the
posting lists of these; all others are words like any other.
*/
import {partsOf} from './expand.ts';
import {near} from './nearness.ts';
import type {AskedWord, Condition, WordMode} from './query.ts';
import {matchExactly} from './word-match.ts';

/** What of the posts a query needs. */
export type Wanted = {
	/** Whether a folded word may answer it, or have a part in how well another one does. Never throws. */
	readonly word: (folded: string) => boolean;
	readonly signs: boolean;
	/** Every wanted word holds one of these, folded; `null` where that cannot be said. */
	readonly literals: readonly string[] | null;
	/** Whether only posts that hold a wanted word can answer. */
	readonly onlyWords: boolean;
};

/** What an index needs that answers any query. */
export const everything: Wanted = {word: () => true, signs: true, literals: null, onlyWords: false};

type Asked = {readonly folded: string; readonly mode: WordMode};

/**
@param clauses - Of the query as it was typed.
@param glued - Whether words may be two that were glued (expand.ts): it takes posts with either of them.
*/
export function wantedBy(clauses: readonly (readonly Condition[])[], glued: boolean): Wanted {
	const conditions = clauses.flat();
	const asked = conditions.flatMap(condition => askedBy(condition, glued));
	// Two words may be one that was parted.
	const all = [...asked, ...asked.slice(1).map((word, at) => whole((asked[at]?.folded ?? '') + word.folded))];
	const distinct = [...new Map(all.map(word => [`${word.mode} ${word.folded}`, word])).values()];
	const isNear = ({mode}: Asked) => mode === 'near' || mode === 'slip';
	return {
		word: folded => distinct.some(word => answers(word, folded)),
		signs: conditions.some(condition => condition.type === 'signs'),
		literals: distinct.length === 0 || distinct.some(isNear) ? null : distinct.map(word => word.folded),
		onlyWords: clauses.some(clause => clause.every(asksWords)),
	};
}

function asksWords({type, negated}: Condition): boolean {
	return !negated && (type === 'word' || type === 'phrase');
}

function askedBy(condition: Condition, glued: boolean): readonly Asked[] {
	if (condition.type === 'word') {
		const parts = glued ? partsOf(condition).flatMap(asParts) : [];
		return [{folded: condition.word.folded, mode: condition.mode}, ...parts];
	}
	if (condition.type !== 'phrase') return [];
	const last = condition.words.length - 1;
	return condition.words.map(({folded}, at) => ({folded, mode: condition.open && at === last ? 'starts' : 'whole'}));
}

function asParts([first, second]: readonly [AskedWord, AskedWord]): readonly Asked[] {
	return [whole(first.folded), {folded: second.folded, mode: 'starts'}];
}

function whole(folded: string): Asked {
	return {folded, mode: 'whole'};
}

function answers({folded: asked, mode}: Asked, folded: string): boolean {
	if (matchExactly(asked, mode, folded) !== null) return true;
	return (mode === 'near' || mode === 'slip') && near(asked, folded) !== null;
}
