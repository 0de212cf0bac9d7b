/**
The markup `threadview`: a body as this program printed it to JSON, its plain text apart from what
it quotes, links and shows. The blocks made of it say the same again when they are printed.
*/
import {type Block, type Image, type Inline, imageLabel, type Link, type QuoteSource} from '../thread/body.ts';
import type {Dump} from '../thread/dump.ts';
import type {Post, PostId} from '../thread/post.ts';
import {readInlines} from './inlines.ts';

/** What was printed of a body; see `PostRecord`. */
export type PrintedBody = {
	readonly text: string;
	readonly quotes: readonly PrintedQuote[];
	readonly links: readonly Link[];
	readonly images: readonly Image[];
	/** Whether the post opens with a name that it addresses. */
	readonly addresses: boolean;
};

export type PrintedQuote = {
	readonly text: string;
	readonly author: string | null;
	/** The quoted post, if the dump named it. */
	readonly stated: PostId | null;
};

/** A link or an image, and the words that stand for it. */
type Wanted = {readonly words: string; readonly make: (children: readonly Inline[]) => Inline};

/** Where one was found: in the text of a quote, or in the post's own (-1). */
type Mark = Pick<Wanted, 'make'> & {readonly quote: number; readonly start: number; readonly end: number};

type Paragraph = {readonly start: number; readonly block: Block};

const nowhere = -2;

/** So much text is searched for links and images at most, in UTF-16 units: nobody prints more. */
const mostSearched = 1 << 25;

/** @returns The raw body of a post, for `readPrintedBody`. */
export function writePrintedBody(body: PrintedBody): string {
	return JSON.stringify(body);
}

/** Read the raw body of a post that was printed; see `BodyReader`. */
export function readPrintedBody(post: Post, dump: Dump): readonly Block[] {
	const {text, quotes, links, images, addresses}: PrintedBody = JSON.parse(post.raw);
	const texts = quotes.map(quote => quote.text);
	const linkMarks = placeMarks(text, texts, links.map(linkWanted));
	const imageMarks = placeMarks(text, texts, images.map(imageWanted));
	const marks = new Map<number, Mark[]>();
	for (const mark of [...linkMarks, ...imageMarks]) {
		const others = marks.get(mark.quote);
		if (others === undefined) marks.set(mark.quote, [mark]);
		else others.push(mark);
	}

	const blocks: Block[] = [];
	let next = 0;

	/** Quotes stand before the words they can stand before. */
	function writeQuotes(until: number): void {
		for (; next < quotes.length && (starts[next] ?? 0) <= until; next++) {
			const {text: words = '', author = null, stated = null} = quotes[next] ?? {};
			const children = paragraphs(words, marks.get(next) ?? [], false).map(({block}) => block);
			blocks.push({type: 'quote', source: sourceOf(author, stated, post, dump), children});
		}
	}

	const starts = quoteStarts(quotes.length, [linkMarks, imageMarks]);
	for (const {start, block} of paragraphs(text, marks.get(-1) ?? [], addresses)) {
		writeQuotes(start);
		blocks.push(block);
	}
	writeQuotes(Number.POSITIVE_INFINITY);
	return blocks;
}

function linkWanted({text, url}: Link): Wanted {
	return {words: text, make: children => ({type: 'link', url, children})};
}

function imageWanted({alt, url}: Image): Wanted {
	return {words: imageLabel(alt), make: () => ({type: 'image', alt, url})};
}

/**
Find where links or images stand. They come in the order of the body, so each stands behind the one
before: in the same text, in a later quote, or further on in the post's own words.
*/
function placeMarks(own: string, quotes: readonly string[], wanted: readonly Wanted[]): readonly Mark[] {
	const marks: Mark[] = [];
	const cursors = new Map<number, number>();
	let quote = 0;
	let last = 0;
	let budget = mostSearched;

	function find(words: string, container: number): boolean {
		const text = container === -1 ? own : (quotes[container] ?? '');
		const from = cursors.get(container) ?? 0;
		const start = budget > 0 ? text.indexOf(words, from) : -1;
		budget -= start === -1 ? text.length - from : start - from + words.length;
		if (start === -1) return false;
		cursors.set(container, start + words.length);
		return true;
	}

	for (const {words, make} of wanted) {
		const stays = last === -1 && find(words, -1);
		let container = stays ? -1 : quote;
		while (!stays && container < quotes.length && !find(words, container)) container++;
		if (container === quotes.length) container = last !== -1 && find(words, -1) ? -1 : nowhere;
		const end = cursors.get(container) ?? 0;
		// What has words nowhere stays, without them.
		if (container === nowhere) marks.push({quote: -1, start: cursors.get(-1) ?? 0, end: cursors.get(-1) ?? 0, make});
		else marks.push({quote: container, start: end - words.length, end, make});
		if (container >= 0) quote = container;
		if (container !== nowhere) last = container;
	}
	return marks;
}

