/**
The format `mbox`: mail, one message after the other, and a message saved alone.

mboxo, mboxrd and what list archives make of them (pipermail, hyperkitty). Heads are read as the
messages come; bodies stay as they are, and the markup `mail` reads them.
*/

import {isKnownCharset} from '../../markup/mail/charset.ts';
import {decodeHeader} from '../../markup/mail/encoded-words.ts';
import {readField} from '../../markup/mail/fields.ts';
import {detached} from '../../text/detached.ts';
import {safeLine} from '../../text/safe-text.ts';
import type {DumpBuilder} from '../../thread/dump.ts';
import type {Format} from '../format.ts';
import {detectMail, headInside, headStart} from './detect-mail.ts';
import {readMailDate} from './mail-date.ts';
import {readAuthor} from './mailbox.ts';
import {type Head, readHead} from './read-head.ts';
import {type RawMessage, splitMessages} from './split-messages.ts';
import {Threads} from './threads.ts';

/** The fields that the reader of bodies needs, as they are written anew. */
const bodyFields = ['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'Content-Disposition'];
/** An id is shorter, in bytes. */
const longestId = 998;
/** So much of a subject is read, in bytes. */
const longestSubject = 4000;
/** So much is said of words that are in no part, in bytes. */
const longestRest = 200;

export const mbox: Format = {
	name: 'mbox',
	title: 'mail: an mbox, a list archive, or one message',
	reads: 'bytes',
	detect: detectMail,
	parse(builder) {
		const threads = new Threads(builder);
		let nameless = 0;
		let last: {readonly line: number; readonly closed: boolean} | null = null;
		const splitter = splitMessages(found => {
			const message = found.parted ? found : withoutBlankStart(found);
			const head = readHead(message.text);
			if (!addMessage(message, head, threads, builder)) nameless++;
			last = {line: message.line, closed: head.closed};
		});

		return {
			push: splitter.push,
			*end() {
				const whole = splitter.end();
				if (last !== null && !last.closed && !whole) {
					problem(builder, last.line, null, 'the input ends in the middle of the head of this message');
				}
				if (nameless > 0) {
					const messages = nameless === 1 ? '1 message has' : `${nameless} messages have`;
					problem(builder, null, null, `${messages} no Message-ID: the position stands for it`);
				}
				yield* threads.finish();
			},
		};
	},
};

/** What a message saved alone is, without the blank lines that have got before its head. */
function withoutBlankStart(message: RawMessage): RawMessage {
	const start = headStart(message.text);
	if (start === 0) return message;
	const lines = message.text.slice(0, start).split('\n').length - 1;
	return {...message, text: message.text.slice(start), line: message.line + lines};
}

/** @returns Whether the message names its id. */
function addMessage(message: RawMessage, head: Head, threads: Threads, builder: DumpBuilder): boolean {
	const {fields} = head;
	const content = readField(fields.get('content-type') ?? '');
	const charset = content.parameters.get('charset') ?? null;
	const subject = safeLine(decodeHeader(detached((fields.get('subject') ?? '').slice(0, longestSubject)), charset));
	const id = readId(fields.get('message-id') ?? '');
	const stated = fields.get('date') ?? '';
	const date = readMailDate(stated);
	const place = threads.place({
		id,
		references: readIds(fields.get('references') ?? ''),
		inReplyTo: readIds(fields.get('in-reply-to') ?? ''),
		subject,
	});
	const post = builder.add({
		id: place.id ?? String(builder.count + 1),
		topic: place.topic,
		number: place.number,
		parent: place.parent,
		parentBasis: place.parentBasis,
		author: readAuthor(fields.get('from') ?? '', charset),
		date,
		line: message.line,
		markup: 'mail',
		raw: rawBody(message.text, head, place.renamed && subject !== ''),
	});
	threads.added(post.id);

	const say = (text: string): void => problem(builder, message.line, post.id, text);
	if (!message.parted && head.body === 0) say('the input begins in the middle of a message: its head is lost');
	if (date === null && stated !== '') say(`its date cannot be read: ${stated.slice(0, 80)}`);
	if (charset !== null && !isKnownCharset(charset)) {
		say(`its charset is not known: ${charset.slice(0, 40)}; some letters may be wrong`);
	}
	const broken = content.value.startsWith('multipart/') ? brokenParts(message.text, content.parameters) : null;
	if (broken !== null) say(broken);
	const isOne = message.parted || /^multipart\/|\/rfc822/.test(content.value);
	const inside = isOne ? null : headInside(message.text, head.body);
	if (inside !== null) {
		const line = message.line + message.text.slice(0, inside).split('\n').length - 1;
		say(`another head stands in it, on line ${line}: where files were joined, give each by itself`);
	}
	if (message.dropped > 0) {
		builder.problem({
			level: 'error',
			line: message.line,
			post: post.id,
			message: `the message is too long: its last ${message.dropped} bytes are left out`,
		});
	}
	return id !== null;
}

/** What is wrong with the parts of a message, or `null`. */
function brokenParts(text: string, parameters: ReadonlyMap<string, string>): string | null {
	const boundary = parameters.get('boundary') ?? '';
	if (boundary === '' || !text.includes(`\n--${boundary}`)) return 'the boundary between its parts is not found';
	const end = text.lastIndexOf(`\n--${boundary}--`);
	if (end === -1) return 'its parts have no end: something may be cut off';
	const behind = text.slice(end + boundary.length + 5).trim();
	return behind === ''
		? null
		: `behind its last part, in none: ${safeLine(decodeHeader(behind.slice(0, longestRest), null))}`;
}

/**
See `Post.raw`. A subject that is not the thread's own goes along. A slice of the message, and so of the input, where
that keeps no more of it than twice the body.
*/
function rawBody(text: string, {fields, body}: Head, withSubject: boolean): string {
	const kept = bodyFields.flatMap(name => {
		const value = fields.get(name.toLowerCase());
		return value === undefined ? [] : [`${name}: ${value}\n`];
	});
	const isMost = body > 0 && (text.length - body) * 2 >= text.length;
	if (kept.length === 0 && !withSubject && isMost) return text.slice(body - 1);
	if (withSubject) kept.push(`Subject: ${(fields.get('subject') ?? '').slice(0, longestSubject)}\n`);
	return detached(`${kept.join('')}\n${text.slice(body)}`);
}

/** @returns The id that a Message-ID field states, without brackets, or `null`. */
function readId(value: string): string | null {
	const [bracketed] = readIds(value);
	if (bracketed !== undefined) return bracketed;
	return /^[^\s<>]+$/.test(value) ? safeLine(value) : null;
}

/** The ids in a field: those in brackets; the prose around them is not needed. */
function readIds(value: string): readonly string[] {
	const start = value.indexOf('<');
	if (start === -1) return [];
	const alone = start === 0 && value.indexOf('<', 1) === -1 && value.indexOf('>') === value.length - 1;
	if (alone && value.length > 2 && value.length < longestId && !value.includes(' '))
		return [safeLine(value.slice(1, -1))];
	const ids: string[] = [];
	for (const [, id = ''] of value.matchAll(/<([^<>]{1,998})>/g)) {
		const safe = safeLine(id.includes(' ') ? id.replace(/\s+/g, '') : id);
		if (safe !== '') ids.push(safe);
	}
	return ids;
}

function problem(builder: DumpBuilder, line: number | null, post: string | null, message: string): void {
	builder.problem({level: 'warning', line, post, message});
}
