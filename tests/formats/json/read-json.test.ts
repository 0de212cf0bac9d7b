/**
Reading JSON in chunks: what comes out is what `JSON.parse` makes of the whole, however it is
cut; and of what is broken, all that stands before and behind the break.
*/
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {asList, asObject, at, type Json} from '../../../source/formats/json/json.ts';
import {JsonReader} from '../../../source/formats/json/read-json.ts';
import {recoverJson} from '../../../source/formats/json/recover-json.ts';

function read(text: string, size = 1 << 16) {
	const values: Json[] = [];
	const breaks: number[] = [];
	const reader = new JsonReader({value: value => values.push(value), broken: at => breaks.push(at)});
	for (let start = 0; start < text.length; start += size) reader.push(text.slice(start, start + size));
	reader.end();
	return {values, breaks};
}

const tree = fc.jsonValue({maxDepth: 5, stringUnit: 'binary'});
const container = fc.oneof(fc.array(tree), fc.dictionary(fc.string({unit: 'binary'}), tree));
const space = fc.constantFrom(undefined, 1, '\t');

describe('whole JSON', () => {
	it('reads as JSON.parse reads it, in chunks of any size', () => {
		fc.assert(
			fc.property(fc.array(container, {maxLength: 4}), space, fc.integer({min: 1, max: 40}), (values, indent, size) => {
				const texts = values.map(value => JSON.stringify(value, null, indent));
				expect(read(texts.join('\n'), size)).toEqual({values: texts.map(text => JSON.parse(text)), breaks: []});
			}),
			{numRuns: 200},
		);
	}, 60_000);

	it('reads as JSON.parse reads it where it is parsed in many pieces', () => {
		fc.assert(
			fc.property(
				container,
				fc.integer({min: 1, max: 4}),
				space,
				fc.integer({min: 900, max: 90_000}),
				(part, depth, indent, size) => {
					let value: Json = JSON.parse(JSON.stringify(part));
					for (let level = 0; level < depth; level++) {
						const inner: Json = value;
						const filler = {words: `"${'\\"x'.repeat(400)}`, inner: [level, {}]};
						value =
							level % 2 === 0
								? [filler, inner, ...Array.from({length: 30}, () => filler), inner, 7]
								: {
										7: inner,
										a: filler,
										list: Array.from({length: 30}, () => filler),
										b: inner,
										__proto: null,
										z: 'end',
									};
					}
					const text = JSON.stringify(value, null, indent);
					expect(read(text, size)).toEqual({values: [JSON.parse(text)], breaks: []});
				},
			),
			{numRuns: 60},
		);
	}, 60_000);

	it('keeps a key that JavaScript gives a meaning', () => {
		const filler = Array.from({length: 60}, (_, index) => `"k${index}": [${JSON.stringify('x'.repeat(1000))}]`).join(
			',',
		);
		const text = `{"__proto__": {"kind": "mine"}, ${filler}, "constructor": [1]}`;
		const [value] = read(text).values;
		expect(Object.keys(value ?? {}).slice(0, 1)).toEqual(['__proto__']);
		expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
		expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
	});

	it('goes as deep as anybody goes, and stops with a word beyond', () => {
		const deep = `${'[{"a":'.repeat(10_000)}1${'}]'.repeat(10_000)}`;
		const {values, breaks} = read(deep);
		expect(breaks).toEqual([]);
		let depth = 0;
		for (let value = values[0]; value !== 1 && depth <= 10_000; depth++) value = at(asObject(asList(value)[0]), 'a');
		expect(depth).toBe(10_000);
		expect(read('['.repeat(3_000_000)).breaks).toHaveLength(1);
	});
});

