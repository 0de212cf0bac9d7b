/**
Topics: posts gathered from pages, lists and single posts, whatever the order.

A post is shown as soon as it comes. As a rule it stands where it belongs then: a topic's posts come in the order
of their numbers. Where they do not, or there are several topics, or posts between them are missing, all are
written anew at the end, topic by topic, in the order of their numbers.
*/
import {DomUtils, parseDocument} from 'htmlparser2';
import type {DumpBuilder} from '../../thread/dump.ts';
import {Pieces} from '../../thread/pieces.ts';
import type {Post, PostDraft, PostId} from '../../thread/post.ts';
import {
	asInteger,
	asObject,
	asWords,
	idAt,
	integerAt,
	type Json,
	type JsonObject,
	listAt,
	objectAt,
	objectsAt,
	wordsAt,
} from '../json/json.ts';
import {answeredBy, isPostJson, isSmallAction, type Key, keyOf, numberOf, readPostJson, siteOf} from './post-json.ts';
import {type Gathered, keysOf, missingRuns, newTopic, type Topic} from './topic.ts';

/** Posts written between two breaths. */
const stride = 64;
/** So many gaps are named, the others counted. */
const mostGaps = 20;

type Placed = {readonly post: Gathered; readonly topic: Topic};

export class Topics {
	readonly #builder: DumpBuilder;
	readonly #topics = new Map<string, Topic>();
	/** Forgets what was shown before it was known where it belongs. */
	readonly #startOver: () => void;
	/** Whether what was written stands as it has to in the end. */
	#isInOrder = true;
	/** The page that is being read: its topic, or while it has not named one, its posts, each where it says itself. */
	#page: {readonly topic: Topic | null; readonly posts: Placed[]} | null = null;

	constructor(builder: DumpBuilder) {
		this.#builder = builder;
		this.#startOver = builder.mark();
	}

	/** The posts of a page begin; @param page - what it has said of itself so far. */
	beginPage(page: JsonObject | undefined): void {
		const isNamed = page !== undefined && idAt(page, 'id') !== null;
		this.#page = {topic: isNamed ? this.#readPage(page, {}, null) : null, posts: []};
		if (this.#page.topic !== null) this.#showHead(this.#page.topic);
	}

	/**
	Take in a post of a page that has begun.

	@param isPlain - See `ListEvents`.
	@returns Whether it is one.
	*/
	takePagePost(value: Json, isPlain: boolean): boolean {
		const object = asObject(value);
		if (object === null) return false;
		const named = this.#page?.topic ?? null;
		const topic = named ?? this.#topic(idAt(object, 'topic_id'));
		const post = this.#post(object, topic, isPlain);
		if (post !== null && named === null) this.#page?.posts.push({post, topic});
		return true;
	}

	/**
	Take in a value in any of the shapes.

	@param isPlain - See `ListEvents`.
	@returns Whether it was one of them.
	*/
	*take(value: Json, isPlain = false): Generator<void, boolean> {
		const object = asObject(value);
		if (object === null) {
			let known = false;
			for (const element of Array.isArray(value) ? value : []) {
				if (asObject(element) !== null && (yield* this.take(element, isPlain))) known = true;
			}
			return known;
		}
		if (isPostJson(object)) {
			this.#post(object, this.#topic(idAt(object, 'topic_id')), isPlain);
			return true;
		}
		const stream = objectAt(object, 'post_stream');
		if (stream !== null) {
			yield* this.#posts(objectsAt(stream, 'posts'), this.#endPage(object, stream));
			return true;
		}
		const posts = ['latest_posts', 'posts'].flatMap(key => objectsAt(object, key)).filter(isPostJson);
		yield* this.#posts(posts, null);
		return posts.length > 0;
	}

	/** Write what is not written yet, topic by topic in the order in which they came. */
	*write(): Generator<void> {
		const topics = [...this.#topics.values()].map(topic => ({topic, missing: missingRuns(topic)}));
		const isWritten = this.#isInOrder && topics.length <= 1 && topics.every(({missing}) => missing.before.size === 0);
		if (!isWritten) this.#startOver();
		for (const {topic, missing} of topics) yield* this.#write(topic, missing, isWritten);
	}

	*#posts(posts: readonly JsonObject[], topic: Topic | null): Generator<void> {
		for (const [index, post] of posts.entries()) {
			this.#post(post, topic ?? this.#topic(idAt(post, 'topic_id')), false);
			if (index % stride === stride - 1) yield;
		}
	}

	/** A page tells of itself, perhaps behind its posts: then they are of its topic, whatever each of them says. */
	#endPage(object: JsonObject, stream: JsonObject): Topic {
		const {topic, posts} = this.#page ?? {topic: null, posts: []};
		this.#page = null;
		const first = topic?.id ?? posts[0]?.topic.id ?? idAt(objectsAt(stream, 'posts')[0] ?? null, 'topic_id');
		const page = this.#readPage(object, stream, first);
		const strays = posts.filter(({topic}) => topic !== page);
		if (strays.length > 0) this.#move(strays, page);
		this.#showHead(page);
		return page;
	}

