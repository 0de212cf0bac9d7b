/**
The markup `threadview`: a body as this program printed it to JSON, its plain text apart from what
it quotes, links and shows. The blocks made of it say the same again when they are printed.
*/
import type {Block, Inline, Place, QuoteSource} from '../thread/body.ts';
import type {Dump} from '../thread/dump.ts';
import type {Post, PostId} from '../thread/post.ts';
import {
	createInlineWriter,
	imageMarks,
	type LinkMark,
	linkMarks,
	type PrintedImage,
	type PrintedLink,
} from './printed-inlines.ts';

/** What was printed of a body; see `PostRecord`. A place is `null` where none was printed. */
export type PrintedBody = {
	readonly text: string;
	readonly quotes: readonly PrintedQuote[];
	readonly links: readonly PrintedLink[];
	readonly images: readonly PrintedImage[];
	/** The post whose author the first words address, or `null`. */
	readonly addressee: PostId | null;
};

export type PrintedQuote = {
	readonly text: string;
	readonly author: string | null;
	/** When the quote says that its words were written, or `null`. */
	readonly date: string | null;
	/** The quoted post, if the dump named it. */
	readonly stated: PostId | null;
	readonly place: Place | null;
};

/** Deeper quotes stand beside those that they stood in. */
const deepest = 64;

/** Stands for a link that there is not: it were behind all others. */
const none = Number.POSITIVE_INFINITY;

/** Paragraphs are parted by a blank line; where there are more of them they are part of the words. */
const parting = /(?<!\n)\n\n(?!\n)/g;

/** @returns The raw body of a post, for `readPrintedBody`. */
export function writePrintedBody(body: PrintedBody): string {
	return JSON.stringify(body);
}

/** Read the raw body of a post that was printed; see `BodyReader`. */
export function readPrintedBody(post: Post, dump: Dump): readonly Block[] {
	const {text: own, quotes, links, images, addressee}: PrintedBody = JSON.parse(post.raw);
	const texts = [own, ...quotes.map(quote => quote.text)];
	const linksOf = linkMarks(texts, links);
	const imagesOf = imageMarks(texts, images);
	const heldBy = quotesByHolder(texts, quotes);
	findNextLinks(heldBy, linksOf);

	/** @param index - Of a quote, or -1. */
	function readText(index: number): readonly Block[] {
		const text = texts[index + 1] ?? '';
		const marks = linksOf[index + 1] ?? [];
		const writer = createInlineWriter(text, imagesOf[index + 1] ?? []);
		const blocks: Block[] = [];
		let at = 0;
		let next = 0;

		/** Write the paragraphs up to a place, with the links there that come before another. */
		function write(until: number, before: number): void {
			const first = next;
			while (standsBefore(marks[next], until, before)) next++;
			for (const {start, end, marks: inside} of paragraphs(text, at, until, marks.slice(first, next))) {
				const children = writer.write(start, end, inside);
				if (index === -1 && start === 0) children.splice(0, 1, ...withMention(children[0], addressee, dump));
				if (children.length > 0) blocks.push({type: 'paragraph', children});
			}
		}

		for (const {quote, start, nextLink} of heldBy[index + 1] ?? []) {
			write(start, nextLink);
			at = Math.max(at, start > 0 && text.startsWith('\n\n', start) ? start + 2 : start);
			blocks.push({type: 'quote', source: sourceOf(quotes[quote], post, dump), children: readText(quote)});
		}
		write(text.length, none);
		const rest = writer.rest();
		if (rest.length > 0) blocks.push({type: 'paragraph', children: rest});
		return blocks;
	}

	return readText(-1);
}

/** A quote where it stands in the text that holds it. */
type Held = {
	readonly quote: number;
	readonly start: number;
	/** The first of all links that stands in it, in quotes that it holds, or in quotes behind it. */
	nextLink: number;
};

