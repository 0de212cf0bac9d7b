/**
Bodies: the blocks of posts, read when somebody asks and kept while there is room.

Reading a body again costs less than keeping all of them: a dump can hold a million.
*/
import {type Block, type Body, makeBody} from './body.ts';
import type {BodyReader, Dump} from './dump.ts';
import type {Post} from './post.ts';
import {Recent} from './recent.ts';
import {safeBlocks} from './safe-blocks.ts';

/**
Bodies kept: some screens full, and what context looks at again. They are so few that V8 drops them while they are
young; of four thousand it moves every single one to where only big collections take it away.
*/
const mostKept = 128;

/** Stands for a body that is being read. */
const unread: Body = makeBody([]);

export class Bodies {
	readonly #read: BodyReader;
	readonly #kept = new Recent<Post, Body>(mostKept);
	/** Those that must stay, or `null` while none has to. */
	#stay: Map<Post, Body> | null = null;
	readonly #pending = new Map<Post, Promise<void>>();
	readonly #listeners = new Set<() => void>();

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
		// What is read at once can be read again at once: only the others must be kept.
		const slow = posts.filter(post => post.markup === 'mail');
		if (slow.length === 0) return;
		this.#stay ??= new Map();
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

	#known(post: Post): Body | undefined {
		return this.#stay?.get(post) ?? this.#kept.get(post);
	}

	#keep(post: Post, blocks: readonly Block[]): void {
		const body = makeBody(safeBlocks(blocks));
		if (this.#stay === null) this.#kept.set(post, body);
		else this.#stay.set(post, body);
	}
}
