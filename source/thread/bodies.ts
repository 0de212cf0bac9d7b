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
	/** Of those that cannot be read at once, all that came since `prepareAll`. */
	readonly #held = new Map<Post, Body>();
	/** Those that could not be read at once. */
	readonly #late = new WeakSet<Post>();
	readonly #pending = new Map<Post, Promise<void>>();
	readonly #listeners = new Set<() => void>();
	#holds = false;

	constructor(read: BodyReader) {
		this.#read = read;
	}

	/** See `Dump.body`. */
	body(post: Post, dump: Dump): Body {
		const known = this.#known(post);
		if (known !== undefined) return known;
		return this.prepare(post, dump) === null ? (this.#known(post) ?? unread) : unread;
	}

	/** See `Dump.prepare`. */
	prepare(post: Post, dump: Dump): Promise<void> | null {
		if (this.#known(post) !== undefined) return null;
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
		this.#holds = true;
		for (const post of posts) {
			// Mail alone can be such that it is read later; what is read at once can be read again at once.
			const reading = post.markup === 'mail' ? this.prepare(post, dump) : null;
			if (reading !== null) await reading;
			const body = this.#late.has(post) ? this.#kept.get(post) : undefined;
			if (body !== undefined) this.#held.set(post, body);
		}
	}

	/** See `Dump.whenPrepared`. */
	whenPrepared(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	#arrived(post: Post, blocks: readonly Block[]): void {
		this.#pending.delete(post);
		this.#late.add(post);
		const body = this.#keep(post, blocks);
		if (this.#holds) this.#held.set(post, body);
		for (const listener of this.#listeners) listener();
	}

	#known(post: Post): Body | undefined {
		return this.#kept.get(post) ?? this.#held.get(post);
	}

	#keep(post: Post, blocks: readonly Block[]): Body {
		const body = makeBody(safeBlocks(blocks));
		this.#kept.set(post, body);
		if (this.#kept.size > mostKept) {
			// The first half was read longest ago.
			let drop = mostKept / 2;
			for (const old of this.#kept.keys()) {
				if (drop-- <= 0) break;
				this.#kept.delete(old);
			}
		}
		return body;
	}
}
