/**
The meaning of one complete control sequence: a CSI, an SS3, or an X10 mouse report.

Each reader takes the bytes from their ESC on and answers with one event; what it does
not know is a `reply`, so nothing unknown is ever typed.
*/

import type {InputEvent, Modifiers} from './input-event.ts';
import {codePointChord, keypadKeys, letterKeys, nameChord, noModifiers, rxvtArrows, tildeKeys} from './key-names.ts';

type Parameters = readonly (readonly (number | null)[])[];

/** `1;5:3` → `[[1], [5, 3]]`; an empty field is `null`. */
const readParameters = (text: string): Parameters =>
	text === ''
		? []
		: text.split(';').map(field => field.split(':').map(number => (number === '' ? null : Number(number))));

/**
Reads `1 + bits`: 1 shift, 2 alt, 4 ctrl. Kitty adds 64 and 128 for the locks, which change no chord.
Bit 8 is Meta to xterm, and so alt; kitty calls it Super there, and 16 Hyper, 32 Meta: no chord of ours.
@returns `null` where the chord is none of ours, or the number no modifiers
*/
const readModifiers = (code: number, superIsAlt: boolean): Modifiers | null => {
	const bits = code - 1;
	if (!(bits >= 0 && bits < 256) || (bits & (superIsAlt ? 48 : 56)) !== 0) return null;
	return {shift: (bits & 1) !== 0, alt: (bits & (superIsAlt ? 10 : 2)) !== 0, ctrl: (bits & 4) !== 0};
};

/** The modifiers in the field at `index`, `noModifiers` where it is not there, `null` also when the key was let go. */
const modifiersAt = (parameters: Parameters, index: number, superIsAlt = true): Modifiers | null => {
	const [code, phase] = parameters[index] ?? [];
	return phase === 3 ? null : readModifiers(code ?? 1, superIsAlt);
};

const keyChord = (key: string | undefined, modifiers: Modifiers | null): string | null =>
	key === undefined || modifiers === null ? null : nameChord(key, modifiers);

const withAlt = (modifiers: Modifiers | null, alt: boolean): Modifiers | null =>
	modifiers && {...modifiers, alt: modifiers.alt || alt};

const toKey = (chord: string | null, bytes: string): InputEvent =>
	chord === null ? {type: 'reply', bytes} : {type: 'key', chord, bytes};

const mouseButtons = [0, 1, 2] as const;

/** The button code that all mouse protocols share: 3 button bits, 4 shift, 8 alt, 16 ctrl, 32 motion, 64 wheel. */
const readMouse = (code: number, column: number, row: number, released: boolean, bytes: string): InputEvent => {
	const low = code & 3;
	const button = mouseButtons[low] ?? null;
	const modifiers = {shift: (code & 4) !== 0, alt: (code & 8) !== 0, ctrl: (code & 16) !== 0};
	const place = {type: 'mouse', column, row, ...modifiers} as const;
	if (!(code >= 0 && code < 128 && column >= 0 && row >= 0)) return {type: 'reply', bytes};
	if ((code & 64) !== 0) {
		if (low > 1 || released) return {type: 'reply', bytes};
		return {...place, action: low === 0 ? 'wheel-up' : 'wheel-down', button: null};
	}
	if (released) return {...place, action: 'release', button};
	// A pointer that moves with no button down does nothing here.
	if ((code & 32) !== 0) return button === null ? {type: 'reply', bytes} : {...place, action: 'drag', button};
	return {...place, action: button === null ? 'release' : 'press', button};
};

