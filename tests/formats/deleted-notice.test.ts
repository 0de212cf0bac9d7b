/**
The notice in the place of a withdrawn post, in the languages of Discourse sites.
*/
import {describe, expect, it} from 'vitest';
import {isDeletedNotice} from '../../source/formats/deleted-notice.ts';
import {kindOfBody} from '../../source/formats/discourse-html/notices.ts';

describe('a notice', () => {
	it.each([
		'(post deleted by author)',
		'(topic withdrawn by author)',
		'(post withdrawn by author, will be automatically deleted in 24 hours unless flagged)',
		'(Beitrag vom Autor entfernt)',
		"(message supprimé par son auteur, sera supprimé automatiquement dans 24 heures à moins qu'il ne soit signalé)",
		'(post retirado por el autor. Será borrado automáticamente en 24 horas si no es reportado)',
		'(mensagens abandonadas pelo autor, serão removidas automaticamente em 24 horas a menos que sejam sinalizadas)',
		'(сообщение отозвано автором и будет автоматически удалено через 24 часа при отсутствии жалоб)',
		'（帖子被作者删除，如无标记将在 24 小时后自动删除）',
		'( 文章已被作者撤回，除非被投訴，否則在 24 小時內將自動刪除。)',
		"(messaggio eliminato dall'autore)",
		"(argomento eliminato dall'autore)",
		'(作成者が削除した投稿)',
		'(投稿は投稿者により削除されました。何らかの通報がされていない限り、24時間後に自動的に削除されます)',
		'(ポストは執筆者により取り下げられました。フラグがつかない場合24時間後に自動的に削除されます)',
		'(bericht verwijderd door auteur)',
		'(bericht ingetrokken door de schrijver, wordt automatisch verwijderd over 24 uur, tenzij gemarkeerd)',
		'(post usunięty przez autora)',
		'(wpis wycofany przez autora, zostanie automatycznie usunięty za 24 godziny, chyba że zostanie oflagowany)',
		'(작성자가 삭제한 게시물)',
		'(작성자에 의해 취소된 글입니다. 글이 신고된 것이 아닌 한 24 시간 뒤에 자동으로 삭제됩니다)',
		'(gönderi yazarı tarafından silindi)',
		'(yazarı tarafından geri alınan gönderi,  bayraklanmadığı takdirde 24 saat içinde otomatik olarak silinecek)',
	])('%s', words => {
		expect(isDeletedNotice(words)).toBe(true);
		expect(kindOfBody(`<p>${words}</p>`)).toBe('deleted');
	});
});

it.each([
	'This post was flagged by the community and is temporarily hidden.',
	'Questo messaggio è stato segnalato dalla comunità ed è stato temporaneamente nascosto.',
	'この投稿はコミュニティーから通報されたため、一時的に非表示にされています。',
	'Je bericht is gemarkeerd door de community en is tijdelijk verborgen.',
	'게시물이 신고되었기 때문에 일시적으로 보이지 않습니다.',
	'Bu gönderiye topluluk tarafından bayrak eklendi ve gönderi geçici olarak gizlendi.',
])('hidden: %s', words => {
	expect(kindOfBody(`<p>${words}</p>`)).toBe('hidden');
	expect(kindOfBody(`<p>${words} Why?</p>`)).toBe('post');
});

it.each([
	['nothing', ''],
	['words about it', 'He wrote (post deleted by author) there.'],
	['words behind it', '(post deleted by author) but why?'],
	['two of them', '(post deleted by author) (post deleted by author)'],
	['another word', '(post deleted by authority)'],
	['no brackets', 'post deleted by author'],
	['much more', `(post deleted by author ${'x'.repeat(500)})`],
])('%s is none', (_, words) => {
	expect(isDeletedNotice(words)).toBe(false);
	expect(kindOfBody(`<p>${words}</p>`)).toBe('post');
});
