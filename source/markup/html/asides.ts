/**
Asides: what Discourse makes of quotes, of links on a line of their own, of videos and polls.

Shapes counted in cooked posts of several forums; the names of classes are Discourse's
(lib/onebox, pretty-text, plugins/poll).
*/
import type {Block, PollOption, QuoteSource} from '../../thread/body.ts';
import {addressOf, countOf} from './attributes.ts';
import type {Reading} from './reading.ts';
import {type Element, findElement, findElements, hasClass, lineOf, type Node} from './tree.ts';

/**
Read what Discourse alone writes.

@returns Blocks, or `null` for any other element. Never throws.
*/
export function readAside(element: Element, reading: Reading): Block[] | null {
	const {name, attributes} = element;
	if (name === 'aside') {
		if (hasClass(element, 'quote')) return readQuote(element, reading);
		return hasClass(element, 'onebox') ? readOnebox(element, reading) : null;
	}
	if (name !== 'div') return null;
	if (hasClass(element, 'poll')) return readPoll(element);
	const isVideo = 'data-youtube-title' in attributes || 'data-video-title' in attributes;
	return isVideo ? readVideo(element, reading) : null;
}

/**
A quote, or the preview of another topic, which Discourse writes as a quote without a user name whose title links to
that topic.
*/
function readQuote(aside: Element, reading: Reading): Block[] {
	const {'data-username': username, 'data-post': post, 'data-topic': topic} = aside.attributes;
	const title = findElement(aside.children, element => hasClass(element, 'title') || element.name === 'blockquote');
	const heading = title?.name === 'blockquote' ? null : title;
	const children = reading.blocks(bodyOf(aside, heading));
	const link = heading === null ? null : findElement(heading.children, isTopicLink);
	if (!username && link !== null) {
		return [
			{type: 'preview', title: lineOf(link.children), url: addressOf(link.attributes.href, reading.site), children},
		];
	}
	const titled = heading === null || link !== null ? '' : lineOf(heading.children).replace(/\s*:$/, '');
	const source: QuoteSource = {
		author: username || titled || null,
		number: countOf(post),
		topic: topic?.trim() || null,
	};
	const isNamed = source.author !== null || source.number !== null || source.topic !== null;
	return [{type: 'quote', source: isNamed ? source : null, children}];
}

/** What stands in an aside beside its title: as a rule one `blockquote`, whose inside it is. */
function bodyOf(aside: Element, heading: Element | null): readonly Node[] {
	const body: Node[] = [];
	for (const node of aside.children) {
		if (typeof node !== 'string' && node.name === 'blockquote') body.push(...node.children);
		else if (node !== heading) body.push(node);
	}
	return body;
}

function isTopicLink({name, attributes}: Element): boolean {
	return name === 'a' && (attributes.href ?? '').includes('/t/');
}

/** The preview of a page: the site's name, the title, what is said of it, and lines of code where it is a file. */
function readOnebox(aside: Element, reading: Reading): Block[] {
	const header = findElement(aside.children, ({name}) => name === 'header');
	const heading = findElement(aside.children, ({name}) => /^h[1-6]$/.test(name));
	const site = header === null ? '' : lineOf(header.children);
	const stated = heading === null ? '' : lineOf(heading.children);
	const url = aside.attributes['data-onebox-src'] ?? linkIn(heading) ?? linkIn(header) ?? linkIn(aside);
	const address = addressOf(url, reading.site);
	const body = withoutParts(aside.children, element => element === header || element === heading || isTrim(element));
	const children: Block[] = reading.blocks(body);
	if (site !== '' && stated !== '' && site !== stated) {
		children.unshift({type: 'paragraph', children: [{type: 'text', text: site}]});
	}
	return [{type: 'preview', title: stated || site || address || '', url: address, children}];
}

/** What an onebox shows beside its words: icons, faces and the button that unfolds it. */
function isTrim(element: Element): boolean {
	return hasClass(element, 'github-icon-container') || hasClass(element, 'show-more-container');
}

function linkIn(element: Element | null): string | undefined {
	if (element === null) return undefined;
	return findElement(element.children, ({name, attributes}) => name === 'a' && Boolean(attributes.href))?.attributes
		.href;
}

/** A list of nodes without the elements that a test takes, wherever they stand. */
function withoutParts(nodes: readonly Node[], test: (element: Element) => boolean): readonly Node[] {
	return nodes.flatMap((node): readonly Node[] => {
		if (typeof node === 'string') return [node];
		if (test(node)) return [];
		return [{...node, children: withoutParts(node.children, test)}];
	});
}

function readVideo(element: Element, reading: Reading): Block[] {
	const {attributes, children} = element;
	const title = attributes['data-video-title'] ?? attributes['data-youtube-title'] ?? '';
	const youtube =
		attributes['data-youtube-id'] ??
		(attributes['data-provider-name'] === 'youtube' ? attributes['data-video-id'] : undefined);
	const link = linkIn(element) ?? (youtube === undefined ? undefined : `https://www.youtube.com/watch?v=${youtube}`);
	const url = addressOf(link, reading.site);
	return [
		{
			type: 'preview',
			title: title || url || '',
			url,
			children: lineOf(children) === '' ? [] : reading.blocks(children),
		},
	];
}

/**
A poll. Its cooked form says "0 voters" whatever came of it, so votes are known only where a format has written them
into the page, as `data-votes` and `data-voters`.
*/
function readPoll(element: Element): Block[] {
	const title = findElement(element.children, inner => hasClass(inner, 'poll-title'));
	const options: readonly PollOption[] = findElements(
		element.children,
		({name, attributes}) => name === 'li' && 'data-poll-option-id' in attributes,
	).map(option => ({text: lineOf(option.children), votes: voteCount(option, 'data-votes')}));
	const voters = voteCount(element, 'data-voters');
	return [{type: 'poll', title: title === null ? null : lineOf(title.children) || null, options, voters}];
}

function voteCount({attributes}: Element, name: string): number | null {
	const value = attributes[name];
	return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : null;
}
