/**
A run of the command: from its arguments to its exit status.

Everything it touches outside is handed to it, so that a test can stand in for a terminal.
*/
import type {Readable, Writable} from 'node:stream';
import packageFacts from '../package.json' with {type: 'json'};
import {
	type BrowseOptions,
	checkDump,
	type Dump,
	DumpError,
	formats,
	type OpenOptions,
	openDump,
	openDumps,
	openSettings,
	type PrintForm,
	print,
	safeLine,
} from '../source/index.ts';
import {completion} from './completion.ts';
import {exitCodes} from './exit-codes.ts';
import {faultLine, stackOf, wantsStack} from './fault.ts';
import {type FoundFile, findFiles} from './find-files.ts';
import {flagTable} from './flags.ts';
import {followFiles, rereadFiles} from './follow-files.ts';
import {helpText, usage} from './help.ts';
import {type Options, parseOptions} from './options.ts';
import {createProgress} from './progress.ts';
import {inputName, inputsOf, openInput} from './read-input.ts';
import {type Environment, isScreen, isUtf8, wantsColor} from './surroundings.ts';
import {openTar} from './tar.ts';
import {writeOutput} from './write-output.ts';

export type Io = {
	readonly stdin: Readable & {readonly isTTY?: boolean | undefined};
	readonly stdout: Writable & {readonly isTTY?: boolean | undefined; readonly columns?: number | undefined};
	readonly stderr: Writable;
	/** Where progress may be shown: a terminal that no program behind a pipe draws on. */
	readonly watched?: Writable | null;
	readonly env: Environment;
	readonly platform: NodeJS.Platform;
	readonly browse: (options: BrowseOptions) => Promise<number>;
};

/**
Run the command.

@param argv - The words behind the program's name.
@returns The exit status, once all output is written. Never rejects: what goes wrong is one line on `stderr`.
*/
export async function run(argv: readonly string[], io: Io): Promise<number> {
	const names = formats.map(format => format.name);
	const command = parseOptions(argv, names);
	switch (command.type) {
		case 'help':
			return write(io, [helpText(flagTable(names), formats)]);
		case 'version':
			return write(io, [`${packageFacts.version}\n`]);
		case 'completion':
			return write(io, [completion(command.shell, flagTable(names))]);
		case 'refuse':
			return refuse(io, command.message);
		case 'read':
			return read(command.options, io);
	}
}

async function read(options: Options, io: Io): Promise<number> {
	const {files} = options;
	if (files.length === 0 && io.stdin.isTTY) {
		await complain(io, `${usage} (more: --help)`);
		return exitCodes.refused;
	}
	const names = files.length === 0 ? ['-'] : files;
	if (names.indexOf('-') !== names.lastIndexOf('-')) return refuse(io, "'-' is given twice: give standard input once");
	const found = await findFiles(names);
	const name = inputName(found[0]?.name ?? '-');
	const source = await openSource(found, options.format, io.stdin);
	if (source.type === 'refused') return refuse(io, `${name}: ${source.why}`);
	try {
		const {dumps} = source;
		if (options.check) return await check(dumps, io);
		const form = options.print ?? (isScreen(io.stdout.isTTY === true, io.env) ? null : 'text');
		if (form !== null) return await printOut(dumps, form, options, name, io);
		return await io.browse(browseOptions(dumps, names, found, options, io));
	} catch (error) {
		const folder = found.every(({directory}) => directory !== null) ? (found[0]?.directory ?? null) : null;
		if (folder !== null && error instanceof DumpError) {
			return refuse(io, `${folder}: this is a directory, and no file in it is a dump: give a file`);
		}
		const message = whatWentWrong(error);
		if (message !== null) return refuse(io, `${name}: ${message}`);
		await complain(io, faultLine(error));
		if (wantsStack(io.env)) await writeOutput(io.stderr, [`${stackOf(error)}\n`]);
		return exitCodes.fault;
	} finally {
		source.close();
	}
}

type Source =
	| {readonly type: 'opened'; readonly dumps: AsyncGenerator<Dump>; readonly close: () => void}
	| {readonly type: 'refused'; readonly why: string};

/** A single file is opened now: what stands in the way is known before anything is drawn. */
async function openSource(found: readonly FoundFile[], format: string | null, stdin: Readable): Promise<Source> {
	const [only] = found;
	if (only === undefined || found.length > 1 || only.directory !== null) {
		return {type: 'opened', dumps: openDumps(inputsOf(found, stdin), formatOptions(format)), close: () => {}};
	}
	const input = await openInput(only.name, stdin);
	if (input.type === 'refused') return input;
	return {...input, dumps: openOne(input.bytes, formatOptions(format))};
}

/** As at the first time, but that all of it is asked for. */
async function* readAnew(found: readonly FoundFile[], format: string | null, stdin: Readable): AsyncGenerator<Dump> {
	const source = await openSource(found, format, stdin);
	if (source.type === 'refused') throw new DumpError('unreadable', source.why);
	try {
		yield* source.dumps;
	} finally {
		source.close();
	}
}

