/**
HTML among the words of Markdown: what one tag of it means.

The elements that Discourse and GitHub let through are known here. Others are words: in posts about
code, `Vector<int>` is no markup.
*/
import type {Block, Inline} from '../../thread/body.ts';
import {readHtmlText} from '../html/read-html.ts';

export type HtmlTag =
	| {
			readonly type: 'opens';
			readonly name: string;
			readonly wrapping: 'strong' | 'emphasis' | 'strike' | 'code' | 'link' | 'plain';
			readonly url: string;
	  }
	| {readonly type: 'closes'; readonly name: string}
	| {readonly type: 'inlines'; readonly inlines: readonly Inline[]}
	/** These are words. */
	| {readonly type: 'none'};

const wrappings = new Map<string, Extract<HtmlTag, {type: 'opens'}>['wrapping']>([
	['b', 'strong'],
	['strong', 'strong'],
	['i', 'emphasis'],
	['em', 'emphasis'],
	['s', 'strike'],
	['strike', 'strike'],
	['del', 'strike'],
	['code', 'code'],
	['kbd', 'code'],
	['tt', 'code'],
	['samp', 'code'],
	['a', 'link'],
]);

/** Elements that change nothing that a terminal shows. */
const plain = new Set(
	'abbr acronym big center cite dfn div font ins label mark p q ruby rp rt small span sub sup u var wbr'.split(' '),
);
const whole = new Set(['img', 'video', 'audio', 'iframe', 'source']);
const nothing: HtmlTag = {type: 'inlines', inlines: []};

/**
Tell what a tag means that stands among words.

@param source - One tag, comment or declaration, as markdown-it finds it. Never throws.
*/
export function readHtmlTag(source: string): HtmlTag {
	if (/^<[!?]/.test(source)) return nothing;
	const [, slash, written = ''] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(source) ?? [];
	const name = written.toLowerCase();
	if (name === 'br') return {type: 'inlines', inlines: [{type: 'break'}]};
	if (whole.has(name))
		return slash === '/' ? nothing : {type: 'inlines', inlines: firstInlines(readHtmlText(source, null))};
	const wrapping = wrappings.get(name) ?? (plain.has(name) ? 'plain' : null);
	if (wrapping === null) return {type: 'none'};
	if (slash === '/') return {type: 'closes', name: `html:${name}`};
	return {type: 'opens', name: `html:${name}`, wrapping, url: name === 'a' ? addressIn(source) : ''};
}

/** The address of a link, as the HTML reader finds it. */
function addressIn(source: string): string {
	const link = firstInlines(readHtmlText(`${source}x</a>`, null)).find(inline => inline.type === 'link');
	return link?.type === 'link' ? link.url : '';
}

function firstInlines(blocks: readonly Block[]): readonly Inline[] {
	return blocks.flatMap(block => (block.type === 'paragraph' ? block.children : []));
}
