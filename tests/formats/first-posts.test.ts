/**
First posts: they are shown while the rest is being read, from a file and from a slow pipe, and what is shown in
the end is the same as of an input that comes at once.
*/
import {describe, expect, it} from 'vitest';
import {openDump} from '../../source/formats/open-dump.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {parseOf, readDump} from './read-dump.ts';

const count = 600;
const numbers = Array.from({length: count}, (_, index) => index + 1);
const words = 'A few words about jars, lids and shelves. '.repeat(8);

const discoursePost = (number: number, topic = 88) => ({
	id: 1000 * topic + number,
	name: '',
	username: number % 2 === 0 ? 'ada' : 'grace',
	created_at: '2024-05-03T09:14:00.000Z',
	cooked: `<p>${words}${number}</p>`,
	post_number: number,
	post_type: 1,
	reply_to_post_number: number > 2 ? number - 2 : null,
	topic_id: topic,
	actions_summary: [{id: 2, count: 3}],
});

const topic = (posts: readonly object[], id = 88) => ({
	post_stream: {posts, stream: posts.map(post => Reflect.get(post, 'id'))},
	id,
	title: 'How do you label jars?',
	posts_count: posts.length,
});

const reply = (number: number, inside: readonly object[] = []) => ({
	kind: 't1',
	data: {
		id: `c${number}`,
		author: 'ada',
		body: `${words}${number}`,
		parent_id: 't3_jars',
		link_id: 't3_jars',
		created_utc: 1_700_000_000 + number,
		score: number,
		replies: inside.length === 0 ? '' : listing(inside),
	},
});

const listing = (children: readonly object[]) => ({kind: 'Listing', data: {after: null, children, before: null}});

const submission = {
	kind: 't3',
	data: {
		id: 'jars',
		title: 'Jars',
		selftext: words,
		subreddit: 'jars',
		author: 'grace',
		created_utc: 1_700_000_000,
		is_self: true,
	},
};

/** Comments of Algolia's API, some with answers: as many in all as asked for, from this number on. */
function comments(from: number, many: number): readonly object[] {
	const list: object[] = [];
	for (let number = from; number < from + many; number += 3) {
		const inner = [number + 1, number + 2].map(id => ({...comment(id), parent_id: number, children: []}));
		list.push({...comment(number), parent_id: 5000, children: inner});
	}
	return list;
}

const comment = (id: number) => ({
	id,
	created_at: '2024-05-03T09:14:00Z',
	created_at_i: 1_714_727_640,
	type: 'comment',
	author: 'ada',
	text: `${words}${id}`,
	story_id: 5000,
});

const story = {...comment(5000), type: 'story', title: 'Jars', parent_id: null};

const fireItem = (id: number, kids: readonly number[] = []) => ({
	by: 'ada',
	id,
	kids,
	...(id === 1 ? {title: 'Jars', type: 'story'} : {parent: 1, type: 'comment'}),
	text: `${words}${id}`,
	time: 1_714_727_640,
});

const fireItems = numbers.map(number => fireItem(number, number === 1 ? numbers.slice(1).toReversed() : []));

