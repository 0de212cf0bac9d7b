import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {flagTable, oneOf, spelling} from '../../cli/flags.ts';
import {helpText} from '../../cli/help.ts';
import {nearest} from '../../cli/nearest.ts';
import {type Options, parseOptions} from '../../cli/options.ts';
import {themeNames} from '../../source/index.ts';

const formats = ['discourse-text', 'mbox', 'text'];

const defaults: Options = {
	files: [],
	search: null,
	post: null,
	format: null,
	print: null,
	check: false,
	theme: null,
	color: true,
	ascii: null,
	mouse: null,
	state: true,
};

function parse(line: string): ReturnType<typeof parseOptions> {
	return parseOptions(line === '' ? [] : line.split(' '), formats);
}

describe('what is read, and how', () => {
	test.each<[string, Partial<Options>]>([
		['', {}],
		['-', {files: ['-']}],
		['a.txt b.txt', {files: ['a.txt', 'b.txt']}],
		['a.txt -s bags', {files: ['a.txt'], search: 'bags'}],
		['--search bags a.txt', {files: ['a.txt'], search: 'bags'}],
		['-sbags', {search: 'bags'}],
		['-s=bags', {search: 'bags'}],
		['--search=likes:>5', {search: 'likes:>5'}],
		['--search=-plastic', {search: '-plastic'}],
		['-s !plastic', {search: '!plastic'}],
		["--search='exact", {search: "'exact"}],
		["--search='exact'", {search: "'exact'"}],
		['--search="paper"', {search: '"paper"'}],
		['-s "paper"', {search: '"paper"'}],
		['-s a=b', {search: 'a=b'}],
		['-s 12', {search: '12'}],
		['-s -1', {search: '-1'}],
		['-s a -s b', {search: 'b'}],
		['-p 12 -f mbox', {post: 12, format: 'mbox'}],
		['-p12 -fmbox', {post: 12, format: 'mbox'}],
		['--post=#12 --format=text', {post: 12, format: 'text'}],
		['--print jsonl', {print: 'jsonl'}],
		['--print text --print json', {print: 'json'}],
		['--check a.txt', {check: true, files: ['a.txt']}],
		[
			'--theme mono --no-color --ascii --mouse --no-state',
			{theme: 'mono', color: false, ascii: true, mouse: true, state: false},
		],
		['--no-ascii --no-mouse --color', {ascii: false, mouse: false}],
		['-- --help -s', {files: ['--help', '-s']}],
		['-s bags -- -', {search: 'bags', files: ['-']}],
	])('%s', (line, options) => {
		expect(parse(line)).toEqual({type: 'read', options: {...defaults, ...options}});
	});

	test('words with spaces and newlines', () => {
		expect(parseOptions(['--search="two words"', 'a file\n.txt'], formats)).toEqual({
			type: 'read',
			options: {...defaults, search: '"two words"', files: ['a file\n.txt']},
		});
	});
});

test.each([
	['--help', 'help'],
	['a.txt --help', 'help'],
	['--bogus --help', 'help'],
	['-s --help', 'help'],
	['--version --help', 'help'],
	['--version', 'version'],
	['--print pdf --version', 'version'],
])('%s wants the %s', (line, type) => {
	expect(parse(line)).toEqual({type});
});

test('completions', () => {
	expect(parse('--completion zsh')).toEqual({type: 'completion', shell: 'zsh'});
});

describe('mistakes are one line with a remedy', () => {
	test.each([
		['--serach x', 'no option --serach: did you mean --search?'],
		['--thme=mono', 'no option --thme: did you mean --theme?'],
		['--colour', 'no option --colour: did you mean --no-color?'],
		['--nocolor', 'no option --nocolor: did you mean --no-color?'],
		['--comp bash', 'no option --comp: did you mean --completion?'],
		['--no-search x', 'no option --no-search: did you mean --search?'],
		['--search.a x', 'no option --search.a: did you mean --search?'],
		['--bogus', 'no option --bogus: see --help'],
		['--__proto__ x', 'no option --__proto__: see --help'],
		['--=x', 'no option --: see --help'],
		['---x', 'no option ---x: see --help'],
		['-x', 'no option -x: see --help'],
		['-s -plastic', '--search needs a value: --search <query>'],
		['-s', '--search needs a value: --search <query>'],
		['--search=', '--search needs a value: --search <query>'],
		['-s --check', '--search needs a value: --search <query>'],
		['-s -- x', '--search needs a value: --search <query>'],
		['a.txt -p', '--post needs a value: --post <number>'],
		['-f', '--format needs a value: discourse-text, mbox or text'],
		['--print', '--print needs a value: text, markdown, json or jsonl'],
		['--print pdf', '--print pdf: use text, markdown, json or jsonl'],
		['--print markdwon', '--print markdwon: did you mean markdown?'],
		['-f mbx', '--format mbx: did you mean mbox?'],
		['-f zip', '--format zip: use discourse-text, mbox or text'],
		['--theme pink', `--theme pink: use ${oneOf(themeNames)}`],
		['--completion powershell', '--completion powershell: use bash, zsh or fish'],
		['-p twelve', "--post twelve: use a post's number, as --post 12"],
		['-p 1e3', "--post 1e3: use a post's number, as --post 12"],
		['-p -1', "--post -1: use a post's number, as --post 12"],
		['--check --print json', '--check and --print exclude each other: use one'],
	])('%s', (line, message) => {
		expect(parse(line)).toEqual({type: 'refuse', message});
	});

	test('whatever the words are, nothing is thrown', () => {
		const word = fc.oneof(
			fc.constantFrom('-s', '--', '-', '--print', 'json', '--no-color', '-p', '--help=x', '--check=no', '-f='),
			fc.string({unit: fc.constantFrom('-', '=', '"', "'", 's', 'a', ' ', '.', '1', '\n')}),
		);
		fc.assert(
			fc.property(fc.array(word), words => {
				const command = parseOptions(words, formats);
				if (command.type === 'refuse') expect(command.message).toMatch(/^.+: .+$/s);
				if (command.type === 'read') expect(command.options.search).not.toBe('');
			}),
		);
	});
});

describe('help', () => {
	const flags = flagTable(formats);
	const text = helpText(flags, [
		{name: 'mbox', title: 'mail'},
		{name: 'discourse-text', title: 'the text of a Discourse thread'},
	]);

	test('is what it was', async () => {
		await expect(text).toMatchFileSnapshot('frames/help.txt');
	});

	test('fits 80 columns and names every flag', () => {
		expect(text.split('\n').filter(line => line.length > 80)).toEqual([]);
		for (const flag of flags) expect(text).toContain(`${spelling(flag)} `);
	});
});

test.each([
	['mrakdown', 'markdown'],
	['js', 'json'],
	['txt', 'text'],
	['x', null],
	['', null],
	['pdf', null],
])('what is near to %j is %s', (word, name) => {
	expect(nearest(word, ['text', 'markdown', 'json', 'jsonl'])).toBe(name);
});
