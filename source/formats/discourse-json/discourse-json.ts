/**
The format `discourse-json`: what Discourse's API answers, and what archivers keep of it.

A topic (`/t/ID.json`, any page of it), a page of its posts (`/t/ID/posts.json`), the latest posts of a
site (`/posts.json`), a single post; one of these, a list, one a line, or several behind one another.
*/
import type {Format, Sample} from '../format.ts';
import {at, objectAt, objectsAt} from '../json/json.ts';
import {readValues} from '../json/read-values.ts';
import {sampleObject} from '../json/sample-value.ts';
import {isPostJson} from './post-json.ts';
import {run, Topics} from './topics.ts';

export const discourseJson: Format = {
	name: 'discourse-json',
	title: 'a topic, its pages or posts as Discourse’s API writes them',
	detect,
	parse(builder) {
		const topics = new Topics(builder);
		let strangers = 0;
		/** Whether the value that is being read has told of posts already. */
		let isTold = false;
		return readValues(builder, {
			lists: {
				paths: listPaths,
				begins(around, path) {
					if (pagePaths.has(path)) topics.beginPage(around[0]);
				},
				element(value, path, isPlain) {
					const isPost = pagePaths.has(path);
					if (isPost ? topics.takePagePost(value, isPlain) : run(topics.take(value, isPlain))) isTold = true;
				},
			},
			*value(value) {
				if (!(yield* topics.take(value)) && !isTold) strangers++;
				isTold = false;
			},
			*end() {
				yield* topics.write();
				if (strangers === 0) return;
				const message = `${strangers} values are neither topics nor posts: they were passed over`;
				builder.problem({level: 'error', line: null, post: null, message});
			},
		});
	},
};

/** Where the posts of a page stand in a document, and other posts. */
const pagePaths: ReadonlySet<string> = new Set(['.post_stream.posts', '[].post_stream.posts']);
const listPaths = [...pagePaths, '.latest_posts', ''];

/** Keys of a topic that stand beside its posts, perhaps before them. */
const topicKeys = ['fancy_title', 'posts_count', 'highest_post_number', 'archetype', 'chunk_size', 'category_id'];

function detect(sample: Sample): number {
	const object = sampleObject(sample);
	if (object === null || at(object, 'generator') !== undefined) return 0;
	const stream = objectAt(object, 'post_stream');
	if (stream !== null) return Array.isArray(at(stream, 'posts')) || Array.isArray(at(stream, 'stream')) ? 0.97 : 0.5;
	if (isPostJson(objectsAt(object, 'latest_posts')[0] ?? null)) return 0.97;
	if (isPostJson(object) && at(object, 'topic_id') !== undefined) return 0.96;
	const keys = topicKeys.filter(key => at(object, key) !== undefined).length;
	return keys >= 3 && (!sample.whole || at(object, 'post_stream') !== undefined) ? 0.9 : 0;
}
