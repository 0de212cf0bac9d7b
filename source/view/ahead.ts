/**
Ahead: what is made of every post of a dump, and of what is known of their quotes, is made between keys, in slices, so
that a command finds it there. Who asks before it is made waits only for what is left of it.
*/
import type {Context} from '../thread/context.ts';
import type {Dump} from '../thread/dump.ts';

/** What it is made of; a model is one. */
export type Known = {readonly dump: Dump; readonly context: Context};

export type Ahead<Made> = {
	/** What was made, or is made now. Of a topic only, or, with `null`, of the whole dump. */
	readonly of: (known: Known, topic: string | null) => Made;
	/**
	Go on with making it, a step at least, until a time of `performance.now()`.
	@returns Whether it is made.
	*/
	readonly advance: (known: Known, topic: string | null, until: number) => boolean;
};

/** Work in steps of well under a millisecond. */
export type Steps<Made> = Generator<void, Made, void>;

/** So many posts make a step. */
export const postsAStep = 1024;

/** While a dump is being read, what was made of a part of it is made anew when so many times as much is known. */
const growth = 1.5;

type Kept<Made> = {
	readonly context: Context;
	/** How many posts the context covered when it was begun. */
	readonly covered: number;
	readonly topic: string | null;
	readonly steps: Steps<Made>;
	done: {readonly made: Made} | null;
};

/** @param make - The work. Depends on its arguments alone; what it notes of the context is that of `covered` posts. */
export function makeAhead<Made>(
	make: (known: Known, topic: string | null, covered: number) => Steps<Made>,
): Ahead<Made> {
	const all = new WeakMap<Dump, Kept<Made>>();

	function keptFor(known: Known, topic: string | null): Kept<Made> {
		const {dump, context} = known;
		const {covered} = context;
		const last = all.get(dump);
		if (last?.context === context && last.topic === topic && isRecent(last.covered, covered, dump)) return last;
		const kept: Kept<Made> = {context, covered, topic, steps: make(known, topic, covered), done: null};
		all.set(dump, kept);
		return kept;
	}

	function step(kept: Kept<Made>): Kept<Made>['done'] {
		const next = kept.steps.next();
		if (next.done === true) kept.done = {made: next.value};
		return kept.done;
	}

	return {
		of: (known, topic) => {
			const kept = keptFor(known, topic);
			let {done} = kept;
			while (done === null) done = step(kept);
			return done.made;
		},
		advance: (known, topic, until) => {
			const kept = keptFor(known, topic);
			let {done} = kept;
			while (done === null) {
				done = step(kept);
				if (performance.now() >= until) break;
			}
			return done !== null;
		},
	};
}

/** Whether what was made when `then` posts were covered still says enough. Once all are covered, it has to say all. */
function isRecent(then: number, covered: number, dump: Dump): boolean {
	return then === covered || (covered < dump.posts.length && then > 0 && then <= covered && covered < then * growth);
}
