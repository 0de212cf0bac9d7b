/**
A page of Hacker News (`item?id=…`) as a browser saved it: the rows of its tables as items.

The site has changed its classes little since 2010; what is read here stands in pages of every age.
*/
import {Parser} from 'htmlparser2';
import {isoOfSeconds} from '../json/dates.ts';
import type {Item} from './item.ts';

type Attributes = Readonly<Record<string, string>>;

/** Whose text is gathered, and how deep the element stands. */
type Capture = {readonly field: 'author' | 'title' | 'head' | 'under' | 'comment' | 'story'; readonly depth: number};

type Row = {
	readonly id: string;
	readonly isComment: boolean;
	indent: number;
	date: string | null;
	link: string | null;
	parent: string | null;
	story: string | null;
	raw: string | null;
	readonly texts: Record<Capture['field'], string>;
};

export type PageEvents = {
	readonly item: (item: Item) => void;
	/** The thread has more pages. */
	readonly goesOn: () => void;
};

/** Cells that indent a comment by one level are so wide, in CSS pixels. */
const indentWidth = 40;

export class PageReader {
	readonly #events: PageEvents;
	readonly #parser: Parser;
	/** The input from `#begin` on: bodies are cut out of it as they stand there. */
	#text = '';
	#begin = 0;
	#depth = 0;
	#captures: Capture[] = [];
	/** Where a body began, and how deep its element stands. */
	#body: {readonly start: number; readonly depth: number} | null = null;
	#row: Row | null = null;
	#inIndent = false;
	/** The item that the page is of. */
	#top: string | null = null;
	/** The comments above the next one, the topmost first. */
	readonly #above: {readonly indent: number; readonly id: string}[] = [];

