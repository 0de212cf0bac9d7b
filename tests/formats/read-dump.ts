/**
Reading dumps in tests: the last snapshot of an input given as text or bytes.
*/
import {openDump} from '../../source/formats/open-dump.ts';
import type {Dump} from '../../source/thread/dump.ts';

/** Read an input to its end, in chunks of so many bytes. Bodies that a library reads are ready then. */
export async function readDump(input: string | Uint8Array, format?: string, chunkBytes = 1 << 16): Promise<Dump> {
	const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
	const chunks: Uint8Array[] = [];
	for (let start = 0; start < bytes.length; start += chunkBytes) chunks.push(bytes.subarray(start, start + chunkBytes));
	let last: Dump | null = null;
	for await (const dump of openDump(chunks, {format})) last = dump;
	if (last?.complete !== true) throw new Error('no complete snapshot came');
	for (const post of last.posts) if (post.markup === 'mail') await last.prepare(post);
	return last;
}

/** All that a reader of the dump can see; facts that a post does not state are left out. */
export function parseOf(dump: Dump): object {
	const several = dump.topics.length > 1;
	return {
		title: dump.title,
		url: dump.url,
		source: dump.source,
		format: dump.format,
		...(several ? {topics: dump.topics} : {}),
		posts: dump.posts.map(post => {
			const {raw: _raw, topic, markup: _markup, ...facts} = post;
			const stated = Object.entries(facts).filter(
				([name, value]) => name === 'likes' || (value !== null && !(name === 'parentBasis' && value === 'stated')),
			);
			return {...Object.fromEntries(stated), ...(several ? {topic} : {}), blocks: dump.body(post).blocks};
		}),
		problems: dump.problems,
	};
}
