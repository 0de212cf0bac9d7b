/**
The markup `mail`: the body of a message in whatever encodings, parts and habits it was written.
*/
import type {Block} from '../../thread/body.ts';
import type {Post} from '../../thread/post.ts';
import {readHtmlText} from '../html/read-html.ts';
import {attachmentBlock} from './apparatus.ts';
import {decodeCharset} from './charset.ts';
import {decodeHeader} from './encoded-words.ts';
import {type Field, readField} from './fields.ts';
import {joinFlowed} from './flowed.ts';
import {type Flowed, type Message, type Part, readMime} from './mime.ts';
import {partHead} from './part-head.ts';
import {readMailText} from './read-mail-text.ts';
import {readSimpleMime} from './simple-mime.ts';

/** Read the raw body of a post as blocks; see `BodyReader`. What needs no library is read at once. */
export function readMail(post: Post): readonly Block[] | Promise<readonly Block[]> {
	const {fields, body} = partHead(post.raw);
	const subject = subjectBlocks(fields.get('subject') ?? null);
	const content = readField(fields.get('content-type') ?? '');
	const encoding = fields.get('content-transfer-encoding') ?? '';
	const text = unescapeFromLines(body);
	if (isPlain(content, encoding, fields.get('content-disposition') ?? '')) {
		const decoded = decodeCharset(text, content.parameters.get('charset') ?? null);
		return [...subject, ...readText(decoded, flowedOf(content))];
	}
	const simple = readSimpleMime(fields, text);
	if (simple !== null) return [...subject, ...wordsOf(simple)];
	return readParts(`${post.raw.slice(0, post.raw.length - body.length)}${text}`, content).then(
		blocks => [...subject, ...blocks],
		// Beyond what the library takes: the words at least, markup and all.
		() => [...subject, ...readMailText(decodeCharset(text, null))],
	);
}

async function readParts(raw: string, content: Field): Promise<readonly Block[]> {
	const message = await readMime(raw, content);
	const words = wordsOf(message);
	const attached = message.files.map(file => attachmentBlock({name: file.name, size: sizeOf(file), url: null}));
	if (words.length > 0 || attached.length > 0) return [...words, ...attached];
	// Parts that cannot be told apart: nothing is shown twice, and nothing is lost.
	return content.value.startsWith('multipart/') && !hasParts(raw, content)
		? readMailText(decodeCharset(bodyOf(raw), null))
		: [];
}

function wordsOf({text, html, flowed}: Message): readonly Block[] {
	return text === null && html !== null ? readHtmlText(html, null) : readText(text ?? '', flowed);
}

function readText(text: string, flowed: Flowed | null): readonly Block[] {
	const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
	return readMailText(flowed === null ? lines : joinFlowed(lines, flowed.deletesSpace));
}

/** Only a subject that is not the thread's stands in `raw`. */
function subjectBlocks(subject: string | null): readonly Block[] {
	if (subject === null) return [];
	return [{type: 'heading', level: 2, children: [{type: 'text', text: decodeHeader(subject)}]}];
}

/** Whether the body is one text that needs no library. */
function isPlain({value}: Field, encoding: string, disposition: string): boolean {
	return (
		(value === '' || value === 'text/plain' || value === 'text') &&
		/^(?:7bit|8bit|binary|)$/i.test(encoding.trim()) &&
		!/^attachment/i.test(disposition)
	);
}

function flowedOf({parameters}: Field): Flowed | null {
	const flows = parameters.get('format')?.toLowerCase() === 'flowed';
	return flows ? {deletesSpace: parameters.get('delsp')?.toLowerCase() === 'yes'} : null;
}

function hasParts(raw: string, {parameters}: Field): boolean {
	return raw.includes(`\n--${parameters.get('boundary') ?? '\n'}`);
}

/** In an mbox, lines of a body that begin like a From_ line carry a `>` (mboxo, mboxrd). */
function unescapeFromLines(body: string): string {
	return body.includes('>From ') ? body.replace(/^>(>*From )/gm, '$1') : body;
}

function bodyOf(raw: string): string {
	return partHead(raw).body;
}

function sizeOf({bytes}: Part): string {
	if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
	return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
