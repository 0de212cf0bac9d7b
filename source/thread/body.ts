/**
A body: a post's words as blocks, the same for every format.

Markup readers write blocks, layout draws them, search and context read their
plain text. Blocks hold plain text only: no terminal styling, no raw markup.
*/

/** Who and what a quote names as its source. Every part may be unknown. */
export type QuoteSource = {
	readonly author: string | null;
	/** The number of the quoted post in its topic. */
	readonly number: number | null;
	/** The topic's id where the quote names one, else `null`. */
	readonly topic: string | null;
	/** When the quote says that its words were written: ISO 8601, as far as it is stated. */
	readonly date?: string;
};

export type Inline =
	| {readonly type: 'text'; readonly text: string}
	| {readonly type: 'strong' | 'emphasis' | 'strike' | 'spoiler'; readonly children: readonly Inline[]}
	| {readonly type: 'code'; readonly text: string}
	| {readonly type: 'link'; readonly url: string; readonly children: readonly Inline[]}
	| {readonly type: 'image'; readonly alt: string; readonly url: string | null}
	| {readonly type: 'mention'; readonly name: string}
	| {readonly type: 'break'};

export type PollOption = {readonly text: string; readonly votes: number | null};

export type Block =
	| {readonly type: 'paragraph'; readonly children: readonly Inline[]}
	| {readonly type: 'heading'; readonly level: number; readonly children: readonly Inline[]}
	| {
			readonly type: 'list';
			readonly ordered: boolean;
			/** The number of the first item of an ordered list. */
			readonly start: number;
			readonly items: readonly (readonly Block[])[];
	  }
	| {readonly type: 'quote'; readonly source: QuoteSource | null; readonly children: readonly Block[]}
	| {readonly type: 'code'; readonly language: string | null; readonly text: string}
	| {
			readonly type: 'table';
			readonly head: readonly (readonly Inline[])[];
			readonly rows: readonly (readonly (readonly Inline[])[])[];
	  }
	| {readonly type: 'details'; readonly summary: string; readonly children: readonly Block[]}
	| {readonly type: 'preview'; readonly title: string; readonly url: string | null; readonly children: readonly Block[]}
	| {
			readonly type: 'poll';
			readonly title: string | null;
			readonly options: readonly PollOption[];
			readonly voters: number | null;
	  }
	| {readonly type: 'signature'; readonly children: readonly Block[]}
	| {readonly type: 'rule'};

export type QuoteBlock = Extract<Block, {type: 'quote'}>;

/**
Where words stand: in the body's `text` (`quote` is -1) or in the text of `quotes[quote]`, at `start` (UTF-16 units).
What has no words there, as a quote, stands behind the words before it.
*/
export type Place = {readonly quote: number; readonly start: number};

/** A quote as the body holds it: its own words, nested quotes left to their own entries. */
export type Quote = {
	readonly text: string;
	readonly source: QuoteSource | null;
	readonly block: QuoteBlock;
	readonly place: Place;
};

export type Link = {readonly text: string; readonly url: string; readonly place: Place};
export type Image = {readonly alt: string; readonly url: string | null; readonly place: Place};

export type Body = {
	readonly blocks: readonly Block[];
	/** Plain text, paragraphs parted by a blank line, quotes left out, images as `[image: alt]`. */
	readonly text: string;
	/** In the order of the body, nested ones after the one that holds them. */
	readonly quotes: readonly Quote[];
	readonly links: readonly Link[];
	readonly images: readonly Image[];
	/** Whether code stands anywhere in it, quotes included. */
	readonly hasCode: boolean;
	/** Of every leaf (a text-bearing inline, a code block): where its words stand. */
	readonly places: ReadonlyMap<object, Place>;
};

/** How an image is written wherever it cannot be shown. */
export function imageLabel(alt: string): string {
	return alt === '' ? '[image]' : `[image: ${alt}]`;
}

/**
Make a body of blocks: gather the plain text, the quotes, links and images.

@param blocks - In reading order, their text already safe. Kept as they are.
@returns The body; the same blocks give the same body. Its places are gathered when they are asked for: only what
	is drawn needs them. Never throws.
*/
export function makeBody(blocks: readonly Block[]): Body {
	return new GatheredBody(blocks, null);
}

class GatheredBody implements Body {
	readonly blocks: readonly Block[];
	readonly text: string;
	readonly quotes: {text: string; source: QuoteSource | null; block: QuoteBlock; place: Place}[] = [];
	readonly links: Link[] = [];
	readonly images: Image[] = [];
	hasCode = false;
	#places: Map<object, Place> | null;

	/** @param places - To fill, or `null` to leave them until they are asked for. */
	constructor(blocks: readonly Block[], places: Map<object, Place> | null) {
		this.blocks = blocks;
		this.#places = places;
		ownWords.begin();
		this.#walk(blocks, ownWords, -1);
		this.text = ownWords.text;
	}

