/**
Context: who quotes and answers whom.

For any post: what it quotes and where that stands, what it answers, and what came of
it. Each relation says its basis; none is invented. What a post quotes is worked out
when it is asked for, as far as what has been read of the dump allows; `advance` reads
the dump in slices, and then what was found is final.
*/

import {passingWords} from '../text/hashed-words.ts';
import {compared} from './aligned-texts.ts';
import type {Backlinks} from './backlinks.ts';
import type {Quote} from './body.ts';
import type {Dump} from './dump.ts';
import {claimWords, type InferredAuthor} from './inferred-authors.ts';
import {createNotes} from './notes.ts';
import {addressed, type Evidence, exchanged, noEvidence, type Parent, parentFrom} from './parents.ts';
import type {Post, PostId} from './post.ts';
import type {Related} from './related.ts';
import type {Repeat} from './repeats.ts';
import {
	type CarriedQuote,
	createNearbyFinder,
	type Effort,
	freshEffort,
	type Source,
	type SourceFinder,
} from './sources.ts';

export type {InferredAuthor} from './inferred-authors.ts';
export type {Parent, ParentBasis} from './parents.ts';
export {quotedPassages} from './quotations.ts';

/** `stated`: the dump names the post. `exact`, `close`: its words stand there. */
export type QuoteBasis = 'stated' | 'exact' | 'close';

export type ResolvedQuote = {
	readonly text: string;
	/** Who the quote says wrote it. */
	readonly author: string | null;
	/**
	The quoted post, or `null` where its source was not found. Of a quote of a quote it is the post that wrote the
	words first.
	*/
	readonly post: PostId | null;
	readonly basis: QuoteBasis | null;
	/** Where the words stand in that post's text, UTF-16 units. */
	readonly span: readonly [number, number] | null;
	/** The post whose quote carried the words here, where they were not taken from `post` itself; else `null`. */
	readonly through: PostId | null;
	/** Where a passage without quote marks stands in the text of the post that repeats it; `null` for a quote. */
	readonly place: readonly [number, number] | null;
};

export type Context = {
	/**
	What a post quotes: one entry for each of its body's quotes, in their order. In a dump without a single quote:
	the passages that repeat an earlier post, of those read so far.
	*/
	readonly quotesOf: (post: Post) => readonly ResolvedQuote[];
	/** The post it answers, or `null`. One that the dump does not state is earlier in the thread. */
	readonly parentOf: (post: Post) => Parent | null;
	/** Posts that quote it, in thread order, of those read so far. */
	readonly quotedBy: (id: PostId) => readonly PostId[];
	/** Posts that answer it, in thread order, of those read so far. */
	readonly answersTo: (id: PostId) => readonly PostId[];
	/** Earlier posts that share its rarest words, the closest first, of those read so far. */
	readonly relatedTo: (post: Post, most: number) => readonly Related[];
	/** Who wrote a post that states no author, after the quotes read so far; else `null`. */
	readonly authorInferred: (post: Post) => InferredAuthor | null;
	/** How many posts have been read for backlinks. */
	readonly covered: number;
	/**
	Work out of these posts what `quotesOf`, `parentOf` and `authorInferred` say once all of the dump has been read,
	reading no more of it than that takes. Bodies must be readable at once.
	*/
	readonly settle: (posts: readonly Post[]) => void;
	/** Go on with a newer snapshot of the same dump. Where posts already known have moved, reading begins anew. */
	readonly extend: (dump: Dump) => void;
	/**
	Read further posts for about this long, one step at least: a quote, or a post without any.
	@param budgetMs - Milliseconds; `Infinity` reads them all.
	@returns Whether all posts have been read. If not, the next one may have to be prepared first.
	*/
	readonly advance: (budgetMs: number) => boolean;
};

/** What looking for the quotes of one post may cost (see `Effort`): when a screen asks, and in the background. */
const glimpseEffort = 400;
const postEffort = 2000;
const effortPerQuote = 50;

/** Of more posts, a part of the dump, it is not tried to do without what stands far before each. */
const mostSettled = 1 / 16;

