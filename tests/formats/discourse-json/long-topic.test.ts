/**
Topics so long that their posts are read without a scan: they are safe, and where they belong, all the same.
*/
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {safeText} from '../../../source/text/safe-text.ts';
import {readDump} from '../read-dump.ts';

/** Posts of some 500 bytes: a slice of the input holds a hundred. */
const post = (number: number, words = '') => ({
	id: 1000 + number,
	username: `user_${number % 7}`,
	cooked: `<p class="x">${words} ${'marrow '.repeat(50)}</p>\n<p>a\\b/c\td</p>`,
	post_number: number,
	post_type: 1,
	reply_to_post_number: number % 3 === 0 ? number - 1 : null,
});

const topic = (posts: readonly object[]) => ({id: 9, title: 'Long', posts_count: posts.length, post_stream: {posts}});

const numbers = Array.from({length: 700}, (_, index) => index + 1);

test('whatever is escaped in them is made safe and told', async () => {
	const odd = fc.constantFrom('\u001b[2J', '\u202e', '\b', '\f', '\r', '\ud800', '\u009b31m', '\u2028');
	const isAsciiOnly = fc.boolean();
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(fc.nat({max: 699}), odd), {maxLength: 3}),
			isAsciiOnly,
			async (bits, escapes) => {
				const posts = numbers.map(number =>
					post(
						number,
						bits
							.filter(([at]) => at === number - 1)
							.map(([, bit]) => bit)
							.join(''),
					),
				);
				const plain = JSON.stringify(topic(posts));
				const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
				const dump = await readDump(escapes ? plain.replace(/[^ -~]/g, escaped) : plain, 'discourse-json');
				expect(dump.posts.map(({raw}) => raw)).toEqual(posts.map(({cooked}) => safeText(cooked).text));
				const told = posts.filter(({cooked}) => safeText(cooked).removed > 0).map(one => String(one.post_number));
				expect(dump.problems.map(problem => problem.post)).toEqual(told);
			},
		),
		{numRuns: 30},
	);
});

test.each([
	['in order', numbers, []],
	['with a gap', numbers.filter(number => number !== 400), ['#400']],
	['backwards, with a gap', numbers.filter(number => number !== 400).toReversed(), ['#400']],
	['from the middle', [...numbers.slice(300), ...numbers.slice(0, 300)], []],
])('%s they stand in the order of their numbers', async (_, order, gaps) => {
	const bell = '\u0007';
	const posts = order.map(number => post(number, number === 500 ? bell : ''));
	const dump = await readDump(JSON.stringify(topic(posts)));
	const inOrder = order.toSorted((one, other) => one - other);
	expect(dump.posts.map(({id, number, parent}) => [id, number, parent])).toEqual(
		inOrder.map(number => [String(number), number, number % 3 === 0 ? String(number - 1) : null]),
	);
	expect(dump.topics).toEqual([{id: '9', title: 'Long', url: null, posts: order.length}]);
	expect(dump.problems.map(({post, message}) => [post, message])).toEqual([
		['500', '1 control or invisible characters were taken out or made visible'],
		...gaps.map(gap => [null, `topic 9 has gaps, posts not loaded, deleted or moved: ${gap}`]),
	]);
});
