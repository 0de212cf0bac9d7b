/**
The keymap: which keys mean which command, with the user's changes laid over the table.
*/
import {type CommandId, commandIds, commands, isCommandId, keyLabel} from './commands.ts';

export type Keymap = {
	/** The keys of a command, in order. */
	readonly keysOf: (id: CommandId) => readonly string[];
	/** What a sequence of chords means so far. */
	readonly look: (sequence: readonly string[]) => Meaning;
};

export type Meaning =
	| {
			readonly type: 'command';
			readonly id: CommandId /** The character that stood for `{mark}`. */;
			readonly argument: string | null;
	  }
	/** The beginning of some command's keys. */
	| {readonly type: 'prefix'}
	| {readonly type: 'none'};

/**
Make the keymap.

@param changes - Command id → its keys, in place of the table's. `[]` takes a command's keys away.
@returns The keymap, or in words what clashes: an unknown command, one key on two commands, or a
key that hides a longer one.
*/
export function makeKeymap(
	changes: Readonly<Record<string, readonly string[]>> = {},
): Keymap | {readonly clash: string} {
	for (const id of Object.keys(changes)) {
		if (!isCommandId(id)) return {clash: `keys: there is no command "${id}"`};
	}
	const keysOf = (id: CommandId): readonly string[] => changes[id] ?? commands[id].keys;
	const bound = new Map<string, CommandId>();
	for (const id of commandIds) {
		for (const key of keysOf(id)) {
			const chords = key.trim().split(/\s+/);
			if (key.trim() === '' || /^[1-9]$/.test(chords[0] ?? '')) {
				return {clash: `keys: "${key}" cannot be a key of ${id}: digits are counts`};
			}
			const normal = chords.join(' ');
			const other = bound.get(normal);
			if (other !== undefined && other !== id)
				return {clash: `keys: ${keyLabel(normal)} is on two commands: ${other} and ${id}`};
			bound.set(normal, id);
		}
	}
	const prefixes = new Map<string, CommandId>();
	for (const [key, id] of bound) {
		const chords = key.split(' ');
		for (let length = 1; length < chords.length; length++) prefixes.set(chords.slice(0, length).join(' '), id);
	}
	for (const [prefix, id] of prefixes) {
		const hidden = bound.get(prefix);
		if (hidden !== undefined) return {clash: `keys: ${keyLabel(prefix)} of ${hidden} also begins the keys of ${id}`};
	}
	return {
		keysOf,
		look: sequence => {
			const key = sequence.join(' ');
			const id = bound.get(key);
			if (id !== undefined) return {type: 'command', id, argument: null};
			if (prefixes.has(key)) return {type: 'prefix'};
			const last = sequence.at(-1);
			const marked = bound.get([...sequence.slice(0, -1), '{mark}'].join(' '));
			if (marked !== undefined && last !== undefined && [...last].length === 1) {
				return {type: 'command', id: marked, argument: last};
			}
			return {type: 'none'};
		},
	};
}
