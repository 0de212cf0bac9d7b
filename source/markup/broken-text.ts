/**
Broken text: what extractors write that put a line break at every element. Paragraphs,
links, mentions and bold words all stand on lines of their own, and nothing says which
breaks are real. Lines are joined where the words show that they belong together.
*/
import type {Block} from '../thread/body.ts';
import {readParagraph} from './flowing-text.ts';
import {isCaption, isImageLine} from './images.ts';

/**
Read lines as blocks.

@param lines - Safe text, a line each.
@returns Paragraphs in reading order. Every word stands in them, the size in an image's caption excepted. Never throws.
*/
export function readBrokenText(lines: readonly string[]): Block[] {
	const paragraphs: string[][] = [];
	/** The line that the one before began with: joining judges by lines, not by what they grew to. */
	let previous: string | null = null;
	for (const line of lines) {
		if (line.trim() === '') {
			previous = null;
			continue;
		}
		const last = paragraphs.at(-1);
		const glue = previous === null || last === undefined ? 'paragraph' : glueBetween(previous, line);
		if (last === undefined || glue === 'paragraph') paragraphs.push([line]);
		else if (glue === 'break') last.push(line);
		else last.push(`${last.pop() ?? ''}${glue === 'space' ? ' ' : ''}${line.trimStart()}`);
		previous = line;
	}
	return paragraphs.flatMap(readParagraph);
}

type Glue = 'none' | 'space' | 'break' | 'paragraph';

/** Words that no sentence and no line of a list ends with. */
const leading =
	/(?:^|\s)(?:a|an|the|this|that|these|my|your|our|their|its|of|to|in|on|at|by|for|from|with|into|as|and|or|but|not|is|are|was|be|see|via|like|using|use|than|if|which|some)$/i;
const mention = /^@[\p{L}\p{N}_.-]+$/u;

/** How two lines stand to each other. */
function glueBetween(line: string, next: string): Glue {
	const before = line.trim();
	const after = next.trim();
	if (isCaption(next, line) || isCaption(line, '') || isImageLine(line) || isImageLine(next)) return 'break';
	if (/^(?:[.,;:!?)\]”…]+|[’']s)(?:\s|$)/.test(after) && !/[.!?…]$/.test(before)) return 'none';
	if (/^\s{2,}/.test(next) || /^\s{2,}/.test(line)) return 'break';
	if (/[.!?:…][)”"’]*$/.test(before)) return 'paragraph';
	return goesOn(before, after) ? 'space' : 'break';
}

/** Whether a sentence that has not ended goes on in the next line. */
function goesOn(before: string, after: string): boolean {
	if (leading.test(before) || mention.test(before)) return true;
	const inSentence = /^\p{Ll}/u.test(after) || mention.test(after);
	if (/[,(–—-]$/.test(before)) return (inSentence || token.test(after)) && isProse(before);
	if (mention.test(after)) return isProse(before);
	const words = before.split(/\s+/).length;
	if (inSentence && isProse(after)) return words > 3 ? isProse(before) : words === 1 && isFragment(before);
	return token.test(after) && words > 6 && isProse(before);
}

/** One word that is no plain word: an address, a file, a name in code, a number of an issue. */
const token = /^(?=\S*[^\p{L}\p{N}\s])\S{2,200}$/u;

/** Several words, nearly all of them letters: no code, no table. */
function isProse(text: string): boolean {
	const words = text.split(/\s+/);
	if (words.length < 2) return /^\p{L}[\p{L}’'-]*[.,;:!?)]*$/u.test(text);
	const plain = words.filter(word => /^[(“"‘]?[\p{L}\p{N}][\p{L}’'-]*[)”"’]?[.,;:!?…]*$/u.test(word));
	return plain.length >= words.length * 0.7;
}

/** A few words without the signs of code: perhaps a link or a bold word. */
function isFragment(text: string): boolean {
	return text.length <= 60 && !/[{}=;|\\$]|\)$|::|--/.test(text);
}
