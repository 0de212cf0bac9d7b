/**
The format `discourse-rss`: feeds. Those of Discourse: a topic's holds its latest 25 posts, the newest first; a
site's the latest posts of many topics, or the first posts of its latest topics. And, where nothing else claims
it, any RSS or Atom feed, as of the comments on a blog or of a thread of another forum. Nothing stands in its order:
items are shown as they come, and put in order at the end.
*/
import {createGuard} from '../discourse-html/guard.ts';
import type {Format, Sample} from '../format.ts';
import {createDiscourseTopics} from './discourse-topics.ts';
import {isOfDiscourse} from './feed-post.ts';
import {type FeedFacts, FeedReader} from './feed-reader.ts';
import {type FeedWriter, warn} from './feed-writer.ts';
import {createOtherThread} from './other-thread.ts';

export const discourseRss: Format = {
	name: 'discourse-rss',
	title: 'a feed of a Discourse thread or site; any RSS or Atom feed',
	detect,
	parse(builder) {
		const startOver = builder.mark();
		let writer: FeedWriter | null = null;
		let channel: FeedFacts = new Map();
		let isCut = false;
		const feed = new FeedReader({
			item(facts, soFar, line, isItemCut) {
				writer ??= isOfDiscourse(facts, soFar) ? createDiscourseTopics(builder) : createOtherThread(builder);
				writer.item(facts, soFar, line, isItemCut);
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
				startOver();
				if (writer === null)
					builder.problem({level: 'error', line: null, post: null, message: 'there is no post in this feed'});
				else yield* writer.write(channel);
				if (isCut) warn(builder, 'the feed does not end as feeds do: what came behind is lost');
			},
		};
	},
};

const beginning =
	/^\s*(?:<\?xml[^<>]*>\s*)?(?:<\?xml-stylesheet[^<>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)?<(rss|feed|rdf:RDF)\b/i;

/** A feed of Discourse names its posts after their site, topic and number; before the first of them its own address tells. */
function detect({text}: Sample): number {
	const [, root] = beginning.exec(text) ?? [];
	if (root === undefined) return 0;
	if (/<guid\b[^<>]*>[^<>\s]+-(?:post-\d+(?:-\d+)?|topic-\d+)<\/guid>/.test(text)) return 0.97;
	if (/xmlns:discourse=|<atom:link href="[^"]{0,500}\/(?:t\/[^"]{0,500}\/\d+|latest|posts|top)\.rss"/.test(text))
		return 0.9;
	return root.toLowerCase() === 'feed' && !/<feed\b[^<>]*\bAtom\b/i.test(text) ? 0 : 0.6;
}
