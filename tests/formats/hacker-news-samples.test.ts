/**
Real dumps of Hacker News, read against what they state: counted here with `JSON.parse` and
regular expressions alone. They lie beside the project and not in it; without them nothing is tested here.
*/
import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readDump} from './read-dump.ts';
import {postCount} from './sample-manifest.ts';

const folder = '../shared/dumps/hn';

function read(file: string) {
	return readDump(readFileSync(`${folder}/${file}`));
}

function isoOf(seconds: number): string {
	return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

type Kettle = {
	readonly id: number;
	readonly user?: string;
	readonly time: number;
	readonly content: string;
	readonly deleted?: boolean;
	readonly dead?: boolean;
	readonly comments: readonly Kettle[];
};

type Leaf = {
	readonly id: number;
	readonly author: string;
	readonly created_at: string;
	readonly points?: number | null;
	readonly parent_id: number | null;
	readonly text: string;
	readonly children: readonly Leaf[];
};

describe.skipIf(!existsSync(folder))('the samples in ../shared', () => {
	it('algolia: the tree', async () => {
		const file = 'algolia-49522897.subset.json';
		const wanted: Leaf[] = [];
		(function walk(leaf: Leaf): void {
			wanted.push(leaf);
			leaf.children.forEach(walk);
		})(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
		const dump = await read(file);
		const facts = dump.posts.map(({id, author, date, likes, parent, raw, topic}) => ({
			...{id, author, date, likes, parent, raw, topic},
		}));
		expect(facts).toHaveLength(postCount(`hn/${file}`));
		expect(facts).toEqual(
			expect.arrayContaining(
				wanted.map(leaf => ({
					id: String(leaf.id),
					author: leaf.author,
					date: leaf.created_at,
					likes: leaf.points ?? null,
					parent: leaf.parent_id === null ? null : String(leaf.parent_id),
					raw: leaf.text,
					topic: '49522897',
				})),
			),
		);
		expect(dump.title).toMatch(/^Ask HN: Who is hiring\?/);
	});

	it('firebase: a story, a comment, a job', async () => {
		const story = await read('firebase-item-8863-story.json');
		expect(story.source).toBe('http://www.getdropbox.com/u/2/screencast.html');
		expect(story.posts.map(({id, author, date, likes, kind, count}) => [id, author, date, likes, kind, count])).toEqual(
			[
				['8863', 'dhouston', isoOf(1175714200), 111, 'post', null],
				['missing-8952', null, null, null, 'missing', 33],
			],
		);
		const comment = await read('firebase-item-2921983-comment.json');
		expect(comment.posts.map(({id, parent, count}) => [id, parent, count])).toEqual([
			['2921983', '2921506', null],
			['missing-2922097', '2921983', 7],
		]);
		const job = await read('firebase-item-192327-job.json');
		expect(job.posts.map(({author, likes, kind}) => [author, likes, kind])).toEqual([['justin', 6, 'post']]);
		expect(job.source).toBeNull();
	});

	it('hackerweb: every comment under its parent', async () => {
		const file = 'hackerweb-25015967.json';
		const story: Kettle = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
		const wanted: {comment: Kettle; parent: string}[] = [];
		(function walk({id, comments}: Kettle): void {
			for (const comment of comments) {
				wanted.push({comment, parent: String(id)});
				walk(comment);
			}
		})(story);
		const dump = await read(file);
		expect(dump.posts).toHaveLength(postCount(`hn/${file}`));
		expect(
			dump.posts.slice(1).map(({id, author, date, parent, raw, kind}) => ({id, author, date, parent, raw, kind})),
		).toEqual(
			wanted.map(({comment, parent}) => ({
				id: String(comment.id),
				author: comment.user ?? null,
				date: isoOf(comment.time),
				parent,
				raw: comment.content,
				kind: comment.deleted === true ? 'deleted' : comment.dead === true ? 'hidden' : 'post',
			})),
		);
		expect(dump.problems).toEqual([]);
	});

	it('a saved page: every row', async () => {
		const file = 'html-41425910.html';
		const html = readFileSync(`${folder}/${file}`, 'utf8');
		const rows = html.split(/(?=<tr class='athing comtr)/).slice(1);
		const above: string[] = [];
		const wanted = rows.map(row => {
			const id = /id='(\d+)'/.exec(row)?.[1] ?? '';
			const indent = Number(/indent='(\d+)'/.exec(row)?.[1]);
			above.length = indent;
			above.push(id);
			return {
				id,
				author: /class="hnuser">([^<]+)</.exec(row)?.[1] ?? null,
				date: `${/class="age" title="([^".]+)/.exec(row)?.[1]}Z`,
				parent: above.at(-2) ?? '41425910',
				raw: /<div class="commtext c\w\w">([\s\S]*?)<\/div>/.exec(row)?.[1] ?? /\[(?:flagged|deleted)\]/.exec(row)?.[0],
			};
		});
		const dump = await read(file);
		expect(dump.posts).toHaveLength(postCount(`hn/${file}`));
		expect(dump.posts.slice(1).map(({id, author, date, parent, raw}) => ({id, author, date, parent, raw}))).toEqual(
			wanted,
		);
		expect(dump.posts[0]).toMatchObject({
			id: '41425910',
			author: 'whoishiring',
			likes: 436,
			date: '2024-09-02T15:00:06Z',
		});
		expect(dump.title).toBe('Ask HN: Who is hiring? (September 2024)');
		expect(dump.problems).toEqual([]);
	});
});
