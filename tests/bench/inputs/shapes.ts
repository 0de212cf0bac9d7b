/**
The shapes that made-up posts are written in: each as some dump on disk has it.
*/
import {type MadePost, title} from './posts.ts';

/** How a post is written; its predecessor decides nothing but the comma of JSON. */
export type Shape = {
	readonly begin: string;
	readonly post: (post: MadePost) => string;
	readonly end: string;
};

const months = 'January February March April May June July August September October November December'.split(' ');
const days = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

const two = (value: number) => String(value).padStart(2, '0');
const clock = (date: Date) => `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
const iso = (date: Date) => date.toISOString();
const likesLine = (likes: number) => (likes === 0 ? '' : `\n${likes} ${likes === 1 ? 'Like' : 'Likes'}\n`);

/** The text of a crawled page with a line of facts above every post. */
const oneline: Shape = {
	begin: `${title}\n\n`,
	post: ({number, author, date, likes, quote, paragraphs}) => {
		const hour = date.getUTCHours();
		const time = `${hour % 12 || 12}:${two(date.getUTCMinutes())}${hour < 12 ? 'am' : 'pm'}`;
		const head = `${author} ${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}, ${time} ${number}`;
		const quoted = quote === null ? '' : `${quote.author}:\n\n${quote.text}\n\n`;
		return `${head}\n\n${quoted}${paragraphs.join('\n\n')}\n${likesLine(likes)}`;
	},
	end: '',
};

/** The same without facts: only likes part the posts, so every post has some. */
const likesOnly: Shape = {
	begin: `${title}\n\n`,
	post: ({likes, paragraphs}) => `${paragraphs.join('\n\n')}\n${likesLine(likes + 1)}\n`,
	end: '',
};

const raw: Shape = {
	begin: '',
	post: ({number, author, date, quote, paragraphs}) => {
		const day = iso(date);
		const quoted =
			quote === null ? '' : `[quote="${quote.author}, post:${quote.number}, topic:88"]\n${quote.text}\n[/quote]\n\n`;
		const head = `${author} | ${day.slice(0, 10)} ${day.slice(11, 19)} UTC | #${number}`;
		return `${head}\n\n${quoted}${paragraphs.join('\n\n')}\n\n-------------------------\n\n`;
	},
	end: '',
};

const address = (author: string) => `${author}@lists.example`;
const messageId = (number: number) => `<made.${number}@lists.example>`;

/** Lines of at most this many units, as mail has them. */
const mailWidth = 72;

function wrapped(text: string, mark = ''): string {
	return text.replace(new RegExp(`(.{1,${mailWidth}})(?: |$)`, 'g'), `${mark}$1\n`);
}

function mailHead({number, author, date, quote}: MadePost): string {
	const written = `${days[date.getUTCDay()]}, ${date.getUTCDate()} ${months[date.getUTCMonth()]?.slice(0, 3)} ${date.getUTCFullYear()} ${clock(date)}:00 +0000`;
	const begin = `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]?.slice(0, 3)} ${String(date.getUTCDate()).padStart(2)} ${clock(date)}:00 ${date.getUTCFullYear()}`;
	const answer = quote?.number ?? (number === 1 ? null : 1);
	return [
		`From ${address(author)} ${begin}`,
		`Message-ID: ${messageId(number)}`,
		`From: ${author} <${address(author)}>`,
		`Subject: ${number === 1 ? '' : 'Re: '}${title}`,
		`Date: ${written}`,
		...(answer === null ? [] : [`In-Reply-To: ${messageId(answer)}`]),
		'',
	].join('\n');
}

function mailText({quote, paragraphs}: MadePost): string {
	const quoted = quote === null ? '' : `${quote.author} wrote:\n${wrapped(quote.text, '> ')}\n`;
	return `${quoted}${paragraphs.map(paragraph => wrapped(paragraph)).join('\n')}\n`;
}

const mbox: Shape = {begin: '', post: post => `${mailHead(post)}\n${mailText(post)}`, end: ''};

