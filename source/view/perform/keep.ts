/**
Keeping: marks, the clipboard, links.
*/
import type {Post, PostId} from '../../thread/post.ts';
import type {CommandId} from '../commands.ts';
import {lineOf} from '../line-editor.ts';
import {showHints} from '../link-hints.ts';
import {choosesTopic, listing} from '../listing.ts';
import {currentPost, cursorRow, type Model, postById, postLabel} from '../model.ts';
import {jumpTo, seek} from '../moves.ts';
import {note, openPrompt, type Step, step} from '../prompt.ts';
import {postsMeant} from '../save.ts';
import {countLabel} from '../words.ts';
import {history} from './follow.ts';
import type {Perform} from './perform.ts';

export const keep = {
	'mark.set': (model, _count, argument) => {
		const post = currentPost(model);
		if (post === null || argument === null) return step(model.state);
		const marks = {...model.state.marks, [argument]: post.id};
		return note({...model, state: {...model.state, marks}}, `${postLabel(post)} marked ${argument}`);
	},
	'mark.go': (model, _count, argument) => {
		if (argument === "'") return history(model, 'back');
		const post = postById(model, model.state.marks[argument ?? ''] ?? null);
		return post === null ? note(model, `no post is marked ${argument}`) : step(jumpTo(model, post.id));
	},
	'mark.next': model => marked(model, 1),
	'mark.previous': model => marked(model, -1),
	unread: model => {
		const post = currentPost(model);
		if (post === null) return step(model.state);
		const on = !model.read.isLeftUnread(model.dump.indexOf(post.id));
		const text = on ? `${postLabel(post)} stays unread` : `${postLabel(post)} counts as read`;
		return step(note(model, text).state, {type: 'unread', post: post.id, on});
	},
	select: (model, count) => select(model, count ?? 1),
	'copy.text': model => copy(model, 'text'),
	'copy.quote': model => copy(model, 'quote'),
	'copy.link': (model, count) => link(model, count, url => ({type: 'copy', text: url})),
	'copy.address': model => {
		const post = currentPost(model);
		const {url} = model.dump;
		if (post === null || url === null) return note(model, "the dump does not state the thread's address");
		const address = post.number === null ? url : `${url.replace(/\/$/, '')}/${post.number}`;
		return copied(model, address, 'address');
	},
	'link.open': (model, count) => link(model, count, url => ({type: 'open', url})),
	'link.hints': model => showHints(model),
	'post.edit': model => withPosts(model, posts => step(model.state, {type: 'edit', posts})),
	'post.pipe': model => withPosts(model, () => openPrompt(model, 'shell')),
	'list.save': model => openPrompt(model, 'command', lineOf('w ')),
} satisfies Partial<Record<CommandId, Perform>>;

function withPosts(model: Model, act: (posts: readonly PostId[]) => Step): Step {
	const posts = postsMeant(model);
	return posts.length === 0 ? note(model, 'there is no post') : act(posts);
}

function marked(model: Model, direction: 1 | -1): Step {
	const ids = new Set(Object.values(model.state.marks));
	const id = seek(model, direction, index => ids.has(model.dump.posts[index]?.id ?? ''));
	return id === null ? note(model, `no ${direction === 1 ? 'later' : 'earlier'} mark`) : step(jumpTo(model, id));
}

/** Select as many posts from the cursor on as are not selected, or the opposite where the one at the cursor is. */
function select(model: Model, count: number): Step {
	const post = currentPost(model);
	if (post === null) return step(model.state);
	if (choosesTopic(model)) return note(model, 'open a thread: posts are selected there');
	const rows = listing(model);
	const first = cursorRow(model);
	const last = Math.min(rows.count, first + count);
	const meant = [post.id];
	for (let row = first + 1; row < last; row++) meant.push(model.dump.posts[rows.at(row)]?.id ?? post.id);
	const {selected} = model.state;
	const others = [...selected].filter(id => !meant.includes(id));
	return step({...model.state, selected: new Set(selected.has(post.id) ? others : [...others, ...meant])});
}

function copy(model: Model, as: 'text' | 'quote'): Step {
	const posts = postsMeant(model).flatMap(id => postById(model, id) ?? []);
	const [first] = posts;
	if (first === undefined) return step(model.state);
	const which = posts.length === 1 ? postLabel(first) : countLabel(posts.length, 'post');
	const texts = posts.map(post => (as === 'text' ? model.dump.body(post).text : quoteOf(model, post)));
	const what = as === 'quote' ? `${which} as ${posts.length === 1 ? 'a quote' : 'quotes'}` : `text of ${which}`;
	return copied(model, texts.join(as === 'text' ? '\n\n' : '\n'), what);
}

function quoteOf(model: Model, post: Post): string {
	const head = post.author === null ? postLabel(post) : `${post.author} (${postLabel(post)})`;
	const lines = [`${head}:`, ...model.dump.body(post).text.split('\n')].map(line => `> ${line}`.trimEnd());
	return `${lines.join('\n')}\n`;
}

function copied(model: Model, text: string, what: string): Step {
	return step({...model.state, notice: {level: 'note', text: `copied: ${what}`}}, {type: 'copy', text});
}

function link(
	model: Model,
	count: number | null,
	effect: (
		url: string,
	) => {readonly type: 'copy'; readonly text: string} | {readonly type: 'open'; readonly url: string},
): Step {
	const post = currentPost(model);
	if (post === null) return step(model.state);
	const urls = [...new Set(model.dump.body(post).links.map(one => one.url))];
	if (urls.length === 0) return note(model, 'no link in this post');
	if (count === null && urls.length > 1)
		return note(model, `${urls.length} links: type a number first, as in 2o, or f for labels`);
	const url = urls[(count ?? 1) - 1];
	if (url === undefined) return note(model, `this post has ${urls.length} links`);
	return step({...model.state, notice: {level: 'note', text: url}}, effect(url));
}
