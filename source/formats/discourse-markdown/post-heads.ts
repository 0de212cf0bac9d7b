/**
Heads of posts in Markdown: a heading with the post's number, its author and its date, and the
lines below it that state more. Every archiver writes them its own way:

- `## Post #12 by @ada (2024-05-03 09:14 UTC)`, `## Post 12 by ada on 2024-05-03T09:14:00.000Z`
- `## Post 12 by @ada — 2024-05-03T09:14:00Z`, `## Post 12 · ada · 2024-05-03`
- `### 💬 Post 12 by @ada` above `**Posted on:** 2024-05-03 09:14 UTC`
- `## Post #12` above `- Username: ada` and `- Post datetime: 2024-05-03T09:14:00+00:00`
*/

export type Head = {
	/** How it is written; in one dump all are written the same way. */
	readonly shape: string;
	readonly number: number | null;
	readonly author: string | null;
	readonly name: string | null;
	readonly date: string | null;
};

/** What a post states below its heading; `null` where it states nothing. */
export type Facts = Omit<Head, 'shape'> & {
	readonly edited: string | null;
	readonly likes: number | null;
	readonly parent: number | null;
};

const heading = /^(#{1,6}) +[^\p{L}\p{N}#]{0,8}Post(?: +#?(\d{1,9}))?(?:( +by\b|\s*[·|–—(-])(.*)|\s*)$/u;
const isoDate = String.raw`\d{4}-\d\d-\d\d(?:[T ,]+\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?`;
const endingDate = new RegExp(
	String.raw`^(.*?)[\s(·|—–,*_\x60-]*(?:\b(?:on|at)\s+)?[(*_\x60]*(${isoDate})[)*_\x60]*\s*$`,
	'u',
);
const fact = /^\s*(?:[-*+]\s+)?(?:\*\*|__)?([A-Za-z][A-Za-z ]{1,20}?)(?:\*\*|__)?:(?:\*\*|__)?\s*(.*?)\s*$/;

/** The longest line that may be a head, in UTF-16 units. */
const longest = 320;

/** Read the heading of a post, or `null` if the line is none. Never throws. */
export function readHead(line: string): Head | null {
	if (!line.startsWith('#') || line.length > longest) return null;
	const match = heading.exec(line);
	if (match === null) return null;
	const [, level = '', number, separator = '', rest = ''] = match;
	const dated = endingDate.exec(rest);
	const who = readWho(dated?.[1] ?? rest);
	if (who === null || (number === undefined && (who.author === null || dated === null))) return null;
	const shape = `${level}${separator.trim()}`;
	return {shape, number: number === undefined ? null : Number(number), ...who, date: readDate(dated?.[2] ?? '')};
}

/**
Read the lines below a heading that state more of the post.

@param text - What stands below it.
@returns The facts, and the text behind them. Never throws.
*/
export function readFacts(head: Head, text: string): {readonly facts: Facts; readonly rest: string} {
	const {shape: _, ...stated} = head;
	let facts: Facts = {...stated, edited: null, likes: null, parent: null};
	let taken = 0;
	for (let start = 0; start < text.length; ) {
		const lineEnd = text.indexOf('\n', start);
		const end = lineEnd === -1 ? text.length : lineEnd;
		const line = text.slice(start, Math.min(end, start + longest));
		if (line.trim() !== '') {
			const more = readFact(facts, line);
			if (more === null) break;
			facts = more;
			taken = end;
		}
		start = end + 1;
	}
	return {facts, rest: taken === 0 ? text : text.slice(taken)};
}

/** The facts with those of one line, or `null` if it states none. */
function readFact(facts: Facts, line: string): Facts | null {
	const italic = /^\s*[*_]([^*_]+)[*_]\s*$/.exec(line)?.[1];
	const alone = facts.date === null && italic !== undefined ? readDate(italic) : null;
	if (alone !== null) return {...facts, date: alone};
	const [, key = '', value = ''] = fact.exec(line) ?? [];
	switch (key.toLowerCase()) {
		case 'username':
		case 'author':
		case 'user':
		case 'by':
			return facts.author === null ? {...facts, ...readWho(value)} : null;
		case 'posted':
		case 'posted on':
		case 'date':
		case 'created':
		case 'post datetime':
		case 'post date':
			return facts.date === null && readDate(value) !== null ? {...facts, date: readDate(value)} : null;
		case 'edited':
		case 'updated':
		case 'last edited':
			return readDate(value) === null ? null : {...facts, edited: readDate(value)};
		case 'likes':
		case 'like count':
			return /^\d{1,9}$/.test(value) ? {...facts, likes: Number(value)} : null;
		case 'reply to':
		case 'in reply to':
		case 'replying to': {
			const number = /#(\d{1,9})\b|^(?:post )?(\d{1,9})$/i.exec(value);
			return number === null ? null : {...facts, parent: Number(number[1] ?? number[2])};
		}
		default:
			// What some archives state of the author, and that Post has no place for, is no part of the body.
			return /^(?:rank|number of posts|joined date|post title|url|link|post url)$/i.test(key) ? facts : null;
	}
}

/** `@ada`, `ada ·`, `` `ada` ``, `Ada L. (@ada)`, `[ada](https://…/u/ada)`; `null` if this is no name. */
function readWho(text: string): {readonly author: string | null; readonly name: string | null} | null {
	const words = text
		.trim()
		.replace(/[\s·|–—,-]+$/u, '')
		.replace(/\[([^\]]*)\]\([^)\s]*\)/g, '$1')
		.replace(/^([*_`]+)(.*)\1$/, '$2')
		.replace(/\\([\p{P}\p{S}])/gu, '$1');
	if (words === '') return {author: null, name: null};
	const both = /^(.+?) \(@([^\s)]+)\)$/.exec(words);
	if (both !== null) return {author: both[2] ?? null, name: both[1] ?? null};
	const author = words.replace(/^@/, '');
	return author.length > 80 ? null : {author, name: null};
}

/** A date as ISO 8601, as precise as it is written; `null` if it is none. */
export function readDate(text: string): string | null {
	const found = new RegExp(`^\\W*(${isoDate})\\W*$`).exec(text)?.[1];
	return found === undefined
		? null
		: found
				.replace(/[T ,]+(?=\d\d:)/, 'T')
				.replace(/ ?(?:UTC|GMT)$/, 'Z')
				.replace(/ (?=[+-])/, '');
}
