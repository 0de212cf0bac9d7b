/**
Words of Markdown: markdown-it's inline tokens as inlines.

Tags of Markdown always come in pairs; those of BBCode, HTML and spoilers need not. What they hold
is wrapped when their partner comes; a BBCode tag without one stays as the text it is.
*/
import type {MarkdownIt} from 'markdown-it';
import type {Inline} from '../../thread/body.ts';
import {readInlines} from '../inlines.ts';
import {readAttribute, wordTagOf} from './bbcode-tags.ts';
import {readHtmlTag} from './html-tags.ts';

type Token = ReturnType<MarkdownIt['parse']>[number];
type Wrapping = 'strong' | 'emphasis' | 'strike' | 'spoiler' | 'link' | 'code' | 'plain';

/** A tag that waits for its partner: where what it holds begins, and whether its own words stand before that. */
type Open = {
	readonly name: string;
	readonly wrapping: Wrapping;
	readonly url: string;
	readonly at: number;
	readonly shown: boolean;
};

/** Emphasis in emphasis, deeper than this, is left out. */
const deepest = 24;
/** How many open tags are looked through for the partner of a closing one. */
const farthest = 64;

const markdownTags: ReadonlyMap<string, Wrapping> = new Map([
	['strong', 'strong'],
	['em', 'emphasis'],
	['s', 'strike'],
	['link', 'link'],
]);

/**
Read inline tokens.

@param breaks - Whether a line break in the source is one on screen, as on Discourse; else it is a space.
@returns Inlines in reading order, addresses and names in their text told. Linear time. Never throws.
*/
export function readTokens(tokens: readonly Token[], breaks: boolean): readonly Inline[] {
	const written: Inline[] = [];
	const depths: number[] = [];
	const opens: Open[] = [];

	function write(inline: Inline, depth = 0): void {
		written.push(inline);
		depths.push(depth);
	}

	function open(name: string, wrapping: Wrapping, url: string, words: string): void {
		if (words !== '') write({type: 'text', text: words});
		opens.push({name, wrapping, url, at: written.length, shown: words !== ''});
	}

	/** @returns Whether such a tag was open. */
	function close(name: string): boolean {
		let index = opens.length - 1;
		const last = Math.max(0, opens.length - farthest);
		while (index >= last && opens[index]?.name !== name) {
			// Markdown's own pairs are not torn apart by others.
			if (opens[index]?.name.startsWith('md:') && !name.startsWith('md:')) return false;
			index--;
		}
		const found = opens[index];
		if (index < last || found === undefined) return false;
		opens.length = index;
		const held = written.splice(found.at);
		const depth = depths.splice(found.at).reduce((most, one) => Math.max(most, one), 0);
		if (found.shown) {
			written.pop();
			depths.pop();
		}
		const children = finish(held, found.wrapping !== 'link');
		const wrapped = depth < deepest ? wrap(children, found) : null;
		if (wrapped !== null) write(wrapped, depth + 1);
		else for (const child of children) write(child, depth);
		return true;
	}

	for (const token of tokens) {
		const isOpening = token.nesting === 1;
		const markdownTag = /^(strong|em|s|link)_(?:open|close)$/.exec(token.type)?.[1];
		if (markdownTag !== undefined) {
			const name = `md:${markdownTag}`;
			const wrapping = markdownTags.get(markdownTag) ?? 'plain';
			if (isOpening) open(name, wrapping, String(token.attrGet('href') ?? ''), '');
			else close(name);
			continue;
		}
		switch (token.type) {
			case 'softbreak':
				write(breaks ? {type: 'break'} : {type: 'text', text: ' '});
				break;
			case 'hardbreak':
				write({type: 'break'});
				break;
			case 'code_inline':
				write({type: 'code', text: token.content});
				break;
			case 'image':
				write({type: 'image', alt: altOf(token.content), url: String(token.attrGet('src') ?? '') || null});
				break;
			case 'bbcode':
				write(readRaw(token.tag, token.info, token.content));
				break;
			case 'tag_open':
				open(token.tag, wordTagOf(token.tag) ?? 'plain', addressOf(token.info), token.content);
				break;
			case 'tag_close':
				if (!close(token.tag)) write({type: 'text', text: token.content});
				break;
			case 'html_inline':
				readHtml(token.content);
				break;
			default:
				write({type: 'text', text: token.content});
		}
	}

	function readHtml(source: string): void {
		const tag = readHtmlTag(source);
		switch (tag.type) {
			case 'opens':
				open(tag.name, tag.wrapping, tag.url, '');
				break;
			case 'closes':
				close(tag.name);
				break;
			case 'inlines':
				for (const inline of tag.inlines) write(inline);
				break;
			case 'none':
				write({type: 'text', text: source});
		}
	}

	return finish(written, true);
}

