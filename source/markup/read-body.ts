/**
Reading bodies: every markup and its reader, one line each.

What most dumps can do without is loaded only for a dump that needs it: no start waits for a
library that it does not use.
*/
import type {BodyReader} from '../thread/dump.ts';
import type {Markup} from '../thread/post.ts';
import {readCrawlText} from './crawl-text.ts';
import {readPlainText} from './plain-text.ts';
import {readPrintedBody} from './printed-body.ts';

const loaders: Readonly<Record<Markup, () => Promise<BodyReader>>> = {
	'crawl-text': async () => readCrawlText,
	discourse: async () => (await import('./markdown/read-markdown.ts')).readDiscourse,
	markdown: async () => (await import('./markdown/read-markdown.ts')).readMarkdown,
	html: async () => (await import('./html/read-html.ts')).readHtml,
	mail: async () => (await import('./mail/read-mail.ts')).readMail,
	threadview: async () => readPrintedBody,
	plain: async () => readPlainText,
};

const loaded = new Map<Markup, BodyReader>();

/** Make the readers of these markups ready, so that `readBody` need not wait for them. */
export async function loadReaders(markups: Iterable<Markup>): Promise<void> {
	for (const markup of markups) if (!loaded.has(markup)) loaded.set(markup, await loaders[markup]());
}

/** Read the raw body of a post as its markup says; see `BodyReader`. */
export const readBody: BodyReader = (post, dump) => {
	const reader = loaded.get(post.markup);
	if (reader !== undefined) return reader(post, dump);
	return loaders[post.markup]().then(late => late(post, dump));
};
