/**
The format `discourse-rss`: the feeds of Discourse. A topic's feed holds its latest 25 posts,
the newest first; a site's feed the latest posts of many topics, or the first posts of its
latest topics. Nothing stands in its order, so nothing is shown before the end has come.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import {createGuard} from '../discourse-html/guard.ts';
import {readSource} from '../discourse-html/notices.ts';
import type {Format, Sample} from '../format.ts';
import {createNumbers} from '../numbers.ts';
import {type FeedPost, readFeedPost} from './feed-post.ts';
import {type FeedFacts, FeedReader} from './feed-reader.ts';

/** Posts written between two breaths. */
const stride = 64;

type Item = FeedPost & {readonly line: number; readonly isCut: boolean};

export const discourseRss: Format = {
	name: 'discourse-rss',
	title: 'an RSS feed of a Discourse thread or site',
	detect,
	parse(builder) {
		/** By topic, in the order of the feed. */
		const topics = new Map<string | null, Item[]>();
		let channel: FeedFacts = new Map();
		let isCut = false;
		const feed = new FeedReader({
			item(facts, soFar, line, isItemCut) {
				const post = readFeedPost(facts, soFar);
				const item = {...post, line, isCut: isItemCut};
				const items = topics.get(post.topic);
				if (items === undefined) topics.set(post.topic, [item]);
				else items.push(item);
			},
			end(facts, isFeedCut) {
				channel = facts;
				isCut = isFeedCut;
			},
		});
		const guarded = createGuard(() => {
			isCut = true;
		});
		return {
			push: chunk => guarded(() => feed.push(chunk)),
			*end() {
				guarded(() => feed.end());
				yield* write(builder, topics, channel);
				if (isCut) warn(builder, 'the feed does not end as feeds do: what came behind is lost');
			},
		};
	},
};

function* write(
	builder: DumpBuilder,
	topics: ReadonlyMap<string | null, readonly Item[]>,
	channel: FeedFacts,
): Generator<void> {
	const isSeveral = topics.size > 1;
	const numbers = createNumbers(builder);
	for (const [topic, items] of topics) {
		const facts = {
			title: items.find(({title}) => title !== null)?.title ?? null,
			url: items.find(({url}) => url !== null)?.url ?? null,
		};
		builder.topic(topic ?? '1', facts);
		if (!isSeveral) builder.head({...facts, source: readSource(channel.get('description') ?? '')});
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
	if (topics.size === 0)
		builder.problem({level: 'error', line: null, post: null, message: 'there is no post in this feed'});
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

function warn(builder: DumpBuilder, message: string, post: string | null = null): void {
	builder.problem({level: 'warning', line: null, post, message});
}

/** A feed names its posts after their site, topic and number; before the first of them its own address tells. */
function detect({text}: Sample): number {
	if (!/^\s*(?:<\?xml[^<>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)?<rss\b/i.test(text)) return 0;
	if (/<guid\b[^<>]*>[^<>\s]+-(?:post-\d+(?:-\d+)?|topic-\d+)<\/guid>/.test(text)) return 0.97;
	return /xmlns:discourse=|<atom:link href="[^"]{0,500}\/(?:t\/[^"]{0,500}\/\d+|latest|posts|top)\.rss"/.test(text)
		? 0.9
		: 0;
}
