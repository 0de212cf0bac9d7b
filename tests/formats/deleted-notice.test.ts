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
	])('%s', words => {
		expect(isDeletedNotice(words)).toBe(true);
		expect(kindOfBody(`<p>${words}</p>`)).toBe('deleted');
	});
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
