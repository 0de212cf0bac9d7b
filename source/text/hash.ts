/**
Hashes of 32 bits, for tables that know words by number.
*/

/** The hash of the empty text, to go on from. */
export const emptyHash: number = 0x811c9dc5 | 0;

/** The hash of a text and one more UTF-16 unit: FNV-1a, a unit a step. To be `mixed` at the end. */
export function hashWith(hash: number, unit: number): number {
	return Math.imul(hash ^ unit, 0x01000193);
}

/** The mixed hash of a whole text. */
export function hashOf(text: string): number {
	let hash = emptyHash;
	for (let at = 0; at < text.length; at++) hash = hashWith(hash, text.charCodeAt(at));
	return mixed(hash);
}

/**
Make every bit of a number move every bit of the answer, as at the end of MurmurHash3.
Signed, as V8 keeps such numbers without a box.
*/
export function mixed(hash: number): number {
	let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return bits ^ (bits >>> 16);
}
