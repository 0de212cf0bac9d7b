/**
Builds dist/ before the end-to-end tests, if anything it is made of is newer.
*/

import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** When the newest file in `place`, a file or a folder of the project, was written (ms). */
const newest = (place: string): number => {
	const full = path.join(root, place);
	if (!statSync(full).isDirectory()) return statSync(full).mtimeMs;
	const files = readdirSync(full, {recursive: true, encoding: 'utf8'});
	return Math.max(...files.map(file => statSync(path.join(full, file)).mtimeMs));
};

const isFresh = (): boolean => {
	const built = path.join(root, 'dist/threadview.js');
	const sources = ['cli', 'source', 'build.mjs', 'package-lock.json'];
	return existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map(newest));
};

/** Called once by vitest. Throws when the build fails. */
export const setup = (): void => {
	if (!isFresh()) execFileSync(process.execPath, ['build.mjs'], {cwd: root, stdio: 'inherit'});
};
