/**
What Discourse writes in the place of a post that its author withdrew, in the language of the site.

After `post.deleted_by_author`, later `deleted_by_author_simple`, and the same of `topic` in its
config/locales/client.*.yml, as sites have served it over the years. The words that follow, how soon the post goes
for good, differ from version to version.
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
	'文章已被作者撤回',
	"messaggio eliminato dall'autore",
	"argomento eliminato dall'autore",
	'作成者が削除した投稿',
	'作成者が削除したトピック',
	'投稿は投稿者により削除されました',
	'ポストは執筆者により取り下げられました',
	'bericht verwijderd door auteur',
	'topic verwijderd door auteur',
	'bericht ingetrokken door de schrijver',
	'post usunięty przez autora',
	'temat usunięty przez autora',
	'wpis wycofany przez autora',
	'작성자가 삭제한 게시물',
	'작성자가 삭제한 주제',
	'작성자에 의해 취소된 글입니다',
	'gönderi yazarı tarafından silindi',
	'konu yazarı tarafından silindi',
	'yazarı tarafından geri alınan gönderi',
];

/** Longer words are no notice, in UTF-16 units. */
const longest = 300;

/** @returns Whether words are such a notice and nothing else. Never throws. */
export function isDeletedNotice(words: string): boolean {
	const inside = words.length > longest ? undefined : /^[(（]\s?([^()（）\n]*)[)）]$/.exec(words)?.[1];
	return (
		inside !== undefined &&
		openings.some(opening => inside.startsWith(opening) && !/^\p{L}/u.test(inside.slice(opening.length)))
	);
}
