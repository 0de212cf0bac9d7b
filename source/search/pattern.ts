/**
Patterns: a query that is a regular expression, and how it is kept from holding the screen up.

No look at a pattern tells surely whether it backtracks for ever. So it runs where the
engine stops it at a deadline (the `timeout` of node:vm, which interrupts a match, too), over texts
read beforehand: nothing else is ever interrupted.
*/
import {createContext, Script} from 'node:vm';
import {hasCapital} from './spelling.ts';

/** A pattern, or what is wrong with it, in words. */
export type Compiled =
	| {readonly pattern: RegExp; readonly error: null}
	| {readonly pattern: null; readonly error: string};

/**
Read a query as a JavaScript regular expression: Unicode, `^` and `$` at every line, case only if it has
a capital letter that is no class (`\W`). Never throws.
*/
export function compilePattern(query: string): Compiled {
	const letters = query.replace(/\\(?:[pP]\{[^}]*\}|.)/gsu, '');
	try {
		return {pattern: new RegExp(query, hasCapital(letters) ? 'gmu' : 'gimu'), error: null};
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		const why = /[^:]*$/u.exec(said)?.[0].trim() ?? said;
		return {pattern: null, error: `no regular expression: ${why.charAt(0).toLowerCase()}${why.slice(1)}`};
	}
}

/**
Letters that stand in a row in everything that a pattern matches: what need not be looked at is known by them.

@returns ASCII words in small letters, three letters or more; empty where none is certain. Never throws.
*/
export function certainWords(pattern: RegExp): readonly string[] {
	// Alternatives and groups may leave anything out; a class or an escape only parts words.
	const plain = pattern.source
		.replace(/\\(?:[pPuk]\{[^}]*\}|k<[^>]*>|u[0-9a-f]{4}|x[0-9a-f]{2}|c.|.)/gisu, '.')
		.replace(/\[[^\]]*\]/gu, '.');
	if (/[|()]/u.test(plain)) return [];
	// What a quantifier follows may be missing.
	const certain = plain.replace(/.[?*]|.\{[^}]*\}/gsu, '.');
	return (certain.match(/[a-z]{3,}/giu) ?? []).map(word => word.toLowerCase());
}

const run = new Script('work()');
const place: {work: () => void} = {work: () => {}};
createContext(place);

/**
Do something for so long at most.

@param work - It is stopped wherever it is: it must leave nothing half done that anyone uses.
@returns Whether it came to its end.
@throws What `work` throws.
*/
export function withinTime(work: () => void, milliseconds: number): boolean {
	place.work = work;
	try {
		run.runInContext(place, {timeout: milliseconds});
		return true;
	} catch (error) {
		if (isTimeout(error)) return false;
		throw error;
	} finally {
		place.work = () => {};
	}
}

/** The error may be of the context's own `Error`. */
function isTimeout(error: unknown): boolean {
	return (
		typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
	);
}
