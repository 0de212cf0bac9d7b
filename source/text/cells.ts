/**
Cells: how wide text stands in a terminal.

No two terminals agree on emoji with selectors, skin tones, key caps and joined
families. So what is written is not the source but what is `shown` for it: the same
grapheme without the parts they disagree on. Widths are those of what is shown, after
string-width; ambiguous characters count as one cell.

Text of one cell a character takes a short way through every function.
*/
import stringWidth from 'string-width';
import {segments} from './segments.ts';

/** One grapheme, as the reader sees a character. */
export type Cluster = {
	/** As in the source. */
	readonly text: string;
	/** Where it stands in the source, UTF-16 units. */
	readonly start: number;
	readonly end: number;
	/** What is written to the terminal; '' for what has no width. */
	readonly shown: string;
	/** Of `shown`, in terminal cells. */
	readonly width: number;
};

export type Looks = Pick<Cluster, 'shown' | 'width'>;

const tabWidth = 4;
const plain = /^[ -~]*$/;

/*
Characters that are a grapheme by themselves unless a mark or joiner follows: the letters, punctuation and symbols of
scripts that need no segmenter. A run that does (the segmenter is slow) takes in its neighbours, as a mark belongs to
the character before it and a prepended sign to the one behind.
*/
const single =
	'\\t-~\\xa0-\\xac\\xae-\\u02ff\\u0370-\\u0482\\u048a-\\u058f\\u05d0-\\u05ea\\u0620-\\u064a\\u0671-\\u06d3' +
	'\\u1e00-\\u1fff\\u2000-\\u200a\\u2010-\\u2027\\u202f-\\u205f\\u2070-\\u20cf\\u2100-\\u2bff' +
	'\\u3000-\\u3029\\u3030-\\u3096\\u309b-\\u3163\\u3165-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff9d';
const joinedRun = new RegExp(`[${single}]?[^${single}](?:[${single}]?[^${single}])*[${single}]?`, 'g');
const isSingle = new RegExp(`^[${single}]$`);

/* Of each UTF-16 unit: whether it is one of these, and one cell that is shown as it is; 0 until somebody asks. */
const evenness = {unknown: 0, even: 1, uneven: 2} as const;
const unitEvenness = new Uint8Array(0x10000);

function learnEvenness(unit: number): number {
	const character = String.fromCharCode(unit);
	const isEven = isSingle.test(character) && look(character).width === 1 && look(character).shown === character;
	const found = isEven ? evenness.even : evenness.uneven;
	unitEvenness[unit] = found;
	return found;
}

/**
Whether each UTF-16 unit of a text is a grapheme by itself, one cell wide and shown as it is, as in nearly every text of
alphabetic scripts. Never throws.
*/
export function isEven(text: string): boolean {
	if (plain.test(text)) return true;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if ((unitEvenness[unit] || learnEvenness(unit)) !== evenness.even) return false;
	}
	return true;
}

/* Variation selectors, skin tones, the enclosing key cap and the soft hyphen: terminals disagree on every one. */
const disputed = /\p{Variation_Selector}|\p{Emoji_Modifier}|\u20e3|\xad/gu;
const joinedEmoji = /^(\p{Extended_Pictographic})[^\u200d]*\u200d.*$/su;

/* Dropped whole when full, and closed to long graphemes: a thread's characters fit, a hostile dump's cannot grow it. */
const looks = new Map<string, Looks>();
const looksLimit = 16_384;

function looksOf(text: string): Looks {
	const known = looks.get(text);
	if (known !== undefined) return known;
	if (text.length > 32) return look(text);
	if (looks.size >= looksLimit) looks.clear();
	const found = look(text);
	looks.set(text, found);
	return found;
}

function look(text: string): Looks {
	if (text === '\t') return {shown: ' '.repeat(tabWidth), width: tabWidth};
	const shown = text.replace(joinedEmoji, '$1').replace(disputed, '');
	const width = stringWidth(shown);
	return width === 0 ? {shown: '', width: 0} : {shown, width};
}

