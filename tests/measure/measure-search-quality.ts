/**
Whether search finds what people half remember: known posts of real threads, asked for as
people would, beside plain Fuse.js, its token search, and fzf where it is installed.
*/
import {spawnSync} from 'node:child_process';
import Fuse from 'fuse.js';
import {createEngine} from '../../source/search/engine.ts';
import {isSearched} from '../../source/search/searched-text.ts';
import {fold, words} from '../../source/text/words.ts';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import {randomOf} from './measure-search-thread.ts';

type Item = {readonly author: string; readonly quotes: string; readonly text: string};
/** A query, and the items one of which is meant. */
type Asked = {readonly query: string; readonly meant: ReadonlySet<number>};
/** Finds items, best first. */
type Finder = (query: string) => readonly number[];
type Random = () => number;

/** The posts of all dumps, each text once. */
export function itemsOf(dumps: readonly Dump[]): readonly Item[] {
	const items = new Map<string, Item>();
	for (const dump of dumps) {
		for (const post of dump.posts) {
			const {text, quotes} = dump.body(post);
			const own = text.trim();
			if (!isSearched(post) || own.length < 20 || items.has(own)) continue;
			items.set(own, {author: post.author ?? '', quotes: quotes.map(quote => quote.text).join('\n\n'), text: own});
		}
	}
	return [...items.values()];
}

function wordsOf(text: string): readonly string[] {
	return Array.from(words(text), word => fold(word.text));
}

function finders(items: readonly Item[]): ReadonlyMap<string, Finder> {
	const builder = new DumpBuilder('items', post => {
		const item = items[Number(post.raw)];
		const paragraph = (text: string) => ({type: 'paragraph' as const, children: [{type: 'text' as const, text}]});
		if (item === undefined) return [];
		const quote = {type: 'quote' as const, source: null, children: [paragraph(item.quotes)]};
		return item.quotes === '' ? [paragraph(item.text)] : [quote, paragraph(item.text)];
	});
	items.forEach(({author}, at) => {
		builder.add({id: String(at), author: author === '' ? null : author, markup: 'plain', raw: String(at)});
	});
	const engine = createEngine();
	engine.index(builder.snapshot(true), Number.POSITIVE_INFINITY);
	const keys = ['author', 'quotes', 'text'];
	const best = {keys, ignoreLocation: true, ignoreFieldNorm: true, threshold: 0.3, includeScore: true};
	const plain = new Fuse(items, best);
	const tokens = new Fuse(items, {...best, useTokenSearch: true});
	const found = new Map<string, Finder>([
		['threadview', query => Array.from(engine.search(query).hits, hit => Number(hit.post))],
		['Fuse.js', query => plain.search(query).map(({refIndex}) => refIndex)],
		['Fuse.js, tokens', query => tokens.search(query).map(({refIndex}) => refIndex)],
	]);
	if (spawnSync('fzf', ['--version']).status === 0) {
		const line = ({author, quotes, text}: Item, at: number) =>
			`${at}\t${`${author} ${quotes} ${text}`.replace(/\s+/gu, ' ')}\n`;
		const input = items.map(line).join('');
		found.set('fzf --filter', query => {
			const {stdout} = spawnSync('fzf', ['--delimiter=\t', '--nth=2', '--filter', query], {input, maxBuffer: 1 << 28});
			return stdout.toString().split('\n').slice(0, -1).map(Number.parseFloat);
		});
	}
	return found;
}