/** For each quote, behind how much of the post's own words it must stand for its marks to be in order. */
function quoteStarts(count: number, sequences: readonly (readonly Mark[])[]): readonly number[] {
	const starts = Array.from({length: count}, () => 0);
	for (const sequence of sequences) {
		let reached = 0;
		for (const {quote, end} of sequence) {
			if (quote === -1) reached = Math.max(reached, end);
			else starts[quote] = Math.max(starts[quote] ?? 0, reached);
		}
	}
	for (let index = 1; index < count; index++) {
		starts[index] = Math.max(starts[index] ?? 0, starts[index - 1] ?? 0);
	}
	return starts;
}

/** A text as paragraphs that say the same when they are put together again. */
function paragraphs(text: string, marks: readonly Mark[], addresses: boolean): readonly Paragraph[] {
	const sorted = marks.toSorted((one, other) => one.start - other.start || other.end - one.end);
	const found: Paragraph[] = [];
	let start = 0;
	let first = 0;
	let next = 0;
	let reached = 0;

	/** Go over the marks that begin up to a place. */
	function pass(until: number): void {
		for (let mark = sorted[next]; mark !== undefined && mark.start <= until; mark = sorted[++next]) {
			reached = Math.max(reached, mark.end);
		}
	}

	function write(end: number): void {
		const children = inlines(text, start, end, sorted.slice(first, next));
		if (addresses && start === 0) children.splice(0, 1, ...withName(children[0]));
		if (children.length > 0) found.push({start, block: {type: 'paragraph', children}});
		first = next;
	}

	for (const parting of text.matchAll(/(?<!\n)\n\n(?!\n)/g)) {
		pass(parting.index);
		if (reached > parting.index) continue;
		write(parting.index);
		start = parting.index + 2;
	}
	pass(text.length);
	write(text.length);
	return found;
}

/** The words from `start` to `end`, and what is marked there; a mark that overlaps another is left out. */
function inlines(text: string, start: number, end: number, marks: readonly Mark[]): Inline[] {
	const children: Inline[] = [];
	let at = start;
	for (let index = 0; index < marks.length; ) {
		const mark = marks[index++];
		if (mark === undefined || mark.start < at || mark.end > end) continue;
		words(text.slice(at, mark.start), children);
		const firstInner = index;
		while ((marks[index]?.start ?? Number.POSITIVE_INFINITY) < mark.end) index++;
		children.push(mark.make(inlines(text, mark.start, mark.end, marks.slice(firstInner, index))));
		at = mark.end;
	}
	words(text.slice(at, end), children);
	return children;
}

function words(text: string, children: Inline[]): void {
	for (const [index, line] of text.split('\n').entries()) {
		if (index > 0) children.push({type: 'break'});
		if (line !== '') children.push({type: 'text', text: line});
	}
}

/** The name that the first words address. */
function withName(first: Inline | undefined): readonly Inline[] {
	if (first?.type !== 'text') return first === undefined ? [] : [first];
	const [name] = readInlines(first.text.trimStart());
	if (name?.type !== 'mention') return [first];
	const before = first.text.length - first.text.trimStart().length;
	const rest = first.text.slice(before + name.name.length + 1);
	return [...textOf(first.text.slice(0, before)), name, ...textOf(rest)];
}

function textOf(text: string): readonly Inline[] {
	return text === '' ? [] : [{type: 'text', text}];
}

function sourceOf(author: string | null, stated: PostId | null, post: Post, dump: Dump): QuoteSource | null {
	const quoted = stated === null ? undefined : dump.posts[dump.indexOf(stated)];
	const number = quoted?.number ?? null;
	const topic = quoted === undefined || quoted.topic === post.topic ? null : quoted.topic;
	return author === null && number === null ? null : {author, number, topic};
}