/** For each text, the first of them the post's own, the quotes that it holds, by their places in it. */
function quotesByHolder(texts: readonly string[], quotes: readonly PrintedQuote[]): readonly (readonly Held[])[] {
	const held: Held[][] = texts.map(() => []);
	const depths: number[] = [];
	const holders: number[] = [];
	for (const [index, {place}] of quotes.entries()) {
		const named = place !== null && place.quote < index ? place.quote : -1;
		const holder = (depths[named] ?? 0) < deepest ? named : (holders[named] ?? -1);
		holders.push(holder);
		depths.push(holder === -1 ? 1 : (depths[holder] ?? 0) + 1);
		const start = Math.min(place?.start ?? 0, texts[holder + 1]?.length ?? 0);
		held[holder + 1]?.push({quote: index, start, nextLink: none});
	}
	for (const list of held) list.sort((one, other) => one.start - other.start);
	return held;
}

function findNextLinks(held: readonly (readonly Held[])[], links: readonly (readonly LinkMark[])[]): void {
	const firsts = links.map(marks => marks.reduce((first, mark) => Math.min(first, mark.first), none));
	// A quote comes behind the one that holds it.
	for (let at = held.length - 1; at >= 0; at--) {
		let next = none;
		for (const quote of (held[at] ?? []).toReversed()) {
			next = Math.min(next, firsts[quote.quote + 1] ?? none);
			quote.nextLink = next;
		}
		firsts[at] = Math.min(firsts[at] ?? none, next);
	}
}

/** Whether a link stands before a place. One without words can stand there itself, before other links or behind. */
function standsBefore(mark: LinkMark | undefined, place: number, before: number): boolean {
	if (mark === undefined) return false;
	return mark.start < place || (mark.start === place && mark.end === place && mark.index < before);
}

type Paragraph = {readonly start: number; readonly end: number; readonly marks: readonly LinkMark[]};

/** A part of a text as paragraphs that say the same when they are put together again; no link is cut. */
function paragraphs(text: string, from: number, to: number, marks: readonly LinkMark[]): readonly Paragraph[] {
	const found: Paragraph[] = [];
	let start = from;
	let first = 0;
	let next = 0;
	let reached = 0;
	parting.lastIndex = from;
	for (let match = parting.exec(text); match !== null && match.index < to; match = parting.exec(text)) {
		for (let mark = marks[next]; mark !== undefined && mark.start <= match.index; mark = marks[++next]) {
			reached = Math.max(reached, mark.end);
		}
		const behind = match.index + 2;
		const partsWords = match.index > start && behind < to && reached <= match.index;
		const mark = marks[next];
		// A link without words stands where it does only if the lines around it were broken, not parted.
		if (!partsWords || (mark !== undefined && mark.start === mark.end && mark.start <= behind)) continue;
		found.push({start, end: match.index, marks: marks.slice(first, next)});
		start = behind;
		first = next;
	}
	parting.lastIndex = 0;
	found.push({start, end: Math.max(start, to), marks: marks.slice(first)});
	return found;
}

/** The first words with the name that they address: one of the author of a post. */
function withMention(first: Inline | undefined, addressee: PostId | null, dump: Dump): readonly Inline[] {
	if (first === undefined) return [];
	const post = addressee === null ? undefined : dump.posts[dump.indexOf(addressee)];
	if (post === undefined || first.type !== 'text') return [first];
	const at = first.text.indexOf('@') + 1;
	for (const known of [post.author, post.name]) {
		const name = first.text.slice(at, at + (known?.length ?? 0));
		if (at === 0 || name === '' || name.toLowerCase() !== known?.toLowerCase()) continue;
		const before = textOf(first.text.slice(0, at - 1));
		return [...before, {type: 'mention', name}, ...textOf(first.text.slice(at + name.length))];
	}
	return [first];
}

function textOf(text: string): readonly Inline[] {
	return text === '' ? [] : [{type: 'text', text}];
}

function sourceOf(quote: PrintedQuote | undefined, post: Post, dump: Dump): QuoteSource | null {
	const {author = null, date = null, stated = null} = quote ?? {};
	const quoted = stated === null ? undefined : dump.posts[dump.indexOf(stated)];
	const number = quoted?.number ?? null;
	const topic = quoted === undefined || quoted.topic === post.topic ? null : quoted.topic;
	return author === null && number === null ? null : {author, number, topic, ...(date === null ? {} : {date})};
}