/** Posts whose number, author and topic are noted in a step. */
const postsRegistered = 1024;

/** A post whose body, UTF-16 units, takes a step of its own. */
const longPost = 1 << 14;

const none: readonly never[] = [];

/** @returns The context of a dump, with nothing read yet. Never throws. */
export function createContext(first: Dump): Context {
	let dump = first;
	let notes = createNotes();
	/** The post being read, where a slice ended within it. */
	let reading: Generator<void, void, void> | null = null;

	const idAt = (at: number | null): PostId | null => (at === null ? null : (dump.posts[at]?.id ?? null));

	const idsOf = (positions: readonly number[]): readonly PostId[] => positions.flatMap(at => idAt(at) ?? []);

	/** What the first quotes of a post that has been read were found to be. */
	function carriedAt(at: number, most: number): readonly CarriedQuote[] {
		const post = dump.posts[at];
		const sources = notes.sources.of(at, most);
		if (post === undefined || sources === null) return [];
		const {quotes} = dump.body(post);
		return quotes.slice(0, most).map(({text}, index) => ({text, source: sources[index] ?? null}));
	}

	/** Find the sources of a post's quotes, one a step. Where a body cannot be read yet, steps go by without one. */
	function* findSources(
		post: Post,
		effort: Effort,
		findSource = notes.findSource,
	): Generator<void, readonly (Source | null)[], void> {
		const {quotes} = dump.body(post);
		const index = dump.indexOf(post.id);
		const parent = post.parent === null ? -1 : dump.indexOf(post.parent);
		const hints = parent !== -1 && parent < index ? [parent] : [];
		const sources: (Source | null)[] = [];
		for (const quote of quotes) {
			const holder = sources[quote.place.quote] ?? null;
			const source = findSource(quote, {dump, post, index, hints, holder, quotesAt: carriedAt, effort});
			sources.push(source);
			if (source !== null && source.post < index && hints[0] !== source.post) hints.unshift(source.post);
			yield;
		}
		return sources;
	}

	/** The sources as they can be told now; those of posts not read yet may still change. */
	function sourcesOf(post: Post): readonly (Source | null)[] {
		const index = dump.indexOf(post.id);
		const known = notes.sources.of(index) ?? notes.glimpse(post, notes.covered);
		if (known !== null) return known;
		notes.register.extend(dump, index);
		const steps = findSources(post, freshEffort(glimpseEffort));
		let step = steps.next();
		while (step.done !== true) step = steps.next();
		notes.glimpsed(post, notes.covered, step.value);
		return step.value;
	}

	/** Settle a post's quotes without the index. @returns Whether that was possible. */
	function settleNearby(post: Post, findNearby: SourceFinder): boolean {
		const {quotes} = dump.body(post);
		const index = dump.indexOf(post.id);
		if (quotes.length === 0 || notes.sources.has(index)) return true;
		const effort = freshEffort(postEffort + quotes.length * effortPerQuote);
		const steps = findSources(post, effort, findNearby);
		let step = steps.next();
		while (step.done !== true && !effort.waits) step = steps.next();
		if (step.done !== true || effort.waits) return false;
		notes.sources.set(index, step.value);
		return true;
	}

	function settle(posts: readonly Post[]): void {
		notes.register.extend(dump, dump.posts.length);
		// Who wrote a post that names nobody is said by later ones, and whether repeats count by any.
		const isWhole = posts.length > dump.posts.length * mostSettled || posts.some(post => post.author === null);
		if (isWhole || !(notes.hasQuotes || dump.posts.some(post => dump.body(post).quotes.length > 0))) {
			while (step());
			return;
		}
		notes.hasQuotes = true;
		const findNearby = createNearbyFinder(notes.register);
		const left = posts.filter(post => !settleNearby(post, findNearby));
		const last = left.reduce((most, post) => Math.max(most, dump.indexOf(post.id)), -1);
		while (notes.covered <= last && step());
	}

	function evidenceOf(post: Post, sources: readonly (Source | null)[], repeats: readonly Repeat[]): Evidence {
		if (post.kind !== 'post') return noEvidence;
		const index = dump.indexOf(post.id);
		const answered = (source: Source | null) => (source === null ? -1 : (source.through ?? source.post));
		const isEarlier = (at: number) => at !== -1 && at < index;
		const quote = sources.length === 0 ? -1 : (sources.map(answered).find(isEarlier) ?? -1);
		const repeat = repeats.length === 0 ? -1 : (repeats.map(({source}) => answered(source)).find(isEarlier) ?? -1);
		const mention = addressed(post, index, dump, notes.register);
		const likely = exchanged(post, index, dump, notes.register);
		return {quote, repeat, mention, likely};
	}

	function glimpsedEvidence(post: Post): Evidence {
		notes.register.extend(dump, dump.indexOf(post.id));
		return evidenceOf(post, sourcesOf(post), none);
	}

	function note(post: Post, sources: readonly (Source | null)[], repeats: readonly Repeat[]): void {
		const index = notes.covered;
		if (sources.length > 0) {
			notes.sources.set(index, sources);
			notes.hasQuotes = true;
			notes.repeats.clear();
		}
		if (repeats.length > 0) notes.repeats.set(post.id, repeats);
		noteQuoted(sources, notes.quotedBy, index);
		const repeated = repeats.length === 0 ? none : repeats.map(({source}) => source);
		noteQuoted(repeated, notes.repeatedBy, index);
		const evidence = evidenceOf(post, sources, repeats);
		notes.evidence.set(index, evidence);
		noteMayAnswer(post, index, evidence);
		if (sources.length === 0) return;
		const {quotes} = dump.body(post);
		for (const [at, source] of sources.entries()) claimAuthor(post, quotes[at], source);
	}

	function noteQuoted(sources: readonly (Source | null)[], backlinks: Backlinks, index: number): void {
		if (sources.length === 0) return;
		const places = sources.flatMap(source => (source === null ? [] : [source.post, source.through ?? source.post]));
		for (const at of new Set(places)) backlinks.add(at, index);
	}

	function noteMayAnswer({parent}: Post, index: number, {quote, repeat, mention, likely}: Evidence): void {
		const stated = parent === null ? -1 : dump.indexOf(parent);
		for (const at of new Set([stated, quote, repeat, mention, likely])) if (at !== -1) notes.mayAnswer.add(at, index);
		if (parent === null || stated !== -1) return;
		const waiting = notes.mayAnswerAbsent.get(parent);
		if (waiting === undefined) notes.mayAnswerAbsent.set(parent, [index]);
		else waiting.push(index);
	}

	function claimAuthor(post: Post, quote: Quote | undefined, source: Source | null): void {
		const name = quote?.source?.author ?? null;
		const written = source === null ? undefined : dump.posts[source.post];
		if (quote === undefined || name === null || source === null || written === undefined) return;
		if (written.author !== null || source.span === null || source.through !== null) return;
		const certain = source.basis === 'stated' || (source.basis === 'exact' && source.sole);
		if (certain && passingWords(compared(quote.text)).hashes.length >= claimWords)
			notes.authors.claim(written.id, name, post.id);
	}

	/** Read one post, in steps that are short however long it is: its body, its words, then a passage each. */
	function* read(post: Post): Generator<void, void, void> {
		const index = notes.covered;
		const {quotes} = dump.body(post);
		if (post.raw.length > longPost) yield;
		notes.texts.of(post, dump);
		if (post.raw.length > longPost) yield;
		const effort = freshEffort(postEffort + quotes.length * effortPerQuote);
		const sources = quotes.length === 0 ? none : yield* findSources(post, effort);
		const marks = notes.hasQuotes || sources.length > 0;
		const repeats = marks ? none : yield* notes.findRepeats({dump, post, index, effort});
		if (effort.waits) return;
		note(post, sources, repeats);
		const words = notes.texts.of(post, dump);
		notes.related.add(index, words);
		notes.passages.add(index, post.topic, words.hashes);
		notes.covered = index + 1;
	}

	/** Note the passages of one more post that was forgotten when all had been read. @returns Whether that was possible. */
	function recall(): boolean {
		const index = notes.passages.known;
		const post = dump.posts[index];
		if (post === undefined || !notes.texts.canRead(post, dump)) return false;
		notes.passages.add(index, post.topic, notes.texts.of(post, dump).hashes);
		return true;
	}

	/** A step further. @returns Whether that was possible: no body has to be waited for. */
	function step(): boolean {
		const {register} = notes;
		if (register.known < dump.posts.length) {
			register.extend(dump, register.known + postsRegistered);
			return true;
		}
		const post = dump.posts[notes.covered];
		if (post === undefined) return false;
		if (notes.passages.known < notes.covered) return recall();
		if (reading === null) {
			if (!notes.texts.canRead(post, dump)) return false;
			reading = read(post);
		}
		if (reading.next().done !== true) return true;
		reading = null;
		return dump.posts[notes.covered] !== post;
	}

	function quotesOf(post: Post): readonly ResolvedQuote[] {
		const {quotes, text} = dump.body(post);
		if (quotes.length === 0 && !notes.hasQuotes) {
			return (notes.repeats.get(post.id) ?? []).map(({start, end, source}) =>
				resolvedQuote(text.slice(start, end), null, source, [start, end]),
			);
		}
		const sources = quotes.length === 0 ? [] : sourcesOf(post);
		return quotes.map((quote, index) =>
			resolvedQuote(quote.text, quote.source?.author ?? null, sources[index] ?? null, null),
		);
	}

	function resolvedQuote(
		text: string,
		author: string | null,
		source: Source | null,
		place: ResolvedQuote['place'],
	): ResolvedQuote {
		if (source === null) return {text, author, post: null, basis: null, span: null, through: null, place};
		const {basis, span} = source;
		return {text, author, post: idAt(source.post), basis, span, through: idAt(source.through), place};
	}

	function parentOf(post: Post): Parent | null {
		const index = dump.indexOf(post.id);
		const isRead = index < notes.covered;
		const evidence = isRead ? notes.evidence.of(index) : glimpsedEvidence(post);
		const customs = {statesParents: notes.register.statesParents(post.markup), hasQuotes: notes.hasQuotes};
		return parentFrom(post, evidence, customs, dump);
	}

	function answersTo(id: PostId): readonly PostId[] {
		const known = notes.mayAnswer.to(dump.indexOf(id));
		const waiting = notes.mayAnswerAbsent.get(id);
		const all = waiting === undefined ? known : [...known, ...waiting].sort((a, b) => a - b);
		const answers = all.filter(at => {
			const post = dump.posts[at];
			return post !== undefined && parentOf(post)?.post === id;
		});
		return idsOf(answers);
	}

	return {
		quotesOf,
		parentOf,
		quotedBy: id => idsOf((notes.hasQuotes ? notes.quotedBy : notes.repeatedBy).to(dump.indexOf(id))),
		answersTo,
		relatedTo: (post, most) => notes.related.of(dump.indexOf(post.id), compared(dump.body(post).text), most, dump),
		settle,
		authorInferred: post => (post.author === null ? notes.authors.of(post.id) : null),
		get covered() {
			return notes.covered;
		},
		extend: next => {
			const moved = hasMoved(dump, next);
			dump = next;
			reading = null;
			if (moved) notes = createNotes();
		},
		advance: budgetMs => {
			const end = performance.now() + budgetMs;
			while (step() && performance.now() < end);
			const isDone = notes.covered === dump.posts.length;
			if (isDone && dump.complete) notes.rest();
			return isDone;
		},
	};
}

/** Facts of a post that what is noted of it, or of others, depends on. */
const noted = ['id', 'topic', 'number', 'author', 'parent', 'raw'] as const;

/** Whether a newer snapshot says other things of the posts that both have. */
function hasMoved({posts: before}: Dump, {posts: after}: Dump): boolean {
	for (let index = 0; index < before.length; index++) {
		const then = before[index];
		const now = after[index];
		if (now === then) continue;
		if (now === undefined || noted.some(fact => now[fact] !== then?.[fact])) return true;
	}
	return false;
}
