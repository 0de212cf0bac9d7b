/**
An accepted answer: said by Discourse, shown in print, and kept when what was printed is read again.
*/
import {expect, it} from 'vitest';
import {heading} from '../../source/print/heading.ts';
import {dumpRecord, postRecord} from '../../source/print/record.ts';
import {createContext} from '../../source/thread/context.ts';
import {readDump} from './read-dump.ts';

const post = (number: number, facts: object) => ({
	id: 70 + number,
	username: 'ada',
	post_number: number,
	cooked: `<p>Wax number ${number}.</p>`,
	...facts,
});

const topic = JSON.stringify({
	id: 7,
	title: 'Which wax?',
	posts_count: 3,
	post_stream: {
		posts: [
			post(1, {topic_accepted_answer: true}),
			post(2, {accepted_answer: false}),
			post(3, {accepted_answer: true}),
		],
		stream: [71, 72, 73],
	},
});

it('is a fact of the post that is it, and of no other', async () => {
	const dump = await readDump(topic);
	expect(dump.posts.map(({accepted}) => accepted)).toEqual([undefined, undefined, true]);
	const context = createContext(dump);
	expect(dump.posts.map(one => heading(one, dump, context, false).facts.includes('accepted answer'))).toEqual([
		false,
		false,
		true,
	]);
	const records = dump.posts.map(one => postRecord({post: one, hit: null}, dump, context));
	expect(records.map(record => record.accepted)).toEqual([undefined, undefined, true]);
	const again = await readDump(JSON.stringify({...dumpRecord(dump), posts: records}));
	expect(again.posts.map(({accepted}) => accepted)).toEqual([undefined, undefined, true]);
});
