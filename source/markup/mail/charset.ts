/**
Charsets: the bytes of mail as text, by the names that mail gives its charsets.

Bytes come as strings, a unit a byte. TextDecoder knows what the Encoding Standard lists; what it
does not know, and bytes that their charset does not explain, are read as windows-1252.
*/

/*
What windows-1252 has at 0x80 … 0x9f (WHATWG Encoding, index-windows-1252); above, it is Latin-1.
TextDecoder is no help: some releases of Node 20 read it as Latin-1 throughout.
*/
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Names that mail uses and the Encoding Standard does not list; after what postal-mime takes for them. */
const aliases: Readonly<Record<string, string>> = {
	cp932: 'shift_jis',
	cp936: 'gbk',
	cp949: 'euc-kr',
	cp950: 'big5',
	'iso-8859-8-e': 'iso-8859-8',
	'unicode-1-1-utf-8': 'utf-8',
};

type Decode = (bytes: string) => string;

const decoders = new Map<string, Decode | null>();
/** Labels come from the dump: not more of them than that are remembered. */
const mostLabels = 1000;

const strictUtf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/** @returns Whether bytes of that charset can be read. Never throws. */
export function isKnownCharset(label: string): boolean {
	return decoderOf(label) !== null;
}

/**
Decode bytes.

@param bytes - A unit a byte.
@param label - The charset they are said to be in, or `null`.
@returns Text. Bytes that are not ASCII are read as the charset says, if it is a known one and not ASCII; else as
	UTF-8 if they are valid UTF-8, else as windows-1252. Never throws.
*/
export function decodeCharset(bytes: string, label: string | null): string {
	const stated = label === null || isAscii(label) ? null : decoderOf(label);
	if (isPlain(bytes) && (stated === null || !/[\x1b~+]/.test(bytes))) return bytes;
	return stated === null ? decodeUnstated(bytes) : stated(bytes);
}

/**
Decode bytes as their charset says, though they be no valid text in it.

@param bytes - A unit a byte.
@returns Text without a byte order mark; what the charset does not explain is U+FFFD. `null` if it is not known. Never
	throws.
*/
export function decodeStated(bytes: string, label: string): string | null {
	const text = decoderOf(label)?.(bytes) ?? null;
	return text?.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Read what was decoded as Latin-1 as windows-1252: in text, C1 controls mean nothing else. */
export function asWestern(text: string): string {
	return /[\x80-\x9f]/.test(text)
		? text.replace(/[\x80-\x9f]/g, unit => western[unit.charCodeAt(0) - 0x80] ?? unit)
		: text;
}

function decodeUnstated(bytes: string): string {
	try {
		return strictUtf8.decode(Buffer.from(bytes, 'latin1'));
	} catch {
		return asWestern(bytes);
	}
}

function isPlain(bytes: string): boolean {
	return !/[\x80-\uffff]/.test(bytes);
}

function isAscii(label: string): boolean {
	return /^(?:(?:us-|x-)?ascii|ansi_x3\.4-1968|iso646-us|us)$/i.test(label.trim());
}

function decoderOf(label: string): Decode | null {
	const name = label.trim().toLowerCase();
	let decode = decoders.get(name);
	if (decode === undefined) {
		decode = makeDecoder(aliases[name] ?? name);
		if (decoders.size < mostLabels) decoders.set(name, decode);
	}
	return decode;
}

function makeDecoder(name: string): Decode | null {
	for (const label of [name, name.replace(/^(?:x-|cs)/, ''), name.replace(/^(?:cp|ms)-?(?=125\d$)/, 'windows-')]) {
		try {
			const decoder = new TextDecoder(label, {ignoreBOM: true});
			if (decoder.encoding === 'windows-1252') return asWestern;
			const decode = (bytes: string) => decoder.decode(Buffer.from(bytes, 'latin1'));
			return decoder.encoding === 'utf-8' ? bytes => (isPlain(bytes) ? bytes : decode(bytes)) : decode;
		} catch {
			// Not a name that it knows: the next spelling.
		}
	}
	return null;
}
