/**
How a post's author is named.
*/
import type {Post} from '../thread/post.ts';

/** The name a post goes by: the user name, else the display name, else `null`. */
export function postsAuthor(post: Post): string | null {
	return post.author ?? post.name;
}
