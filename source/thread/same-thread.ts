/**
Same thread: which topics of several dumps are one thread.

Hard evidence comes first: the same address, the same id of its site, a post that answers one in
another file. Then the same title, unless the posts contradict it; last, a file without a title
that goes on where another stops.
*/
import type {Dump, Topic} from './dump.ts';
import type {Post} from './post.ts';

/** A topic of one of the dumps, with its posts in their order. */
export type Part = {readonly dump: number; readonly topic: Topic; readonly posts: readonly Post[]};

/** The parts of one thread, in the order of the dumps. */
export type Thread = {
	readonly parts: readonly Part[];
	/** Parts that were only taken for a later page, and what is to be added to the numbers of their posts. */
	readonly guessed: ReadonlyMap<Part, number>;
};

/**
Group the topics of dumps into threads.

@returns Every topic in one thread; threads in the order in which they begin. Cost grows with the posts. Never throws.
*/
export function findThreads(dumps: readonly Dump[]): readonly Thread[] {
	const drafts = byTitle(byEvidence(dumps.flatMap(partsOf), dumps));
	return continued(drafts, dumps).sort((a, b) => a.order - b.order);
}

/**
Whether a post's id means the same in every file of its format, as a Message-ID does. Its number in its thread does not
(`12`, or `7/12` where a file holds several), nor what a mail is called that has no id.
*/
export function hasGlobalId({id, number, markup}: Post): boolean {
	if (markup === 'mail') return !/^\d+(?:-\d+)?$/.test(id);
	return number === null || !(id === String(number) || id.endsWith(`/${number}`));
}

type Draft = {
	readonly order: number;
	readonly parts: Part[];
	readonly guessed: Map<Part, number>;
	readonly byNumber: Map<number, Post>;
};

function partsOf(dump: Dump, index: number): readonly Part[] {
	const posts = new Map<string, Post[]>(dump.topics.map(({id}) => [id, []]));
	for (const post of dump.posts) posts.get(post.topic)?.push(post);
	return dump.topics.map(topic => ({dump: index, topic, posts: posts.get(topic.id) ?? []}));
}

/** Parts that share a key are joined: a disjoint-set forest, the lowest part of a set its root. */
function byEvidence(parts: readonly Part[], dumps: readonly Dump[]): readonly Draft[] {
	const above = parts.map((_, index) => index);
	function root(index: number): number {
		let at = index;
		for (let up = above[at] ?? at; up !== at; up = above[at] ?? at) {
			above[at] = above[up] ?? up;
			at = up;
		}
		return at;
	}
	const seen = new Map<string, number>();
	for (const [index, part] of parts.entries()) {
		for (const key of keysOf(part, dumps[part.dump])) {
			const one = root(seen.get(key) ?? index);
			const other = root(index);
			above[Math.max(one, other)] = Math.min(one, other);
			seen.set(key, index);
		}
	}
	const drafts = new Map<number, Draft>();
	for (const [index, part] of parts.entries()) {
		const order = root(index);
		const draft = drafts.get(order) ?? emptyDraft(order);
		drafts.set(order, draft);
		take(draft, part);
	}
	return [...drafts.values()];
}

function* keysOf({topic, posts}: Part, dump: Dump | undefined): Generator<string> {
	if (dump === undefined) return;
	if (topic.url !== null) yield `address ${threadAddress(topic.url)}`;
	// What a format has numbered itself is no evidence.
	if (!(Number(topic.id) <= dump.topics.length)) yield `topic ${dump.format} ${hostOf(topic.url)} ${topic.id}`;
	for (const post of posts) {
		if (!hasGlobalId(post)) continue;
		if (post.kind !== 'missing') yield `post ${dump.format} ${post.id}`;
		if (post.parent !== null && dump.indexOf(post.parent) === -1) yield `post ${dump.format} ${post.parent}`;
	}
}

function byTitle(drafts: readonly Draft[]): readonly Draft[] {
	const titled = new Map<string, Draft[]>();
	const kept: Draft[] = [];
	for (const draft of drafts) {
		// In the course of a thread of mail its subject can change.
		const titles = new Set(draft.parts.map(({topic}) => titleKey(topic.title)).filter(title => title !== null));
		const others = new Set([...titles].flatMap(title => titled.get(title) ?? []));
		const same = [...others].find(other => mayBeOne(other, draft));
		if (same === undefined) kept.push(draft);
		else for (const part of draft.parts) take(same, part);
		for (const title of titles) note(titled, title, same ?? draft);
	}
	return kept;
}

function note(titled: Map<string, Draft[]>, title: string, draft: Draft): void {
	const known = titled.get(title);
	if (known === undefined) titled.set(title, [draft]);
	else if (!known.includes(draft)) known.push(draft);
}

/**
A dump that keeps two topics apart knows better; so do two addresses, two mails that each begin a thread, and posts
that share numbers and no words.
*/
function mayBeOne(one: Draft, other: Draft): boolean {
	const dumps = new Set(one.parts.map(part => part.dump));
	if (other.parts.some(part => dumps.has(part.dump))) return false;
	if (addressOf(one) !== null && addressOf(other) !== null) return false;
	if (isBegun(one) && isBegun(other)) return false;
	return !contradicts(one, other);
}

