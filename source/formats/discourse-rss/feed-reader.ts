/**
The feed reader: the items of an RSS feed and the facts of its channel, as they come.
*/
import {ShallowParser} from '../../markup/html/shallow-parser.ts';
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

/** RSS nests four deep. */
const deepest = 32;

export class FeedReader {
	readonly #events: FeedEvents;
	readonly #source = new SourceWindow();
	readonly #parser: ShallowParser;
	readonly #open: string[] = [];
	readonly #channel = new Map<string, string>();
	#item: Map<string, string> | null = null;
	#itemLine = 1;
	#words: string[] = [];
	#isCut = true;

	constructor(events: FeedEvents) {
		this.#events = events;
		this.#parser = new ShallowParser(
			{
				open: (name, _attributes, isVoid) => {
					if (!isVoid) this.#begin(name);
				},
				close: (name, isImplied) => this.#close(name, isImplied),
				text: words => {
					if (this.#item !== null || this.#open.length === 3) this.#words.push(words);
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

	#begin(name: string): void {
		// An item in an item: the end tag of the one before is lost.
		if (name === 'item') {
			this.#finishItem(true);
			this.#item = new Map();
			this.#itemLine = this.#source.lineAt(this.#parser.startIndex);
		}
		this.#open.push(name);
		this.#words = [];
	}

	#close(name: string, isImplied: boolean): void {
		this.#open.pop();
		const facts = this.#item ?? this.#channel;
		if (name === 'item') this.#finishItem(isImplied);
		else if (!facts.has(name) && this.#words.length > 0) facts.set(name, this.#words.join('').trim());
		this.#words = [];
		if (name === 'rss' && !isImplied) this.#isCut = false;
	}

	#finishItem(isCut: boolean): void {
		const item = this.#item;
		this.#item = null;
		if (item !== null) this.#events.item(item, this.#channel, this.#itemLine, isCut);
	}
}
