/**
Heads of posts: the line, or the few lines, that say who wrote a post and when.

Three shapes are read, mixed as they come:
- `ada (Ada L.) Pinned May 3, 2024, 9:14am 12`, all on one line;
- the same facts on successive lines, blank lines between them or not;
- copies as link Markdown: `[ada](https://…/u/ada)   May 3, 2024, 9:14am12` and
  `[ada](…/u/ada)` followed by `[May 2024](…/t/seeds/77/12 "Post date")`.
*/
import {readEndingDate, readPlainDate} from './dates.ts';

export type Head = {
	readonly author: string | null;
	readonly name: string | null;
	readonly action: string | null;
	readonly date: string | null;
	readonly number: number | null;
};

/** What a line that ends a head, or all but the number of it, says by itself. */
export type DateLine = {
	/** Who stands on the same line, or `null` if lines before must say. */
	readonly who: Who | null;
	readonly date: string | null;
	readonly number: number | null;
	/** The thread's address, where the date links to the post. */
	readonly url: string | null;
};

export type Who = {readonly author: string; readonly name: string | null; readonly action: string | null};

/** What small actions are called in Discourse's English. */
const actions = new Set(
	(
		'closed,opened,archived,unarchived,pinned,unpinned,pinned globally,unpinned globally,listed,unlisted,' +
		'split this topic,made this a banner,removed this banner,made this topic a banner,banner,' +
		'made this a personal message,made this topic public,converted to topic,moved this topic,' +
		'closed this topic,opened this topic,archived this topic,pinned this topic,changed the category,' +
		'assigned,unassigned,invited,removed,left,forwarded the above email,' +
		'geschlossen,geöffnet,archiviert,angeheftet,fermé,ouvert,épinglé,cerrado,abierto,fechado,aberto,закрыто'
	).split(','),
);

/** Whether these words are those of a small action, as "Closed". */
export function isAction(words: string): boolean {
	return actions.has(words.toLowerCase());
}

/** User names after Discourse's UsernameValidator: letters, digits, `_`, `-` and `.`, at most 60. */
const userName = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]{0,59}$/u;
const userLink = /^\[([^\]]+)\]\((\S*\/u\/[^\s)]*)\)/;
const postLink = /^\[([^\]]+)\]\((\S*?\/t\/(?:[^/\s)]+\/)?\d+)(?:\/(\d+))?(?:\?[^\s)]*)?(\s+"[^"]*")?\)$/;
/** The words of an action that is not in the table. */
const longestAction = 60;

/**
Look whether a line holds the date of a head.

@param expected - The number that the next post would have; words that are no known action are believed only then.
@returns What it says, or `null`. Never throws.
*/
export function readDateLine(line: string, expected: number): DateLine | null {
	const ending = readEndingDate(line);
	if (ending !== null) {
		const before = ending.before.trim();
		if (before === '') return {who: null, date: ending.date, number: ending.number, url: null};
		const who = readWho(before);
		if (who === null) return null;
		const isPlain = who.action === null || isAction(who.action) || ending.number === expected;
		return isPlain ? {who, date: ending.date, number: ending.number, url: null} : null;
	}
	if (line.length > 600 || !line.includes('/t/')) return null;
	const link = postLink.exec(line.trim());
	if (link === null || !/date/i.test(link[4] ?? '')) return null;
	const [, words = '', url = '', number = '1'] = link;
	return {who: null, date: readPlainDate(words), number: Number(number), url};
}

/** A post number alone on its line, `12` or `#12`; `null` for any other line. */
export function readNumberLine(line: string): number | null {
	if (line.length > 16) return null;
	const match = /^\s*#?([1-9]\d{0,7})\s*$/.exec(line);
	return match === null ? null : Number(match[1]);
}

/**
Find who is named by the lines that end before `end`.

@param lines - What stands before the date.
@param certain - Whether the number fits, so that words between name and date may be an action not known by name.
@returns Who, and the index of the line where the head begins; `null` if there is no user name.
*/
export function readWhoBefore(
	lines: readonly string[],
	end: number,
	certain: boolean,
): {readonly who: Who; readonly start: number} | null {
	const found: {text: string; index: number}[] = [];
	for (let index = end - 1; index >= 0 && index >= end - 8 && found.length < 3; index--) {
		const text = lines[index]?.trim() ?? '';
		if (text !== '') found.push({text, index});
	}
	const [first, second, third] = found;
	if (first === undefined) return null;

	const action = isAction(first.text) || (certain && !isUser(first.text) && first.text.length <= longestAction);
	const upper = action ? second : first;
	const above = action ? third : second;
	if (upper === undefined) return null;
	const full = /^\((.*)\)$/.exec(upper.text);
	const user = full === null ? upper : above;
	if (user === undefined) return null;
	const who = readWho(user.text);
	if (who === null || who.action !== null) {
		const own = isAction(first.text) ? readWho(first.text) : null;
		return own === null ? null : {who: own, start: first.index};
	}
	const wordless = /^[^\p{L}\p{N}]*$/u.test(first.text);
	if (action && !isAction(first.text) && (wordless || /[.!?:,;]$/.test(first.text))) return null;
	return {
		who: {author: who.author, name: full?.[1]?.trim() ?? who.name, action: action ? first.text : null},
		start: user.index,
	};
}

function isUser(text: string): boolean {
	return userName.test(text) || userLink.test(text) || /^\(.*\)$/.test(text);
}

/** `ada`, `ada (Ada L.)`, `ada Pinned`, `[ada](https://…/u/ada) (Ada L.) Pinned`. */
function readWho(text: string): Who | null {
	if (userName.test(text)) return {author: text, name: null, action: null};
	const link = userLink.exec(text);
	const first = link?.[0] ?? /^\S+/.exec(text)?.[0] ?? '';
	const author = link === null ? first : (link[1] ?? '').replace(/\\(.)/g, '$1').trim();
	if (!userName.test(author)) return null;
	const rest = text.slice(first.length).trim();
	const named = /^\((.*?)\)(?:\s+([^()]+))?$/.exec(rest);
	const name = named?.[1]?.trim() || null;
	const action = named === null ? rest || null : named[2]?.trim() || null;
	return action !== null && action.length > longestAction ? null : {author, name, action};
}
