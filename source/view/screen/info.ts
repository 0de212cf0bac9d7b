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
import {threadFacts} from '../thread-facts.ts';
import {countLabel, dateLabel, grouped, oneLine} from '../words.ts';
import {titleLabel} from './header.ts';

const mostNamed = 8;

/** @returns All rows of the picture, none wider than `width`. */
export function infoRows(model: Model, width: number): readonly Row[] {
	const {dump, glyphs} = model;
	const topic = openTopic(model);
	const facts = threadFacts(dump, topic);
	const posts = topic === null ? dump.posts : dump.posts.filter(post => post.topic === topic);
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
	if (facts.likes !== null && facts.likes > 0) {
		const likes = posts.map(post => post.likes ?? 0);
		const first = posts[0];
		const last = posts.at(-1);
		rows.push([], heading(`Likes along the thread`, `most: ${facts.mostLikes}`), [
			span('  '),
			...levels(squeeze(likes, chart, Math.max), glyphs, 'likes'),
		]);
		if (first !== undefined && last !== undefined)
			rows.push(ends(postLabel(first), postLabel(last), Math.min(chart, likes.length)));
		const liked = [...posts]
			.filter(post => (post.likes ?? 0) > 0)
			.sort((a, b) => (b.likes ?? 0) - (a.likes ?? 0))
			.slice(0, 5);
		for (const post of liked) {
			const words = oneLine(dump.body(post).text.slice(0, width * 2));
			rows.push([
				span(`  ${glyphs.heart} ${String(post.likes).padStart(facts.likesWidth)} `, 'likes'),
				span(`${postLabel(post)} `, 'number'),
				...(post.author === null ? [] : [span(`${post.author}  `, 'author')]),
				span(words),
			]);
		}
	}
	rows.push(
		...overTime(posts, chart, glyphs),
		...loudest(posts, width, glyphs),
		...mostQuoted(model, posts),
		...problems(dump),
	);
	return rows.map(row => fitRow(row, width, glyphs.ellipsis));
}

function heading(text: string, note = ''): Row {
	return [span(text, {tone: 'heading', bold: true}), span(note === '' ? '' : `  ${note}`, 'faint')];
}

/** Values gathered into at most `most` columns. */
function squeeze(values: readonly number[], most: number, join: (a: number, b: number) => number): readonly number[] {
	const count = Math.min(most, values.length);
	const columns = Array.from({length: count}, () => 0);
	values.forEach((value, index) => {
		const at = Math.floor((index * count) / values.length);
		columns[at] = join(columns[at] ?? 0, value);
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

function overTime(posts: readonly Post[], width: number, glyphs: Glyphs): Row[] {
	const times = posts.flatMap(post => {
		const time =
			post.date === null ? Number.NaN : Date.parse(/T\d\d:\d\d$/.test(post.date) ? `${post.date}Z` : post.date);
		return Number.isNaN(time) ? [] : [time];
	});
	if (times.length < 2) return [];
	let first = Number.POSITIVE_INFINITY;
	let last = Number.NEGATIVE_INFINITY;
	for (const time of times) {
		first = Math.min(first, time);
		last = Math.max(last, time);
	}
	if (first === last) return [];
	const columns = Array.from({length: width}, () => 0);
	for (const time of times) {
		const at = Math.min(width - 1, Math.floor(((time - first) / (last - first)) * width));
		columns[at] = (columns[at] ?? 0) + 1;
	}
	const from = dateLabel(new Date(first).toISOString());
	const to = dateLabel(new Date(last).toISOString());
	return [
		[],
		heading('Posts over time', `most at once: ${Math.max(...columns)}`),
		[span('  '), ...levels(columns, glyphs, 'accent')],
		ends(from, to, width),
	];
}

function loudest(posts: readonly Post[], width: number, glyphs: Glyphs): Row[] {
	const counts = new Map<string, {posts: number; likes: number}>();
	for (const post of posts) {
		if (post.author === null) continue;
		const count = counts.get(post.author) ?? {posts: 0, likes: 0};
		counts.set(post.author, {posts: count.posts + 1, likes: count.likes + (post.likes ?? 0)});
	}
	if (counts.size === 0) return [];
	const named = [...counts].sort((a, b) => b[1].posts - a[1].posts || b[1].likes - a[1].likes).slice(0, mostNamed);
	const nameWidth = Math.min(20, Math.max(...named.map(([name]) => span(name).width)));
	const most = named[0]?.[1].posts ?? 1;
	const room = Math.max(4, Math.min(40, width - nameWidth - 20));
	return [
		[],
		heading('Who wrote most', counts.size > named.length ? `${named.length} of ${counts.size}` : ''),
		...named.map(([name, count]): Row => {
			const label: Row = fitRow([span(name, 'author')], nameWidth, glyphs.ellipsis);
			const bar: Span = span(glyphs.meter.repeat(Math.max(1, Math.round((count.posts / most) * room))), 'accent');
			const likes: Row = count.likes > 0 ? [span(`  ${glyphs.heart} ${grouped(count.likes)}`, 'likes')] : [];
			return [span('  '), ...label, span(' '), bar, span(` ${grouped(count.posts)}`), ...likes];
		}),
	];
}

function mostQuoted(model: Model, posts: readonly Post[]): Row[] {
	const {dump, context, glyphs} = model;
	const quoted = posts
		.map(post => ({post, count: context.quotedBy(post.id).length}))
		.filter(one => one.count > 0)
		.sort((a, b) => b.count - a.count)
		.slice(0, 5);
	if (quoted.length === 0) return [];
	return [
		[],
		heading('Most quoted'),
		...quoted.map(({post, count}): Row => {
			const words = oneLine(dump.body(post).text.slice(0, 600));
			return [
				span(`  ${glyphs.down} ${count} `, 'good'),
				span(`${postLabel(post)} `, 'number'),
				...(post.author === null ? [] : [span(`${post.author}  `, 'author')]),
				span(words),
			];
		}),
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
