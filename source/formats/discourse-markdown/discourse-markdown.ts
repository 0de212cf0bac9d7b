/**
The format `discourse-markdown`: topics as archivers write them, a Markdown heading before each post.

Their bodies are what the archiver made of them: cooked HTML, Markdown made of that, or what was typed.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import type {Format, Sample} from '../format.ts';
import {createNumbers} from '../numbers.ts';
import {type Parting, readParted, trimBody} from '../parted-posts.ts';
import {type Head, readFacts, readHead} from './post-heads.ts';
import {isRule, readPreamble} from './preamble.ts';

export const discourseMarkdown: Format = {
	name: 'discourse-markdown',
	title: 'Discourse topics as archivers write them in Markdown',
	detect,
	parse: builder => readParted(builder, partingInto(builder)),
};

function detect({text}: Sample): number {
	const lines = text.split('\n');
	const heads = lines.flatMap((line, index) => {
		const head = readHead(line);
		return head === null ? [] : readFacts(head, lines.slice(index + 1, index + 10).join('\n')).facts;
	});
	const stated = heads.filter(
		({number, author, date}) => [number, author, date].filter(fact => fact !== null).length > 1,
	);
	return stated.length > 1 ? 0.97 : stated.length * 0.8;
}

/** Bodies of cooked HTML begin with one of its blocks. */
const htmlOpening =
	/^<(?:p|div|aside|blockquote|ul|ol|h[1-6]|pre|table|details|figure|iframe|hr|section|video|audio|img|a|span|strong|em|code)\b[^>]*>/i;

function partingInto(builder: DumpBuilder): Parting<Head> {
	const numbers = createNumbers(builder);
	const seen = new Set<string>();
	let topic = '1';
	let posts = 0;
	let expected: number | null = null;
	let closesPosts = false;
	let shape: string | null = null;

	function warn(message: string, line: number | null): void {
		builder.problem({level: 'warning', line, post: null, message});
	}

	function end(): void {
		if (expected !== null && posts < expected) {
			warn(`of the ${expected} posts that this topic has by its own words, ${posts} are in this dump`, null);
		}
	}

	function idOf(number: number): string {
		return seen.size < 2 ? String(number) : `${topic}/${number}`;
	}

	return {
		mark: 'Post',
		readHead(line) {
			const head = readHead(line);
			shape ??= head?.shape ?? null;
			return head?.shape === shape ? head : null;
		},
		isRule,
		endsWithRule: () => closesPosts,
		startsTopic: ({number}, before) => number === 1 && /^# +\S/m.test(before),
		preamble(text, at) {
			end();
			const preamble = readPreamble(text.split('\n'));
			topic = preamble.topic ?? String(seen.size + 1);
			while (seen.has(topic)) topic = `${topic}-2`;
			seen.add(topic);
			posts = 0;
			expected = preamble.posts;
			closesPosts = preamble.isRuled;
			numbers.restart();
			const {title, url, others} = preamble;
			builder.topic(topic, {title, url});
			if (seen.size === 1) builder.head({title, url});
			if (others.length > 0) warn(`before the first post, in none: ${others.join(' · ')}`, at);
		},
		post(head, body, at) {
			const {facts, rest} = readFacts(head, body);
			const {parent, ...stated} = facts;
			const raw = trimBody(rest);
			posts++;
			if (facts.number !== null) numbers.note(facts.number, at);
			return builder.add({
				...stated,
				id: idOf(facts.number ?? builder.count + 1),
				topic,
				parent: parent === null ? null : idOf(parent),
				line: at,
				markup: htmlOpening.test(raw) ? 'html' : 'discourse',
				raw,
			}).id;
		},
		end,
	};
}
