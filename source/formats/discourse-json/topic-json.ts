/**
A topic's JSON that lies inside something else, as in the page that a browser saved.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import {isJson} from '../json/json.ts';
import {run, Topics} from './topics.ts';

/**
Write the topic that a parsed JSON value holds.

@param json - What `JSON.parse` made of it; any of the shapes of the format `discourse-json`.
@returns Whether it was one; if not, nothing was written. Never throws.
*/
export function addTopicJson(json: unknown, builder: DumpBuilder): boolean {
	if (!isJson(json)) return false;
	const topics = new Topics(builder);
	if (!run(topics.take(json))) return false;
	run(topics.write());
	return true;
}
