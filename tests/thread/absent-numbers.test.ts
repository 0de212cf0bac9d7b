/** Absent numbers: what one input lacks and another holds is not said to be absent. */
import {describe, expect, it, test} from 'vitest';
import {absentWords, goesOn, stillAbsent} from '../../source/thread/absent-numbers.ts';
import {dump, merge, problemsOf} from './written-dumps.ts';

describe('what is still absent', () => {
	const first = absentWords(1, 20, true);
	it.each([
		[first, [], [first]],
		[first, [21, 22], [first]],
		[first, Array.from({length: 25}, (_, index) => index + 1), []],
		[
			first,
			[3, 4, 7, 20, 21],
			[
				'posts 1 to 2 are not in this dump: on an earlier page',
				'posts 5 to 6 are not in this dump: on an earlier page',
				'posts 8 to 19 are not in this dump: on an earlier page',
			],
		],
		[absentWords(7, 7, false), [6, 8], ['post 7 is not in this dump: deleted, moved or lost']],
		[absentWords(7, 7, false), [6, 7, 8], []],
		[
			absentWords(2, 900_000_000_000, false),
			[1, 2],
			['posts 3 to 900000000000 are not in this dump: deleted, moved or lost'],
		],
		[goesOn, [38, 39, 40], [goesOn]],
		[goesOn, [40, 41], []],
		[
			'post 7 stands behind post 9: two dumps in one, or a copy of a head',
			[7],
			['post 7 stands behind post 9: two dumps in one, or a copy of a head'],
		],
	])('%s', (message, here, left) => {
		expect(stillAbsent(message, here, 40)).toEqual(left);
	});
});

test('pages that are merged lack only what no page holds', () => {
	const warn = (message: string) => ({level: 'warning', line: null, post: null, message}) as const;
	const one = dump(['#1 ada: Bees?', '#2 ken: Wild ones.'], {title: 'Bees', url: 'https://g.example/t/bees/7'});
	const two = dump(['#4 eve: Late.'], {title: 'Bees', url: 'https://g.example/t/bees/7'});
	const other = dump(['#3 eve: Wasps.'], {title: 'Wasps', url: 'https://g.example/t/wasps/8'});
	const merged = merge(
		{...one, problems: [warn(goesOn)]},
		{...two, problems: [warn(absentWords(1, 3, true)), warn(goesOn)]},
		{...other, problems: [warn(absentWords(1, 2, true))]},
	);
	expect(problemsOf(merged)).toEqual([
		`warning null: a.txt: ${goesOn}`,
		'warning null: b.txt: post 3 is not in this dump: on an earlier page',
		`warning null: b.txt: ${goesOn}`,
		'warning null: c.txt: posts 1 to 2 are not in this dump: on an earlier page',
	]);
});
