/**
The clipboard, through the terminal: it works over ssh and in multiplexers that allow it.
*/

/** Terminals ignore or cut what is longer. */
const mostUnits = 100_000;

/** The sequence that puts a text on the clipboard (xterm, OSC 52), or `null` where it is too long. */
export function clipboardSequence(text: string): string | null {
	const encoded = Buffer.from(text, 'utf8').toString('base64');
	return encoded.length > mostUnits ? null : `\u001b]52;c;${encoded}\u001b\\`;
}
