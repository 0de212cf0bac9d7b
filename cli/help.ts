/** What `--help` says, made of the flag table and the formats. */
import {type Flag, spelling} from './flags.ts';

export const usage = 'usage: threadview [options] [file ...]';

/**
@param formats - Name and title of each.
@returns Lines for a terminal of 80 columns, ending in a newline.
*/
export function helpText(
	flags: readonly Flag[],
	formats: readonly {readonly name: string; readonly title: string}[],
): string {
	const options = flags.map(flag => [written(flag), flag.help] as const);
	return [
		usage,
		'',
		'Browse the dump of a discussion thread: its posts, what they quote, who answers.',
		'Several files, or a directory of them, open as one; gzip and zstd are unpacked.',
		"Without a file, or with '-', standard input is read. Press ? for the keys.",
		'',
		...columns(options),
		'',
		'Where standard output is not a terminal, --print text is meant.',
		'',
		'Formats, told by the content unless --format names one:',
		...columns(formats.map(({name, title}) => [name, title] as const)),
		'',
		'Exit status: 0 done; 1 nothing found, or --check finds a loss; 2 refused.',
		'',
	].join('\n');
}

function written(flag: Flag): string {
	const short = flag.short === null ? '   ' : `-${flag.short},`;
	return `${short} ${spelling(flag)}${flag.value === null ? '' : ` <${flag.value}>`}`;
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
	const width = Math.max(...rows.map(([left]) => left.length));
	return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
