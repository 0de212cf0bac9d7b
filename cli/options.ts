/**
Options: the command line as data. Nothing is read or written here.

meow parses; what it leaves open is settled before and after it: every mistake is one
line that says the remedy, `--help` and `--version` count beside anything, `-sword` is
`-s word`, and quotation marks within a value stay, as they mean something in a query.
*/
import meow from 'meow';
import {type PrintForm, printForms} from '../source/index.ts';
import {type Flag, flagTable, oneOf, type Shell, shells, spelling} from './flags.ts';
import {nearest} from './nearest.ts';

export type Options = {
	/** As written; '-' is standard input. */
	readonly files: readonly string[];
	readonly search: string | null;
	readonly post: number | null;
	readonly format: string | null;
	readonly print: PrintForm | null;
	readonly check: boolean;
	readonly theme: string | null;
	readonly color: boolean;
	/** `null` where the command line does not say. */
	readonly ascii: boolean | null;
	readonly mouse: boolean | null;
	/** Whether settings are read and places kept. */
	readonly state: boolean;
};

export type Command =
	| {readonly type: 'help'}
	| {readonly type: 'version'}
	| {readonly type: 'completion'; readonly shell: Shell}
	| {readonly type: 'read'; readonly options: Options}
	/** `message`: one line, without the program's name. */
	| {readonly type: 'refuse'; readonly message: string};

/**
Understand the command line.

@param argv - The words behind the program's name.
@param formats - The names of the formats there are.
@returns What is to be done. Never throws. Nothing outside is touched but the title of the process, which meow sets.
*/
export function parseOptions(argv: readonly string[], formats: readonly string[]): Command {
	const flags = flagTable(formats);
	const {words, unknown, bare} = prepare(argv, flags);
	const parsed = parse(words, flags);
	if (parsed.values.help === true) return {type: 'help'};
	if (parsed.values.version === true) return {type: 'version'};
	const message =
		unknown !== null ? noOption(unknown, flags) : bare !== null ? noValue(bare) : wrongValue(parsed.values, flags);
	return message === null ? command(parsed) : {type: 'refuse', message};
}

type Values = Readonly<Record<string, unknown>>;
type Parsed = {readonly values: Values; readonly files: readonly string[]};

type Prepared = {
	/** Every flag spelled in the way that meow reads without loss. */
	readonly words: readonly string[];
	/** The first word that looks like a flag and is none of ours. */
	readonly unknown: string | null;
	/** The first flag that lacks its value. */
	readonly bare: Flag | null;
};

function prepare(argv: readonly string[], flags: readonly Flag[]): Prepared {
	const words: string[] = [];
	let unknown: string | null = null;
	let bare: Flag | null = null;
	const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
	for (const [index, word] of argv.slice(0, end).entries()) {
		if (!isFlag(word)) {
			words.push(word);
			continue;
		}
		const {dashes, name, value} = parts(word);
		const flag = flags.find(flag => answersTo(flag, dashes, name));
		if (flag === undefined) {
			unknown ??= word;
			continue;
		}
		const next = index + 1 < end ? argv[index + 1] : undefined;
		const given = value ?? (flag.value === null || next === undefined || isFlag(next) ? '' : next);
		if (flag.value !== null && given === '') bare ??= flag;
		words.push(value === null ? word : `--${dashes === '-' ? flag.name : name}=${kept(value)}`);
	}
	return {words: [...words, ...argv.slice(end)], unknown, bare};
}

/* '-' is standard input; '-1' is a number. */
function isFlag(word: string): boolean {
	return /^-./.test(word) && !/^-\d+$/.test(word);
}

/** `--name`, `--name=value`, `-n`, `-nvalue`. */
function parts(word: string): {readonly dashes: string; readonly name: string; readonly value: string | null} {
	const long = /^--([^=]*)(?:=(.*))?$/s.exec(word);
	if (long !== null) return {dashes: '--', name: long[1] ?? '', value: long[2] ?? null};
	const value = word.slice(2).replace(/^=/, '');
	return {dashes: '-', name: word.slice(1, 2), value: word.length > 2 ? value : null};
}

function answersTo(flag: Flag, dashes: string, name: string): boolean {
	if (dashes === '-') return name === flag.short;
	return name === flag.name || (flag.value === null && name === `no-${flag.name}`);
}

/* The parser takes a pair of quotation marks around a value away. */
function kept(value: string): string {
	return /^(["']).*\1$/s.test(value) ? `"${value}"` : value;
}

/** Of a flag that is given twice the last counts, so that an alias can be overruled. */
function parse(argv: readonly string[], flags: readonly Flag[]): Parsed {
	const table = flags.map(({name, short, value}) => {
		const shortFlag = short === null ? {} : {shortFlag: short};
		const kind = value === null ? {type: 'boolean' as const} : {type: 'string' as const, isMultiple: true as const};
		return [name, {...kind, ...shortFlag}] as const;
	});
	const {flags: values, input} = meow({
		importMeta: import.meta,
		pkg: {name: 'threadview'},
		description: false,
		autoHelp: false,
		autoVersion: false,
		booleanDefault: undefined,
		argv: [...argv],
		flags: Object.fromEntries(table),
	});
	const last = Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value]);
	return {values: Object.fromEntries(last), files: input};
}

function noOption(word: string, flags: readonly Flag[]): string {
	const {dashes, name} = parts(word);
	const near = nearest(
		name,
		flags.flatMap(flag => [spelling(flag).slice(2), flag.name]),
	);
	const meant = flags.find(flag => near !== null && answersTo(flag, '--', near));
	return `no option ${dashes}${name}: ${meant === undefined ? 'see --help' : `did you mean ${spelling(meant)}?`}`;
}

function noValue({name, value, choices}: Flag): string {
	return `--${name} needs a value: ${choices.length === 0 ? `--${name} <${value}>` : oneOf(choices)}`;
}

/** What is wrong with the values, or `null`. */
function wrongValue(values: Values, flags: readonly Flag[]): string | null {
	for (const flag of flags) {
		const value = values[flag.name];
		if (flag.value === null || typeof value !== 'string') continue;
		if (flag.choices.length > 0 && !flag.choices.includes(value)) {
			const near = nearest(value, flag.choices);
			const remedy = near === null ? `use ${oneOf(flag.choices)}` : `did you mean ${near}?`;
			return `--${flag.name} ${value}: ${remedy}`;
		}
	}
	if (typeof values.post === 'string' && postNumber(values.post) === null) {
		return `--post ${values.post}: use a post's number, as --post 12`;
	}
	if (values.check === true && typeof values.print === 'string')
		return '--check and --print exclude each other: use one';
	return null;
}

function command({values, files}: Parsed): Command {
	const shell = shells.find(shell => shell === values.completion);
	if (shell !== undefined) return {type: 'completion', shell};
	const text = (value: unknown) => (typeof value === 'string' ? value : null);
	const choice = (value: unknown) => (typeof value === 'boolean' ? value : null);
	return {
		type: 'read',
		options: {
			files,
			search: text(values.search),
			post: postNumber(text(values.post) ?? ''),
			format: text(values.format),
			print: printForms.find(form => form === values.print) ?? null,
			check: values.check === true,
			theme: text(values.theme),
			color: values.color !== false,
			ascii: choice(values.ascii),
			mouse: choice(values.mouse),
			state: values.state !== false,
		},
	};
}

/** `12` and `#12` as 12. */
function postNumber(text: string): number | null {
	const digits = /^#?(\d{1,15})$/.exec(text)?.[1];
	return digits === undefined ? null : Number(digits);
}
