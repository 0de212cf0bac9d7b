/**
The thread of a feed that is not Discourse's: its items in the order of their dates, where all have one.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import type {FeedFacts} from './feed-reader.ts';
import {type FeedWriter, stride} from './feed-writer.ts';
import {type OtherPost, readOtherPost} from './other-post.ts';

type Item = OtherPost & {readonly line: number; readonly isCut: boolean};

/** @returns Takes the items of any feed. */
export function createOtherThread(builder: DumpBuilder): FeedWriter {
	const items: Item[] = [];

	function add(item: Item, number: number, parent: string | null): string {
		const {time: _, name: _name, answers: _answers, isCut, ...draft} = item;
		const {id} = builder.add({...draft, number, parent});
		if (isCut) {
			const message = 'the feed ends in the middle of this post: the rest is lost';
			builder.problem({level: 'error', line: item.line, post: id, message});
		}
		return id;
	}

	return {
		item(facts, channel, line, isCut) {
			const item = {...readOtherPost(facts, channel, items.length + 1), line, isCut};
			items.push(item);
			if (items.length === 1) builder.head(headOf(channel));
			add(item, items.length, null);
		},
		*write(channel) {
			builder.head(headOf(channel));
			const isDated = items.every(({time}) => time !== null);
			const inOrder = isDated ? items.toSorted((one, other) => (one.time ?? 0) - (other.time ?? 0)) : items;
			/** What the feed calls a post, and its id here: as a rule an answer stands behind what it answers. */
			const ids = new Map<string, string>();
			for (const [index, item] of inOrder.entries()) {
				const id = add(item, index + 1, item.answers === null ? null : (ids.get(item.answers) ?? item.answers));
				if (item.name !== null && !ids.has(item.name)) ids.set(item.name, id);
				if (index % stride === stride - 1) yield;
			}
		},
	};
}

function headOf(channel: FeedFacts): {readonly title: string | null; readonly url: string | null} {
	return {title: channel.get('title') || null, url: channel.get('link') || null};
}
