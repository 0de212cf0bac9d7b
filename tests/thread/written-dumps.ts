/**
Small dumps for tests of merging, written as lines: `#number author: words`, with `^parent`, `@date` and an id of its
own before the number where it has one.
*/
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import {mergeDumps} from '../../source/thread/merge-dumps.ts';
import type {PostDraft} from '../../source/thread/post.ts';

type Facts = {
	readonly title?: string | null;
	readonly url?: string | null;
	readonly format?: string;
	readonly topic?: string;
	readonly complete?: boolean;
};

export const paragraph = (raw: string) => [{type: 'paragraph', children: [{type: 'text', text: raw}]}] as const;

function postOf(line: string): PostDraft {
	const [, id, number, author, parent, date, raw = ''] =
		/^(?:(\S+) )?#(\d+|-) ([a-z]*)(?: \^(\S+))?(?: @(\S+))?: ?(.*)$/.exec(line) ?? [];
	return {
		id: id ?? number ?? '',
		number: number === '-' ? null : Number(number),
		author: author === '' ? null : (author ?? null),
		parent: parent ?? null,
		date: date ?? null,
		markup: 'plain',
		raw,
	};
}

export function dump(lines: readonly string[], facts: Facts = {}): Dump {
	const {title = null, url = null, format = 'text', topic, complete = true} = facts;
	const builder = new DumpBuilder(format, post => paragraph(post.raw));
	if (topic === undefined) builder.head({title, url});
	else builder.topic(topic, {title, url});
	for (const line of lines) builder.add({...postOf(line), ...(topic === undefined ? {} : {topic})});
	return builder.snapshot(complete, 100);
}

export const merge = (...dumps: readonly Dump[]) =>
	mergeDumps(
		dumps,
		dumps.map((_, index) => `${'abcdefghi'[index]}.txt`),
	);

/** Topic, id, number and words of every post. */
export const linesOf = (merged: Dump) =>
	merged.posts.map(
		post =>
			`${post.topic}/${post.id} #${post.number ?? '-'}${post.parent === null ? '' : ` ^${post.parent}`} ${merged.body(post).text}`,
	);

export const topicsOf = (merged: Dump) => merged.topics.map(({id, title, posts}) => `${id} ${title} (${posts})`);
export const problemsOf = (merged: Dump) =>
	merged.problems.map(({level, post, message}) => `${level} ${post}: ${message}`);
