/**
The Markdown parser: markdown-it, with what the sites add that write Markdown their own way.

`discourse` adds the BBCode tags between words. `reddit` is what Reddit adds to CommonMark; it is
so rare elsewhere that it is read in all Markdown.
*/
import createParser, {type MarkdownIt, type StateBlock, type StateInline} from 'markdown-it';
import {holdsRaw, readWordTag, type Tag, wordTagOf} from './bbcode-tags.ts';

export type Dialect = 'markdown' | 'discourse';

/** Lists and quotes nested deeper than this are text. */
const deepest = 40;
/** How far the end of a tag is looked for whose words are no prose, in UTF-16 units. */
const longestRaw = 2100;

/** @returns A parser of the dialect, the same one each time. */
export function parserOf(dialect: Dialect): MarkdownIt {
	const known = parsers.get(dialect);
	if (known !== undefined) return known;
	const parser = createParser({html: true, linkify: true, maxNesting: deepest + 4});
	parser.linkify.set({fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false}).add('//', null).add('mailto:', null);
	// Addresses are shown and copied as they are written.
	parser.normalizeLink = url => url;
	parser.normalizeLinkText = text => text;
	parser.block.ruler.before('table', 'too-deep', tooDeep, {alt: []});
	// `[^1]: words` is the text of a footnote and no address of a link.
	keepAsWords(parser, 'reference', line => line.startsWith('[^'));
	if (dialect === 'discourse') {
		parser.inline.ruler.before('link', 'bbcode', readTag);
	} else {
		keepAsWords(parser, 'blockquote', line => line.startsWith('>!') && line.includes('!<'));
		parser.inline.ruler.before('html_inline', 'spoiler', readSpoiler);
		parser.inline.ruler.after('backticks', 'superscript', readSuperscript);
	}
	parsers.set(dialect, parser);
	return parser;
}

const parsers = new Map<Dialect, MarkdownIt>();

/** What is nested too deep is kept as words: markdown-it would drop it. */
function tooDeep(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
	if (silent || state.level < deepest) return false;
	state.push('paragraph_open', 'p', 1);
	const words = state.push('inline', '', 0);
	words.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
	words.children = [];
	state.push('paragraph_close', 'p', -1);
	state.line = endLine;
	return true;
}

/** Lines that are words of a paragraph, though a rule of markdown-it would take them for something else. */
function keepAsWords(parser: MarkdownIt, before: string, isWords: (line: string) => boolean): void {
	parser.block.ruler.before(before, `no-${before}`, (state, startLine, endLine, silent) => {
		const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
		if (silent || !isWords(state.src.slice(start, state.eMarks[startLine]))) return false;
		const paragraph = state.md.block.ruler.getRules('').at(-1);
		return paragraph?.(state, startLine, endLine, silent) ?? false;
	});
}

/** `>!hidden words!<` */
function readSpoiler(state: StateInline, silent: boolean): boolean {
	const sign = state.src.slice(state.pos, state.pos + 2);
	if (sign !== '>!' && sign !== '!<') return false;
	if (!silent) note(state, sign === '!<' ? 'tag_close' : 'tag_open', {name: 'spoiler', value: ''}, sign);
	state.pos += 2;
	return true;
}

/** Reddit's `^small words`, `^(small words)`: a terminal has no small letters. `x^2` is no such thing. */
function readSuperscript(state: StateInline, silent: boolean): boolean {
	if (state.src[state.pos] !== '^') return false;
	let end = state.pos;
	while (state.src[end] === '^') end++;
	const signs = state.src.slice(state.pos, end);
	const isSmall = /[\s(*_~]/.test(state.src[state.pos - 1] ?? ' ') && /\S/.test(state.src[end] ?? ' ');
	const group = isSmall ? /^\(([^()\n]{1,2000})\)/.exec(state.src.slice(end, end + 2002)) : null;
	if (!silent) state.push('text', '', 0).content = group?.[1] ?? (isSmall ? '' : signs);
	state.pos = end + (group?.[0].length ?? 0);
	return true;
}

/** A BBCode tag between words. */
function readTag(state: StateInline, silent: boolean): boolean {
	if (state.src[state.pos] !== '[') return false;
	const tag = readWordTag(state.src, state.pos);
	if (tag === null) return false;
	const {name, source} = tag;
	const end = state.pos + source.length;
	if (name === 'date' || name === 'date-range') {
		if (tag.closes || tag.value === '') return false;
		if (!silent) note(state, 'bbcode', tag, source);
		state.pos = end;
		return true;
	}
	if (holdsRaw(name) || (wordTagOf(name) === 'link' && tag.value === '' && !tag.closes)) {
		if (tag.closes) return false;
		const rest = state.src.slice(end, end + longestRaw);
		const length = rest.toLowerCase().indexOf(`[/${name}]`);
		if (length === -1) return false;
		if (!silent) note(state, 'bbcode', tag, rest.slice(0, length));
		state.pos = end + length + name.length + 3;
		return true;
	}
	if (tag.closes && wordTagOf(name) === null) return false;
	if (!silent) note(state, tag.closes ? 'tag_close' : 'tag_open', tag, source);
	state.pos = end;
	return true;
}

/** Note a tag: its name, its value and its words; whether it has a partner is seen when the tokens are read. */
function note(state: StateInline, type: string, {name, value}: Pick<Tag, 'name' | 'value'>, words: string): void {
	const token = state.push(type, name, 0);
	token.info = value;
	token.content = words;
}
