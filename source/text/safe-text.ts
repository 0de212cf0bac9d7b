/**
Safe text: what may be written to a terminal.

Every byte of a dump is hostile. An escape sequence can move the cursor, fill the
clipboard or eat the text behind it; an invisible character can hide words or turn
their order around. Both are taken out here, once, when text enters the program.
What remains is text, tabs and newlines.
*/

export type SafeText = {
	readonly text: string;
	/** How many sequences and characters were taken out or replaced; line endings are not counted. */
	readonly removed: number;
};

/*
Escape sequences, after ECMA-48 and xterm's ctlseqs. A string (OSC, DCS, SOS, PM, APC)
runs up to BEL or ST; as it holds no control character, an unterminated one ends at the
next, and costs nothing but its introducer. That also keeps the search linear.
*/
const controlString = String.raw`(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]{0,4096}(?:\x07|\x1b\\|\x9c)`;
const controlSequence = String.raw`(?:\x1b\[|\x9b)[0-?]{0,256}[ -/]{0,16}[@-~]`;
const shortSequence = String.raw`\x1b[ -/]{0,16}[0-~]`;

const control = String.raw`[\x00-\x08\x0b-\x1f\x7f-\x9f]`;
const lone = String.raw`[\ud800-\udfff]|\p{Noncharacter_Code_Point}`;
const joiner = String.raw`[\u200c\u200d]`;
/* U+2800 is a blank that fonts draw as nothing; braille drawings need its width. */
const separator = String.raw`[\u2028\u2029\u2800]`;
/* Default_Ignorable_Code_Point holds the bidi controls, fillers, tags, joiners and selectors; U+FFF9-B it leaves out. */
const invisible = String.raw`(?!${joiner}|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]`;

const unsafe = new RegExp(
	`${controlString}|${controlSequence}|${shortSequence}|${control}|${lone}|${separator}|${invisible}`,
	'gu',
);

/* Signs that are safe in their place only: selectors, joiners, marks. */
const straySelector = /(?<![\p{L}\p{N}\p{P}\p{S}])\p{Variation_Selector}/gu;
const tooManyMarks = /(?<=[\p{M}\u200c\u200d]{8})[\p{M}\u200c\u200d]/gu;

/*
Scripts in which joiners choose the shape of letters (The Unicode Standard, 23.2 and chapters 9, 12-16), and the Arabic
marks that belong to no script.
*/
const shaping = [
	...['Arabic', 'Syriac', 'Mongolian', 'Nko', 'Mandaic', 'Adlam', 'Hanifi_Rohingya', 'Sogdian'],
	...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
	...['Sinhala', 'Khmer', 'Myanmar', 'Tibetan', 'Balinese', 'Javanese', 'Grantha', 'Brahmi', 'Newa'],
]
	.map(script => String.raw`\p{Script=${script}}`)
	.concat(String.raw`\u064b-\u0655\u0670`)
	.join('');
const strayJoiner = new RegExp(
	String.raw`(?<!(?=[\p{L}\p{M}])[${shaping}])(?<!\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)${joiner}` +
		String.raw`|(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)${joiner}(?!\p{Extended_Pictographic})` +
		`|${joiner}(?=${joiner})`,
	'gu',
);

/*
One look says that there is nothing to do: no character outside the letters, punctuation and symbols of the most
common scripts; else a slower one for what is really unsafe.
*/
const uncommon =
	/[^\t\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u27ff\u2900-\u2bff\u3000-\u3029\u3030-\u3096\u309b-\u3163\u3165-\u9fff\uac00-\ud7a3]/;
const suspect = new RegExp(
	`${control}|${lone}|${separator}|\\p{Default_Ignorable_Code_Point}|[\\ufff9-\\ufffb]|\\p{M}{9}`,
	'u',
);

/**
Make text safe for a terminal.

- CRLF and CR become LF. Tabs and newlines stay.
- Complete escape sequences, 7 and 8 bit, go with their strings; an unterminated one loses its introducer only.
- Other C0 controls and DEL become control pictures (U+2400 …), C1 controls, lone surrogates and noncharacters U+FFFD.
- Bidi controls, zero-width and blank-drawing characters, soft hyphens, tags and fillers go;
	line and paragraph separators become newlines, the blank braille pattern a space.
- Variation selectors stay behind a base, joiners between emoji and in scripts whose letters they shape.
- Of marks on one base, the first eight stay.

@returns The safe text; making it safe again changes nothing. Linear time. Never throws.
*/
export function safeText(text: string): SafeText {
	if (!uncommon.test(text)) return {text, removed: 0};
	const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
	if (!suspect.test(lines)) return {text: lines, removed: 0};
	let removed = 0;
	function count(replacement: string): string {
		removed++;
		return replacement;
	}
	const safe = lines
		.replace(unsafe, found => count(visible(found)))
		.replace(straySelector, () => count(''))
		.replace(tooManyMarks, () => count(''))
		.replace(strayJoiner, () => count(''));
	return {text: safe, removed};
}

/*
The same for ASCII. In two, for V8 looks for 16 characters at once where a class has no more than 16.
*/
const lowControl = /[\x00-\x08\x0b-\x11]/;
const highControl = /[\x12-\x1f\x7f]/;

/**
Whether nothing that is cut out of a text, or put together of such cuts, needs to be made safe. Never throws.

@param isAscii - Whether it is known to be ASCII: that takes a tenth of the time.
@returns `false` also of some text that is safe as a whole.
*/
export function isSafeThroughout(text: string, isAscii: boolean): boolean {
	return isAscii ? !lowControl.test(text) && !highControl.test(text) : !uncommon.test(text);
}

/**
Make text safe and put it on one line: newlines and tabs become spaces, runs of white
space one, and none is left at the ends. Never throws.
*/
export function safeLine(text: string): string {
	if (!/[^!-~]/.test(text) || /^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
	return safeText(text).text.replace(/\s+/g, ' ').trim();
}

/** What stands for an unsafe sequence or character. */
function visible(found: string): string {
	const code = found.codePointAt(0) ?? 0;
	if (found.length > 1 && code < 0xa0) return '';
	if (code < 0x20) return String.fromCodePoint(0x2400 + code);
	if (code === 0x7f) return '\u2421';
	if (code < 0xa0) return '\ufffd';
	if (code === 0x2028 || code === 0x2029) return '\n';
	if (code === 0x2800) return ' ';
	return /^\p{Default_Ignorable_Code_Point}$|^[\ufff9-\ufffb]$/u.test(found) ? '' : '\ufffd';
}
