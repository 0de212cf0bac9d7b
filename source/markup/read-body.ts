/**
Reading bodies: every markup and its reader, one line each.
*/
import type {BodyReader} from '../thread/dump.ts';
import type {Markup} from '../thread/post.ts';
import {readCrawlText} from './crawl-text.ts';
import {readHtml} from './html/read-html.ts';
import {readMail} from './mail/read-mail.ts';
import {readDiscourse, readMarkdown} from './markdown/read-markdown.ts';
import {readPlainText} from './plain-text.ts';
import {readPrintedBody} from './printed-body.ts';

const readers: Readonly<Record<Markup, BodyReader>> = {
	'crawl-text': readCrawlText,
	discourse: readDiscourse,
	markdown: readMarkdown,
	html: readHtml,
	mail: readMail,
	threadview: readPrintedBody,
	plain: readPlainText,
};

/** Read the raw body of a post as its markup says; see `BodyReader`. */
export const readBody: BodyReader = (post, dump) => readers[post.markup](post, dump);
