/**
Runs a TypeScript file with its arguments, as Node 20 cannot: bundled in memory, packages left outside.

    node tests/measure/run.mjs FILE.ts [arguments]
*/
import {mkdtempSync, rmSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const [file, ...args] = process.argv.slice(2);
// Inside the project, so that packages are found.
const folder = mkdtempSync(path.join(root, 'node_modules', '.measure-'));
const outfile = path.join(folder, 'program.mjs');
try {
	await build({
		absWorkingDir: root,
		entryPoints: [file],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		packages: 'external',
		sourcemap: 'inline',
		logLevel: 'warning',
	});
	process.argv = [process.argv[0], file, ...args];
	await import(pathToFileURL(outfile).href);
} finally {
	rmSync(folder, {recursive: true, force: true});
}
