/**
Real answers of Discourse's API, read against what they state: counted here with `JSON.parse`
alone. They lie beside the project and not in it; without them nothing is tested here.
*/
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readDump} from './read-dump.ts';
import {postCount} from './sample-manifest.ts';

const folder = '../shared/dumps/discourse-json';

type ApiPost = {
	readonly id: number;
	readonly topic_id: number;
	readonly post_number: number;
	readonly username: string;
	readonly name: string | null;
	readonly created_at: string;
	readonly updated_at: string;
	readonly version: number;
	readonly post_type: number;
	readonly hidden: boolean;
	readonly user_deleted: boolean;
	readonly cooked: string;
	readonly actions_summary: readonly {readonly id: number; readonly count?: number}[];
	readonly reply_to_post_number: number | null;
	readonly polls?: readonly {readonly voters: number; readonly options: readonly {readonly votes: number}[]}[];
};

type ApiTopic = {
	readonly post_stream?: {readonly posts: readonly ApiPost[]; readonly stream?: readonly number[]};
	readonly latest_posts?: readonly ApiPost[];
};

function kindOf(post: ApiPost): string {
	if (post.user_deleted) return 'deleted';
	if (post.hidden) return 'hidden';
	return post.post_type === 3 ? 'action' : 'post';
}

/** The posts of a file, topic by topic as they come, each in the order of its numbers. */
function postsOf(file: string): readonly ApiPost[] {
	const json: ApiTopic & ApiPost = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
	const posts = json.post_stream?.posts ?? json.latest_posts ?? [json];
	const topics = [...new Set(posts.map(post => post.topic_id))];
	return topics.flatMap(topic =>
		posts.filter(post => post.topic_id === topic).toSorted((one, other) => one.post_number - other.post_number),
	);
}

describe.skipIf(!existsSync(folder))('the samples in ../shared', () => {
	const files = existsSync(folder) ? readdirSync(folder) : [];

	it.each(files)('%s: every fact of every post', async file => {
		const dump = await readDump(readFileSync(`${folder}/${file}`));
		const wanted = postsOf(file);
		const several = new Set(wanted.map(post => post.topic_id)).size > 1;
		const idOf = (post: ApiPost, number: number) => (several ? `${post.topic_id}/${number}` : String(number));
		expect(dump.format).toBe('discourse-json');
		expect(wanted).toHaveLength(postCount(`discourse-json/${file}`));
		const posts = dump.posts.filter(post => post.kind !== 'missing');
		expect(
			posts.map(({id, topic, number, author, name, date, edited, likes, parent, kind}) => ({
				...{id, topic, number, author, name, date, edited, likes, parent, kind},
			})),
		).toEqual(
			wanted.map(post => ({
				id: idOf(post, post.post_number),
				topic: String(post.topic_id),
				number: post.post_number,
				author: post.username,
				name: post.name === '' || post.name === post.username ? null : post.name,
				date: post.created_at,
				edited: post.version > 1 ? post.updated_at : null,
				likes: post.actions_summary.find(action => action.id === 2)?.count ?? 0,
				parent: post.reply_to_post_number === null ? null : idOf(post, post.reply_to_post_number),
				kind: kindOf(post),
			})),
		);
		const changed = posts.filter((post, index) => post.raw !== wanted[index]?.cooked);
		expect(changed.length).toBeLessThanOrEqual(wanted.filter(post => post.polls !== undefined).length + 1);
	});

	it.each(files)('%s: what the stream names and no page holds', async file => {
		const json: ApiTopic = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
		const loaded = new Set(postsOf(file).map(post => post.id));
		const absent = (json.post_stream?.stream ?? []).filter(id => !loaded.has(id)).length;
		if (json.post_stream?.stream === undefined) return;
		const dump = await readDump(readFileSync(`${folder}/${file}`));
		const missing = dump.posts.filter(post => post.kind === 'missing');
		expect(missing.reduce((sum, post) => sum + (post.count ?? 0), 0)).toBe(absent);
		expect(dump.problems.some(({message}) => message.includes('pages were not loaded'))).toBe(absent > 0);
	});

	it.each(files)('%s: the votes of its polls stand in its HTML', async file => {
		const dump = await readDump(readFileSync(`${folder}/${file}`));
		const html = dump.posts.map(post => post.raw).join('');
		const counts = (attribute: string) =>
			[...html.matchAll(new RegExp(` ${attribute}="(\\d+)"`, 'g'))].map(match => Number(match[1]));
		const polls = postsOf(file).flatMap(post => post.polls ?? []);
		expect(counts('data-voters')).toEqual(polls.map(poll => poll.voters));
		expect(counts('data-votes')).toEqual(polls.flatMap(poll => poll.options.map(option => option.votes)));
	});

	it.each(files)('%s: whom its quotes name', async file => {
		const dump = await readDump(readFileSync(`${folder}/${file}`));
		const posts = dump.posts.filter(post => post.kind !== 'missing');
		const wanted = postsOf(file).map(post =>
			[...post.cooked.matchAll(/<aside class="quote[^>]*data-username="([^"]+)"/g)].map(match => match[1]),
		);
		const found = posts.map(post => dump.body(post).quotes.flatMap(quote => quote.source?.author ?? []));
		for (const [index, names] of wanted.entries()) expect(found[index]).toEqual(expect.arrayContaining(names));
	});
});
