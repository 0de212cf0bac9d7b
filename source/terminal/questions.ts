/**
Questions to the terminal: how its background looks, and how wide it draws signs of ambiguous width.

They are asked on the empty screen before the first frame. A terminal answers in order, so the
cursor's position, which every terminal tells, is asked last: once it has come, no answer is
outstanding that would be typed to the shell after the program has left.
*/
import type {InputEvent} from './keyboard/input-event.ts';

/** Of ambiguous width (UAX #11): two cells in many terminals set up for Chinese, Japanese or Korean. */
const ambiguous = '♥';

/** xterm, OSC 11: the background's colour. */
const askBackground = '\u001b]11;?\u001b\\';
/** ECMA-48, DSR 6: the cursor's position. */
const askCursor = '\u001b[6n';
const startOfRow = '\r';
const wipeRow = '\r\u001b[K';

export type Answer = {readonly type: 'background'; readonly dark: boolean} | {readonly type: 'wide-signs'};

export type Questions = {
	/** What asks them, to be written on an empty screen. */
	readonly bytes: string;
	/** What an event of the keyboard answers; `null` where it is no answer to us, or not a surprising one. */
	readonly hear: (event: InputEvent) => Answer | null;
	/** Resolves when no answer is outstanding. For ever pending where the terminal knows no questions. */
	readonly answered: Promise<void>;
};

/**
@param wanted - `background`: whether its colour matters. `width`: whether signs of ambiguous width may be drawn.
*/
export function createQuestions(wanted: {readonly background: boolean; readonly width: boolean}): Questions {
	let waiting = wanted.background || wanted.width;
	let settle = () => {};
	const answered = new Promise<void>(resolve => {
		settle = resolve;
	});
	if (!waiting) settle();
	const sign = wanted.width ? startOfRow + ambiguous : '';
	return {
		bytes: waiting ? (wanted.background ? askBackground : '') + sign + askCursor + wipeRow : '',
		hear: event => {
			if (event.type === 'reply') {
				const dark = wanted.background ? isDarkReply(event.bytes) : null;
				return dark === null ? null : {type: 'background', dark};
			}
			// Later reports are none: xterm sends F3 with a modifier just so.
			if (event.type !== 'cursor' || !waiting) return null;
			waiting = false;
			settle();
			return wanted.width && event.column >= 2 ? {type: 'wide-signs'} : null;
		},
		answered,
	};
}

/**
Whether a reply to the background's question tells of a dark one.

@param reply - Any terminal reply, as `ESC ] 11 ; rgb:1d1d/1f1f/2121 ESC \`.
@returns `null` where it is another reply.
*/
export function isDarkReply(reply: string): boolean | null {
	const match = /\]11;rgba?:([0-9a-f]{1,4})\/([0-9a-f]{1,4})\/([0-9a-f]{1,4})/i.exec(reply);
	if (match === null) return null;
	const [red, green, blue] = match.slice(1).map(part => Number.parseInt(part, 16) / (16 ** part.length - 1));
	// Relative luminance, ITU-R BT.709.
	return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0) < 0.5;
}
