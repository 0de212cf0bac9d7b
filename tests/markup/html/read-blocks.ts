/**
Looking into blocks in tests: all words in them, and how many there are of each type.
*/
import type {Block} from '../../../source/thread/body.ts';

/** All strings in blocks but the names of types and the addresses. */
export function wordsIn(blocks: readonly Block[]): string {
	const words: string[] = [];
	JSON.stringify(blocks, (key, value) => {
		if (typeof value === 'string' && key !== 'type' && key !== 'url') words.push(value);
		return value;
	});
	return words.join('');
}

/** How often each type of block or inline occurs; a block of code is a `code-block`. */
export function typesIn(blocks: readonly Block[]): ReadonlyMap<string, number> {
	const types = new Map<string, number>();
	JSON.stringify(blocks, (_, value) => {
		if (typeof value !== 'object' || value === null || !('type' in value)) return value;
		const type = value.type === 'code' && 'language' in value ? 'code-block' : value.type;
		types.set(type, (types.get(type) ?? 0) + 1);
		return value;
	});
	return types;
}
