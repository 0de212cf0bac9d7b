/**
Encoded words: text beyond ASCII in the headers of mail (RFC 2047), and headers in raw 8-bit bytes.
*/
import {decodeCharset} from './charset.ts';

/** Charset, an optional language (RFC 2231, 5), encoding, encoded text. Spaces are not allowed, and yet they occur. */
const encodedWord = /=\?([^\s?*]{1,60})(?:\*[^\s?]{0,60})?\?([bq])\?([^?\r\n]*)\?=/gi;
/** White space between two encoded words is not text (RFC 2047, 6.2). */
const adjoining = /(=\?[^\s?]{1,120}\?[bq]\?[^?\r\n]*\?=)\s+(?==\?[^\s?]{1,120}\?[bq]\?)/gi;

/**
Decode the value of a header.

@param value - A unit a byte, unfolded.
@param charset - What raw bytes in it are in, or `null`; see `decodeCharset`.
@returns Text. What is no well-formed encoded word stays as it is. Never throws.
*/
export function decodeHeader(value: string, charset: string | null = null): string {
	if (!value.includes('=?')) return decodeCharset(value, charset);
	// Long words are split between the bytes of a letter: what is of one charset is put together first.
	let label: string | null = null;
	let bytes = '';
	let text = '';
	let written = 0;

	function close(): void {
		text += decodeCharset(bytes, label);
		bytes = '';
	}

	const joined = value.replace(adjoining, '$1');
	for (const match of joined.matchAll(encodedWord)) {
		const [word, named = '', encoding = '', encoded = ''] = match;
		if (match.index > written || named !== label) close();
		text += decodeCharset(joined.slice(written, match.index), charset);
		label = named;
		bytes += encoding.toLowerCase() === 'b' ? fromBase64(encoded) : fromQ(encoded);
		written = match.index + word.length;
	}
	close();
	return text + decodeCharset(joined.slice(written), charset);
}

function fromBase64(encoded: string): string {
	return Buffer.from(encoded, 'base64').toString('latin1');
}

function fromQ(encoded: string): string {
	return encoded
		.replaceAll('_', ' ')
		.replace(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
