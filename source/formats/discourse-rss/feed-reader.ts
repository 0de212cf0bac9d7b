/**
The feed reader: the items of a feed and the facts of its channel, as they come. RSS 0.91 to 2.0, and the entries
of Atom (RFC 4287) by the same names.
*/
import {type Attributes, ShallowParser} from '../../markup/html/shallow-parser.ts';
import {SourceWindow} from '../discourse-html/source-window.ts';

/** What an item, or the channel, says: the words of its elements by their names. */
export type FeedFacts = ReadonlyMap<string, string>;

export type FeedEvents = {
	/**
	@param channel - What the feed has said of itself so far.
	@param isCut - The feed ends in the middle of the item.
	*/
	readonly item: (facts: FeedFacts, channel: FeedFacts, line: number, isCut: boolean) => void;
	/** The feed has ended; @param isCut - before its end tag. */
	readonly end: (channel: FeedFacts, isCut: boolean) => void;
};

/** RSS nests four deep, Atom as deep as the XHTML in it. */
const deepest = 32;

/** What holds the channel's own facts, by the first element. */
const factsDepth = new Map([
	['rss', 3],
	['rdf:RDF', 3],
	['feed', 2],
]);

export class FeedReader {
	readonly #events: FeedEvents;
	readonly #source = new SourceWindow();
	readonly #parser: ShallowParser;
	readonly #open: string[] = [];
	readonly #channel = new Map<string, string>();
	#item: Map<string, string> | null = null;
	#itemLine = 1;
	#words: string[] = [];
	/** How many elements are open around XHTML, which is kept as it is written; 0 outside. */
	#markupDepth = 0;
	#isCut = true;

	constructor(events: FeedEvents) {
		this.#events = events;
		this.#parser = new ShallowParser(
			{
				open: (name, attributes, isVoid) => {
					if (!isVoid) this.#begin(name, attributes);
				},
				close: (name, isImplied) => this.#close(name, isImplied),
				text: words => {
					if (this.#markupDepth > 0) this.#words.push(escaped(words));
					else if (this.#item !== null || this.#open.length === factsDepth.get(this.#open[0] ?? ''))
						this.#words.push(words);
				},
			},
			{deepest, xmlMode: true},
		);
	}

	push(chunk: string): void {
		this.#source.push(chunk);
		this.#parser.write(chunk);
		this.#source.letGo(this.#parser.startIndex);
	}

	end(): void {
		this.#parser.end();
		this.#events.end(this.#channel, this.#isCut);
	}

	#begin(name: string, attributes: Attributes): void {
		if (this.#markupDepth > 0) {
			const href = attributes.href ?? attributes.src;
			const address = href === undefined ? '' : ` ${name === 'img' ? 'src' : 'href'}="${escaped(href)}"`;
			this.#words.push(`<${name}${address}>`);
			this.#open.push(name);
			return;
		}
		// An item in an item: the end tag of the one before is lost.
		if (name === 'item' || name === 'entry') {
			this.#finishItem(true);
			this.#item = new Map();
			this.#itemLine = this.#source.lineAt(this.#parser.startIndex);
		}
		this.#open.push(name);
		this.#words = [];
		this.#readAttributes(name, attributes);
		if (attributes.type === 'xhtml') this.#markupDepth = this.#open.length;
	}

	/** Atom says some things in attributes: where an entry stands, and (RFC 4685) what it answers. */
	#readAttributes(name: string, {href, rel, ref}: Attributes): void {
		const facts = this.#item ?? this.#channel;
		const isOwn = rel === undefined || rel === 'alternate';
		if (name === 'link' && href !== undefined && isOwn && !facts.has('link')) facts.set('link', href.trim());
		if (name === 'thr:in-reply-to' && ref !== undefined) facts.set(name, ref.trim());
	}

	#close(name: string, isImplied: boolean): void {
		if (this.#markupDepth > 0 && this.#open.length > this.#markupDepth) {
			this.#open.pop();
			this.#words.push(`</${name}>`);
			return;
		}
		this.#markupDepth = 0;
		this.#open.pop();
		const facts = this.#item ?? this.#channel;
		if (name === 'item' || name === 'entry') this.#finishItem(isImplied);
		else if (!facts.has(name) && this.#words.length > 0) facts.set(name, this.#words.join('').trim());
		this.#words = [];
		if (factsDepth.has(name) && this.#open.length === 0 && !isImplied) this.#isCut = false;
	}

	#finishItem(isCut: boolean): void {
		const item = this.#item;
		this.#item = null;
		if (item !== null) this.#events.item(item, this.#channel, this.#itemLine, isCut);
	}
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
