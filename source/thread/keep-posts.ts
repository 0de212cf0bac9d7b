/**
Keeping posts: a dump that was read anew, its posts the same objects as before where it only goes on, so that what is
known of them need not be worked out anew.
*/
import type {Dump} from './dump.ts';
import type {Post} from './post.ts';

/**
@param before - The dump as it was.
@param now - The dump read anew.
@returns Whether it goes on from there: every post of before is there still, but for the last, which may say more now.
	Then `dump` is `now` with the posts of `before` that it repeats in their place, else `now`. Never throws.
*/
export function keepPosts(before: Dump, now: Dump): {readonly dump: Dump; readonly goesOn: boolean} {
	const posts = now.posts.map((post, index) => {
		const known = before.posts[index];
		return known !== undefined && isSame(known, post) ? known : post;
	});
	const last = before.posts.length - 1;
	const goesOn = before.posts.every((post, index) =>
		index < last ? post === posts[index] : post.id === posts[index]?.id,
	);
	return {dump: goesOn ? {...now, posts} : now, goesOn};
}

function isSame(one: Post, other: Post): boolean {
	return Object.entries(one).every(([fact, value]) => Reflect.get(other, fact) === value);
}
