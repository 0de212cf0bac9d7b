/** A dump as JSON lines: first what is known of the whole, under `thread`, then one post a line. */
import type {Context} from '../thread/context.ts';
import type {Dump} from '../thread/dump.ts';
import type {Entry} from './entry.ts';
import {dumpRecord, postRecord} from './record.ts';

/**
@param searched - With a query there are post lines only.
@returns One line a piece, each ending in a newline. Pure. Never throws.
*/
export function* printJsonl(
	dump: Dump,
	entries: Iterable<Entry>,
	context: Context,
	searched: boolean,
): Generator<string, void> {
	if (!searched) yield `${JSON.stringify({thread: dumpRecord(dump)})}\n`;
	for (const entry of entries) yield `${JSON.stringify(postRecord(entry, dump, context))}\n`;
}
