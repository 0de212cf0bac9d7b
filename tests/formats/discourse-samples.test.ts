/**
Real scraped dumps, read against the posts that they were made from. They lie beside
the project and not in it; without them nothing is tested here.
*/
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readDump} from './read-dump.ts';

const samples = '../shared/dumps/discourse-crawltext';
const truths = '../shared/dumps/truth';
const seed = '../shared/seeds/000_9fc60ebbaf8355f7.txt';

type TruthPost = {
	readonly number: string;
	readonly username: string;
	readonly time: string;
	readonly likes: string;
	readonly quotes: readonly (readonly [string | null, string | null, string | null])[];
};

function truthOf(name: string): readonly TruthPost[] {
	return JSON.parse(readFileSync(`${truths}/${name}.json`, 'utf8')).posts;
}

function likesIn(post: TruthPost): number {
	return post.likes === '' ? 0 : Number(post.likes.split(' ')[0]);
}

/** Whom each quote of a post names, in order. */
function quotedAuthors(post: TruthPost, posts: readonly TruthPost[]): readonly (string | undefined)[] {
	return post.quotes.map(([name, number]) => name ?? posts.find(other => other.number === number)?.username);
}

describe.skipIf(!existsSync(samples))('the samples in ../shared', () => {
	const names = existsSync(truths) ? readdirSync(truths).map(name => name.replace('.json', '')) : [];

	it.each(
		names.flatMap(name => [
			[name, 'oneline'],
			[name, 'lines'],
		]),
	)('%s.%s: authors, numbers, dates, likes and quotes', async (name, layout) => {
		const dump = await readDump(readFileSync(`${samples}/${name}.${layout}.txt`));
		const truth = truthOf(name);
		expect(dump.format).toBe('discourse-text');
		expect(dump.posts.map(({number, author, date, likes, kind}) => ({number, author, date, likes, kind}))).toEqual(
			truth.map(post => ({
				number: Number(post.number),
				author: post.username,
				date: post.time.slice(0, 16),
				likes: likesIn(post),
				kind: 'post',
			})),
		);
		expect(dump.posts.map(post => dump.body(post).quotes.map(quote => quote.source?.author))).toEqual(
			truth.map(post => quotedAuthors(post, truth)),
		);
	});

	it.each(names)('%s.numbers: posts and numbers', async name => {
		const dump = await readDump(readFileSync(`${samples}/${name}.numbers.txt`));
		const truth = truthOf(name);
		expect(dump.posts.map(post => [post.number, post.author, post.likes])).toEqual(
			// Without dates, a dump in which nobody likes anything does not show whether it would print likes.
			truth.map(post => [Number(post.number), null, truth.every(({likes}) => likes === '') ? null : likesIn(post)]),
		);
	});

	it.each(names)('%s.nometa: no likes line is lost and nothing invented', async name => {
		const text = readFileSync(`${samples}/${name}.nometa.txt`, 'utf8');
		const dump = await readDump(text, 'discourse-text');
		const likes = [...text.matchAll(/^[ \t]*(\d+) Likes?[ \t]*$/gm)].map(match => Number(match[1]));
		expect(dump.posts.flatMap(post => (post.likes ? [post.likes] : []))).toEqual(likes);
		expect(dump.posts.every(post => post.author === null && post.date === null)).toBe(true);
		expect(dump.posts.length).toBeLessThanOrEqual(truthOf(name).length);
		expect(dump.problems.map(({message}) => message).join('\n')).toMatch(/nobody liked|nothing here parts posts/);
	});

	it.each(['oneline', 'numbers'])('ionic-177814.%s: twenty posts below the header of the site', async layout => {
		const dump = await readDump(readFileSync(`${samples}/ionic-177814.${layout}.txt`));
		expect(dump.title).toBe('How to build an Android APK file without using Android Studio in a Capacitor project?');
		expect(dump.posts.map(post => post.number)).toEqual([
			1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22,
		]);
		expect(dump.posts.reduce((sum, post) => sum + (post.likes ?? 0), 0)).toBe(49);
		const last = dump.posts.at(-1);
		expect(last?.raw.endsWith('&& cd ..')).toBe(true);
		const goesOn = dump.problems.some(
			({message}) => message === 'the thread goes on: later pages are not in this dump',
		);
		expect(goesOn).toBe(layout === 'oneline');
	});

	it('ionic-177814.nometa: the title and the liked posts', async () => {
		const dump = await readDump(readFileSync(`${samples}/ionic-177814.nometa.txt`));
		expect(dump.title).toBe('How to build an Android APK file without using Android Studio in a Capacitor project?');
		expect(dump.posts.map(post => post.likes)).toEqual([1, 8, 1, 1, 20, 9, 1, 2, 1, 2, 1, 1, 1]);
		expect(dump.posts[0]?.raw.startsWith('I recently came')).toBe(true);
	});

	it('a page without likes lines: gaps part the posts', async () => {
		const dump = await readDump(readFileSync(`${samples}/real-bbs-boingboing-14073.nolikes.excerpt.txt`));
		expect(dump.format).toBe('discourse-text');
		expect(dump.title).toBeNull();
		expect(dump.posts.map(post => [post.number, post.likes])).toEqual([
			[1, null],
			[2, null],
		]);
		expect(dump.problems.map(({message}) => message).join()).toMatch(/two blank lines/);
	});
});

describe.skipIf(!existsSync(seed))('the seed in ../shared', () => {
	it('gives every post with its likes', async () => {
		const dump = await readDump(readFileSync(seed));
		expect(dump.title).toBe('Islamic State Claims Deadly Assault on Russian Music Venue: 40 Dead');
		expect(dump.source).toMatch(/^https:\/\/boingboing\.net\/2024\/03\/22\/[a-z0-9-]+\.html$/);
		expect(dump.format).toBe('discourse-text');
		expect(dump.posts).toHaveLength(20);
		expect(dump.posts.reduce((sum, post) => sum + (post.likes ?? 0), 0)).toBe(226);
		expect([dump.posts[0]?.likes, dump.posts.at(-1)?.likes]).toEqual([6, 4]);
		expect(dump.posts.every(post => post.author === null && post.date === null)).toBe(true);
		const bodies = dump.posts.map(post => dump.body(post));
		expect(bodies.flatMap(body => body.images.map(image => image.alt))).toEqual([
			'Seth Meyers Yes GIF by Late Night with Seth Meyers',
			'Love You GIF by Sky',
		]);
		const lists = bodies.flatMap(body => body.blocks).filter(block => block.type === 'list');
		expect(lists).toHaveLength(1);
		expect(lists[0]).toMatchObject({ordered: true, start: 1});
		expect(bodies.flatMap(body => body.quotes)).toEqual([]);
		expect(dump.problems.map(({line}) => line)).toEqual([56]);
	});
});
