import fc from 'fast-check';
import {expect, test} from 'vitest';
import {FormList, keepForms} from '../../source/search/found-forms.ts';
import {scratchRow} from '../../source/search/scratch.ts';

test('a row has as many numbers as are asked for, and is the same memory as long as that is enough', () => {
	const made: number[] = [];
	const row = scratchRow(length => {
		made.push(length);
		return new Uint16Array(length);
	});
	expect(row(100)).toHaveLength(100);
	row(100).fill(7);
	expect([...row(3)]).toEqual([7, 7, 7]);
	expect(row(101)).toHaveLength(101);
	expect(row(0)).toHaveLength(0);
	expect(made).toEqual([0, 125]);
	expect(row(126)).toHaveLength(126);
	expect(made).toHaveLength(3);
});

test('a list of forms holds what was added since it was cleared, however many these are', () => {
	const form = fc.tuple(fc.nat(), fc.nat(), fc.integer({min: 1, max: 6}));
	fc.assert(
		fc.property(fc.array(fc.array(form, {maxLength: 1500, size: 'max'}), {maxLength: 3}), rounds => {
			const list = new FormList();
			for (const forms of rounds) {
				list.clear();
				for (const [number, word, grade] of forms) list.add(number, word, grade);
				expect(list.count).toBe(forms.length);
				const {rows} = list;
				expect([...rows.forms]).toEqual(forms.map(([number]) => number));
				expect([...rows.words]).toEqual(forms.map(([, word]) => word));
				expect([...rows.grades]).toEqual(forms.map(([, , grade]) => grade));
				const best = forms.filter(([, , grade]) => grade === 1);
				expect([...keepForms(rows, grade => grade === 1).forms]).toEqual(best.map(([number]) => number));
			}
		}),
		{numRuns: 30},
	);
});
