/**
Completing a query: the word before the cursor becomes a field, a filter or an author's name.
*/

import {fold} from '../text/words.ts';
import type {Dump} from '../thread/dump.ts';

const fields = [
	'author:',
	'quote:',
	'text:',
	'likes:>',
	'has:link',
	'has:image',
	'has:quote',
	'has:code',
	'is:unread',
	'is:marked',
] as const;

/**
The ways to complete what is typed.

@param before - The query up to the cursor.
@returns Whole texts to put in its place, the likeliest first; empty where nothing fits.
*/
export function completions(before: string, dump: Dump): readonly string[] {
	const [, head = '', word = ''] = /^(.*?)([^\s|]*)$/s.exec(before) ?? [];
	const [, sign = '', asked = ''] = /^([!'^]*)(.*)$/s.exec(word) ?? [];
	const scope = /^(?:author:|@)/.exec(asked)?.[0];
	if (scope === undefined) {
		if (asked === '') return [];
		return fields.filter(field => field.startsWith(asked) && field !== asked).map(field => head + sign + field);
	}
	const wanted = fold(asked.slice(scope.length).replace(/^"/, ''));
	return authorsBy(dump, name => fold(name).startsWith(wanted)).map(name => {
		const quoted = /\s/.test(name) ? `"${name}"` : name;
		return `${head}${sign}${scope}${quoted}`;
	});
}

const mostAuthors = 50;

/** Authors that fit, who wrote most first. */
function authorsBy(dump: Dump, fits: (name: string) => boolean): readonly string[] {
	const counts = new Map<string, number>();
	for (const {author} of dump.posts) if (author !== null) counts.set(author, (counts.get(author) ?? 0) + 1);
	return [...counts]
		.filter(([name]) => fits(name))
		.sort((a, b) => b[1] - a[1])
		.slice(0, mostAuthors)
		.map(([name]) => name);
}
