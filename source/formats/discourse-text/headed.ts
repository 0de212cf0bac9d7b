/**
The layouts whose posts have heads with a name and a date, all on one line, on several
or as link Markdown. What ends a head is its date and its number; names are looked for
before these.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import type {LineReader} from '../lines.ts';
import {readPlainDate} from './dates.ts';
import {type DateLine, readDateLine, readNumberLine, readWhoBefore} from './post-heads.ts';
import {createThreadWriter} from './thread-writer.ts';
import {isWords} from './word-lines.ts';

/** A date whose number is still to come on a line of its own. */
type Awaited = {readonly found: DateLine; readonly index: number};

/** Lines of copies from a browser are shorter, in UTF-16 units. */
const longestCopied = 80;

/** @param likesPrinted - See `createThreadWriter`. */
export function readHeaded(builder: DumpBuilder, likesPrinted: boolean): LineReader {
	const writer = createThreadWriter(builder, likesPrinted);
	let awaited: Awaited | null = null;
	let copied = false;

	/** @param index - Where in the writer's lines the date stands, or would stand. */
	function head(found: DateLine, number: number, index: number, at: number): boolean {
		const certain = number === writer.expected;
		const before = found.who === null ? readWhoBefore(writer.lines(), index, certain) : {who: found.who, start: index};
		if (before === null) return false;
		const {date, url} = found;
		if (url !== null && !copied) {
			copied = true;
			builder.head({url});
		}
		const {author, name, action} = before.who;
		writer.head({author, name, action, date, number}, before.start, at - (writer.held - before.start));
		return true;
	}

	/** Lines that only copies from a browser have: the time between posts, buttons, what was done to the thread. */
	function copiedLine(text: string, at: number): boolean {
		const words = text.trim();
		if (/^(?:reply|\d+ (?:minutes?|hours?|days?|months?|years?) later)$/i.test(words)) return true;
		const done = /^(\p{Lu}\p{Ll}+(?: \p{Ll}+)*) on (.{6,20})$/u.exec(words);
		const date = done === null ? null : readPlainDate(done[2] ?? '');
		if (done === null || date === null) return false;
		writer.head({author: null, name: null, action: done[1] ?? null, date, number: null}, writer.held, at);
		return true;
	}

	function line(text: string, at: number): void {
		if (awaited !== null && text.trim() !== '') {
			const {found, index} = awaited;
			awaited = null;
			const number = readNumberLine(text);
			if (number !== null && head(found, number, index, at)) return;
		}
		if (copied && text.length < longestCopied && copiedLine(text, at)) return;
		const found = readDateLine(text, writer.expected);
		if (found !== null) {
			if (found.number !== null) {
				if (head(found, found.number, writer.held, at)) return;
			} else {
				awaited = {found, index: writer.held};
			}
		}
		writer.line(text, at);
	}

	return {
		line,
		words: {
			are: (text, start, end) =>
				writer.inPost && awaited === null && !(copied && end - start < longestCopied) && isWords(text, start, end),
			take: writer.words,
		},
		end: writer.end,
	};
}
