/**
Inlines of a printed body: its links and images, put back where they stood in its texts.
*/
import {type Inline, imageLabel, type Place} from '../thread/body.ts';

/** `place` is `null` where none was printed. */
export type PrintedLink = {readonly text: string; readonly url: string; readonly place: Place | null};
export type PrintedImage = {readonly alt: string; readonly url: string | null; readonly place: Place | null};

/** Where words stand in a text. */
type Span = {readonly start: number; readonly end: number};

export type ImageMark = Span & {readonly alt: string; readonly url: string | null};

/** Links are in the order of their ends: those inside of another come before it. */
export type LinkMark = Span & {
	readonly url: string;
	readonly index: number;
	/** The lowest index of this one and those inside. */
	readonly first: number;
	readonly inside: readonly LinkMark[];
	readonly depth: number;
};

/** Links that stand deeper in others stand behind them. */
const deepest = 16;

/** So much text is searched at most for links and images that do not stand where they should, in UTF-16 units. */
const mostSearched = 1 << 25;

/**
Find where links stand.

@param texts - The post's own words, then those of its quotes.
@returns For each text its links, in order, links inside of links with these.
*/
export function linkMarks(texts: readonly string[], links: readonly PrintedLink[]): readonly (readonly LinkMark[])[] {
	const marks: LinkMark[][] = texts.map(() => []);
	const locate = createLocator(texts);
	for (const [index, {text, url, place}] of links.entries()) {
		const {at, start, end} = locate(text, place);
		const list = marks[at] ?? [];
		const inside: LinkMark[] = [];
		for (let last = list.at(-1); last !== undefined && isInside(last, start, end); last = list.at(-1)) {
			inside.push(last);
			list.pop();
		}
		inside.reverse();
		const depth = inside.reduce((most, mark) => Math.max(most, mark.depth + 1), 0);
		list.push({start, end, url, index, first: inside[0]?.first ?? index, inside, depth});
	}
	return marks;
}

/** Find where images stand; see `linkMarks`. */
export function imageMarks(
	texts: readonly string[],
	images: readonly PrintedImage[],
): readonly (readonly ImageMark[])[] {
	const marks: ImageMark[][] = texts.map(() => []);
	const locate = createLocator(texts);
	for (const {alt, url, place} of images) {
		const {at, start, end} = locate(imageLabel(alt), place);
		marks[at]?.push({start, end, alt, url});
	}
	return marks;
}

/** A link without words where another begins stands before it, not inside. */
function isInside(mark: LinkMark, start: number, end: number): boolean {
	return mark.start >= start && mark.end <= end && mark.end > start && mark.depth < deepest;
}

type Locate = (words: string, place: Place | null) => Span & {readonly at: number};

/** Words stand where they were printed to; else where they are found next, or nowhere: without words, at the end. */
function createLocator(texts: readonly string[]): Locate {
	const reached = texts.map(() => 0);
	let budget = mostSearched;

	function search(words: string): number {
		for (const [at, text] of texts.entries()) {
			const from = reached[at] ?? 0;
			if (budget <= 0) return -1;
			budget -= text.length - from + 1;
			const start = text.indexOf(words, from);
			if (start === -1) continue;
			reached[at] = start + words.length;
			return at;
		}
		return -1;
	}

	return (words, place) => {
		const stated = place === null ? undefined : texts[place.quote + 1];
		if (place !== null && stated !== undefined) {
			const start = Math.min(place.start, stated.length);
			if (stated.startsWith(words, start)) return {at: place.quote + 1, start, end: start + words.length};
		}
		const at = words === '' ? -1 : search(words);
		const end = at === -1 ? (texts[0]?.length ?? 0) : (reached[at] ?? 0);
		return at === -1 ? {at: 0, start: end, end} : {at, start: end - words.length, end};
	};
}

export type InlineWriter = {
	/** @returns The words from `start` to `end` with the links `marks` and with the images that stand there. */
	readonly write: (start: number, end: number, marks: readonly LinkMark[]) => Inline[];
	/** @returns The images that stand behind all that was written. */
	readonly rest: () => readonly Inline[];
};

/** @returns Writes the inlines of a text in order. What overlaps is cut short, nothing is left out. */
export function createInlineWriter(text: string, images: readonly ImageMark[]): InlineWriter {
	let next = 0;

	function* plain(from: number, to: number): Generator<Inline> {
		let at = from;
		for (let image = images[next]; image !== undefined && image.start < to; image = images[++next]) {
			const {start, end, alt, url} = image;
			yield* words(text.slice(at, Math.max(start, at)));
			yield {type: 'image', alt, url};
			at = Math.max(at, Math.min(end, to));
		}
		if (to > at) yield* words(text.slice(at, to));
	}

	function* write(from: number, to: number, marks: readonly LinkMark[]): Generator<Inline> {
		let at = from;
		for (const {start, end, url, inside} of marks) {
			const first = Math.max(start, at);
			const last = Math.max(Math.min(end, to), first);
			yield* plain(at, first);
			yield {type: 'link', url, children: [...write(first, last, inside)]};
			at = last;
		}
		yield* plain(at, to);
	}

	return {
		write: (start, end, marks) => [...write(start, end, marks)],
		rest: () => images.slice(next).map(({alt, url}) => ({type: 'image', alt, url})),
	};
}

function* words(text: string): Generator<Inline> {
	for (const [index, line] of text.split('\n').entries()) {
		if (index > 0) yield {type: 'break'};
		if (line !== '') yield {type: 'text', text: line};
	}
}