/** Messages as mail programs send them: the words twice, in quoted-printable and as a page. */
const mime: Shape = {
	begin: '',
	post: post => {
		const boundary = `part-${post.number}`;
		const text = mailText(post).replaceAll(/(.{60}\S*) /g, '$1 =\n');
		return [
			`${mailHead(post)}MIME-Version: 1.0`,
			`Content-Type: multipart/alternative; boundary="${boundary}"\n`,
			`--${boundary}`,
			'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n',
			text,
			`--${boundary}`,
			'Content-Type: text/html; charset=utf-8\n',
			post.paragraphs.map(paragraph => `<p>${paragraph}</p>`).join('\n'),
			`--${boundary}--\n\n`,
		].join('\n');
	},
	end: '',
};

/** A file of so many bytes goes with a message. */
const fileBytes = 3000;

/** Messages with a file: their parts are taken apart by the library. */
const attached: Shape = {
	begin: '',
	post: post => {
		const boundary = `part-${post.number}`;
		const file = Buffer.alloc(fileBytes, post.paragraphs.join(' ')).toString('base64');
		return [
			`${mailHead(post)}MIME-Version: 1.0`,
			`Content-Type: multipart/mixed; boundary="${boundary}"\n`,
			`--${boundary}`,
			'Content-Type: text/plain; charset=utf-8\n',
			mailText(post),
			`--${boundary}`,
			'Content-Type: application/pdf; name="vessels.pdf"',
			'Content-Disposition: attachment; filename="vessels.pdf"',
			'Content-Transfer-Encoding: base64\n',
			file.replaceAll(/.{76}/g, '$&\n'),
			`--${boundary}--\n\n`,
		].join('\n');
	},
	end: '',
};

function cooked({quote, paragraphs}: MadePost): string {
	const quoted =
		quote === null
			? ''
			: `<aside class="quote no-group" data-username="${quote.author}" data-post="${quote.number}" data-topic="88">\n<div class="title">\n<div class="quote-controls"></div>\n<img alt="" width="24" height="24" src="https://forum.example/letter_avatar/a.png" class="avatar"> ${quote.author}:</div>\n<blockquote>\n<p>${quote.text}</p>\n</blockquote>\n</aside>\n`;
	return quoted + paragraphs.map((paragraph, at) => `<p>${at === 0 ? paragraph : withMarks(paragraph)}</p>`).join('\n');
}

/** A link and a stressed word: what people put into some paragraphs. */
function withMarks(paragraph: string): string {
	return paragraph
		.replace(/ (\w+) (\w+) /, ' <a href="https://vessels.example/$1" rel="noopener nofollow ugc">$1 $2</a> ')
		.replace(/, (\w+)/, ', <em>$1</em>');
}

/** A topic of Discourse as its API gives it, all posts in one. */
const json: Shape = {
	begin: `{"id":88,"title":${JSON.stringify(title)},"post_stream":{"posts":[`,
	post: post =>
		`${post.number === 1 ? '' : ','}${JSON.stringify({
			id: 1000 + post.number,
			name: '',
			username: post.author,
			avatar_template: '/letter_avatar/{size}.png',
			created_at: iso(post.date),
			updated_at: iso(post.date),
			cooked: cooked(post),
			post_number: post.number,
			post_type: 1,
			reply_to_post_number: post.quote?.number ?? null,
			reads: 12,
			score: 4.2,
			yours: false,
			topic_id: 88,
			version: 1,
			actions_summary: post.likes === 0 ? [] : [{id: 2, count: post.likes}],
			hidden: false,
			trust_level: 1,
			deleted_at: null,
			user_deleted: false,
		})}`,
	end: ']}}\n',
};

export const shapes = {oneline, 'likes-only': likesOnly, raw, mbox, mime, attached, json} satisfies Readonly<
	Record<string, Shape>
>;

export type ShapeName = keyof typeof shapes;
