/**
Laying out a body: blocks → lines that fit a width.

Pure and free of highlights: a layout depends on the body, the width and what is folded
only, and can be kept. `paintLine` turns one of its lines into spans, with whatever is
to be lit on it.
*/
import {type Block, type Body, type Inline, imageLabel, listMarker, type QuoteBlock} from '../thread/body.ts';
import {clipLines, codeLines, unlimited} from './clip.ts';
import type {Glyphs} from './glyphs.ts';
import {cutRow, type Look, type Row, type Span, span} from './span.ts';
import {columnWidths, tableLines} from './table.ts';
import {cutLines, type Line, type Run, wrap} from './wrap.ts';

export type BodyOptions = {
	/** Cells. */
	readonly width: number;
	/** Whether quotes are shown as one line each. */
	readonly quotesFolded: boolean;
	/** Whether spoilers and details are open. */
	readonly revealed: boolean;
	/** Whether long lines of code and tables are cut; else they go on in the next. */
	readonly clipped?: boolean;
	readonly glyphs: Glyphs;
	/** What stands above a quote, by its index in the body: whose words, from where. */
	readonly quoteLabel: (quote: number) => Row;
};

export type BodyLine = {
	/** Set before the words: quote bars, list markers, indentation. */
	readonly prefix: Row;
	readonly line: Line;
	/** A row of our own instead of words of the body. */
	readonly label?: Row;
	/**
	Where the line begins in the body, counted over all its words and partings: grows from
	line to line and means the same place at every width.
	*/
	readonly position: number;
	/** The innermost quote it belongs to, as an index of `Body.quotes`; -1 for the post's own words. */
	readonly quote: number;
};

/** @returns The body's lines from top to bottom; none wider than `options.width`. Empty for an empty body. */
export function layoutBody(body: Body, options: BodyOptions): readonly BodyLine[] {
	const layout = new BodyLayout(body, options);
	layout.blocks(body.blocks, [], -1);
	layout.footnotes();
	return layout.lines;
}

/** A prefix that has no room leaves at least this many cells for words. */
const leastWords = 8;

type Prefix = readonly Span[];

class BodyLayout {
	readonly lines: BodyLine[] = [];
	readonly #body: Body;
	readonly #options: BodyOptions;
	readonly #quoteIndex: Map<QuoteBlock, number>;
	/** What `2o` opens: the number of each address, counted over all links of the body. */
	readonly #linkNumbers: ReadonlyMap<string, number>;
	/** The addresses that need a footnote, by their numbers. */
	readonly #notes = new Map<number, string>();
	/** Units of the body laid out so far. */
	#position = 0;
	#parted = true;

	constructor(body: Body, options: BodyOptions) {
		this.#body = body;
		this.#options = options;
		this.#quoteIndex = new Map(body.quotes.map((quote, index) => [quote.block, index]));
		this.#linkNumbers = new Map([...new Set(body.links.map(link => link.url))].map((url, index) => [url, index + 1]));
	}

	blocks(blocks: readonly Block[], prefix: Prefix, quote: number): void {
		for (const block of blocks) this.#block(block, prefix, quote);
	}

