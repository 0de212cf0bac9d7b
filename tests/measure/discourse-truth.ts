/**
Truth: Discourse's JSON states who answers whom and which post a quote is from. Here that is
taken apart: the posts as they are, and a dump of the same posts that no longer says so.
*/
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {openDump} from '../../source/formats/open-dump.ts';
import type {Block, Body, QuoteSource} from '../../source/thread/body.ts';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import type {Post} from '../../source/thread/post.ts';

export type TruePost = {
	/** The file that it was met in first. */
	readonly file: string;
	readonly topic: string;
	readonly number: number;
	readonly post: Post;
	readonly body: Body;
	/** The number of the post it answers, in its topic, as the dump states it. */
	readonly parent: number | null;
};

/** Whether the authors that quotes name are kept, as in Discourse's text (`[quote="ada"]`), or hidden as well. */
export type Names = 'kept' | 'hidden';

/**
Read Discourse JSON. Posts that several files hold count once.

@returns The posts by topic and number.
*/
export async function readTruth(files: readonly string[]): Promise<readonly TruePost[]> {
	const posts = new Map<string, TruePost>();
	for (const file of files) {
		const dump = await readWhole(file);
		for (const post of dump.posts) {
			const key = postKey(post.topic, post.number ?? 0);
			if (post.number === null || post.kind === 'missing' || posts.has(key)) continue;
			const parent = post.parent === null ? null : numberOf(post.parent, dump);
			const body = dump.body(post);
			posts.set(key, {file: path.basename(file), topic: post.topic, number: post.number, post, body, parent});
		}
	}
	return [...posts.values()].sort((a, b) => Number(a.topic) - Number(b.topic) || a.number - b.number);
}

/** The same posts as a dump that states no parents and no sources of quotes. Ids are those of `postKey`. */
export function hiddenDump(posts: readonly TruePost[], names: Names): Dump {
	const builder = new DumpBuilder('hidden', post => withoutSources(posts[Number(post.raw)]?.body.blocks ?? [], names));
	for (const [index, {topic, number, post}] of posts.entries()) {
		const {author, name, date, kind, action} = post;
		const raw = String(index);
		builder.add({id: postKey(topic, number), topic, number, author, name, date, kind, action, markup: 'plain', raw});
	}
	return builder.snapshot(true);
}

export function postKey(topic: string, number: number): string {
	return `${topic}/${number}`;
}

async function readWhole(file: string): Promise<Dump> {
	let last: Dump | null = null;
	for await (const dump of openDump([readFileSync(file)], {format: 'discourse-json'})) last = dump;
	if (last === null) throw new Error(`${file}: no dump`);
	return last;
}

/** Posts state their parent by its id; where that is not in the dump, the id still ends in its number. */
function numberOf(id: string, dump: Dump): number | null {
	const post = dump.posts[dump.indexOf(id)];
	const number = post === undefined ? Number(/\d+$/.exec(id)?.[0] ?? Number.NaN) : post.number;
	return number === null || Number.isNaN(number) ? null : number;
}

function withoutSources(blocks: readonly Block[], names: Names): readonly Block[] {
	return blocks.map((block): Block => {
		if (block.type !== 'quote') return block;
		return {...block, source: hidden(block.source, names), children: withoutSources(block.children, names)};
	});
}

function hidden(source: QuoteSource | null, names: Names): QuoteSource | null {
	if (source === null || source.author === null || names === 'hidden') return null;
	return {author: source.author, number: null, topic: null};
}
