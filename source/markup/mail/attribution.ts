/**
Attributions: the line above a quote that says whose words it holds, as `On 3 May 2024, Ada wrote:`.

There is no rule for them. These are the forms that mail programs write, in the languages met most.
*/
import {readAttributionDate} from './attribution-date.ts';

export type Attribution = {
	/** A name, else an address. */
	readonly author: string;
	/** When they wrote them, as `readAttributionDate` gives it; `null` where that is not stated. */
	readonly date: string | null;
	/** How many lines it takes, from the end of those given. */
	readonly lines: number;
};

const verb =
	'(?:wrote|writes|said|says|schrieb|schreibt|a écrit|escribió|schreef|ha scritto|escreveu|skrev|napisał(?:\\(a\\))?|napsal(?:\\(a\\))?|kirjoitti|пишет|написал(?:а)?)';
const opener =
	'(?:On|Am|Le|El|En|Il|Em|Op|Den|Dne|Dnia|W dniu|På|At|Once upon a time|Yesterday|Today|Gestern|Hier|Ayer)';

/** `Am 3.5.2024 schrieb Ada:`, the verb before the name. */
const verbFirst = new RegExp(
	String.raw`^${opener}\b.*\s(?:schrieb|schreef|skrev|napisał(?:\(a\))?|napsal(?:\(a\))?)\s+(.+?)\s?:$`,
	'iu',
);
/** `On 3 May 2024, Ada wrote:` and `Ada <ada@garden.example> writes:`, the name before the verb. */
const verbLast = new RegExp(
	String.raw`^(.+?)[\s,]+${verb}(?:\s+(?:on|at|in|am|le)\s.{1,150}|\s*\([^()]*\)|\s*<[^<>]*>)?\s?:$`,
	'iu',
);
const quoting = /^(?:Quoting|Citando|Citant|Zitat von|Zitiere)\s+(.+?)(?:\s+\([^()]*\))?\s?:?$/iu;
/** `>>>>> "Ada" == Ada Lind <ada@garden.example> writes:`, as supercite for Emacs puts it. */
const supercite = /^>{3,}\s*"[^"]*"\s*==\s*([^>]+?)(?:\s+<[^<>]*>)?\s+(?:writes|wrote|said)\s?:?$/iu;
/** `>>>>> Ada Lind`, `>>>>>     on Sat, 4 May 2024 10:20:00 +0100 writes:`, on one line or on two. */
const superciteDated = /^>{5}\s*(?!On\b)([^>]+?)\s+(?:>{5}\s*)?on\s[^>]*\swrites\s?:?$/iu;
const opened = new RegExp(String.raw`^${opener}\b`, 'iu');

/** A date at the beginning of an attribution: all up to its last digits and the zone behind them. `?` was a narrow space. */
const date =
	/^.*\d[\d.:/-]*(?:st|nd|rd|th|h)?(?:[\s?]?[ap]\.?m\.?)?(?:\s*\(?(?:UTC|GMT|[ECMP][SD]T|CES?T|BST|IST|JST|AE[SD]T|MES?Z|Z)\b\)?)*(?:\s(?:uhr|uur)\b)?\s*[,;]?\s+(?=\S)/iu;
/** Who is no name. */
const pronoun = /^(?:you|i|he|she|they|it|we|someone|somebody|du|ich|er|sie|vous|tu|il|elle|je|u)$/i;

/** What archives in ASCII have made of a space without a break. */
const lostSpace = /^\?+(?=\p{Lu})/u;
const mostLines = 4;
const longest = 500;

/** @returns Whether a line that begins like a quote is an attribution of supercite's, or part of one. */
export function isCitationHead(lines: readonly string[], index: number): boolean {
	const line = lines[index] ?? '';
	if (!line.startsWith('>>>') || line.length > longest) return false;
	if (supercite.test(line) || superciteDated.test(line)) return true;
	if (!line.startsWith('>>>>>')) return false;
	return superciteDated.test(`${line} ${lines[index + 1]}`) || superciteDated.test(`${lines[index - 1]} ${line}`);
}

/** @returns The letters that mark the quoted lines, `AL` for `>>>>> "AL" == …`; else `null`. */
export function citedMark(head: string): string | null {
	return /^>{3,}\s*"([A-Za-z]{1,12})"/.exec(head)?.[1] ?? null;
}

/**
Look for an attribution at the end of some lines.

@param lines - The words above a quote, safe text or not; blank lines at the end are passed over.
@returns Whose words follow, or `null`. Of a wrapped attribution all lines are found. Never throws.
*/
export function findAttribution(lines: readonly string[]): Attribution | null {
	let end = lines.length;
	while (end > 0 && end > lines.length - 2 && lines[end - 1]?.trim() === '') end--;
	if (!/:\s*$|^(?:>>>|Quoting|Cit|Zit)/.test(lines[end - 1] ?? '')) return null;
	let found: Attribution | null = null;
	let text = '';
	for (let count = 1; count <= mostLines && count <= end; count++) {
		const line = lines[end - count]?.trim() ?? '';
		if (line === '') break;
		text = count === 1 ? line : `${line} ${text}`;
		if (text.length > longest) break;
		const author = readAttribution(text.replace(lostSpace, ''));
		if (author === null) continue;
		const here = {author, date: readAttributionDate(text), lines: count + lines.length - end};
		if (opened.test(text.replace(lostSpace, '')) || text.startsWith('>>>')) return here;
		found ??= here;
	}
	return found;
}

/** @returns Whom an attribution names, or `null` if that is none. Never throws. */
export function readAttribution(text: string): string | null {
	const cited = supercite.exec(text) ?? superciteDated.exec(text) ?? quoting.exec(text) ?? verbFirst.exec(text);
	if (cited !== null) return readName(cited[1] ?? '');
	const who = verbLast.exec(text)?.[1];
	if (who === undefined) return null;
	if (!opened.test(who))
		return /^["'<(\p{Lu}\p{Lo}\d]|@/u.test(who)
			? readName(who.replace(/^In (?:article|message|reply to)\b.*,\s*/i, ''))
			: null;
	const bare = withoutAddresses(who, match => ' '.repeat(match.length));
	const start = date.exec(bare)?.[0].length ?? bare.lastIndexOf(',') + 1;
	return start === 0 ? null : readName(who.slice(start));
}

/** @returns The name in `"Ada Lind" <ada@garden.example>`, else the address, else `null`. */
export function readName(text: string): string | null {
	const address = /<\s*(?:mailto:)?([^<>\s][^<>]*)>|\[mailto:([^\]]+)\]/i.exec(text);
	const name = withoutAddresses(text, () => ' ')
		.replace(/\(\s*\)/g, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[\s"'*,;:]+|[\s"'*,;:]+$/g, '');
	const shown = name === '' ? (address?.[1] ?? address?.[2] ?? '').trim() : name;
	return shown === '' || pronoun.test(shown) || shown.split(' ').length > 8 ? null : shown;
}

/** Addresses in brackets; a link to one can stand inside of them. */
function withoutAddresses(text: string, instead: (address: string) => string): string {
	const addresses = /<[^<>]*>|\[mailto:[^\]]*\]/gi;
	return text.replace(addresses, instead).replace(addresses, instead);
}
