/**
Reading: posts parted and heads read, beside splitting the same bytes into lines, or JSON.parse alone.
*/
import {posts, sizes, wants} from '../bench-run.ts';
import {input} from '../inputs/inputs.ts';
import type {ShapeName} from '../inputs/shapes.ts';
import {atLeast, type Row, row} from '../row.ts';
import {alternate, inUnit, median, ratioInTurn, spreadOf} from '../spread.ts';
import {askedFor, chunksOf, report, wholeDump} from './script.ts';

const rounds = 15;
/** A small input is read so often that a round reads this many bytes, or often enough. */
const roundBytes = 10_000_000;
const oftenEnough = 200;
const asked = askedFor();

type Reading = {
	readonly name: string;
	readonly shape: ShapeName;
	readonly count: number;
	readonly partner: 'lines' | 'JSON.parse';
	readonly atLeast: number;
};

const readings: readonly Reading[] = [
	{name: 'text', shape: 'oneline', count: posts['100k'], partner: 'lines', atLeast: 0.3},
	{name: 'raw', shape: 'raw', count: posts['100k'], partner: 'lines', atLeast: 0.3},
	{name: 'mbox', shape: 'mbox', count: posts['100k'], partner: 'lines', atLeast: 0.2},
	{name: 'json', shape: 'json', count: posts['100k'], partner: 'JSON.parse', atLeast: 0.5},
	...sizes(asked)
		.filter(size => size !== '100k')
		.map(size => ({name: `text.${size}`, shape: 'oneline', count: posts[size], partner: 'lines', atLeast: 0}) as const),
];

/** As plain as it can be done in JavaScript: decoded, cut at every line's end, every line kept. */
function lines(chunks: readonly Uint8Array[]): readonly string[] {
	const decoder = new TextDecoder();
	const found: string[] = [];
	let rest = '';
	for (const chunk of chunks) {
		const parts = (rest + decoder.decode(chunk, {stream: true})).split('\n');
		rest = parts.pop() ?? '';
		for (const part of parts) found.push(part);
	}
	found.push(rest);
	return found;
}

async function measure({name, shape, count, partner, atLeast: least}: Reading): Promise<Row> {
	const {file, bytes} = input(shape, {posts: count});
	const chunks = chunksOf(file);
	const text = partner === 'JSON.parse' ? new TextDecoder().decode(Buffer.concat(chunks)) : '';
	const read = (await wholeDump(chunks)).posts.length;
	if (read !== count) throw new Error(`${shape}: ${read} posts were read of ${count}`);
	const times = Math.min(oftenEnough, Math.ceil(roundBytes / bytes));
	const ours = async () => {
		for (let time = 0; time < times; time++) await wholeDump(chunks);
	};
	const readTheirs = partner === 'lines' ? () => lines(chunks) : () => JSON.parse(text);
	const theirs = () => {
		for (let time = 0; time < times; time++) readTheirs();
	};
	const taken = await alternate({ours, theirs}, rounds);
	const speed = (ms: number) => (times * bytes) / 1000 / ms;
	return row({
		id: `read.${name}`,
		what: `posts parted, heads read: ${shape}, ${count} posts, ${(bytes / 1e6).toFixed(1)} MB`,
		unit: 'MB/s',
		value: speed(median(taken.ours)),
		against: `${partner === 'lines' ? 'splitting into lines' : 'JSON.parse'}, ${speed(median(taken.theirs)).toFixed(0)} MB/s`,
		ratio: ratioInTurn(taken.theirs, taken.ours),
		spread: inUnit(spreadOf(taken.ours), speed),
		limits: least === 0 ? [] : [atLeast(least)],
	});
}

const rows: Row[] = [];
for (const reading of readings) if (wants(asked, `read.${reading.name}`)) rows.push(await measure(reading));
report(rows);
