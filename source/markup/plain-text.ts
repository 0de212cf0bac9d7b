/**
The markup `plain`: text without any. Paragraphs, their line breaks, and addresses.
*/
import type {Block} from '../thread/body.ts';
import type {Post} from '../thread/post.ts';
import {readLinesAsInlines} from './inlines.ts';

/** Read the raw body of a post as paragraphs; see `BodyReader`. */
export function readPlainText(post: Post): readonly Block[] {
	return post.raw
		.split(/\n[^\S\n]*\n/)
		.filter(paragraph => paragraph.trim() !== '')
		.map(paragraph => ({type: 'paragraph', children: readLinesAsInlines(paragraph.split('\n'))}));
}
