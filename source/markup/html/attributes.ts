/**
Addresses, names and code languages, as the attributes of elements state them.
*/
import type {Element} from './tree.ts';
import {hasClass} from './tree.ts';

/** The thread's own address, where it is known: addresses without a site are on its site. */
export type Site = string | null;

/**
The address an attribute holds.

@returns Site-relative ones (`/t/seeds/77`, `//cdn.example/x.png`) made whole where the site is known, others
	as they stand, `null` for none and for scripts. Never throws.
*/
export function addressOf(value: string | undefined, site: Site): string | null {
	const address = value?.trim() ?? '';
	if (address === '' || /^(?:javascript|data|vbscript):/i.test(address)) return null;
	if (!address.startsWith('/') || site === null || !URL.canParse(address, site)) return address;
	return new URL(address, site).href;
}

/** The address of an image, a sound or a video, or of its first source. */
export function sourceOf({attributes, children}: Element, site: Site): string | null {
	const own = addressOf(attributes.src ?? attributes['data-src'] ?? attributes['data-orig-src'], site);
	if (own !== null) return own;
	for (const child of children) {
		if (typeof child === 'string' || child.name !== 'source') continue;
		const address = addressOf(child.attributes.src, site);
		if (address !== null) return address;
	}
	return null;
}

/** Names that say there is no language, as Discourse writes them. */
const noLanguage = new Set(['auto', 'nohighlight', 'plaintext', 'text', 'none', 'no-highlight']);

/** The language of code, after the class names of Discourse (`lang-js`) and the HTML standard (`language-js`). */
export function languageOf(elements: readonly Element[]): string | null {
	for (const {attributes} of elements) {
		const name = attributes['data-code-wrap'] ?? /(?:^|\s)lang(?:uage)?-(\S+)/.exec(attributes.class ?? '')?.[1];
		if (name !== undefined) return name === '' || noLanguage.has(name) ? null : name;
	}
	return null;
}

/** A count an attribute holds, or `null`. */
export function countOf(value: string | undefined): number | null {
	return value !== undefined && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : null;
}

/**
What stands for an image in words, where it is no picture: the short code or the character of an emoji, nothing for
an avatar, an icon or an invisible dot. `null` for a picture.
*/
export function wordsForImage(image: Element): string | null {
	const {alt, title, width, height} = image.attributes;
	if (hasClass(image, 'emoji')) return alt || title || '';
	if (hasClass(image, 'avatar') || hasClass(image, 'site-icon') || hasClass(image, 'onebox-avatar')) return '';
	if (hasClass(image, 'onebox-avatar-inline')) return '';
	return countOf(width) !== null && Number(width) <= 1 && countOf(height) !== null && Number(height) <= 1 ? '' : null;
}
