/**
Things in order: walks listings, trees and lists of submissions and comments, however deep,
and writes each as a post.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import {asList, asObject, at, integerAt, type Json, type JsonObject, listAt, objectAt, stringAt} from '../json/json.ts';
import {isComment, isSubmission, parentOf, readComment, readSubmission, type ThingFacts} from './thing.ts';

type Topic = {title: string | null; url: string | null; source: string | null; posts: number; stated: number};

/** Posts written between two breaths. */
const stride = 64;

export class Things {
	readonly #builder: DumpBuilder;
	readonly #topics = new Map<string, Topic>();
	#stubs = 0;
	#hidden = 0;
	#strangers = 0;
	/** The topic of the last submission: a stub does not name its own. */
	#current = '1';

	constructor(builder: DumpBuilder) {
		this.#builder = builder;
	}

	/** Write all that a value holds, depth first, as Reddit shows it. */
	*take(value: Json): Generator<void> {
		const ahead: Json[] = [value];
		for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
			const thing = asObject(next);
			if (thing === null) {
				pushAll(ahead, asList(next));
				continue;
			}
			const inner = this.#open(thing);
			if (inner !== null) {
				pushAll(ahead, inner);
				continue;
			}
			this.#current = this.#write(thing, this.#current);
			pushAll(ahead, answers(objectAt(thing, 'data') ?? thing));
			if (this.#builder.count % stride === 0) yield;
		}
	}

	/** What comes now is of another document, or another line. */
	endValue(): void {
		this.#current = '1';
	}

	/** Tell what the whole lacks. */
	tellLosses(): void {
		if (this.#stubs > 0) {
			this.#warn(
				`comments that are not here: ${this.#hidden} counted by ${this.#stubs} stubs that Reddit left in their place`,
			);
		}
		for (const [id, {posts, stated}] of this.#topics) {
			if (stated + 1 > posts) this.#warn(`${stated} comments of ${id} are counted, ${Math.max(0, posts - 1)} are here`);
		}
		if (this.#strangers === 0) return;
		const message = `${this.#strangers} values are neither submissions nor comments: they were passed over`;
		this.#builder.problem({level: 'error', line: null, post: null, message});
	}

	/** What a value holds that is no thing itself; `null` if it is one. */
	#open(thing: JsonObject): readonly Json[] | null {
		const data = at(thing, 'data');
		const kind = stringAt(thing, 'kind');
		// One that breaks off may not have come to its kind.
		if (kind === 'Listing' || (kind === null && Array.isArray(at(asObject(data), 'children')))) {
			return listAt(asObject(data), 'children');
		}
		if (Array.isArray(data)) return asList(data);
		const things = at(objectAt(objectAt(thing, 'json'), 'data'), 'things');
		return things === undefined ? null : asList(things);
	}

	/** @returns The topic that it stands in. */
	#write(thing: JsonObject, topic: string): string {
		const data = objectAt(thing, 'data') ?? thing;
		if (stringAt(thing, 'kind') === 'more') {
			this.#stub(data, topic);
			return topic;
		}
		if (isSubmission(data)) return this.#post(readSubmission(data), topic);
		if (isComment(data)) return this.#post(readComment(data), topic);
		this.#strangers++;
		return topic;
	}

	#post(facts: ThingFacts, current: string): string {
		const id = facts.topic ?? current;
		const topic = this.#topic(id);
		topic.posts++;
		topic.stated = Math.max(topic.stated, facts.comments ?? 0);
		this.#builder.add({
			id: facts.id,
			topic: id,
			number: topic.posts,
			kind: facts.kind,
			author: facts.author,
			date: facts.date,
			edited: facts.edited,
			likes: facts.likes,
			parent: facts.parent,
			markup: 'markdown',
			raw: facts.raw,
		});
		if (topic.title === null || topic.url === null || facts.source !== null) {
			topic.title ??= facts.title;
			topic.url ??= facts.url;
			topic.source ??= facts.source;
			this.#builder.topic(id, {title: topic.title, url: topic.url});
			if (this.#topics.size === 1) this.#builder.head({title: topic.title, url: topic.url, source: topic.source});
		}
		return id;
	}

	/** A stub: so many comments stand in its place. The one with `_` continues a thread that is too deep to show. */
	#stub(stub: JsonObject, topic: string): void {
		const count = integerAt(stub, 'count') ?? 0;
		const parent = parentOf(stub);
		const name = stringAt(stub, 'id') ?? '_';
		this.#stubs++;
		this.#hidden += count;
		this.#builder.add({
			id: name === '_' ? `more-of-${parent ?? topic}` : `more-${name}`,
			topic,
			kind: 'missing',
			parent,
			count: count > 0 ? count : null,
			markup: 'plain',
			raw: '',
		});
	}

	#topic(id: string): Topic {
		const known = this.#topics.get(id);
		if (known !== undefined) return known;
		const topic: Topic = {title: null, url: null, source: null, posts: 0, stated: 0};
		this.#topics.set(id, topic);
		if (this.#topics.size === 2) this.#builder.head({title: null, url: null, source: null});
		return topic;
	}

	#warn(message: string): void {
		this.#builder.problem({level: 'warning', line: null, post: null, message});
	}
}

/** What answers a thing, where it holds its answers: a listing, or a list. */
function answers(data: JsonObject): readonly Json[] {
	return ['replies', 'comments'].flatMap(key => {
		const value = at(data, key);
		return typeof value === 'object' && value !== null ? [value] : [];
	});
}

/** Put values on the stack so that the first comes off first. */
function pushAll(stack: Json[], values: readonly Json[]): void {
	for (let index = values.length - 1; index >= 0; index--) {
		const value = values[index];
		if (value !== undefined) stack.push(value);
	}
}
