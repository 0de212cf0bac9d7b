/**
Repeats: passages that repeat an earlier post word for word, in dumps that lost their quote marks.

A whole paragraph with a reply below it, or words in quotation marks, long enough not to be
chance. What many posts repeat (a greeting), what ends a post (a signature, a post sent twice),
what people repeat of themselves and what a program printed to both is no quote.
*/

import type {HashedWords} from '../text/hashed-words.ts';
import {type Found, findExact, phraseOf} from './align.ts';
import {type AlignedTexts, compared} from './aligned-texts.ts';
import type {Dump} from './dump.ts';
import {certainWords, type PassageIndex} from './passage-index.ts';
import type {Markup, Post} from './post.ts';
import type {PostRegister} from './post-register.ts';
import {quotationsIn} from './quotations.ts';
import {type createRelated, isTelling} from './related.ts';
import type {Quoter, Source} from './sources.ts';

export type Repeat = {
	/** Where it stands in the post that repeats it, UTF-16 units. */
	readonly start: number;
	readonly end: number;
	readonly source: Source;
};

/** So many words are no chance, whatever they are; fewer must be marked, and have two that not every post uses. */
const sureWords = 8;
const tellingWords = 2;

/** Markups that lost the marks of quotes. In the others a paragraph that is repeated without them was not quoted. */
const unmarking: ReadonlySet<Markup> = new Set(['crawl-text', 'plain']);

/** The formats that give such bodies: what was printed of them says no more of its markup. */
const unmarkingFormats: ReadonlySet<string> = new Set(['discourse-text', 'text', 'jsonl']);

/** Whether quotes may stand in a post without their marks. */
function losesMarks({markup}: Post, {format}: Dump): boolean {
	return unmarking.has(markup) || (markup === 'threadview' && unmarkingFormats.has(format));
}

/** Begins what programs print: `HINT: …`, `TypeError: …`, `at run (main.js:3)`. */
const printed = /^\s*(?:[A-Z]{3,}:|(?:[A-Z]\w*)?(?:Error|Exception|Warning)\b[^.!?]*:|Traceback |at \S+[.(]|File ")/;

/** Words that more earlier posts hold are everybody's. */
const mostHolders = 3;

/** How many posts before are looked at for words too few for the index of passages. */
const nearPosts = 12;
const rareWordPosts = 2;
const sharingPosts = 16;

type Parts = {
	readonly register: PostRegister;
	readonly passages: PassageIndex;
	readonly related: ReturnType<typeof createRelated>;
	readonly texts: AlignedTexts;
};

/** What is known of the post that may repeat others. */
export type Repeater = Pick<Quoter, 'dump' | 'post' | 'index' | 'effort'>;

export type RepeatFinder = (repeater: Repeater) => Generator<void, readonly Repeat[], void>;

/**
@param parts - What has been noted of earlier posts.
@returns How to find the repeats of a post, a passage a step: in order of place, none within another. Never throws.
*/
export function createRepeatFinder({register, passages, related, texts}: Parts): RepeatFinder {
	/**
	Earlier posts that may hold these words. Of words too few for the index of passages: those that are near, and
	where the words are marked, those that use the rarest of them, too.
	*/
	function places({post, index}: Repeater, words: HashedWords, {from, to, isMarked}: Stretch): readonly number[] {
		if (to - from >= certainWords) return passages.sharing(post.topic, words.hashes.subarray(from, to), sharingPosts);
		const near = register.preceding(post.topic, index, nearPosts);
		return isMarked ? [...new Set([...near, ...related.using(words, from, to, rareWordPosts)])] : near;
	}

	function holders(repeater: Repeater, words: HashedWords, stretch: Stretch): {at: number; found: Found}[] {
		const {dump, post, index, effort} = repeater;
		const possible = places(repeater, words, stretch);
		if (possible.length === 0) return [];
		// A copy: to look at other texts takes the place of this one.
		const phrase = phraseOf(words.hashes.slice(stretch.from, stretch.to));
		const held: {at: number; found: Found}[] = [];
		for (const at of [...possible].sort((a, b) => a - b)) {
			const other = dump.posts[at];
			if (other === undefined || other.topic !== post.topic || at >= index || effort.total <= 0) continue;
			if (post.author !== null && other.author === post.author) continue;
			if (!texts.canRead(other, dump)) {
				effort.waits = true;
				continue;
			}
			effort.total--;
			const found = findExact(phrase, texts.of(other, dump));
			if (found !== null) held.push({at, found});
		}
		return held;
	}

	/** First written in the first of its holders; the last one spoke it last. */
	function sourceOf(repeater: Repeater, words: HashedWords, stretch: Stretch): Source | null {
		if (isChance(words, stretch)) return null;
		const found = holders(repeater, words, stretch);
		const first = found[0];
		const last = found.at(-1);
		if (first === undefined || last === undefined || found.length > mostHolders) return null;
		const through = last === first ? null : last.at;
		return {post: first.at, basis: 'exact', span: first.found.span, through, sole: through === null};
	}

	return function* findRepeats(repeater) {
		const {post, dump} = repeater;
		const own = compared(dump.body(post).text);
		const repeats: (Repeat & Passage)[] = [];
		for (const {start, end, isMarked} of passagesIn(own)) {
			if (!isMarked && (!losesMarks(post, dump) || printed.test(own.slice(start, start + 200)))) continue;
			const words = texts.of(post, dump);
			const stretch = {from: firstFrom(words.starts, start), to: firstFrom(words.starts, end), isMarked};
			if (!isMarked && stretch.to - stretch.from < sureWords) continue;
			if (repeats.some(known => known.start <= start && end <= known.end)) continue;
			const source = sourceOf(repeater, words, stretch);
			if (source !== null) repeats.push({start, end, isMarked, source});
			yield;
		}
		return withReply(
			repeats.sort((a, b) => a.start - b.start),
			own,
		);
	};
}

/** Where a passage stands, UTF-16 units, and whether in quotation marks. */
type Passage = {readonly start: number; readonly end: number; readonly isMarked: boolean};

/** The same, in words: from one to before another. */
type Stretch = {readonly from: number; readonly to: number; readonly isMarked: boolean};

/** The paragraphs of a text, then what stands in quotation marks. */
function* passagesIn(text: string): Generator<Passage> {
	for (let start = 0; start < text.length; ) {
		const next = text.indexOf('\n\n', start);
		const end = next === -1 ? text.length : next;
		if (end > start) yield {start, end, isMarked: false};
		start = end + 2;
	}
	for (const {start, end} of quotationsIn(text)) yield {start, end, isMarked: true};
}

/** Those repeats that words follow: all but the paragraphs that end a text. */
function withReply<One extends Passage>(repeats: readonly One[], text: string): readonly One[] {
	let end = text.trimEnd().length;
	let kept = repeats.length;
	for (let last = repeats.at(-1); last !== undefined && !last.isMarked && last.end >= end; last = repeats[kept - 1]) {
		end = text.slice(0, last.start).trimEnd().length;
		kept--;
	}
	return repeats.slice(0, kept);
}

/** The index of the first of rising numbers that is not below a limit. */
function firstFrom(rising: Uint32Array, limit: number): number {
	let low = 0;
	let high = rising.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((rising[middle] ?? limit) < limit) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Whether so few words, and such common ones, may come together by chance. */
function isChance(words: HashedWords, {from, to}: Stretch): boolean {
	if (to - from >= sureWords) return false;
	let telling = 0;
	for (let at = from; at < to; at++) if (isTelling(words, at)) telling++;
	return telling < tellingWords;
}
