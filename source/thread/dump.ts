/**
A dump: one or more topics with their posts in order, what is known of them as a
whole, and what was lost or guessed on the way in.

A `Dump` is a snapshot that never changes; while a file is being read, newer
snapshots follow. `DumpBuilder` makes them: every format writes into one, and it is
the door where text is made safe.
*/
import {safeLine, safeText} from '../text/safe-text.ts';
import {Bodies} from './bodies.ts';
import type {Block, Body} from './body.ts';
import {Names} from './names.ts';
import type {Markup, Post, PostDraft, PostId} from './post.ts';
import {PostIndex} from './post-index.ts';
import {SnapshotList} from './snapshot-list.ts';

export type Problem = {
	/** `error`: posts or words are lost. `warning`: something was guessed or is missing. */
	readonly level: 'warning' | 'error';
	/** The line of the dump, from 1, or `null`. */
	readonly line: number | null;
	readonly post: PostId | null;
	readonly message: string;
};

export type Topic = {
	readonly id: string;
	readonly title: string | null;
	readonly url: string | null;
	/** How many posts of it the dump holds. */
	readonly posts: number;
};

export type Dump = {
	readonly title: string | null;
	/** The thread's own address. */
	readonly url: string | null;
	/** The article that the thread discusses. */
	readonly source: string | null;
	/** The name of the format it was read as. */
	readonly format: string;
	readonly topics: readonly Topic[];
	readonly posts: readonly Post[];
	readonly problems: readonly Problem[];
	/** Whether the whole input has been read. */
	readonly complete: boolean;
	/** Bytes of the input read so far. */
	readonly bytes: number;
	/** The position of a post in `posts`, or -1. */
	readonly indexOf: (id: PostId) => number;
	/**
	A post's body as blocks: read when asked for, kept while there is room. While it cannot be
	read at once (see `prepare`) it is an empty body. Never throws.
	*/
	readonly body: (post: Post) => Body;
	/**
	Begin to read a body that cannot be read at once.
	@returns `null` if `body` gives it already; else a promise that resolves when it does. Never rejects.
	*/
	readonly prepare: (post: Post) => Promise<void> | null;
	/**
	Read every body that cannot be read at once and keep all of them from now on, for readers
	that cannot wait. Resolves when `prepare` gives `null` for every post.
	*/
	readonly prepareAll: () => Promise<void>;
	/** Be told whenever bodies that were asked for have become readable. @returns How to be told no more. */
	readonly whenPrepared: (listener: () => void) => () => void;
};

/**
Turn a raw body into blocks.

@param post - Its `raw` is safe text. It stands in `dump`.
@param dump - For readers that must know the thread: whose names are authors, what was said before.
@returns Blocks in reading order; an empty body gives none. A promise where the reading takes a
	library that answers later. Their text is made safe by whoever asked. Never throws, never rejects.
*/
export type BodyReader = (post: Post, dump: Dump) => readonly Block[] | Promise<readonly Block[]>;

type Head = {title: string | null; url: string | null; source: string | null};

/** `format`: what the posts were first read as, where the input is what this program printed. */
type HeadFacts = Partial<Head> & {readonly format?: string};

type TopicFacts = {readonly id: string; title: string | null; url: string | null; posts: number};

/** Gathers what a format reads. Ids are made unique, text is made safe, nothing is dropped. */
export class DumpBuilder {
	#format: string;
	#head: Head = {title: null, url: null, source: null};
	readonly #posts = new SnapshotList<Post>();
	#problems: Problem[] = [];
	readonly #topics = new Map<string, TopicFacts>();
	#lastTopic: {readonly name: string; readonly topic: TopicFacts} | null = null;
	#index = new PostIndex();
	readonly #markups = new Set<Markup>();
	#lastMarkup: Markup | null = null;
	readonly #names = new Names();
	readonly #bodies: Bodies;
	#inputIsSafe = false;
	/** Of ids that were wanted twice: the next copy's number. */
	readonly #copies = new Map<PostId, number>();

