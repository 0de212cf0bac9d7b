/**
Bodies: raw bodies read into blocks, beside the library that does it alone.
*/
import {Parser, parseDocument} from 'htmlparser2';
import PostalMime from 'postal-mime';
import type {Dump} from '../../../source/index.ts';
import {wants} from '../bench-run.ts';
import {input} from '../inputs/inputs.ts';
import {atLeast, type Limit, type Row, row} from '../row.ts';
import {alternate, inUnit, median, ratioInTurn, spreadOf} from '../spread.ts';
import {askedFor, chunksOf, report, wholeDump} from './script.ts';

/** More than a dump keeps, so that every round reads every body anew. */
const count = 10_000;
const rounds = 7;
const asked = askedFor();

async function html(): Promise<readonly Row[]> {
	const dump = await wholeDump(chunksOf(input('json', {posts: count}).file));
	const times = await alternate(
		{
			ours: () => bodies(dump),
			events: () => {
				for (const {raw} of dump.posts) new Parser(silent).end(raw);
			},
			tree: () => {
				for (const {raw} of dump.posts) parseDocument(raw);
			},
		},
		rounds,
	);
	return [
		bodyRow('bodies.html', dump, times.ours, 'htmlparser2, its events unheard', times.events, [atLeast(0.8)]),
		bodyRow('bodies.html.vs-tree', dump, times.ours, 'htmlparser2, a tree', times.tree, []),
	];
}

/** Handlers that hear everything and do nothing: without them the library does not read names and attributes. */
const silent = {onopentag: () => {}, onclosetag: () => {}, ontext: () => {}};

/** Every body with what search and context ask of it. */
function bodies(dump: Dump): number {
	let units = 0;
	for (const post of dump.posts) {
		const {text, quotes} = dump.body(post);
		units += text.length;
		for (const quote of quotes) units += quote.text.length;
	}
	return units;
}

async function mime(id: string, shape: 'mime' | 'attached'): Promise<readonly Row[]> {
	const dump = await wholeDump(chunksOf(input(shape, {posts: count}).file));
	const times = await alternate(
		{
			ours: async () => {
				for (const post of dump.posts) await dump.prepare(post);
			},
			library: async () => {
				for (const {raw} of dump.posts) await PostalMime.parse(Buffer.from(raw, 'latin1'));
			},
		},
		rounds,
	);
	return [bodyRow(id, dump, times.ours, 'postal-mime', times.library, [atLeast(0.8)])];
}

function bodyRow(
	id: string,
	{posts}: Dump,
	ours: readonly number[],
	partner: string,
	theirs: readonly number[],
	limits: readonly Limit[],
): Row {
	const units = posts.reduce((sum, {raw}) => sum + raw.length, 0);
	const speed = (ms: number) => units / 1000 / ms;
	return row({
		id,
		what: `bodies read into blocks, ${posts.length} posts, ${(units / 1e6).toFixed(1)} MB`,
		unit: 'MB/s',
		value: speed(median(ours)),
		against: `${partner}, ${speed(median(theirs)).toFixed(0)} MB/s`,
		ratio: ratioInTurn(theirs, ours),
		spread: inUnit(spreadOf(ours), speed),
		limits,
	});
}

const rows = [
	...(wants(asked, 'bodies.html') ? await html() : []),
	...(wants(asked, 'bodies.mime') ? await mime('bodies.mime', 'mime') : []),
	...(wants(asked, 'bodies.mime.attached') ? await mime('bodies.mime.attached', 'attached') : []),
];
report(rows.filter(({id}) => wants(asked, id)));
