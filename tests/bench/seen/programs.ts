/**
The programs that are looked at: threadview as it is shipped, the floor bundled the same way, and
what a reader would use instead, where it is installed.
*/
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {build} from 'esbuild';
import {setup as buildThreadview} from '../../e2e/build-once.ts';

export type Programs = {readonly threadview: string; readonly floor: string};

/**
Bundle the floor, and set aside a copy of dist/, built anew if it is older than its source: a build
meanwhile changes nothing of what is measured. Both are gone when the process ends.

@param root - The project's folder.
*/
export async function makePrograms(root: string): Promise<Programs> {
	buildThreadview();
	const folder = mkdtempSync(path.join(tmpdir(), 'threadview-programs-'));
	process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
	cpSync(path.join(root, 'dist'), path.join(folder, 'dist'), {recursive: true});
	writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}\n');
	const floor = path.join(folder, 'floor.js');
	await buildFloor(root, floor);
	return {threadview: path.join(folder, 'dist/threadview.js'), floor};
}

/** As build.mjs does it, but Ink is left as its authors made it: the floor is what anyone gets. */
async function buildFloor(root: string, outfile: string): Promise<void> {
	await build({
		absWorkingDir: root,
		entryPoints: ['tests/bench/floor.tsx'],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		jsx: 'automatic',
		minify: true,
		legalComments: 'none',
		logLevel: 'warning',
		define: {'process.env.NODE_ENV': '"production"'},
		banner: {
			js: "import {createRequire as createBundleRequire} from 'node:module'; const require = createBundleRequire(import.meta.url);",
		},
		plugins: [
			{
				name: 'without-devtools',
				setup({onResolve, onLoad}) {
					onResolve({filter: /^react-devtools-core$/}, ({path: name}) => ({path: name, namespace: 'stub'}));
					onLoad({filter: /.*/, namespace: 'stub'}, () => ({contents: 'export default {};'}));
				},
			},
		],
	});
}

/** Whether a program is installed. */
export function isInstalled(command: string): boolean {
	return spawnSync('sh', ['-c', 'command -v "$0"', command]).status === 0;
}

/** The first line a program says of its version, or `null` where it is not installed. */
export function versionOf(command: string): string | null {
	if (!isInstalled(command)) return null;
	const option = command === 'neomutt' ? '-v' : '--version';
	return spawnSync(command, [option], {encoding: 'utf8'}).stdout.split('\n')[0] ?? null;
}
