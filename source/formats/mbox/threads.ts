/**
Threads: which messages belong together, told while they come.

After Jamie Zawinski's message threading (https://www.jwz.org/doc/threading.html), without its
empty containers: a message and all that it refers to are one thread, whether those are in the
file or not; an answer that refers to nothing known belongs to the thread of its subject. What
comes later can join two threads, so what was said of a post may be revised.
*/
import {detached} from '../../text/detached.ts';
import type {DumpBuilder} from '../../thread/dump.ts';
import type {Post, PostId} from '../../thread/post.ts';
import {isReply, subjectKey, threadSubject} from './subject.ts';

/** What a message says of its place. Ids are without brackets and safe; they may be slices of the input. */
export type Links = {
	readonly id: string | null;
	/** The messages before it in its thread, the one it answers last. */
	readonly references: readonly string[];
	/** What it says to answer. */
	readonly inReplyTo: readonly string[];
	readonly subject: string;
};

export type Place = Pick<Post, 'topic' | 'number' | 'parent' | 'parentBasis'> & {
	/** As the message states it, in memory of its own. */
	readonly id: PostId | null;
	/** Whether the subject is not that of the message it answers, or else of the thread. */
	readonly renamed: boolean;
};

/** `posts`: positions in the file, in the order of the file unless `mixed`. */
type Thread = {readonly id: string; title: string; key: string; first: number; posts: number[]; mixed: boolean};
/**
A message known by its id. `up` leads to the one that stands for all of its thread; `post` is its position, `null`
if it is not in the file so far.
*/
type Node = {
	readonly id: PostId | null;
	up: Node | null;
	thread: Thread | null;
	post: number | null;
	waiting: Waiting[] | null;
};
/** A post whose parent is not the nearest that it names, as that is not in the file yet. */
type Waiting = {readonly position: number; readonly rank: number};

/** A subject, and the first message with it. */
type Subject = {readonly key: string; readonly post: number; readonly node: Node};

type Orphan = {readonly position: number; readonly node: Node; readonly key: string; readonly rank: number};

/** Subjects remembered at once: most come again and again. */
const mostSubjects = 1 << 12;
/** Of a long list of references these are looked at, from its end, besides the first. */
const mostReferences = 64;
/** Posts revised in one slice of work. */
const slice = 500;

/** Threads of one file. */
export class Threads {
	readonly #builder: DumpBuilder;
	readonly #nodes = new Map<string, Node>();
	readonly #remembered = new Map<string, {readonly key: string; readonly isReply: boolean}>();
	/** By the subject: the first message with it. */
	readonly #subjects = new Map<string, Subject>();
	/** Of every post in order. */
	readonly #ids: PostId[] = [];
	readonly #keys: string[] = [];
	/** Of a waiting post: how near the message is that it answers so far; 0 is the nearest. */
	readonly #ranks = new Map<number, number>();
	/** Posts that name none of the messages before them. */
	readonly #orphans: Orphan[] = [];
	readonly #live = new Set<Thread>();
	/** What others of its thread name: the farthest message that the first one names; its own id, if it answers nothing. */
	#origin: string | null = null;
	#count = 0;

	constructor(builder: DumpBuilder) {
		this.#builder = builder;
	}

	/** Find the place of the next message. `added` must follow. */
	place(links: Links): Place {
		const position = this.#ids.length;
		const node = this.#nodeOf(links.id);
		const references = this.#others(nearest(links.references), node);
		const inReplyTo = this.#others(links.inReplyTo, node);
		if (position === 0) this.#origin = (references[0] ?? inReplyTo[0])?.id ?? (isReply(links.subject) ? null : node.id);
		let root = rootOf(node);
		for (const other of references) root = this.#join(root, rootOf(other));
		for (const other of inReplyTo) root = this.#join(root, rootOf(other));

		const {key, isReply: answers} = this.#keyOf(links.subject);
		const candidates = parents(references, inReplyTo);
		const rank = candidates.findIndex(({post}) => post !== null);
		let parent = candidates[Math.max(rank, 0)]?.id ?? null;
		let parentBasis: Post['parentBasis'] = parent === null ? null : 'stated';
		const namesake = key === '' ? undefined : this.#subjects.get(key);
		if (namesake !== undefined && parent === null && answers) {
			root = this.#join(root, rootOf(namesake.node));
			parent = this.#ids[namesake.post] ?? null;
			parentBasis = 'subject';
		}
		if (rank === -1 && parentBasis === 'stated') this.#orphans.push({position, node, key, rank: candidates.length});
		if (namesake === undefined && key !== '') this.#subjects.set(key, {key, post: position, node});
		this.#keys.push(namesake?.key ?? key);
		this.#wait(position, candidates, rank);
		if (node.post === null) this.#arrived(node, position);

		const known = root.thread;
		known?.posts.push(position);
		const thread = known ?? this.#open(root, links.subject, key, position);
		const answered = candidates[rank]?.post ?? null;
		const former = answered === null ? thread.key : this.#keys[answered];
		return {id: node.id, topic: thread.id, number: thread.posts.length, parent, parentBasis, renamed: former !== key};
	}

	/** @param id - As the builder has kept it. */
	added(id: PostId): void {
		this.#ids.push(id);
	}

