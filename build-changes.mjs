/**
What is changed in packages while they are bundled: Ink takes rows that are ready for the terminal as they are, and
nothing is waited for at the start that is not needed.

Ink's output is a grid of cells. At every frame it parts every visible text into graphemes,
styles and widths, writes these into the grid and joins them again, whether or not anything
changed; with a screen full of rows that takes most of a frame. Our rows need none of it: each
is one text that is exactly as wide as the screen, made safe and painted before Ink sees it.
`<Text wrap="truncate-end">` with one string marks such a row; anything else goes Ink's own way,
and so does every row in tests, which run Ink as it is.

At the start, Yoga is given its WebAssembly at once instead of through `fetch`, which loads all of Node's HTTP client;
string-width compiles the regular expression of all emoji sequences when it first meets a sequence; and meow does not
load npm's licence tables to normalise our own package.json, of which it only wants the version.

Each place is found by its text; a build with other packages, where one is not found, fails and says so.
*/
import {readFile} from 'node:fs/promises';

const squashTextNodes = {
	file: /ink[\\/]build[\\/]squash-text-nodes\.js$/,
	find: "const squashTextNodes = (node) => {\n    let text = '';",
	put: `const squashTextNodes = (node) => {
    if (node.style?.textWrap === 'truncate-end' && node.childNodes.length === 1 && node.childNodes[0].nodeName === '#text') {
        return node.childNodes[0].nodeValue;
    }
    let text = '';`,
};

/** A ready row needs no measuring, no wrapping, and none of the styles that Ink's own props would give it. */
const renderNodeToOutput = {
	file: /ink[\\/]build[\\/]render-node-to-output\.js$/,
	find: "    if (node.nodeName === 'ink-text') {\n        let text = squashTextNodes(node);\n        if (text.length > 0) {\n            const currentWidth",
	put: `    if (node.nodeName === 'ink-text' && node.style.textWrap === 'truncate-end' && node.childNodes.length === 1 && node.childNodes[0].nodeName === '#text') {
        output.write(x, y, node.childNodes[0].nodeValue, { transformers: [] });
        return;
    }
    if (node.nodeName === 'ink-text') {
        let text = squashTextNodes(node);
        if (text.length > 0) {
            const currentWidth`,
};

const output = {
	file: /ink[\\/]build[\\/]output\.js$/,
	find: '    get() {\n',
	put: `    /** Rows that one ready text fills are taken as they are; what is left is drawn by the grid, in as few rows as hold it. */
    get() {
        const ready = new Map();
        const others = [];
        const taken = new Set();
        let clips = 0;
        for (const operation of this.operations) {
            if (operation.type === 'clip') clips++;
            if (operation.type === 'unclip') clips--;
            if (operation.type !== 'write') { others.push(operation); continue; }
            const { x, y, text, transformers } = operation;
            const isReady = clips === 0 && x === 0 && transformers.length === 0 && !taken.has(y) && !ready.has(y) && !text.includes('\\n');
            if (isReady) { ready.set(y, operation); continue; }
            const first = ready.get(y);
            if (first !== undefined) { ready.delete(y); others.push(first); }
            for (let row = 0; row < text.split('\\n').length; row++) taken.add(y + row);
            others.push(operation);
        }
        for (const y of taken) {
            const first = ready.get(y);
            if (first !== undefined) { ready.delete(y); others.push(first); }
        }
        if (ready.size === 0) return this.getFromGrid();
        const rows = Array.from({ length: this.height }, (_, y) => ready.get(y)?.text.trimEnd() ?? '');
        const drawn = [...taken].filter(y => y >= 0 && y < this.height);
        if (drawn.length > 0) {
            const top = Math.min(...drawn);
            const grid = new Output({ width: this.width, height: Math.max(...drawn) - top + 1 });
            const lift = y => (y === undefined ? undefined : y - top);
            grid.operations = others.map(operation => operation.type === 'write'
                ? { ...operation, y: operation.y - top }
                : operation.type === 'clip'
                    ? { ...operation, clip: { ...operation.clip, y1: lift(operation.clip.y1), y2: lift(operation.clip.y2) } }
                    : operation);
            grid.getFromGrid().output.split('\\n').forEach((line, index) => {
                if (!ready.has(top + index)) rows[top + index] = line;
            });
        }
        return { output: rows.join('\\n'), height: this.height };
    }
    getFromGrid() {
`,
};

