/**
Preloaded data: what a page of Discourse carries for its own program. A saved page keeps it:
an object whose values are JSON once more, the topic under the key `topic_<ID>` as `/t/ID.json` has it.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import {addTopicJson} from '../discourse-json/topic-json.ts';

/**
Write the posts of preloaded data.

@param json - The attribute `data-preloaded`, its entities read.
@returns `posts` if there were any, `none` for the data of another kind of page, `broken` if it cannot be read. Never throws.
*/
export function readPreloaded(json: string, builder: DumpBuilder): 'posts' | 'none' | 'broken' {
	try {
		const data: unknown = JSON.parse(json);
		if (typeof data !== 'object' || data === null) return 'broken';
		let result: 'posts' | 'none' = 'none';
		for (const [key, value] of Object.entries(data)) {
			if (!/^topic_\d+$/.test(key) || typeof value !== 'string') continue;
			if (addTopicJson(JSON.parse(value), builder)) result = 'posts';
		}
		return result;
	} catch {
		return 'broken';
	}
}
