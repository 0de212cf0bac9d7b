/**
Small threads for tests of the context: posts written as what they say, in paragraphs and quotes.
*/
import type {Block, Inline, QuoteSource} from '../../source/thread/body.ts';
import type {Context} from '../../source/thread/context.ts';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import type {PostDraft} from '../../source/thread/post.ts';

export type Said = Partial<Omit<PostDraft, 'raw'>> & {readonly says: readonly (string | Block)[]};

/** A builder that takes these posts as far as it is told to. Ids and numbers count from 1. */
export function growingThread(posts: readonly Said[]): (upTo: number) => Dump {
	const builder = new DumpBuilder('text', post =>
		(posts[Number(post.raw)]?.says ?? []).map(part => (typeof part === 'string' ? paragraph(part) : part)),
	);
	return upTo => {
		for (const {says: _, ...facts} of posts.slice(builder.count, upTo)) {
			const index = builder.count;
			builder.add({id: String(index + 1), number: index + 1, markup: 'plain', raw: String(index), ...facts});
		}
		return builder.snapshot(upTo >= posts.length);
	};
}

export function threadOf(...posts: readonly Said[]): Dump {
	return growingThread(posts)(posts.length);
}

/** A paragraph in which `@name` is a mention. */
export function paragraph(words: string): Block {
	const children = words.split(/(@\w+)/).flatMap((part): Inline[] => {
		if (part === '') return [];
		return [part.startsWith('@') ? {type: 'mention', name: part.slice(1)} : {type: 'text', text: part}];
	});
	return {type: 'paragraph', children};
}

export function quote(source: Partial<QuoteSource> | null, ...parts: readonly (string | Block)[]): Block {
	const stated = source === null ? null : {author: null, number: null, topic: null, ...source};
	return {
		type: 'quote',
		source: stated,
		children: parts.map(part => (typeof part === 'string' ? paragraph(part) : part)),
	};
}

/** What the context knows of a post's quotes, as `post through:post basis "words there"`; `nowhere` without a post. */
export function quotesIn(dump: Dump, context: Context, id: string): readonly string[] {
	const post = dump.posts[dump.indexOf(id)];
	if (post === undefined) return [];
	return context.quotesOf(post).map(({post: to, through, basis, span}) => {
		const source = to === null ? undefined : dump.posts[dump.indexOf(to)];
		if (source === undefined) return 'nowhere';
		const words = span === null ? '-' : `"${dump.body(source).text.slice(...span)}"`;
		return [to, ...(through === null ? [] : [`through:${through}`]), basis, words].join(' ');
	});
}

/** The parent of a post, as `post basis`. */
export function parentIn(dump: Dump, context: Context, id: string): string {
	const post = dump.posts[dump.indexOf(id)];
	const parent = post === undefined ? null : context.parentOf(post);
	return parent === null ? 'none' : `${parent.post} ${parent.basis}`;
}
