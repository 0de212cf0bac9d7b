/**
How long search takes on a made-up thread: building the index, and every key of queries typed
letter by letter, beside plain Fuse.js, and fzf and grep over the same text where fzf is installed.
*/
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import Fuse from 'fuse.js';
import {createEngine} from '../../source/search/engine.ts';
import {PostIndex} from '../../source/search/post-index.ts';
import type {Engine, SearchMode} from '../../source/search/search.ts';
import {words} from '../../source/text/words.ts';
import {type MadeThread, makeThread, randomOf} from './measure-search-thread.ts';

/** Milliseconds that something takes. */
export function timed(work: () => void): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function spread(values: readonly number[]): string {
	const figures = [0.5, 0.95, 0.99].map(share => percentile(values, share).toFixed(2)).join(' / ');
	return `p50/p95/p99 ${figures}, worst ${Math.max(...values).toFixed(1)} ms (${values.length} keys)`;
}

/** Queries by kind, drawn from the thread's own vocabulary: common, middling and rare words, slips, two words. */
export function queriesOf({vocabulary}: Pick<MadeThread, 'vocabulary'>): ReadonlyMap<string, readonly string[]> {
	const random = randomOf(11);
	const between = (low: number, high: number) => vocabulary[low + Math.floor(random() * (high - low))] ?? 'seed';
	const draw = (low: number, high: number) => Array.from({length: 10}, () => between(low, high));
	const slip = (word: string) => word.slice(0, 2) + word.charAt(3) + word.charAt(2) + word.slice(4);
	const pair = (low: number, high: number) => draw(low, high).map(word => `${word} ${between(0, 3000)}`);
	return new Map([
		['common words', draw(0, 200)],
		['middling words', draw(200, 5000)],
		['rare words', draw(20_000, 90_000)],
		['words with a slip', draw(1000, 30_000).map(slip)],
		['two words', pair(0, 20_000)],
		['two words, one with a slip', draw(1000, 30_000).map(word => `${slip(word)} ${between(0, 3000)}`)],
		['stop words', ['the of', 'and the', 'to be', 'in a', 'it is']],
		['one letter', [...'abcdefghijklmnopqrstuvwxyz']],
		['signs', ['->', '.', ',']],
	]);
}

/** Every key of typing a query. */
export function keysOf(query: string): readonly string[] {
	return Array.from({length: query.length}, (_, at) => query.slice(0, at + 1)).filter(typed => !typed.endsWith(' '));
}

/** Milliseconds of every key of all queries; the first hit is looked at, as a screen does. */
export function keyTimes(engine: Engine, queries: readonly string[], mode: SearchMode = 'fuzzy'): readonly number[] {
	return queries.flatMap(query => keysOf(query).map(typed => timed(() => void engine.search(typed, mode).hits.at(0))));
}

export function measureSpeed(count: number): void {
	const thread = makeThread(count);
	const {dump, texts} = thread;
	const bytes = texts.reduce((sum, text) => sum + text.length, 0);
	console.log(`\n${count} posts, ${(bytes / 1e6).toFixed(1)} MB`);

	const splitting = () => {
		let letters = 0;
		for (const text of texts) for (const word of words(text)) letters += word.text.length;
		return letters;
	};
	const build = () => {
		const index = new PostIndex();
		for (const post of dump.posts) {
			index.begin(post, dump.body(post));
			while (!index.read());
		}
		index.settle(() => false);
		return index;
	};
	const bodies = () => {
		for (const post of dump.posts) dump.body(post);
	};
	build();
	const split = Math.min(timed(splitting), timed(splitting));
	const reading = Math.min(timed(bodies), timed(bodies));
	const built = Math.min(timed(build), timed(build)) - reading;
	const size = build().bytes;
	console.log(
		`index: ${built.toFixed(0)} ms (${(bytes / 1e3 / built).toFixed(0)} MB/s), ${(built / split).toFixed(2)} × splitting into words (${split.toFixed(0)} ms); ` +
			`${(size / bytes).toFixed(2)} bytes a byte of text`,
	);

	const engine = createEngine();
	let worst = 0;
	for (let done = false; !done; ) {
		worst = Math.max(
			worst,
			timed(() => {
				done = engine.index(dump, 3);
			}),
		);
	}
	console.log(`slices of 3 ms: the worst took ${worst.toFixed(1)} ms`);

	const queries = queriesOf(thread);
	keyTimes(engine, [...queries.values()].flat());
	for (const [kind, some] of queries) console.log(`${kind}: ${spread(keyTimes(engine, some))}`);
	const typed = [
		'common words',
		'middling words',
		'rare words',
		'words with a slip',
		'two words',
		'two words, one with a slip',
	];
	const all = keyTimes(
		engine,
		typed.flatMap(kind => queries.get(kind) ?? []),
	);
	console.log(`words typed letter by letter: ${spread(all)}`);
	for (const mode of ['words', 'exact'] as const) {
		console.log(
			`the same, ${mode}: ${spread(
				keyTimes(
					engine,
					typed.flatMap(kind => queries.get(kind) ?? []),
					mode,
				),
			)}`,
		);
	}

	const whole = typed.flatMap(kind => queries.get(kind)?.slice(0, 2) ?? []);
	const ours = percentile(
		whole.map(query => timed(() => void engine.search(query).hits.at(0))),
		0.5,
	);
	const fuse = new Fuse(
		dump.posts.map(post => ({author: post.author, text: post.raw})),
		{keys: ['author', 'text'], ignoreLocation: true, ignoreFieldNorm: true, threshold: 0.3, includeScore: true},
	);
	const plain = whole.map(query => timed(() => void fuse.search(query)));
	console.log(
		`plain Fuse.js: p50 ${percentile(plain, 0.5).toFixed(0)} ms; ours ${ours.toFixed(2)}: ${(percentile(plain, 0.5) / ours).toFixed(0)} ×`,
	);
	measureCommands(texts, whole, ours);
}

function measureCommands(texts: readonly string[], queries: readonly string[], ours: number): void {
	if (spawnSync('fzf', ['--version']).status !== 0) {
		console.log('fzf: not installed');
		return;
	}
	const folder = mkdtempSync(path.join(tmpdir(), 'measure-'));
	try {
		const file = path.join(folder, 'posts.txt');
		writeFileSync(file, texts.map(text => `${text.replaceAll('\n', ' ')}\n`).join(''));
		for (const command of ['fzf --filter', 'fzf --exact --filter', 'grep -c -i -e']) {
			const times = queries.map(query =>
				timed(() => void spawnSync('sh', ['-c', `${command} "$0" < "$1" > /dev/null`, query, file])),
			);
			const typical = percentile(times, 0.5);
			console.log(`${command}: p50 ${typical.toFixed(0)} ms, ${(typical / ours).toFixed(0)} ×`);
		}
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}
