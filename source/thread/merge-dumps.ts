/**
Merging: several dumps as one.

Files of one thread become one thread, in the order of its numbers or dates, what stands in
several of them once; different threads become topics. Ids stay as they are unless they
clash. Every body is still read by the dump it came from.
*/
import {stillAbsent} from './absent-numbers.ts';
import {type Body, makeBody} from './body.ts';
import type {Dump, Problem, Topic} from './dump.ts';
import type {Post, PostId} from './post.ts';
import {findThreads, hasGlobalId, type Thread} from './same-thread.ts';
import {inThreadOrder, type Placed} from './thread-order.ts';

/** What `Dump.format` says where the dumps were not read as the same. */
export const severalFormats = 'several';

/**
Merge dumps.

@param dumps - Snapshots of what was read, in the order of the inputs. They stay as they are.
@param names - What each input is called in problems.
@returns A snapshot of all of them. A post that is the same in later snapshots of the same dumps stays the same
	object. Never throws.
*/
export function mergeDumps(dumps: readonly Dump[], names: readonly string[]): Dump {
	const [only] = dumps;
	if (only !== undefined && dumps.length === 1) {
		return {...only, problems: only.problems.map(problem => named(problem, names[0]))};
	}
	const threads = findThreads(dumps);
	const merging = new Merging(dumps, threads);
	const posts = merging.posts();
	const index = new Map(posts.map((post, at) => [post.id, at]));
	const topics = topicsOf(threads, merging.topicIds, posts);
	const [topic] = topics;
	const same = <Value>(values: readonly Value[]) => (new Set(values).size === 1 ? (values[0] ?? null) : null);
	const sources = dumps.map(dump => dump.source).filter(source => source !== null);
	const origin = (post: Post) =>
		merging.origins.get(post) ?? merging.origins.get(posts[index.get(post.id) ?? -1] ?? post);
	return {
		title: topics.length === 1 ? (topic?.title ?? null) : same(dumps.map(dump => dump.title)),
		url: topics.length === 1 ? (topic?.url ?? null) : same(dumps.map(dump => dump.url)),
		source: same(sources),
		format: same(dumps.map(dump => dump.format)) ?? severalFormats,
		topics,
		posts,
		problems: dumps.flatMap((dump, at) => [
			...dump.problems.flatMap(problem => {
				const post = problem.post === null ? null : merging.idOf(at, problem.post);
				return merging.stillTrue(at, problem.message).map(message => named({...problem, post, message}, names[at]));
			}),
			...merging.problemsOf(at).map(problem => named(problem, names[at])),
		]),
		complete: dumps.every(dump => dump.complete),
		bytes: dumps.reduce((sum, dump) => sum + dump.bytes, 0),
		indexOf: id => index.get(id) ?? -1,
		body: post => {
			const from = origin(post);
			return from === undefined ? unknown : from.dump.body(from.post);
		},
		prepare: post => {
			const from = origin(post);
			return from === undefined ? null : from.dump.prepare(from.post);
		},
		prepareAll: async () => {
			for (const dump of dumps) await dump.prepareAll();
		},
		whenPrepared: listener => {
			const stops = dumps.map(dump => dump.whenPrepared(listener));
			return () => {
				for (const stop of stops) stop();
			};
		},
	};
}

const unknown: Body = makeBody([]);

function named(problem: Problem, name = ''): Problem {
	return {...problem, message: `${name}: ${problem.message}`};
}

function topicsOf(threads: readonly Thread[], ids: readonly string[], posts: readonly Post[]): readonly Topic[] {
	const counts = new Map<string, number>();
	for (const {topic} of posts) counts.set(topic, (counts.get(topic) ?? 0) + 1);
	return threads.map(({parts}, at) => {
		const id = ids[at] ?? '';
		const first = (fact: 'title' | 'url') => parts.find(({topic}) => topic[fact] !== null)?.topic[fact] ?? null;
		return {id, title: first('title'), url: first('url'), posts: counts.get(id) ?? 0};
	});
}

type Origin = {readonly dump: Dump; readonly post: Post};

/** A post on its way into the merged dump. */
type Entry = Origin & Placed & {readonly thread: number; readonly id: PostId};

/** Copies made of posts whose facts had to change. The latest is kept, for a later snapshot asks for the same. */
const copies = new WeakMap<Post, Post>();

type Numbers = {readonly all: readonly number[]; readonly greatest: ReadonlyMap<number, number>};

