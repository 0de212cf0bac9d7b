/**
The page reader: finds the posts in the pages that Discourse serves to crawlers, to printers
and to browsers without JavaScript.

Since 2019 a post is an element of the class `crawler-post`; in older pages, and in the plain
one, it begins where a `creator` is named. Bodies are taken from the source as they stand.
*/
import {type Attributes, ShallowParser} from '../../markup/html/shallow-parser.ts';
import {OpenPost, type PostPart} from './open-post.ts';
import {PostMarks} from './post-marks.ts';
import {SourceWindow} from './source-window.ts';
import type {TopicWriter} from './topic-writer.ts';

/** Pages nest a few dozen deep. */
const deepest = 512;
/** A body longer than this is cut into several posts, in UTF-16 units. */
const longestBody = 1 << 24;
/** How much each place of a title is worth. */
const titleRanks = {title: 1, meta: 2, headline: 3, heading: 4};

/** What a page tells beside its posts. */
export type PageEvents = {
	/** The plain part of a saved page begins. */
	readonly plainPart: () => void;
	/** The data of a saved page: JSON, its entities read. */
	readonly data: (json: string, line: number) => void;
};

/** Words being gathered until their element ends. */
type Capture = {readonly level: number; readonly what: PostPart | 'heading' | 'link' | 'title'; text: string};

/** The body that is being read: how deep its element is nested, and where it begins in the source. */
type OpenBody = {readonly level: number; readonly start: number};

export class PageReader {
	readonly #writer: TopicWriter;
	readonly #events: PageEvents;
	readonly #source = new SourceWindow();
	readonly #marks = new PostMarks();
	readonly #parser: ShallowParser;
	readonly #captures: Capture[] = [];
	#marksRead = 0;
	#level = 0;
	#tagStart = 0;
	#isInTag = false;
	#post: OpenPost | null = null;
	#body: OpenBody | null = null;
	#nextPage: number | null = null;
	#isPageOpen = false;