/* Neighbours on a keyboard. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function neighbour(letter: string, random: Random): string {
	const row = rows.find(keys => keys.includes(letter)) ?? letter;
	const at = row.indexOf(letter) + (random() < 0.5 ? 1 : -1);
	return row.charAt(at) || row.charAt(row.indexOf(letter) === 0 ? 1 : row.length - 2);
}

/** Ways to mistype a word, at a letter that is not the first. */
const slips: Readonly<Record<string, (word: string, at: number, random: Random) => string>> = {
	swap: (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
	drop: (word, at) => word.slice(0, at) + word.slice(at + 1),
	double: (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at),
	'neighbour key': (word, at, random) => word.slice(0, at) + neighbour(word.charAt(at), random) + word.slice(at + 1),
};

/** A word that few posts hold stands in so many of them at most. */
const few = 5;

function classes(items: readonly Item[], count: number): ReadonlyMap<string, readonly Asked[]> {
	const random = randomOf(5);
	const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
	const texts = items.map(item => wordsOf(item.text));
	const holding = new Map<string, number>();
	for (const text of texts) for (const word of new Set(text)) holding.set(word, (holding.get(word) ?? 0) + 1);
	const isRare = (word: string) => /^[a-z]{5,14}$/u.test(word) && (holding.get(word) ?? 0) <= few;
	const rare = texts.flatMap((text, at) => [...new Set(text)].filter(isRare).map(word => ({word, at})));
	const drawn = (ask: () => Asked | null): readonly Asked[] => {
		const asked: Asked[] = [];
		for (let tries = 0; asked.length < count && tries < count * 200; tries++) {
			const one = ask();
			if (one !== null) asked.push(one);
		}
		return asked;
	};
	const fromRare = (change: (word: string) => string) => () => {
		const one = pick(rare);
		if (one === undefined) return null;
		const query = change(one.word);
		// What makes another word of the threads is no slip that anyone could tell.
		return holding.has(query) ? null : {query, meant: new Set([one.at])};
	};
	const inner = (word: string) => 1 + Math.floor(random() * (word.length - 2));
	const found = new Map<string, readonly Asked[]>();
	for (const [name, slip] of Object.entries(slips)) {
		found.set(name, drawn(fromRare(word => slip(word, inner(word), random))));
	}
	found.set('prefix', drawn(fromRare(word => word.slice(0, Math.max(4, word.length - 3)))));
	found.set(
		'two words',
		drawn(() => {
			const at = Math.floor(random() * items.length);
			const own = [...new Set(texts[at])].filter(word => /^[a-z]{4,}$/u.test(word) && (holding.get(word) ?? 0) <= 20);
			const first = pick(own);
			const second = pick(own);
			if (first === undefined || second === undefined || first === second) return null;
			return {query: `${first} ${second}`, meant: new Set([at])};
		}),
	);
	const accented = texts.flatMap((_, at) =>
		Array.from(words(items[at]?.text ?? ''), word => word.text)
			.filter(
				word =>
					/^[\p{Script=Latin}\p{M}]{4,}$/u.test(word) && /[^a-z]/iu.test(word) && (holding.get(fold(word)) ?? 0) <= few,
			)
			.map(word => ({word: fold(word), at})),
	);
	found.set(
		'missing accents',
		drawn(() => {
			const one = pick(accented);
			return one === undefined ? null : {query: one.word, meant: new Set([one.at])};
		}),
	);
	const authors = [...new Set(items.map(item => item.author))].filter(author => /^[a-z]{5,}$/iu.test(author));
	found.set(
		'author, mistyped',
		drawn(() => {
			const author = pick(authors);
			if (author === undefined) return null;
			const query = slips.swap?.(author.toLowerCase(), inner(author), random) ?? '';
			const meant = new Set(items.flatMap((item, at) => (item.author === author ? [at] : [])));
			return query === author.toLowerCase() ? null : {query, meant};
		}),
	);
	found.set(
		'three words of a quote',
		drawn(() => {
			const at = Math.floor(random() * items.length);
			const own = wordsOf(items[at]?.quotes ?? '');
			const begin = Math.floor(random() * (own.length - 3));
			const passage = own.slice(begin, begin + 3);
			if (passage.length < 3 || !passage.some(word => (holding.get(word) ?? 0) <= few && word.length > 4)) return null;
			const meant = items.flatMap((item, place) => {
				const all = new Set(wordsOf(`${item.quotes} ${item.text}`));
				return passage.every(word => all.has(word)) ? [place] : [];
			});
			return {query: passage.join(' '), meant: new Set(meant)};
		}),
	);
	return found;
}

/** Whether two words are at most one slip apart (optimal string alignment). */
function within1(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	let at = 0;
	while (at < a.length && a[at] === b[at]) at++;
	if (at === a.length && at === b.length) return true;
	const [left, right] = [a.slice(at), b.slice(at)];
	return (
		left.slice(1) === right ||
		left === right.slice(1) ||
		left.slice(1) === right.slice(1) ||
		(left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
	);
}

/** Whether an item shares a word with a query, or its beginning, within one slip. */
function shares(item: Item, query: string): boolean {
	const own = [...new Set(wordsOf(`${item.author} ${item.quotes} ${item.text}`))];
	return wordsOf(query).some(asked =>
		own.some(
			word =>
				word.includes(asked) ||
				within1(asked, word) ||
				[-1, 0, 1].some(more => within1(asked, word.slice(0, asked.length + more))),
		),
	);
}

export function measureQuality(dumps: readonly Dump[], count: number): void {
	const items = itemsOf(dumps);
	const asked = classes(items, count);
	console.log(
		`\n${items.length} posts of ${dumps.length} dumps; in the first 1 / 3 / 10, and noise among the first 10`,
	);
	for (const [name, find] of finders(items)) {
		console.log(`\n${name}`);
		let [noise, shown] = [0, 0];
		for (const [kind, queries] of asked) {
			if (queries.length === 0) continue;
			const placed = queries.map(({query, meant}) => {
				const first = find(query).slice(0, 10);
				shown += first.length;
				for (const at of first) {
					const item = items[at];
					if (item === undefined || !shares(item, query)) noise++;
				}
				return first.findIndex(at => meant.has(at));
			});
			const share = (most: number) =>
				((100 * placed.filter(place => place >= 0 && place < most).length) / queries.length).toFixed(1);
			console.log(
				`  ${kind.padEnd(24)} ${share(1).padStart(5)} / ${share(3).padStart(5)} / ${share(10).padStart(5)} %`,
			);
		}
		console.log(`  noise ${((100 * noise) / Math.max(1, shown)).toFixed(1)} %`);
		const random = randomOf(3);
		const nonsense = Array.from({length: count}, () =>
			Array.from({length: 6 + Math.floor(random() * 4)}, () => 'qxzjkvwbp'.charAt(Math.floor(random() * 9))).join(''),
		);
		console.log(
			`  nonsense that finds something: ${((100 * nonsense.filter(query => find(query).length > 0).length) / count).toFixed(1)} %`,
		);
	}
}
