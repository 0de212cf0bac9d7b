import {describe, expect, test} from 'vitest';
import {rowText} from '../../source/layout/span.ts';
import {createEngine} from '../../source/search/engine.ts';
import {createContext} from '../../source/thread/context.ts';
import {DumpBuilder} from '../../source/thread/dump.ts';
import type {Model} from '../../source/view/model.ts';
import type {State} from '../../source/view/state.ts';
import {screen} from './drawn.ts';
import {press} from './press.ts';
import {modelOf, paragraph, quote} from './sample.ts';

const people = ['ada', 'ken', 'grace', 'linus'];

/** Sixty posts in trees: every fifth begins one, the others answer the one half as far back. Some speak of frost. */
function orchard(columns: number, rows: number): Model {
	const builder = new DumpBuilder('reddit', post => {
		const number = Number(post.raw);
		const own = paragraph(`Tree ${number} ${number % 7 === 3 ? 'had frost in May' : 'bears well'}.`);
		return number % 6 === 0 ? [quote(null, number - 1, `Tree ${number - 1}`), own] : [own];
	});
	for (let number = 1; number <= 60; number++) {
		const parent = number % 5 === 1 ? null : String(number - 1 - (number % 3 === 0 ? 1 : 0));
		const author = people[number % people.length] ?? null;
		builder.add({id: String(number), number, author, parent, markup: 'plain', raw: String(number)});
	}
	const dump = builder.snapshot(true);
	const context = createContext(dump);
	context.advance(Number.POSITIVE_INFINITY);
	const engine = createEngine(null, () => 0);
	engine.index(dump, Number.POSITIVE_INFINITY);
	return {...modelOf(dump, {columns, rows}), context, engine};
}

/** All that is on screen but the footer, which counts where one was. */
const drawn = (model: Model) => screen(model).rows.slice(0, -1).map(rowText);

/** What the rows follow from. */
function setting({tree, folded, lens, entry, search, prompt}: State): object {
	return {tree, folded, lens, entry, search, prompt};
}

const starts = {
	'the beginning': '',
	'the middle': '3 3 G k k k',
	'a row that was put there': '3 3 G z t',
	'the trees': 't 3 3 G',
	'trees with folds': 't z M 2 9 G j h',
	'every tree folded': '3 3 G z M',
	'a lens': '1 4 G v d j',
	'a lens in trees': 't 1 4 G v a',
	'a conversation': '1 4 G v c',
	'a chosen entry': '1 2 G ] q ] q',
	'the post, scrolled': '1 2 G enter J',
} as const;

const sizes = [
	[160, 30],
	[90, 24],
	[40, 12],
] as const;

describe.each(sizes)('at %d x %d', (columns, rows) => {
	const model = orchard(columns, rows);

	describe.each(Object.entries(starts))('from %s', (_, start) => {
		const before = press(model, start).model;

		test.each([
			['a query typed and left', '/ "frost" esc'],
			['a query that finds nothing', '/ "zzzzqq" enter'],
			['a query rubbed out', '/ "fr" backspace backspace backspace'],
			['hits gone through in the prompt', '/ "frost" down down esc'],
			['hits gone through', '/ "frost" enter n n j k N esc'],
			['all posts, hits lit', '/ "frost" enter & n n n esc'],
			['hits by relevance', '/ "frost" enter s j esc'],
			['what a hit answers', '/ "frost" enter j p esc'],
			['what a hit answers, in a second search', '/ "frost" enter j p / "bears" enter j esc'],
			['trees turned on and folded meanwhile', '/ "frost" enter & t n z M esc'],
			['a lens meanwhile', '/ "frost" enter n & v d n esc'],
			['a search of an author', '* n n esc'],
		])('%s: Esc folds everything back exactly as it was', (_name, keys) => {
			const searched = press(model, `${start} ${keys}`).model;
			// Where the search was begun in the post, its pane is no layer of the search.
			let after = searched;
			for (let more = 0; more < 3 && after.state.search !== null; more++) after = press(after, 'esc').model;
			expect(setting(after.state)).toEqual(setting(before.state));
			expect(drawn(after)).toEqual(drawn(before));
		});

		test.each([
			['what it answers', 'p'],
			['a chain', 'p p p'],
			['another number', '5 5 G'],
			['the end', 'G p'],
			['the next tree', '}'],
			['a search of there', '5 5 G / "bears" enter j esc'],
			['trees and folds of there', '5 5 G t z M'],
			['a lens of there', '5 5 G v d'],
		])('%s: Backspace comes back to the same rows', (_name, keys) => {
			const away = press(model, `${start} ${keys}`).model;
			const steps = away.state.back.length - before.state.back.length;
			const after = press(away, 'backspace '.repeat(steps)).model;
			if (steps === 0) return;
			expect(drawn(after)).toEqual(drawn(before));
			expect(after.state.entry).toBe(before.state.entry);
		});
	});
});

test('Backspace comes back to a list of hits, in its order', () => {
	const model = orchard(120, 30);
	const hits = press(model, '/ "frost" enter s j').model;
	const away = press(hits, 'p').model;
	expect(away.state.search?.narrowed).toBe(false);
	const after = press(away, 'backspace').model;
	expect(drawn(after)).toEqual(drawn(hits));
	expect(after.state.search).toMatchObject({narrowed: true, order: 'relevance'});
});

test('forward again is where one was, too', () => {
	const model = orchard(120, 30);
	const away = press(model, 't z M 1 4 G ] q').model;
	const after = press(away, 'backspace L').model;
	expect(drawn(after)).toEqual(drawn(away));
});
