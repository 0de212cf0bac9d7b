/**
The post index: the same as a map, whatever ids look like.
*/
import fc from 'fast-check';
import {expect, it} from 'vitest';
import {PostIndex} from '../../source/thread/post-index.ts';

const id = fc.oneof(
	fc.nat({max: 50}).map(String),
	fc.nat().map(String),
	fc.constantFrom(
		'',
		'0',
		'00',
		'01',
		'1',
		'+1',
		'1.0',
		'1e3',
		'-1',
		' 1',
		'999999999',
		'4294967295',
		'12-2',
		'2/12',
		'١',
		'__proto__',
		'length',
	),
);

it('finds what was added and nothing else', () => {
	fc.assert(
		fc.property(fc.array(id, {maxLength: 60}), fc.array(id), (ids, others) => {
			const index = new PostIndex();
			for (const [position, added] of ids.entries()) {
				expect(index.add(added, position)).toBe(ids.indexOf(added) === position);
			}
			for (const asked of [...ids, ...others]) {
				const position = ids.indexOf(asked);
				expect(index.get(asked)).toBe(position === -1 ? undefined : position);
			}
		}),
		{numRuns: 500},
	);
}, 60_000);
