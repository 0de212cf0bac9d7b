/**
What a terminal sends, once its bytes are understood.

A chord is the name of a key with its modifiers: `j`, `J`, `é`, `space`, `ctrl+a`,
`alt+backspace`, `shift+up`. Modifiers stand in the order ctrl, alt, shift. A key
that types one character is named by that character as typed, so `J` and not
`shift+j`; all others have lower-case names (`enter`, `pageup`, `f5`).
*/

export type Modifiers = {readonly ctrl: boolean; readonly alt: boolean; readonly shift: boolean};

export type MouseAction = 'press' | 'release' | 'drag' | 'wheel-up' | 'wheel-down';

export type MouseEvent = Modifiers & {
	readonly type: 'mouse';
	readonly action: MouseAction;
	/** 0 left, 1 middle, 2 right; `null` for the wheel, and where the report does not say. */
	readonly button: 0 | 1 | 2 | null;
	/** Terminal cells from 0. */
	readonly column: number;
	/** Terminal cells from 0. */
	readonly row: number;
};

export type InputEvent =
	| {readonly type: 'key'; readonly chord: string; readonly bytes: string}
	| {readonly type: 'paste'; readonly text: string}
	| MouseEvent
	| {readonly type: 'focus'; readonly focused: boolean}
	/** Where the cursor is, in cells from 0: the answer to `CSI 6n`. */
	| {readonly type: 'cursor'; readonly column: number; readonly row: number}
	/** Everything else that nobody typed: answers to queries, unknown or broken sequences. */
	| {readonly type: 'reply'; readonly bytes: string};
