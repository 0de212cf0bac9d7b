/**
What of a post is searched: its texts by field, and what it has besides words.
*/
import type {Body} from '../thread/body.ts';
import type {Post} from '../thread/post.ts';
import type {Possession} from './query.ts';
import type {Field} from './search.ts';

export type SearchedText = {
	readonly field: Field;
	/** As in `Match`. */
	readonly index: number;
	readonly text: string;
};

/** A post's texts in the order in which matches are told. Never throws. */
export function searchedTexts(post: Post, body: Body): readonly SearchedText[] {
	const texts: SearchedText[] = [];
	if (post.author !== null) texts.push({field: 'author', index: 0, text: post.author});
	if (post.name !== null) texts.push({field: 'author', index: 1, text: post.name});
	body.quotes.forEach((quote, index) => {
		texts.push({field: 'quote', index, text: quote.text});
	});
	texts.push({field: 'text', index: 0, text: body.text});
	return texts;
}

/** Whether a search may find it: what is missing from the dump can only be pointed at. */
export function isSearched(post: Post): boolean {
	return post.kind !== 'missing';
}

/** Whether a body has such a thing anywhere, quotes included. Never throws. */
export function possesses(body: Body, what: Possession): boolean {
	switch (what) {
		case 'link':
			return body.links.length > 0;
		case 'image':
			return body.images.length > 0;
		case 'quote':
			return body.quotes.length > 0;
		case 'code':
			return body.hasCode;
	}
}
