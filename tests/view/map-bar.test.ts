import {expect, test} from 'vitest';
import {unicode} from '../../source/layout/glyphs.ts';
import {mapBar} from '../../source/view/screen/map-bar.ts';
import {press} from './press.ts';
import {dumpOf, modelOf, paragraph} from './sample.ts';

const height = 20;

function thread(posts: number, likes: (number: number) => number, parent: (number: number) => string | null) {
	const numbers = Array.from({length: posts}, (_, index) => index + 1);
	return modelOf(
		dumpOf(
			numbers.map(number => ({
				id: String(number),
				number,
				author: 'ada',
				likes: likes(number),
				parent: parent(number),
				blocks: [paragraph(`Post ${number}`)],
			})),
		),
	);
}

/** Rows of the bar that show liked posts. */
function lit(model: ReturnType<typeof thread>): readonly number[] {
	return mapBar(model, 0, height).flatMap((cell, row) => (cell?.text === unicode.map.liked ? [row] : []));
}

test('a liked post is shown where it is listed, also as trees', () => {
	const likes = (number: number) => (number === 200 ? 9 : number % 2);
	const model = thread(200, likes, number => (number === 200 ? '100' : null));
	expect(lit(model)).toEqual([19]);
	// Under post 100, in the middle.
	expect(lit(press(model, 't').model)).toEqual([10]);
});

test('of very many liked posts only those liked most are shown: the bar tells places apart', () => {
	const likes = (number: number) => (number > 1960 && number < 2000 ? 40 : number % 30);
	expect(lit(thread(4000, likes, () => null))).toEqual([9]);
});
