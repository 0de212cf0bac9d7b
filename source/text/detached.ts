/**
Detached text: a slice of a string keeps all of that string alive. What is kept of a chunk for as long as the dump,
and is little of it, is copied out of it.
*/

/** Reused for each copy that fits. */
const scratch = Buffer.allocUnsafeSlow(1 << 16);

/** V8 makes a slice only of so many units; a shorter cut is a string of its own. */
const shortestSlice = 13;

/** @returns The same text, in memory of its own. Never throws. */
export function detached(text: string): string {
	if (text.length < shortestSlice) return text;
	if (/[\u0100-\uffff]/.test(text)) return Buffer.from(text, 'utf16le').toString('utf16le');
	if (text.length > scratch.length) return Buffer.from(text, 'latin1').toString('latin1');
	return scratch.toString('latin1', 0, scratch.write(text, 'latin1'));
}
