/**
Bodies: the blocks of posts, read when somebody asks and kept while there is room.

Reading a body again costs less than keeping all of them: a dump can hold a million.
*/
import {type Block, type Body, makeBody} from './body.ts';
import type {BodyReader, Dump} from './dump.ts';
import type {Post} from './post.ts';
import {safeBlocks} from './safe-blocks.ts';

/** Bodies kept: many screens full, and what search and context look at again and again. */
const mostKept = 4096;

/** Stands for a body that is being read. */
const unread: Body = makeBody([]);

export class Bodies {
	readonly #read: BodyReader;
	/** In the order of their last use, the oldest first. */
	readonly #kept = new Map<Post, Body>();
	readonly #pending = new Map<Post, Promise<void>>();
	readonly #listeners = new Set<() => void>();
	#keepsAll = false;

	constructor(read: BodyReader) {
		this.#read = read;
	}

	/** See `Dump.body`. */
	body(post: Post, dump: Dump): Body {
		const kept = this.#kept.get(post);
		if (kept !== undefined) return kept;
		return this.prepare(post, dump) === null ? (this.#kept.get(post) ?? unread) : unread;
	}

	/** See `Dump.prepare`. */
	prepare(post: Post, dump: Dump): Promise<void> | null {
		if (this.#kept.has(post)) return null;
		const pending = this.#pending.get(post);
		if (pending !== undefined) return pending;
		const blocks = this.#read(post, dump);
		if (!(blocks instanceof Promise)) {
			this.#keep(post, blocks);
			return null;
		}
		const reading = blocks.then(
			later => this.#arrived(post, later),
			() => this.#arrived(post, []),
		);
		this.#pending.set(post, reading);
		return reading;
	}

	/** See `Dump.prepareAll`. */
	async prepareAll(posts: readonly Post[], dump: Dump): Promise<void> {
		// What is read at once can be read again at once: only the others must be kept.
		const slow = posts.filter(post => post.markup === 'mail');
		if (slow.length === 0) return;
		this.#keepsAll = true;
		for (const post of slow) await this.prepare(post, dump);
	}

	/** See `Dump.whenPrepared`. */
	whenPrepared(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	#arrived(post: Post, blocks: readonly Block[]): void {
		this.#pending.delete(post);
		this.#keep(post, blocks);
		for (const listener of this.#listeners) listener();
	}

	#keep(post: Post, blocks: readonly Block[]): void {
		this.#kept.set(post, makeBody(safeBlocks(blocks)));
		if (this.#keepsAll || this.#kept.size <= mostKept) return;
		// The first half was read longest ago.
		let drop = mostKept / 2;
		for (const old of this.#kept.keys()) {
			if (drop-- <= 0) break;
			this.#kept.delete(old);
		}
	}
}
