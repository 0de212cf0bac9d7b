/**
The flags: one table, which parsing, `--help` and the completions are made of.
*/
import {printForms, themeNames} from '../source/index.ts';

export type Flag = {
	readonly name: string;
	readonly short: string | null;
	/** What its value is called in `--help`, or `null` for a switch. */
	readonly value: string | null;
	/** The values it takes, empty for any. */
	readonly choices: readonly string[];
	/** A switch that is on by itself: `--no-NAME` is what people write. */
	readonly on: boolean;
	readonly help: string;
};

type Facts = Partial<Flag> & Pick<Flag, 'name' | 'help'>;

export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/**
@param formats - The names of the formats there are.
@returns The flags in the order of `--help`.
*/
export function flagTable(formats: readonly string[]): readonly Flag[] {
	return [
		flag({
			name: 'search',
			short: 's',
			value: 'query',
			help: 'start with this search; with --print, its hits',
		}),
		flag({name: 'post', short: 'p', value: 'number', help: 'start at this post; with --print, this post alone'}),
		flag({
			name: 'format',
			short: 'f',
			value: 'name',
			choices: formats,
			help: 'read as this format instead of guessing',
		}),
		flag({name: 'print', value: 'as', choices: printForms, help: `print it as ${oneOf(printForms)}`}),
		flag({name: 'check', help: 'say what the dump holds and lacks'}),
		flag({name: 'theme', value: 'name', choices: themeNames, help: `colours: ${oneOf(themeNames)}`}),
		flag({name: 'color', on: true, help: 'use no colours (as NO_COLOR does)'}),
		flag({name: 'ascii', help: 'draw with ASCII characters only'}),
		flag({name: 'mouse', help: 'scroll and select with the mouse'}),
		flag({name: 'state', on: true, help: 'read no settings and keep no place'}),
		flag({name: 'completion', value: 'shell', choices: shells, help: `write completions for ${oneOf(shells)}`}),
		flag({name: 'help', help: 'say this'}),
		flag({name: 'version', help: 'say the version'}),
	];
}

/** As it is written on the command line: `--search`, `--no-color`. */
export function spelling(flag: Flag): string {
	return flag.on ? `--no-${flag.name}` : `--${flag.name}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(choices: readonly string[]): string {
	const last = choices.at(-1) ?? '';
	return choices.length < 2 ? last : `${choices.slice(0, -1).join(', ')} or ${last}`;
}

function flag(facts: Facts): Flag {
	return {short: null, value: null, choices: [], on: false, ...facts};
}
