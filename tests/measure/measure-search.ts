/**
Measures search.

    npm run measure:search -- FILES             whether it finds what is half remembered in these dumps
    npm run measure:search -- --speed [POSTS]   how long it takes on made-up threads (100 000 posts)
*/
import {createReadStream} from 'node:fs';
import {openDump} from '../../source/formats/open-dump.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {measureQuality} from './measure-search-quality.ts';
import {measureSpeed} from './measure-search-speed.ts';

/** Queries of each kind. */
const queries = 60;

async function whole(file: string): Promise<Dump | null> {
	try {
		let last: Dump | null = null;
		for await (const dump of openDump(createReadStream(file))) last = dump;
		await last?.prepareAll();
		return last;
	} catch (error) {
		console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
		return null;
	}
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--speed') {
	for (const count of rest.length > 0 ? rest.map(Number) : [100_000]) measureSpeed(count);
} else {
	const dumps: Dump[] = [];
	for (const file of process.argv.slice(2)) {
		const dump = await whole(file);
		if (dump !== null) dumps.push(dump);
	}
	if (dumps.length === 0) console.error('name dumps to search, or --speed');
	else measureQuality(dumps, queries);
}
