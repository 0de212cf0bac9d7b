/** A dump as Markdown: a title, then each post under a heading of its own. */
import {ascii as asciiGlyphs, unicode} from '../layout/glyphs.ts';
import type {Context} from '../thread/context.ts';
import type {Dump} from '../thread/dump.ts';
import {markdownLines} from './body-markdown.ts';
import type {Entry} from './entry.ts';
import {escapeInline} from './escape-markdown.ts';
import {heading} from './heading.ts';

/**
@param ascii - Whether our own signs keep to ASCII; the dump's words stay as they are.
@returns The document in pieces, a post each. Pure. Never throws.
*/
export function* printMarkdown(
	dump: Dump,
	entries: Iterable<Entry>,
	context: Context,
	ascii: boolean,
): Generator<string, void> {
	const {dot} = ascii ? asciiGlyphs : unicode;
	const titles = new Map(dump.topics.map(topic => [topic.id, topic.title ?? topic.id]));
	yield title('#', dump.title ?? '(no title)');
	let topic: string | null = null;
	for (const {post} of entries) {
		if (post.topic !== topic && dump.topics.length > 1) yield title('##', titles.get(post.topic) ?? post.topic);
		topic = post.topic;
		const {subject, facts} = heading(post, dump, context, ascii);
		const known = facts.length === 0 ? '' : ` ${ascii ? '-' : '—'} ${facts.join(` ${dot} `)}`;
		const body = markdownLines(dump.body(post).blocks);
		yield title('###', subject + known);
		if (body.length > 0) yield `${body.join('\n')}\n\n`;
	}
}

function title(signs: string, text: string): string {
	return `${signs} ${escapeInline(text).replace(/#+$/, '\\$&')}\n\n`;
}
