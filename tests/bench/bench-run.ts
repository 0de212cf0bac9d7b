/**
A run of the benchmark: which Node is measured, what is wanted of it, and the sizes it is measured at.
*/
import type {Programs} from './seen/programs.ts';

export type Wanted = {
	/** Ids, or beginnings of ids up to a dot; all of them if there are none. */
	readonly only: readonly string[];
	/** Whether the sizes that take minutes are measured too. */
	readonly full: boolean;
};

export type BenchRun = Wanted & {
	/** The Node that the programs are run by. */
	readonly node: string;
	readonly programs: Programs;
};

/** Whether a row is wanted, or any row whose id goes on from this one. */
export function wants({only}: Wanted, id: string): boolean {
	const isPart = (part: string, whole: string) => part === whole || part.startsWith(`${whole}.`);
	return only.length === 0 || only.some(name => isPart(id, name) || isPart(name, id));
}

export type SizeName = '20' | '1k' | '100k' | '1m';

export const posts: Readonly<Record<SizeName, number>> = {'20': 20, '1k': 1000, '100k': 100_000, '1m': 1_000_000};

export function sizes({full}: Wanted): readonly SizeName[] {
	return full ? ['20', '1k', '100k', '1m'] : ['20', '1k', '100k'];
}
