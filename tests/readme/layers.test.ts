/**
The layers: which folder may import which. The table of source/README.md says it and
biome.json enforces it; here one tiny file for each possible import is put before biome.
*/
import {execFile} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

/** Folder → what its row of the table lets it import. */
const layers = new Map(
	Array.from(
		readFileSync('source/README.md', 'utf8').matchAll(/^\| `(\w+)\/` .*\| ([^|]*?) *\|$/gm),
		([, folder = '', allowed = '']) => [folder, allowed.split(', ')] as const,
	),
);

const packages = [
	'react',
	'ink',
	'ink-text-input',
	'fuse.js',
	'conf',
	'env-paths',
	'open',
	'string-width',
	'meow',
	'markdown-it',
	'postal-mime',
];
const node = ['node:fs', 'node:fs/promises', 'node:process', 'fs'];

const forms = [
	(specifier: string) => `import '${specifier}';`,
	(specifier: string) => `import type {Part} from '${specifier}';`,
	(specifier: string) => `export * from '${specifier}';`,
	(specifier: string) => `await import('${specifier}');`,
];

type Trial = {readonly file: string; readonly specifier: string; readonly allowed: boolean};

function trials(): readonly Trial[] {
	const made: Trial[] = [];
	function put(folder: string, specifier: string, allowed: boolean): void {
		made.push({file: `${folder}/trial-${made.length}.ts`, specifier, allowed});
	}
	for (const [folder, allowed] of layers) {
		const here = `source/${folder}`;
		for (const other of layers.keys()) {
			const fine = other === folder || allowed.includes(other);
			if (other !== folder) put(here, `../${other}/part.ts`, fine);
			put(`${here}/inner`, `../../${other}/part.ts`, other !== folder && fine);
		}
		put(here, './part.ts', true);
		put(`${here}/inner`, '../part.ts', true);
		for (const door of ['../index.ts', '../../cli/run.ts']) put(here, door, false);
		for (const name of packages) put(here, name, allowed.includes(name));
		for (const name of node) put(here, name, name !== 'fs' && allowed.includes('node'));
	}
	for (const folder of layers.keys()) put('cli', `../source/${folder}/part.ts`, false);
	for (const name of packages) put('cli', name, name === 'meow');
	put('cli', '../source/index.ts', true);
	put('cli', './part.ts', true);
	return made;
}

/** The files in which biome found a restricted import. */
function lint(folder: string): Promise<ReadonlySet<string>> {
	const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
	const args = [biome, 'lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.'];
	return new Promise((resolve, reject) => {
		execFile(process.execPath, args, {cwd: folder, maxBuffer: 1 << 26}, (_, stdout, stderr) => {
			try {
				const {diagnostics}: {diagnostics: {location: {path: string}}[]} = JSON.parse(stdout);
				resolve(new Set(diagnostics.map(({location}) => location.path.replaceAll('\\', '/'))));
			} catch {
				reject(new Error(`biome said no JSON: ${stdout}${stderr}`));
			}
		});
	});
}

describe('layers', () => {
	const all = trials();
	const folder = mkdtempSync(join(tmpdir(), 'layers-'));
	let refused: ReadonlySet<string> = new Set();

	beforeAll(async () => {
		copyFileSync('biome.json', join(folder, 'biome.json'));
		for (const [index, {file, specifier}] of all.entries()) {
			mkdirSync(dirname(join(folder, file)), {recursive: true});
			writeFileSync(join(folder, file), `${forms[index % forms.length]?.(specifier)}\n`);
		}
		refused = await lint(folder);
	}, 60_000);
	afterAll(() => rmSync(folder, {recursive: true}));

	test('are all in the table', () => {
		const folders = readdirSync('source', {withFileTypes: true}).filter(entry => entry.isDirectory());
		expect([...layers.keys()].sort()).toEqual(folders.map(({name}) => name).sort());
	});

	test.each([...layers.keys(), 'cli'])('%s imports what the table says and nothing else', name => {
		const path = name === 'cli' ? 'cli/' : `source/${name}/`;
		const of = all.filter(({file}) => file.startsWith(path));
		const wanted = of.filter(({allowed}) => !allowed).map(({specifier}) => specifier);
		expect(of.filter(({file}) => refused.has(file)).map(({specifier}) => specifier)).toEqual(wanted);
	});
});
