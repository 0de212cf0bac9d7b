/**
Real pages and feeds of Discourse, read against what their source states, as found by regular
expressions and by another reader. They lie beside the project and not in it; without them
nothing is tested here.
*/
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {detectFormat} from '../../source/formats/detect-format.ts';
import {formats} from '../../source/formats/registry.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {readDump} from './read-dump.ts';

const dumps = '../shared/dumps';
const pages = `${dumps}/discourse-html`;
const feeds = `${dumps}/discourse-rss`;
const truths = `${dumps}/truth`;

type Quoted = readonly [author: string | null, number: string | null, topic: string | null];

type TruthPost = {
	readonly number: string;
	readonly username: string;
	readonly full: string | null;
	readonly time: string;
	readonly likes: string;
	readonly quotes: readonly Quoted[];
};

type Truth = {readonly title: string; readonly posts: readonly TruthPost[]};

function truthOf(name: string): Truth {
	return JSON.parse(readFileSync(`${truths}/${name}.json`, 'utf8'));
}

/** The first groups of all matches. */
function all(text: string, pattern: RegExp): readonly string[] {
	return [...text.matchAll(pattern)].map(match => match[1] ?? '');
}

function quotesOf(dump: Dump): readonly (readonly Quoted[])[] {
	return dump.posts.map(post =>
		dump.body(post).quotes.flatMap(({source}) => {
			if (source === null) return [];
			return [[source.author, source.number === null ? null : String(source.number), source.topic] as const];
		}),
	);
}

/** The quotes of a post that name a source; a quote whose attributes name no author has it in its title. */
function quotesIn(post: TruthPost, posts: readonly TruthPost[]): readonly Quoted[] {
	const named = post.quotes.filter(quote => quote.some(part => part !== null));
	return named.map(([author, number, topic]) => [
		author ?? posts.find(other => other.number === number)?.username ?? null,
		number,
		topic,
	]);
}

/** A time to the second, UTC, as RFC 2822 writes it. */
function iso(rfc2822: string): string {
	return new Date(rfc2822).toISOString().replace('.000Z', 'Z');
}

