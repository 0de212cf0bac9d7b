/**
What Discourse writes in the place of a post that its author withdrew, in the language of the site.

After `post.deleted_by_author` of its config/locales/*.yml, as sites have served it over the years. The words that
follow, how soon the post goes for good, differ from version to version.
*/

const openings: readonly string[] = [
	'post deleted by author',
	'post withdrawn by author',
	'topic deleted by author',
	'topic withdrawn by author',
	'Beitrag vom Autor entfernt',
	'message supprimé par son auteur',
	'post retirado por el autor',
	'postagens abandonadas pelo autor',
	'mensagens abandonadas pelo autor',
	'сообщение отозвано автором',
	'帖子被作者删除',
];

/** Longer words are no notice, in UTF-16 units. */
const longest = 300;

/** @returns Whether words are such a notice and nothing else. Never throws. */
export function isDeletedNotice(words: string): boolean {
	const inside = words.length > longest ? undefined : /^[(（]([^()（）\n]*)[)）]$/.exec(words)?.[1];
	return (
		inside !== undefined &&
		openings.some(opening => inside.startsWith(opening) && !/^\p{L}/u.test(inside.slice(opening.length)))
	);
}
