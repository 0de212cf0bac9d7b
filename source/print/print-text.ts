/** A dump as plain text, for people and `grep`: a title line, then each post under its heading. */
import {ascii as asciiGlyphs, unicode} from '../layout/glyphs.ts';
import type {Context} from '../thread/context.ts';
import type {Dump} from '../thread/dump.ts';
import {type TextStyle, textLines} from './body-text.ts';
import type {Entry} from './entry.ts';
import {heading} from './heading.ts';
import {wrapLine} from './lines.ts';

/**
@param style - `columns` only where standard output is a terminal.
@returns The text in pieces, a post each, ending in a blank line. Pure. Never throws.
*/
export function* printText(
	dump: Dump,
	entries: Iterable<Entry>,
	context: Context,
	style: TextStyle,
): Generator<string, void> {
	const {dot} = style.ascii ? asciiGlyphs : unicode;
	const titles = new Map(dump.topics.map(topic => [topic.id, topic.title ?? topic.id]));
	yield lines(wrapLine(dump.title ?? '(no title)', style.columns));
	let topic: string | null = null;
	for (const {post} of entries) {
		if (post.topic !== topic && dump.topics.length > 1) {
			yield lines(wrapLine(`== ${titles.get(post.topic) ?? post.topic}`, style.columns));
		}
		topic = post.topic;
		const {subject, facts} = heading(post, dump, context, style.ascii);
		const head = [subject, ...facts].join(` ${dot} `);
		yield lines([...wrapLine(head, style.columns), ...textLines(dump.body(post).blocks, style)]);
	}
}

function lines(text: readonly string[]): string {
	return `${text.join('\n')}\n\n`;
}