	/**
	@param format - The format's name, for `Dump.format`.
	@param read - How its bodies become blocks.
	*/
	constructor(format: string, read: BodyReader) {
		this.#format = format;
		this.#bodies = new Bodies(read);
	}

	/** How the bodies of the posts so far are written. */
	get markups(): ReadonlySet<Markup> {
		return this.#markups;
	}

	get count(): number {
		return this.#posts.length;
	}

	/** Say whether nothing of the input so far needs to be made safe; as long as nobody says so, all of it does. */
	safeInput(isSafe: boolean): void {
		this.#inputIsSafe = isSafe;
	}

	/** Say what is known of the dump as a whole. What is not named stays as it was. */
	head(facts: HeadFacts): void {
		if (facts.format !== undefined) this.#format = safeLine(facts.format);
		if (facts.title !== undefined) this.#head.title = facts.title === null ? null : safeLine(facts.title);
		if (facts.url !== undefined) this.#head.url = facts.url === null ? null : safeLine(facts.url);
		if (facts.source !== undefined) this.#head.source = facts.source === null ? null : safeLine(facts.source);
	}

	/** Say what is known of one topic of several. A topic that is never named is "1". */
	topic(id: string, facts: {readonly title?: string | null; readonly url?: string | null}): void {
		const topic = this.#topicOf(safeLine(id));
		if (facts.title) topic.title = safeLine(facts.title);
		if (facts.url) topic.url = safeLine(facts.url);
	}

