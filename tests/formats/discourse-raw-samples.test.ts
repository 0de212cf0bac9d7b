/**
Real topics as /raw gives them, against the JSON of the same topics; and archives of them in
Markdown, against what their headings say. They lie beside the project and not in it; without them
nothing is tested here.
*/
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Format} from '../../source/formats/format.ts';
import {formats} from '../../source/formats/registry.ts';
import {readDump} from './read-dump.ts';

const raws = '../shared/dumps/discourse-raw';
const truths = '../shared/dumps/discourse-json';
const archives = '../shared/dumps/discourse-md';

type TruthPost = {
	readonly post_number: number;
	readonly username: string;
	readonly updated_at: string;
	readonly cooked: string;
};

function names(folder: string, ending: string): readonly string[] {
	return existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith(ending)) : [];
}

function truthOf(name: string): readonly TruthPost[] {
	const {post_stream} = JSON.parse(readFileSync(`${truths}/${basename(name, '.raw.txt')}.json`, 'utf8'));
	const posts: TruthPost[] = post_stream.posts;
	return posts.toSorted((one, other) => one.post_number - other.post_number);
}

/** Author, number and topic of each quote that Discourse made a quote, `undefined` where its page does not say. */
function cookedQuotes(html: string): readonly (readonly (string | undefined)[])[] {
	return Array.from(html.matchAll(/<aside class="quote[^"]*"([^>]*)>/g), ([, attributes = '']) =>
		['username', 'post', 'topic'].map(name => new RegExp(`data-${name}="([^"]*)"`).exec(attributes)?.[1]),
	).filter(facts => facts.some(fact => fact !== undefined));
}

