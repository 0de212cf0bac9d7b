/**
Headings: what stands above a post in print, `#12 ada · 2024-05-03 09:14 · ♥ 13 · answers #10`.

A fact that is not known is left out; one that was worked out and not stated says its basis.
*/
import type {Context} from '../thread/context.ts';
import type {Dump} from '../thread/dump.ts';
import type {Post} from '../thread/post.ts';

export type Heading = {
	/** Number and author: `#12 ada (Ada L.)`. */
	readonly subject: string;
	/** What else is known, most wanted first. */
	readonly facts: readonly string[];
};

/**
@param ascii - Whether to keep to ASCII: `+13` for `♥ 13`.
@returns The heading of a post. Never throws.
*/
export function heading(post: Post, dump: Dump, context: Context, ascii: boolean): Heading {
	const names = [post.author, post.name === null || post.author === null ? post.name : `(${post.name})`];
	const subject = [post.number === null ? null : `#${post.number}`, ...names].filter(part => part !== null);
	const facts = [
		post.date === null ? null : readableDate(post.date),
		post.edited === null ? null : `edited ${readableDate(post.edited)}`,
		kindFact(post),
		post.accepted ? 'accepted answer' : null,
		post.likes === null || post.likes === 0 ? null : likesFact(post.likes, ascii),
		parentFact(post, dump, context),
	];
	return {subject: subject.join(' ') || 'post', facts: facts.filter(fact => fact !== null)};
}

/**
A date for people: `2024-05-03T09:14:05+02:00` as `2024-05-03 09:14 +02:00`. Minutes are the finest part; nothing
is added that is not stated, and what is no ISO 8601 stays as it is.
*/
export function readableDate(date: string): string {
	const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(date);
	if (parts === null) return date;
	const [, day, time, zone] = parts;
	return [day, time, zone === 'Z' ? 'UTC' : zone].filter(part => part !== undefined).join(' ');
}

/** How a quoted or answered post is named: `#10`, or where it has no number its author's name, or its id. */
export function postName(post: Post): string {
	return post.number === null ? (post.author ?? post.id) : `#${post.number}`;
}

function likesFact(likes: number, ascii: boolean): string {
	if (!ascii) return `♥ ${likes}`;
	return likes < 0 ? `${likes}` : `+${likes}`;
}

function kindFact(post: Post): string | null {
	switch (post.kind) {
		case 'post':
			return null;
		case 'action':
			return post.action ?? 'action';
		case 'hidden':
		case 'deleted':
			return post.kind;
		case 'missing':
			if (post.count === null) return 'posts missing';
			return post.count === 1 ? '1 post missing' : `${post.count} posts missing`;
	}
}

function parentFact(post: Post, dump: Dump, context: Context): string | null {
	const parent = context.parentOf(post);
	const answered = parent === null ? undefined : dump.posts[dump.indexOf(parent.post)];
	if (parent === null || answered === undefined) {
		return post.parent === null ? null : 'answers a post that is not here';
	}
	const basis = parent.basis === 'stated' ? '' : ` (${parent.basis})`;
	return `answers ${postName(answered)}${basis}`;
}
