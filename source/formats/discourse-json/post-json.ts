/**
One post as Discourse's API writes it, and what it states.
*/
import type {PostDraft, PostKind} from '../../thread/post.ts';
import {asDate} from '../json/dates.ts';
import {
	asInteger,
	asList,
	asObject,
	asWords,
	idAt,
	integerAt,
	isTrue,
	type JsonObject,
	objectAt,
	objectsAt,
	stringAt,
	wordsAt,
} from '../json/json.ts';
import {actionLabel} from './action-labels.ts';
import {withVotes} from './poll-votes.ts';

/** The id of a post on its site. */
export type Key = number | string;

/** Where a post stands in the dump: what does not depend on its JSON alone. */
export type Place = Required<Pick<PostDraft, 'id' | 'topic' | 'parent' | 'verbatim'>>;

/** The id of the action type "like" in `actions_summary` (Discourse's PostActionType). */
const like = 2;
/** The `post_type` of a small action (Discourse's Post.types). */
const smallAction = 3;

/** Whether a value is a post of Discourse rather than any other object. */
export function isPostJson(value: JsonObject | null): value is JsonObject {
	if (idAt(value, 'id') === null || stringAt(value, 'username') === null) return false;
	return stringAt(value, 'cooked') !== null || integerAt(value, 'post_number') !== null;
}

/**
Read what a post states.

- `likes` are the likes, not all reactions; a post whose actions are listed without likes has none.
- `edited` is the time of the last change, where there was more than one version.
- A hidden post has the notice that Discourse shows in its place.
- `raw` is the HTML, with the votes of its polls; else what was typed.

Never throws.

Fields that every post may have are named here: to a function for any key it is news each time where one stands, or
that it does not.
*/
export function readPostJson(post: JsonObject, {id, topic, parent, verbatim}: Place): PostDraft {
	const cooked = typeof post.cooked === 'string' ? post.cooked : null;
	const code = typeof post.action_code === 'string' ? post.action_code : null;
	const author = asWords(post.username);
	const name = asWords(post.name);
	return {
		id,
		topic,
		parent,
		verbatim,
		ownNames: true,
		kind: kindOf(post),
		number: numberOf(post),
		author,
		name: name === author ? null : name,
		date: asDate(post.created_at),
		edited: (asInteger(post.version) ?? 1) > 1 ? asDate(post.updated_at) : null,
		likes: likesOf(post),
		// The plugin discourse-solved writes it into every post of a topic that can have an answer.
		accepted: post.accepted_answer === true,
		action: code === null || code === '' ? null : withWhom(actionLabel(code), post),
		markup: cooked === null ? 'discourse' : 'html',
		raw: cooked === null ? (stringAt(post, 'raw') ?? '') : post.polls === undefined ? cooked : withVotes(cooked, post),
	};
}

/** The id of a post, a number where it is one, even in a string. */
export function keyOf(post: JsonObject): Key | null {
	if (typeof post.id === 'number') return post.id;
	const text = idAt(post, 'id');
	return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : text;
}

export function numberOf(post: JsonObject): number | null {
	return asInteger(post.post_number);
}

/** The number of the post that it answers, in the same topic. */
export function answeredBy(post: JsonObject): number | null {
	return asInteger(post.reply_to_post_number);
}

/** Whether it is a small action, shown or not. */
export function isSmallAction(post: JsonObject): boolean {
	return post.post_type === smallAction;
}

function kindOf(post: JsonObject): PostKind {
	if (post.user_deleted === true || typeof post.deleted_at === 'string') return 'deleted';
	if (post.hidden === true) return 'hidden';
	return isSmallAction(post) ? 'action' : 'post';
}

function likesOf(post: JsonObject): number | null {
	if (!Array.isArray(post.actions_summary)) return null;
	const likes = asList(post.actions_summary).find(action => integerAt(asObject(action), 'id') === like);
	if (likes !== undefined) return integerAt(asObject(likes), 'count') ?? 0;
	if (post.reactions === undefined) return 0;
	const hearts = objectsAt(post, 'reactions').find(reaction => stringAt(reaction, 'id') === 'heart');
	return integerAt(hearts ?? null, 'count') ?? 0;
}

/** `Invited` and its like name a person, in a field beside. */
function withWhom(label: string, post: JsonObject): string {
	const whom = wordsAt(post, 'action_code_who');
	return whom === null ? label : `${label} @${whom}`;
}

/** The site that a post or topic stands on, `https://forum.example`, if one of its links to itself says so. */
export function siteOf(json: JsonObject | null): string | null {
	if (json === null || (json.link_counts === undefined && json.details === undefined)) return null;
	for (const link of [...objectsAt(json, 'link_counts'), ...objectsAt(objectAt(json, 'details'), 'links')]) {
		const site = /^(https?:\/\/[^/\s]+)\/t\//.exec(stringAt(link, 'url') ?? '')?.[1];
		if (isTrue(link, 'internal') && site !== undefined) return site;
	}
	return null;
}
