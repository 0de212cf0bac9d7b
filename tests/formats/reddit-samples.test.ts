/**
Real Reddit threads, read against what they state: counted here with `JSON.parse` alone. They lie
beside the project and not in it; without them nothing is tested here.
*/
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {safeText} from '../../source/text/safe-text.ts';
import {readDump} from './read-dump.ts';
import {postCount} from './sample-manifest.ts';

const folder = '../shared/dumps/reddit';

type Listing = {readonly data: {readonly children: readonly Thing[]}};
type Thing = {
	readonly kind: 't1' | 't3' | 'more';
	readonly data: {
		readonly id: string;
		readonly author?: string;
		readonly body?: string;
		readonly body_html?: string;
		readonly score?: number;
		readonly score_hidden?: boolean;
		readonly created_utc?: number;
		readonly edited?: number | boolean;
		readonly parent_id?: string;
		readonly count?: number;
		readonly replies?: Listing | '';
	};
};

function thingsOf(file: string): readonly Thing[] {
	const things: Thing[] = [];
	function walk(listing: Listing): void {
		for (const thing of listing.data.children) {
			things.push(thing);
			if (thing.data.replies) walk(thing.data.replies);
		}
	}
	const page: readonly Listing[] = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
	page.forEach(walk);
	return things;
}

function isoOf(seconds: number | boolean | undefined): string | null {
	return typeof seconds === 'number' ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') : null;
}

function bodyOf({body = '', body_html: html = ''}: Thing['data']): string {
	const words = html.startsWith('&lt;')
		? body.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
		: body;
	return safeText(words).text;
}

describe.skipIf(!existsSync(folder))('the samples in ../shared', () => {
	const files = existsSync(folder) ? readdirSync(folder) : [];

	it.each(files)('%s: every fact of every comment, and every stub', async file => {
		const dump = await readDump(readFileSync(`${folder}/${file}`));
		const things = thingsOf(file);
		expect(dump.format).toBe('reddit');
		expect(dump.posts.filter(post => post.kind !== 'missing')).toHaveLength(postCount(`reddit/${file}`));
		const comments = dump.posts.slice(1);
		expect(
			comments.map(({id, kind, author, date, edited, likes, parent, count, raw}) => ({
				...{id, kind, author, date, edited, likes, parent, count, raw},
			})),
		).toEqual(
			things.slice(1).map(({kind, data}) => ({
				id: kind === 't1' ? data.id : data.id === '_' ? `more-of-${data.parent_id?.slice(3)}` : `more-${data.id}`,
				kind: kind === 'more' ? 'missing' : /^\[(?:deleted|removed)\]$/.test(data.body ?? '') ? 'deleted' : 'post',
				author: data.author === '[deleted]' ? null : (data.author ?? null),
				date: isoOf(data.created_utc),
				edited: isoOf(data.edited),
				likes: data.score_hidden === true ? null : (data.score ?? null),
				parent: data.parent_id?.slice(3),
				count: data.count === undefined || data.count === 0 ? null : data.count,
				raw: bodyOf(data),
			})),
		);
	});

	it.each(files)('%s: the submission', async file => {
		const dump = await readDump(readFileSync(`${folder}/${file}`));
		const [{data: submission}] = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))[0].data.children;
		expect(dump.posts[0]).toMatchObject({
			id: submission.id,
			author: submission.author,
			likes: submission.score,
			date: isoOf(submission.created_utc),
			edited: isoOf(submission.edited),
			parent: null,
		});
		expect(dump.title).toBe(submission.title);
		expect(dump.url).toBe(`https://www.reddit.com${submission.permalink}`);
		expect(dump.source).toBe(submission.is_self ? null : submission.url);
		const lacks = submission.num_comments > thingsOf(file).filter(({kind}) => kind === 't1').length;
		expect(dump.problems.some(({message}) => /comments of \w+ are counted/.test(message))).toBe(lacks);
	});
});
