/**
Rows of the list that are kept: whatever was done before, they are those that would be drawn anew.
*/
import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Dump} from '../../source/thread/dump.ts';
import type {Model} from '../../source/view/model.ts';
import {screen} from './drawn.ts';
import {happen, press} from './press.ts';
import {dumpOf, modelOf, shedPosts} from './sample.ts';

const noAuthors = shedPosts.map(post => ({...post, author: null, name: null}));

const keys = fc.constantFrom(
	...['j', 'k', 'G', 'g', 'tab', 'esc', '<', '>', 'n', 'J', 'U', 'V', 'v', 'm a', 'm b', 'Q', 'w'],
	...['t', 't j', 'z M', 'z R', 'z c', 'h', 'l', '/ "silica" enter', '/ "grace" enter esc', '&', 's'],
);
const step = fc.oneof(
	{weight: 6, arbitrary: keys},
	fc.record({columns: fc.integer({min: 30, max: 130}), rows: fc.integer({min: 8, max: 40})}),
);

test.each([
	['as stated', shedPosts],
	['with authors inferred', noAuthors],
])('%s', (_, posts) => {
	const dump: Dump = dumpOf(posts);
	fc.assert(
		fc.property(fc.array(step, {minLength: 1, maxLength: 12}), steps => {
			let model = modelOf(dump);
			for (const one of steps) {
				model = typeof one === 'string' ? press(model, one).model : happen(model, {type: 'resize', ...one}).model;
				const anew: Model = {...modelOf(dumpOf(posts)), state: model.state, read: model.read};
				expect(screen(model).rows).toEqual(screen(anew).rows);
			}
		}),
		{numRuns: 60},
	);
});
