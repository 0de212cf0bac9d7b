/**
Turns what the terminal sends into events: a state machine over code points, after
Paul Williams' parser for DEC terminals (vt100.net/emu/dec_ansi_parser), seen from the
other end of the line.

Chunks are cut anywhere, so nothing is decided by where one ends. What is not yet
complete is held, and `flushDelay` says for how long; then `flush` says what it is.
*/

import {segments} from '../../text/segments.ts';
import {readCsi, readSs3, readX10Mouse} from './control-sequence.ts';
import type {InputEvent} from './input-event.ts';
import {controlChord, isPrintable} from './key-names.ts';

export type {InputEvent} from './input-event.ts';

/** How long (ms) an ESC may be the start of something longer before it is the Esc key. */
export const escapeDelay = 25;
/** How long (ms) to wait for the rest of a sequence: nobody types one, so a slow line gets its time. */
export const sequenceDelay = 500;
/** How long (ms) a paste may be silent. Its end is lost then, and waiting on would take the keyboard away. */
export const pasteDelay = 5000;
/** What is kept of one paste, in UTF-16 units (and up to one character more). The rest is dropped. */
export const pasteLimit = 1 << 20;
/** What is kept of one sequence, in UTF-16 units. A longer one is a `reply`, cut. */
export const sequenceLimit = 4096;

export type InputParser = {
	/** Takes the next piece of decoded input and gives the events it completes. Never throws. */
	push(chunk: string): readonly InputEvent[];
	/** Gives what was held as what it now must be: a lone ESC is Esc, a broken sequence a `reply`. Never throws. */
	flush(): readonly InputEvent[];
	/** When to call `flush` if nothing more comes (ms); `null` when nothing is held. */
	readonly flushDelay: number | null;
};

const esc = '\x1b';
const pasteStart = '\x1b[200~';
const pasteEnd = '\x1b[201~';
const x10Start = '\x1b[M';
const bell = '\x07';
const stringTerminator = '\x9c';

/**
- `escape`: one ESC, or two;
- `csi`, `ss3`: the introducer and what follows; `x10`: `CSI M`, whose three characters follow;
- `string`: an OSC, DCS or APC up to its terminator; `string-end`: the ESC that may begin that;
- `paste`: between the brackets of a paste.
*/
type State = 'ground' | 'escape' | 'csi' | 'ss3' | 'x10' | 'string' | 'string-end' | 'paste';

const afterEscape: ReadonlyMap<string, State> = new Map([
	['[', 'csi'],
	['O', 'ss3'],
	[']', 'string'],
	['P', 'string'],
	['_', 'string'],
]);

const keyName = (char: string): string => (char === ' ' ? 'space' : char);

const isControl = (char: string): boolean => char < ' ' || char === '\x7f';

