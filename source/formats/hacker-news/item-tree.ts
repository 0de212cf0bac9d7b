/**
Items as a tree: taken out of what holds them, and put in the order in which the site shows them.
*/
import {asList, asObject, at, type Json} from '../json/json.ts';
import {childrenOf, type Item, isItem, readItem} from './item.ts';

/** A run of answers that an item names and the dump lacks. */
export type Absent = {readonly absent: readonly string[]; readonly parent: string};

/** What stands in a thread, in its place. */
export type Entry = Item | Absent;

/**
The values that may be items: of an item the item, of a list, of a map from ids, of the hits of a search their members.
*/
export function elementsOf(value: Json): readonly Json[] {
	const object = asObject(value);
	if (object === null) return asList(value);
	if (isItem(object) || childrenOf(object).length > 0) return [object];
	const hits = at(object, 'hits');
	return Array.isArray(hits) ? asList(hits) : Object.values(object);
}

/**
Read items and those that they hold, each behind the one that holds it.

@param stranger - Told of each value that is none.
*/
export function* readItems(elements: readonly Json[], stranger: () => void): Generator<Item> {
	const ahead: {readonly value: Json; readonly holder: string | null}[] = [];
	push(elements, null);

	function push(values: readonly Json[], holder: string | null): void {
		// The Firebase API answers `null` for an item that it does not have.
		for (const value of values.toReversed()) if (value !== null) ahead.push({value, holder});
	}

	for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
		const object = asObject(next.value);
		if (!isItem(object)) {
			stranger();
			// An item that breaks off may hold whole ones before it tells who it is.
			if (object !== null) push(childrenOf(object), null);
			continue;
		}
		const item = readItem(object, next.holder);
		yield item;
		push(childrenOf(object), item.id);
	}
}

/**
Put items in order: each story with its answers behind it, depth first, in the order of `kids` where that is stated.
The options of a poll go into it.

@yields Every item once, also those whose parents go round in a circle; and what is absent, in its place. Linear time.
*/
export function* inOrder(items: readonly Item[]): Generator<Entry> {
	const byId = new Map(items.map(item => [item.id, item]));
	const answers = new Map<string, Item[]>();
	const stated = new Map(items.flatMap(item => item.kids.map(kid => [kid, item.id] as const)));
	const parentOf = (item: Item) => item.parent ?? stated.get(item.id) ?? null;
	for (const item of items) {
		const parent = parentOf(item);
		if (parent === null || !byId.has(parent)) continue;
		const list = answers.get(parent);
		if (list === undefined) answers.set(parent, [item]);
		else list.push(item);
	}
	const placed = new Set<Item>();

	function* place(root: Entry): Generator<Entry> {
		const ahead: Entry[] = [root];
		for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
			if ('absent' in next) {
				yield next;
				continue;
			}
			if (placed.has(next)) continue;
			placed.add(next);
			const own = answers.get(next.id) ?? [];
			const options = own.filter(answer => answer.isOption);
			for (const option of options) placed.add(option);
			const parent = parentOf(next);
			yield options.length === 0 && parent === next.parent
				? next
				: {...next, parent, options: [...next.options, ...options]};
			for (const answer of answersInOrder(next, own, byId).reverse()) ahead.push(answer);
		}
	}

	for (const item of items) {
		const parent = parentOf(item);
		if (parent === null || !byId.has(parent)) yield* place(item);
	}
	for (const item of items) if (!placed.has(item)) yield* place(item);
}

/** The answers to an item: as its `kids` say, then those that it does not name. */
function answersInOrder(item: Item, answers: readonly Item[], byId: ReadonlyMap<string, Item>): Entry[] {
	const entries: Entry[] = [];
	let absent: string[] = [];
	for (const kid of item.kids) {
		const answer = byId.get(kid);
		if (answer === undefined) {
			absent.push(kid);
			continue;
		}
		if (absent.length > 0) entries.push({absent, parent: item.id});
		absent = [];
		entries.push(answer);
	}
	if (absent.length > 0) entries.push({absent, parent: item.id});
	const named = new Set(item.kids);
	return [...entries, ...answers.filter(answer => !named.has(answer.id))];
}
