/**
Resuming: where somebody was in a dump when they left it, and where the command line wants them.
*/
import {dumpKey, type SettingsStore} from '../settings/settings-store.ts';
import type {Event} from '../view/effects.ts';
import {currentPost, type Model} from '../view/model.ts';
import type {BrowseOptions} from './browse-options.ts';

/** The settings hold the places of many dumps: what was read of one takes no more room than this, in UTF-16 units. */
const mostRead = 20_000;

/** A dump is told by its title and its first post, wherever its file lies. */
function keyOf({dump}: Model): string | null {
	const first = dump.posts[0];
	return first === undefined ? null : dumpKey(dump.title, dump.body(first).text);
}

/** The events that bring the reader to where they begin: the last place, then what the command line says. */
export function startEvents(model: Model, {post, search, settings}: BrowseOptions): readonly Event[] {
	const key = keyOf(model);
	const place = key === null ? null : settings.place(key);
	const events: Event[] = [];
	if (place !== null) model.read.load(place.read);
	if (place !== null) events.push({type: 'resume', post: place.post, scroll: place.scroll, marks: place.marks});
	if (post !== null) events.push({type: 'start', post});
	if (search !== null && search.trim() !== '') events.push({type: 'query', query: search});
	return events;
}

/** What has been read, the post at the cursor included; nothing where that would fill the settings. */
function readLog(model: Model): string {
	model.read.leave(model.dump.indexOf(currentPost(model)?.id ?? ''));
	const ranges = model.read.ranges();
	return ranges.length > mostRead ? '' : ranges;
}

/** Keep where the reader is. @returns A warning, or `null`. Never rejects. */
export async function lastPlace(model: Model, settings: SettingsStore): Promise<string | null> {
	const key = keyOf(model);
	const {state} = model;
	const post = currentPost(model);
	await settings.saveQueries(state.queries.filter(query => !settings.queries().includes(query)));
	if (key === null || post === null) return null;
	return settings.savePlace(key, {
		post: post.id,
		scroll: state.place.scroll,
		read: readLog(model),
		marks: state.marks,
		title: model.dump.title,
		when: new Date().toISOString(),
	});
}
