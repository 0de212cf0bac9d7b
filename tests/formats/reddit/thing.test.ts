/**
Single facts of Reddit's things, where the API, its settings and its archives differ.
*/
import {describe, expect, it} from 'vitest';
import {readComment, readSubmission} from '../../../source/formats/reddit/thing.ts';

const comment = {
	id: 'b',
	body: 'x',
	link_id: 't3_a',
	parent_id: 't1_c',
	author: 'ada',
	score: 2,
	created_utc: 1600000000.5,
};

describe('a comment', () => {
	it.each([
		['escaped, as the HTML beside it tells', {body: '&gt; a &amp;amp; b', body_html: '&lt;div&gt;'}, '> a &amp; b'],
		['raw, as the HTML beside it tells', {body: '&gt; a', body_html: '<div>'}, '&gt; a'],
		['escaped, for no sign is bare', {body: '&gt; a &amp; b'}, '> a & b'],
		['raw, for a sign is bare', {body: '> a &gt; b'}, '> a &gt; b'],
		['raw, as the bulk downloader asks for', {body: 'a &gt; b', submission: 'a'}, 'a &gt; b'],
	])('body: %s', (_, facts, raw) => {
		expect(readComment({...comment, ...facts}).raw).toBe(raw);
	});

	it.each([
		['a score that is hidden', {score_hidden: true}, {likes: null}],
		['a score below zero', {score: -7}, {likes: -7}],
		['seconds as text', {created_utc: '1300000000'}, {date: '2011-03-13T07:06:40Z'}],
		['an edit at a time', {edited: 1600000100.0}, {edited: '2020-09-13T12:28:20Z'}],
		['an edit at some time', {edited: true}, {edited: null}],
		['no author any more', {author: '[deleted]'}, {author: null, kind: 'post'}],
		['no words any more', {body: '[removed]'}, {kind: 'deleted', raw: '[removed]'}],
		['words removed by Reddit', {body: '[ Removed by Reddit ]'}, {kind: 'deleted'}],
		['a user called DELETED', {author: 'DELETED'}, {author: 'DELETED'}],
		['nobody, says the bulk downloader', {author: 'DELETED', submission: 'a'}, {author: null}],
	])('%s', (_, facts, wanted) => {
		expect(readComment({...comment, ...facts})).toMatchObject(wanted);
	});
});

describe('a submission', () => {
	const submission = {id: 'a', title: 'Q &amp; A', selftext: '', permalink: '/r/x/comments/a/q/', subreddit: 'x'};

	it.each([
		[
			'a link',
			{url: 'https://y.example/?a=1&amp;b'},
			{source: 'https://y.example/?a=1&b', raw: '<https://y.example/?a=1&b>'},
		],
		[
			'a text',
			{is_self: true, selftext: 'hi', url: 'https://www.reddit.com/r/x/comments/a/q/'},
			{source: null, raw: 'hi'},
		],
		['its own address', {url: 'https://old.reddit.com/r/x/comments/a/q/'}, {source: null, raw: ''}],
		['an address that is none', {url: 'java\nscript:<b>'}, {source: null, raw: 'java\nscript:<b>'}],
		[
			'a poll',
			{is_self: true, poll_data: {options: [{text: 'Tea', vote_count: 4}, {text: 'Rain'}]}},
			{raw: '- Tea (4 votes)\n- Rain'},
		],
	])('%s', (_, facts, wanted) => {
		expect(readSubmission({...submission, ...facts})).toMatchObject({
			title: 'Q & A',
			topic: 'a',
			parent: null,
			...wanted,
		});
	});
});