/**
A changed row is written anew from the pane on in which it begins to differ: there the row sets the cursor's column itself.
To find out how much of a pane could stay, Ink parts both the old and the new row into graphemes, which takes longer than
writing it; and where terminal and program disagree on a width, what stays is wrong. The rest of the row has been erased
before: over longer blanks without a look of their own the cursor is moved, a third of all bytes.
*/
const lineUpdate = {
	file: /ink[\\/]build[\\/]line-update\.js$/,
	find: `    const full = ansiEscapes.cursorTo(0) + ansiEscapes.eraseEndLine + next;
    if (columns === undefined || Number.isNaN(columns) || columns < 1) {`,
	put: `    let common = 0;
    while (common < previous.length && previous.charCodeAt(common) === next.charCodeAt(common)) common++;
    const finalOf = start => {
        let at = start + 2;
        while (next.charCodeAt(at) >= 0x30 && next.charCodeAt(at) <= 0x3f) at++;
        return at;
    };
    let pane = next.lastIndexOf('\\u001b[', common);
    while (pane > 0 && next[finalOf(pane)] !== 'G') pane = next.lastIndexOf('\\u001b[', pane - 1);
    const isPane = pane >= 0 && next[finalOf(pane)] === 'G';
    let full = isPane ? next.slice(pane, finalOf(pane) + 1) : ansiEscapes.cursorTo(0);
    full += ansiEscapes.eraseEndLine;
    const begin = isPane ? finalOf(pane) + 1 : 0;
    let written = begin;
    for (let blanks = next.indexOf('        ', begin); blanks !== -1;) {
        let end = blanks + 8;
        while (next.charCodeAt(end) === 32) end++;
        const look = next.lastIndexOf('\\u001b[', blanks);
        if (look < begin || next[finalOf(look)] === 'G' || next.startsWith('0m', look + 2)) {
            full += next.slice(written, blanks) + '\\u001b[' + (end - blanks) + 'C';
            written = end;
        }
        blanks = next.indexOf('        ', end);
    }
    full += next.slice(written);
    if (true) {`,
};

/** Other words in a ready row move nothing: it is as high and as wide as before. Nothing is laid out for them. */
const setTextNodeValue = {
	file: /ink[\\/]build[\\/]dom\.js$/,
	find: '    node.nodeValue = text;\n    markNodeAsDirty(node);',
	put: `    node.nodeValue = text;
    const { parentNode } = node;
    if (parentNode?.nodeName === 'ink-text' && parentNode.style.textWrap === 'truncate-end' && parentNode.childNodes.length === 1) return;
    markNodeAsDirty(node);`,
};

/**
The width of text that is one cell a unit: printable ASCII, and signs from the blocks that rows are drawn with.
Everything else is counted by string-width.
*/
const stringWidth = {
	file: /string-width[\\/]index\.js$/,
	find: 'export default function stringWidth(input, options = {}) {',
	put: `const plainText = /^[ -~\\u00a1-\\u00ac\\u00ae-\\u02ff\\u0391-\\u03a9\\u03b1-\\u03c9\\u0410-\\u044f\\u2013\\u2014\\u2018-\\u201e\\u2026\\u2500-\\u25ab\\u25b4-\\u25bf\\u2196-\\u2198\\u2665]*$/;
const sgrSequence = /\\u001b\\[[\\d;]*m/g;
export default function stringWidth(input, options = {}) {
	if (typeof input === 'string' && options.ambiguousIsNarrow !== false) {
		const text = input.includes('\\u001b') ? input.replace(sgrSequence, '') : input;
		if (plainText.test(text)) return text.length;
	}`,
};

/** Of single code points, those with the property Emoji_Presentation are in RGI_Emoji, regional indicators left aside (UTS #51). */
const emojiSequences = {
	file: stringWidth.file,
	find: 'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
	put: `const emojiCharacterRegex = /^(?!\\p{Regional_Indicator})\\p{Emoji_Presentation}$/u;
let emojiSequenceRegex;
const rgiEmojiRegex = {
	test(segment) {
		if (segment.length === (segment.codePointAt(0) > 0xffff ? 2 : 1)) return emojiCharacterRegex.test(segment);
		emojiSequenceRegex ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v');
		return emojiSequenceRegex.test(segment);
	}
};`,
};

const yoga = {
	file: /yoga-layout[\\/]dist[\\/]binaries[\\/]yoga-wasm-base64-esm\.js$/,
	find: 'if(h.instantiateWasm)try{return h.instantiateWasm(d,\na)}',
	put: "try{const bytes=Buffer.from(H.slice(H.indexOf(',')+1),'base64');const instance=new WebAssembly.Instance(new WebAssembly.Module(bytes),d);a(instance);return instance.exports}",
};

const meow = {
	file: /meow[\\/]build[\\/]dependencies\.js$/,
	find: 'const normalizePackageData = getDefaultExportFromCjs(normalizeExports);',
	put: 'const normalizePackageData = () => {};',
};

const meowTables = {file: meow.file, find: 'var normalizeExports = requireNormalize();\n', put: ''};

const changes = [
	squashTextNodes,
	renderNodeToOutput,
	output,
	lineUpdate,
	setTextNodeValue,
	stringWidth,
	emojiSequences,
	yoga,
	meow,
	meowTables,
];

/** The esbuild plugin. */
export const changedPackages = {
	name: 'changed-packages',
	setup({onLoad, onEnd}) {
		const changed = new Set();
		for (const file of new Set(changes.map(change => change.file))) {
			onLoad({filter: file}, async ({path}) => {
				let contents = await readFile(path, 'utf8');
				for (const change of changes.filter(change => change.file === file)) {
					if (!contents.includes(change.find))
						return {errors: [{text: `${path} is not as build-changes.mjs knows it`}]};
					contents = contents.replace(change.find, () => change.put);
					changed.add(change);
				}
				return {contents, loader: 'js'};
			});
		}
		onEnd(() => ({
			errors: changes
				.filter(change => !changed.has(change))
				.map(change => ({text: `${change.file} is not in the bundle`})),
		}));
	},
};
