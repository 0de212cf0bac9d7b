/**
Enriched text: `text/enriched`, the markup that mail had before HTML (RFC 1896). Its words are kept.
*/

/** @param text - Line ends as `\n`. @returns Plain text. Never throws. */
export function plainOfEnriched(text: string): string {
	return text
		.replace(/<param>[^<]{0,1000}<\/param>/gi, '')
		.replace(/<(?:<|\/?[a-z][\w-]{0,60}>)/gi, tag => (tag === '<<' ? '<' : ''))
		.replace(/\n+/g, ends => (ends.length === 1 ? ' ' : '\n'.repeat(ends.length)));
}