	/** The addresses of links whose words are not their address, numbered as they are in the text. */
	footnotes(): void {
		if (this.#notes.size === 0) return;
		this.#part([], -1);
		this.#notes.forEach((url, number) => {
			const mark = span(`[${number}] `, 'faint');
			const run: Run = {text: url, look: {tone: 'link'}, leaf: null};
			this.#write([mark], [span(' '.repeat(mark.width))], cutLines([run], this.#room([mark])), -1, [run]);
		});
	}

	#block(block: Block, prefix: Prefix, quote: number): void {
		const {glyphs} = this.#options;
		switch (block.type) {
			case 'paragraph':
			case 'heading': {
				const look: Look = block.type === 'heading' ? {tone: 'heading', bold: true} : ownLook(quote);
				this.#part(prefix, quote);
				this.#words(this.#runs(block.children, look), prefix, prefix, quote);
				break;
			}
			case 'code': {
				this.#part(prefix, quote);
				const inner = [...prefix, span('  ')];
				const run: Run = {text: block.text, look: {tone: 'code'}, leaf: block};
				this.#write(inner, inner, codeLines(run, this.#room(inner), this.#options), quote, [run]);
				break;
			}
			case 'list':
				this.#part(prefix, quote);
				this.#list(block, prefix, quote);
				break;
			case 'quote':
				this.#part(prefix, quote);
				this.#quote(block, prefix);
				break;
			case 'table':
				this.#part(prefix, quote);
				this.#table(block, prefix, quote);
				break;
			case 'details':
			case 'preview': {
				this.#part(prefix, quote);
				const isDetails = block.type === 'details';
				const open = !isDetails || this.#options.revealed;
				const mark = isDetails
					? span(`${open ? glyphs.unfolded : glyphs.folded} `, 'accent')
					: span(`${glyphs.bar} `, 'border');
				const title = isDetails ? block.summary : block.title;
				const run: Run = {text: title, look: {tone: isDetails ? 'text' : 'link', bold: isDetails}, leaf: block};
				const hang = isDetails ? span('  ') : mark;
				this.#words([run], [...prefix, mark], [...prefix, hang], quote);
				if (block.type === 'preview' && block.url !== null && block.url !== title) {
					const address: Run = {text: block.url, look: {tone: 'faint'}, leaf: null};
					const lead = [...prefix, hang];
					this.#write(lead, lead, cutLines([address], this.#room(lead)), quote, [address]);
				}
				this.#parted = true;
				if (open) this.blocks(block.children, [...prefix, hang], quote);
				this.#parted = false;
				break;
			}
			case 'poll':
				this.#part(prefix, quote);
				this.#poll(block, prefix, quote);
				break;
			case 'signature':
				this.#part(prefix, quote);
				this.#label([...prefix, span('--', 'faint')], quote);
				if (this.#options.revealed) this.blocks(block.children, prefix, quote);
				break;
			case 'rule':
				this.#part(prefix, quote);
				this.#label([...prefix, span(glyphs.rule.repeat(Math.min(this.#room(prefix), 24)), 'border')], quote);
				break;
		}
	}

	#list(block: Extract<Block, {type: 'list'}>, prefix: Prefix, quote: number): void {
		const last = listMarker(block, block.items.length - 1);
		const markerWidth = last.length;
		block.items.forEach((item, index) => {
			const marker = block.ordered ? listMarker(block, index) : `${this.#options.glyphs.bullet} `;
			const hang = [...prefix, span(' '.repeat(markerWidth + 1))];
			const before = this.lines.length;
			this.#parted = true;
			this.blocks(item, hang, quote);
			const first = this.lines[before];
			const lead = [...prefix, span(' '.repeat(Math.max(0, markerWidth - marker.length) + 1)), span(marker, 'accent')];
			if (first === undefined) this.#label(lead, quote);
			else if (first.label === undefined) this.lines[before] = {...first, prefix: marked(first.prefix, hang, lead)};
			else this.lines[before] = {...first, label: marked(first.label, hang, lead)};
			this.#parted = false;
		});
	}

	#quote(block: QuoteBlock, prefix: Prefix): void {
		const {glyphs, quotesFolded, quoteLabel} = this.#options;
		const quote = this.#quoteIndex.get(block) ?? -1;
		const inner = [...prefix, span(`${glyphs.bar} `, 'quote')];
		const label = quoteLabel(quote);
		if (quotesFolded) {
			const words = this.#body.quotes[quote]?.text ?? '';
			const first = words.split('\n', 1)[0] ?? '';
			this.#label(
				[...inner, ...label, span(label.length > 0 ? '  ' : ''), span(first, {tone: 'quote', italic: true})],
				quote,
			);
			this.#position += words.length;
			return;
		}
		if (label.length > 0) this.#label([...inner, ...label], quote);
		this.#parted = true;
		this.blocks(block.children, inner, quote);
		this.#parted = false;
	}

	#poll(block: Extract<Block, {type: 'poll'}>, prefix: Prefix, quote: number): void {
		const {glyphs} = this.#options;
		const most = Math.max(1, ...block.options.map(option => option.votes ?? 0));
		if (block.title !== null) {
			this.#words([{text: block.title, look: {tone: 'heading', bold: true}, leaf: block}], prefix, prefix, quote);
		}
		for (const option of block.options) {
			const runs: Run[] = [{text: option.text, look: {tone: 'text'}, leaf: option}];
			if (option.votes !== null) {
				const bar = glyphs.meter.repeat(Math.round((option.votes / most) * 12));
				runs.push({text: `  ${bar} ${option.votes}`, look: {tone: 'accent'}, leaf: null});
			}
			const lead = [...prefix, span(`${glyphs.bullet} `, 'accent')];
			this.#words(runs, lead, [...prefix, span('  ')], quote);
		}
		if (block.voters !== null) this.#label([...prefix, span(`${block.voters} voters`, 'faint')], quote);
	}

	#table(block: Extract<Block, {type: 'table'}>, prefix: Prefix, quote: number): void {
		const rows = block.head.length > 0 ? [block.head, ...block.rows] : block.rows;
		const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
		if (count === 0) return;
		const cells = rows.map((row, index) => {
			const look: Look = index === 0 && block.head.length > 0 ? {tone: 'heading', bold: true} : ownLook(quote);
			return Array.from({length: count}, (_, column) => this.#runs(row[column] ?? [], look));
		});
		const room = this.#room(prefix);
		const widths = columnWidths(cells, this.#options.clipped ? unlimited : room);
		cells.forEach((row, index) => {
			// A row takes the same places at every width, in columns or not.
			const start = this.#position + 1;
			const end = row.flat().reduce((units, run) => units + run.text.length, start + 2 * count + 1);
			// Where columns have no room: a line a cell, a parting a row.
			if (widths === null && index > 0) this.#part(prefix, quote);
			this.#position = start;
			if (widths !== null)
				this.#write(prefix, prefix, clipLines(tableLines(row, widths), room, this.#options.glyphs), quote, row.flat());
			else for (const runs of row) if (runs.length > 0) this.#words(runs, prefix, prefix, quote);
			this.#position = end;
		});
	}

	/** Inline content as runs; links with other words than their address get a numbered footnote. */
	#runs(children: readonly Inline[], look: Look): Run[] {
		const runs: Run[] = [];
		for (const child of children) {
			switch (child.type) {
				case 'text':
					runs.push({text: child.text, look, leaf: child});
					break;
				case 'code':
					runs.push({text: child.text, look: {...look, tone: 'code'}, leaf: child});
					break;
				case 'mention':
					runs.push({text: `@${child.name}`, look: {...look, tone: 'mention'}, leaf: child});
					break;
				case 'image':
					runs.push({text: imageLabel(child.alt), look: {...look, tone: 'image'}, leaf: child});
					break;
				case 'break':
					runs.push({text: '\n', look, leaf: null});
					break;
				case 'link': {
					const inner = this.#runs(child.children, {...look, tone: 'link', underline: true});
					runs.push(...inner);
					const words = inner.map(run => run.text).join('');
					if (child.url !== words && child.url !== `https://${words}` && child.url !== `http://${words}`) {
						const number = this.#linkNumbers.get(child.url) ?? 0;
						this.#notes.set(number, child.url);
						runs.push({text: `[${number}]`, look: {tone: 'faint'}, leaf: null});
					}
					break;
				}
				case 'strong':
					runs.push(...this.#runs(child.children, {...look, bold: true}));
					break;
				case 'emphasis':
					runs.push(...this.#runs(child.children, {...look, italic: true}));
					break;
				case 'strike':
					runs.push(...this.#runs(child.children, {...look, strike: true}));
					break;
				case 'spoiler':
					if (this.#options.revealed) runs.push(...this.#runs(child.children, look));
					else runs.push({text: '[spoiler]', look: {tone: 'accent'}, leaf: null});
					break;
			}
		}
		return runs;
	}

	#words(runs: readonly Run[], lead: Prefix, hang: Prefix, quote: number): void {
		this.#write(lead, hang, wrap(runs, this.#room(lead)), quote, runs);
	}

	#room(prefix: Prefix): number {
		const taken = prefix.reduce((sum, part) => sum + part.width, 0);
		return Math.max(1, Math.max(Math.min(leastWords, this.#options.width), this.#options.width - taken));
	}

	/** Prefixes that leave no room for words are left out. */
	#fitting(prefix: Prefix): Prefix {
		const taken = prefix.reduce((sum, part) => sum + part.width, 0);
		return taken + Math.min(leastWords, this.#options.width) <= this.#options.width ? prefix : [];
	}

	#write(lead: Prefix, hang: Prefix, lines: readonly Line[], quote: number, runs: readonly Run[]): void {
		const offsets = new Map<Run, number>();
		let units = 0;
		for (const run of runs) {
			offsets.set(run, units);
			units += run.text.length;
		}
		let next = 0;
		lines.forEach((line, index) => {
			const prefix = this.#fitting(index === 0 ? lead : hang);
			const first = line[0];
			const offset = first === undefined ? next : (offsets.get(first.run) ?? 0) + first.from;
			const position = this.#position + Math.max(next, offset);
			this.lines.push({prefix, line, position, quote});
			// A line without words takes a place of its own.
			next = position - this.#position + 1;
		});
		this.#position += Math.max(units, next) + 1;
		this.#parted = false;
	}

	#label(label: Row, quote: number): void {
		const fitting = cutRow(label, this.#options.width, this.#options.glyphs.ellipsis);
		this.lines.push({prefix: [], line: [], label: fitting, position: this.#position, quote});
		this.#position++;
		this.#parted = false;
	}

	/** A blank line before a block, unless one is there or nothing came before. */
	#part(prefix: Prefix, quote: number): void {
		if (!this.#parted) {
			this.lines.push({prefix: this.#fitting(prefix), line: [], position: this.#position, quote});
		}
		this.#position++;
		this.#parted = true;
	}
}

/** Put an item's marker in place of the blanks that its first line begins with, where these had room. */
function marked(row: Row, blanks: Prefix, marker: Prefix): Row {
	return row[blanks.length - 1] === blanks.at(-1) ? [...marker, ...row.slice(blanks.length)] : row;
}

function ownLook(quote: number): Look {
	return quote === -1 ? {tone: 'text'} : {tone: 'quote', italic: true};
}

/** Words to light up: units of the text of a field (`quote` -1 is the post's own text). */
export type Light = {
	readonly quote: number;
	readonly start: number;
	readonly end: number;
	readonly ground: 'hit' | 'hit-current' | 'quoted';
};

/**
Turn a laid-out line into a row of spans.

@param lights - What to light up, in any order; where two overlap the later one wins.
*/
export function paintLine(body: Body, line: BodyLine, lights: readonly Light[]): Row {
	if (line.label !== undefined) return line.label;
	const row: Span[] = [...line.prefix];
	for (const piece of line.line) {
		const {leaf, look} = piece.run;
		const place = leaf === null ? undefined : body.places.get(leaf);
		const start = place === undefined ? 0 : place.start + piece.from;
		const end = place === undefined ? 0 : place.start + piece.to;
		const lit =
			place === undefined
				? []
				: lights.filter(light => light.quote === place.quote && light.start < end && light.end > start);
		if (lit.length === 0) {
			row.push({...look, text: piece.shown, width: piece.width});
		} else if (!piece.exact) {
			row.push({...look, text: piece.shown, width: piece.width, ground: lit[lit.length - 1]?.ground ?? 'hit'});
		} else {
			row.push(...litSpans(piece.shown, start, look, lit));
		}
	}
	return row;
}

function litSpans(text: string, start: number, look: Look, lights: readonly Light[]): Span[] {
	const end = start + text.length;
	const cuts = new Set([start, end]);
	for (const light of lights) {
		cuts.add(Math.max(start, light.start));
		cuts.add(Math.min(end, light.end));
	}
	const edges = [...cuts].sort((a, b) => a - b);
	const spans: Span[] = [];
	edges.slice(0, -1).forEach((from, index) => {
		const to = edges[index + 1] ?? end;
		const light = lights.findLast(one => one.start <= from && one.end >= to);
		const part = span(text.slice(from - start, to - start), look);
		spans.push(light === undefined ? part : {...part, ground: light.ground});
	});
	return spans;
}
