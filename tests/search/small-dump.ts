/**
Small dumps for the tests of search: posts in a few words. Paragraphs are parted by a blank line; one
that begins with `> ` is a quote, with four spaces it is code, `![x]` is an image and `<x>` a link.
*/

import fc from 'fast-check';
import {createEngine} from '../../source/search/engine.ts';
import type {Engine, Match, ReadingStates, Results, SearchMode} from '../../source/search/search.ts';
import type {Block, Inline} from '../../source/thread/body.ts';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import type {PostDraft} from '../../source/thread/post.ts';

function block(paragraph: string): Block {
	if (paragraph.startsWith('    ')) return {type: 'code', language: null, text: paragraph.slice(4)};
	if (paragraph.startsWith('> ')) {
		return {type: 'quote', source: null, children: [{type: 'paragraph', children: [text(paragraph.slice(2))]}]};
	}
	return {type: 'paragraph', children: paragraph.split(/(?<=[\]>])|(?=!\[|<)/u).map(inline)};
}

function inline(source: string): Inline {
	if (source.startsWith('![')) return {type: 'image', alt: source.slice(2, -1), url: null};
	if (source.startsWith('<')) return {type: 'link', url: 'https://a.example/', children: [text(source.slice(1, -1))]};
	return text(source);
}

function text(source: string): Inline {
	return {type: 'text', text: source};
}

export type SmallPost = string | Partial<PostDraft>;

export function builderOf(): DumpBuilder {
	return new DumpBuilder('text', post => (post.raw === '' ? [] : post.raw.split('\n\n').map(block)));
}

/** Add posts, numbered on from those the builder has. */
export function addPosts(builder: DumpBuilder, posts: readonly SmallPost[]): void {
	for (const post of posts) {
		const draft = typeof post === 'string' ? {raw: post} : post;
		builder.add({id: String(builder.count + 1), markup: 'plain', raw: '', ...draft});
	}
}

export function dumpOf(posts: readonly SmallPost[]): Dump {
	const builder = builderOf();
	addPosts(builder, posts);
	return builder.snapshot(true);
}

export type Searched = {readonly dump: Dump; readonly engine: Engine};

export function searched(posts: readonly SmallPost[], states: ReadingStates | null = null): Searched {
	const dump = dumpOf(posts);
	const engine = createEngine(states, () => 0);
	while (!engine.index(dump, 1000));
	return {dump, engine};
}

/** Search, with a regular expression until every post was looked at: it takes its time on a busy machine. */
export function searchWhole(engine: Engine, query: string, mode: SearchMode): Results {
	let results = engine.search(query, mode);
	while (mode === 'regex' && !results.complete) results = engine.search(query, mode);
	return results;
}

/** The ids of the hits, best first; `~` stands before the first one that is only similar. */
export function found(engine: Engine, query: string, mode: SearchMode = 'fuzzy'): string {
	const {hits: lazy, error} = searchWhole(engine, query, mode);
	if (error !== null) return `error: ${error}`;
	const hits = [...lazy];
	const exact = hits.filter(hit => hit.exact).map(hit => hit.post);
	const similar = hits.filter(hit => !hit.exact).map(hit => hit.post);
	return [...exact, ...(similar.length > 0 ? ['~', ...similar] : [])].join(' ');
}

/** What a match covers. */
export function matchedText({dump}: Searched, post: string, match: Match): string {
	const of = dump.posts[dump.indexOf(post)];
	if (of === undefined) return '';
	const body = dump.body(of);
	const texts = {
		author: [of.author, of.name][match.index] ?? '',
		quote: body.quotes[match.index]?.text ?? '',
		text: body.text,
	};
	return texts[match.field].slice(match.start, match.end);
}

/** The matches in a post as `field:words`. */
export function shown(all: Searched, query: string, post: string, mode: SearchMode = 'fuzzy'): readonly string[] {
	const of = all.dump.posts[all.dump.indexOf(post)];
	if (of === undefined) return [];
	searchWhole(all.engine, query, mode);
	return all.engine.matches(query, of, mode).map(match => `${match.field}:${matchedText(all, post, match)}`);
}

/** Any UTF-16 text, lone surrogates too. */
export const anyText = fc
	.array(fc.oneof(fc.integer({min: 0, max: 0xff}), fc.integer({min: 0, max: 0xffff})), {maxLength: 60})
	.map(units => String.fromCharCode(...units));
