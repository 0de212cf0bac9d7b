/**
The topics of a feed of Discourse: posts in the order of their numbers, topic by topic.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import {readSource} from '../discourse-html/notices.ts';
import {createNumbers} from '../numbers.ts';
import {type FeedPost, readFeedPost} from './feed-post.ts';
import {type FeedWriter, stride, warn} from './feed-writer.ts';

type Item = FeedPost & {readonly line: number; readonly isCut: boolean};

type Topic = {title: string | null; url: string | null; readonly items: Item[]};

/** @returns Takes the items of a feed of Discourse. */
export function createDiscourseTopics(builder: DumpBuilder): FeedWriter {
	/** In the order of the feed. */
	const topics = new Map<string | null, Topic>();

	function tellHead(id: string | null, {title, url}: Topic): void {
		builder.topic(id ?? '1', {title, url});
		builder.head(topics.size > 1 ? {title: null, url: null} : {title, url});
	}

	return {
		item(facts, channel, line, isCut) {
			const post = {...readFeedPost(facts, channel), line, isCut};
			const topic = topics.get(post.topic) ?? {title: null, url: null, items: []};
			topics.set(post.topic, topic);
			topic.items.push(post);
			topic.title ??= post.title;
			topic.url ??= post.url;
			tellHead(post.topic, topic);
			add(builder, post, topics.size > 1, builder.count);
		},
		*write(channel) {
			for (const [id, topic] of topics) tellHead(id, topic);
			if (topics.size === 1) builder.head({source: readSource(channel.get('description') ?? '')});
			yield* write(builder, topics);
		},
	};
}

function* write(builder: DumpBuilder, topics: ReadonlyMap<string | null, Topic>): Generator<void> {
	const isSeveral = topics.size > 1;
	const numbers = createNumbers(builder);
	for (const {items} of topics.values()) {
		const inOrder = items.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
		for (const [index, item] of inOrder.entries()) {
			if (!isSeveral && item.number !== null) numbers.note(item.number, item.line);
			add(builder, item, isSeveral, index);
			if (index % stride === stride - 1) yield;
		}
		yield;
	}
	if (isSeveral)
		warn(builder, `this feed is of ${topics.size} topics: of each it holds the latest posts, or the first one`);
}

function add(builder: DumpBuilder, item: Item, isSeveral: boolean, index: number): void {
	const {topic, number, author, name, date, kind, line, body, postsInTopic} = item;
	const ownId = number === null ? `unnumbered-${index + 1}` : String(number);
	const {id} = builder.add({
		id: isSeveral ? `${topic ?? '1'}/${ownId}` : ownId,
		topic: topic ?? '1',
		number,
		kind,
		author,
		name,
		date,
		line,
		markup: 'html',
		raw: body,
	});
	if (item.isCut) {
		const message = 'the feed ends in the middle of this post: the rest is lost';
		builder.problem({level: 'error', line, post: id, message});
	}
	if (postsInTopic !== null && postsInTopic > 1) {
		warn(builder, `the topic has ${postsInTopic} posts: this feed holds the first one`, id);
	}
}