const sgrMouse = /^\x1b\[<(\d{1,5});(\d{1,5});(\d{1,5})([Mm])$/;

/** Reads `CSI M` and three characters, each its number plus 32. */
export const readX10Mouse = (bytes: string): InputEvent => {
	const [code = 0, column = 0, row = 0] = [...bytes.slice(3)].map(char => (char.codePointAt(0) ?? 0) - 32);
	// A byte that is no UTF-8 (a column over 95) came through as U+FFFD: where it was is lost.
	return bytes.includes('\ufffd') ? {type: 'reply', bytes} : readMouse(code, column - 1, row - 1, false, bytes);
};

const csiForm = /^\x1b\[([<=>?]?)([\d;:]*)([ -/]*)([@-~])$/;
const linuxFunctionKey = /^\x1b\[\[([A-E])$/;
const rxvtKey = /^\x1b\[(\d{1,2})([$^@])$/;
const rxvtModifiers: ReadonlyMap<string, Modifiers> = new Map([
	['$', {...noModifiers, shift: true}],
	['^', {...noModifiers, ctrl: true}],
	['@', {...noModifiers, ctrl: true, shift: true}],
]);

/** The chord of a CSI of plain form, `null` where it is no key. */
const csiChord = (parameters: Parameters, final: string, alt: boolean): string | null => {
	const [first, second, third] = parameters;
	const code = first?.[0] ?? 1;
	if (final === 'u') {
		if (first === undefined) return null;
		const modifiers = withAlt(modifiersAt(parameters, 1, false), alt);
		return modifiers && codePointChord(code, modifiers, first[1] ?? null, false);
	}
	if (final === '~' && code === 27 && third !== undefined) {
		const modifiers = withAlt(readModifiers(second?.[0] ?? 1, true), alt);
		return modifiers && codePointChord(third[0] ?? 0, modifiers, null, true);
	}
	const modifiers = withAlt(modifiersAt(parameters, 1), alt);
	if (final === '~') return first === undefined ? null : keyChord(tildeKeys.get(code), modifiers);
	if (code !== 1) return null;
	if (final === 'Z') return keyChord('tab', modifiers && {...modifiers, shift: true});
	const arrow = parameters.length === 0 ? rxvtArrows.get(final) : undefined;
	if (arrow !== undefined) return keyChord(arrow, modifiers && {...modifiers, shift: true});
	return keyChord(letterKeys.get(final), modifiers);
};

/**
Reads a complete CSI other than `CSI M` with its three characters and a paste's ends.
@param alt whether an ESC stood before it, as rxvt and macOS terminals send alt
*/
export const readCsi = (bytes: string, alt: boolean): InputEvent => {
	const mouse = sgrMouse.exec(bytes);
	if (mouse) {
		const [, code, column, row, final] = mouse;
		return readMouse(Number(code), Number(column) - 1, Number(row) - 1, final === 'm', bytes);
	}
	const linux = linuxFunctionKey.exec(bytes);
	if (linux?.[1] !== undefined) {
		return toKey(nameChord(`f${linux[1].charCodeAt(0) - 0x40}`, {...noModifiers, alt}), bytes);
	}
	const rxvt = rxvtKey.exec(bytes);
	if (rxvt?.[2] !== undefined) {
		const modifiers = withAlt(rxvtModifiers.get(rxvt[2]) ?? null, alt);
		return toKey(keyChord(tildeKeys.get(Number(rxvt[1])), modifiers), bytes);
	}
	const form = csiForm.exec(bytes);
	if (!form) return {type: 'reply', bytes};
	const [, mark = '', text = '', intermediate = '', final = ''] = form;
	const parameters = readParameters(text);
	if (final === 'R' && intermediate === '' && (mark === '' || mark === '?')) {
		const [row, column] = [parameters[0]?.[0] ?? 0, parameters[1]?.[0] ?? 0];
		return row > 0 && column > 0 && row + column < 1e5
			? {type: 'cursor', row: row - 1, column: column - 1}
			: {type: 'reply', bytes};
	}
	if (mark !== '' || intermediate !== '') return {type: 'reply', bytes};
	if (text === '' && (final === 'I' || final === 'O')) return {type: 'focus', focused: final === 'I'};
	return toKey(csiChord(parameters, final, alt), bytes);
};

const ss3Form = /^\x1bO([\d;]*)([ -~])$/;

/**
Reads a complete SS3: application-mode arrows, F1 to F4, the keypad, with modifiers as `SS3 5A` or `SS3 1;5A`.
@param alt whether an ESC stood before it
*/
export const readSs3 = (bytes: string, alt: boolean): InputEvent => {
	const [, text = '', final = ''] = ss3Form.exec(bytes) ?? [];
	const parameters = readParameters(text);
	const modifiers = withAlt(modifiersAt(parameters, parameters.length - 1), alt);
	const arrow = rxvtArrows.get(final);
	if (arrow !== undefined) return toKey(keyChord(arrow, modifiers && {...modifiers, ctrl: true}), bytes);
	return toKey(keyChord(letterKeys.get(final) ?? keypadKeys.get(final), modifiers), bytes);
};
