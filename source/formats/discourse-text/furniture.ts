/**
Page furniture: lines of the page around the posts, such as its pager and footer.
*/

export type Furniture =
	/** Stands nowhere else: the posts of this page have ended. */
	| 'end'
	/** The same, and says that a later page exists. */
	| 'next'
	/** Words that are furniture only beside such a line. */
	| 'maybe'
	/** The head of a list of other topics: nothing of the page behind it is a post. */
	| 'list';

const table = new Map<string, Furniture>();
for (const [kind, ...lines] of [
	[
		'next',
		'next page →',
		'next page',
		'nächste seite →',
		'page suivante →',
		'página siguiente →',
		'siguiente página →',
	],
	['next', 'próxima página →', 'pagina successiva →', 'pagina seguente →', 'volgende pagina →', 'następna strona →'],
	['next', 'следующая страница →', '下一页 →', '下一頁 →', '次のページ →', '次ページ →', '다음 페이지 →'],
	['end', '← previous page', 'previous page', '← vorherige seite', '← page précédente', '← página anterior'],
	['end', '← pagina precedente', '← vorige pagina', '← poprzednia strona', '← предыдущая страница', '← 上一页'],
	['end', '← 上一頁', '← 前のページ', '← 이전 페이지'],
	['end', '← previous page next page →', 'home categories faq/guidelines terms of service privacy policy'],
	['end', 'home categories guidelines terms of service privacy policy', 'faq/guidelines', 'privacy policy'],
	['end', 'powered by discourse, best viewed with javascript enabled', ', best viewed with javascript enabled'],
	['maybe', 'home', 'categories', 'guidelines', 'terms of service', 'powered by', 'discourse', 'powered by discourse'],
	[
		'list',
		'topic | | replies | views | activity',
		'related topics',
		'suggested topics',
		'topic replies views activity',
	],
] as const) {
	for (const line of lines) table.set(line, kind);
}

/** Length and last letter of the lines in the table: most lines need no further look. */
const shapes = new Set([...table.keys()].map(shapeOf));
const longest = 80;

/** What furniture a line is, or `null`. Never throws. */
export function furniture(line: string): Furniture | null {
	if (line.length > longest || line.length < 3) return null;
	const trimmed = line.trim();
	const words = trimmed.startsWith('[') ? trimmed.replace(/^\[(.*)\]\(\S*\)$/, '$1') : trimmed;
	if (shapes.has(shapeOf(words))) {
		const known = table.get(words.toLowerCase());
		if (known !== undefined) return known;
	}
	return words.startsWith('Hosted by ') ? 'maybe' : null;
}

/** @returns Whether a line, its ends trimmed, may be furniture: told by its length and its first and last unit. */
export function mayBeFurniture(length: number, first: number, last: number): boolean {
	// `[` begins a link, `H` may begin "Hosted by".
	return length >= 3 && length <= longest && (first === 0x5b || first === 0x48 || shapes.has(shape(length, last)));
}

/** Whether a line is a button of the header above the posts: what stands before it is the site's name. */
export function isSiteHeader(line: string): boolean {
	return /^(?:log ?in|sign ?up|sign up log in|skip to main content|anmelden|registrieren|se connecter)$/i.test(
		line.trim(),
	);
}

function shapeOf(line: string): number {
	return shape(line.length, line.charCodeAt(line.length - 1));
}

function shape(length: number, last: number): number {
	return length * 0x10000 + (last < 0x80 ? last | 32 : last);
}
