/**
Modes: what the program sets in the terminal and gives back, however it ends.

All of it stands here and not in Ink, and is written at once and not queued, so that it can be
undone in one go while the program dies. Autowrap is off, so that a cluster that is drawn wider
than it was counted spoils its own row and no other. Pastes come bracketed, so that their
letters run no commands.
*/
import {writeSync} from 'node:fs';

/** xterm's private modes (ctlseqs, DECSET). */
const alternateScreen = 1049;
const cursor = 25;
const autowrap = 7;
const bracketedPaste = 2004;
const synchronizedOutput = 2026;
const mouseReports = [1000, 1006];

const set = (mode: number) => `\u001b[?${mode}h`;
const reset = (mode: number) => `\u001b[?${mode}l`;
const home = '\u001b[H';

export type Modes = {
	/** Take the terminal: an empty screen of our own. Does nothing when it is taken already. */
	readonly enter: () => void;
	/** Set everything again, for a terminal that somebody else used meanwhile. */
	readonly again: () => void;
	/** Give everything back. Does nothing when it is given back; fit for an exit handler. */
	readonly leave: () => void;
	readonly mouse: (on: boolean) => void;
	/** Whether the terminal has turned out to be gone. */
	readonly gone: () => boolean;
	/** Write to the terminal at once. */
	readonly write: (text: string) => void;
};

/**
@param descriptor - The terminal's file descriptor.
@returns Modes, none of them set yet. None of its functions throws: a terminal that has gone has no modes.
*/
export function createModes(descriptor: number): Modes {
	let taken = false;
	let mouse = false;
	let gone = false;
	const write = (text: string) => {
		try {
			writeSync(descriptor, text);
		} catch {
			gone = true;
		}
	};
	const mouseOn = mouseReports.map(set).join('');
	const mouseOff = mouseReports.map(reset).join('');
	const again = () => {
		write(set(alternateScreen) + home + reset(cursor) + reset(autowrap) + set(bracketedPaste) + (mouse ? mouseOn : ''));
	};
	return {
		enter: () => {
			if (taken) return;
			taken = true;
			again();
		},
		again,
		leave: () => {
			if (!taken) return;
			taken = false;
			write(
				mouseOff +
					reset(bracketedPaste) +
					set(autowrap) +
					reset(synchronizedOutput) +
					reset(alternateScreen) +
					set(cursor),
			);
		},
		mouse: on => {
			mouse = on;
			if (taken) write(on ? mouseOn : mouseOff);
		},
		gone: () => gone,
		write,
	};
}
