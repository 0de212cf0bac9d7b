/**
Reading bodies: every markup and its reader, one line each.
*/
import type {BodyReader} from '../thread/dump.ts';
import type {Markup} from '../thread/post.ts';
import {readCrawlText} from './crawl-text.ts';
import {readPlainText} from './plain-text.ts';

const readers: Readonly<Record<Markup, BodyReader>> = {
	'crawl-text': readCrawlText,
	discourse: readPlainText,
	markdown: readPlainText,
	html: readPlainText,
	mail: readPlainText,
	plain: readPlainText,
};

/** Read the raw body of a post as its markup says; see `BodyReader`. */
export const readBody: BodyReader = (post, dump) => readers[post.markup](post, dump);
