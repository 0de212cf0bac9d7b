/**
The benchmark's inputs are what they are meant to be: every post that was made is found again.
*/
import {expect, test} from 'vitest';
import {type Dump, openDump} from '../../source/index.ts';
import {firstWords, type MadePost, madePosts} from './inputs/posts.ts';
import {type Shape, type ShapeName, shapes} from './inputs/shapes.ts';

const count = 60;

function made(): readonly MadePost[] {
	const posts: MadePost[] = [];
	for (const post of madePosts()) {
		posts.push(post);
		if (post.number === count) break;
	}
	return posts;
}

async function readBack({begin, post, end}: Shape): Promise<Dump | null> {
	const text = begin + made().map(post).join('') + end;
	let whole: Dump | null = null;
	for await (const dump of openDump([Buffer.from(text)])) whole = dump;
	await whole?.prepareAll();
	return whole;
}

const formats = {
	oneline: 'discourse-text',
	'likes-only': 'discourse-text',
	raw: 'discourse-raw',
	mbox: 'mbox',
	mime: 'mbox',
	attached: 'mbox',
	json: 'discourse-json',
} satisfies Readonly<Record<ShapeName, string>>;

type Facts = {readonly author: string | null; readonly likes: number | null};

const facts: Readonly<Record<ShapeName, (post: MadePost) => Facts>> = {
	oneline: ({author, likes}: MadePost) => ({author, likes}),
	'likes-only': ({likes}: MadePost) => ({author: null, likes: likes + 1}),
	raw: ({author}: MadePost) => ({author, likes: null}),
	mbox: ({author}: MadePost) => ({author, likes: null}),
	mime: ({author}: MadePost) => ({author, likes: null}),
	attached: ({author}: MadePost) => ({author, likes: null}),
	json: ({author, likes}: MadePost) => ({author, likes}),
};

const names: readonly ShapeName[] = ['oneline', 'likes-only', 'raw', 'mbox', 'mime', 'attached', 'json'];

test.each(names)('%s: all posts with their facts and words', async name => {
	const dump = await readBack(shapes[name]);
	expect(dump?.format).toBe(formats[name]);
	expect(dump?.posts.map(({author, likes}) => ({author, likes}))).toEqual(made().map(facts[name]));
	expect(dump?.posts.map(post => dump.body(post).text.replaceAll(/\s+/g, ' '))).toEqual(
		made().map(({paragraphs}) => expect.stringContaining(paragraphs[0] ?? '')),
	);
});

test('only the first post holds the words that are waited for', () => {
	const holders = made().filter(({paragraphs, quote}) => JSON.stringify([paragraphs, quote]).includes(firstWords));
	expect(holders.map(({number}) => number)).toEqual([1]);
});