	constructor(events: PageEvents) {
		this.#events = events;
		this.#parser = new Parser(
			{
				onopentag: (name, attributes) => this.#open(name, attributes),
				onclosetag: () => this.#close(),
				ontext: text => this.#gather(text),
			},
			{lowerCaseTags: true, lowerCaseAttributeNames: true},
		);
	}

	push(chunk: string): void {
		this.#text += chunk;
		this.#parser.write(chunk);
		const keep = this.#body?.start ?? this.#parser.endIndex;
		if (keep <= this.#begin) return;
		this.#text = this.#text.slice(keep - this.#begin);
		this.#begin = keep;
	}

	end(): void {
		this.#parser.end();
		this.#finishRow(this.#begin + this.#text.length);
	}

	#open(name: string, attributes: Attributes): void {
		this.#depth++;
		const classes = (attributes.class ?? '').split(/\s+/);
		const has = (wanted: string) => classes.includes(wanted);
		if (name === 'tr' && has('athing')) this.#startRow(attributes.id ?? '', has('comtr'));
		else if (has('morelink')) this.#events.goesOn();
		if (this.#row !== null) this.#inRow(this.#row, name, attributes, has);
	}

	#inRow(row: Row, name: string, attributes: Attributes, has: (wanted: string) => boolean): void {
		if (has('ind')) {
			this.#inIndent = true;
			row.indent = Number.parseInt(attributes.indent ?? '0', 10) || 0;
		} else if (name === 'img' && this.#inIndent) {
			row.indent ||= Math.round((Number.parseInt(attributes.width ?? '0', 10) || 0) / indentWidth);
		} else if (has('votelinks') || has('default')) {
			this.#inIndent = false;
		}
		if (has('age')) row.date ??= dateOf(attributes.title ?? '');
		if (has('hnuser')) this.#capture('author');
		if (has('comhead')) this.#capture('head');
		if (has('subtext')) this.#capture('under');
		if (has('comment')) this.#capture('comment');
		if (has('reply')) this.#captures = this.#captures.filter(({field}) => field !== 'comment');
		if (has('onstory')) this.#capture('story');
		if (name === 'a') this.#linkIn(row, attributes.href ?? '', has);
		if ((has('commtext') || has('toptext')) && this.#body === null && row.raw === null) {
			this.#body = {start: this.#parser.endIndex + 1, depth: this.#depth};
		}
		if (has('titleline') || has('titlelink') || has('storylink')) this.#capture('title');
	}

	#linkIn(row: Row, href: string, has: (wanted: string) => boolean): void {
		const item = /\bitem\?id=(\d+)$/.exec(href)?.[1] ?? null;
		const inside = new Set(this.#captures.map(({field}) => field));
		if (inside.has('story')) row.story ??= item;
		else if (inside.has('head') && item !== row.id) row.parent ??= item;
		if ((inside.has('title') || has('titlelink') || has('storylink')) && /^https?:\/\//.test(href)) row.link ??= href;
	}

	#close(): void {
		const {startIndex} = this.#parser;
		if (this.#body !== null && this.#body.depth >= this.#depth) this.#endBody(startIndex);
		this.#captures = this.#captures.filter(({depth}) => depth < this.#depth);
		this.#depth--;
	}

	#capture(field: Capture['field']): void {
		if (!this.#captures.some(capture => capture.field === field)) this.#captures.push({field, depth: this.#depth});
	}

	#gather(text: string): void {
		if (this.#row === null || this.#captures.length === 0) return;
		for (const {field} of this.#captures) this.#row.texts[field] += text;
	}

	#endBody(end: number): void {
		if (this.#body === null) return;
		if (this.#row !== null) this.#row.raw = this.#text.slice(this.#body.start - this.#begin, end - this.#begin).trim();
		this.#body = null;
	}

	#startRow(id: string, isComment: boolean): void {
		this.#finishRow(this.#parser.startIndex);
		const texts = {author: '', title: '', head: '', under: '', comment: '', story: ''};
		this.#row = {id, isComment, indent: 0, date: null, link: null, parent: null, story: null, raw: null, texts};
		this.#captures = [];
	}

	#finishRow(end: number): void {
		this.#endBody(end);
		const row = this.#row;
		if (row === null) return;
		this.#row = null;
		const {texts} = row;
		const title = row.isComment ? '' : texts.title.trim() || texts.story.replace(/^.*?\bon: /, '').trim();
		const status = row.raw === null ? /\[(?:flagged|dead|deleted)\]/.exec(texts.comment)?.[0] : undefined;
		const parent = row.isComment ? this.#parentOf(row) : row.parent;
		if (this.#top === null && !row.isComment) this.#top = row.id;
		this.#events.item({
			id: row.id,
			kind:
				status === '[deleted]' ? 'deleted' : status !== undefined || texts.head.includes('[dead]') ? 'hidden' : 'post',
			author: texts.author.trim() || null,
			date: row.date,
			likes: countIn(texts.under, /(\d+)\s+points?\b/),
			parent,
			story: row.story ?? (row.isComment ? this.#top : null),
			title: title || null,
			isStory: !row.isComment && parent === null,
			link: row.link,
			text: row.raw ?? status ?? '',
			kids: [],
			comments: countIn(texts.under, /(\d+)\s+comments?\b/),
			isOption: false,
			options: [],
		});
	}

	/** The comment that stands above this one and a level to the left; else the item that the page is of. */
	#parentOf({id, indent}: Row): string | null {
		while ((this.#above.at(-1)?.indent ?? -1) >= indent) this.#above.pop();
		const parent = this.#above.at(-1)?.id ?? this.#top;
		this.#above.push({indent, id});
		return parent;
	}
}

function countIn(text: string, pattern: RegExp): number | null {
	const digits = pattern.exec(text)?.[1];
	return digits === undefined ? null : Number(digits);
}

/** `2024-09-02T15:00:06.000000Z`; since 2024 the time is followed by the same in seconds since 1970; it is UTC. */
function dateOf(title: string): string | null {
	const [, time, zone, seconds] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z?)(?: (\d+))?$/.exec(title) ?? [];
	if (seconds !== undefined) return isoOfSeconds(Number(seconds));
	return time === undefined ? null : `${time}${zone ?? ''}`;
}
