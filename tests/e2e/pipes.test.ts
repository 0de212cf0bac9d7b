/**
Standard input and output that are no terminal, and terminals that are no screen.
*/
import {spawn} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {untouched} from './terminal.ts';
import {at, garden, openLine, temporaryFolder, threadview} from './threadview.ts';

test('a dump from a pipe is browsed with keys from the controlling terminal', async () => {
	const terminal = openLine(`cat '${garden}' | $threadview --no-state; echo "status $?"`);
	await terminal.waitFor(at('1/25'));
	terminal.press('j', 'G');
	await terminal.waitFor(at('25/25'));
	terminal.press('q');
	await terminal.exit;
	expect(terminal.screen()[0]).toBe('status 0');
	expect(terminal.modes()).toEqual(untouched);
});

describe('a pipe whose writer never ends', () => {
	test.each([
		['with a dump', `cat '${garden}'`],
		['with nothing yet', ':'],
	])('(%s) is left at once', async (_name, writer) => {
		// The shell waits for the writer, too, so the browser's own end is said by what runs beside it.
		const terminal = openLine(
			`(${writer}; echo; exec sleep 1000) | { $threadview --no-state; echo "status $?"; kill 0; }`,
		);
		await terminal.waitForModes({alternateScreen: true});
		await terminal.waitFor(screen => screen[0] !== '');
		terminal.press('q');
		await terminal.exit;
		expect(terminal.screen().join('\n').trim()).toMatch(/^status 0/);
		expect(terminal.modes()).toEqual(untouched);
	});
});

describe('standard output that is no terminal gets text', () => {
	const firstPost = /^How do you store your seeds over winter\?[\s\S]*#1 wren/;

	test.each([
		['', {}],
		['with CI=true', {CI: 'true'}],
		["with CI=''", {CI: ''}],
	])('%s', async (_name, env) => {
		const terminal = openLine(`$threadview '${garden}' --no-state | cat > "$HOME/text"; head -c 2000 "$HOME/text"`, {
			env,
			rows: 60,
		});
		expect(await terminal.exit).toEqual({code: 0, signal: 0});
		expect(terminal.bytes()).not.toContain('\x1b');
		expect(terminal.screen().join('\n')).toMatch(firstPost);
	});
});

test.each([['true'], ['']])('CI=%j makes no difference on a terminal', async value => {
	const terminal = openLine(`$threadview '${garden}' --no-state`, {env: {CI: value}});
	await terminal.waitFor(at('1/25'));
	terminal.press('j');
	await terminal.waitFor(at('2/25'));
	terminal.press('q');
	expect(await terminal.exit).toEqual({code: 0, signal: 0});
});

test('a terminal that cannot place its cursor gets text', async () => {
	const terminal = openLine(`TERM=dumb $threadview '${garden}' --no-state`);
	expect(await terminal.exit).toEqual({code: 0, signal: 0});
	expect(terminal.bytes()).not.toContain('\x1b');
	expect(terminal.bytes()).toMatch(/^How do you store your seeds over winter\?[\s\S]*\n#25 /);
});

test('without a controlling terminal to read keys from it says so in one line', async () => {
	const terminal = openLine(
		`run="$threadview"; export run; setsid -w sh -c 'cat "$1" | eval "$run"; echo "status $?"' sh '${garden}'`,
	);
	await terminal.exit;
	expect(terminal.bytes()).not.toContain('\x1b[?1049h');
	expect(terminal.screen().filter(row => row !== '')).toEqual([
		'threadview: standard input: there is no terminal to read keys from: use --print text',
		'status 2',
	]);
});

test('a producer whose reader has left is told so', async () => {
	const [command, program] = threadview;
	const child = spawn(command, [program, '--print', 'text'], {stdio: ['pipe', 'pipe', 'inherit']});
	child.stdin.end(readFileSync(garden));
	child.stdout.destroy();
	const status = await new Promise(resolve => child.on('exit', resolve));
	expect(status).toBe(0);
});

test('the first screen of a slow pipe is there before the rest, and what comes later is added', async () => {
	const fifo = path.join(temporaryFolder(), 'go on');
	const dump = `head -c 3000 '${garden}'; read -r go < '${fifo}'; tail -c +3001 '${garden}'`;
	const terminal = openLine(`mkfifo '${fifo}'; (${dump}) | $threadview --no-state`);
	await terminal.waitForModes({alternateScreen: true});
	await terminal.waitFor(screen => screen[0] !== '');
	expect(at('1/25')(terminal.screen())).toBe(false);
	writeFileSync(fifo, 'go\n');
	await terminal.waitFor(at('1/25'));
	terminal.press('q');
	expect(await terminal.exit).toEqual({code: 0, signal: 0});
});
