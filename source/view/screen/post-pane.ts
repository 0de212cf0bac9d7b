/**
The post pane: the post at the cursor, its body scrolled to where the reader is.
*/
import {type Light, paintLine} from '../../layout/body.ts';
import {drawBox} from '../../layout/box.ts';
import {inside, type Rect} from '../../layout/panes.ts';
import {coverRow, fitRow, type Row, type Span, span} from '../../layout/span.ts';
import type {Post} from '../../thread/post.ts';
import {shownAuthor} from '../author.ts';
import {hintsInSight} from '../link-hints.ts';
import {authorGround, bodyLights, bodyLines, currentPost, type Model, postLabel, scrolledLine} from '../model.ts';
import {dateLabel, kindLabel} from '../words.ts';

/** Draw the post at the cursor into its rectangle. */
export function postPane(model: Model, rect: Rect): readonly Row[] {
	const {glyphs, state} = model;
	const post = currentPost(model);
	const focused = state.place.focus === 'post' && state.prompt === null;
	if (post === null) return drawBox({size: rect, title: [], focused, rows: []}, glyphs);
	const size = inside(rect);
	const lines = bodyLines(model, post);
	const top = scrolledLine(lines, state.place.scroll, size.rows);
	const body = model.dump.body(post);
	const lights: readonly Light[] = [...repeatLights(model, post), ...bodyLights(model, post)];
	const painted = lines.slice(top, top + size.rows).map(line => [span(' '), ...paintLine(body, line, lights)]);
	const rows: Row[] = state.hints === null ? painted : withHints(model, state.hints, painted, size.columns);
	const label = kindLabel(post);
	if (lines.length === 0)
		rows.push(fitRow([span(` ${label ?? 'no words'}`, {tone: 'faint', italic: true})], size.columns));
	return drawBox(
		{
			size: rect,
			title: postTitle(model, post),
			corner: lines.length > size.rows ? [span(scrollLabel(top, size.rows, lines.length), 'faint')] : [],
			focused,
			rows,
			edge: scrollBar(model, top, size.rows, lines.length),
		},
		glyphs,
	);
}

/** The rows with the labels of their links laid over them, all but those that what was typed has ruled out. */
function withHints(model: Model, typed: string, rows: readonly Row[], columns: number): Row[] {
	const labelled = [...rows];
	const free = rows.map(() => 0);
	for (const {label, row, column} of hintsInSight(model)) {
		if (!label.startsWith(typed.toLowerCase())) continue;
		const cover = span(`[${label}]`, {tone: 'key', ground: 'hint'});
		// Links of a letter each stand closer than their labels do.
		const at = Math.min(Math.max(column + 1, free[row] ?? 0), Math.max(0, columns - cover.width));
		free[row] = at + cover.width;
		labelled[row] = coverRow(fitRow(labelled[row] ?? [], columns), at, [cover]);
	}
	return labelled;
}

/** The passages that repeat an earlier post word for word, in a dump that lost its quote marks. */
function repeatLights(model: Model, post: Post): readonly Light[] {
	return model.context
		.quotesOf(post)
		.flatMap(({place}) =>
			place === null ? [] : [{quote: -1, start: place[0], end: place[1], ground: 'quoted' as const}],
		);
}

/** `#12 ada (Ada L.) · 3 May 2024 09:14 · ♥ 13 · edited 4 May 2024`. */
function postTitle(model: Model, post: Post): Row {
	const {glyphs} = model;
	const parts: Span[][] = [[span(postLabel(post), {tone: 'number', bold: true})]];
	const label = kindLabel(post);
	if (post.author !== null) {
		parts[0]?.push(span(' '), {...span(post.author, {tone: 'author', bold: true}), ...authorGround(model, post)});
		if (post.name !== null) parts[0]?.push(span(` ${post.name}`, 'faint'));
	}
	const inferred = post.author === null ? shownAuthor(model, post) : null;
	if (inferred !== null) parts[0]?.push(span(' '), span(inferred.text, {tone: 'author', italic: inferred.isInferred}));
	if (label !== null) parts.push([span(label, 'warning')]);
	if (post.accepted) parts.push([span('accepted answer', 'likes')]);
	if (post.date !== null) parts.push([span(dateLabel(post.date, true))]);
	if (post.likes !== null && post.likes > 0) parts.push([span(`${glyphs.heart} ${post.likes}`, 'likes')]);
	if (post.edited !== null) parts.push([span(`edited ${dateLabel(post.edited)}`, 'faint')]);
	return parts.flatMap((part, index) => (index === 0 ? part : [span(` ${glyphs.dot} `, 'faint'), ...part]));
}

function scrollLabel(top: number, height: number, count: number): string {
	if (top + height >= count) return 'end';
	return top === 0 ? 'more' : `${Math.round(((top + height) / count) * 100)} %`;
}

/** The part of the post on screen, in the pane's edge; nothing where all of it is. */
function scrollBar({glyphs}: Model, top: number, height: number, count: number): readonly (Span | null)[] {
	if (count <= height || height < 1) return [];
	const first = Math.floor((top / count) * height);
	const last = Math.max(first, Math.ceil(((top + height) / count) * height) - 1);
	return Array.from({length: height}, (_, row) =>
		row >= first && row <= last ? span(glyphs.map.view, 'accent') : null,
	);
}
