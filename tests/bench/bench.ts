/**
The benchmark of threadview.

    npm run bench -- [--json] [--full] [--only ID,ID …] [--node PATH] [--alone]

Measured under Node 24 where npm can get it, and beside it under the Node that runs it; `--node` names another one to
stand beside that, and `--alone` measures it alone.
*/
import {execFileSync} from 'node:child_process';
import {cpus, totalmem, type} from 'node:os';
import {parseArgs} from 'node:util';
import {type BenchRun, wants} from './bench-run.ts';
import {runScript} from './inside/script.ts';
import type {Row} from './row.ts';
import {exports} from './seen/exports.ts';
import {firstFrames} from './seen/first-frame.ts';
import {keys} from './seen/keys.ts';
import {memory} from './seen/memory.ts';
import {makePrograms, versionOf} from './seen/programs.ts';
import {type Measured, table} from './table.ts';

const {values: options} = parseArgs({
	options: {
		json: {type: 'boolean', default: false},
		full: {type: 'boolean', default: false},
		only: {type: 'string', multiple: true, default: []},
		node: {type: 'string'},
		alone: {type: 'boolean', default: false},
	},
});

const groups: Readonly<Record<string, (run: BenchRun) => Promise<readonly Row[]>>> = {
	'first-frame': firstFrames,
	key: keys,
	export: exports,
	search: run => runScript('search', run),
	read: readings,
	bodies: run => runScript('bodies', run),
	memory,
	context: run => runScript('context', run),
};

/** As the program reads a dump, in a process of its own: what other formats leave in heap and compiler is no part of it. */
async function readings(run: BenchRun): Promise<readonly Row[]> {
	const rows: Row[] = [];
	for (const id of ['read.text', 'read.raw', 'read.mbox', 'read.json']) {
		if (wants(run, id)) rows.push(...(await runScript('read', {...run, only: [id]})));
	}
	return rows.filter(({id}) => wants(run, id));
}

/** Other ids that a group's rows begin with. */
const alsoBegins: Readonly<Record<string, readonly string[]>> = {key: ['typing', 'action'], export: ['action']};

const only = options.only.flatMap(list => list.split(',')).filter(id => id !== '');

function isAskedFor(group: string): boolean {
	const begins = [group, ...(alsoBegins[group] ?? [])];
	return only.length === 0 || only.some(id => begins.includes(id.split('.')[0] ?? ''));
}

/** The Nodes to measure, the one whose figures the targets are for first. */
function nodesToMeasure(): readonly string[] {
	const own = process.execPath;
	if (options.alone) return [own];
	if (options.node !== undefined) return [own, options.node];
	if (process.version.startsWith('v24.')) return [own];
	try {
		const node24 = execFileSync('npx', ['--yes', 'node@24', '--print', 'process.execPath'], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
			timeout: 60_000,
		}).trim();
		return [node24, own];
	} catch {
		return [own];
	}
}

async function measure(run: BenchRun): Promise<Measured> {
	const node = execFileSync(run.node, ['--version'], {encoding: 'utf8'}).trim();
	const rows: Row[] = [];
	for (const [name, group] of Object.entries(groups)) {
		if (!isAskedFor(name)) continue;
		process.stderr.write(`Node ${node}: ${name}\n`);
		try {
			rows.push(...(await group(run)));
		} catch (error) {
			// What else is measured may have taken half an hour.
			process.stderr.write(`${name} failed: ${error instanceof Error ? error.message : error}\n`);
			process.exitCode = 1;
		}
	}
	return {node, rows};
}

const programs = await makePrograms(process.cwd());
const measured: Measured[] = [];
for (const node of nodesToMeasure()) measured.push(await measure({node, programs, only, full: options.full}));

const machine = {
	system: type(),
	processor: cpus()[0]?.model ?? null,
	cores: cpus().length,
	memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
};
const versions = {
	node: measured.map(({node}) => node),
	...Object.fromEntries(['less', 'fzf', 'lnav', 'neomutt'].map(name => [name, versionOf(name)])),
};

if (options.json) {
	const [first, ...others] = measured;
	process.stdout.write(`${JSON.stringify({machine, versions, rows: first?.rows ?? [], beside: others}, null, '\t')}\n`);
} else {
	console.log(
		`${machine.processor}, ${machine.cores} cores, ${machine.memory}, ${machine.system}; Node ${versions.node.join(' and ')}\n`,
	);
	console.log(table(measured));
}
