/** Printing: a dump as text, Markdown, JSON or JSON lines, piece by piece. */
import {createEngine} from '../search/engine.ts';
import {type Context, createContext} from '../thread/context.ts';
import type {Dump} from '../thread/dump.ts';
import type {Post} from '../thread/post.ts';
import {type Entry, select} from './entry.ts';
import type {PrintForm} from './forms.ts';
import {printJson} from './print-json.ts';
import {printJsonl} from './print-jsonl.ts';
import {printMarkdown} from './print-markdown.ts';
import {printText} from './print-text.ts';

export type PrintOptions = {
	readonly form: PrintForm;
	/** Only what answers this query, best first; `null` for every post in its order. */
	readonly search: string | null;
	/** Only the post of this number, or `null`. */
	readonly post: number | null;
	/** For `text`: terminal cells to wrap at, or `null` for lines of any length. */
	readonly columns: number | null;
	/** For `text` and `markdown`: keep our own signs to ASCII. The dump's words stay as they are. */
	readonly ascii: boolean;
	/** Told now and then, while it is worked out who quotes and answers whom, of how many posts that is known. */
	readonly progress?: (posts: number) => void;
};

/** Milliseconds between two tellings. */
const tellEvery = 100;

export type Printed =
	/** `posts`: how many are printed. `pieces`: the output, in order; it is made while it is read. */
	| {readonly type: 'printed'; readonly posts: number; readonly pieces: Iterable<string>}
	| {readonly type: 'faulty-query'; readonly message: string};

/** @returns The dump, or what is wanted of it, as it is written out. Never throws. */
export function print(dump: Dump, options: PrintOptions): Printed {
	const selection = select(dump, options, createEngine);
	if (selection.type === 'faulty-query') return selection;
	const {entries} = selection;
	return {type: 'printed', posts: entries.length, pieces: pieces(dump, entries, options)};
}

/** Go on for as long as there is progress to tell of; what is left is settled in silence. */
function settleAll(context: Context, progress: (posts: number) => void): void {
	for (let told = -1; told < context.covered; ) {
		told = context.covered;
		progress(told);
		if (context.advance(tellEvery)) return;
	}
}

function pieces(dump: Dump, entries: readonly Entry[], options: PrintOptions): Iterable<string> {
	const {form, search, post, ascii, columns} = options;
	const context = createContext(dump);
	if (options.progress && entries.length === dump.posts.length) settleAll(context, options.progress);
	context.settle(entries.map(entry => entry.post));
	/* Nothing found is nothing for people to read. */
	const isFound = entries.length > 0 || (search === null && post === null);
	return written(dump, entries, context, {form, ascii, columns, headed: search === null, isFound});
}

/**
Print some posts of a dump, as they stand in it or are otherwise listed.

@param posts - In the order wanted; their bodies are ready (see `Dump.prepare`).
@param context - The dump's; what it has not read yet of others is not waited for.
@returns The output in pieces, made while they are read. Never throws.
*/
export function printPosts(
	dump: Dump,
	posts: readonly Post[],
	context: Context,
	{form, ascii}: Pick<PrintOptions, 'form' | 'ascii'>,
): Iterable<string> {
	const entries = posts.map(post => ({post, hit: null}));
	return written(dump, entries, context, {form, ascii, columns: null, headed: true, isFound: true});
}

type Style = Pick<PrintOptions, 'form' | 'ascii' | 'columns'> & {
	/** Whether JSON lines begin with what is known of the whole. */
	readonly headed: boolean;
	readonly isFound: boolean;
};

function written(dump: Dump, entries: readonly Entry[], context: Context, style: Style): Iterable<string> {
	const {form, ascii, columns, headed, isFound} = style;
	switch (form) {
		case 'json':
			return printJson(dump, entries, context);
		case 'jsonl':
			return printJsonl(dump, entries, context, !headed);
		case 'text':
			return isFound ? printText(dump, entries, context, {columns, ascii}) : [];
		case 'markdown':
			return isFound ? printMarkdown(dump, entries, context, ascii) : [];
	}
}
