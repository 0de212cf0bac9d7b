/**
Exports: a whole thread printed from the shell, as a script takes it: from the start of the process to its end.
*/
import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {type BenchRun, posts, type SizeName, sizes, wants} from '../bench-run.ts';
import {input} from '../inputs/inputs.ts';
import {type Row, row} from '../row.ts';
import {median, spreadOf} from '../spread.ts';

const forms = ['text', 'markdown', 'json'] as const;
const rounds: Readonly<Partial<Record<SizeName, number>>> = {'100k': 3, '1m': 1};

/** How often the memory of a program is looked at, in milliseconds. */
const lookEvery = 50;

type Printed = {
	/** Milliseconds until the first bytes came, and until the program had ended. */
	readonly first: number;
	readonly total: number;
	/** The most memory it ever held, in bytes; 0 where the system does not tell. */
	readonly peak: number;
};

export async function exports(run: BenchRun): Promise<readonly Row[]> {
	const rows: Row[] = [];
	for (const size of sizes(run)) {
		const id = `action.${size}.export`;
		if (rounds[size] !== undefined && wants(run, id)) rows.push(...(await exportRows(run, size, rounds[size])));
	}
	return rows.filter(({id}) => wants(run, id));
}

async function exportRows({node, programs}: BenchRun, size: SizeName, count: number): Promise<readonly Row[]> {
	const {file, bytes} = input('oneline', {posts: posts[size]});
	const printed = {text: [] as Printed[], markdown: [] as Printed[], json: [] as Printed[]};
	const read: number[] = [];
	// In turn, so that whatever else the machine does falls on all of them alike.
	for (let round = 0; round < count; round++) {
		read.push((await output(node, [programs.threadview, '--check', file])).total);
		for (const form of forms) printed[form].push(await output(node, [programs.threadview, '--print', form, file]));
	}
	const readMs = median(read);
	const all = forms.flatMap(form => printed[form]);
	const peak = Math.max(...all.map(one => one.peak));
	return [
		...forms.map(form => {
			const times = printed[form].map(({total}) => total);
			return row({
				id: `action.${size}.export.${form}`,
				what: `--print ${form} of ${posts[size]} posts, to its end`,
				unit: 'ms',
				value: median(times),
				against: `reading them (--check), ${readMs.toFixed(0)} ms`,
				ratio: median(times) / readMs,
				spread: spreadOf(times),
			});
		}),
		row({
			id: `action.${size}.export.first`,
			what: '--print: until the first bytes',
			unit: 'ms',
			value: median(all.map(({first}) => first)),
			spread: spreadOf(all.map(({first}) => first)),
		}),
		row({
			id: `action.${size}.export.memory`,
			what: '--print: the most memory held',
			unit: 'MB',
			value: peak === 0 ? null : peak / 1e6,
			against: `the file, ${(bytes / 1e6).toFixed(1)} MB`,
			ratio: peak === 0 ? null : peak / bytes,
			note: peak === 0 ? 'this system does not tell' : null,
		}),
	];
}

/** Run a program and take all that it writes. Rejects when it fails. */
async function output(command: string, args: readonly string[]): Promise<Printed> {
	const start = performance.now();
	const program = spawn(command, args, {stdio: ['ignore', 'pipe', 'inherit']});
	let first = Number.NaN;
	let peak = 0;
	let ended = false;
	const exited = new Promise<number | null>(resolve => program.on('close', resolve)).finally(() => {
		ended = true;
	});
	program.stdout.once('data', () => {
		first = performance.now() - start;
	});
	program.stdout.resume();
	const looked = (async () => {
		for (; !ended; await pause(lookEvery)) peak = Math.max(peak, mostMemory(program.pid));
	})();
	const code = await exited;
	const total = performance.now() - start;
	await looked;
	if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
	return {first, total, peak};
}

/** As Linux counts it, up to now. */
function mostMemory(pid: number | undefined): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
	} catch {
		return 0;
	}
}
