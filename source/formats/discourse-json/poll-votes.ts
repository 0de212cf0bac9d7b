/**
Poll votes: Discourse bakes a poll into a post's HTML before anybody votes, and keeps the
votes beside it. Here they come together.
*/
import {idAt, integerAt, type JsonObject, objectsAt, stringAt} from '../json/json.ts';

const option = /(<li\b[^>]*\bdata-poll-option-id=(["'])([^"'<>]*)\2)/g;
const poll = /(<div\b[^>]*\bdata-poll-name=(["'])([^"'<>]*)\2)/g;

/**
Write the votes of a post's polls into its HTML, as `data-votes` on each option and `data-voters` on the poll.

@param cooked - The HTML of a post.
@param post - The post that it is of, with its `polls`.
@returns The HTML; without polls, or where votes are not shown, as it was. Never throws.
*/
export function withVotes(cooked: string, post: JsonObject): string {
	const polls = objectsAt(post, 'polls');
	if (polls.length === 0) return cooked;
	const voters = new Map(polls.map(one => [stringAt(one, 'name'), integerAt(one, 'voters')]));
	const options = polls.flatMap(one => objectsAt(one, 'options'));
	const votes = new Map(options.map(one => [idAt(one, 'id'), integerAt(one, 'votes')]));
	return cooked
		.replace(option, (tag: string, _tag, _quote, id: string) => withCount(tag, 'data-votes', votes.get(id)))
		.replace(poll, (tag: string, _tag, _quote, name: string) => withCount(tag, 'data-voters', voters.get(name)));
}

function withCount(tag: string, attribute: string, count: number | null | undefined): string {
	return count === null || count === undefined ? tag : `${tag} ${attribute}="${count}"`;
}
