/**
An item of Hacker News: a story, a comment, a poll or a job, as its APIs write it.

The Firebase API, Algolia's search and hackerweb name the same facts differently; no name means two things.
*/
import {dateAt, secondsAt} from '../json/dates.ts';
import {idAt, integerAt, isTrue, type JsonObject, listAt, objectsAt, stringAt, wordsAt} from '../json/json.ts';

export type Item = {
	readonly id: string;
	/** `hidden`: killed by flags or software ("dead"). */
	readonly kind: 'post' | 'deleted' | 'hidden';
	readonly author: string | null;
	readonly date: string | null;
	/** Points; `null` for comments, whose points nobody is shown. */
	readonly likes: number | null;
	readonly parent: string | null;
	/** The story that it stands under, where the item names it. */
	readonly story: string | null;
	/** Of the story, whether this is it or names it. */
	readonly title: string | null;
	readonly isStory: boolean;
	/** Of a story: where it leads. */
	readonly link: string | null;
	/** HTML. */
	readonly text: string;
	/** The ids of its answers in order, where it names them. */
	readonly kids: readonly string[];
	/** Of a story: how many comments are counted. */
	readonly comments: number | null;
	/** Whether it is an option of a poll. */
	readonly isOption: boolean;
	/** Of a poll: its options. */
	readonly options: readonly Item[];
};

/** Whether a value is an item rather than any other object. */
export function isItem(value: JsonObject | null): value is JsonObject {
	if (value === null || (idAt(value, 'id') ?? idAt(value, 'objectID')) === null) return false;
	const isTimed = (integerAt(value, 'time') ?? integerAt(value, 'created_at_i')) !== null;
	return isTimed || stringAt(value, 'created_at') !== null || isTrue(value, 'deleted') || isTrue(value, 'dead');
}

/** The answers that an item holds whole. */
export function childrenOf(item: JsonObject): readonly JsonObject[] {
	const children = objectsAt(item, 'children');
	return children.length > 0 ? children : objectsAt(item, 'comments');
}

/**
Read what an item states. Never throws.

@param holder - The id of the item that holds it, where one does: its parent, if it does not name another.
*/
export function readItem(item: JsonObject, holder: string | null): Item {
	const parent = idAt(item, 'parent') ?? idAt(item, 'parent_id') ?? idAt(item, 'poll') ?? holder;
	const author = wordsAt(item, 'by') ?? wordsAt(item, 'author') ?? wordsAt(item, 'user');
	const words =
		wordsAt(item, 'text') ?? wordsAt(item, 'content') ?? wordsAt(item, 'comment_text') ?? wordsAt(item, 'story_text');
	const title = wordsAt(item, 'title');
	const isStory = title !== null && parent === null;
	return {
		id: idAt(item, 'id') ?? idAt(item, 'objectID') ?? '',
		kind: kindOf(item, author === null && words === null),
		author,
		date: dateAt(item, 'created_at') ?? secondsAt(item, 'time') ?? secondsAt(item, 'created_at_i'),
		likes: integerAt(item, 'points') ?? integerAt(item, 'score'),
		parent,
		story: idAt(item, 'story_id'),
		title: title ?? wordsAt(item, 'story_title'),
		isStory,
		link: isStory ? (/^https?:\/\/\S+$/.exec(stringAt(item, 'url') ?? '')?.[0] ?? null) : null,
		text: words ?? '',
		kids: listAt(item, 'kids').flatMap(kid => (typeof kid === 'number' ? String(kid) : [])),
		comments:
			integerAt(item, 'descendants') ??
			integerAt(item, 'comments_count') ??
			integerAt(item, 'commentscount') ??
			integerAt(item, 'num_comments'),
		isOption: stringAt(item, 'type') === 'pollopt',
		// Algolia holds a poll's options; elsewhere they are items of their own.
		options: objectsAt(item, 'options')
			.filter(isItem)
			.map(option => readItem(option, null)),
	};
}

/** Algolia says of a deleted comment that nobody wrote nothing. */
function kindOf(item: JsonObject, isBlank: boolean): Item['kind'] {
	if (isTrue(item, 'deleted') || (isBlank && wordsAt(item, 'title') === null)) return 'deleted';
	return isTrue(item, 'dead') ? 'hidden' : 'post';
}
