/**
Snippets: what a row of the list says of a post, its first words or those around its best match.
*/
import type {Light} from '../../layout/body.ts';
import {cutRow, type Row, rowWidth, type Span, span} from '../../layout/span.ts';
import {cellWidth} from '../../text/cells.ts';
import type {Post} from '../../thread/post.ts';
import {isSimilarAmongExact, openTopic} from '../listing.ts';
import {currentMatch, type Model, matchesOf} from '../model.ts';
import {kindLabel, oneLine} from '../words.ts';

/** The post's first words, or the words around its best match. */
export function snippet(model: Model, post: Post, width: number): Row {
	const label = kindLabel(post);
	if (label !== null && (post.kind === 'action' || post.kind === 'missing'))
		return [span(label, {tone: 'faint', italic: true})];
	const before: Row = [
		...topicMark(model, post, width),
		...(isSimilarAmongExact(model, model.dump.indexOf(post.id)) ? [span('~ ', 'warning')] : []),
		...(label === null ? [] : [span(`${label} `, {tone: 'faint', italic: true})]),
	];
	return [...before, ...snippetWords(model, post, Math.max(1, width - rowWidth(before)))];
}

/** In cells, how much of a title tells topics apart. */
const leastTitle = 7;

/** Among hits of several topics each says which one it is of, as far as its words leave room. */
function topicMark(model: Model, post: Post, width: number): Row {
	const {ellipsis} = model.glyphs;
	const room = Math.floor(width / 3);
	const tells = room - cellWidth(ellipsis) >= leastTitle;
	if (!tells || model.dump.topics.length < 2 || openTopic(model) !== null) return [];
	const topic = model.dump.topics.find(one => one.id === post.topic);
	return topic?.title ? [...cutRow([span(topic.title, 'heading')], room, ellipsis), span('  ')] : [];
}

/** The post's words, from the beginning or from where they match. */
function snippetWords(model: Model, post: Post, width: number): Row {
	const body = model.dump.body(post);
	const matches = matchesOf(model, post);
	const current = currentMatch(model, post);
	// The match that stands out, else one in the post's own words.
	const shown = [current, ...matches.filter(match => match.field === 'text'), ...matches].find(
		match => match !== null && match.field !== 'author',
	);
	const quoted = shown?.field === 'quote' ? shown : undefined;
	const text = quoted === undefined ? body.text : (body.quotes[quoted.index]?.text ?? '');
	const lights: readonly Light[] = matches
		.filter(match => match.field === shown?.field && match.index === shown.index)
		.map(match => ({
			quote: -1,
			start: match.start,
			end: match.end,
			ground: match === current ? 'hit-current' : 'hit',
		}));
	const first = lights.find(light => light.ground === 'hit-current') ?? lights[0];
	const start = first === undefined ? 0 : snippetStart(text, first, width - 2 * cellWidth(model.glyphs.ellipsis));
	const spans: Span[] = [];
	if (start > 0) spans.push(span(model.glyphs.ellipsis, 'faint'));
	if (quoted !== undefined) spans.push(span(`${model.glyphs.bar} `, 'quote'));
	spans.push(...litWords(text, start, start + width * 2, lights));
	if (spans.length === 0 && body.quotes.length > 0) {
		spans.push(
			span(`${model.glyphs.bar} `, 'quote'),
			span(oneLine((body.quotes[0]?.text ?? '').slice(0, width * 2)), {tone: 'quote', italic: true}),
		);
	}
	return spans;
}

/**
Where a snippet begins that shows a match: at the text's beginning where that shows it, else some words before it.

@param width - Cells for words, at the least.
*/
function snippetStart(text: string, {start, end}: Light, width: number): number {
	if (end < width && cellWidth(text.slice(0, end)) < width) return 0;
	// A match is shown whole before the words that lead to it are.
	const lead = Math.min(Math.floor(width / 4), Math.floor((width - cellWidth(text.slice(start, end)) - 2) / 2));
	return lead > 0 ? wordStart(text, Math.max(0, start - lead), lead) : start;
}

/** Where the word at a place begins; the place itself where that is more than `most` units before it. */
function wordStart(text: string, from: number, most: number): number {
	const before = text.slice(Math.max(0, from - most), from);
	const blank = before.search(/\s\S*$/);
	if (blank !== -1) return from - before.length + blank + 1;
	if (before.length === from && cellWidth(before) <= most) return 0;
	return /[\udc00-\udfff]/.test(text.charAt(from)) ? from - 1 : from;
}

/** A stretch of text on one line, short codes as emoji, lit where it matched. */
function litWords(text: string, from: number, to: number, lights: readonly Light[]): Span[] {
	const end = Math.min(text.length, to);
	const spans: Span[] = [];
	let at = from;
	for (const light of lights) {
		if (light.start >= end || light.end <= at) continue;
		if (light.start > at) spans.push(span(oneLine(text.slice(at, light.start))));
		const words = oneLine(text.slice(Math.max(at, light.start), Math.min(end, light.end)));
		spans.push({...span(words), ground: light.ground});
		at = Math.min(end, light.end);
	}
	if (at < end) spans.push(span(oneLine(text.slice(at, end))));
	return spans;
}
