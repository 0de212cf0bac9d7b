/**
The public door: all that the command, or a program that uses threadview as a library, may import.

Printing and browsing are loaded when they are asked for: neither start waits for the other's parts.
*/
import {themes} from './components/theme.ts';
import type {Printed, PrintOptions} from './print/print.ts';
import type {BrowseOptions} from './terminal/browse-options.ts';
import type {Dump} from './thread/dump.ts';

export type {Format} from './formats/format.ts';
export {CutShort, DumpError, type DumpErrorCode, type OpenOptions, openDump} from './formats/open-dump.ts';
export {type DumpInput, openDumps} from './formats/open-dumps.ts';
export {formats} from './formats/registry.ts';
export {type Check, checkDump} from './print/check.ts';
export {type PrintForm, printForms} from './print/forms.ts';
export type {Printed, PrintOptions} from './print/print.ts';
export type {DumpRecord, PostRecord, QuoteRecord, ThreadRecord} from './print/record.ts';
export {createEngine} from './search/engine.ts';
export type {Engine, Field, Hit, Match, Results} from './search/search.ts';
export type {Place, Settings} from './settings/settings.ts';
export {openSettings, type SettingsStore} from './settings/settings-store.ts';
export type {BrowseOptions} from './terminal/browse-options.ts';
export {safeLine} from './text/safe-text.ts';
export type {Block, Body, Image, Inline, Link, Quote, QuoteSource} from './thread/body.ts';
export {type Context, createContext, type Parent, type ParentBasis, type ResolvedQuote} from './thread/context.ts';
export type {Dump, Problem, Topic} from './thread/dump.ts';
export {mergeDumps} from './thread/merge-dumps.ts';
export type {Post, PostId, PostKind} from './thread/post.ts';

/** What may be named as a theme; `auto` asks the terminal. */
export const themeNames: readonly string[] = ['auto', ...Object.keys(themes)];

/**
Browse a dump in the terminal until the reader leaves it.

@returns The exit status.
@throws What `options.dumps` throws; the terminal is then as it was found.
*/
export async function browse(options: BrowseOptions): Promise<number> {
	const browser = await import('./terminal/browse.ts');
	return browser.browse(options);
}

/** A dump, or what is wanted of it, as text, Markdown, JSON or JSON lines. Never rejects. */
export async function print(dump: Dump, options: PrintOptions): Promise<Printed> {
	const [printer] = await Promise.all([import('./print/print.ts'), dump.prepareAll()]);
	return printer.print(dump, options);
}
