/**
An open post: the facts of a post as its markup gives them one by one, after the template
`topics/show` of Discourse in all its versions (schema.org's DiscussionForumPosting, Comment
and Answer).
*/
import {readLikesLine} from '../discourse-text/likes-line.ts';
import {readCredit, readIsoDate, readLongDate} from './credit.ts';
import type {PagePost} from './topic-writer.ts';

/** Whose words an element of a post's head holds. */
export type PostPart = 'credit' | 'author' | 'bold' | 'time' | 'number' | 'likes';

export class OpenPost {
	/** It ends where an element of this level ends. */
	readonly level: number;
	readonly isCrawlerPost: boolean;
	/** The cooked body as it stands in the source, once it is known. */
	body: string | null = null;
	/** What is wrong with it, in words. */
	problem: string | null = null;
	readonly #line: number;
	#number: number | null;
	#author: string | null = null;
	#bold: string | null = null;
	#credit = '';
	#date: string | null = null;
	#edited: string | null = null;
	#likes: number | null = null;
	readonly #accepted: boolean;
	/** The kind of interaction that the next count counts. */
	#interaction = '';

	/** `id` and `itemprop` are attributes of the element that the post is, as `post_12`; or empty. */
	constructor(facts: {
		readonly level: number;
		readonly isCrawlerPost: boolean;
		readonly line: number;
		readonly id: string;
		readonly itemprop: string;
	}) {
		this.level = facts.level;
		this.isCrawlerPost = facts.isCrawlerPost;
		this.#line = facts.line;
		this.#accepted = facts.itemprop.split(/\s+/).includes('acceptedAnswer');
		this.#number = numberIn(facts.id, /^post_(\d{1,9})$/);
	}

	/** A `time` element begins. */
	time(datetime: string | undefined): void {
		this.#date ??= readIsoDate(datetime);
	}

	/** A `meta` element states a property. */
	meta(property: string, content: string): void {
		switch (property) {
			case 'dateModified':
				this.#edited = readIsoDate(content);
				break;
			case 'interactionType':
				this.#interaction = content;
				break;
			case 'userInteractionCount':
				if (this.#interaction.endsWith('/LikeAction')) this.#likes = numberIn(content, /^\s*(\d{1,9})\s*$/);
				this.#interaction = '';
				break;
			case 'interactionCount':
				this.#likes ??= numberIn(content, /^UserLikes:(\d{1,9})$/);
				break;
			case 'upvoteCount':
				this.#likes ??= numberIn(content, /^\s*(\d{1,9})\s*$/);
				break;
		}
	}

	/** The words of a part of its head are complete. */
	words(part: PostPart, text: string): void {
		switch (part) {
			case 'credit':
				this.#credit = text;
				break;
			case 'author':
				this.#author ??= text.trim() || null;
				break;
			case 'bold':
				this.#bold ??= text.trim() || null;
				break;
			case 'time':
				this.#date ??= readLongDate(text);
				break;
			case 'number':
				this.#number ??= numberIn(text, /^\s*#?(\d{1,9})\s*$/);
				break;
			case 'likes':
				this.#likes ??= text.trim() === '' ? 0 : readLikesLine(text);
				break;
		}
	}

	/** @returns The post, or `null` if nothing is known of it: a page that ends at a head. */
	finish(): PagePost | null {
		const {name, action, number, date} = readCredit(this.#credit);
		const post: PagePost = {
			number: this.#number ?? number,
			author: this.#author ?? this.#bold,
			name,
			action,
			date: this.#date ?? date,
			edited: this.#edited,
			likes: this.#likes,
			accepted: this.#accepted,
			line: this.#line,
			body: this.body,
			problem: this.problem,
		};
		return post.author === null && post.number === null && post.body === null ? null : post;
	}
}

function numberIn(text: string, pattern: RegExp): number | null {
	const digits = pattern.exec(text)?.[1];
	return digits === undefined ? null : Number(digits);
}
