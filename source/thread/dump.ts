/**
A dump: one or more topics with their posts in order, what is known of them as a
whole, and what was lost or guessed on the way in.

A `Dump` is a snapshot that never changes; while a file is being read, newer
snapshots follow. `DumpBuilder` makes them: every format writes into one, and it is
the door where text is made safe.
*/
import {safeLine, safeText} from '../text/safe-text.ts';
import {type Block, type Body, makeBody} from './body.ts';
import type {Post, PostDraft, PostId} from './post.ts';

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
	/** The position of a post in `posts`, or -1. */
	readonly indexOf: (id: PostId) => number;
	/** A post's body as blocks: read when first asked for, then kept. Never throws. */
	readonly body: (post: Post) => Body;
};

/**
Turn a raw body into blocks.

@param post - Its `raw` is safe text. It stands in `dump`.
@param dump - For readers that must know the thread: whose names are authors, what was said before.
@returns Blocks in reading order; an empty body gives none. Never throws.
*/
export type BodyReader = (post: Post, dump: Dump) => readonly Block[];

type Head = {title: string | null; url: string | null; source: string | null};

/** Gathers what a format reads. Ids are made unique, text is made safe, nothing is dropped. */
export class DumpBuilder {
	readonly #format: string;
	readonly #read: BodyReader;
	readonly #head: Head = {title: null, url: null, source: null};
	readonly #posts: Post[] = [];
	readonly #problems: Problem[] = [];
	readonly #topics = new Map<string, {title: string | null; url: string | null; posts: number}>();
	readonly #index = new Map<PostId, number>();
	readonly #bodies = new Map<PostId, Body>();

	/**
	@param format - The format's name, for `Dump.format`.
	@param read - How its bodies become blocks.
	*/
	constructor(format: string, read: BodyReader) {
		this.#format = format;
		this.#read = read;
	}

	get count(): number {
		return this.#posts.length;
	}

	/** Say what is known of the dump as a whole. What is not named stays as it was. */
	head(facts: Partial<Head>): void {
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
		let id = wanted;
		for (let copy = 2; this.#index.has(id); copy++) id = `${wanted}-${copy}`;
		const topic = safeLine(draft.topic ?? '1');
		const raw = safeText(draft.raw);
		const post: Post = {
			id,
			topic,
			number: draft.number ?? null,
			kind: draft.kind ?? 'post',
			author: line(draft.author),
			name: line(draft.name),
			date: line(draft.date),
			edited: line(draft.edited),
			likes: draft.likes ?? null,
			parent: line(draft.parent),
			action: line(draft.action),
			count: draft.count ?? null,
			line: draft.line ?? null,
			markup: draft.markup,
			raw: raw.text,
		};
		if (id !== wanted) {
			this.problem({level: 'warning', line: post.line, post: id, message: `a second post with the id ${wanted}`});
		}
		if (raw.removed > 0) {
			const message = `${raw.removed} control or invisible characters were taken out or made visible`;
			this.problem({level: 'warning', line: post.line, post: id, message});
		}
		this.#index.set(id, this.#posts.length);
		this.#posts.push(post);
		this.#topicOf(topic).posts++;
		return post;
	}

	problem(problem: Problem): void {
		this.#problems.push({...problem, message: safeLine(problem.message)});
	}

	/**
	@param complete - Whether the whole input has been read.
	@returns What has been read so far; later additions do not change it.
	*/
	snapshot(complete: boolean): Dump {
		const posts = this.#posts.slice();
		const topics = [...this.#topics].map(([id, topic]) => ({
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
			indexOf: id => {
				const index = this.#index.get(id);
				return index === undefined || index >= posts.length ? -1 : index;
			},
			body: post => {
				let body = this.#bodies.get(post.id);
				if (body === undefined) {
					body = makeBody(this.#read(post, dump));
					this.#bodies.set(post.id, body);
				}
				return body;
			},
		};
		return dump;
	}

	#topicOf(id: string): {title: string | null; url: string | null; posts: number} {
		let topic = this.#topics.get(id);
		if (topic === undefined) {
			topic = {title: null, url: null, posts: 0};
			this.#topics.set(id, topic);
		}
		return topic;
	}
}

function line(text: string | null | undefined): string | null {
	return text === null || text === undefined ? null : safeLine(text);
}
