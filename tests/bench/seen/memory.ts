/**
Memory: what the program holds once a dump is read and indexed and nothing is left to do.
*/
import {type BenchRun, posts, sizes, wants} from '../bench-run.ts';
import {input} from '../inputs/inputs.ts';
import {firstWords} from '../inputs/posts.ts';
import {atMost, type Row, row} from '../row.ts';
import {openSession} from './session.ts';

export async function memory(run: BenchRun): Promise<readonly Row[]> {
	const wanted = sizes(run).filter(size => wants(run, `memory.${size}`));
	if (wanted.length === 0) return [];
	const floor = await resident(run.node, [run.programs.floor, firstWords]);
	const rows: Row[] = [];
	for (const size of wanted) {
		const {file, bytes} = input('oneline', {posts: posts[size]});
		const above = (await resident(run.node, [run.programs.threadview, file])) - floor;
		rows.push(
			row({
				id: `memory.${size}`,
				what: `resident memory above the floor, ${posts[size]} posts`,
				unit: 'MB',
				value: above / 1e6,
				// What the program itself takes says nothing of a small file.
				...(posts[size] < 100_000
					? {}
					: {against: `the file, ${(bytes / 1e6).toFixed(1)} MB`, ratio: above / bytes, limits: [atMost(4)]}),
			}),
		);
	}
	return rows;
}

async function resident(node: string, args: readonly string[]): Promise<number> {
	const session = openSession(node, args);
	try {
		await session.shown(firstWords);
		return await session.settled();
	} finally {
		await session.close();
	}
}
