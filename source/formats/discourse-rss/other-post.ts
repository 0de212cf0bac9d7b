/**
An item of a feed that is not Discourse's: comments of a blog, a thread of phpBB, Reddit or Stack Exchange.
*/
import type {PostDraft} from '../../thread/post.ts';
import {readFeedDate} from './feed-date.ts';
import type {FeedFacts} from './feed-reader.ts';

export type OtherPost = Omit<PostDraft, 'number' | 'parent'> & {
	/** What the feed calls it, by which others answer it. */
	readonly name: string | null;
	/** The name of the item that it answers, or its id. */
	readonly answers: string | null;
	/** When it was written, else when it was changed, in milliseconds since 1970; `null` if nobody says. */
	readonly time: number | null;
};

const longestAddress = 2000;

/** What the address or name of a post ends with, where it holds the post's own id. */
const ownId = /(?:#comment-|#c|#p|#post-?|#answer-|\/a\/|[?&](?:p|post)=|\bt[13]_)([\da-z]{1,20})(?:#p?\d+)?$/i;

/** Titles that only say where a post stands and who wrote it. */
const saysNothing = /(?:^|• )(?:By:|Re:|Aw:|Comment (?:on|by)|Answer by|\/?u\/\S+ on)\s/i;

/** What a comment of WordPress begins with where it answers another (its `comment_text` in feeds, in many languages). */
const answeredComment =
	/^\s*<p>[^<>]{0,60}<a href="[^"<>\s]{1,500}#comment-(\d{1,12})">[^<>]{0,200}<\/a>[^<>]{0,20}<\/p>/;

/** What phpBB writes below a post in its feeds: who wrote it and when, once more. */
const statistics = /<p>Statistics: Posted by <a [^<>]*>[^<]*<\/a>[^<>]{0,100}<\/p><hr \/>\s*$/;

/**
Read an item.

- `date` and `edited` are when it was published and updated; where only `updated` is stated, it is `edited`.
- A title of its own stands above the body, as a link to the item.
- `likes` are Stack Exchange's rank.

@param channel - What the feed says of itself.
@param position - Of the item in the feed, from 1.
Never throws.
*/
export function readOtherPost(facts: FeedFacts, channel: FeedFacts, position: number): OtherPost {
	const link = (facts.get('link') ?? '').slice(0, longestAddress);
	const called = facts.get('guid') ?? facts.get('id') ?? null;
	const id = ownId.exec(called ?? '')?.[1] ?? ownId.exec(link)?.[1];
	const date = readFeedDate(facts.get('pubDate') ?? facts.get('published') ?? facts.get('dc:date') ?? '');
	const updated = readFeedDate(facts.get('updated') ?? '');
	const when = Date.parse(date ?? updated ?? '');
	const rank = facts.get('re:rank');
	const body = bodyOf(facts);
	return {
		id: id ?? `item-${position}`,
		author: authorOf(facts),
		date,
		edited: updated === date ? null : updated,
		likes: rank !== undefined && /^-?\d{1,9}$/.test(rank) ? Number(rank) : null,
		markup: 'html',
		raw: headingOf(facts.get('title') ?? '', link, channel.get('title') ?? '') + body,
		name: called,
		answers: facts.get('thr:in-reply-to') ?? answeredComment.exec(body)?.[1] ?? null,
		time: Number.isNaN(when) ? null : when,
	};
}

/** A name, as `ada`, `/u/ada` of Reddit, or `mail@host (Ada L.)` of RSS. */
function authorOf(facts: FeedFacts): string | null {
	const author = facts.get('dc:creator') || facts.get('name') || facts.get('author') || '';
	return /^\S+@\S+ \(([^()]+)\)$/.exec(author)?.[1] ?? (author.replace(/^\/u\/(?=\S+$)/, '') || null);
}

/** The longer of what a feed may hold of a text: some give the beginning beside the whole. */
function bodyOf(facts: FeedFacts): string {
	const whole = facts.get('content:encoded') || facts.get('content') || '';
	return (whole || facts.get('description') || facts.get('summary') || '').replace(statistics, '');
}

function headingOf(title: string, link: string, thread: string): string {
	const isKnown = thread !== '' && (title === thread || thread.includes(title) || title.endsWith(thread));
	if (title === '' || isKnown || saysNothing.test(title)) return '';
	// A title is text, though some write it as HTML.
	const words = title.replace(/[<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
	return /^https?:\/\/[^\s"<>]+$/.test(link) ? `<h3><a href="${link}">${words}</a></h3>\n` : `<h3>${words}</h3>\n`;
}
