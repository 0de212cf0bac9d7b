/**
Posts on their way out: which ones a command is for, and `:w FILE`, whose ending says in what form they are written.
*/
import type {PostId} from '../thread/post.ts';
import type {SaveForm} from './effects.ts';
import {choosesTopic, listing, postListing} from './listing.ts';
import {currentPost, type Model} from './model.ts';
import type {Step} from './prompt.ts';
import type {State} from './state.ts';
import {countLabel} from './words.ts';

export type WantedFile = {readonly file: string; readonly overwrite: boolean};

const forms: ReadonlyMap<string, SaveForm> = new Map([
	['txt', 'text'],
	['text', 'text'],
	['md', 'markdown'],
	['markdown', 'markdown'],
	['json', 'json'],
	['jsonl', 'jsonl'],
	['ndjson', 'jsonl'],
]);

/** What a line of the palette asks to save to: `w FILE`, or `w! FILE` where it may be there already; else `null`. */
export function wantedFile(line: string): WantedFile | null {
	const match = /^\s*w(?:rite)?(!?)\s+(\S.*?)\s*$/.exec(line);
	return match?.[2] === undefined ? null : {file: match[2], overwrite: match[1] === '!'};
}

/** The posts that a command for a post is for: those selected, in the order of the dump, else the one at the cursor. */
export function postsMeant(model: Model): readonly PostId[] {
	const {selected} = model.state;
	if (selected.size > 0) return inOrder(model, selected);
	const post = currentPost(model);
	return post === null ? [] : [post.id];
}

function inOrder({dump}: Model, ids: Iterable<PostId>): readonly PostId[] {
	const indices = Array.from(ids, dump.indexOf).sort((a, b) => a - b);
	return indices.map(index => dump.posts[index]?.id).filter(id => id !== undefined);
}

/**
The posts to save: those selected, else those listed as they are: all, the topic's, the hits, those seen through a
lens. Folded ones count.
*/
export function postsToSave(model: Model): readonly PostId[] {
	const {dump} = model;
	if (model.state.selected.size > 0) return inOrder(model, model.state.selected);
	const state: State = {...model.state, tree: false};
	const unfolded: Model = {...model, state};
	const rows = choosesTopic(unfolded) ? postListing(dump, null) : listing(unfolded);
	return Array.from({length: rows.count}, (_, row) => dump.posts[rows.at(row)]?.id).filter(id => id !== undefined);
}

/** Save what is selected or listed. */
export function saveListed(model: Model, {file, overwrite}: WantedFile): Step {
	const form = formOf(file);
	if (form === null) return {state: {...model.state, notice: {level: 'warning', text: noForm(file)}}, effects: []};
	return {state: model.state, effects: [{type: 'save', posts: postsToSave(model), file, form, overwrite}]};
}

/** What Enter will do with a file, in words. */
export function saveLabel(model: Model, {file}: WantedFile): string {
	const form = formOf(file);
	if (form === null) return noForm(file);
	return `save ${countLabel(postsToSave(model).length, 'post')} to ${file} as ${names[form]}`;
}

const names: Readonly<Record<SaveForm, string>> = {
	text: 'text',
	markdown: 'Markdown',
	json: 'JSON',
	jsonl: 'JSON lines',
};

function formOf(file: string): SaveForm | null {
	return forms.get(/\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? '') ?? null;
}

function noForm(file: string): string {
	return `${file}: end its name in .txt, .md, .json or .jsonl`;
}