	/**
	Add the next post in order.

	@returns The post as kept: its id made unique (`12`, then `12-2`; a problem says so), its text safe.
	*/
	add(draft: PostDraft): Post {
		const wanted = safeLine(draft.id);
		const id = this.#index.add(wanted, this.#posts.length) ? wanted : this.#addCopyOf(wanted);
		const topic = this.#topicNamed(draft.topic ?? '1');
		const isSafe = draft.markup === 'mail' || (draft.verbatim === true && this.#inputIsSafe);
		const raw = isSafe ? {text: draft.raw, removed: 0} : safeText(draft.raw);
		const facts: Post = {
			id,
			topic: topic.id,
			number: draft.number ?? null,
			kind: draft.kind ?? 'post',
			author: this.#nameOf(draft.author, draft.ownNames),
			name: this.#nameOf(draft.name, draft.ownNames),
			date: line(draft.date),
			edited: line(draft.edited),
			likes: draft.likes ?? null,
			parent: line(draft.parent),
			parentBasis: (draft.parent ?? null) === null ? null : (draft.parentBasis ?? 'stated'),
			action: line(draft.action),
			count: draft.count ?? null,
			line: draft.line ?? null,
			markup: draft.markup,
			raw: raw.text,
		};
		const post: Post = draft.accepted ? {...facts, accepted: true} : facts;
		if (id !== wanted) {
			this.problem({level: 'warning', line: post.line, post: id, message: `a second post with the id ${wanted}`});
		}
		if (raw.removed > 0) {
			const message = `${raw.removed} control or invisible characters were taken out or made visible`;
			this.problem({level: 'warning', line: post.line, post: id, message});
		}
		if (this.#lastMarkup !== post.markup) {
			this.#lastMarkup = post.markup;
			this.#markups.add(post.markup);
		}
		this.#posts.push(post);
		topic.posts++;
		return post;
	}

	/**
	Correct what was said of a post, where later input tells more: its topic, its parent, its place in it.

	@returns Whether there is such a post. Snapshots already made do not change.
	*/
	revise(
		id: PostId,
		facts: Partial<Pick<Post, 'topic' | 'parent' | 'parentBasis' | 'number' | 'likes' | 'kind'>>,
	): boolean {
		const index = this.#index.get(id);
		const post = index === undefined ? undefined : this.#posts.at(index);
		if (index === undefined || post === undefined) return false;
		const basis = facts.parent === undefined ? post.parentBasis : facts.parent === null ? null : 'stated';
		const revised: Post = {...post, parentBasis: basis, ...facts};
		if (revised.topic !== post.topic) {
			this.#topicOf(post.topic).posts--;
			this.#topicOf(revised.topic).posts++;
		}
		this.#posts.replace(index, revised);
		return true;
	}

	/**
	For posts that are shown before it is known where they belong: mark this place, to write them anew from here.

	@returns Goes back: forgets the posts and topics since, and what was said of them. Snapshots already made do not
		change. Problems that are of no such post stay.
	*/
	mark(): () => void {
		const head = {...this.#head};
		const posts = this.#posts.length;
		const topics = this.#topics.size;
		return () => {
			const gone = new Set<PostId | null>();
			for (const post of this.#posts.snapshot().slice(posts)) {
				gone.add(post.id);
				this.#topicOf(post.topic).posts--;
			}
			this.#head = head;
			this.#posts.cut(posts);
			this.#problems = this.#problems.filter(({post}) => !gone.has(post));
			for (const id of [...this.#topics.keys()].slice(topics)) this.#topics.delete(id);
			this.#lastTopic = null;
			// Earlier snapshots keep the old one.
			this.#index = new PostIndex();
			for (const [position, {id}] of this.#posts.snapshot().entries()) this.#index.add(id, position);
			this.#copies.clear();
		};
	}

	/** Give the next post an id that is not there yet, for its own one is. */
	#addCopyOf(wanted: PostId): PostId {
		let copy = this.#copies.get(wanted) ?? 2;
		while (!this.#index.add(`${wanted}-${copy}`, this.#posts.length)) copy++;
		this.#copies.set(wanted, copy + 1);
		return `${wanted}-${copy}`;
	}

	#nameOf(name: string | null | undefined, isOwn = false): string | null {
		if (name === null || name === undefined) return null;
		return isOwn ? safeLine(name) : this.#names.safe(name);
	}

	problem(problem: Problem): void {
		this.#problems.push({...problem, message: safeLine(problem.message)});
	}

	/**
	@param complete - Whether the whole input has been read.
	@param bytes - How much of it has been read.
	@returns What has been read so far; later additions do not change it.
	*/
	snapshot(complete: boolean, bytes = 0): Dump {
		const posts = this.#posts.snapshot();
		// A snapshot holds no builder.
		const index = this.#index;
		const bodies = this.#bodies;
		const topics = [...this.#topics]
			.filter(([, topic]) => topic.posts > 0)
			.map(([id, topic]) => ({
				id,
				title: topic.title ?? this.#head.title,
				url: topic.url ?? this.#head.url,
				posts: topic.posts,
			}));
		const dump: Dump = {
			...this.#head,
			format: this.#format,
			topics: topics.length > 0 ? topics : [{id: '1', title: this.#head.title, url: this.#head.url, posts: 0}],
			posts,
			problems: this.#problems.slice(),
			complete,
			bytes,
			indexOf: id => {
				const at = index.get(id);
				return at === undefined || at >= posts.length ? -1 : at;
			},
			body: post => bodies.body(post, dump),
			prepare: post => bodies.prepare(post, dump),
			prepareAll: () => bodies.prepareAll(posts, dump),
			whenPrepared: listener => bodies.whenPrepared(listener),
		};
		return dump;
	}

	#topicOf(id: string): TopicFacts {
		let topic = this.#topics.get(id);
		if (topic === undefined) {
			topic = {id, title: null, url: null, posts: 0};
			this.#topics.set(id, topic);
		}
		return topic;
	}

	/** A topic by the name that a format gives it: mostly that of the post before. */
	#topicNamed(name: string): TopicFacts {
		if (this.#lastTopic?.name !== name) this.#lastTopic = {name, topic: this.#topicOf(safeLine(name))};
		return this.#lastTopic.topic;
	}
}

function line(text: string | null | undefined): string | null {
	return text === null || text === undefined ? null : safeLine(text);
}
