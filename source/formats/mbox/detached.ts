/**
Detached text: what is kept of a chunk, without the chunk.

A slice of a string keeps all of that string alive. Of a message only the body and a few
fields are kept, so these are copied out of the chunk that they came in.
*/

/** Reused for each copy that fits. */
const scratch = Buffer.allocUnsafeSlow(1 << 16);

/**
@param text - A unit a byte; other text comes back as it is.
@returns The same text, in memory of its own.
*/
export function detached(text: string): string {
	if (text.length > scratch.length) return Buffer.from(text, 'latin1').toString('latin1');
	if (/[\u0100-\uffff]/.test(text)) return text;
	return scratch.toString('latin1', 0, scratch.write(text, 'latin1'));
}
