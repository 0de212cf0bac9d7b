/**
Context: who quotes and answers whom, worked out for a whole dump. Its cost must grow with the text.
*/
import {setImmediate as nextTurn} from 'node:timers/promises';
import {createContext} from '../../../source/index.ts';
import {posts, type SizeName, sizes, wants} from '../bench-run.ts';
import {input} from '../inputs/inputs.ts';
import {atMost, type Row, row} from '../row.ts';
import {median, percentile, spreadOf, timed} from '../spread.ts';
import {askedFor, chunksOf, report, wholeDump} from './script.ts';

const asked = askedFor();
const rounds: Readonly<Record<SizeName, number>> = {'20': 40, '1k': 20, '100k': 3, '1m': 1};

/** What the program gives a slice, twice over: a slice may hold a frame up, and a frame is 16 ms. */
const sliceMs = 8;

type Figure = {
	readonly size: SizeName;
	readonly times: readonly number[];
	/** Reading alone: posts parted, heads and bodies read. */
	readonly reading: readonly number[];
	readonly slices: readonly number[];
	/** How long it takes to do nothing for as long as a slice: what the machine adds. */
	readonly idle: readonly number[];
	readonly msPerMegabyte: number;
};

async function measure(size: SizeName): Promise<Figure> {
	const {file, bytes} = input('oneline', {posts: posts[size]});
	const chunks = chunksOf(file);
	const times: number[] = [];
	const reading: number[] = [];
	const slices: number[] = [];
	const idle: number[] = [];
	for (let round = 0; round < rounds[size]; round++) {
		reading.push(
			await timed(async () => {
				const dump = await wholeDump(chunks);
				for (const post of dump.posts) dump.body(post);
			}),
		);
		// Read anew: bodies that are kept would cost nothing the second time.
		const dump = await wholeDump(chunks);
		const context = createContext(dump);
		let total = 0;
		for (let done = false; !done; await nextTurn()) {
			const taken = await timed(() => {
				done = context.advance(sliceMs);
			});
			slices.push(taken);
			total += taken;
			if (slices.length % 4 === 0) idle.push(await timed(spin));
		}
		times.push(total);
	}
	return {size, times, reading, slices, idle, msPerMegabyte: median(times) / (bytes / 1e6)};
}

function spin(): void {
	const end = performance.now() + sliceMs;
	while (performance.now() < end);
}

function contextRows({size, times, reading, slices, idle, msPerMegabyte}: Figure, small: Figure): readonly Row[] {
	const isLong = posts[size] >= 100_000;
	const beside = {
		against: `${posts[small.size]} posts, each for its bytes`,
		ratio: msPerMegabyte / small.msPerMegabyte,
		limits: [atMost(2)],
	};
	const value = median(times);
	const what = `context of ${posts[size]} posts, bodies read`;
	return [
		row({id: `context.${size}`, what, unit: 'ms', value, ...(isLong ? beside : {}), spread: spreadOf(times)}),
		row({
			id: `context.${size}.reading`,
			what,
			unit: 'ms',
			value,
			against: `reading them, ${median(reading).toFixed(0)} ms`,
			ratio: value / median(reading),
			// Of twenty posts it is how long beginning takes.
			limits: posts[size] < 1000 ? [] : [atMost(3)],
			spread: spreadOf(times),
		}),
		row({
			id: `context.${size}.slice`,
			what: `a slice of ${sliceMs} ms of it, p99; longest ${Math.max(...slices).toFixed(1)} ms`,
			unit: 'ms',
			value: percentile(slices, 0.99),
			against: `doing nothing for as long, ${percentile(idle, 0.99).toFixed(1)} ms`,
			ratio: percentile(slices, 0.99) / percentile(idle, 0.99),
			limits: [atMost(16, 'value')],
			spread: spreadOf(slices),
		}),
	];
}

const wanted = sizes(asked).filter(size => wants(asked, `context.${size}`));
if (wanted.length === 0) report([]);
else {
	// Warms up, too.
	const small = await measure('1k');
	const figures: Figure[] = [];
	for (const size of wanted) figures.push(size === '1k' ? small : await measure(size));
	report(figures.flatMap(figure => contextRows(figure, small)));
}