function feed(items: readonly string[]): string {
	const written = items.map(
		item => `<item><title>By: ada</title><description><![CDATA[<p>${words}</p>]]></description>${item}</item>`,
	);
	return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="x"><channel><title>Jars</title>\n${written.join('\n')}</channel></rss>`;
}

const inputs: Readonly<Record<string, {readonly format: string; readonly text: string}>> = {
	'a topic of Discourse': {
		format: 'discourse-json',
		text: JSON.stringify(topic(numbers.map(number => discoursePost(number)))),
	},
	'a topic of Discourse with indents': {
		format: 'discourse-json',
		text: JSON.stringify(topic(numbers.map(number => discoursePost(number))), null, 2),
	},
	'a topic of Discourse, its posts backwards': {
		format: 'discourse-json',
		text: JSON.stringify(topic(numbers.map(number => discoursePost(number)).toReversed())),
	},
	'a list of topics of Discourse': {
		format: 'discourse-json',
		text: JSON.stringify(
			[7, 8, 9].map(id =>
				topic(
					numbers.slice(0, 200).map(number => discoursePost(number, id)),
					id,
				),
			),
		),
	},
	'posts of Discourse, one a line': {
		format: 'discourse-json',
		text: numbers.map(number => JSON.stringify(discoursePost(number))).join('\n'),
	},
	'posts of two topics of Discourse, one a line': {
		format: 'discourse-json',
		text: numbers.map(number => JSON.stringify(discoursePost(number, number % 2))).join('\n'),
	},
	'the latest posts of a site of Discourse': {
		format: 'discourse-json',
		text: JSON.stringify({latest_posts: numbers.map(number => discoursePost(number, number % 3))}),
	},
	'a page of Reddit': {
		format: 'reddit',
		text: JSON.stringify([
			listing([submission]),
			listing(
				numbers
					.slice(1, 300)
					.map(number => reply(number, [reply(number + 1000)]))
					.concat(reply(1)),
			),
		]),
	},
	'things of Reddit, one a line': {
		format: 'reddit',
		text: numbers.map(number => JSON.stringify(reply(number).data)).join('\n'),
	},
	'things of Reddit, as an archive answers': {
		format: 'reddit',
		text: JSON.stringify({data: numbers.map(number => reply(number).data)}),
	},
	'a tree of Algolia': {
		format: 'hacker-news',
		text: JSON.stringify({...story, children: comments(1, 597).concat(comment(598), comment(599)), options: []}),
	},
	'a tree of Algolia, its keys in order': {
		format: 'hacker-news',
		text: JSON.stringify({children: comments(1, 597).concat(comment(598), comment(599)), ...story}),
	},
	'hits of Algolia': {
		format: 'hacker-news',
		text: JSON.stringify({
			hits: numbers.map(number => ({
				...comment(number),
				objectID: String(number),
				parent_id: 5000,
				_tags: ['comment'],
			})),
		}),
	},
	'a list of items of Firebase, not in order': {format: 'hacker-news', text: JSON.stringify(fireItems)},
	'items of Firebase, one a line': {
		format: 'hacker-news',
		text: fireItems.map(item => JSON.stringify({...item, kids: []})).join('\n'),
	},
	'a feed of Discourse': {
		format: 'discourse-rss',
		text: feed(
			numbers.toReversed().map(
				number => `<link>https://f.example/t/jars/88/${number}</link><dc:creator>ada</dc:creator>
				<guid isPermaLink="false">f.example-post-88-${number}</guid>`,
			),
		),
	},
	'a feed of comments': {
		format: 'discourse-rss',
		text: feed(
			numbers.toReversed().map(
				number => `<link>https://b.example/jars/#comment-${number}</link><dc:creator>ada</dc:creator>
				<pubDate>Fri, 03 May 2024 ${String(Math.floor(number / 60)).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}:00 +0000</pubDate>`,
			),
		),
	},
	'a corpus': {
		format: 'jsonl',
		text: numbers
			.map(number => JSON.stringify({text: `${words}${number}`, url: `https://a.example/${number}`}))
			.join('\n'),
	},
};

/** Every snapshot of an input in small chunks, and how much of it had come. */
async function snapshots(text: string): Promise<readonly {readonly dump: Dump; readonly share: number}[]> {
	const bytes = new TextEncoder().encode(text);
	const size = 4096;
	let sent = 0;
	async function* chunks() {
		for (; sent < bytes.length; sent += size) yield bytes.subarray(sent, sent + size);
	}
	const seen: {dump: Dump; share: number}[] = [];
	// A clock that goes on with the input alone: a snapshot takes no time.
	for await (const dump of openDump(chunks(), {now: () => sent})) seen.push({dump, share: sent / bytes.length});
	return seen;
}

describe.each(Object.entries(inputs))('%s', (_, {format, text}) => {
	it('shows its first posts before half of it has come, and ever more', async () => {
		const seen = await snapshots(text);
		const first = seen.find(({dump}) => dump.posts.length > 0);
		expect(first?.share).toBeLessThan(0.5);
		expect(first?.dump.format).toBe(format);
		const counts = seen.map(({dump}) => dump.posts.length);
		expect(counts).toEqual(counts.toSorted((one, other) => one - other));
		expect(new Set(counts).size).toBeGreaterThan(8);
		expect(seen.at(-1)?.dump.complete).toBe(true);
	});

	it('is in the end what it is read at once', async () => {
		const last = (await snapshots(text)).at(-1)?.dump;
		const whole = await readDump(text, undefined, text.length);
		expect(last && parseOf(last)).toEqual(parseOf(whole));
		const {posts} = whole;
		expect(posts.filter(({kind}) => kind === 'post')).toHaveLength(count);
		for (const [index, post] of posts.entries()) {
			const before = posts[index - 1];
			expect(before?.topic !== post.topic || (before?.number ?? 0) < (post.number ?? 0)).toBe(true);
		}
	});

	it('shows posts while a pipe rests', async () => {
		// What a pipe that waits has sent is enough: it goes on only once a post was seen.
		const bytes = new TextEncoder().encode(text);
		let go = () => {};
		const seen = new Promise<void>(resolve => {
			go = resolve;
		});
		const half = Math.min(30_000, bytes.length / 2);
		async function* pipe() {
			yield bytes.subarray(0, half);
			await seen;
			yield bytes.subarray(half);
		}
		const counts: number[] = [];
		const reading = openDump(pipe());
		for await (const dump of reading) {
			counts.push(dump.posts.length);
			if (dump.posts.length > 0) go();
		}
		expect(counts[0]).toBeGreaterThan(0);
		expect(counts[0]).toBeLessThan(counts.at(-1) ?? 0);
	});
});
