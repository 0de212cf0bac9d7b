/**
The names of keys, and the codes by which terminals tell of them.

Sources: xterm's "Control Sequences" (ctlseqs), the key tables of the Linux console
and of rxvt-unicode, and the kitty keyboard protocol.
*/

import type {Modifiers} from './input-event.ts';

export const noModifiers: Modifiers = {ctrl: false, alt: false, shift: false};

/** Names a key with its modifiers, as `ctrl+alt+shift+up`. */
export const nameChord = (key: string, {ctrl, alt, shift}: Modifiers): string =>
	`${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift ? 'shift+' : ''}${key}`;

/** Final letters of `CSI 1;m X` and `SS3 X`. F3's `CSI 1;m R` is missing: a cursor report looks the same. */
export const letterKeys: ReadonlyMap<string, string> = new Map([
	['A', 'up'],
	['B', 'down'],
	['C', 'right'],
	['D', 'left'],
	['F', 'end'],
	['H', 'home'],
	['P', 'f1'],
	['Q', 'f2'],
	['S', 'f4'],
]);

/** Final letters of `SS3 X` alone: F3, and the keypad in application mode. */
export const keypadKeys: ReadonlyMap<string, string> = new Map([
	['R', 'f3'],
	['M', 'enter'],
	['I', 'tab'],
	[' ', 'space'],
	['X', '='],
	...[...'*+,-./0123456789'].map((key, index): [string, string] => [String.fromCharCode(0x6a + index), key]),
]);

/** rxvt's lower-case arrows: with shift as `CSI a`, with ctrl as `SS3 a`. */
export const rxvtArrows: ReadonlyMap<string, string> = new Map([
	['a', 'up'],
	['b', 'down'],
	['c', 'right'],
	['d', 'left'],
]);

/** The number in `CSI n ~`. */
export const tildeKeys: ReadonlyMap<number, string> = new Map([
	[1, 'home'],
	[2, 'insert'],
	[3, 'delete'],
	[4, 'end'],
	[5, 'pageup'],
	[6, 'pagedown'],
	[7, 'home'],
	[8, 'end'],
	[11, 'f1'],
	[12, 'f2'],
	[13, 'f3'],
	[14, 'f4'],
	[15, 'f5'],
	[17, 'f6'],
	[18, 'f7'],
	[19, 'f8'],
	[20, 'f9'],
	[21, 'f10'],
	[23, 'f11'],
	[24, 'f12'],
]);

/** Code points that stand for a named key in `CSI n u` and `CSI 27;m;n ~`. */
const namedCodePoints: ReadonlyMap<number, string> = new Map([
	[8, 'backspace'],
	[9, 'tab'],
	[13, 'enter'],
	[27, 'esc'],
	[32, 'space'],
	[127, 'backspace'],
	// The keypad, in kitty's private-use numbers.
	...[...'0123456789./*-+'].map((key, index): [number, string] => [57399 + index, key]),
	[57414, 'enter'],
	[57415, '='],
	[57416, ','],
	...['left', 'right', 'up', 'down', 'pageup', 'pagedown', 'home', 'end', 'insert', 'delete'].map(
		(key, index): [number, string] => [57417 + index, key],
	),
]);

/** Whether a character can have been typed: no control, half a character, line separator or broken byte (U+FFFD). */
export const isPrintable = (char: string): boolean => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u.test(char);

/** Kitty's numbers for keys that are no characters, such as Caps Lock, and code points out of range. */
const isNoCharacter = (code: number): boolean => !(code > 0 && code <= 0x10ffff) || (code >= 57344 && code <= 63743);

/**
The chord of a key told by its code point.
@param shifted what the key types with shift, or `null` where the terminal does not say
@param alreadyShifted whether `code` is what the key typed, shift and all (xterm's modifyOtherKeys) and not the key (kitty)
@returns `null` for code points that name no key of ours
*/
export const codePointChord = (
	code: number,
	modifiers: Modifiers,
	shifted: number | null,
	alreadyShifted: boolean,
): string | null => {
	const named = namedCodePoints.get(code);
	if (named !== undefined) return nameChord(named, modifiers);
	if (isNoCharacter(code)) return null;
	const char = String.fromCodePoint(code);
	if (!isPrintable(char)) return null;
	if (modifiers.ctrl) return nameChord(char.toLowerCase(), modifiers);
	if (!modifiers.shift || alreadyShifted) return nameChord(char, {...modifiers, shift: false});
	const upper = shifted === null || isNoCharacter(shifted) ? char.toUpperCase() : String.fromCodePoint(shifted);
	return upper !== char && [...upper].length === 1 && isPrintable(upper)
		? nameChord(upper, {...modifiers, shift: false})
		: nameChord(char, modifiers);
};

/**
The chord of a C0 control or DEL, with alt when an ESC came before it.
Backspace sends DEL, so 0x08 is Ctrl-H. Enter sends CR, so 0x0a is Ctrl-J.
*/
export const controlChord = (char: string, alt: boolean): string => {
	const modifiers = {...noModifiers, alt};
	if (char === '\x1b') return nameChord('esc', modifiers);
	if (char === '\r') return nameChord('enter', modifiers);
	if (char === '\t') return nameChord('tab', modifiers);
	if (char === '\x7f') return nameChord('backspace', modifiers);
	const key = char === '\0' ? 'space' : String.fromCharCode(char.charCodeAt(0) + 0x40).toLowerCase();
	return nameChord(key, {...modifiers, ctrl: true});
};
