/**
Posts on their way out of the browser: to the reader's editor, to a command of theirs, to a file.

They leave as `--print` writes them. Whatever goes wrong is said in a notice.
*/
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setImmediate as turn} from 'node:timers/promises';
import {ascii} from '../layout/glyphs.ts';
import type {PrintForm} from '../print/forms.ts';
import {safeText} from '../text/safe-text.ts';
import type {Post, PostId} from '../thread/post.ts';
import type {Save} from '../view/effects.ts';
import {postById} from '../view/model.ts';
import type {Store} from '../view/store.ts';
import {countLabel} from '../view/words.ts';
import {type ProgramInput, runCommand, runEditor} from './programs.ts';

export type PostsOut = {
	/** None of them rejects. */
	readonly edit: (posts: readonly PostId[]) => Promise<void>;
	readonly pipe: (posts: readonly PostId[], command: string) => Promise<void>;
	readonly save: (wanted: Save) => Promise<void>;
};

export type Surroundings = {
	/** See `Terminal.lend`. */
	readonly lend: (run: () => string) => void;
	/** What the dump is read from: never written over. */
	readonly files: readonly string[];
	readonly stdin: ProgramInput;
	readonly env: Readonly<Record<string, string | undefined>>;
};

/** Bodies of so many posts are read one by one, those of more all at once. */
const fewPosts = 100;

/** Milliseconds for which other posts are read at a time, where what is written depends on them. */
const sliceMs = 10;

/** Units written at a time. */
const chunkUnits = 1 << 16;

export function createPostsOut(store: Store, {lend, files, stdin, env}: Surroundings): PostsOut {
	const tell = (level: 'note' | 'warning', text: string) => store.dispatch({type: 'notice', level, text});

	/** Posts as `--print` writes them. @param wait - Until all is known of whom they quote and answer. */
	async function printed(ids: readonly PostId[], form: PrintForm, wait: boolean): Promise<Iterable<string>> {
		const {dump, context, glyphs} = store.model();
		const {printPosts} = await import('../print/print.ts');
		const posts = ids.map(id => postById({...store.model(), dump}, id)).filter(post => post !== null);
		if (wait || posts.length > fewPosts) await dump.prepareAll();
		else await Promise.all(posts.map(post => dump.prepare(post)));
		while (wait && !context.advance(sliceMs)) await turn();
		return printPosts(dump, posts, context, {form, ascii: glyphs === ascii});
	}

	async function edit(ids: readonly PostId[]): Promise<void> {
		const text = [...(await printed(ids, 'text', false))].join('');
		lend(() => {
			const outcome = editCopy(fileName(postById(store.model(), ids[0] ?? null)), text);
			if (outcome !== null) tell(outcome.level, outcome.text);
			return '';
		});
	}

	/** Open a copy that goes when the editor does. */
	function editCopy(name: string, text: string): {readonly level: 'note' | 'warning'; readonly text: string} | null {
		let folder: string | null = null;
		try {
			folder = mkdtempSync(path.join(tmpdir(), 'threadview-'));
			const file = path.join(folder, name);
			writeFileSync(file, text, {mode: 0o600});
			const problem = runEditor(file, stdin, env);
			if (problem !== null) return {level: 'warning', text: problem};
			if (readFileSync(file, 'utf8') === text) return null;
			return {level: 'note', text: 'the dump stays as it is: what you changed in the copy is not kept'};
		} catch (error) {
			return {level: 'warning', text: `no copy to edit could be made (${codeOf(error)})`};
		} finally {
			if (folder !== null) rmSync(folder, {recursive: true, force: true});
		}
	}

	async function pipe(ids: readonly PostId[], command: string): Promise<void> {
		const text = [...(await printed(ids, 'text', false))].join('');
		lend(() => {
			const {output, problem} = runCommand(command, text);
			const shown = safeText(output).text;
			if (shown.trim() !== '') return problem === null ? shown : `${shown.trimEnd()}\n${problem}\n`;
			tell(problem === null ? 'note' : 'warning', problem ?? `${command}: done, it says nothing`);
			return '';
		});
	}

	async function save(wanted: Save): Promise<void> {
		const {posts, form, overwrite} = wanted;
		const file = wanted.file.replace(/^~(?=\/)/, () => env.HOME ?? '~');
		try {
			if (overwrite && (await isOneOf(file, files)))
				return tell('warning', `${file} is what is being read: name another`);
			const isPart = !store.model().dump.complete;
			const pieces = await printed(posts, form, true);
			await writeFile(file, inChunks(pieces), {flag: overwrite ? 'w' : 'wx'});
			tell(
				'note',
				`${countLabel(posts.length, 'post')} saved to ${file}${isPart ? ': more are still being read' : ''}`,
			);
		} catch (error) {
			if (codeOf(error) !== 'EEXIST') return tell('warning', `${file}: ${whyNotWritten(codeOf(error))}`);
			if (await isOneOf(file, files)) return tell('warning', `${file} is what is being read: name another`);
			const yes: Save = {...wanted, overwrite: true};
			store.dispatch({type: 'ask', question: `${file} is there already: overwrite it? y/n`, yes});
		}
	}

	return {
		edit: ids => guarded(edit(ids)),
		pipe: (ids, command) => guarded(pipe(ids, command)),
		save: wanted => guarded(save(wanted)),
	};

	async function guarded(doing: Promise<void>): Promise<void> {
		await doing.catch(error => tell('warning', `that failed (${codeOf(error)})`));
	}
}

/** `post-12.txt`; nothing of a dump gets into a path but letters and digits. */
function fileName(post: Post | null): string {
	const id = String(post?.number ?? post?.id ?? '');
	return /^\w{1,40}$/.test(id) ? `post-${id}.txt` : 'post.txt';
}

async function isOneOf(file: string, files: readonly string[]): Promise<boolean> {
	const identity = (name: string) =>
		stat(name).then(
			({dev, ino}) => `${dev} ${ino}`,
			() => null,
		);
	const own = await identity(file);
	return own !== null && (await Promise.all(files.map(identity))).includes(own);
}

function* inChunks(pieces: Iterable<string>): Generator<string, void> {
	let chunk = '';
	for (const piece of pieces) {
		chunk += piece;
		if (chunk.length < chunkUnits) continue;
		yield chunk;
		chunk = '';
	}
	yield chunk;
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function whyNotWritten(code: string): string {
	switch (code) {
		case 'ENOENT':
		case 'ENOTDIR':
			return 'there is no such directory';
		case 'EACCES':
		case 'EPERM':
			return 'you may not write there';
		case 'EISDIR':
			return 'this is a directory';
		case 'ENOSPC':
		case 'EDQUOT':
			return 'the disk is full: not all of it is written';
		case 'EROFS':
			return 'the disk can only be read';
		default:
			return `it cannot be written (${code})`;
	}
}