	/**
	Nothing more comes. A message alone has its thread named after what others name in other files. Posts that name
	only messages that are not here join the thread of their subject; then the posts of joined threads are numbered in
	the order of the file. In slices of a few milliseconds.
	*/
	*finish(): Generator<void, void, undefined> {
		const [only, ...others] = this.#live;
		if (only !== undefined && others.length === 0 && this.#ids.length === 1 && this.#origin !== null) {
			this.#builder.topic(this.#origin, {title: only.title});
			this.#revise(0, {topic: this.#origin});
			return;
		}
		let work = 0;
		for (const {position, node, key, rank} of this.#orphans) {
			const namesake = this.#ranks.get(position) === rank ? this.#subjects.get(key) : undefined;
			if (namesake !== undefined) this.#join(rootOf(node), rootOf(namesake.node));
			if (++work % slice === 0) yield;
		}
		for (const thread of this.#live) {
			if (!thread.mixed) continue;
			thread.posts.sort((first, second) => first - second);
			for (const [index, position] of thread.posts.entries()) {
				this.#revise(position, {number: index + 1});
				if (++work % slice === 0) yield;
			}
		}
	}

	#nodeOf(id: string | null): Node {
		const known = id === null ? undefined : this.#nodes.get(id);
		if (known !== undefined) return known;
		const own = id === null ? null : detached(id);
		const node: Node = {id: own, up: null, thread: null, post: null, waiting: null};
		if (own !== null) this.#nodes.set(own, node);
		return node;
	}

	/** The messages of ids, without the one that names them. */
	#others(ids: readonly string[], self: Node): readonly Node[] {
		return ids.length === 0 ? [] : ids.map(id => this.#nodeOf(id)).filter(node => node !== self);
	}

	#keyOf(subject: string): {readonly key: string; readonly isReply: boolean} {
		const known = this.#remembered.get(subject);
		if (known !== undefined) return known;
		if (this.#remembered.size >= mostSubjects) this.#remembered.clear();
		const facts = {key: subjectKey(subject), isReply: isReply(subject)};
		this.#remembered.set(subject, facts);
		return facts;
	}

	#open(root: Node, subject: string, key: string, position: number): Thread {
		const title = threadSubject(subject);
		const id = String(++this.#count);
		// The list is made for one post: most threads of a large file hold few, and there can be a million of them.
		const thread: Thread = {id, title, key, first: position, posts: [position], mixed: false};
		root.thread = thread;
		this.#live.add(thread);
		this.#name(thread);
		return thread;
	}

	/** Make two threads one: the larger takes in the smaller, so that each post moves only a few times. */
	#join(first: Node, second: Node): Node {
		if (first === second) return first;
		const [large, small] = sizeOf(first) >= sizeOf(second) ? [first, second] : [second, first];
		small.up = large;
		const from = small.thread;
		small.thread = null;
		const into = large.thread;
		if (from === null) return large;
		if (into === null) {
			large.thread = from;
			return large;
		}
		for (const position of from.posts) {
			into.posts.push(position);
			this.#revise(position, {topic: into.id, number: into.posts.length});
		}
		into.mixed = true;
		if (from.first < into.first) {
			into.first = from.first;
			into.title = from.title;
			into.key = from.key;
		}
		this.#live.delete(from);
		this.#name(into);
		return large;
	}

	#name(thread: Thread): void {
		this.#builder.topic(thread.id, {title: thread.title});
		this.#builder.head({title: this.#live.size === 1 && thread.title !== '' ? thread.title : null});
	}

	#wait(position: number, candidates: readonly Node[], rank: number): void {
		const missing = rank === -1 ? candidates : candidates.slice(0, rank);
		if (missing.length > 0) this.#ranks.set(position, missing.length);
		for (const [nearness, node] of missing.entries()) {
			node.waiting ??= [];
			node.waiting.push({position, rank: nearness});
		}
	}

	/** A message that others have named has come: it is nearer to some of them than what they answer so far. */
	#arrived(node: Node, position: number): void {
		node.post = position;
		if (node.waiting === null) return;
		for (const {position: answer, rank} of node.waiting) {
			if (rank >= (this.#ranks.get(answer) ?? 0)) continue;
			this.#ranks.set(answer, rank);
			this.#revise(answer, {parent: node.id, parentBasis: 'stated'});
		}
		node.waiting = null;
	}

	#revise(position: number, facts: Parameters<DumpBuilder['revise']>[1]): void {
		const id = this.#ids[position];
		if (id !== undefined) this.#builder.revise(id, facts);
	}
}

/** Of a long list of references the first and the last ones. */
function nearest(references: readonly string[]): readonly string[] {
	return references.length > mostReferences
		? [...references.slice(0, 1), ...references.slice(1 - mostReferences)]
		: references;
}

/** What a message may answer, the surest first: the last reference, then what it says to answer, then those before. */
function parents(references: readonly Node[], inReplyTo: readonly Node[]): readonly Node[] {
	if (references.length + inReplyTo.length < 2) return references.length === 0 ? inReplyTo : references;
	const back = references.toReversed();
	return [...new Set([...back.slice(0, 1), ...inReplyTo, ...back.slice(1)])];
}

/** @returns Who stands for the thread, the way there made shorter. */
function rootOf(node: Node): Node {
	let at = node;
	while (at.up !== null) {
		if (at.up.up !== null) at.up = at.up.up;
		at = at.up;
	}
	return at;
}

function sizeOf(node: Node): number {
	return node.thread?.posts.length ?? 0;
}
