/**
The picture of the thread: likes along it, posts over time, who wrote most, who is
quoted most, and what the reader of the file had to guess.
*/
import type {Glyphs} from '../../layout/glyphs.ts';
import {fitRow, type Row, type Span, span} from '../../layout/span.ts';
import type {Dump} from '../../thread/dump.ts';
import type {Post} from '../../thread/post.ts';
import {openTopic} from '../listing.ts';
import {type Model, postLabel} from '../model.ts';
import {type Picture, pictureOf} from '../picture.ts';
import {type ThreadFacts, threadFacts} from '../thread-facts.ts';
import {countLabel, dateLabel, grouped, oneLine, shortCount} from '../words.ts';
import {titleLabel} from './header.ts';

/** @returns All rows of the picture, none wider than `width`. */
export function infoRows(model: Model, width: number): readonly Row[] {
	const {dump, glyphs} = model;
	const topic = openTopic(model);
	const facts = threadFacts(model, topic);
	const picture = pictureOf(model, topic);
	const chart = Math.max(8, Math.min(width - 4, 100));
	const rows: Row[] = [[span(titleLabel(model), {tone: 'title', bold: true})]];
	const about = [countLabel(facts.posts, 'post')];
	if (facts.people > 0) about.push(countLabel(facts.people, 'person', 'people'));
	if (facts.likes !== null) about.push(countLabel(facts.likes, 'like'));
	if (facts.firstDate !== null && facts.lastDate !== null) {
		about.push(`${dateLabel(facts.firstDate)} to ${dateLabel(facts.lastDate)}`);
	}
	rows.push([span(about.join(` ${glyphs.dot} `))], [span(`read as ${dump.format}`, 'faint')]);
	for (const address of [dump.url, dump.source]) if (address !== null) rows.push([span(address, 'link')]);
	rows.push(
		...likesAlong(model, picture, facts, chart),
		...overTime(picture, chart, glyphs),
		...loudest(picture, width, glyphs),
		...mostQuoted(model, picture),
		...problems(dump),
	);
	return rows.map(row => fitRow(row, width, glyphs.ellipsis));
}

function likesAlong({dump, glyphs}: Model, {posts, likes, liked}: Picture, facts: ThreadFacts, chart: number): Row[] {
	const [first, last] = [posts[0], posts.at(-1)];
	if (liked.length === 0 || first === undefined || last === undefined) return [];
	return [
		[],
		heading('Likes along the thread', `most: ${facts.mostLikes}`),
		[span('  '), ...levels(highest(likes, chart), glyphs, 'likes')],
		ends(postLabel(first), postLabel(last), Math.min(chart, likes.length)),
		...liked.map(({post, count}): Row => {
			const likesLabel = `  ${glyphs.heart} ${shortCount(count).padStart(facts.likesWidth)} `;
			return [span(likesLabel, 'likes'), ...saying(dump, post)];
		}),
	];
}

/** Which post, by whom, and how it begins. */
function saying(dump: Dump, post: Post): Row {
	return [
		span(`${postLabel(post)} `, 'number'),
		...(post.author === null ? [] : [span(`${post.author}  `, 'author')]),
		span(oneLine(dump.body(post).text.slice(0, 600))),
	];
}

function heading(text: string, note = ''): Row {
	return [span(text, {tone: 'heading', bold: true}), span(note === '' ? '' : `  ${note}`, 'faint')];
}

/** Values gathered into at most `most` columns: the highest of each. */
function highest(values: Float64Array, most: number): readonly number[] {
	const columns = Array.from({length: Math.min(most, values.length)}, () => 0);
	values.forEach((value, index) => {
		const at = Math.floor((index * columns.length) / values.length);
		columns[at] = Math.max(columns[at] ?? 0, value);
	});
	return columns;
}

function levels(values: readonly number[], {levels}: Glyphs, tone: 'likes' | 'accent'): Row {
	const most = Math.max(1, ...values);
	const text = values.map(value =>
		value === 0 ? ' ' : (levels[Math.min(levels.length - 1, Math.ceil((value / most) * levels.length) - 1)] ?? ' '),
	);
	return [span(text.join(''), tone)];
}

function ends(left: string, right: string, width: number): Row {
	return [span(`  ${left}${' '.repeat(Math.max(1, width - left.length - right.length))}${right}`, 'faint')];
}

function overTime({times}: Picture, width: number, glyphs: Glyphs): Row[] {
	if (times.length < 2) return [];
	let first = Number.POSITIVE_INFINITY;
	let last = Number.NEGATIVE_INFINITY;
	times.forEach(time => {
		if (time < first) first = time;
		if (time > last) last = time;
	});
	if (first === last) return [];
	const columns = Array.from({length: width}, () => 0);
	times.forEach(time => {
		const at = Math.min(width - 1, Math.floor(((time - first) / (last - first)) * width));
		columns[at] = (columns[at] ?? 0) + 1;
	});
	const from = dateLabel(new Date(first).toISOString());
	const to = dateLabel(new Date(last).toISOString());
	return [
		[],
		heading('Posts over time', `most at once: ${Math.max(...columns)}`),
		[span('  '), ...levels(columns, glyphs, 'accent')],
		ends(from, to, width),
	];
}

function loudest({loudest: named, authors}: Picture, width: number, glyphs: Glyphs): Row[] {
	if (named.length === 0) return [];
	const nameWidth = Math.min(20, Math.max(...named.map(({name}) => span(name).width)));
	const most = named[0]?.posts ?? 1;
	const room = Math.max(4, Math.min(40, width - nameWidth - 20));
	return [
		[],
		heading('Who wrote most', authors > named.length ? `${named.length} of ${grouped(authors)}` : ''),
		...named.map(({name, ...count}): Row => {
			const label: Row = fitRow([span(name, 'author')], nameWidth, glyphs.ellipsis);
			const bar: Span = span(glyphs.meter.repeat(Math.max(1, Math.round((count.posts / most) * room))), 'accent');
			const likes: Row = count.likes > 0 ? [span(`  ${glyphs.heart} ${grouped(count.likes)}`, 'likes')] : [];
			return [span('  '), ...label, span(' '), bar, span(` ${grouped(count.posts)}`), ...likes];
		}),
	];
}

function mostQuoted({dump, glyphs}: Model, {quoted}: Picture): Row[] {
	if (quoted.length === 0) return [];
	return [
		[],
		heading('Most quoted'),
		...quoted.map(({post, count}): Row => [span(`  ${glyphs.down} ${count} `, 'good'), ...saying(dump, post)]),
	];
}

function problems(dump: Dump): Row[] {
	if (dump.problems.length === 0) return [];
	return [
		[],
		heading('What was lost or guessed'),
		...dump.problems.slice(0, 200).map((problem): Row => {
			const where = problem.line === null ? '' : `line ${problem.line}: `;
			return [span('  '), span(where, 'faint'), span(problem.message, problem.level === 'error' ? 'error' : 'warning')];
		}),
	];
}