	get places(): ReadonlyMap<object, Place> {
		if (this.#places === null) {
			const places = new Map<object, Place>();
			new GatheredBody(this.blocks, places);
			this.#places = places;
		}
		return this.#places;
	}

	#inlines(children: readonly Inline[], out: Writer, quote: number): void {
		for (const child of children) {
			switch (child.type) {
				case 'code':
					this.hasCode = true;
					this.#leaf(child, child.text, out, quote);
					break;
				case 'text':
					this.#leaf(child, child.text, out, quote);
					break;
				case 'mention':
					this.#leaf(child, `@${child.name}`, out, quote);
					break;
				case 'image': {
					const start = this.#leaf(child, imageLabel(child.alt), out, quote);
					this.images.push({alt: child.alt, url: child.url, place: {quote, start}});
					break;
				}
				case 'break':
					out.write('\n');
					break;
				case 'link': {
					const start = out.length;
					this.#inlines(child.children, out, quote);
					this.#link(start, child.url, out, quote);
					break;
				}
				case 'strong':
				case 'emphasis':
				case 'strike':
				case 'spoiler':
					this.#inlines(child.children, out, quote);
					break;
			}
		}
	}

	/** Write the words of a leaf; returns where they start. */
	#leaf(leaf: object, words: string, out: Writer, quote: number): number {
		const start = out.write(words);
		this.#places?.set(leaf, {quote, start});
		return start;
	}

	/** A link over the words written since a place, without the parting and the white space before them. */
	#link(start: number, url: string, out: Writer, quote: number): void {
		const text = out.text.slice(start).trimStart();
		this.links.push({text, url, place: {quote, start: out.length - text.length}});
	}

	#walk(list: readonly Block[], out: Writer, quote: number): void {
		for (const block of list) {
			switch (block.type) {
				case 'paragraph':
				case 'heading':
					this.#inlines(block.children, out, quote);
					out.part();
					break;
				case 'code':
					this.hasCode = true;
					this.#leaf(block, block.text, out, quote);
					out.part();
					break;
				case 'list':
					block.items.forEach((item, index) => {
						out.write(listMarker(block, index));
						this.#walk(item, out, quote);
						out.repart('\n');
					});
					out.part();
					break;
				case 'table':
					for (const row of [block.head, ...block.rows]) {
						row.forEach((cell, index) => {
							if (index > 0) out.write('\t');
							this.#inlines(cell, out, quote);
						});
						out.part('\n');
					}
					out.part();
					break;
				case 'details':
				case 'preview': {
					const title = block.type === 'details' ? block.summary : block.title;
					const before = out.length;
					this.#leaf(block, title, out, quote);
					if (block.type === 'preview' && block.url !== null) this.#link(before, block.url, out, quote);
					out.part('\n');
					this.#walk(block.children, out, quote);
					out.part();
					break;
				}
				case 'poll':
					if (block.title !== null) {
						this.#leaf(block, block.title, out, quote);
						out.part('\n');
					}
					for (const option of block.options) {
						this.#leaf(option, option.text, out, quote);
						out.part('\n');
					}
					out.part();
					break;
				case 'signature':
					this.#walk(block.children, out, quote);
					break;
				case 'quote':
					this.#quote(block, out, quote);
					break;
				case 'rule':
					out.part();
					break;
			}
		}
	}

	#quote(block: QuoteBlock, out: Writer, quote: number): void {
		const index = this.quotes.length;
		const entry = {text: '', source: block.source, block, place: {quote, start: out.length}};
		this.quotes.push(entry);
		const words = new Writer();
		this.#walk(block.children, words, index);
		entry.text = words.text;
		out.part('\n\n', 'firm');
	}
}

/** What stands before an item in plain text and on screen: `3. ` or `• `. */
export function listMarker(list: Extract<Block, {type: 'list'}>, index: number): string {
	return list.ordered ? `${list.start + index}. ` : '• ';
}

/** Text that grows; a parting is written only when words follow it, the widest asked for. */
class Writer {
	text = '';
	#pending = '';
	#isFirm = false;

	get length(): number {
		return this.text.length;
	}

	/** Forget what was written. */
	begin(): void {
		this.text = '';
		this.#pending = '';
		this.#isFirm = false;
	}

	/** Append words; returns where they start. */
	write(words: string): number {
		if (words !== '') {
			if (this.text !== '') this.text += this.#pending;
			this.#pending = '';
			this.#isFirm = false;
		}
		const start = this.text.length;
		this.text += words;
		return start;
	}

	/** @param hold - A firm parting cannot be taken back. */
	part(by: '\n' | '\n\n' = '\n\n', hold: 'loose' | 'firm' = 'loose'): void {
		if (by.length > this.#pending.length) this.#pending = by;
		if (hold === 'firm') this.#isFirm = true;
	}

	/** Part by this, whatever was asked for since the last words. */
	repart(by: '\n'): void {
		if (this.#pending !== '' && !this.#isFirm) this.#pending = by;
	}
}

/** The words outside of quotes, of one body after the other: V8 forgets what it learned of a class of which none is left. */
const ownWords = new Writer();
