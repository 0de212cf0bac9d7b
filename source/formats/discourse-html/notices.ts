/**
Notices: what Discourse says in the place of a post's own words, and of the article that a
thread was opened for.
*/
import {addressOf} from '../../markup/html/attributes.ts';
import {readTree} from '../../markup/html/read-tree.ts';
import {lineOf, type Node} from '../../markup/html/tree.ts';
import type {PostKind} from '../../thread/post.ts';
import {isDeletedNotice} from '../deleted-notice.ts';

/** After `flagging.user_must_edit` of Discourse's config/locales/server.*.yml. */
const hiddenNotices: ReadonlySet<string> = new Set([
	'This post was flagged by the community and is temporarily hidden.',
	'Questo messaggio è stato segnalato dalla comunità ed è stato temporaneamente nascosto.',
	'この投稿はコミュニティーから通報されたため、一時的に非表示にされています。',
	'Je bericht is gemarkeerd door de community en is tijdelijk verborgen.',
	'게시물이 신고되었기 때문에 일시적으로 보이지 않습니다.',
	'Bu gönderiye topluluk tarafından bayrak eklendi ve gönderi geçici olarak gizlendi.',
]);
const longestNotice = 400;
/** The link to an article stands within so many units of the beginning, or of the end. */
const margin = 2000;

/** What kind of post a cooked body shows it to be. Never throws. */
export function kindOfBody(html: string): PostKind {
	if (html.length > longestNotice) return 'post';
	const words = lineOf(readTree(html));
	if (hiddenNotices.has(words)) return 'hidden';
	return isDeletedNotice(words) ? 'deleted' : 'post';
}

/** The address of the article that a first post was made for, or `null`. Never throws. */
export function readSource(html: string): string | null {
	const ends = html.length <= 2 * margin ? [html] : [html.slice(0, margin), html.slice(-margin)];
	for (const part of ends) {
		if (!/Originally published at|companion discussion topic/i.test(part)) continue;
		const found = linkBehindNotice(readTree(part), {before: ''});
		if (found !== null) return found;
	}
	return null;
}

function linkBehindNotice(nodes: readonly Node[], words: {before: string}): string | null {
	for (const node of nodes) {
		if (typeof node === 'string') {
			words.before += node;
			continue;
		}
		const isLink = node.name === 'a' && /(?:published at|original entry at)\s*:?\s*$/i.test(words.before);
		const found = isLink ? addressOf(node.attributes.href, null) : linkBehindNotice(node.children, words);
		if (found !== null) return found;
	}
	return null;
}
