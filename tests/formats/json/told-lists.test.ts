/**
Lists that are told: their elements come one by one, before the end, and are what `JSON.parse` makes of them.
*/
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {asObject, at, type Json, type JsonObject} from '../../../source/formats/json/json.ts';
import {JsonReader} from '../../../source/formats/json/read-json.ts';

type Told = {
	readonly values: Json[];
	readonly elements: Json[];
	readonly paths: Set<string>;
	readonly around: (readonly JsonObject[])[];
	/** How many elements were there after each chunk. */
	readonly counts: number[];
	readonly breaks: number[];
};

function read(text: string, paths: readonly string[], size: number): Told {
	const told: Told = {values: [], elements: [], paths: new Set(), around: [], counts: [], breaks: []};
	const reader = new JsonReader({
		value: value => told.values.push(value),
		broken: place => told.breaks.push(place),
		lists: {
			paths,
			element(value, path) {
				told.elements.push(value);
				told.paths.add(path);
			},
			begins: around => told.around.push(around),
		},
	});
	for (let start = 0; start < text.length; start += size) {
		reader.push(text.slice(start, start + size));
		told.counts.push(told.elements.length);
	}
	reader.end();
	return told;
}

const post = (id: number, words = 'word '.repeat(60)) => ({
	id,
	name: 'ada',
	cooked: `<p class="x">${words}}],{"id":1,"name":"</p>`,
	actions: [{id: 2, count: id}, {id: 3}],
	more: {posts: [{id: 7, name: 'inside'}]},
});

function page(count: number, indent?: number): string {
	const posts = Array.from({length: count}, (_, index) => post(index));
	return JSON.stringify(
		{id: 88, title: 'Jars', post_stream: {posts, stream: [1, 2]}, tail: {posts: [5]}},
		null,
		indent,
	);
}

describe('a list that is told', () => {
	it.each([
		['in one go', undefined, 1 << 20],
		['in chunks', undefined, 4096],
		['by the unit', undefined, 1],
		['in long chunks', undefined, 20_000],
		['with indents, in chunks', 2, 5000],
		['with indents, in long chunks', '\t', 30_000],
	])('%s', (_, indent, size) => {
		const text = page(size === 1 ? 20 : 400, Number(indent));
		const whole = asObject(JSON.parse(text));
		const {values, elements, paths, around, breaks} = read(text, ['.post_stream.posts'], size);
		expect(elements).toEqual(at(asObject(at(whole, 'post_stream')), 'posts'));
		expect([...paths]).toEqual(['.post_stream.posts']);
		expect(values).toEqual([{...whole, post_stream: {posts: [], stream: [1, 2]}}]);
		expect(around).toEqual([[{id: 88, title: 'Jars', post_stream: null}, {posts: null}]]);
		expect(breaks).toEqual([]);
	});

	it('comes as it is read', () => {
		const {counts} = read(page(400), ['.post_stream.posts'], 3000);
		const late = counts.filter((count, chunk) => count * 400 < (chunk + 1) * 3000 * 0.5);
		expect(late.length).toBeLessThan(3);
	});

	it('stands in each element of a list', () => {
		const text = `[${page(3)},${page(2)},[1]]`;
		for (const size of [1, 50, 1 << 20]) {
			const {values, elements} = read(text, ['', '[].post_stream.posts'], size);
			expect(elements.map(element => at(asObject(element), 'id') ?? null)).toEqual([0, 1, 2, 88, 0, 1, 88, null]);
			expect(values).toEqual([[]]);
		}
	});

	it('breaks off anywhere: the elements that are whole were told', () => {
		const whole = page(60);
		fc.assert(
			fc.property(fc.integer({min: 0, max: whole.length}), fc.integer({min: 100, max: 20_000}), (cut, size) => {
				const {elements} = read(whole.slice(0, cut), ['.post_stream.posts'], size);
				const count = Array.from({length: 60}, (_, index) => JSON.stringify(post(index))).filter(text => {
					const begins = whole.indexOf(text);
					return begins + text.length <= cut;
				}).length;
				expect(elements.slice(0, count)).toEqual(Array.from({length: count}, (_, index) => post(index)));
				expect(elements.length).toBeLessThanOrEqual(count + 1);
			}),
			{numRuns: 100},
		);
	}, 60_000);
});

describe('a lane', () => {
	const tree = (depth: number): Json => ({
		id: depth,
		name: 'n',
		text: 'x'.repeat(500),
		posts: depth === 0 ? [] : [tree(depth - 1), tree(depth - 1)],
	});

	it('is left where elements of the same keys stand in one another', () => {
		const text = JSON.stringify({posts: Array.from({length: 6}, () => tree(5))});
		for (const size of [17_000, 40_000]) {
			const {values, elements, breaks} = read(text, ['.posts'], size);
			expect(elements).toEqual(at(asObject(JSON.parse(text)), 'posts'));
			expect([values, breaks]).toEqual([[{posts: []}], []]);
		}
	});

	it('is left where the list ends, whatever follows', () => {
		const posts = Array.from({length: 200}, (_, index) => post(index));
		const others = Array.from({length: 300}, (_, index) => post(index, 'other '.repeat(90)));
		const text = JSON.stringify([{posts, others, more: posts}])
			.replace('[{', '[{"posts":[],"more":[{},{"id":1,"name":""}],')
			.slice(1, -1);
		for (const size of [20_000, 33_000, 200_000]) {
			const {values, elements, breaks} = read(`${text}\n${text}`, ['.posts'], size);
			expect(elements).toEqual([...posts, ...posts]);
			expect(values).toEqual([
				{posts: [], others, more: posts},
				{posts: [], others, more: posts},
			]);
			expect(breaks).toEqual([]);
		}
	});

	it('tells where it breaks, and costs no other element', () => {
		const texts = Array.from({length: 300}, (_, index) => JSON.stringify(post(index)));
		const before = `{"posts":[${texts.slice(0, 150).join(',')},`;
		const text = `${before}{"id":150,"name":oops},${texts.slice(151).join(',')}]}`;
		const {elements, breaks} = read(text, ['.posts'], 18_000);
		expect(elements.filter(element => at(asObject(element), 'cooked') !== undefined)).toHaveLength(299);
		expect(breaks).toEqual([before.length + '{"id":150,"name":'.length]);
	});
});
