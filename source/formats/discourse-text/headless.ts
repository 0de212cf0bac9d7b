/**
The layouts without heads: posts parted by their likes lines or, where the scraper
dropped those, by two blank lines.

A likes line ends a post that somebody liked; a post nobody liked ends without a mark.
So what stands between two likes lines can be several posts, and how many is not
recoverable: it is kept as one, and said.
*/
import {detached} from '../../text/detached.ts';
import {goesOn} from '../../thread/absent-numbers.ts';
import type {DumpBuilder} from '../../thread/dump.ts';
import type {LineReader} from '../lines.ts';
import {furniture, isSiteHeader} from './furniture.ts';
import {readLikesLine} from './likes-line.ts';
import {looksLikeCategory, looksLikeTitle, readSource, readTitle} from './preamble.ts';
import {bodyOf} from './thread-writer.ts';

/** Discourse's crawler pages hold so many posts (TopicView.chunk_size). */
const postsOfPage = 20;
/** A body longer than this is cut into several posts, in UTF-16 units. */
const longestBody = 1 << 24;

/** @param partedBy - What ends a post: a likes line, or two and more blank lines. */
export function readHeadless(builder: DumpBuilder, partedBy: 'likes' | 'gaps'): LineReader {
	let lines: string[] = [];
	let units = 0;
	let firstLine = 1;
	let blanks = 0;
	let gaps: number[] = [];
	let liked = 0;
	let started = false;
	let nextPage: number | null = null;

	function warn(message: string, line: number | null, post: string | null = null): void {
		builder.problem({level: 'warning', line, post, message});
	}

	/** The words between two marks are a post. */
	function post(likes: number | null): void {
		const body = started ? lines : withoutTitle(likes !== null);
		if (body.some(line => line.trim() !== '') || likes !== null) {
			const number = builder.count + 1;
			const id = String(number);
			builder.add({
				id,
				number,
				likes,
				line: firstLine,
				markup: 'crawl-text',
				verbatim: true,
				raw: body.length === 1 ? detached(body[0] ?? '') : bodyOf(body),
			});
			for (const line of gaps) {
				warn('two blank lines: a quote or preview was dropped here, or another post begins', line, id);
			}
		}
		lines = [];
		units = 0;
		gaps = [];
		blanks = 0;
	}

	/** Take title and category off the first words. */
	function withoutTitle(hasLikes: boolean): readonly string[] {
		started = true;
		const skipped = lines.findLastIndex((line, index) => index < 8 && isSiteHeader(line)) + 1;
		const [title, ...others] = paragraphs(lines.slice(skipped));
		if (title === undefined || title.lines.length !== 1) return lines;
		const words = title.lines[0] ?? '';
		const [next] = others;
		const source = next === undefined ? null : readSource(next.lines);
		const isTitle = next === undefined ? hasLikes && isHeading(words) : source !== null || looksLikeTitle(words);
		if (!isTitle) return lines;

		builder.head({...readTitle(words), source});
		if (skipped > 0) outside(lines.slice(0, skipped));
		const isCategory = source === null && others.length > 1 && next !== undefined && looksLikeCategory(next.lines);
		if (isCategory) outside(next.lines);
		const body = isCategory ? others[1] : next;
		const start = skipped + (body?.start ?? lines.length);
		firstLine += start;
		return lines.slice(start);
	}

	function outside(words: readonly string[]): void {
		const shown = words.map(word => word.trim()).filter(word => word !== '');
		warn(`before the first post, in none: ${shown.join(' · ')}`, firstLine);
	}

	function line(text: string, at: number): void {
		if (text.trim() === '') {
			blanks++;
			if (lines.length > 0) lines.push('');
			return;
		}
		const kind = furniture(text);
		if (kind === 'end' || kind === 'next') {
			if (kind === 'next') nextPage = at;
			return;
		}
		nextPage = null;
		const likes = partedBy === 'likes' ? readLikesLine(text) : null;
		if (likes !== null) {
			liked++;
			if (lines.length === 0) firstLine = at;
			post(likes);
			return;
		}
		if (blanks > 1 && lines.length > 0) {
			if (partedBy === 'gaps') post(null);
			else gaps.push(at);
		}
		blanks = 0;
		if (units > longestBody) {
			post(null);
			warn('this post is too long to be kept in one: it goes on in the next', at, String(builder.count));
		}
		if (lines.length === 0) firstLine = at;
		lines.push(text);
		units += text.length;
	}

	function end(): void {
		const tail = lines.some(text => text.trim() !== '');
		if (tail) post(partedBy === 'likes' && liked > 0 ? 0 : null);
		if (nextPage !== null) warn(goesOn, nextPage);
		const summary = partedBy === 'gaps' ? gapsSummary : likesSummary(liked, builder.count);
		if (builder.count > 0 && summary !== null) warn(summary, null);
	}

	return {line, end};
}

const gapsSummary =
	'no likes lines: posts are parted where two blank lines stand, which is likely and not certain; authors and likes are unknown';

/** How sure it is that each part is one post. */
function likesSummary(liked: number, posts: number): string | null {
	if (liked === 0) return 'nothing here parts posts: all words are shown as one, however many posts they were';
	if (posts === postsOfPage) return null;
	const unmarked = 'posts that nobody liked leave no mark here';
	if (posts > postsOfPage) return `${unmarked}: any of these ${posts} may hold several`;
	return `${unmarked}: these ${posts} may hold up to ${postsOfPage - posts} more, if this is one page of ${postsOfPage}`;
}

/** A line alone before a likes line: a title whose post lost all its words, rather than a short post. */
function isHeading(line: string): boolean {
	return (
		looksLikeTitle(line) && /^\s*\p{Lu}/u.test(line) && line.trim().split(/\s+/).length >= 3 && !/!$/.test(line.trim())
	);
}

type Paragraph = {readonly start: number; readonly lines: readonly string[]};

/** The first three paragraphs. */
function paragraphs(lines: readonly string[]): readonly Paragraph[] {
	const found: {start: number; lines: string[]}[] = [];
	let open = false;
	for (const [index, line] of lines.entries()) {
		if (line.trim() === '') {
			open = false;
		} else if (open) {
			found.at(-1)?.lines.push(line);
		} else {
			if (found.length === 3) break;
			found.push({start: index, lines: [line]});
			open = true;
		}
	}
	return found;
}
