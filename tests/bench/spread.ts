/**
Spread: how figures that were taken again and again lie. Times are milliseconds.
*/

export type Spread = {
	readonly count: number;
	readonly p50: number;
	readonly p95: number;
	readonly p99: number;
};

/** The value that a share (0 … 1) of all lies at or below, by nearest rank; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}

/**
@param ones - Times of one work, taken in turn with the others.
@returns The median of how long the one took in terms of the other, each beside the one of its own round: a machine that is
	slower for a while is so for both of them. NaN of none.
*/
export function ratioInTurn(ones: readonly number[], others: readonly number[]): number {
	return median(ones.slice(0, others.length).map((ms, round) => ms / (others[round] ?? Number.NaN)));
}

export function spreadOf(values: readonly number[]): Spread {
	return {
		count: values.length,
		p50: percentile(values, 0.5),
		p95: percentile(values, 0.95),
		p99: percentile(values, 0.99),
	};
}

/** The same in another unit, as milliseconds in megabytes a second: p95 stays the one that 95 % do no worse than. */
export function inUnit({count, p50, p95, p99}: Spread, convert: (value: number) => number): Spread {
	return {count, p50: convert(p50), p95: convert(p95), p99: convert(p99)};
}

/** Milliseconds that something takes. */
export async function timed(work: () => unknown): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/**
Take the times of several works in turn, so that whatever else the machine does falls on all of them alike.

@param rounds - How often each is timed, after one round that warms up and is not counted. Where Node was started
	with `--expose-gc`, none begins with the garbage of the one before.
@returns The times of each work, in the order they are named.
*/
export async function alternate<Name extends string>(
	works: Readonly<Record<Name, () => unknown>>,
	rounds: number,
): Promise<Readonly<Record<Name, readonly number[]>>>;
export async function alternate(
	works: Readonly<Record<string, () => unknown>>,
	rounds: number,
): Promise<Readonly<Record<string, readonly number[]>>> {
	const times = new Map<string, number[]>(Object.keys(works).map(name => [name, []]));
	for (let round = -1; round < rounds; round++) {
		for (const [name, work] of Object.entries(works)) {
			globalThis.gc?.();
			const taken = await timed(work);
			if (round >= 0) times.get(name)?.push(taken);
		}
	}
	return Object.fromEntries(times);
}
