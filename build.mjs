/**
Builds dist/: the command, the library, and the library's types.

    node build.mjs

The command is bundled with all it needs, for that is what makes it start fast: a few files are
read instead of several hundred, and what the first screen does not need stands in files of its
own. The library leaves its dependencies outside. Types are only written here; whether they hold
is for `npm run check`.
*/

import {execFileSync} from 'node:child_process';
import {chmodSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {changedPackages} from './build-changes.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const inRoot = name => path.join(root, name);
const command = inRoot('dist/threadview.js');

/** @type {import('esbuild').BuildOptions} */
const common = {
	absWorkingDir: root,
	bundle: true,
	platform: 'node',
	format: 'esm',
	target: 'node20',
	jsx: 'automatic',
	logLevel: 'warning',
};

/** Ink loads React's developer tools when asked to by the environment. They are for working on Ink itself. */
const withoutDevtools = {
	name: 'without-devtools',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^react-devtools-core$/}, ({path: name}) => ({path: name, namespace: 'stub'}));
		onLoad({filter: /.*/, namespace: 'stub'}, () => ({
			contents: 'export default {initialize() {}, connectToDevTools() {}};',
		}));
	},
};

/** The licence texts of all packages in a bundle: theirs is the condition for copying them. */
const licenses = ({inputs}) => {
	const folders = new Set(
		Object.keys(inputs).flatMap(input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
	);
	return [...folders].sort().map(folder => {
		const {name, version, license} = JSON.parse(readFileSync(inRoot(`${folder}/package.json`), 'utf8'));
		const file = readdirSync(inRoot(folder)).find(entry => /^licen[cs]e/i.test(entry));
		const text = file === undefined ? `License: ${license}` : readFileSync(inRoot(`${folder}/${file}`), 'utf8').trim();
		return `${name} ${version}\n\n${text}\n`;
	});
};

const buildCommand = async () => {
	rmSync(inRoot('dist/parts'), {recursive: true, force: true});
	const {metafile} = await build({
		...common,
		entryPoints: ['cli/threadview.ts'],
		outdir: inRoot('dist'),
		chunkNames: 'parts/[name]-[hash]',
		splitting: true,
		minify: true,
		metafile: true,
		legalComments: 'none',
		define: {'process.env.NODE_ENV': '"production"'},
		// The packages in the bundle that are no ES modules call `require` for Node's own.
		banner: {
			js: [
				"import {createRequire as createBundleRequire} from 'node:module';",
				'const require = createBundleRequire(import.meta.url);',
			].join('\n'),
		},
		plugins: [withoutDevtools, changedPackages],
	});
	chmodSync(command, 0o755);
	writeFileSync(`${command}.LEGAL.txt`, licenses(metafile).join(`\n${'-'.repeat(80)}\n\n`));
};

const buildLibrary = () =>
	build({...common, entryPoints: ['source/index.ts'], outfile: inRoot('dist/index.js'), packages: 'external'});

const writeTypes = () => {
	rmSync(inRoot('dist/types'), {recursive: true, force: true});
	const compiler = inRoot('node_modules/typescript/bin/tsc');
	execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {cwd: root, stdio: 'inherit'});
};

await Promise.all([buildCommand(), buildLibrary()]);
writeTypes();
