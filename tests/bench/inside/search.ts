/**
Search: every key of queries typed letter by letter, and whole queries beside plain Fuse.js and fzf over the same posts.
*/
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import Fuse from 'fuse.js';
import {createEngine, type Dump, type Engine, type Results} from '../../../source/index.ts';
import {posts, type SizeName, sizes, wants} from '../bench-run.ts';
import {input} from '../inputs/inputs.ts';
import {atLeast, atMost, type Limit, missing, type Row, row} from '../row.ts';
import {isInstalled} from '../seen/programs.ts';
import {median, spreadOf, timed} from '../spread.ts';
import {queries, typed, withinOneEdit} from './queries.ts';
import {askedFor, chunksOf, report, wholeDump} from './script.ts';

const asked = askedFor();
/** Rows of a list 60 rows high. */
const visible = 56;

type Indexed = {
	readonly size: SizeName;
	readonly dump: Dump;
	readonly engine: Engine;
	readonly megabytes: number;
	readonly indexMs: number;
};

async function indexed(size: SizeName): Promise<Indexed> {
	const {file, bytes} = input('oneline', {posts: posts[size]});
	const dump = await wholeDump(chunksOf(file));
	const engine = createEngine();
	const indexMs = await timed(() => {
		while (!engine.index(dump, Number.POSITIVE_INFINITY));
	});
	return {size, dump, engine, megabytes: bytes / 1e6, indexMs};
}

/** What a key of a query asks for: all hits in the thread's order, the best one, and what matches in those on screen. */
function seen({engine, dump}: Indexed, query: string): Results {
	const results = engine.search(query);
	results.hits.at(0);
	for (const position of results.hits.inOrder(dump).subarray(0, visible)) {
		const post = dump.posts[position];
		if (post !== undefined) engine.matches(query, post);
	}
	return results;
}

async function typingRows(ready: Indexed): Promise<readonly Row[]> {
	const {size} = ready;
	const texts = queries(8).flatMap(typed);
	for (const text of texts) seen(ready, text);
	const times: number[] = [];
	for (const text of texts) times.push(await timed(() => seen(ready, text)));
	const spread = spreadOf(times);
	return [
		row({
			id: `search.${size}.p95`,
			what: `a letter of a query → hits and highlights, ${posts[size]} posts: p95`,
			unit: 'ms',
			value: spread.p95,
			spread,
			limits: [atMost(16, 'value')],
		}),
		row({
			id: `search.${size}.index`,
			what: `indexing ${posts[size]} posts, bodies read`,
			unit: 'MB/s',
			value: (ready.megabytes / ready.indexMs) * 1000,
		}),
	];
}

type Rival = {
	readonly id: string;
	readonly what: string;
	readonly search: (query: string) => void;
	readonly limits: readonly Limit[];
};

/** Whole queries, ours and each rival's in turn. */
async function rivalRows(ready: Indexed, rivals: readonly Rival[]): Promise<readonly Row[]> {
	const ours: number[] = [];
	const theirs = new Map<Rival, number[]>(rivals.map(rival => [rival, []]));
	for (const query of queries(2)) {
		ours.push(await timed(() => seen(ready, query)));
		for (const [rival, times] of theirs) times.push(await timed(() => rival.search(query)));
	}
	const value = median(ours);
	return [...theirs].map(([{id, what, limits}, times]) =>
		row({
			id,
			what: 'a whole query: median',
			unit: 'ms',
			value,
			against: `${what}, ${median(times).toFixed(0)} ms`,
			ratio: median(times) / value,
			spread: spreadOf(ours),
			limits,
		}),
	);
}

async function fuseRows(ready: Indexed): Promise<readonly Row[]> {
	const {dump} = ready;
	const fuse = new Fuse(
		dump.posts.map(post => ({author: post.author ?? '', text: dump.body(post).text})),
		{keys: ['author', 'text'], ignoreLocation: true, ignoreFieldNorm: true, threshold: 0.3},
	);
	const firsts = new Map<string, number>();
	const search = (query: string) => {
		const first = fuse.search(query)[0];
		if (first !== undefined) firsts.set(query, first.refIndex);
	};
	const rows = await rivalRows(ready, [
		{id: 'search.100k.vs-fuse', what: 'plain Fuse.js', search, limits: [atLeast(200)]},
	]);
	const near = [...firsts].filter(([query, at]) => holdsNearly(dump, at, query));
	const found = near.filter(([query, at]) => ready.engine.search(query).hits.has(dump.posts[at]?.id ?? ''));
	return [
		...rows,
		row({
			id: 'search.100k.fuse-first',
			what: 'first hits of Fuse.js that hold every word within one edit and are found',
			unit: `of ${near.length}`,
			value: found.length,
			against: null,
			ratio: near.length === 0 ? null : found.length / near.length,
			limits: [atLeast(1)],
		}),
	];
}

/** Whether a post holds every word of a query within one edit. */
function holdsNearly({posts: all, body}: Dump, at: number, query: string): boolean {
	const post = all[at];
	if (post === undefined) return false;
	const words = `${post.author ?? ''} ${body(post).text}`.toLowerCase().split(/\W+/);
	return query.split(' ').every(wanted => words.some(word => withinOneEdit(word, wanted)));
}

async function fzfRows(ready: Indexed): Promise<readonly Row[]> {
	const ids = ['search.100k.vs-fzf', 'search.100k.vs-fzf-exact'] as const;
	if (!isInstalled('fzf')) return ids.map(id => missing(id, 'a whole query: median', 'ms', 'fzf is not installed'));
	const folder = mkdtempSync(path.join(tmpdir(), 'threadview-search-'));
	const file = path.join(folder, 'posts.txt');
	const {dump} = ready;
	const line = (post: Dump['posts'][number]) => `${post.author ?? ''} ${dump.body(post).text.replaceAll('\n', ' ')}\n`;
	writeFileSync(file, dump.posts.map(line).join(''));
	const fzf = (options: string) => (query: string) => {
		spawnSync('sh', ['-c', `fzf ${options} --filter "$0" < "$1" > /dev/null`, query, file]);
	};
	try {
		return await rivalRows(ready, [
			{id: ids[0], what: 'fzf --filter', search: fzf(''), limits: [atLeast(50)]},
			{id: ids[1], what: 'fzf --exact --filter', search: fzf('--exact'), limits: [atLeast(1)]},
		]);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}

const rows: Row[] = [];
for (const size of sizes(asked)) {
	const id = `search.${size}`;
	if (!wants(asked, id)) continue;
	const ready = await indexed(size);
	const wantsAny = (...names: readonly string[]) => names.some(name => wants(asked, `${id}.${name}`));
	if (wantsAny('p95', 'index')) rows.push(...(await typingRows(ready)));
	if (size === '100k' && wantsAny('vs-fuse', 'fuse-first')) rows.push(...(await fuseRows(ready)));
	if (size === '100k' && wantsAny('vs-fzf', 'vs-fzf-exact')) rows.push(...(await fzfRows(ready)));
}
report(rows.filter(({id}) => wants(asked, id)));
