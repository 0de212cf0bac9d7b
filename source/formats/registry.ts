/**
The registry: every format there is, one line each.

Where two are equally sure of an input, the earlier one is taken.
*/
import {corpusOf} from './corpus/corpus.ts';
import {discourseHtml} from './discourse-html/discourse-html.ts';
import {discourseJson} from './discourse-json/discourse-json.ts';
import {discourseMarkdown} from './discourse-markdown/discourse-markdown.ts';
import {discourseRaw} from './discourse-raw/discourse-raw.ts';
import {discourseRss} from './discourse-rss/discourse-rss.ts';
import {discourseText} from './discourse-text/discourse-text.ts';
import type {Format} from './format.ts';
import {forumDl} from './forum-dl/forum-dl.ts';
import {hackerNews} from './hacker-news/hacker-news.ts';
import {mbox} from './mbox/mbox.ts';
import {reddit} from './reddit/reddit.ts';
import {text} from './text.ts';
import {threadview} from './threadview/threadview.ts';

/** What a file can be, and a record of a corpus too. */
const documents: readonly Format[] = [
	discourseJson,
	reddit,
	hackerNews,
	forumDl,
	discourseMarkdown,
	discourseRaw,
	discourseHtml,
	discourseRss,
	discourseText,
	mbox,
	text,
	threadview,
];

export const formats: readonly Format[] = [...documents, corpusOf(documents)];