/** A file is a dump, or an archive of files. */
async function* openOne(bytes: AsyncIterable<Uint8Array>, options: OpenOptions): AsyncGenerator<Dump> {
	const opened = await openTar(bytes);
	yield* opened.type === 'tar' ? openDumps(opened.files, options) : openDump(opened.bytes, options);
}

function formatOptions(format: string | null): OpenOptions {
	return format === null ? {} : {format};
}

function browseOptions(
	dumps: AsyncGenerator<Dump>,
	names: readonly string[],
	found: readonly FoundFile[],
	{search, post, format, theme, color, ascii, mouse, state}: Options,
	{stdin, env, platform}: Io,
): BrowseOptions {
	const isPiped = names.includes('-');
	const read = (files: readonly FoundFile[]) => readAnew(files, format, stdin);
	const store = openSettings({noState: !state});
	const {settings} = store;
	return {
		dumps,
		files: found.map(file => file.name).filter(file => file !== '-'),
		follow: isPiped ? null : () => followFiles(names, {known: found, read}),
		reload: isPiped ? null : () => rereadFiles(names, {known: found, read}),
		search,
		post,
		settings: store,
		color: color && wantsColor(env),
		ascii: ascii ?? settings.ascii ?? !isUtf8(env, platform),
		mouse: mouse ?? settings.mouse,
		theme: theme ?? settings.theme,
		keyboard: !isPiped && stdin.isTTY ? 'stdin' : 'terminal',
	};
}

async function printOut(
	dumps: AsyncIterable<Dump>,
	form: PrintForm,
	{search, post, ascii}: Options,
	name: string,
	io: Io,
): Promise<number> {
	const progress = createProgress(io.watched ?? null);
	const dump = await whole(dumps, posts => progress.tell(() => `threadview: ${posts} posts read`));
	const ofAll = `of ${dump.posts.length} posts`;
	const printed = await print(dump, {
		form,
		progress: posts => progress.tell(() => `threadview: who answers whom: ${posts} ${ofAll}`),
		search,
		post,
		columns: io.stdout.isTTY ? io.stdout.columns || null : null,
		ascii: ascii ?? !isUtf8(io.env, io.platform),
	});
	progress.clear();
	if (printed.type === 'faulty-query') return refuse(io, `--search ${search}: ${printed.message}`);
	// On a terminal what has been printed is seen.
	const isSeen = io.stdout.isTTY === true;
	const tell = (pieces: number) => progress.tell(() => `threadview: printed: ${pieces} ${ofAll}`);
	const status = await write(io, isSeen ? printed.pieces : counted(printed.pieces, tell));
	progress.clear();
	if (status !== exitCodes.done || printed.posts > 0 || (search === null && post === null)) return status;
	if (search === null) await complain(io, `threadview: ${name}: it has no post ${post}: --check says which it has`);
	return exitCodes.nothingFound;
}

async function check(dumps: AsyncIterable<Dump>, io: Io): Promise<number> {
	const {lines, lost} = checkDump(await whole(dumps));
	const status = await write(
		io,
		lines.map(line => `${line}\n`),
	);
	return status === exitCodes.done && lost ? exitCodes.somethingLost : status;
}

/** The same pieces, and how many they are so far. */
function* counted(pieces: Iterable<string>, tell: (pieces: number) => void): Generator<string> {
	let count = 0;
	for (const piece of pieces) {
		yield piece;
		tell(++count);
	}
}

/** The last snapshot, which holds everything. */
async function whole(dumps: AsyncIterable<Dump>, tell: (posts: number) => void = () => {}): Promise<Dump> {
	let last: Dump | null = null;
	for await (const dump of dumps) {
		last = dump;
		tell(dump.posts.length);
	}
	if (last === null) throw new DumpError('empty', 'there is nothing in it: give a file that holds a dump');
	return last;
}

async function write(io: Io, pieces: Iterable<string>): Promise<number> {
	const outcome = await writeOutput(io.stdout, pieces);
	return outcome.type === 'failed' ? refuse(io, `standard output cannot be written (${outcome.why})`) : exitCodes.done;
}

async function refuse(io: Io, message: string): Promise<number> {
	await complain(io, `threadview: ${message}`);
	return exitCodes.refused;
}

/* Nobody is left to tell when standard error fails, too. */
async function complain(io: Io, line: string): Promise<void> {
	await writeOutput(io.stderr, [`${safeLine(line)}\n`]);
}

/**
What to tell people, or `null` for a fault of ours. A plain Error was made for people to read; its subclasses
(TypeError …) are made by the machine.
*/
function whatWentWrong(error: unknown): string | null {
	if (error instanceof DumpError) return error.message;
	return error instanceof Error && error.constructor === Error ? error.message : null;
}
