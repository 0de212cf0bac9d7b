/**
An entry of forum-dl (github.com/mikwielgus/forum-dl, `forum_dl/writers/common.py`): a board, a
thread, a post or a file, with what the forum's own API said of it.
*/
import type {PostDraft} from '../../thread/post.ts';
import {answeredBy, readPostJson} from '../discourse-json/post-json.ts';
import {readItem} from '../hacker-news/item.ts';
import {dateAt} from '../json/dates.ts';
import {type JsonObject, listAt, objectAt, stringAt, wordsAt} from '../json/json.ts';

export type PostEntry = {
	/** The thread that it stands in. */
	readonly topic: string;
	/** Its own id and, before it, those of the posts that it answers; empty for the first post of a tree. */
	readonly path: readonly string[];
	/** What it says of itself; its number and likes where the forum told them. */
	readonly facts: Omit<PostDraft, 'id' | 'topic' | 'parent'>;
	/** The number of the post that it answers, where the forum numbers posts. */
	readonly answers: number | null;
};

/** Whether a value is an entry at all. */
export function isEntry(value: JsonObject | null): value is JsonObject {
	return stringAt(value, 'generator') === 'forum-dl' && objectAt(value, 'item') !== null;
}

/**
The id of the thread that an entry is of, or stands in. Where a forum numbers all its threads in one row, it is
that number, as its quotes name it; else the boards above belong to it.
*/
export function topicOf(entry: JsonObject): string {
	const path = strings(objectAt(entry, 'item'), 'path');
	const isSiteWide = ['discourse', 'hackernews'].includes(stringAt(entry, 'extractor') ?? '');
	return (isSiteWide ? path.at(-1) : path.join('/')) || '1';
}

/** The last part of a thread's path, which the first post of a tree has for its id. */
export function rootOf(topic: string): string {
	return topic.slice(topic.lastIndexOf('/') + 1);
}

/** What a post's entry states. Never throws. */
export function readPostEntry(entry: JsonObject): PostEntry {
	const item = objectAt(entry, 'item');
	const {answers, ...told} = toldBy(stringAt(entry, 'extractor'), objectAt(item, 'data'));
	return {
		topic: topicOf(entry),
		path: strings(item, 'subpath'),
		facts: {
			...told,
			author: wordsAt(item, 'author'),
			// Its first release (0.1) had no such field, and that of Hacker News has no zone.
			date: told.date ?? dateAt(item, 'creation_time'),
			markup: 'html',
			raw: told.raw ?? stringAt(item, 'content') ?? '',
		},
		answers,
	};
}

type Told = Partial<Omit<PostEntry['facts'], 'markup'>> & {readonly answers: number | null};

/** For a post of which only what it says of itself is asked. */
const nowhere = {id: '', topic: '', parent: null, verbatim: false};

/** What the forum's API said, where its extractor keeps that. */
function toldBy(extractor: string | null, data: JsonObject | null): Told {
	if (data === null || Object.keys(data).length === 0) return {answers: null};
	if (extractor === 'discourse') {
		const {id, topic, parent, author, markup, raw, ...told} = readPostJson(data, nowhere);
		return {...told, answers: answeredBy(data), ...(markup === 'html' ? {raw} : {})};
	}
	if (extractor !== 'hackernews') return {answers: null};
	const {kind, date, likes} = readItem(data, null);
	return {kind, date, likes, answers: null};
}

function strings(object: JsonObject | null, key: string): readonly string[] {
	return listAt(object, key).map(part => (typeof part === 'string' ? part : JSON.stringify(part)));
}