/**
Part text into graphemes, in order and without gaps.

A tab is shown as four spaces; layout expands tabs before it asks where columns matter.
Lazy: a caller that stops early has not paid for the rest. Never throws.
*/
export function* clusters(text: string): Generator<Cluster, void, void> {
	let at = 0;
	for (const run of text.matchAll(joinedRun)) {
		yield* singles(text, at, run.index);
		for (const {segment, index} of segments(run[0], 'grapheme')) {
			at = run.index + index + segment.length;
			yield {text: segment, start: run.index + index, end: at, ...looksOf(segment)};
		}
	}
	yield* singles(text, at, text.length);
}

function* singles(text: string, from: number, to: number): Generator<Cluster, void, void> {
	for (let at = from; at < to; at++) {
		const character = text.charAt(at);
		if (character >= ' ' && character <= '~') {
			yield {text: character, start: at, end: at + 1, shown: character, width: 1};
		} else {
			const {shown, width} = looksOf(character);
			yield {text: character, start: at, end: at + 1, shown, width};
		}
	}
}

/* The rows of one frame are most of the next one's. Closed to long texts, and dropped whole when full. */
const shownTexts = new Map<string, Looks>();
const shownTextsLimit = 4096;
const shownTextUnits = 256;

/** What is written to the terminal for text, and how many cells that takes. Never throws. */
export function shownOf(text: string): Looks {
	if (isEven(text)) return {shown: text, width: text.length};
	const known = shownTexts.get(text);
	if (known !== undefined) return known;
	let shown = '';
	let width = 0;
	for (const cluster of clusters(text)) {
		shown += cluster.shown;
		width += cluster.width;
	}
	const found = {shown, width};
	if (text.length <= shownTextUnits) {
		if (shownTexts.size >= shownTextsLimit) shownTexts.clear();
		shownTexts.set(text, found);
	}
	return found;
}

/** How many terminal cells text takes. Never throws. */
export function cellWidth(text: string): number {
	return isEven(text) ? text.length : shownOf(text).width;
}

/** What is written to the terminal for text: of each grapheme what is shown. Doing it twice changes nothing. */
export function forTerminal(text: string): string {
	return isEven(text) ? text : shownOf(text).shown;
}

/**
Cut text to a width, for the terminal.

@param width - Terminal cells.
@param ellipsis - Put where something was cut off; itself cut if it is wider than `width`.
@returns What is shown of the text, never wider than `width`; one cell less where a wide character did not fit.
*/
export function truncate(text: string, width: number, ellipsis = '…'): string {
	return cutText(text, width, ellipsis).shown;
}

/** What is shown of text, with spaces up to a width in terminal cells. Text that is wider stays whole. */
export function padEnd(text: string, width: number): string {
	if (isEven(text)) return text.padEnd(width);
	const shown = forTerminal(text);
	return shown + blank(width - cellWidth(shown));
}

/** Cut or pad text to exactly a width in terminal cells. */
export function fit(text: string, width: number, ellipsis = '…'): string {
	if (text.length <= width && isEven(text)) return text.padEnd(width);
	const fitting = cutText(text, width, ellipsis);
	return fitting.shown + blank(width - fitting.width);
}

function blank(width: number): string {
	return ' '.repeat(Math.max(0, width));
}

/** The same as `truncate`, and how wide that is. */
export function cutText(text: string, width: number, ellipsis: string): Looks {
	if (width <= 0) return {shown: '', width: 0};
	const even = isEven(text);
	if (even && text.length <= width) return {shown: text, width: text.length};
	const tail = cutText(ellipsis, width, '');
	const room = width - tail.width;
	if (even) return {shown: text.slice(0, room) + tail.shown, width};
	/* What stands before the ellipsis if the text turns out too wide. */
	let kept = '';
	let keptWidth = 0;
	let shown = '';
	let total = 0;
	for (const cluster of clusters(text)) {
		if (total + cluster.width > width) return {shown: kept + tail.shown, width: keptWidth + tail.width};
		shown += cluster.shown;
		total += cluster.width;
		if (total <= room) {
			kept = shown;
			keptWidth = total;
		}
	}
	return {shown, width: total};
}
