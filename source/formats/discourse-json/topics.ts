/**
Topics: posts gathered from pages, lists and single posts, whatever the order, and written
topic by topic in the order of their numbers.
*/
import {DomUtils, parseDocument} from 'htmlparser2';
import type {DumpBuilder} from '../../thread/dump.ts';
import type {PostId} from '../../thread/post.ts';
import {
	asObject,
	idAt,
	integerAt,
	type Json,
	type JsonObject,
	listAt,
	objectAt,
	objectsAt,
	wordsAt,
} from '../json/json.ts';
import {isPostJson, readPostJson, siteOf} from './post-json.ts';

type Topic = {
	readonly id: string;
	title: string | null;
	slug: string | null;
	site: string | null;
	source: string | null;
	/** The ids of all its posts in order, as Discourse lists them beside a page. */
	stream: readonly string[];
	/** How many posts Discourse says it has. */
	count: number | null;
	/** Whether it came as a page of one topic, and not as a post among others. */
	isPage: boolean;
	readonly posts: JsonObject[];
	/** The first post of each id. */
	readonly byId: Map<string, JsonObject>;
	doubles: number;
};

/** Posts written between two breaths. */
const stride = 64;
/** So many gaps are named, the others counted. */
const mostGaps = 20;

export class Topics {
	readonly #builder: DumpBuilder;
	readonly #topics = new Map<string, Topic>();

	constructor(builder: DumpBuilder) {
		this.#builder = builder;
	}

	/** Take in a value in any of the shapes. @returns Whether it was one of them. */
	*take(value: Json): Generator<void, boolean> {
		const object = asObject(value);
		if (object === null) {
			let known = false;
			for (const element of Array.isArray(value) ? value : []) {
				if (asObject(element) !== null && (yield* this.take(element))) known = true;
			}
			return known;
		}
		if (isPostJson(object)) {
			this.#post(object, this.#topic(idAt(object, 'topic_id')));
			return true;
		}
		const stream = objectAt(object, 'post_stream');
		if (stream !== null) {
			yield* this.#posts(objectsAt(stream, 'posts'), this.#page(object, stream));
			return true;
		}
		const posts = ['latest_posts', 'posts'].flatMap(key => objectsAt(object, key)).filter(isPostJson);
		yield* this.#posts(posts, null);
		return posts.length > 0;
	}

	/** Write all topics, in the order in which they came. */
	*write(): Generator<void> {
		const several = this.#topics.size > 1;
		for (const topic of this.#topics.values()) yield* this.#write(topic, several);
	}

	*#posts(posts: readonly JsonObject[], topic: Topic | null): Generator<void> {
		for (const [index, post] of posts.entries()) {
			this.#post(post, topic ?? this.#topic(idAt(post, 'topic_id')));
			if (index % stride === stride - 1) yield;
		}
	}

