/**
Items as the APIs give them, written as they come.

Lines are written as they stand. Of a document, the elements of its lists are shown as soon as each is read; where
the whole then puts them in another order, or says more of the item that holds them, all are written anew.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import type {Parser} from '../format.ts';
import {asObject, type Json, type JsonObject, listAt} from '../json/json.ts';
import {readValues} from '../json/read-values.ts';
import {type Item, isItem} from './item.ts';
import {type Absent, type Entry, elementsOf, inOrder, readItems} from './item-tree.ts';
import {Threads} from './threads.ts';

/** Posts written between two breaths. */
const stride = 64;

/** Where a document holds items: a list, the hits of a search, the answers of a tree. */
const listPaths = ['', '.hits', '.children', '.comments'];

/** What was shown of a document before its end. */
type Shown = {
	/** The item that holds the others, as far as it was there before them. */
	readonly holder: Item | null;
	/** Whether they are answers to an item, rather than elements of a list. */
	readonly areAnswers: boolean;
	/** The items of each element. */
	readonly elements: (readonly Item[])[];
	/** Whether the first element names its answers. */
	namesAnswers: boolean;
};

export function readApi(builder: DumpBuilder): Parser {
	const startOver = builder.mark();
	let threads = new Threads(builder);
	/** The answers that items name which stand on lines of their own: they may come on later ones. */
	const named: Absent[] = [];
	/** What the documents before held. */
	const done: Entry[] = [];
	let shown: Shown | null = null;
	/** Whether a document had to be written anew: those behind it are shown when they have come. */
	let isLate = false;
	let strangers = 0;

	function stranger(): void {
		strangers++;
	}

	function* add(entries: Iterable<Entry>, line: number | null): Generator<void> {
		for (const entry of entries) {
			if ('absent' in entry && line !== null) named.push(entry);
			else threads.add(entry, line);
			if (builder.count % stride === 0) yield;
		}
	}

	function* write(value: Json, line: number | null): Generator<void> {
		const elements = elementsOf(value);
		const items = readItems(elements, stranger);
		// A tree is in order as it stands.
		const isTree = elements.length === 1 && !hasKids(asObject(elements[0]));
		const entries = isTree ? items : inOrder([...items]);
		if (line === null) {
			const all = [...entries];
			done.push(...all);
			yield* add(all, line);
		} else {
			yield* add(entries, line);
		}
	}

	function begin(around: readonly JsonObject[], path: string): void {
		const areAnswers = path === '.children' || path === '.comments';
		const object = around[0] ?? null;
		const holder = areAnswers && isItem(object) ? ([...readItems([object], () => {})][0] ?? null) : null;
		shown = {holder, areAnswers, elements: [], namesAnswers: false};
		if (holder !== null && !isLate) threads.add(holder);
	}

	function show(value: Json): void {
		if (value === null || shown === null) return;
		const items = [...readItems([value], stranger)];
		if (shown.elements.length === 0) shown.namesAnswers = hasKids(asObject(value));
		shown.elements.push(items);
		if (!isLate) for (const item of items) threads.add(item);
	}

	/** The whole has come: what was shown stands, or is written anew. */
	function* settle({holder, areAnswers, elements, namesAnswers}: Shown, value: Json): Generator<void> {
		const object = asObject(value);
		const before = areAnswers && object !== null ? [...readItems([object], stranger)] : [];
		const above = before[0]?.id ?? null;
		const items = [
			...before,
			...elements.flatMap(element => element.map((item, at) => (at === 0 ? under(item, above) : item))),
		];
		const isTree = areAnswers ? !hasKids(object) : elements.length === 1 && !namesAnswers;
		const entries: readonly Entry[] = isTree ? items : [...inOrder(items)];
		const wasShown: readonly Entry[] = [...(holder === null ? [] : [holder]), ...elements.flat()];
		done.push(...entries);
		if (isLate) {
			yield* add(entries, null);
		} else if (!isSame(entries, wasShown)) {
			startOver();
			isLate = true;
			threads = new Threads(builder);
			yield* add(done, null);
		}
	}

	return readValues(builder, {
		lists: {paths: listPaths, begins: begin, element: show},
		*value(value, line) {
			const last = shown;
			shown = null;
			if (last === null || (last.elements.length === 0 && last.holder === null)) yield* write(value, line);
			else yield* settle(last, value);
		},
		*end() {
			threads.finish();
			for (const {absent, parent} of named) {
				const missing = absent.filter(id => !threads.has(id));
				if (missing.length > 0) threads.add({absent: missing, parent});
				if (builder.count % stride === 0) yield;
			}
			if (strangers === 0) return;
			const message = `${strangers} values are no items of Hacker News: they were passed over`;
			builder.problem({level: 'error', line: null, post: null, message});
		},
	});
}

function hasKids(object: JsonObject | null): boolean {
	return listAt(object, 'kids').length > 0;
}

/** An answer that does not say what it answers is one to the item that holds it. */
function under(item: Item, holder: string | null): Item {
	return item.parent !== null || holder === null ? item : {...item, parent: holder, isStory: false, link: null};
}

function isSame(entries: readonly Entry[], shown: readonly Entry[]): boolean {
	if (entries.length !== shown.length) return false;
	return entries.every(
		(entry, at) => entry === shown[at] || (at === 0 && JSON.stringify(entry) === JSON.stringify(shown[at])),
	);
}