function wordsOf(text: string): readonly string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of cooked HTML, without what Discourse adds: quotes' titles, link previews, sizes of images, votes. */
function cookedWords(html: string): readonly string[] {
	const own = html
		.replace(/<aside class="(?:onebox|quote)[\s\S]*?<\/aside>/g, ' ')
		.replace(/<div class="(?:meta|poll-info)">[\s\S]*?<\/div>/g, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&(lt|gt|quot|amp|nbsp);/g, ' ');
	return wordsOf(own);
}

describe.skipIf(!existsSync(raws))('raw topics in ../shared', () => {
	const topics = names(raws, '.raw.txt');

	it.each(topics)('%s: authors, numbers, times of the last change', async name => {
		const dump = await readDump(readFileSync(`${raws}/${name}`));
		expect(dump.format).toBe('discourse-raw');
		const truth = truthOf(name).slice(0, 100);
		expect(dump.posts.map(({number, author, edited, date, likes}) => ({number, author, edited, date, likes}))).toEqual(
			truth.map(({post_number, username, updated_at}) => ({
				number: post_number,
				author: username,
				edited: updated_at.replace(/\.\d+Z$/, 'Z'),
				date: null,
				likes: null,
			})),
		);
	});

	it.each(topics)('%s: whom quotes name', async name => {
		const dump = await readDump(readFileSync(`${raws}/${name}`));
		const truth = new Map(truthOf(name).map(post => [post.post_number, post]));
		for (const post of dump.posts) {
			const mine = dump.body(post).quotes.flatMap(({source}) => (source === null ? [] : [source]));
			// Discourse leaves quotes that stand among words as text; here they are quotes.
			let at = 0;
			for (const [author, number, topic] of cookedQuotes(truth.get(post.number ?? 0)?.cooked ?? '')) {
				const found = mine.findIndex(
					(source, index) =>
						index >= at &&
						(author ?? source.author) === source.author &&
						(number ?? String(source.number)) === String(source.number) &&
						(topic ?? source.topic) === source.topic,
				);
				expect(found, `#${post.number} quotes ${author} ${number} ${topic}`).toBeGreaterThanOrEqual(at);
				at = found + 1;
			}
			const written = post.raw.replace(/```[\s\S]*?```|`[^`\n]*`/g, '').match(/\[quote\b/gi)?.length ?? 0;
			expect(mine.length).toBeLessThanOrEqual(written);
		}
	});

	it.each(topics)('%s: the words', async name => {
		const dump = await readDump(readFileSync(`${raws}/${name}`));
		const truth = new Map(truthOf(name).map(post => [post.post_number, post]));
		let lost = 0;
		let all = 0;
		for (const post of dump.posts) {
			const {text, quotes, links, images} = dump.body(post);
			const mine = new Set(
				wordsOf(
					[
						text,
						...[...quotes, ...links].map(part => part.text),
						...links.map(link => link.url),
						...images.map(({url}) => url),
					].join(' '),
				),
			);
			const wanted = cookedWords(truth.get(post.number ?? 0)?.cooked ?? '');
			all += wanted.length;
			lost += wanted.filter(word => !mine.has(word)).length;
		}
		// What is left over is Discourse's own: the tags it left as text, notices of hidden posts.
		expect(lost / all).toBeLessThan(0.02);
	});

	it.each(topics)('%s: what is missing is said', async name => {
		const dump = await readDump(readFileSync(`${raws}/${name}`));
		const numbers = truthOf(name).map(post => post.post_number);
		const gaps = numbers.slice(0, 100).filter((number, index) => index > 0 && number > (numbers[index - 1] ?? 0) + 1);
		const messages = dump.problems.map(({message}) => message);
		expect(messages.filter(message => message.includes('not in this dump'))).toHaveLength(gaps.length);
		expect(messages.some(message => message.includes('later posts may be missing'))).toBe(dump.posts.length === 100);
		expect(messages.filter(message => message.includes('last change'))).toHaveLength(1);
	});

	it.each(names(raws, '.titled-raw.md'))('%s: the title, and every head', async name => {
		const text = readFileSync(`${raws}/${name}`, 'utf8');
		const dump = await readDump(text);
		const heads = Array.from(
			text.matchAll(/^(\S+) \| (\S+) (\S+) UTC \| #(\d+)$/gm),
			([, author, day, time, number]) => [author, `${day}T${time}Z`, Number(number)],
		);
		expect(dump.format).toBe('discourse-raw');
		expect(dump.title).toBe(text.slice(2, text.indexOf('\n')));
		expect(dump.posts.map(({author, edited, number}) => [author, edited, number])).toEqual(heads);
		expect(dump.topics).toHaveLength(1);
	});
});

describe.skipIf(!existsSync(archives))('archives in Markdown in ../shared', () => {
	it.each(names(archives, '.md'))('%s: heads, quotes, the thread', async name => {
		const text = readFileSync(`${archives}/${name}`, 'utf8');
		const dump = await readDump(text);
		expect(dump.format).toBe('discourse-markdown');
		expect(dump.title).toBe(/^# (.*)$/m.exec(text)?.[1]);
		expect(dump.topics.map(({id, url}) => [id, url])).toEqual([
			[/^topic_id: (\d+)$/m.exec(text)?.[1], /^\*\*URL\*\*: (.*)$/m.exec(text)?.[1]],
		]);
		const heads = Array.from(text.matchAll(/^## Post #(\d+) by @(\S+) \((\S+) (\S+) UTC\)$/gm), match => [
			Number(match[1]),
			match[2],
			`${match[3]}T${match[4]}Z`,
		]);
		expect(dump.posts.map(({number, author, date}) => [number, author, date])).toEqual(heads);
		const bodies = text.split(/^## Post #.*$/m).slice(1);
		const quoted = dump.posts.map(post =>
			dump.body(post).quotes.flatMap(({source}) => (source?.number ? [String(source.number)] : [])),
		);
		expect(quoted).toEqual(
			// Without a user name it is the preview of another topic.
			bodies.map(body =>
				Array.from(
					body.matchAll(/<aside class="quote[^>]*data-username="[^"]+" data-post="(\d+)"/g),
					match => match[1],
				),
			),
		);
		expect(dump.posts.every(post => post.kind === 'post' && post.likes === null)).toBe(true);
	});
});

/** Which samples a format takes for its own, and in which folder its own lie. */
const own: readonly (readonly [name: string, folder: string | null])[] = [
	['discourse-raw', 'discourse-raw'],
	['discourse-markdown', 'discourse-md'],
	['jsonl', null],
	['threadview', null],
];

describe.skipIf(!existsSync(raws))('telling the samples in ../shared', () => {
	// The body of a suite that is skipped is run all the same.
	const all = existsSync(raws) ? readdirSync('../shared/dumps', {recursive: true, encoding: 'utf8'}) : [];
	const samples = all
		.filter(path => /\/[^/]+\.[^/.]+$/.test(path))
		.map(path => ({path, text: readFileSync(`../shared/dumps/${path}`, 'latin1').slice(0, 1 << 16)}));

	it.each(own)('%s takes its own and no others', (name, folder) => {
		const format: Format | undefined = formats.find(one => one.name === name);
		const taken = samples.filter(({text}) => (format?.detect({text, whole: false}) ?? 1) > 0.5);
		expect(taken.map(({path}) => path)).toEqual(
			samples.map(({path}) => path).filter(path => folder !== null && path.startsWith(`${folder}/`)),
		);
	});
});
