/**
Likes lines: `3 Likes`, which ends a post that somebody liked.

Discourse's crawler page prints the count in the language of the site and prints
nothing for a post that nobody liked.
*/

/** The words beside the count, by language. Upper and lower case do not matter. */
const words = [
	...['like', 'likes'],
	...['个赞', '個讚', '個赞', '次赞', '赞', '讚'],
	...['「いいね！」', 'いいね！', 'いいね!', 'いいね', '件のいいね', '件のいいね！', '個のいいね', '個のいいね！'],
	...['좋아요', '개의 좋아요', '개 좋아요', '좋아요 수'],
	...['„gefällt mir“', '"gefällt mir"', 'gefällt mir', '„gefällt mir“-angaben', 'mal „gefällt mir“'],
	...["j'aime", 'j’aime', '« j’aime »', "« j'aime »", '« j’aime »'],
	...['me gusta', 'm’agrada', "m'agrada", "m'agrades", 'gústame'],
	...['curtida', 'curtidas', 'gosto', 'gostos'],
	...['mi piace', '"mi piace"', '«mi piace»'],
	...['симпатия', 'симпатии', 'симпатий', 'лайк', 'лайка', 'лайков', 'отметка «нравится»', 'отметки «нравится»'],
	...['вподобання', 'вподобань', 'уподобання', 'уподобань', 'лайки', 'лайків'],
	...['polubienie', 'polubienia', 'polubień', 'lajk', 'lajki'],
	...['vind-ik-leuk', 'vind-ik-leuks', 'vind ik leuk', 'vind-ik-leukjes'],
	...['gillning', 'gillningar', 'liker', 'likerklikk', 'synes godt om', 'tykkäys', 'tykkäystä'],
	...['líbí se', 'to se mi líbí', 'páči sa', 'kedvelés', 'apreciere', 'aprecieri', 'de aprecieri', 'beğeni'],
	...['lượt thích', 'thích', 'suka', 'إعجاب', 'إعجابات', 'לייק', 'לייקים', 'لایک', 'पसंद'],
];

const alternatives = words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s')).join('|');
const count = String.raw`(\d{1,3}(?:[.,\u00a0\u202f]\d{3})+|\d{1,9})`;
const likesLine = new RegExp(
	String.raw`^\s*(?:${count}\s*(?:${alternatives})|(?:${alternatives})[\s:：]*${count}\s?[件個个개]?)\s*$`,
	'iu',
);
const english = /^\s*(\d{1,9}) Likes?\s*$/;

/** Longer lines are not looked at. */
const longest = 48;

/**
@param line - One line, spaces around it allowed.
@returns The count of a likes line, or `null` for any other line. Never throws.
*/
export function readLikesLine(line: string): number | null {
	if (line.length > longest) return null;
	const text = line.trim();
	if (!mayBeLikesLine(text.length, text.charCodeAt(0), text.charCodeAt(text.length - 1))) return null;
	const simple = english.exec(line);
	if (simple !== null) return Number(simple[1]);
	const match = likesLine.exec(line);
	const digits = match?.[1] ?? match?.[2];
	return digits === undefined ? null : Number(digits.replace(/\D/g, ''));
}

/**
A cheap look that spares most lines the patterns: the count stands first or last, or before a counter.

@param first - The first unit of the line, its ends trimmed, and the last.
@returns Whether it may be a likes line.
*/
export function mayBeLikesLine(length: number, first: number, last: number): boolean {
	if (length > longest || length < 2) return false;
	return isDigit(first) || isDigit(last) || (last > 0x2fff && '件個个개'.includes(String.fromCharCode(last)));
}

function isDigit(unit: number): boolean {
	return unit >= 48 && unit <= 57;
}
