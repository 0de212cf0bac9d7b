/** Faults of threadview itself: one line for whoever meets one, a stack for whoever mends it. */
import {safeLine} from '../source/index.ts';
import type {Environment} from './surroundings.ts';

/** The line to show, without its end. */
export function faultLine(error: unknown): string {
	return safeLine(`threadview: internal error: ${error instanceof Error ? error.message : String(error)}`);
}

/** Whether the stack is wanted, too. */
export function wantsStack({THREADVIEW_DEBUG = ''}: Environment): boolean {
	return THREADVIEW_DEBUG !== '';
}

/** Where the fault arose, in as many lines as it takes. */
export function stackOf(error: unknown): string {
	if (!(error instanceof Error)) return '(no stack)';
	const cause = error.cause instanceof Error ? error.cause : error;
	return cause.stack ?? '(no stack)';
}
