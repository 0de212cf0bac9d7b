/**
How a post's author is named.
*/
import type {Post} from '../thread/post.ts';
import type {Model} from './model.ts';

/** The name a post goes by: the user name, else the display name, else `null`. */
export function postsAuthor(post: Post): string | null {
	return post.author ?? post.name;
}

/** A name to show. What a later quote only lets us infer is never shown without its sign. */
export type ShownAuthor = {readonly text: string; readonly isInferred: boolean};

/** The author as the screen names them: as stated, else `≈ name` after a later quote, else `null`. */
export function shownAuthor({context, glyphs}: Model, post: Post): ShownAuthor | null {
	const stated = postsAuthor(post);
	if (stated !== null) return {text: stated, isInferred: false};
	const inferred = context.authorInferred(post);
	return inferred === null ? null : {text: `${glyphs.inferred} ${inferred.name}`, isInferred: true};
}
