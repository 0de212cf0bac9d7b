/**
Plain trees: of HTML as forums write it, in which nothing needs htmlparser2's knowledge of the odd.

That is: frequent elements by their lower-case names, attributes in double quotes one space apart, every end tag that
of the innermost element, no comments, no scripts, and of entities only those that escape. What is
read here is read as htmlparser2 reads it, which is several times slower; the rest is left to it.
*/
import type {Attributes} from './shallow-parser.ts';
import type {Node} from './tree.ts';
import {TreeBuilder} from './tree-builder.ts';

type Kind = {
	/** One string for all elements of this name: to compare it is to compare an address. */
	readonly name: string;
	readonly isVoid: boolean;
	/** Where one of this kind begins, the innermost element ends while its name is among these. */
	readonly ends: readonly string[];
};

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/* Elements that htmlparser2 treats in no other way than said here. */
const kinds: ReadonlyMap<string, Kind> = new Map(
	[
		...kindsOf('b code del em i ins kbd mark q s small span strong sub summary sup u', []),
		...kindsOf('a', ['a']),
		...kindsOf('li', ['li']),
		...kindsOf('article aside blockquote details div header ol p pre section ul', ['p']),
		...kindsOf(headings.join(' '), [...headings, 'p']),
		...kindsOf('br img', [], true),
		...kindsOf('hr', ['p'], true),
	].map(kind => [kind.name, kind]),
);

function kindsOf(names: string, ends: readonly string[], isVoid = false): readonly Kind[] {
	return names.split(' ').map(name => ({name, isVoid, ends}));
}

/* Entities that are read alike wherever they stand. */
const escaped: ReadonlyMap<string, string> = new Map([
	['&amp;', '&'],
	['&lt;', '<'],
	['&gt;', '>'],
	['&quot;', '"'],
	['&nbsp;', '\u00a0'],
	['&#39;', "'"],
	['&#x27;', "'"],
	['&#x2F;', '/'],
]);

const slash = 0x2f;
const greaterThan = 0x3e;
const space = 0x20;
const equals = 0x3d;
const quote = 0x22;

const noAttributes: Attributes = {};

/**
Read a fragment of plain HTML.

@param deepest - How many elements may be open at a time.
@returns What `readTree` gives; `null` for HTML that is not plain. Linear time. Never throws.
*/
export function readPlainTree(html: string, deepest: number): readonly Node[] | null {
	const isPlain = reader.read(html, deepest);
	const nodes = reader.take();
	return isPlain ? nodes : null;
}

class PlainReader {
	readonly #tree = new TreeBuilder();
	#html = '';
	#deepest = 0;
	/** Where the next tag or attribute begins. */
	#at = 0;

	/** Read a fragment; whether it is plain. */
	read(html: string, deepest: number): boolean {
		this.#html = html;
		this.#deepest = deepest;
		this.#at = 0;
		for (;;) {
			const start = this.#at;
			const end = html.indexOf('<', start);
			const words = textOf(html.slice(start, end === -1 ? html.length : end));
			if (words === null) return false;
			this.#tree.text(words);
			if (end === -1) return true;
			this.#at = end + 1;
			const isPlain = html.charCodeAt(this.#at) === slash ? this.#endTag() : this.#startTag();
			if (!isPlain) return false;
		}
	}

	/** @returns What was read; nothing of it is kept. */
	take(): readonly Node[] {
		this.#html = '';
		return this.#tree.take();
	}

	/** Read an end tag; whether it is plain. */
	#endTag(): boolean {
		const {name} = this.#tree;
		const end = this.#at + 1 + name.length;
		if (name === '' || !this.#html.startsWith(name, this.#at + 1) || this.#html.charCodeAt(end) !== greaterThan)
			return false;
		this.#tree.close();
		this.#at = end + 1;
		return true;
	}

	/** Read a start tag; whether it is plain. */
	#startTag(): boolean {
		const start = this.#at;
		while (isNameSign(this.#html.charCodeAt(this.#at))) this.#at++;
		const kind = kinds.get(this.#html.slice(start, this.#at));
		if (kind === undefined) return false;
		const attributes = this.#attributes();
		// In HTML a slash there says nothing.
		if (this.#html.charCodeAt(this.#at) === slash) this.#at++;
		if (attributes === null || this.#html.charCodeAt(this.#at) !== greaterThan) return false;
		this.#at++;
		if (this.#tree.depth >= this.#deepest) return false;
		while (kind.ends.includes(this.#tree.name)) this.#tree.close();
		this.#tree.open(kind.name, attributes, kind.isVoid);
		return true;
	}

	/** Read the attributes that begin here, if any; `null` where they are not plain. */
	#attributes(): Attributes | null {
		const html = this.#html;
		if (html.charCodeAt(this.#at) !== space) return noAttributes;
		const attributes: Record<string, string> = {};
		while (html.charCodeAt(this.#at) === space) {
			const start = this.#at + 1;
			let end = start;
			while (isNameSign(html.charCodeAt(end))) end++;
			const name = html.slice(start, end);
			if (name === '' && html.charCodeAt(end) === slash) {
				this.#at = end;
				break;
			}
			// Of two with one name the first counts; and objects have properties of their own.
			if (name === '' || attributes[name] !== undefined) return null;
			let value: string | null = '';
			if (html.charCodeAt(end) === equals) {
				if (html.charCodeAt(end + 1) !== quote) return null;
				const close = html.indexOf('"', end + 2);
				if (close === -1) return null;
				value = textOf(html.slice(end + 2, close));
				if (value === null) return null;
				end = close + 1;
			}
			attributes[name] = value;
			this.#at = end;
		}
		return attributes;
	}
}

/** One for all fragments: V8 forgets what it learned of a class, at every big collection, when none of it is left. */
const reader = new PlainReader();

/** Of names of elements and attributes: a-z, 0-9 and the hyphen. */
function isNameSign(code: number): boolean {
	return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x2d;
}

/** A text, its entities read; `null` where there are others than those that escape. */
function textOf(raw: string): string | null {
	if (!raw.includes('&')) return raw;
	let text = '';
	let start = 0;
	for (let at = raw.indexOf('&'); at !== -1; at = raw.indexOf('&', start)) {
		const end = raw.indexOf(';', at) + 1;
		const sign = end === 0 ? undefined : escaped.get(raw.slice(at, end));
		if (sign === undefined) return null;
		text += raw.slice(start, at) + sign;
		start = end;
	}
	return text + raw.slice(start);
}
