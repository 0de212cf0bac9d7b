/**
Progress: one line on standard error while there is nothing to print yet, for whoever sits before it.
*/
import type {Writable} from 'node:stream';

export type Progress = {
	/** Say how far it is, if it is time to. */
	readonly tell: (words: () => string) => void;
	/** Take the line away, if there is one. */
	readonly clear: () => void;
};

/** What takes less, in milliseconds, needs no line. */
const patience = 500;

/** Milliseconds between two tellings. */
const tellEvery = 100;

const toLineStart = '\r\u001b[K';

/**
@param screen - Where the line goes; `null` where nobody would see it.
@param now - The time in milliseconds.
*/
export function createProgress(screen: Writable | null, now: () => number = () => performance.now()): Progress {
	let next = now() + patience;
	let isShown = false;
	return {
		tell: words => {
			if (screen === null || now() < next) return;
			next = now() + tellEvery;
			isShown = true;
			screen.write(`${toLineStart}${words()}`);
		},
		clear: () => {
			if (isShown) screen?.write(toLineStart);
			isShown = false;
		},
	};
}
