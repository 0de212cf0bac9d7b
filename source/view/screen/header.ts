/**
The header: what is open, in one row.
*/
import {type Row, type Span, span, spreadRow} from '../../layout/span.ts';
import {openTopic} from '../listing.ts';
import type {Model} from '../model.ts';
import {threadFacts} from '../thread-facts.ts';
import {countLabel, grouped} from '../words.ts';

/** Title at the left, counts and the site at the right. */
export function header(model: Model): Row {
	const {dump, glyphs, state} = model;
	const facts = threadFacts(model, openTopic(model));
	const parts: Span[] = [span(countLabel(facts.posts, 'post'), 'faint')];
	if (dump.topics.length > 1 && openTopic(model) === null) {
		parts.unshift(span(countLabel(dump.topics.length, 'thread'), 'faint'));
	}
	if (facts.likes !== null && facts.likes > 0) parts.push(span(`${grouped(facts.likes)} ${glyphs.heart}`, 'likes'));
	if (facts.people > 0) parts.push(span(countLabel(facts.people, 'person', 'people'), 'faint'));
	const site = siteOf(dump.url ?? dump.source);
	if (site !== null) parts.push(span(site, 'faint'));
	if (!dump.complete) parts.unshift(span(readingLabel(model), 'accent'));
	const lost = dump.problems.length;
	if (dump.complete && lost > 0) parts.push(span(`${lost} ${lost === 1 ? 'problem' : 'problems'}`, 'warning'));
	const right = parts.flatMap((part, index) => (index === 0 ? [part] : [span(` ${glyphs.dot} `, 'faint'), part]));
	const title = [span(' '), span(titleLabel(model), {tone: 'title', bold: true})];
	const {columns} = state.size;
	// Where the title needs the room, the counts give way one after the other.
	let end: Row = right;
	while (
		end.length > 1 &&
		title.reduce((sum, one) => sum + one.width, 0) + end.reduce((sum, one) => sum + one.width, 0) + 3 > columns
	) {
		end = end.slice(0, -2);
	}
	return spreadRow(title, columns < 50 ? end.slice(0, 1) : [...end, span(' ')], columns, glyphs.ellipsis);
}

/** The title of what is open: of a topic, else of the dump. */
export function titleLabel(model: Model): string {
	const {dump} = model;
	const open = openTopic(model);
	const topic = dump.topics.length === 1 ? dump.topics[0] : dump.topics.find(one => one.id === open);
	return topic?.title ?? dump.title ?? (dump.topics.length > 1 ? 'several threads' : 'untitled thread');
}

/** That the file is still being read, and how much of it has been. */
function readingLabel({dump, glyphs}: Model): string {
	const megabytes = Math.floor(dump.bytes / 1_000_000);
	return `reading${glyphs.ellipsis}${megabytes === 0 ? '' : ` ${grouped(megabytes)} MB`}`;
}

/** The host of an address, without `www.`; `null` where there is none. */
function siteOf(url: string | null): string | null {
	const host = url === null ? undefined : /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1];
	return host === undefined ? null : host.replace(/^www\./, '');
}