function wrap(children: readonly Inline[], {wrapping, url}: Open): Inline | null {
	if (children.length === 0) return wrapping === 'link' && url !== '' ? link(url, [{type: 'text', text: url}]) : null;
	if (wrapping === 'plain') return null;
	if (wrapping === 'code') return {type: 'code', text: wordsOf(children)};
	if (wrapping !== 'link') return {type: wrapping, children};
	return url === '' ? null : link(url, withoutKind(children.flatMap(withoutLinks)));
}

/** Discourse writes what a linked file is behind its name: `notes.pdf|attachment`. */
function withoutKind(children: readonly Inline[]): readonly Inline[] {
	const last = children.at(-1);
	if (last?.type !== 'text' || !/.\|(?:attachment|audio|video)$/.test(last.text)) return children;
	return [...children.slice(0, -1), {type: 'text', text: last.text.slice(0, last.text.lastIndexOf('|'))}];
}

function link(url: string, children: readonly Inline[]): Inline {
	return {type: 'link', url, children};
}

/** Texts side by side become one, and the addresses and names in it are told. */
function finish(inlines: readonly Inline[], withLinks: boolean): Inline[] {
	const merged: Inline[] = [];
	let text = '';

	function writeText(): void {
		if (text === '') return;
		if (!withLinks) merged.push({type: 'text', text});
		else for (const inline of readInlines(text)) merged.push(inline);
		text = '';
	}

	for (const inline of inlines) {
		if (inline.type === 'text') {
			text += inline.text;
		} else {
			writeText();
			merged.push(inline);
		}
	}
	writeText();
	return merged;
}

/** A link holds no links. */
function withoutLinks(inline: Inline): readonly Inline[] {
	switch (inline.type) {
		case 'link':
			return inline.children;
		case 'strong':
		case 'emphasis':
		case 'strike':
		case 'spoiler':
			return [{...inline, children: inline.children.flatMap(withoutLinks)}];
		default:
			return [inline];
	}
}

/** The words of inlines without what they are wrapped in. */
export function wordsOf(inlines: readonly Inline[]): string {
	return inlines
		.map(inline => {
			switch (inline.type) {
				case 'text':
				case 'code':
					return inline.text;
				case 'mention':
					return `@${inline.name}`;
				case 'image':
					return inline.alt;
				case 'break':
					return ' ';
				default:
					return wordsOf(inline.children);
			}
		})
		.join('');
}

/** Discourse writes the size behind the alt text: `a shelf|690x388, 75%`. */
function altOf(words: string): string {
	const bar = words.indexOf('|');
	return (bar === -1 ? words : words.slice(0, bar)).replace(/\\([\p{P}\p{S}])/gu, '$1').trim();
}

function addressOf(value: string): string {
	return /^www\./i.test(value) ? `https://${value}` : value;
}

/** A BBCode tag whose words are no prose. */
function readRaw(name: string, value: string, words: string): Inline {
	const content = words.trim();
	switch (name) {
		case 'img':
		case 'image':
			return {type: 'image', alt: '', url: content || null};
		case 'code':
		case 'kbd':
		case 'tt':
			return {type: 'code', text: words};
		case 'date': {
			const [day = ''] = value.split(/\s/, 1);
			const parts = [day, readAttribute(value, 'time'), readAttribute(value, 'timezone')];
			return {type: 'text', text: parts.filter(Boolean).join(' ')};
		}
		case 'date-range': {
			const parts = [readAttribute(value, 'from'), readAttribute(value, 'to'), readAttribute(value, 'timezone')];
			return {type: 'text', text: parts.filter(Boolean).join(' – ')};
		}
		case 'youtube': {
			const url = content.includes('/') ? content : `https://www.youtube.com/watch?v=${content}`;
			return link(url, [{type: 'text', text: url}]);
		}
		case 'email':
			return link(`mailto:${content}`, [{type: 'text', text: content}]);
		default:
			return link(addressOf(content), [{type: 'text', text: content}]);
	}
}
