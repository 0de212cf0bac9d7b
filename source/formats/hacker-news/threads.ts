/**
Threads of Hacker News: items in order, written as posts.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import type {Item} from './item.ts';
import type {Entry} from './item-tree.ts';

type Thread = {title: string | null; source: string | null; posts: number; stated: number};

export class Threads {
	readonly #builder: DumpBuilder;
	readonly #threads = new Map<string, Thread>();
	/** Of each item: its thread. */
	readonly #threadOf = new Map<string, string>();
	/** Of each item that came before its parent: the parent. */
	readonly #orphans = new Map<string, string>();

	constructor(builder: DumpBuilder) {
		this.#builder = builder;
	}

	/**
	Write an item or what is absent.

	@param line - The line that states it, from 1, or `null`.
	*/
	add(entry: Entry, line: number | null = null): void {
		if ('absent' in entry) this.#missing(entry.absent, entry.parent);
		else this.#post(entry, line);
	}

	/** Give what came before its parents its thread, and tell what is lacking. */
	finish(): void {
		if (this.#orphans.size > 0) this.#joinThreads();
		for (const [id, {posts, stated}] of this.#threads) {
			if (stated <= posts - 1) continue;
			const message = `${stated} comments of ${id} are counted, ${Math.max(0, posts - 1)} are here`;
			this.#builder.problem({level: 'warning', line: null, post: null, message});
		}
	}

	has(id: string): boolean {
		return this.#threadOf.has(id);
	}

	#post(item: Item, line: number | null): void {
		const above = item.parent === null ? undefined : this.#threadOf.get(item.parent);
		const id = above ?? item.story ?? item.id;
		if (item.parent !== null && above === undefined) this.#orphans.set(item.id, item.parent);
		const thread = this.#thread(id);
		thread.posts++;
		thread.stated = Math.max(thread.stated, item.comments ?? 0);
		if (!this.#threadOf.has(item.id)) this.#threadOf.set(item.id, id);
		this.#builder.add({
			id: item.id,
			topic: id,
			number: thread.posts,
			kind: item.kind,
			author: item.author,
			date: item.date,
			likes: item.likes,
			parent: item.parent,
			line,
			markup: 'html',
			raw: bodyOf(item),
		});
		if (thread.title !== null || item.title === null) return;
		thread.title = item.title;
		thread.source = item.link;
		this.#builder.topic(id, {title: item.title, url: addressOf(id)});
		if (this.#threads.size === 1) this.#tellHead(id);
	}

	#tellHead(id: string): void {
		const {title = null, source = null} = this.#threads.get(id) ?? {};
		this.#builder.head({title, url: title === null ? null : addressOf(id), source});
	}

	#missing(absent: readonly string[], parent: string): void {
		this.#builder.add({
			id: `missing-${absent[0] ?? parent}`,
			topic: this.#threadOf.get(parent) ?? parent,
			kind: 'missing',
			parent,
			count: absent.length,
			markup: 'plain',
			raw: '',
		});
	}

	#thread(id: string): Thread {
		const known = this.#threads.get(id);
		if (known !== undefined) return known;
		const thread: Thread = {title: null, source: null, posts: 0, stated: 0};
		this.#threads.set(id, thread);
		if (this.#threads.size === 2) this.#builder.head({title: null, url: null, source: null});
		return thread;
	}

	/** A thread that begins with an item whose parent came later is a part of the parent's. */
	#joinThreads(): void {
		const counts = new Map<string, number>();
		// Asked first, while every item still has its old thread.
		const joined = [...this.#threadOf].map(([id, old]) => [id, this.#threadOf.get(this.#rootOf(old)) ?? old] as const);
		for (const [id, thread] of joined) {
			this.#threadOf.set(id, thread);
			const number = (counts.get(thread) ?? 0) + 1;
			counts.set(thread, number);
			this.#builder.revise(id, {topic: thread, number});
		}
		for (const [id, thread] of [...this.#threads]) {
			const posts = counts.get(id);
			if (posts === undefined) this.#threads.delete(id);
			else thread.posts = posts;
		}
		const [only, ...others] = this.#threads.keys();
		if (only !== undefined && others.length === 0) this.#tellHead(only);
	}

	/** The topmost item above one, going up through those that came late; in a circle, any of it. */
	#rootOf(id: string): string {
		const path = new Set<string>();
		let root = id;
		for (let next = this.#orphans.get(root); next !== undefined; next = this.#orphans.get(root)) {
			if (path.has(root) || !this.#threadOf.has(next)) break;
			path.add(root);
			// What stands in one thread has one root.
			root = this.#threadOf.get(next) ?? next;
		}
		for (const below of path) if (below !== root) this.#orphans.set(below, root);
		return root;
	}
}

function addressOf(id: string): string {
	return `https://news.ycombinator.com/item?id=${id}`;
}

function bodyOf({link, text, options}: Item): string {
	return link === null && options.length === 0 ? text : linkTo(link) + text + poll(options);
}

/** What a story shows besides its title is its link. */
function linkTo(link: string | null): string {
	if (link === null) return '';
	const url = escaped(link);
	return `<p><a href="${url}">${url}</a></p>`;
}

/** A poll as the HTML of other forums writes it. */
function poll(options: readonly Item[]): string {
	if (options.length === 0) return '';
	const items = options.map(
		({id, text, likes}) => `<li data-poll-option-id="${escaped(id)}" data-votes="${likes ?? ''}">${text}</li>`,
	);
	return `<div class="poll"><ul>${items.join('')}</ul></div>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
