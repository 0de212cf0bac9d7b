/**
Context: who quotes and answers whom, worked out for a whole dump. Its cost must grow with the text.
*/
import {createContext} from '../../../source/index.ts';
import {posts, type SizeName, sizes, wants} from '../bench-run.ts';
import {input} from '../inputs/inputs.ts';
import {atMost, type Row, row} from '../row.ts';
import {median, spreadOf, timed} from '../spread.ts';
import {askedFor, chunksOf, report, wholeDump} from './script.ts';

const asked = askedFor();
const rounds: Readonly<Record<SizeName, number>> = {'20': 40, '1k': 20, '100k': 3, '1m': 1};

type Figure = {readonly size: SizeName; readonly times: readonly number[]; readonly msPerMegabyte: number};

async function measure(size: SizeName): Promise<Figure> {
	const {file, bytes} = input('oneline', {posts: posts[size]});
	const chunks = chunksOf(file);
	const times: number[] = [];
	for (let round = 0; round < rounds[size]; round++) {
		// Read anew: bodies that are kept would cost nothing the second time.
		const dump = await wholeDump(chunks);
		times.push(await timed(() => createContext(dump).advance(Number.POSITIVE_INFINITY)));
	}
	return {size, times, msPerMegabyte: median(times) / (bytes / 1e6)};
}

function contextRow({size, times, msPerMegabyte}: Figure, small: Figure): Row {
	const beside = {
		against: `${posts[small.size]} posts, each for its bytes`,
		ratio: msPerMegabyte / small.msPerMegabyte,
		limits: [atMost(2)],
	};
	return row({
		id: `context.${size}`,
		what: `context of ${posts[size]} posts, bodies read`,
		unit: 'ms',
		value: median(times),
		...(posts[size] < 100_000 ? {} : beside),
		spread: spreadOf(times),
	});
}

const wanted = sizes(asked).filter(size => wants(asked, `context.${size}`));
if (wanted.length === 0) report([]);
else {
	// Warms up, too.
	const small = await measure('1k');
	const figures: Figure[] = [];
	for (const size of wanted) figures.push(size === '1k' ? small : await measure(size));
	report(figures.map(figure => contextRow(figure, small)));
}
