/**
A feed's post: what one item says, after the templates of Discourse's feeds (`topics/show.rss`,
`posts/latest.rss`, `list/list.rss`).
*/
import type {PostKind} from '../../thread/post.ts';
import {kindOfBody} from '../discourse-html/notices.ts';
import {readFeedDate} from './feed-date.ts';
import type {FeedFacts} from './feed-reader.ts';

export type FeedPost = {
	readonly topic: string | null;
	readonly title: string | null;
	/** The address of its topic. */
	readonly url: string | null;
	readonly number: number | null;
	readonly author: string | null;
	readonly name: string | null;
	readonly date: string | null;
	readonly kind: PostKind;
	readonly body: string;
	/** How many posts the topic has, where the item stands for all of it. */
	readonly postsInTopic: number | null;
};

const longestAddress = 2000;

/** The address of a topic, and the number of a post behind it. */
const topicAddress = /^(https?:\/\/.*?\/t\/(?:(?!\d+(?:\/|$))[^/?#\s]+\/)?(\d+))(?:\/(\d{1,9}))?(?:[?#].*)?$/i;

/** Whether an item, or the feed that it stands in, is of Discourse. */
export function isOfDiscourse(facts: FeedFacts, channel: FeedFacts): boolean {
	if (/-(?:post-\d+(?:-\d+)?|topic-\d+)$/.test(facts.get('guid') ?? '')) return true;
	return [facts, channel].some(said => topicAddress.test((said.get('link') ?? '').slice(0, longestAddress)));
}

/**
Read an item of Discourse.

@param channel - What its feed says of itself: a cut item may not name its topic, but the feed of a topic does.
@returns What it says. Never throws.
*/
export function readFeedPost(facts: FeedFacts, channel: FeedFacts): FeedPost {
	const link = (facts.get('link') ?? '').slice(0, longestAddress);
	const guid = facts.get('guid') ?? '';
	const address = topicAddress.exec(link);
	const ofFeed = topicAddress.exec((channel.get('link') ?? '').slice(0, longestAddress));
	const [, topicOfGuid, numberOfGuid] = /-post-(\d+)-(\d{1,9})$/.exec(guid) ?? /-topic-(\d+)$/.exec(guid) ?? [];
	const number = numberOfGuid ?? address?.[3] ?? (address !== null || topicOfGuid !== undefined ? '1' : undefined);
	const {body, posts} = withoutFrame(facts.get('description') ?? '', link);
	return {
		topic: topicOfGuid ?? address?.[2] ?? ofFeed?.[2] ?? null,
		title: facts.get('title') || null,
		url: address?.[1] ?? ofFeed?.[1] ?? null,
		number: number === undefined ? null : Number(number),
		...readCreator(facts.get('dc:creator') ?? ''),
		date: readFeedDate(facts.get('pubDate') ?? ''),
		kind: kindOfBody(body),
		body,
		postsInTopic: posts,
	};
}

/** `ada`, or in older feeds `@ada Ada L.`; sites that prefer display names give these alone. */
function readCreator(creator: string): {readonly author: string | null; readonly name: string | null} {
	const [, user, name] = /^@(\S+)(?:\s+(.*))?$/.exec(creator) ?? [];
	return {author: user ?? (creator || null), name: name || null};
}

/** A body without what the feed puts around it: who wrote it, how many wrote in its topic, a link to read on. */
function withoutFrame(description: string, link: string): {readonly body: string; readonly posts: number | null} {
	let body = description.trim();
	const last = body.lastIndexOf('<p>');
	if (last !== -1 && link !== '') {
		const [, target] = /^<p><a href="([^"]*)">[^<]*<\/a><\/p>$/.exec(body.slice(last)) ?? [];
		if (target === link) body = body.slice(0, last).trimEnd();
	}
	const counts = /<p><small>(\d{1,9}) \p{L}+ - \d{1,9} \p{L}+(?:\(\p{L}\))?<\/small><\/p>$/u.exec(body.slice(-200));
	if (counts !== null) body = body.slice(0, body.length - counts[0].length).trimEnd();
	const opening =
		/^<p>[^<]{0,60}<a href="[^"]{0,500}\/u(?:sers)?\/[^"]{0,100}">@[^<]{0,100}<\/a>[^<]{0,60}<\/p>\s*<blockquote>/.exec(
			body,
		);
	if (opening !== null && body.endsWith('</blockquote>')) {
		body = body.slice(opening[0].length, -'</blockquote>'.length).trim();
	}
	return {body, posts: counts === null ? null : Number(counts[1])};
}
