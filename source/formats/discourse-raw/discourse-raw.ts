/**
The format `discourse-raw`: what Discourse gives at `/raw/TOPIC`, posts as they were typed.

Each post has a head `ada | 2024-05-03 09:14:00 UTC | #12` and a rule of 25 hyphens behind it; reposted
copies have lost the rules. The time is that of the last change. A page has at most 100 posts.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import type {PostKind} from '../../thread/post.ts';
import {isDeletedNotice} from '../deleted-notice.ts';
import type {Format, Sample} from '../format.ts';
import {createNumbers} from '../numbers.ts';
import {type Parting, readParted, trimBody} from '../parted-posts.ts';

/** After `markdown_for_topic` in Discourse's posts_controller.rb; user names after its UsernameValidator. */
const headPattern = /^(\S{1,60}) \| (\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d) UTC)? \| #(\d{1,9})[ \t]*$/;
/** `# Title`, as archives write it before the first post; some write `Thread: title`. */
const titlePattern = /^(?:# +|Thread: +)(.*\S)\s*$/;
const fullPage = 100;

type Head = {readonly author: string; readonly edited: string; readonly number: number};

export const discourseRaw: Format = {
	name: 'discourse-raw',
	title: 'the raw text of a Discourse topic, as /raw/TOPIC gives it',
	detect,
	parse: builder => readParted(builder, partingInto(builder)),
};

function detect({text}: Sample): number {
	const lines = text.split('\n');
	const heads = lines.filter(line => readHead(line) !== null).length;
	const opening = lines.filter(line => line.trim() !== '').slice(0, 2);
	if (opening.some(line => readHead(line) !== null)) return 0.98;
	return heads > 1 ? 0.96 : heads * 0.6;
}

function readHead(line: string): Head | null {
	if (line.length > 120) return null;
	const match = headPattern.exec(line);
	if (match === null) return null;
	const [, author = '', day = '', time, number = ''] = match;
	return {author, edited: time === undefined ? day : `${day}T${time}Z`, number: Number(number)};
}

/** The topics of a dump: most have one; archives put several behind each other. */
function partingInto(builder: DumpBuilder): Parting<Head> {
	const numbers = createNumbers(builder);
	let topic = 1;
	let posts = 0;

	function warn(message: string, line: number | null): void {
		builder.problem({level: 'warning', line, post: null, message});
	}

	function end(): void {
		if (posts === 0 || posts % fullPage !== 0) return;
		warn(`${posts} posts are as many as full pages have: later posts may be missing`, null);
	}

	return {
		mark: '| #',
		readHead,
		isRule: line => /^-{25}[ \t]*$/.test(line),
		endsWithRule: () => true,
		startsTopic: ({number}, before) =>
			number === 1 || (before.trim() !== '' && before.split('\n').some(line => titlePattern.test(line))),
		preamble(text, at) {
			if (posts > 0) {
				end();
				topic++;
				posts = 0;
				numbers.restart();
			}
			const words = text
				.split('\n')
				.map(line => line.trim())
				.filter(line => line !== '');
			const title = titlePattern.exec(words[0] ?? '')?.[1] ?? null;
			builder.topic(String(topic), {title});
			if (topic === 1) builder.head({title});
			const others = title === null ? words : words.slice(1);
			if (others.length > 0) warn(`before the first post, in none: ${others.join(' · ')}`, at);
		},
		post({author, edited, number}, body, at) {
			if (builder.count === 0) {
				warn('the times are those of the last change: when the posts were written is not stated', at);
			}
			numbers.note(number, at);
			posts++;
			const raw = trimBody(body);
			return builder.add({
				id: topic === 1 ? String(number) : `${topic}/${number}`,
				topic: String(topic),
				number,
				kind: kindOf(raw),
				author,
				edited,
				line: at,
				markup: 'discourse',
				verbatim: true,
				raw,
			}).id;
		},
		end,
	};
}

/** Only what moderators do has no words; a post that its author withdrew says so in Discourse's words. */
function kindOf(raw: string): PostKind {
	if (raw === '') return 'action';
	return isDeletedNotice(raw) ? 'deleted' : 'post';
}