/** Whether a mail saved alone is the first of its thread, which is named after it then. */
function isBegun({parts}: Draft): boolean {
	return parts.some(({topic, posts}) => posts.length === 1 && posts[0]?.markup === 'mail' && posts[0].id === topic.id);
}

function contradicts(one: Draft, other: Draft): boolean {
	let agreed = 0;
	let differing = 0;
	for (const [number, post] of other.byNumber) {
		const known = one.byNumber.get(number);
		if (known === undefined) continue;
		const alike = known.author !== null && post.author !== null ? known.author === post.author : known.raw === post.raw;
		if (alike) agreed++;
		else differing++;
	}
	return differing > agreed;
}

/** Untitled parts join the thread before them, else the one behind them, of the same format. */
function continued(drafts: readonly Draft[], dumps: readonly Dump[]): Draft[] {
	const kept = drafts.filter(draft => !isLaterPage(draft, dumps));
	const pages = drafts.filter(draft => !kept.includes(draft));
	for (const page of pages) {
		const fits = (thread: Draft) => formatOf(thread, dumps) === formatOf(page, dumps) && offset(thread, page) !== null;
		const thread = kept.findLast(one => one.order < page.order && fits(one)) ?? kept.find(fits);
		const shift = thread === undefined ? null : offset(thread, page);
		if (thread === undefined || shift === null) {
			kept.push(page);
			continue;
		}
		for (const part of page.parts) {
			thread.guessed.set(part, shift);
			take(thread, part, shift);
		}
	}
	return kept;
}

function isLaterPage({order, parts, byNumber}: Draft, dumps: readonly Dump[]): boolean {
	const [part] = parts;
	if (order === 0 && byNumber.has(1)) return false;
	if (part === undefined || parts.length > 1) return false;
	// Mail has no pages.
	if (part.posts.some(post => hasGlobalId(post) || post.markup === 'mail')) return false;
	if (part.topic.title !== null || part.topic.url !== null || dumps[part.dump]?.topics.length !== 1) return false;
	return !byNumber.has(1) || part.posts.every(post => post.author === null);
}

/**
What makes the numbers of a page go on from a thread: nothing where they are stated, the thread's last where they
are mere positions (posts without authors, counted from 1), `null` where they cannot go on.
*/
function offset(thread: Draft, page: Draft): number | null {
	if (!page.byNumber.has(1)) return contradicts(thread, page) ? null : 0;
	if (titleOf(thread) === null || thread.parts.some(part => part.posts.some(post => post.author !== null))) return null;
	return [...thread.byNumber.keys()].reduce((last, number) => Math.max(last, number), 0);
}

function emptyDraft(order: number): Draft {
	return {order, parts: [], guessed: new Map(), byNumber: new Map()};
}

function take(draft: Draft, part: Part, shift = 0): void {
	draft.parts.push(part);
	for (const post of part.posts) {
		if (post.number === null || hasGlobalId(post)) continue;
		const number = post.number + shift;
		if (!draft.byNumber.has(number)) draft.byNumber.set(number, post);
	}
}

function titleOf({parts}: Draft): string | null {
	return parts.find(part => part.topic.title !== null)?.topic.title ?? null;
}

function addressOf({parts}: Draft): string | null {
	return parts.find(part => part.topic.url !== null)?.topic.url ?? null;
}

function formatOf({parts: [part]}: Draft, dumps: readonly Dump[]): string | undefined {
	return part === undefined ? undefined : dumps[part.dump]?.format;
}

/** A subject without what mail programs put before it (RFC 5322, 3.6.5, and its translations). */
function titleKey(title: string | null): string | null {
	const bare = title
		?.replace(/^(?:(?:re|aw|sv|vs|fwd?|wg|antw)(?:\[\d+\])?:\s*)+/i, '')
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase();
	return bare === undefined || bare === '' ? null : bare;
}

function hostOf(url: string | null): string {
	return url === null ? '' : (/^[a-z][\w+.-]*:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? '');
}

/** The address of a thread without the page, the post and the form it was asked for. */
function threadAddress(url: string): string {
	const [, place = url, query = ''] = /^(?:[a-z][\w+.-]*:\/\/)?(?:www\.)?([^?#]*)(?:\?([^#]*))?/i.exec(url) ?? [];
	const wanted = query.split('&').filter(pair => pair !== '' && !/^(?:page|post_number|print)=/.test(pair));
	// A Discourse topic: /t/SLUG/ID/POST, the slug and the post left out at will.
	const topic = /^(.*?)\/t\/(?:[^/]*[^/\d][^/]*\/)?(\d+)(?:[/.].*)?$/.exec(place);
	const bare = topic === null ? place.replace(/\/+$/, '') : `${topic[1]}/t/${topic[2]}`;
	return [bare.toLowerCase(), ...wanted].join('?');
}
