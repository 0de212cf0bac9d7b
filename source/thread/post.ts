/**
A post: what the dump states of it, and its body as the dump wrote it.

Nothing here is inferred. A fact that the dump does not state is `null`; what is
worked out from the text (who answers whom, whose words are quoted) lives in the
context of the thread, apart from this.
*/

/** Unique in its dump and stable over runs: the dump's own number or id where it has one. */
export type PostId = string;

/** `missing` stands for a run of posts known to exist and not in the dump. */
export type PostKind = 'post' | 'action' | 'hidden' | 'deleted' | 'missing';

/**
How a raw body is written, and so which reader turns it into blocks.

`crawl-text`: what a scraper made of a page. `discourse`: Markdown with BBCode, as people type
it there. `markdown`: CommonMark. `html`: a fragment of a page. `mail`: a message's MIME headers
that matter to its body, a blank line, and its body, a unit of the string a byte. `threadview`: what
this program printed of it to JSON. `plain`: none.
*/
export type Markup = 'crawl-text' | 'discourse' | 'markdown' | 'html' | 'mail' | 'threadview' | 'plain';

export type Post = {
	readonly id: PostId;
	/** The topic it stands in, an id of `Dump.topics`. */
	readonly topic: string;
	/** As the dump numbers it, else its position from 1; `null` where neither is known. */
	readonly number: number | null;
	readonly kind: PostKind;
	/** The user name, or for mail the display name or address. */
	readonly author: string | null;
	/** A display name beside a user name. */
	readonly name: string | null;
	/** ISO 8601, only as precise as the dump states: zone and seconds only where stated. */
	readonly date: string | null;
	/** The time of the last edit, in the same form. */
	readonly edited: string | null;
	/** Likes or score; `null` where the dump cannot tell, 0 where it says none. */
	readonly likes: number | null;
	/** Only where the dump says so: whoever asked took this post for the answer. */
	readonly accepted?: true;
	/** The post that the dump says this one answers. It need not be in the dump. */
	readonly parent: PostId | null;
	/** Whether the dump names the parent, or only its subject says so (mail); `null` without a parent. */
	readonly parentBasis: 'stated' | 'subject' | null;
	/** What an `action` did, in the dump's words, as "Closed"; else `null`. */
	readonly action: string | null;
	/** How many posts a `missing` entry stands for; `null` if unknown, and for other kinds. */
	readonly count: number | null;
	/** The line of the dump where it begins, from 1, or `null` where lines mean nothing. */
	readonly line: number | null;
	readonly markup: Markup;
	/**
	The body as the dump wrote it. For `mail` it is bytes, a unit a byte, and safe only once it
	has been read into blocks; for all others it is safe text.
	*/
	readonly raw: string;
};

/** What a format must say of a post; the rest is taken as not stated. */
export type PostDraft = Pick<Post, 'id' | 'markup' | 'raw'> &
	Partial<Omit<Post, 'id' | 'accepted' | 'markup' | 'raw'>> & {
		readonly accepted?: boolean;
		/** `raw` holds, besides tabs and newlines, no character that the input does not hold: it is as safe as that. */
		readonly verbatim?: boolean;
		/** Its names are strings by themselves, made by a parser: no cuts, which would keep a chunk of the input alive. */
		readonly ownNames?: boolean;
	};
