/**
What README.md shows of the program, made by the program: the screen, the keys, and what
the commands in its `console` blocks write. The words around them are left alone.
*/
import {readFileSync} from 'node:fs';
import {run} from '../../cli/run.ts';
import {commandIds, commands, groups, keyLabel} from '../../source/view/commands.ts';
import {Sink, source} from '../cli/streams.ts';
import {readDump} from '../formats/read-dump.ts';
import {screen} from '../view/drawn.ts';
import {press} from '../view/press.ts';
import {modelOf} from '../view/sample.ts';

/** The dump that README.md opens. */
const showpiece = 'fixtures/discourse-text/seeds-over-winter.txt';

/** @returns README.md as it should be now. */
export async function freshReadme(readme: string): Promise<string> {
	const parts = {screen: await screenPart(), keys: keysPart()};
	const drawn = Object.entries(parts).reduce(
		(text, [name, part]) =>
			text.replace(
				new RegExp(`(<!-- ${name}[^>]*-->\n)[\\s\\S]*?(<!-- /${name} -->)`),
				(_, start, end) => start + part + end,
			),
		readme,
	);
	const blocks = drawn.split(/(?<=^```console\n)([\s\S]*?)(?=^```$)/m);
	return (await Promise.all(blocks.map((block, index) => (index % 2 === 1 ? session(block) : block)))).join('');
}

/** A screen of 110 x 26 on a post that quotes another. */
async function screenPart(): Promise<string> {
	const model = modelOf(await readDump(readFileSync(showpiece)), {columns: 110, rows: 26});
	const {rows} = screen(press(model, '1 2 G').model);
	const lines = rows.map(row =>
		row
			.map(span => span.text)
			.join('')
			.trimEnd(),
	);
	return ['', '```text', ...lines, '```', '', ''].join('\n');
}

function keysPart(): string {
	const tables = groups.map(group => {
		const rows = commandIds
			.filter(id => commands[id].group === group)
			.map(id => [commands[id].keys.map(keyCode).join(' '), commands[id].help, `\`${id}\``]);
		return table([[group, '', 'command'], ...rows]);
	});
	return ['', ...tables, ''].join('\n');
}

/** A key as code in a table: a bar would part its cells. */
function keyCode(key: string): string {
	const label = keyLabel(key);
	return label.includes('|') ? `<code>${label.replaceAll('|', '&#124;')}</code>` : `\`${label}\``;
}

/** A Markdown table whose source can be read as well. */
function table(rows: readonly (readonly string[])[]): string {
	const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
	const [head = '', ...body] = rows.map(
		row => `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`,
	);
	return [head, `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`, ...body, ''].join('\n');
}

/** Run a block's commands (`$ threadview …`, perhaps `| head -N`; `$ echo $?`) and put what they write below each. */
async function session(block: string): Promise<string> {
	let written = '';
	let status = 0;
	for (const line of block.split('\n').filter(line => line.startsWith('$ '))) {
		written += `${line}\n`;
		if (line === '$ echo $?') {
			written += `${status}\n`;
			continue;
		}
		const [, command = '', most = 'Infinity'] = /^\$ threadview (.*?)(?: \| head -(\d+))?$/.exec(line) ?? [];
		const argv = Array.from(
			command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g),
			([, single, double, bare]) => single ?? double ?? bare ?? '',
		);
		const out = new Sink(most === 'Infinity' ? {isTTY: true, columns: 100} : {});
		const problems = new Sink();
		status = await run(argv, {
			stdin: source(null),
			stdout: out,
			stderr: problems,
			env: {LANG: 'C.UTF-8', TERM: 'xterm'},
			platform: 'linux',
			browse: () => Promise.reject(new Error(`${line} would open the browser`)),
		});
		const lines = (out.text + problems.text).trimEnd().split('\n').slice(0, Number(most));
		written += `${lines.join('\n')}\n`;
	}
	return written;
}