	#move(strays: readonly Placed[], page: Topic): void {
		const moved = new Set(strays.map(({post}) => post));
		for (const topic of new Set(strays.map(one => one.topic))) {
			topic.posts = new Pieces([...topic.posts].filter(post => !moved.has(post)));
			topic.isConsecutive = false;
			topic.byKey = null;
			if (topic.posts.length === 0 && !topic.isPage) this.#topics.delete(topic.id);
		}
		for (const {post} of strays) page.posts.push(post);
		page.isConsecutive = false;
		page.byKey = null;
		page.highest = Number.POSITIVE_INFINITY;
		this.#isInOrder = false;
	}

	#readPage(object: JsonObject, stream: JsonObject, first: string | null): Topic {
		const topic = this.#topic(idAt(object, 'id') ?? first);
		topic.isPage = true;
		topic.title ??= wordsAt(object, 'unicode_title') ?? wordsAt(object, 'title') ?? plainTitle(object);
		topic.slug ??= wordsAt(object, 'slug');
		topic.source ??= wordsAt(object, 'featured_link');
		topic.site ??= siteOf(object);
		topic.count = integerAt(object, 'posts_count') ?? topic.count;
		const keys = listAt(stream, 'stream').flatMap((id): readonly Key[] => (typeof id === 'number' ? [id] : []));
		if (keys.length > topic.stream.length) topic.stream = keys;
		return topic;
	}

	#topic(id: string | null): Topic {
		const known = this.#topics.get(id ?? '1');
		if (known !== undefined) return known;
		const topic = newTopic(id ?? '1');
		this.#topics.set(topic.id, topic);
		return topic;
	}

	/** Pages overlap: a post that came before, word for word, is no second one. @returns The post, if it is new. */
	#post(object: JsonObject, topic: Topic, isPlain: boolean): Gathered | null {
		const key = keyOf(object);
		const number = numberOf(object);
		const place = placeOf({number});
		const known = key === null || place > topic.highest ? undefined : keysOf(topic).get(key);
		if (known !== undefined && known.cooked === object.cooked && known.post.number === number) {
			topic.doubles++;
			return null;
		}
		const before = topic.posts.at(topic.posts.length - 1);
		topic.titleOfPosts ??= asWords(object.topic_title);
		topic.slugOfPosts ??= asWords(object.topic_slug);
		topic.siteOfPosts ??= siteOf(object);
		topic.count ??= asInteger(object.posts_count);
		if (before === undefined) this.#showHead(topic);
		if (this.#topics.size > 1 || (before !== undefined && place < placeOf(before.post))) this.#isInOrder = false;
		const answers = answeredBy(object);
		const draft = readPostJson(object, {
			id: this.#postId(topic, number, key, topic.posts.length),
			topic: topic.id,
			parent: answers === null ? null : this.#idOf(topic, answers),
			verbatim: isPlain,
		});
		const gathered: Gathered = {
			post: this.#builder.add(draft),
			key,
			raw: draft.raw,
			cooked: object.cooked,
			answers,
			isAction: isSmallAction(object),
		};
		topic.posts.push(gathered);
		topic.isConsecutive &&= place === topic.posts.length;
		topic.highest = Math.max(topic.highest, place);
		if (key !== null && topic.byKey?.has(key) === false) topic.byKey.set(key, gathered);
		return gathered;
	}

	*#write(topic: Topic, missing: ReturnType<typeof missingRuns>, isWritten: boolean): Generator<void> {
		const posts = isWritten ? topic.posts : new Pieces([...topic.posts].sort(inOrder));
		this.#tellHead(topic, posts.at(0)?.post ?? null);
		const gaps: string[] = [];
		// Of those that are written and have no gaps nothing is left to be told.
		if (!isWritten || !topic.isConsecutive) {
			let next = 1;
			let index = 0;
			for (const gathered of posts) {
				const number = placeOf(gathered.post);
				const run = gathered.key === null ? undefined : missing.before.get(gathered.key);
				if (run !== undefined) this.#missing(topic, run);
				else if (number > next && number < Number.POSITIVE_INFINITY) gaps.push(runWords(next, number - 1));
				next = number + 1;
				if (!isWritten) this.#builder.add(this.#inPlace(gathered, topic, index));
				if (++index % stride === 0) yield;
			}
		}
		if (missing.atEnd.length > 0) this.#missing(topic, missing.atEnd);
		this.#tellMissing(topic, gaps);
		yield;
	}

	/** Numbers are unique in a topic only. */
	#idOf(topic: Topic, number: number | string): PostId {
		return this.#topics.size > 1 ? `${topic.id}/${number}` : String(number);
	}

	/** The draft of a post that was written before it was known where it belongs. */
	#inPlace({post, key, raw, answers}: Gathered, topic: Topic, index: number): PostDraft {
		const id = this.#postId(topic, post.number, key, index);
		return {...post, id, topic: topic.id, parent: answers === null ? null : this.#idOf(topic, answers), raw};
	}

	#postId(topic: Topic, number: number | null, key: Key | null, index: number): PostId {
		return number === null ? `post-${key ?? index}` : this.#idOf(topic, number);
	}

	/** Say what is known of a topic as yet. */
	#showHead(topic: Topic): void {
		const facts = {title: topic.title ?? topic.titleOfPosts, url: addressOf(topic)};
		this.#builder.topic(topic.id, facts);
		this.#builder.head(this.#topics.size > 1 ? {title: null, url: null} : facts);
	}

	#tellHead(topic: Topic, first: Post | null): void {
		let title = topic.title ?? topic.titleOfPosts;
		const slug = topic.slug ?? topic.slugOfPosts;
		if (title === null && slug !== null) {
			title = slug.replaceAll('-', ' ');
			this.#warn('the title is not stated: it is made of the address');
		}
		const url = addressOf(topic);
		this.#builder.topic(topic.id, {title, url});
		if (this.#topics.size > 1) return;
		this.#builder.head({title, url, source: articleOf(first) ?? topic.source});
	}

	#missing(topic: Topic, run: readonly Key[]): void {
		const id = this.#idOf(topic, `missing-${run[0]}`);
		this.#builder.add({id, topic: topic.id, kind: 'missing', count: run.length, markup: 'plain', raw: ''});
	}

	#tellMissing(topic: Topic, gaps: readonly string[]): void {
		const {doubles, stream, posts} = topic;
		if (doubles > 0) this.#warn(`posts of topic ${topic.id} that stand here more than once, kept once: ${doubles}`);
		if (gaps.length > 0 && topic.isPage) {
			const more = gaps.length > mostGaps ? ` and ${gaps.length - mostGaps} more runs` : '';
			const why = stream.length > 0 ? 'deleted or moved' : 'not loaded, deleted or moved';
			this.#warn(`topic ${topic.id} has gaps, posts ${why}: ${gaps.slice(0, mostGaps).join(', ')}${more}`);
		}
		const all = stream.length > 0 ? stream.length : (topic.count ?? 0);
		if (!topic.isPage || all === 0) return;
		// Without a stream, the count is of regular posts alone.
		const here = stream.length > 0 ? posts.length : [...posts].filter(({isAction}) => !isAction).length;
		if (all <= here) return;
		this.#warn(`${all - here} of the ${all} posts of topic ${topic.id} are not here: their pages were not loaded`);
		if (stream.length > 0) return;
		const id = this.#idOf(topic, 'missing');
		this.#builder.add({id, topic: topic.id, kind: 'missing', count: all - here, markup: 'plain', raw: ''});
	}

	#warn(message: string): void {
		this.#builder.problem({level: 'warning', line: null, post: null, message});
	}
}

/** Posts without a number stand behind the others. */
function placeOf({number}: Pick<Post, 'number'>): number {
	return number ?? Number.POSITIVE_INFINITY;
}

function inOrder(one: Gathered, other: Gathered): number {
	const [a, b] = [placeOf(one.post), placeOf(other.post)];
	return a === b ? 0 : a - b;
}

function addressOf(topic: Topic): string | null {
	const site = topic.site ?? topic.siteOfPosts;
	return site === null ? null : `${site}/t/${topic.slug ?? topic.slugOfPosts ?? '-'}/${topic.id}`;
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
function articleOf(first: Post | null): string | null {
	if (first === null || first.number !== 1 || first.markup !== 'html') return null;
	const opening =
		/(?:Originally published at|original entry at):?\s*(?:<[^>]{0,200}>\s*)?<a href="(https?:\/\/[^"\s]+)"/i;
	return opening.exec(first.raw.slice(0, 2000))?.[1] ?? null;
}

/** Take the steps of a generator at once. @returns What it returns. */
export function run<Result>(steps: Generator<void, Result>): Result {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}