class Merging {
	readonly topicIds: readonly string[];
	/** Of every post returned: the dump that reads its body, and the post as that dump has it. */
	readonly origins = new Map<Post, Origin>();
	readonly #threads: readonly Thread[];
	/** Of each dump: the thread of its topics, and what their numbers are moved by. */
	readonly #places: readonly Map<string, {readonly thread: number; readonly shift: number; readonly guess: boolean}>[];
	readonly #ids: readonly Map<PostId, PostId>[];
	readonly #entries: Entry[] = [];
	readonly #byId = new Map<PostId, Entry>();
	readonly #byNumber = new Map<string, Entry>();
	/** Ids as the files of a thread have them. */
	readonly #inThread = new Map<string, PostId>();
	readonly #repeated: number[];
	readonly #numbers = new Map<number, Numbers>();
	readonly #clashes: Problem[][];

	constructor(dumps: readonly Dump[], threads: readonly Thread[]) {
		this.#threads = threads;
		this.topicIds = uniqueTopics(threads);
		this.#places = dumps.map(() => new Map());
		this.#ids = dumps.map(() => new Map());
		this.#repeated = dumps.map(() => 0);
		this.#clashes = dumps.map(() => []);
		for (const [thread, {parts, guessed}] of threads.entries()) {
			for (const part of parts) {
				const place = {thread, shift: guessed.get(part) ?? 0, guess: guessed.has(part)};
				this.#places[part.dump]?.set(part.topic.id, place);
			}
		}
		for (const [at, dump] of dumps.entries()) for (const post of dump.posts) this.#add(post, dump, at);
	}

	/** What a post of a dump is called now. */
	idOf(at: number, id: PostId): PostId {
		return this.#ids[at]?.get(id) ?? id;
	}

