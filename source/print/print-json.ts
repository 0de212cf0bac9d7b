/**
A dump as one JSON object: its head one key a line, its posts one a line.

That is for machines first, and yet `grep` finds a post and `diff` shows one.
*/
import type {Context} from '../thread/context.ts';
import type {Dump} from '../thread/dump.ts';
import type {Entry} from './entry.ts';
import {dumpRecord, postRecord} from './record.ts';

/** @returns The object in pieces, in order, ending in a newline. Pure. Never throws. */
export function* printJson(dump: Dump, entries: Iterable<Entry>, context: Context): Generator<string, void> {
	const {problems, ...head} = dumpRecord(dump);
	yield '{\n';
	for (const [key, value] of Object.entries(head)) yield `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`;
	yield '  "posts": [';
	let separator = '\n';
	for (const entry of entries) {
		yield `${separator}    ${JSON.stringify(postRecord(entry, dump, context))}`;
		separator = ',\n';
	}
	yield separator === '\n' ? '],\n' : '\n  ],\n';
	yield `  "problems": ${JSON.stringify(problems)}\n}\n`;
}
