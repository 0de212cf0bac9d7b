/**
The head of a message or of one of its parts: a field a line, up to a blank line.
*/

export type PartedHead = {
	/** By their name in lower case; of a field that stands twice, the first. */
	readonly fields: ReadonlyMap<string, string>;
	readonly body: string;
};

/** @param raw - The head, unfolded, a blank line and the body; see `Post.raw`. Never throws. */
export function partHead(raw: string): PartedHead {
	const fields = new Map<string, string>();
	let start = 0;
	while (start < raw.length && raw[start] !== '\n') {
		const end = raw.indexOf('\n', start);
		const line = raw.slice(start, end === -1 ? undefined : end);
		const colon = line.indexOf(':');
		const name = line.slice(0, Math.max(colon, 0)).toLowerCase();
		if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
		start = end === -1 ? raw.length : end + 1;
	}
	return {fields, body: raw.slice(start + 1)};
}
