/**
Scripts: what is measured inside a process of its own, under the Node that is measured.

A script gets what is wanted as its argument and writes its rows to standard output as JSON.
*/
import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {promisify} from 'node:util';
import {type Dump, openDump} from '../../../source/index.ts';
import type {BenchRun, Wanted} from '../bench-run.ts';
import type {Row} from '../row.ts';

export type ScriptName = 'search' | 'read' | 'bodies' | 'context';

/** Run a script under the run's Node. Rejects with what it wrote to standard error when it fails. */
export async function runScript(name: ScriptName, {node, only, full}: BenchRun): Promise<readonly Row[]> {
	const wanted: Wanted = {only, full};
	const {stdout} = await promisify(execFile)(
		node,
		// The sizes of --full hold more than Node allows itself unasked.
		[
			'--max-old-space-size=8192',
			'--expose-gc',
			'tests/measure/run.mjs',
			`tests/bench/inside/${name}.ts`,
			JSON.stringify(wanted),
		],
		{maxBuffer: 1 << 26},
	);
	const rows: readonly Row[] = JSON.parse(stdout);
	return rows;
}

/** What the script is asked for. */
export function askedFor(): Wanted {
	const wanted: Wanted = JSON.parse(process.argv[2] ?? '{"only": [], "full": false}');
	return wanted;
}

export function report(rows: readonly Row[]): void {
	process.stdout.write(JSON.stringify(rows));
}

/** A file as the program is handed it: in parts of 256 KiB, here already in memory. */
export function chunksOf(file: string): readonly Uint8Array[] {
	const bytes = readFileSync(file);
	const size = 1 << 18;
	return Array.from({length: Math.ceil(bytes.length / size)}, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

/** The whole dump, read as the program reads it, its bodies still raw. */
export async function wholeDump(chunks: readonly Uint8Array[]): Promise<Dump> {
	let whole: Dump | null = null;
	for await (const dump of openDump(chunks)) whole = dump;
	if (whole === null) throw new Error('openDump gave no dump');
	return whole;
}
