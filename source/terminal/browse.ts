/**
The browser in a real terminal: puts the reading of the dump, the store and the terminal
together, until the reader leaves.
*/
import {ascii, unicode} from '../layout/glyphs.ts';
import {createEngine} from '../search/engine.ts';
import {createContext} from '../thread/context.ts';
import {type Dump, DumpBuilder} from '../thread/dump.ts';
import {type Keymap, makeKeymap} from '../view/keymap.ts';
import {ReadLog} from '../view/read-log.ts';
import {initialState} from '../view/state.ts';
import {createStore, type Store} from '../view/store.ts';
import type {BrowseOptions} from './browse-options.ts';
import {carryOut, searchAgain} from './carry-out.ts';
import {chooseTheme, followsBackground, themeProblem} from './choose-theme.ts';
import {createFollowing} from './following.ts';
import {type KeySource, openKeySource} from './key-source.ts';
import {createPostsOut} from './posts-out.ts';
import {createQuestions} from './questions.ts';
import {createReading} from './reading.ts';
import {lastPlace, startEvents} from './resume.ts';
import {type DeadlySignal, hangUp, signalStatus} from './signals.ts';
import {after, openTerminal, type Terminal, terminalSize} from './terminal.ts';

/** The screen is shown without a post only when the first one takes longer than this, in milliseconds. */
const patienceMs = 150;

/** Saving the place may delay the end of the program by this much, in milliseconds. */
const saveMs = 1500;

/**
Browse until the reader leaves or a signal ends it. The place in the dump is kept then.

@returns The exit status: 0, or 128 and the number of the signal.
@throws {Error} What `options.dumps` throws, or that there is no terminal or no clear keymap; with a message of one line.
@throws {InternalError} When drawing failed. In all cases the terminal is as it was found.
*/
export async function browse(options: BrowseOptions): Promise<number> {
	const keymap = makeKeymap(options.settings.settings.keys);
	if ('clash' in keymap) throw new Error(keymap.clash);
	const source = openKeySource(options.keyboard);
	try {
		const pending = options.dumps.next();
		const early = await Promise.race([pending, after(patienceMs)]);
		return await browseFrom(early?.value ?? null, pending, keymap, source, options);
	} finally {
		source.close();
		// Not awaited: it ends only when the input gives something or ends, which may be never.
		options.dumps.return(undefined).catch(() => {});
	}
}

/** @param first - The snapshot that `pending` gave, or `null` when it has not yet. */
async function browseFrom(
	first: Dump | null,
	pending: Promise<IteratorResult<Dump, unknown>>,
	keymap: Keymap,
	source: KeySource,
	options: BrowseOptions,
): Promise<number> {
	const {settings} = options;
	const dump = first ?? new DumpBuilder('', () => []).snapshot(false);
	const context = createContext(dump);
	const engine = createEngine((asked, post) => {
		const {dump, read, state} = store.model();
		return asked === 'marked' ? Object.values(state.marks).includes(post.id) : !read.has(dump.indexOf(post.id));
	});
	const glyphs = options.ascii ? ascii : unicode;
	const state = initialState(terminalSize(), {mouse: options.mouse});
	let terminal: Terminal | null = null;
	let quit = () => {};
	const left = new Promise<null>(resolve => {
		quit = () => resolve(null);
	});
	const store: Store = createStore({dump, context, engine, keymap, glyphs, read: new ReadLog(), state}, effect =>
		carryOut(effect, {store, engine, terminal, follow: following.turn, reload: following.reload, postsOut, quit}),
	);
	const reading = createReading(store, context, engine, () => searchAgain({store, engine}));
	const postsOut = createPostsOut(store, {
		lend: run => terminal?.lend(run),
		files: options.files,
		stdin: options.keyboard,
		env: process.env,
	});
	const following = createFollowing(store, reading, options);
	const begin = () => {
		for (const event of startEvents(store.model(), options)) store.dispatch(event);
	};

	if (first !== null) begin();
	const problems = [...settings.problems, themeProblem(settings.settings.theme)].filter(problem => problem !== null);
	// One notice is shown at a time.
	if (problems.length > 0) store.dispatch({type: 'notice', level: 'warning', text: `settings: ${problems.join('; ')}`});
	const questions = createQuestions({background: followsBackground(options, process.env), width: !options.ascii});
	const queries = settings.queries();
	if (queries.length > 0) store.dispatch({type: 'queries', queries});
	terminal = openTerminal(store, source.stream, questions, chooseTheme(options, process.env));
	let killedBy: DeadlySignal | null;
	let closed: 'given back' | 'gone';
	try {
		const failed = readOn(
			first === null ? pending : null,
			options.dumps,
			next => {
				const isFirst = store.model().dump.posts.length === 0 && next.posts.length > 0;
				reading.take(next);
				if (isFirst) begin();
			},
			following.begin,
		);
		if (first !== null) reading.take(first);
		killedBy = await Promise.race([left, terminal.ended, failed]);
	} finally {
		reading.stop();
		following.turn(false);
		closed = await terminal.close();
	}
	const warning = await Promise.race([lastPlace(store.model(), settings), after(saveMs)]);
	if (closed === 'gone') hangUp();
	if (killedBy !== null) return signalStatus(killedBy);
	if (warning !== null) process.stderr.write(`threadview: ${warning}\n`);
	return 0;
}

/** Take every further snapshot until the input ends. Settles only by rejecting: the end of the input ends nothing here. */
async function readOn(
	pending: Promise<IteratorResult<Dump, unknown>> | null,
	dumps: AsyncGenerator<Dump>,
	take: (dump: Dump) => void,
	ended: () => void,
): Promise<never> {
	for (let next = await (pending ?? dumps.next()); !next.done; next = await dumps.next()) take(next.value);
	ended();
	return new Promise(() => {});
}