describe('broken JSON', () => {
	it.each([
		['a list that breaks off', '[{"a":1},{"b":2},{"c":', [[{a: 1}, {b: 2}, {}]], [22]],
		['a body that breaks off', '{"id":7,"cooked":"<p>so it beg', [{id: 7, cooked: '<p>so it beg'}], [30]],
		['a cut escape', '{"body":"x\\u00', [{body: 'x'}], [14]],
		['a name that breaks off', '{"id":7,"username":"mi', [{id: 7}], [22]],
		['a number that breaks off', '{"id":7,"likes":12', [{id: 7}], [18]],
		['a word that is none', '[1,nope,{"a":2}]', [[1, {a: 2}]], [3]],
		['a missing comma', '[{"a":1}{"b":2}]', [[{a: 1}, {b: 2}]], [0]],
		['a raw line end in a string', '[{"a":"x\ny"},{"b":2}]', [[{a: 'x\ny'}, {b: 2}]], [6]],
		['an unknown escape', '[{"a":"x\\qy"}]', [[{a: 'x\\qy'}]], [6]],
		['a bracket of the other kind', '[{"a":1],{"b":2}]', [[{a: 1}, {b: 2}]], [7, 7]],
		['words outside', 'hello [1] there', [[1]], [0, 9]],
	])('%s', (_, text, values, breaks) => {
		const found = read(text);
		expect(found.values).toEqual(values);
		if (breaks[0] === 0) expect(found.breaks.length).toBeGreaterThan(0);
		else expect(found.breaks).toEqual(breaks);
	});

	it('breaks off anywhere: every element that is whole is kept', () => {
		fc.assert(
			fc.property(
				fc.array(fc.dictionary(fc.string(), fc.jsonValue()), {maxLength: 12}),
				fc.double({min: 0, max: 1, noNaN: true}),
				fc.integer({min: 1, max: 50}),
				(elements, share, size) => {
					const texts = elements.map(element => JSON.stringify(element));
					const whole = `[${texts.join(',')}]`;
					const cut = Math.floor(whole.length * share);
					let end = 0;
					const kept = texts.filter(text => {
						end += text.length + 1;
						return end <= cut;
					});
					const {values, breaks} = read(whole.slice(0, cut), size);
					const [list = []] = values;
					expect(Array.isArray(list) ? list.slice(0, kept.length) : null).toEqual(kept.map(text => JSON.parse(text)));
					if (cut > 0 && cut < whole.length) expect(breaks).toContain(cut);
				},
			),
			{numRuns: 300},
		);
	}, 60_000);

	it('is never thrown at, whatever it is', () => {
		const bit = fc.constantFrom(
			'{',
			'}',
			'[',
			']',
			'"',
			'\\',
			',',
			':',
			'1',
			'null',
			' ',
			'\n',
			'\u2028',
			'é',
			'"a":',
			'\\u12',
		);
		fc.assert(
			fc.property(fc.array(bit, {maxLength: 60}), fc.integer({min: 1, max: 9}), (bits, size) => {
				const text = bits.join('');
				const {values, breaks} = read(text, size);
				let parsed: Json | undefined;
				try {
					parsed = JSON.parse(text);
				} catch {
					parsed = undefined;
				}
				if (typeof parsed === 'object' && parsed !== null)
					expect({values, breaks}).toEqual({values: [parsed], breaks: []});
				else if (text.trim() !== '' && parsed === undefined && !/^[\s,]*$|\}\s*,?\s*[[{]|\]\s*,?\s*[[{]/.test(text)) {
					expect(values.length + breaks.length).toBeGreaterThan(0);
				}
				expect(recoverJson(text).end).toBeLessThanOrEqual(text.length);
			}),
			{numRuns: 1000},
		);
	}, 60_000);

	it('a break costs nothing that stands in another piece', () => {
		const post = (id: number) => JSON.stringify({id, cooked: 'word '.repeat(2000)});
		const text = `[${Array.from({length: 40}, (_, id) => (id === 20 ? '{"id":20, oh no' : post(id))).join(',')}]`;
		const [list] = read(text.replace('oh no', 'oh no}')).values;
		expect(list).toEqual(Array.from({length: 40}, (_, id) => expect.objectContaining({id})));
	});
});
