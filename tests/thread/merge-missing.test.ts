/** What files miss of a thread, once others are beside them. */
import {describe, expect, it} from 'vitest';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import type {PostDraft} from '../../source/thread/post.ts';
import {merge, paragraph} from './written-dumps.ts';

describe('what is missing by its numbers', () => {
	it('is what no file holds', () => {
		const page = (first: number, missing: readonly [number, number]) => {
			const builder = new DumpBuilder('json', post => paragraph(post.raw));
			builder.head({title: 'Bees'});
			builder.add({id: String(first), number: first, author: 'ada', markup: 'plain', raw: `Post ${first}.`});
			const [from, count] = missing;
			builder.add({id: `missing-${from}`, number: from, count, kind: 'missing', markup: 'plain', raw: ''});
			return builder.snapshot(true);
		};
		const merged = merge(page(1, [2, 9]), page(5, [6, 5]));
		expect(merged.posts.map(({id, number, kind, count}) => `${id} #${number} ${kind} ${count}`)).toEqual([
			'1 #1 post null',
			'missing-2 #2 missing 3',
			'5 #5 post null',
			'missing-2-2 #6 missing 5',
		]);
	});
});

describe('what is only counted as missing', () => {
	function items(format: string, ...drafts: readonly (Partial<PostDraft> & {readonly id: string})[]): Dump {
		const builder = new DumpBuilder(format, () => []);
		builder.topic('8863', {title: 'Hives'});
		for (const draft of drafts) builder.add({topic: '8863', markup: 'plain', raw: `Words of ${draft.id}.`, ...draft});
		return builder.snapshot(true);
	}
	const missing = (merged: Dump) =>
		merged.posts.filter(post => post.kind === 'missing').map(post => `${post.id} ${post.count}`);

	it('below a post is less what other files have as answers to it', () => {
		const story = items('news', {id: '8863'}, {id: 'more', kind: 'missing', count: 3, parent: '8863', raw: ''});
		const answers = ['9001', '9002', '9003'].map(id => items('news', {id, parent: '8863'}));
		expect(missing(merge(story, ...answers.slice(0, 2)))).toEqual(['more 1']);
		expect(missing(merge(story, ...answers))).toEqual([]);
		expect(merge(story, ...answers).topics).toHaveLength(1);
	});

	it('in a thread is what no page holds, said once', () => {
		const page = (count: number, ...numbers: readonly number[]) =>
			items('forum', ...numbers.map(number => ({id: String(number), number})), {
				id: `more-${numbers[0]}`,
				kind: 'missing',
				count,
				raw: '',
			});
		expect(missing(merge(page(7, 1, 2, 3), page(7, 3, 4, 5)))).toEqual(['more-3 5']);
		expect(missing(merge(page(2, 1, 2), page(2, 3, 4)))).toEqual([]);
	});
});