/** rxvt ends shifted editing keys in `$`, which is an intermediate byte everywhere else. */
const rxvtShifted = /^\x1b\[[235678]$/;

const isCsiEnd = (bytes: string, char: string): boolean =>
	char === '$' ? rxvtShifted.test(bytes) : char >= '@' && char <= '~' && !(bytes === '\x1b[' && char === '[');

/** Splits typed text into the characters a reader sees. */
const graphemes = (text: string): readonly string[] => {
	if (/^[ -~]*$/.test(text)) return [...text];
	return Array.from(segments(text, 'grapheme'), ({segment}) => segment);
};

/**
Makes a parser of terminal input: UTF-8 already decoded, in pieces of any size.

However the input is cut, the events are the same as long as nothing is flushed in between,
but for one thing: no key waits for a combining mark that may never come, so a character of
several code points is one event when it comes in one piece, and one event a code point when cut.
*/
export const createInputParser = (): InputParser => {
	let state: State = 'ground';
	/** The sequence so far, from its ESC. */
	let bytes = '';
	/** Whether another ESC stood before that: alt, or the Esc key. */
	let doubled = false;
	let pasted = '';
	let pasteEndMatched = 0;
	/** The first half of a character whose second half is still to come. */
	let half = '';
	let events: InputEvent[] = [];

	const emitKey = (chord: string, typed: string): void => {
		events.push({type: 'key', chord, bytes: typed});
	};

	const typeText = (text: string): void => {
		for (const char of graphemes(text)) emitKey(keyName(char), char);
	};

	/** Of two ESC in a row, the first was the Esc key after all. */
	const releaseFirstEscape = (): void => {
		if (doubled) emitKey('esc', esc);
		doubled = false;
	};

	/** Ends a sequence with the event it turned out to be. */
	const finish = (event: InputEvent): void => {
		releaseFirstEscape();
		events.push(event);
		state = 'ground';
	};

	const finishReply = (): void => finish({type: 'reply', bytes});

	/** Ends a CSI or SS3. If it is a key, an ESC before it was its alt. */
	const finishSequence = (event: InputEvent): void => {
		const isAlt = doubled && event.type === 'key';
		if (isAlt) doubled = false;
		finish(isAlt ? {...event, bytes: esc + event.bytes} : event);
	};

	/** Ends what is held as what it is without more: a key if it is short enough to be one. */
	const settle = (): void => {
		if (state === 'ground') return;
		if (state === 'paste') finish({type: 'paste', text: pasted + pasteEnd.slice(0, pasteEndMatched)});
		else if (bytes === esc) finish({type: 'key', chord: 'esc', bytes});
		// Of an introducer alone: alt with that key.
		else if (bytes.length === 2) finish({type: 'key', chord: `alt+${bytes.slice(1)}`, bytes});
		else finishReply();
	};

	/** Ends what is held, and takes `char` as the start of something new. */
	const breakOff = (char: string): void => {
		settle();
		steps.ground(char);
	};

	const collect = (char: string): void => {
		if (bytes.length < sequenceLimit) bytes += char;
	};

	const endCsi = (): void => {
		if (bytes.length >= sequenceLimit) finishReply();
		else if (bytes === x10Start) state = 'x10';
		else if (bytes !== pasteStart) finishSequence(readCsi(bytes, doubled));
		else {
			releaseFirstEscape();
			pasted = '';
			pasteEndMatched = 0;
			state = 'paste';
		}
	};

	const steps: Record<State, (char: string) => void> = {
		ground(char) {
			if (char === esc) {
				state = 'escape';
				bytes = char;
			} else if (isControl(char)) emitKey(controlChord(char, false), char);
			else if (isPrintable(char)) typeText(char);
			else events.push({type: 'reply', bytes: char});
		},
		escape(char) {
			const next = afterEscape.get(char);
			if (next !== undefined) {
				state = next;
				bytes += char;
			} else if (char === esc) {
				releaseFirstEscape();
				doubled = true;
			} else {
				bytes += char;
				if (isControl(char)) finish({type: 'key', chord: controlChord(char, true), bytes});
				else if (isPrintable(char)) finish({type: 'key', chord: `alt+${keyName(char)}`, bytes});
				else finishReply();
			}
		},
		csi(char) {
			if (isControl(char) || char > '~') return breakOff(char);
			const ends = isCsiEnd(bytes, char);
			collect(char);
			if (ends) endCsi();
		},
		ss3(char) {
			if (isControl(char) || char > '~') return breakOff(char);
			collect(char);
			if (!/[\d;]/.test(char)) finishSequence(readSs3(bytes, doubled));
		},
		x10(char) {
			if (isControl(char)) return breakOff(char);
			collect(char);
			if ([...bytes].length === x10Start.length + 3) finish(readX10Mouse(bytes));
		},
		string(char) {
			if (char === esc) state = 'string-end';
			else if (char === bell || char === stringTerminator) {
				collect(char);
				finishReply();
			}
			// Any other control breaks it off, so that Ctrl-C is always heard.
			else if (isControl(char)) breakOff(char);
			else collect(char);
		},
		'string-end'(char) {
			if (char === '\\') {
				collect(esc + char);
				finishReply();
			} else {
				state = 'string';
				breakOff(esc);
				steps.escape(char);
			}
		},
		paste(char) {
			if (char === pasteEnd[pasteEndMatched]) {
				pasteEndMatched += 1;
				if (pasteEndMatched === pasteEnd.length) finish({type: 'paste', text: pasted});
				return;
			}
			const isEscape = char === esc;
			if (pasted.length < pasteLimit) pasted += pasteEnd.slice(0, pasteEndMatched) + (isEscape ? '' : char);
			pasteEndMatched = isEscape ? 1 : 0;
		},
	};

	const take = (): readonly InputEvent[] => {
		const taken = events;
		events = [];
		return taken;
	};

	return {
		push(chunk) {
			const input = half + chunk;
			half = /[\ud800-\udbff]$/.test(input) ? input.slice(-1) : '';
			let text = '';
			for (const char of half === '' ? input : input.slice(0, -1)) {
				if (state === 'ground' && isPrintable(char)) text += char;
				else {
					typeText(text);
					text = '';
					steps[state](char);
				}
			}
			typeText(text);
			return take();
		},
		flush() {
			const rest = half;
			half = '';
			if (rest !== '') steps[state](rest);
			const escapeHeld = state === 'string-end';
			settle();
			if (escapeHeld) emitKey('esc', esc);
			return take();
		},
		get flushDelay() {
			if (state === 'escape') return escapeDelay;
			if (state === 'paste') return pasteDelay;
			return state === 'ground' && half === '' ? null : sequenceDelay;
		},
	};
};