	problemsOf(at: number): readonly Problem[] {
		const said: Problem[] = [...(this.#clashes[at] ?? [])];
		const warn = (message: string) => said.push({level: 'warning', line: null, post: null, message});
		const repeated = this.#repeated[at] ?? 0;
		if (repeated > 0)
			warn(`${repeated} ${repeated === 1 ? 'post stands' : 'posts stand'} in a file before, too: kept once`);
		for (const {thread, guess} of this.#places[at]?.values() ?? []) {
			const title = this.#threads[thread]?.parts.find(({topic}) => topic.title !== null)?.topic.title;
			if (guess) warn(`it has no title: taken for a later page of ${title ?? 'the file before'}`);
		}
		return said;
	}

	/** What of a message is true of all inputs together: what one lacks, another may hold. */
	stillTrue(at: number, message: string): readonly string[] {
		const [place, ...others] = this.#places[at]?.values() ?? [];
		if (place === undefined || others.length > 0 || place.shift !== 0) return [message];
		const here = this.#numbersOf(place.thread);
		return stillAbsent(message, here.all, here.greatest.get(at) ?? 0);
	}

	/** The numbers of a thread's posts in rising order, and the greatest that each input holds. */
	#numbersOf(thread: number): Numbers {
		const known = this.#numbers.get(thread);
		if (known !== undefined) return known;
		const numbers: {all: number[]; greatest: Map<number, number>} = {all: [], greatest: new Map()};
		for (const {dump, posts} of this.#threads[thread]?.parts ?? []) {
			for (const {kind, number} of posts) {
				if (number === null || kind === 'missing') continue;
				numbers.all.push(number);
				numbers.greatest.set(dump, Math.max(number, numbers.greatest.get(dump) ?? 0));
			}
		}
		numbers.all = [...new Set(numbers.all)].sort((one, other) => one - other);
		this.#numbers.set(thread, numbers);
		return numbers;
	}

	/** The posts in the order of the inputs; those of a thread that several tell change places among themselves. */
	posts(): readonly Post[] {
		const slots: number[][] = this.#threads.map(() => []);
		for (const [slot, {thread}] of this.#entries.entries()) slots[thread]?.push(slot);
		const ordered: Entry[][] = this.#entries.map(entry => [entry]);
		for (const own of slots) {
			const entries = own.flatMap(slot => this.#entries[slot] ?? []);
			if (entries.every(({at}) => at === entries[0]?.at)) continue;
			for (const slot of own) ordered[slot] = [];
			for (const [index, entry] of inThreadOrder(entries, this.#heldBy(entries[0]?.thread ?? 0)).entries()) {
				ordered[own[Math.min(index, own.length - 1)] ?? 0]?.push(entry);
			}
		}
		const runs = new Set<PostId>();
		return ordered.flat().map(entry => {
			// A run of missing posts that was cut into several.
			const id = runs.has(entry.id) ? this.#freeId(entry.id, null) : entry.id;
			runs.add(id);
			return this.#post({...entry, id});
		});
	}

	/** How many posts of a thread each file holds, those that stand elsewhere as well included. */
	#heldBy(thread: number): ReadonlyMap<number, number> {
		const held = new Map<number, number>();
		for (const {dump, posts} of this.#threads[thread]?.parts ?? []) {
			const count = posts.filter(post => post.kind !== 'missing').length;
			held.set(dump, (held.get(dump) ?? 0) + count);
		}
		return held;
	}

	#add(post: Post, dump: Dump, at: number): void {
		const {thread, shift} = this.#places[at]?.get(post.topic) ?? {thread: 0, shift: 0};
		const number = post.number === null ? null : post.number + shift;
		const wanted = shift === 0 ? post.id : String(number);
		const holder = this.#byId.get(wanted);
		const twin = holder?.thread === thread ? holder : this.#byNumber.get(`${thread} ${number}`);
		if (twin !== undefined && twin.at !== at && isRepeated(twin, post, dump)) {
			this.#ids[at]?.set(post.id, twin.id);
			this.#repeated[at] = (this.#repeated[at] ?? 0) + 1;
			return;
		}
		const id = holder === undefined ? wanted : this.#freeId(wanted, holder.thread === thread ? null : thread);
		if (holder?.thread === thread && post.kind !== 'missing') {
			const message = `a second post with the id ${wanted}`;
			this.#clashes[at]?.push({level: 'warning', line: post.line, post: id, message});
		}
		const entry: Entry = {dump, post, at, thread, id, number, count: post.count};
		this.#entries.push(entry);
		this.#byId.set(id, entry);
		if (!hasGlobalId(post)) this.#byNumber.set(`${thread} ${number}`, entry);
		if (id !== post.id) this.#ids[at]?.set(post.id, id);
		if (!this.#inThread.has(`${thread} ${wanted}`)) this.#inThread.set(`${thread} ${wanted}`, id);
	}

	/** `12-2` beside a 12 of the same thread, `3:12` in a thread called 3. */
	#freeId(wanted: PostId, thread: number | null): PostId {
		const base = thread === null ? wanted : `${this.topicIds[thread]}:${wanted}`;
		let id = base;
		for (let copy = 2; this.#byId.has(id); copy++) id = `${base}-${copy}`;
		return id;
	}

	#post(entry: Entry): Post {
		const {post, dump, id, thread, number, count} = entry;
		const facts = {id, topic: this.topicIds[thread] ?? post.topic, number, count, parent: this.#parent(entry)};
		const kept = [post, copies.get(post)].find(one => one !== undefined && hasFacts(one, facts));
		const merged = kept ?? {...post, ...facts};
		if (merged !== post) copies.set(post, merged);
		this.origins.set(merged, {dump, post});
		return merged;
	}

	/** The parent under its name here. One that is in no file must not be taken for a namesake in another thread. */
	#parent({post: {parent}, dump, at, thread}: Entry): PostId | null {
		if (parent === null) return null;
		if (dump.indexOf(parent) !== -1) return this.idOf(at, parent);
		const here = this.#inThread.get(`${thread} ${parent}`);
		if (here !== undefined) return here;
		return this.#byId.has(parent) ? this.#freeId(parent, thread) : parent;
	}
}

function hasFacts(post: Post, facts: Partial<Post>): boolean {
	const {id, topic, number, count, parent} = facts;
	return (
		post.id === id && post.topic === topic && post.number === number && post.count === count && post.parent === parent
	);
}

/** Topic ids as their dumps have them; one that is taken becomes the next free number. */
function uniqueTopics(threads: readonly Thread[]): readonly string[] {
	const taken = new Set<string>();
	let next = 1;
	return threads.map(({parts}) => {
		let id = parts[0]?.topic.id ?? '1';
		while (taken.has(id)) id = String(++next);
		taken.add(id);
		return id;
	});
}

/** The same author and the same words; in two markups these may differ, and the same second will do. */
function isRepeated(known: Entry, post: Post, dump: Dump): boolean {
	if (known.post.kind !== post.kind || known.post.author !== post.author || known.post.count !== post.count)
		return false;
	if (known.post.markup !== post.markup && known.post.author !== null && isSameSecond(known.post.date, post.date)) {
		return true;
	}
	if (known.post.markup === post.markup) return known.post.raw.trim() === post.raw.trim();
	if (known.dump.prepare(known.post) !== null || dump.prepare(post) !== null) return false;
	const words = (body: Body) => body.text.replace(/\s+/g, ' ').trim();
	return words(known.dump.body(known.post)) === words(dump.body(post));
}

function isSameSecond(one: string | null, other: string | null): boolean {
	if (one === null || other === null || !/T\d\d:\d\d:\d\d/.test(one)) return false;
	const seconds = (date: string) => Math.floor(Date.parse(date) / 1000);
	return seconds(one) === seconds(other);
}