	#page(object: JsonObject, stream: JsonObject): Topic {
		const first = objectsAt(stream, 'posts')[0] ?? null;
		const topic = this.#topic(idAt(object, 'id') ?? idAt(first, 'topic_id'));
		topic.isPage = true;
		topic.title ??= wordsAt(object, 'unicode_title') ?? wordsAt(object, 'title') ?? plainTitle(object);
		topic.slug ??= wordsAt(object, 'slug');
		topic.source ??= wordsAt(object, 'featured_link');
		topic.site ??= siteOf(object);
		topic.count = integerAt(object, 'posts_count') ?? topic.count;
		const ids = listAt(stream, 'stream').flatMap(id => (typeof id === 'number' ? String(id) : []));
		if (ids.length > topic.stream.length) topic.stream = ids;
		return topic;
	}

	#topic(id: string | null): Topic {
		const known = this.#topics.get(id ?? '1');
		if (known !== undefined) return known;
		const topic: Topic = {
			id: id ?? '1',
			title: null,
			slug: null,
			site: null,
			source: null,
			stream: [],
			count: null,
			isPage: false,
			posts: [],
			byId: new Map(),
			doubles: 0,
		};
		this.#topics.set(topic.id, topic);
		return topic;
	}

	/** Pages overlap: a post that came before, word for word, is no second one. */
	#post(post: JsonObject, topic: Topic): void {
		const id = idAt(post, 'id');
		const known = id === null ? undefined : topic.byId.get(id);
		if (known !== undefined && known.cooked === post.cooked && known.post_number === post.post_number) {
			topic.doubles++;
			return;
		}
		if (id !== null && known === undefined) topic.byId.set(id, post);
		topic.posts.push(post);
		topic.title ??= wordsAt(post, 'topic_title');
		topic.slug ??= wordsAt(post, 'topic_slug');
		topic.site ??= siteOf(post);
		topic.count ??= integerAt(post, 'posts_count');
	}

	*#write(topic: Topic, several: boolean): Generator<void> {
		const posts = topic.posts
			.map(post => ({post, number: integerAt(post, 'post_number') ?? Number.POSITIVE_INFINITY}))
			.sort((one, other) => (one.number === other.number ? 0 : one.number - other.number));
		this.#tellHead(topic, posts[0]?.number === 1 ? (posts[0]?.post ?? null) : null, several);
		const idOf = (number: number): PostId => (several ? `${topic.id}/${number}` : String(number));
		const missing = missingRuns(topic);
		const gaps: string[] = [];
		let next = 1;
		for (const [index, {post, number}] of posts.entries()) {
			const id = idAt(post, 'id');
			const run = id === null ? undefined : missing.before.get(id);
			if (run !== undefined) this.#missing(topic, run, several);
			else if (number > next && number < Number.POSITIVE_INFINITY) gaps.push(runWords(next, number - 1));
			next = number + 1;
			const facts = readPostJson(post);
			this.#builder.add({
				id: facts.number === null ? `post-${id ?? index}` : idOf(facts.number),
				topic: topic.id,
				number: facts.number,
				kind: facts.kind,
				author: facts.author,
				name: facts.name,
				date: facts.date,
				edited: facts.edited,
				likes: facts.likes,
				parent: facts.answers === null ? null : idOf(facts.answers),
				action: facts.action,
				markup: facts.markup,
				raw: facts.raw,
			});
			if (index % stride === stride - 1) yield;
		}
		if (missing.atEnd.length > 0) this.#missing(topic, missing.atEnd, several);
		this.#tellMissing(topic, gaps);
		yield;
	}

	#tellHead(topic: Topic, first: JsonObject | null, several: boolean): void {
		if (topic.title === null && topic.slug !== null) {
			topic.title = topic.slug.replaceAll('-', ' ');
			this.#warn('the title is not stated: it is made of the address');
		}
		const url = topic.site === null ? null : `${topic.site}/t/${topic.slug ?? '-'}/${topic.id}`;
		this.#builder.topic(topic.id, {title: topic.title, url});
		if (several) return;
		this.#builder.head({title: topic.title, url, source: articleOf(first) ?? topic.source});
	}

	#missing(topic: Topic, run: readonly string[], several: boolean): void {
		const id = several ? `${topic.id}/missing-${run[0]}` : `missing-${run[0]}`;
		this.#builder.add({id, topic: topic.id, kind: 'missing', count: run.length, markup: 'plain', raw: ''});
	}

	#tellMissing(topic: Topic, gaps: readonly string[]): void {
		const {doubles, stream} = topic;
		if (doubles > 0) this.#warn(`posts of topic ${topic.id} that stand here more than once, kept once: ${doubles}`);
		if (gaps.length > 0 && topic.isPage) {
			const more = gaps.length > mostGaps ? ` and ${gaps.length - mostGaps} more runs` : '';
			const why = stream.length > 0 ? 'deleted or moved' : 'not loaded, deleted or moved';
			this.#warn(`topic ${topic.id} has gaps, posts ${why}: ${gaps.slice(0, mostGaps).join(', ')}${more}`);
		}
		// Without a stream, the count is of regular posts alone.
		const here =
			stream.length > 0 ? topic.posts.length : topic.posts.filter(post => integerAt(post, 'post_type') !== 3).length;
		const all = stream.length > 0 ? stream.length : (topic.count ?? 0);
		if (!topic.isPage || all <= here) return;
		this.#warn(`${all - here} of the ${all} posts of topic ${topic.id} are not here: their pages were not loaded`);
		if (stream.length > 0) return;
		const id = this.#topics.size > 1 ? `${topic.id}/missing` : 'missing';
		this.#builder.add({id, topic: topic.id, kind: 'missing', count: all - here, markup: 'plain', raw: ''});
	}

	#warn(message: string): void {
		this.#builder.problem({level: 'warning', line: null, post: null, message});
	}
}

/** The posts that the stream names and no page holds, in runs: each under the post that it stands before, or at the end. */
function missingRuns({stream, byId}: Topic): {
	readonly before: ReadonlyMap<string, readonly string[]>;
	readonly atEnd: readonly string[];
} {
	const before = new Map<string, readonly string[]>();
	let run: string[] = [];
	for (const id of stream) {
		if (!byId.has(id)) {
			run.push(id);
		} else if (run.length > 0) {
			before.set(id, run);
			run = [];
		}
	}
	return {before, atEnd: run};
}

function runWords(first: number, last: number): string {
	return first === last ? `#${first}` : `#${first}-${last}`;
}

/** A title with its entities resolved. */
function plainTitle(topic: JsonObject): string | null {
	const fancy = wordsAt(topic, 'fancy_title');
	return fancy === null ? null : DomUtils.textContent(parseDocument(fancy));
}

/** The article that a topic was made for: Discourse opens such a topic with a link to it. */
function articleOf(first: JsonObject | null): string | null {
	const cooked = wordsAt(first, 'cooked') ?? '';
	const opening =
		/(?:Originally published at|original entry at):?\s*(?:<[^>]{0,200}>\s*)?<a href="(https?:\/\/[^"\s]+)"/i;
	return opening.exec(cooked.slice(0, 2000))?.[1] ?? null;
}
