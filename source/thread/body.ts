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
@returns The body; the same blocks give the same body. Never throws.
*/
export function makeBody(blocks: readonly Block[]): Body {
	const own = new Writer();
	const quotes: {text: string; source: QuoteSource | null; block: QuoteBlock; place: Place}[] = [];
	const links: Link[] = [];
	const images: Image[] = [];
	const places = new Map<object, Place>();

	function inlines(children: readonly Inline[], out: Writer, quote: number): void {
		for (const child of children) {
			switch (child.type) {
				case 'text':
				case 'code':
					places.set(child, {quote, start: out.write(child.text)});
					break;
				case 'mention':
					places.set(child, {quote, start: out.write(`@${child.name}`)});
					break;
				case 'image': {
					const place = {quote, start: out.write(imageLabel(child.alt))};
					images.push({alt: child.alt, url: child.url, place});
					places.set(child, place);
					break;
				}
				case 'break':
					out.write('\n');
					break;
				case 'link': {
					const start = out.length;
					inlines(child.children, out, quote);
					links.push(linkSince(start, child.url, out, quote));
					break;
				}
				case 'strong':
				case 'emphasis':
				case 'strike':
				case 'spoiler':
					inlines(child.children, out, quote);
					break;
			}
		}
	}

	function line(children: readonly Inline[], out: Writer, quote: number): void {
		inlines(children, out, quote);
		out.part();
	}

	function walk(list: readonly Block[], out: Writer, quote: number): void {
		for (const block of list) {
			switch (block.type) {
				case 'paragraph':
				case 'heading':
					line(block.children, out, quote);
					break;
				case 'code':
					places.set(block, {quote, start: out.write(block.text)});
					out.part();
					break;
				case 'list':
					block.items.forEach((item, index) => {
						out.write(listMarker(block, index));
						walk(item, out, quote);
						out.repart('\n');
					});
					out.part();
					break;
				case 'table':
					for (const row of [block.head, ...block.rows]) {
						row.forEach((cell, index) => {
							if (index > 0) out.write('\t');
							inlines(cell, out, quote);
						});
						out.part('\n');
					}
					out.part();
					break;
				case 'details':
				case 'preview': {
					const title = block.type === 'details' ? block.summary : block.title;
					const before = out.length;
					places.set(block, {quote, start: out.write(title)});
					if (block.type === 'preview' && block.url !== null) links.push(linkSince(before, block.url, out, quote));
					out.part('\n');
					walk(block.children, out, quote);
					out.part();
					break;
				}
				case 'poll':
					if (block.title !== null) {
						places.set(block, {quote, start: out.write(block.title)});
						out.part('\n');
					}
					for (const option of block.options) {
						places.set(option, {quote, start: out.write(option.text)});
						out.part('\n');
					}
					out.part();
					break;
				case 'signature':
					walk(block.children, out, quote);
					break;
				case 'quote': {
					const index = quotes.length;
					const entry = {text: '', source: block.source, block, place: {quote, start: out.length}};
					quotes.push(entry);
					const words = new Writer();
					walk(block.children, words, index);
					entry.text = words.text;
					out.part('\n\n', 'firm');
					break;
				}
				case 'rule':
					out.part();
					break;
			}
		}
	}

	walk(blocks, own, -1);
	return {blocks, text: own.text, quotes, links, images, places};
}

/** What stands before an item in plain text and on screen: `3. ` or `• `. */
export function listMarker(list: Extract<Block, {type: 'list'}>, index: number): string {
	return list.ordered ? `${list.start + index}. ` : '• ';
}

/** A link over the words written since a place, without the parting and the white space before them. */
function linkSince(start: number, url: string, out: Writer, quote: number): Link {
	const text = out.text.slice(start).trimStart();
	return {text, url, place: {quote, start: out.length - text.length}};
}

/** Text that grows; a parting is written only when words follow it, the widest asked for. */
class Writer {
	text = '';
	#pending = '';
	#isFirm = false;

	get length(): number {
		return this.text.length;
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