	constructor(writer: TopicWriter, events: PageEvents) {
		this.#writer = writer;
		this.#events = events;
		this.#parser = new ShallowParser(
			{
				begin: () => {
					this.#tagStart = this.#parser.startIndex;
					this.#isInTag = true;
				},
				open: (name, attributes, isVoid) => {
					this.#isInTag = false;
					if (!isVoid) this.#level++;
					this.#open(name, attributes, isVoid ? this.#level + 1 : this.#level);
				},
				close: (name, isImplied) => this.#close(name, isImplied),
				text: words => {
					const capture = this.#captures.at(-1);
					if (capture !== undefined) capture.text += words;
				},
			},
			{deepest},
		);
	}

	/** The line on which the last page links to one that follows it, or `null`. */
	get nextPage(): number | null {
		return this.#nextPage;
	}

	push(chunk: string): void {
		this.#source.push(chunk);
		this.#marks.push(chunk);
		this.#parser.write(chunk);
		if (this.#body !== null && this.#source.end - this.#body.start > longestBody) this.#spill(this.#body);
		this.#source.letGo(Math.min(this.#position, this.#body?.start ?? this.#position));
	}

	end(): void {
		const post = this.#post;
		if (post !== null && this.#body !== null) {
			this.#closeBody(this.#source.end);
			post.problem ??= 'the page ends in the middle of this post: the rest is lost';
		} else if (post?.isCrawlerPost === true && post.body === null) {
			post.problem ??= 'the page ends before the words of this post';
		}
		const isSaid = this.#finishPost() && typeof post?.problem === 'string';
		if (this.#isPageOpen && !isSaid) {
			this.#writer.warn('the page does not end as pages do: what came behind may be lost', null);
		}
		this.#parser.end();
		this.#finishPost();
		const hidden = this.#marks.count - this.#marksRead;
		if (hidden > 0) {
			const posts = hidden === 1 ? 'one post stands' : `${hidden} posts stand`;
			this.#writer.lose(`${posts} in a comment, a script or a tag that nothing closes, and cannot be read`, null);
		}
	}

	/** Where in the source the parser is: everything before it has been told. */
	get #position(): number {
		return this.#isInTag ? this.#tagStart : this.#parser.startIndex;
	}

	/** @param level - Of the element, also where it is void. */
	#open(name: string, attributes: Attributes, level: number): void {
		const classes = attributes.class === undefined ? [] : attributes.class.split(/\s+/);
		if (classes.includes('crawler-post')) {
			if (name === 'div') this.#marksRead++;
			this.#breakOff();
			if (attributes.role !== 'navigation') this.#begin(level, true, attributes);
			return;
		}
		if (this.#post?.isCrawlerPost !== true && classes.includes('creator')) {
			this.#breakOff();
			this.#begin(level - 1, false);
		}
		if (this.#body !== null) return;
		if (attributes.rel === 'next') {
			this.#nextPage = this.#source.lineAt(this.#tagStart);
			this.#writer.address(attributes.href ?? '');
		}
		if (this.#post === null) this.#openOutside(name, attributes, level);
		else this.#openInPost(this.#post, name, attributes, classes, level);
	}

	/** An element of the page that stands in no post. */
	#openOutside(name: string, attributes: Attributes, level: number): void {
		const {href = '', rel = '', content = '', property, itemprop} = attributes;
		switch (name) {
			case 'html':
				this.#nextPage = null;
				this.#isPageOpen = true;
				this.#writer.page();
				break;
			case 'title':
				this.#capture('title', level);
				break;
			case 'h1':
			case 'h2':
				this.#capture('heading', level);
				break;
			case 'a':
				if (this.#captures.at(-1)?.what === 'heading' && href.includes('/t/')) {
					this.#writer.address(href);
					this.#capture('link', level);
				}
				break;
			case 'link':
				if (rel === 'canonical') this.#writer.address(href);
				break;
			case 'meta':
				if (property === 'og:url') this.#writer.address(content);
				if (property === 'og:title') this.#writer.title(content, titleRanks.meta);
				if (itemprop === 'headline') this.#writer.title(content, titleRanks.headline);
				break;
			case 'noscript':
				if (attributes['data-path'] !== undefined) {
					this.#events.plainPart();
					this.#writer.address(attributes['data-path']);
				}
				break;
		}
		const data = attributes['data-preloaded'];
		if (data !== undefined) this.#events.data(data, this.#source.lineAt(this.#tagStart));
	}

	/** An element in a post and not in its body. */
	#openInPost(post: OpenPost, name: string, attributes: Attributes, classes: readonly string[], level: number): void {
		const {itemprop = '', content = ''} = attributes;
		if (name === 'meta') {
			if (itemprop === 'headline') this.#writer.title(content, titleRanks.headline);
			else post.meta(itemprop, content);
		} else if (name === 'link') {
			if (itemprop === 'mainEntityOfPage' || itemprop === 'url') this.#writer.address(attributes.href ?? '');
		} else if (post.body === null && classes.includes('post')) {
			this.#body = {level, start: this.#parser.endIndex + 1};
			this.#captures.length = 0;
		} else if (classes.includes('creator')) {
			this.#capture('credit', level);
		} else if (name === 'time') {
			post.time(attributes.datetime);
			this.#capture('time', level);
		} else if (itemprop === 'position') {
			this.#capture('number', level);
		} else if (classes.includes('post-likes')) {
			this.#capture('likes', level);
		} else if (this.#captures.some(({what}) => what === 'credit')) {
			if (itemprop === 'name' || (itemprop === 'author' && name === 'b')) this.#capture('author', level);
			else if (name === 'b') this.#capture('bold', level);
		}
	}

	#close(name: string, isImplied: boolean): void {
		const level = this.#level--;
		if (this.#body !== null && level <= this.#body.level) this.#closeBody(this.#parser.startIndex);
		for (let last = this.#captures.at(-1); last !== undefined && level <= last.level; last = this.#captures.at(-1)) {
			this.#captures.pop();
			this.#captured(last);
		}
		if (this.#post !== null && level <= this.#post.level) this.#finishPost();
		if (!isImplied && (name === 'body' || name === 'html')) this.#isPageOpen = false;
	}

	#capture(what: Capture['what'], level: number): void {
		this.#captures.push({level, what, text: ''});
	}

	#captured({what, text}: Capture): void {
		if (what === 'title') this.#writer.title(text, titleRanks.title);
		else if (what === 'link') this.#writer.title(text, titleRanks.heading);
		else if (what !== 'heading') this.#post?.words(what, text);
	}

	#begin(level: number, isCrawlerPost: boolean, {id = '', itemprop = ''}: Attributes = {}): void {
		this.#captures.length = 0;
		this.#post = new OpenPost({level, isCrawlerPost, line: this.#source.lineAt(this.#tagStart), id, itemprop});
	}

	/** A post begins where the one before may not have ended. Only in older pages that is how it should be. */
	#breakOff(): void {
		const post = this.#post;
		if (post !== null && (post.isCrawlerPost || this.#body !== null)) {
			this.#closeBody(this.#tagStart);
			post.problem = 'this post has no end: the beginning of another one ends it';
		}
		this.#finishPost();
	}

	#closeBody(end: number): void {
		if (this.#body !== null && this.#post !== null) this.#post.body = this.#source.slice(this.#body.start, end);
		this.#body = null;
	}

	/** A bound for memory: what has come of an endless body is a post, the rest another. */
	#spill({level, start: from}: OpenBody): void {
		const post = this.#post;
		const start = this.#position;
		// Within an endless tag nothing has come of it.
		if (post === null || start === from) return;
		this.#closeBody(start);
		post.problem = 'this post is too long to be kept in one: it goes on in the next';
		this.#finishPost();
		this.#begin(post.level, post.isCrawlerPost);
		this.#body = {level, start};
	}

	/** @returns Whether there was a post of which anything is known. */
	#finishPost(): boolean {
		const post = this.#post?.finish() ?? null;
		this.#post = null;
		this.#body = null;
		if (post !== null) this.#writer.add(post);
		return post !== null;
	}
}
