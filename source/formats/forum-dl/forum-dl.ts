/**
The format `forum-dl`: what the scraper of that name writes, an entry a line.

It knows a dozen kinds of forum; of Discourse and Hacker News it keeps what their APIs said, and
so do we.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import type {Format} from '../format.ts';
import {asList, asObject, type Json, type JsonObject, objectAt, stringAt, wordsAt} from '../json/json.ts';
import {readValues} from '../json/read-values.ts';
import {sampleObject} from '../json/sample-value.ts';
import {isEntry, readPostEntry, rootOf, topicOf} from './entry.ts';

export const forumDl: Format = {
	name: 'forum-dl',
	title: 'JSON lines of the scraper forum-dl',
	detect: sample => (isEntry(sampleObject(sample)) ? 0.99 : 0),
	parse(builder) {
		const entries = new Entries(builder);
		return readValues(builder, {
			*value(value, line) {
				for (const element of asObject(value) === null ? asList(value) : [value]) {
					entries.add(element, line);
					yield;
				}
			},
			end: () => entries.finish(),
		});
	},
};

type Topic = {
	posts: number;
	/** The id of its first post, where the others answer that. */
	root: string | null;
	readonly byNumber: Map<number, string>;
};

class Entries {
	readonly #builder: DumpBuilder;
	readonly #topics = new Map<string, Topic>();
	/** Posts that answer a number which has not come yet. */
	readonly #waiting: {readonly id: string; readonly topic: Topic; readonly answers: number}[] = [];
	#threads = 0;
	#files = 0;
	#strangers = 0;

	constructor(builder: DumpBuilder) {
		this.#builder = builder;
	}

	add(value: Json, line: number | null): void {
		const entry = asObject(value);
		const type = isEntry(entry) ? stringAt(entry, 'type') : null;
		if (entry === null || type === null) this.#strangers++;
		else if (type === 'post') this.#post(entry, line);
		else if (type === 'thread') this.#thread(entry);
		else if (type === 'file') this.#files++;
	}

	finish(): void {
		for (const {id, topic, answers} of this.#waiting) {
			const parent = topic.byNumber.get(answers);
			if (parent !== undefined) this.#builder.revise(id, {parent});
		}
		if (this.#files > 0) this.#tell('warning', `files that are listed beside the posts and not shown: ${this.#files}`);
		if (this.#strangers > 0) {
			this.#tell('error', `${this.#strangers} values are no entries of forum-dl: they were passed over`);
		}
	}

	#thread(entry: JsonObject): void {
		const item = objectAt(entry, 'item');
		const facts = {title: wordsAt(item, 'title'), url: wordsAt(item, 'url')};
		this.#builder.topic(topicOf(entry), facts);
		this.#threads++;
		this.#builder.head(this.#threads === 1 ? facts : {title: null, url: null});
	}

	#post(entry: JsonObject, line: number | null): void {
		const {topic: topicId, path, facts, answers} = readPostEntry(entry);
		const topic = this.#topic(topicId);
		topic.posts++;
		if (path.length === 0) topic.root ??= rootOf(topicId);
		const number = facts.number ?? topic.posts;
		const stated = answers === null ? undefined : topic.byNumber.get(answers);
		const above = path.length > 1 ? path.at(-2) : path.length === 1 ? topic.root : null;
		const {id} = this.#builder.add({
			...facts,
			id: path.at(-1) ?? rootOf(topicId),
			topic: topicId,
			parent: stated ?? above ?? null,
			number,
			line,
		});
		if (!topic.byNumber.has(number)) topic.byNumber.set(number, id);
		if (answers !== null && stated === undefined) this.#waiting.push({id, topic, answers});
	}

	#topic(id: string): Topic {
		const known = this.#topics.get(id);
		if (known !== undefined) return known;
		const topic: Topic = {posts: 0, root: null, byNumber: new Map()};
		this.#topics.set(id, topic);
		return topic;
	}

	#tell(level: 'warning' | 'error', message: string): void {
		this.#builder.problem({level, line: null, post: null, message});
	}
}