describe.skipIf(!existsSync(pages))('the pages in ../shared', () => {
	const names = existsSync(pages) ? readdirSync(pages).map(name => name.replace('.html', '')) : [];
	const archived = names.filter(name => existsSync(`${truths}/${name}.json`));

	it.each(archived)('%s: authors, numbers, times, likes, quotes', async name => {
		const source = readFileSync(`${pages}/${name}.html`, 'utf8');
		const truth = truthOf(name);
		const dump = await readDump(source);
		expect(dump.format).toBe('discourse-html');
		expect(dump.title).toBe(truth.title);
		// Where the archiver took the page's own address for a file of its own, none is stated.
		expect(dump.url).toBe(all(source, /<link href="(https:[^"]+)" itemprop="mainEntityOfPage"/g)[0] ?? null);
		const topic = /-(\d+)$/.exec(name)?.[1];
		expect(dump.topics.map(({id, posts}) => [id, posts])).toEqual([[topic, truth.posts.length]]);
		expect(
			dump.posts.map(({id, number, author, date, likes, kind, markup}) => [
				id,
				number,
				author,
				date,
				likes,
				kind,
				markup,
			]),
		).toEqual(
			truth.posts.map(post => [
				post.number,
				Number(post.number),
				post.username,
				post.time,
				post.likes === '' ? 0 : Number.parseInt(post.likes, 10),
				'post',
				'html',
			]),
		);
		expect(dump.posts.map(post => post.name)).toEqual(truth.posts.map(post => post.full));
		expect(quotesOf(dump)).toEqual(truth.posts.map(post => quotesIn(post, truth.posts)));
		const edits = all(source, /<meta content="([^"]+)" itemprop="dateModified"/g);
		expect(dump.posts.map(post => post.edited ?? post.date)).toEqual(edits);
		const goesOn = source.includes('rel="next"');
		expect(dump.problems.map(({message}) => message)).toEqual(
			goesOn ? ['the thread goes on: later pages are not in this dump'] : [],
		);
	});

	it.each(archived)('%s: every word of every body, as the other reader found it', async name => {
		const dump = await readDump(readFileSync(`${pages}/${name}.html`, 'utf8'));
		const posts: readonly (TruthPost & {readonly text?: string})[] = truthOf(name).posts;
		for (const [index, post] of dump.posts.entries()) {
			const leaves: string[] = [];
			JSON.stringify(dump.body(post).blocks, (key, value) => {
				if (typeof value === 'string' && key !== 'type') leaves.push(value);
				return value;
			});
			const read = leaves.join('').replace(/\s+/g, '');
			const words = (posts[index]?.text ?? '')
				.split('\n')
				.flatMap(line => line.split(/\s+/))
				.filter(word => word !== '' && word !== '…' && !/^\d+(?:×\d+)?$|^[KM]B$|^[\d.]+$/.test(word));
			expect(words.filter(word => !read.includes(word.replace(/^@|:$/g, '')))).toEqual([]);
		}
	});

	it('ionic-177814: a saved page whose data is broken is read from its plain part', async () => {
		const source = readFileSync(`${pages}/ionic-177814-full-page-noscript.html`, 'utf8');
		const plain = /<noscript data-path[\s\S]*?<\/noscript>/.exec(source)?.[0] ?? '';
		const dump = await readDump(source);
		expect(dump.title).toBe(all(plain, /<h1>\s*<a href="[^"]*">([^<]*)<\/a>/g)[0]);
		expect(dump.url).toBe(all(source, /<link rel="canonical" href="([^"]+)"/g)[0]);
		const numbers = all(plain, /<span itemprop='position'>#(\d+)<\/span>/g).map(Number);
		expect(numbers).toHaveLength(20);
		expect(dump.posts.map(post => post.number)).toEqual(numbers);
		expect(dump.posts.map(post => post.author)).toEqual(
			all(plain, /<a itemprop="url" href='[^']*'><span itemprop='name'>([^<]*)<\/span>/g),
		);
		expect(dump.posts.map(post => post.date)).toEqual(all(plain, /<time itemprop='datePublished' datetime='([^']*)'/g));
		expect(dump.posts.map(post => post.edited ?? post.date)).toEqual(
			all(plain, /<meta itemprop='dateModified' content='([^']*)'/g),
		);
		expect(dump.posts.map(post => String(post.likes))).toEqual(
			all(plain, /LikeAction"\/>\s*<meta itemprop="userInteractionCount" content="(\d+)"/g),
		);
		const quoted = all(plain, /<aside class="quote[^"]*" data-username="([^"]*)"/g);
		expect(
			quotesOf(dump)
				.flat()
				.map(([author]) => author),
		).toEqual(quoted);
		expect(dump.problems.map(({message}) => message)).toEqual([
			expect.stringMatching(/^the data of this page is broken/),
			expect.stringMatching(/^post 4 is not in this dump/),
			expect.stringMatching(/^post 21 is not in this dump/),
			'the thread goes on: later pages are not in this dump',
		]);
	});
});

describe.skipIf(!existsSync(feeds))('the feeds in ../shared', () => {
	it.each(existsSync(feeds) ? readdirSync(feeds) : [])('%s: 25 posts, the oldest first', async name => {
		const source = readFileSync(`${feeds}/${name}`, 'utf8');
		const dump = await readDump(source);
		expect(dump.format).toBe('discourse-rss');
		const items = source.split('<item>').slice(1).toReversed();
		expect(items).toHaveLength(25);
		expect(dump.url).toBe(all(source, /<link>([^<]*)<\/link>/g)[0]);
		expect(dump.title).toBe(all(source, /<title>([^<]*)<\/title>/g)[0]?.replaceAll('&#39;', "'"));
		expect(dump.posts.map(({id, topic, author, date}) => [topic, id, author, date])).toEqual(
			items.map(item => [
				...(/-post-(\d+)-(\d+)<\/guid>/.exec(item)?.slice(1) ?? []),
				all(item, /<dc:creator><!\[CDATA\[(.*?)\]\]>/g)[0],
				iso(all(item, /<pubDate>([^<]*)</g)[0] ?? ''),
			]),
		);
		expect(dump.posts.map(post => post.number)).toEqual(dump.posts.map(post => Number(post.id)));
		expect(dump.posts.every(post => post.likes === null && post.parent === null)).toBe(true);
		expect(dump.posts.some(post => /Read full topic/.test(post.raw))).toBe(false);
		expect(quotesOf(dump)).toEqual(
			items.map(item =>
				[
					...item.matchAll(/<aside class="quote[^"]*" data-username="([^"]*)" data-post="(\d+)" data-topic="(\d+)"/g),
				].map(match => match.slice(1)),
			),
		);
		expect(dump.source).toBe(all(source, /original entry at &lt;a href=&quot;([^&]*)&quot;/g)[0]);
	});
});

describe.skipIf(!existsSync(dumps))('the samples of other formats in ../shared', () => {
	const files = existsSync(dumps) ? readdirSync(dumps, {recursive: true, encoding: 'utf8'}) : [];
	const others = files.filter(name => /\.\w+$/.test(name) && !/^(?:discourse-html|discourse-rss|truth)\//.test(name));

	it.each(['discourse-html', 'discourse-rss'])('%s takes none for its own', name => {
		const own = formats.filter(format => format.name === name);
		expect(own).toHaveLength(1);
		const taken = others.filter(file => {
			const text = readFileSync(`${dumps}/${file}`, 'utf8').slice(0, 1 << 16);
			return detectFormat({text, whole: false}, own) !== null;
		});
		expect(others.length).toBeGreaterThan(100);
		expect(taken).toEqual([]);
	});
});
