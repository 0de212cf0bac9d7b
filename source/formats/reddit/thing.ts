/**
Things: a submission or a comment as Reddit's API writes it, and what it states.

The API, the archives of Pushshift and Arctic Shift and those of the bulk downloader differ in
what stands around a thing, and share most of what stands in it.
*/
import type {PostKind} from '../../thread/post.ts';
import {secondsAt} from '../json/dates.ts';
import {at, idAt, integerAt, isTrue, type JsonObject, objectAt, objectsAt, stringAt, wordsAt} from '../json/json.ts';

export type ThingFacts = {
	readonly id: string;
	/** The id of the submission that it is, or stands under. */
	readonly topic: string | null;
	readonly kind: Exclude<PostKind, 'missing' | 'action'>;
	readonly author: string | null;
	readonly date: string | null;
	readonly edited: string | null;
	/** The score; `null` while Reddit hides it. */
	readonly likes: number | null;
	readonly parent: string | null;
	/** Markdown. */
	readonly raw: string;
	readonly title: string | null;
	readonly url: string | null;
	/** Of a link: where it leads. */
	readonly source: string | null;
	/** Of a submission: how many comments Reddit counts. */
	readonly comments: number | null;
};

export function isComment(thing: JsonObject): boolean {
	return stringAt(thing, 'body') !== null && idAt(thing, 'id') !== null && !isSubmission(thing);
}

export function isSubmission(thing: JsonObject): boolean {
	if (stringAt(thing, 'title') === null || idAt(thing, 'id') === null) return false;
	return stringAt(thing, 'selftext') !== null || at(thing, 'subreddit') !== undefined;
}

/** What stands in the place of words that are gone. */
const gone = /^\[ ?(?:deleted|removed)(?: by [^\]]{1,40})? ?\]$/i;

/** What a comment states. Never throws. */
export function readComment(thing: JsonObject): ThingFacts {
	const body = stringAt(thing, 'body') ?? '';
	const link = stringAt(thing, 'link_id') ?? stringAt(thing, 'submission');
	return {
		...shared(thing),
		topic: link === null ? null : bareId(link),
		kind: gone.test(body) ? 'deleted' : 'post',
		parent: parentOf(thing),
		raw: isEscaped(thing, 'body_html', body) ? unescaped(body) : body,
		title: plain(wordsAt(thing, 'link_title') ?? wordsAt(thing, 'submission_title')),
		url: address(/^\/r\/[^/]+\/comments\/[^/]+\/[^/]*/.exec(stringAt(thing, 'permalink') ?? '')?.[0]),
		source: null,
		comments: null,
	};
}

/** What a submission states: it is the first post of its thread. Never throws. */
export function readSubmission(thing: JsonObject): ThingFacts {
	const facts = shared(thing);
	const text = stringAt(thing, 'selftext') ?? '';
	const words = isEscaped(thing, 'selftext_html', text) ? unescaped(text) : text;
	const target = isTrue(thing, 'is_self') ? null : plain(wordsAt(thing, 'url'));
	const permalink = stringAt(thing, 'permalink');
	const link = target !== null && (permalink === null || !target.includes(permalink)) ? target : null;
	return {
		...facts,
		topic: facts.id,
		kind: gone.test(text) ? 'deleted' : 'post',
		parent: null,
		raw: [link === null ? '' : linkTo(link), words, poll(thing)].filter(part => part !== '').join('\n\n'),
		title: plain(wordsAt(thing, 'title')),
		url: address(permalink),
		source: link !== null && isAddress(link) ? link : null,
		comments: integerAt(thing, 'num_comments'),
	};
}

/** `t1_abc` and `abc` are one id: what stands before tells comments (t1) and submissions (t3) apart. */
export function bareId(name: string): string {
	return name.replace(/^t\d_/, '');
}

export function parentOf(thing: JsonObject): string | null {
	const parent = idAt(thing, 'parent_id');
	return parent === null ? null : bareId(parent);
}

/** What both kinds state. */
function shared(thing: JsonObject): Pick<ThingFacts, 'id' | 'author' | 'date' | 'edited' | 'likes'> {
	const author = wordsAt(thing, 'author');
	const isNobody = author === '[deleted]' || (author === 'DELETED' && isBulkDownload(thing));
	const score = integerAt(thing, 'score') ?? integerAt(thing, 'ups');
	return {
		id: bareId(idAt(thing, 'id') ?? ''),
		author: isNobody ? null : author,
		date: secondsAt(thing, 'created_utc'),
		edited: secondsAt(thing, 'edited'),
		likes: isTrue(thing, 'score_hidden') ? null : score,
	};
}

/** The bulk downloader names the submission differently, and nests plain lists. */
function isBulkDownload(thing: JsonObject): boolean {
	return stringAt(thing, 'submission') !== null || Array.isArray(at(thing, 'comments'));
}

/**
Whether `&`, `<` and `>` are written as entities, as the API does unless it is asked for `raw_json`. The HTML
beside a text tells; where it is missing, a bare sign does.
*/
function isEscaped(thing: JsonObject, htmlKey: string, text: string): boolean {
	const html = stringAt(thing, htmlKey);
	if (html !== null) return !html.startsWith('<');
	return !isBulkDownload(thing) && hasNoBareSign(text);
}

function hasNoBareSign(text: string): boolean {
	return !/[<>]|&(?!(?:amp|lt|gt);)/.test(text);
}

/** A line without HTML beside it. */
function plain(text: string | null): string | null {
	return text !== null && hasNoBareSign(text) ? unescaped(text) : text;
}

/** Undo Reddit's escaping: these three signs and no other entity. */
function unescaped(text: string): string {
	const signs: Readonly<Record<string, string>> = {'&amp;': '&', '&lt;': '<', '&gt;': '>'};
	return text.includes('&') ? text.replace(/&(?:amp|lt|gt);/g, entity => signs[entity] ?? entity) : text;
}

function address(path: string | null | undefined): string | null {
	return path?.startsWith('/') === true ? `https://www.reddit.com${path}` : null;
}

/** What a link submission shows is its link. */
function linkTo(url: string): string {
	return isAddress(url) ? `<${url}>` : url;
}

function isAddress(text: string): boolean {
	return /^https?:\/\/[^\s<>]+$/.test(text);
}

/** A poll's options, which stand beside the text, as a list. Votes are shown once it has ended. */
function poll(thing: JsonObject): string {
	const options = objectsAt(objectAt(thing, 'poll_data'), 'options').map(option => {
		const votes = integerAt(option, 'vote_count');
		const text = (stringAt(option, 'text') ?? '').replace(/\s+/g, ' ');
		return votes === null ? `- ${text}` : `- ${text} (${votes} votes)`;
	});
	return options.join('\n');
}
